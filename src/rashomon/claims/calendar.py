"""Where an expression of time stands on the calendar, counted from the day of its report.

Pure arithmetic on the standard library's dates; the parsers that were measured and left out are in
docs/dependencies.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time, timedelta

from rashomon.claims.timewords import Kind
from rashomon.model import Edge, Grain

Interval = tuple[datetime, datetime]

_NIGHT = 24.0  # the hour at which a day ends
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_WEEK, _YEAR, _MONTHS, _TEN = 7, 365, 12, 10
_SATURDAY = 5
_SPANS: tuple[Grain, ...] = (
    "day",
    "week",
    "week",
    "month",
    "year",
    "decade",
)  # by langs/en/calendar.txt; 2 is a weekend
_WEEKEND = 2
_ABOUT_AGO = (0, 1, 1, 16, 365, 3650)  # days by which what was so many spans ago may lie off
_ABOUT = timedelta(minutes=30)  # "about noon"


@dataclass(frozen=True, slots=True)
class Expression:
    """The numbers of an expression of time by kind, and the share of it that "early" or "late" leaves."""

    kinds: Mapping[Kind, tuple[float, ...]]
    share: tuple[float, ...] | None = None
    bound: Edge = "at"


def grain(told: Expression) -> Grain:
    """How fine an expression is."""
    kinds = told.kinds
    if "clock" in kinds:
        return "minute" if kinds["clock"][1] >= 0 else "hour"
    day: bool = bool({"date", "weekday", "day"} & set(kinds)) or ("turn" in kinds and kinds["turn"][1] == 0)
    if hours(told) or (day and told.share):
        return "part"
    if day:
        return "day"
    if "month" in kinds or ("turn" in kinds and kinds["turn"][1] == 1):
        return "month"
    if "turn" in kinds:
        return _SPANS[int(kinds["turn"][2])]
    if "ago" in kinds:
        return _SPANS[int(kinds["ago"][1])]
    return "year" if "year" in kinds else "decade"


def hours(told: Expression) -> tuple[float, float] | None:
    """The hours of its day that an expression leaves open; None where it names no part of a day."""
    kinds = told.kinds
    if "clock" in kinds:
        hour, minute, sure = kinds["clock"]
        begins = hour + max(0.0, minute) / 60
        return _near((begins, begins), told.bound) if sure else None
    named = kinds.get("hours") or kinds.get("day", ())[1:]
    if not named:
        return None
    return _shared(_near((named[0], named[1]), told.bound), told.share)


def _near(open: tuple[float, float], bound: Edge) -> tuple[float, float]:
    """What a word before the hours leaves open: “before dawn” the day up to its end, “about noon” half an hour more."""
    if bound == "before":
        return min(0.0, open[0]), open[1]
    if bound == "after":
        return open[0], max(_NIGHT, open[1])
    spare = _ABOUT.seconds / 3600 if bound == "about" and open[0] == open[1] else 0.0
    return open[0] - spare, open[1] + spare


def _shared(open: tuple[float, float], share: tuple[float, ...] | None) -> tuple[float, float]:
    low, high = share or (0.0, 1.0)
    return open[0] + low * (open[1] - open[0]), open[0] + high * (open[1] - open[0])


def placed(told: Expression, published: date | None, *, future: bool) -> Interval | None:
    """The half-open interval that an expression leaves open; None where it cannot be told.

    ``published`` is the day of the report, ``future`` whether its clause tells of what is still to come.
    """
    try:
        found = _dated(told.kinds) or (_counted(told.kinds, published, future) if published else None)
        if found is None:
            return None
        open = hours(told)
        found = _within(found[0], open) if open else _cut(found, told.share)
        return found if found[1].year < MAXYEAR else None
    except (ValueError, OverflowError):
        return None


def _within(day: datetime, open: tuple[float, float]) -> Interval:
    start, end = (day + timedelta(hours=hour) for hour in open)
    return start, max(end, start + _MINUTE)


def _cut(whole: Interval, share: tuple[float, ...] | None) -> Interval:
    """The share of an interval; of more than a day in whole days."""
    if not share:
        return whole
    start, length = whole[0], whole[1] - whole[0]
    low, high = (share[0] * length, share[1] * length)
    if length > _DAY:
        low, high = timedelta(days=low.days), timedelta(days=high.days)
    return start + low, start + high


def _dated(kinds: Mapping[Kind, tuple[float, ...]]) -> Interval | None:
    """An interval for which the report's date is not needed."""
    year = kinds.get("year") or kinds.get("date", ())[2:]
    if "date" in kinds:
        return _days(date(int(year[0]), *map(int, kinds["date"][:2]))) if year else None
    if "month" in kinds:
        return _month(int(year[0]), int(kinds["month"][0])) if year else None
    if year:
        return _years(int(year[0]))
    return _years(int(kinds["decade"][0]), _TEN) if "decade" in kinds else None


