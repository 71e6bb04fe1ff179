"""Times: claims that say when the same thing happened, and how two times stand to each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

from rashomon.claims.timewords import YEAR
from rashomon.model import Claim, Grain, Time

Kind = Literal["weekday", "date", "month", "year", "clock", "part"]
Stand = Literal["same", "alike", "inside", "overlap", "apart", "unknown"]

_SAME = 0.15  # added to the claims' score when both name the same time
_LEAST = 0.05  # score from which two claims are compared
_MONTH = re.compile(r"[a-z]{3}")
_DATE = re.compile(r"[a-z]{3} \d{1,2}")
_FINE: frozenset[Grain] = frozenset({"day", "part", "hour", "minute"})
_YEARS: frozenset[Grain] = frozenset({"year", "decade"})
_CLOCKED: frozenset[Grain] = frozenset({"hour", "minute"})
_WEEK = timedelta(days=7)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = timedelta(hours=14)  # by which clocks of two zones may differ


def kind(part: str) -> Kind:
    """What kind of time a normalised word is (`Time.parts`)."""
    if part.endswith("day") and " " not in part and part not in {"today", "yesterday", "midday"}:
        return "weekday"
    if _DATE.fullmatch(part):
        return "date"
    if part[0].isdigit():
        return "year" if YEAR.fullmatch(part) else "clock" if ":" in part or "." in part else "part"
    return "month" if _MONTH.fullmatch(part) else "part"


_ORDER: tuple[Kind, ...] = ("date", "weekday", "year", "month", "clock", "part")


def main_time(claim: Claim) -> Time:
    """The time of a claim that says most: a date, a weekday, a year, then what is less."""
    return min(claim.times, key=lambda time: (min(_ORDER.index(kind(part)) for part in time.parts), time.parts))


def timed(claims: Sequence[Claim]) -> tuple[int, ...]:
    """The claims (by position) that name a time."""
    return tuple(at for at, claim in enumerate(claims) if claim.times)


def without_asides(held: Sequence[int], claims: Sequence[Claim]) -> list[int]:
    """The claims (by position) without those that only name a year where most name a day.

    Such a year is told of something else in the same sentences ("the island, which it took in 1974") unless a
    day that is named may lie in it.
    """
    told = {at: main_time(claims[at]) for at in held}
    fine = [time for time in told.values() if time.grain in _FINE]
    if 2 * len(fine) <= len(held):
        return list(held)
    return [at for at in held if told[at].grain not in _YEARS or any(stand(told[at], day) == "inside" for day in fine)]


def stand(a: Time, b: Time) -> Stand:
    """How two times stand to each other.

    "same" in the same form, "alike" when two forms name one interval, one "inside" the other, "overlap",
    "apart" when they cannot be the same, "unknown" when nothing tells.  A weekday whose date is not known
    compares with a weekday, and with a date whose weekday is.
    """
    known = all(time.start or time.end for time in (a, b))
    moved = known and (a.start, a.end) != (b.start, b.end)
    if a.parts == b.parts and not moved:
        return "same" if _limits(a) == _limits(b) else "inside" if a.bound == b.bound else "overlap"
    return _on_calendar(a, b) if known else _by_words(a, b)


def _limits(time: Time) -> tuple[object, ...]:
    return time.hours, time.bound, time.share


def differ(a: Time, b: Time) -> bool:
    """Whether two times cannot be the same."""
    return stand(a, b) == "apart"


def _on_calendar(a: Time, b: Time) -> Stand:
    """How two intervals stand to each other; one weekday of two weeks may be a plan that was read as past."""
    (start, end), (first, last) = _interval(a), _interval(b)
    spare = timedelta() if _one_clock(a, b) else _ZONES
    if end + spare <= first or last + spare <= start:
        slip = a.parts == b.parts and _form(a) == {"weekday"} and abs(first - start) <= _WEEK
        return "apart" if {a.grain, b.grain} <= _FINE and not slip else "unknown"
    if spare:
        return "overlap"
    if (start, end) == (first, last):
        return "same" if _form(a) == _form(b) else "alike"
    within = (first <= start and end <= last) or (start <= first and last <= end)
    return "inside" if within else "overlap"


def _interval(time: Time) -> tuple[datetime, datetime]:
    """The interval, in UTC where the offset of its clock is known."""
    offset = datetime.fromisoformat(f"2000-01-01T00:00{time.zone}").utcoffset() if _has_offset(time) else None
    ends = (time.start or datetime.min.isoformat(), time.end or datetime.max.isoformat())
    start, end = (datetime.fromisoformat(each) for each in ends)
    return (start - offset, end - offset) if offset and time.start and time.end else (start, end)


def _has_offset(time: Time) -> bool:
    return time.zone is not None and time.zone[0] in "+-"


def _one_clock(a: Time, b: Time) -> bool:
    """Whether the hours of two times can be compared."""
    clocks = [time for time in (a, b) if time.grain in _CLOCKED]
    return len(clocks) < len((a, b)) or a.zone == b.zone or all(_has_offset(time) for time in clocks)


def _form(time: Time) -> frozenset[Kind]:
    """What a time is named by; that a year stands beside a date or month makes no other form."""
    kinds = frozenset(kind(part) for part in time.parts)
    return frozenset() if time.grain == "year" else kinds - {"year"}


def _by_words(a: Time, b: Time) -> Stand:
    """How two times stand to each other when the date of one is not known."""
    if not {a.grain, b.grain} <= _FINE:
        return "unknown"
    shared = [(x, y) for x, y in zip(_day(a), _day(b), strict=True) if x and y]
    if any(x != y for x, y in shared):
        return "apart" if a.bound == b.bound == "at" else "unknown"
    if a.hours and b.hours:
        return _by_hours(a, b, a.hours, b.hours, one_day=bool(shared))
    if not shared:
        return "unknown"
    return "inside" if a.hours is not b.hours else "same" if _form(a) == _form(b) else "alike"


def _by_hours(a: Time, b: Time, x: tuple[float, float], y: tuple[float, float], *, one_day: bool) -> Stand:
    """How hours stand to each other; where no day is named clock times may differ, parts of the day may not."""
    if not _one_clock(a, b):
        return "overlap" if one_day else "unknown"
    (low, high), (least, most) = x, y
    if x != y and (high <= least or most <= low) and low != least:
        surely = a.bound == b.bound == "at" and (one_day or {a.grain, b.grain} <= _CLOCKED)
        return "apart" if surely else "unknown"
    return "inside" if (least <= low and high <= most) or (low <= least and most <= high) else "overlap"


def _day(time: Time) -> tuple[str | None, str | None]:
    """The weekday and the date of a time's day, as far as its words or the calendar tell them."""
    named = {kind(part): part for part in time.parts}
    day = datetime.fromisoformat(time.start) if time.start and time.end else None
    weekday = named.get("weekday") or (_WEEKDAYS[day.weekday()] if day else None)
    date = named.get("date") or (f"{MONTHS[day.month - 1]} {day.day}" if day else None)
    return weekday, date


def scores(
    items: Sequence[int], claims: Sequence[Claim], beside: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The score of each pair of timed claims of two reports; ``beside`` is `beside.in_sentences` of what was judged."""
    place = {claim: n for n, claim in enumerate(items)}
    return {
        (place[a], place[b]): min(1.0, score + _SAME * _share_a_time(claims[a], claims[b]))
        for (a, b), score in beside.items()
        if a in place and b in place and score >= _LEAST
    }


def _share_a_time(x: Claim, y: Claim) -> bool:
    return bool({part for time in x.times for part in time.parts} & {part for time in y.times for part in time.parts})
