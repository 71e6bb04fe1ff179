"""The values and the times of a series in words, and its rows put together for a compact table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rashomon.model import Bound, Report, Series, SeriesRow
from rashomon.render.words import outlet_name
from rashomon.text.dates import utc

NO_SOURCE = "no source named"

_BOUNDS: dict[Bound, str] = {
    "exact": "",
    "about": "about ",
    "at least": "at least ",
    "more than": "more than ",
    "at most": "at most ",
    "less than": "less than ",
}
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_CLOSE = 1.12  # ratio of the ends up to which an interval is shown as "about" its middle
_DAY = len("2000-01-01")
_MINUTE = len("2000-01-01T00:00")


class Line(NamedTuple):
    """Rows with one value of one party: when the first and the last dated one hold, and who prints them."""

    value: str
    party: str
    first: SeriesRow
    last: SeriesRow
    outlets: tuple[str, ...]


def number(value: float) -> str:
    """A number as news writes it: "1,250", "2.5", "7 billion"."""
    for size, word in _LARGE:
        if abs(value) >= size:
            return f"{round(value / size, 3):g} {word}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{round(value, 2):g}"


def quantity(row: SeriesRow) -> str:
    """A row's value with its bound, without the unit: "41", "at least 40", "about 300", "10 to 14"."""
    if row.high is None:
        return f"{_BOUNDS[row.bound] or 'at least '}{number(row.low)}"
    if row.high == row.low or row.bound in {"at most", "less than"}:
        return f"{_BOUNDS[row.bound]}{number(row.high)}"
    if row.bound == "about" and row.high <= _CLOSE * row.low:
        return f"about {number((row.low + row.high) / 2)}"
    return f"{number(row.low)} to {number(row.high)}"


def moment_of(row: SeriesRow) -> str:
    """The time of a row in UTC: "2031-05-17 12:05 UTC", "2031-05-17", or "" where it has none."""
    at = utc(row.as_of)
    if len(at) <= _DAY:
        return at
    return at[:_MINUTE].replace("T", " ") + (" UTC" if _zoned(row.as_of or "") else "")


def when(row: SeriesRow) -> str:
    """As of when a row holds, as far as it is known."""
    at = moment_of(row)
    if not at:
        return f"undated, “{row.time.title()}”" if row.time else "undated"
    return f"before {at}" if row.dated == "before" else at


def period(line: Line) -> str:
    """The times of a line's first and last row, the day told once where it is one."""
    first, last = moment_of(line.first), moment_of(line.last)
    if not last or last == first or line.first.dated == "before":
        return when(line.first)
    if last[:_DAY] == first[:_DAY] and len(first) == len(last):
        return f"{first.removesuffix(' UTC')} to {last[_DAY + 1 :]}"
    return f"{first} to {last}"


def lines(series: Series, reports: Mapping[str, Report]) -> tuple[Line, ...]:
    """The rows in their order, those with one value of one party together."""
    found: dict[tuple[str, str | None, bool], list[SeriesRow]] = {}
    for row in series.rows:
        found.setdefault((quantity(row), row.party, row.dated == "before"), []).append(row)
    return tuple(
        Line(
            value=value,
            party=party or NO_SOURCE,
            first=held[0],
            last=next((row for row in reversed(held) if row.as_of), held[-1]),
            outlets=tuple(dict.fromkeys(outlet_name(reports[row.mention.report]) for row in held)),
        )
        for (value, party, _), held in found.items()
    )


def _zoned(text: str) -> bool:
    """Whether a date-time tells its zone."""
    time = text[_DAY:]
    return bool(time) and (time[-1] in "Zz" or "+" in time or "-" in time)