def _counted(kinds: Mapping[Kind, tuple[float, ...]], published: date, future: bool) -> Interval | None:
    """An interval counted from the day of the report."""
    if "date" in kinds:
        return _days(_nearest(published, *map(int, kinds["date"][:2])))
    if "month" in kinds:
        return _month_near(published, int(kinds["month"][0]), 0, future)
    if "day" in kinds:
        return _days(published + timedelta(days=kinds["day"][0]))
    if "turn" in kinds:
        return _turn(kinds, published, future)
    if "weekday" in kinds:
        return _days(_weekday(published, int(kinds["weekday"][0]), future))
    return _ago(published, *map(int, kinds["ago"])) if "ago" in kinds else None


def _turn(kinds: Mapping[Kind, tuple[float, ...]], published: date, future: bool) -> Interval | None:
    """“last week”, “Friday last week”, “next Friday”, “last August”, “this year”."""
    turn, place, value = map(int, kinds["turn"])
    monday = published - timedelta(days=published.weekday())
    if place == 0:
        if turn == 0:
            return _days(monday + timedelta(days=value))
        return _days(_weekday(published + timedelta(days=turn), value, turn > 0))
    if place == 1:
        return _month_near(published, value, turn, future)
    span = _SPANS[value]
    if value == _WEEKEND:
        if turn < 0:
            return _days(monday - timedelta(days=_WEEK - _SATURDAY), 2)
        saturday = _weekday(published, _SATURDAY, future or turn > 0)
        return _days(saturday, 2)
    if span == "week":
        week = monday + timedelta(days=turn * _WEEK)
        return _days(week + timedelta(days=kinds["weekday"][0])) if "weekday" in kinds else _days(week, _WEEK)
    if span == "month":
        return _month(published.year, published.month + turn)
    if span == "year":
        return _years(published.year + turn)
    return _years(published.year // _TEN * _TEN + turn * _TEN, _TEN)


def _ago(published: date, many: int, rank: int) -> Interval:
    """What was so many spans before the report: to the day in days, else about."""
    if rank <= _WEEKEND:
        day = published - timedelta(days=many * (1 if rank == 0 else _WEEK))
    else:
        months = many * (1, _MONTHS, _TEN * _MONTHS)[rank - _WEEKEND - 1]
        start = _month(published.year, published.month - months)[0].date()
        day = start + timedelta(days=published.day - 1)
    spare = timedelta(days=_ABOUT_AGO[rank])
    return _days(day - spare, 1 + 2 * spare.days)


def _weekday(published: date, weekday: int, future: bool) -> date:
    """The next such day from the report's own on, or the last one up to it."""
    ahead = (weekday - published.weekday()) % _WEEK
    return published + timedelta(days=ahead if future else ahead - _WEEK if ahead else 0)


def _nearest(published: date, month: int, day: int) -> date:
    """The day of the year that is nearest to the report's."""
    years = (published.year + step for step in (-1, 0, 1))
    held = [date(year, month, day) for year in years if day <= (_month(year, month)[1] - _DAY).day]
    return min(held, key=lambda found: (abs(found - published), found))


def _month_near(published: date, month: int, turn: int, future: bool) -> Interval:
    """The last such month up to the report's own, or the next one; “last” and “next” pass over the report's own."""
    ahead = future or turn > 0
    first = published.month + turn
    step = (month - first) % _MONTHS if ahead else -((first - month) % _MONTHS)
    return _month(published.year, first + step)


def _days(first: date, many: int = 1) -> Interval:
    start = datetime.combine(first, time())
    return start, start + many * _DAY


def _month(year: int, month: int) -> Interval:
    """A month; months before the first and after the last are of the years beside."""

    def begins(months: int) -> datetime:
        return datetime(months // _MONTHS, months % _MONTHS + 1, 1)

    at = year * _MONTHS + month - 1
    return begins(at), begins(at + 1)


def _years(year: int, many: int = 1) -> Interval:
    return datetime(year, 1, 1), datetime(year + many, 1, 1)


def iso(moment: datetime) -> str:
    """A date, or a date-time to the minute; midnight is a date, so that both sort as text."""
    text = moment.isoformat(timespec="minutes")
    return text.removesuffix("T00:00")


def value(found: Interval, bound: Edge, zone: str | None) -> str:
    """An interval as ISO 8601 writes it: a year, month, day or minute by itself, ".." for an open end."""
    start, end = found
    first, last = ("..", iso(end)) if bound == "before" else (iso(start), ".." if bound == "after" else iso(end))
    if bound in {"before", "after"}:
        return f"{first}/{last}"
    if found == _years(start.year):
        return first[:4]
    if found == _month(start.year, start.month):
        return first[:7]
    if found == _days(start.date()):
        return first
    offset = zone if zone and zone[0] in "+-" else ""
    if end - start == _MINUTE:
        return start.isoformat(timespec="minutes") + offset
    return f"{first}{offset if 'T' in first else ''}/{last}{offset if 'T' in last else ''}"
