"""Charts of series: what each lane holds and where its marks stand, in percent of the plot's width."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor, log10

from rashomon.model import Facet, Series, SeriesRow
from rashomon.render.html.dates import Moment, moment
from rashomon.render.html.index import Index
from rashomon.render.html.labels import TONES, shortened
from rashomon.render.html.quotes import Place, place
from rashomon.render.series import number, quantity
from rashomon.text.dates import utc

LANES = 24
"""How many lanes a chart has before the rest is in its table alone."""

WORDS = 22
"""Characters of words that stand beside a mark."""

_LEFT, _WIDTH = 1.5, 96.0  # where the plot's 0 stands, and how wide it is, in percent
_ARROW = 9.0  # length of an arrow, in percent
_HALF = 58.0  # from here on a value is written to the left of its mark
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_INTERVALS = 5  # most intervals between the ticks
_NARROW = 1.12  # ratio of the ends of an interval up to which its middle is marked
_DAY = len("2000-01-01")

SHAPES = (
    "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0z",
    "M-5.5,-5.5h11v11h-11z",
    "M0,-7.5L7.5,0L0,7.5L-7.5,0z",
    "M0,-7L7,6h-14z",
    "M0,7L7,-6h-14z",
    "M-2.3,-6.5h4.6v4.2h4.2v4.6h-4.2v4.2h-4.6v-4.2h-4.2v-4.6h4.2z",
    "M-6.8,0L-3.4,-6h6.8L6.8,0L3.4,6h-6.8z",
    "M-7,-6L7,6V-6L-7,6z",
)
"""The outline of each party's mark around its middle; the ninth party has the first one again and its own name."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale: where it stands, its number, and how the number stands to it (an SVG text-anchor)."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A value in its lane: ``point`` is where the party's sign stands (None: a bar alone), ``bar`` the interval.

    ``arrow`` is where the tip of an arrow stands, on the side on which nothing bounds the value.  ``text`` is where the
    value is written, ``anchor`` on which side of that place.
    """

    point: float | None
    bar: tuple[float, float] | None
    arrow: float | None
    text: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """A value with its evidence.

    ``drawn`` is what stands beside its mark: the value, or the words that name no number ("several boats").
    ``named`` is the time that the claim names.
    """

    value: str
    drawn: str
    words: str
    speaker: str | None
    party: str | None
    tone: int | None
    when: Moment | None
    before: bool
    named: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Lane:
    """One value as one origin gives it; ``places`` are the reports that print it, the earliest first.

    ``hour`` is the time of the first one where the chart is of one day and tells it above.
    """

    first: Row
    hour: str | None
    places: tuple[Place, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Chart:
    """A series for the page.

    ``id`` is unique on it; ``dated`` tells whether any row is, ``day`` is the day of all that are, None where they are
    of several.  ``more`` counts the values that only the table holds.
    """

    id: str
    unit: str | None
    dated: bool
    day: str | None
    scale: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    more: int
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def charts(at: Index, number: int, facet: Facet, series: tuple[Series, ...]) -> tuple[Chart, ...]:
    """The charts of a facet (its number on the page): of each series the rows that are among its mentions."""
    mentions = {(variant.id, mention) for variant in facet.variants for mention in variant.mentions}
    held = [(each, tuple(r for r in each.rows if (r.variant, r.mention) in mentions)) for each in series]
    mine = [replace(each, rows=rows) for each, rows in held if rows and rows[0].facet == facet.id]
    return tuple(_chart(at, f"f{number}-chart{n}", number, facet, each) for n, each in enumerate(mine, 1))


def _chart(at: Index, id: str, number: int, facet: Facet, series: Series) -> Chart:
    rows = tuple(_row(at, number, facet, series, row) for row in series.rows)
    ends, day = scale(series.rows, whole=series.unit is None), _one_day(rows)
    held: dict[tuple[object, ...], list[int]] = {}
    for n, row in enumerate(series.rows):
        origin = at.origins.get(row.mention.report, (row.mention.report, None))[0]
        held.setdefault((origin, row.party, row.low, row.high, row.bound, row.dated == "before"), []).append(n)
    lanes = [_lane([rows[n] for n in ns], mark(series.rows[ns[0]], ends), day) for ns in held.values()]
    return Chart(
        id=id,
        unit=series.unit,
        dated=any(row.when for row in rows),
        day=day,
        scale=_ticks(ends),
        lanes=tuple(lanes[:LANES]),
        more=len(lanes[LANES:]),
        rows=rows,
        notes=_notes(series),
    )


def _lane(rows: list[Row], mark: Mark, day: str | None) -> Lane:
    when = rows[0].when
    hour = when.words.removeprefix(f"{day}, ") if day and when else None
    places = {row.place.report: row.place for row in reversed(rows)}
    return Lane(rows[0], hour, tuple(reversed(places.values())), mark)


def _one_day(rows: tuple[Row, ...]) -> str | None:
    """The day of all dated rows, when each tells an hour of it."""
    days = {row.when.words.rpartition(", ")[0] for row in rows if row.when}
    return next(iter(days)) or None if len(days) == 1 else None


def _row(at: Index, number: int, facet: Facet, series: Series, row: SeriesRow) -> Row:
    ids = [variant.id for variant in facet.variants]
    v = ids.index(row.variant)
    m = facet.variants[v].mentions.index(row.mention)
    return Row(
        value=quantity(row),
        drawn=shortened(row.label, WORDS) if _is_vague(row) else quantity(row),
        words=row.label,
        speaker=row.mention.speaker,
        party=row.party,
        tone=series.parties.index(row.party) % TONES + 1 if row.party else None,
        when=moment(_in_utc(row.as_of)),
        before=row.dated == "before",
        named=row.time.title() if row.time else None,
        place=place(at, at.by_id[row.mention.report], at.marks[number, v, m].id),
    )


def _is_vague(row: SeriesRow) -> bool:
    """Whether the words name no number: "dozens", "several"."""
    return row.bound == "about" and row.high is not None and row.high > _NARROW * row.low


def _in_utc(text: str | None) -> str | None:
    """A time in UTC, so that times of several zones can be compared; a day, or what tells no zone, as it is."""
    at = utc(text)
    zoned = text is not None and any(sign in text[_DAY:] for sign in "Zz+-")
    return f"{at}+00:00" if at and zoned else at or text


def _notes(series: Series) -> tuple[str, ...]:
    """What a reader must know to read this chart."""
    dated = [row.as_of is not None for row in series.rows]
    ways = {row.dated for row in series.rows}
    wide = any(row.high is not None and row.low < row.high and row.bound not in _DOWN for row in series.rows)
    opened = any(row.high is None or row.bound in _DOWN for row in series.rows)
    told = {
        "No report is dated, so nothing is known of the order in time.": not any(dated),
        "By the time of each report’s last change.": any(dated) and "stated" not in ways,
        "By the day that the claim names, else by the time of the report’s last change.": "stated" in ways,
        "Undated values come last.": any(dated) and not all(dated),
        "“Before”: the report itself gives a newer count.": "before" in ways,
        "A bar spans what the words leave open.": wide,
        "An arrow: no limit on that side.": opened,
    }
    return tuple(note for note, holds in told.items() if holds)


# -- geometry --

_DOWN = frozenset({"at most", "less than"})


def scale(rows: tuple[SeriesRow, ...], *, whole: bool) -> tuple[float, float, float]:
    """Where a linear scale begins, ends, and the step of its ticks; it holds 0 and all values.

    ``whole`` keeps the steps at whole numbers.
    """
    ends = [end for row in rows for end in (row.low, row.high) if end is not None]
    low, high = min(0.0, *ends), max(0.0, *ends)
    step = _step((high - low) / _INTERVALS, whole=whole)
    return floor(low / step) * step, max(ceil(high / step), 1) * step, step


def _step(least: float, *, whole: bool) -> float:
    """The smallest round step that is no smaller."""
    if least <= 0:
        return 1.0
    size = 10.0 ** floor(log10(least))
    steps = (size * step for step in (*_STEPS, *(10 * step for step in _STEPS)))
    return next((step for step in steps if step >= least * (1 - 1e-9) and not (whole and step % 1)), 1.0)


def _ticks(ends: tuple[float, float, float]) -> tuple[Tick, ...]:
    low, high, step = ends
    count = round((high - low) / step)
    anchors = {0: "start", count: "end"}
    return tuple(
        Tick(_x(low + n * step, ends), number(low + n * step), anchors.get(n, "middle")) for n in range(count + 1)
    )


def _x(value: float, ends: tuple[float, float, float]) -> float:
    low, high, _ = ends
    return round(_LEFT + _WIDTH * (value - low) / (high - low), 2)


def mark(row: SeriesRow, ends: tuple[float, float, float]) -> Mark:
    """Where the parts of a row's mark stand."""
    if row.high is None:
        point = _x(row.low, ends)
        return _written(point, None, min(point + _ARROW, 100.0), (point, min(point + _ARROW, 100.0)))
    point = _x(row.high, ends)
    if row.bound in _DOWN:
        return _written(point, None, max(point - _ARROW, 0.0), (max(point - _ARROW, 0.0), point))
    if row.low == row.high:
        return _written(point, None, None, (point, point))
    bar = (_x(row.low, ends), point)
    middle = row.bound == "about" and not _is_vague(row)
    return _written(_x((row.low + row.high) / 2, ends) if middle else None, bar, None, bar)


def _written(
    point: float | None, bar: tuple[float, float] | None, arrow: float | None, extent: tuple[float, float]
) -> Mark:
    """The mark with its value on the side that has more room."""
    left = extent[1] > _HALF
    return Mark(point, bar, arrow, extent[0] if left else extent[1], "end" if left else "start")
