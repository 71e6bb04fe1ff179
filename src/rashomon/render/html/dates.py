"""Dates as a reader writes them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Moment(NamedTuple):
    """A date in words, and in RFC 3339 for machines (None when it could not be read)."""

    words: str
    machine: str | None


def moment(text: str | None) -> Moment | None:
    """An RFC 3339 date or date-time in words ("17 May 2031, 15:10 UTC"); the text itself if it is neither."""
    if not text:
        return None
    try:
        if len(text) == 10:
            return Moment(_day(date.fromisoformat(text)), text)
        at = datetime.fromisoformat(text)
    except ValueError:
        return Moment(text, None)
    return Moment(f"{_day(at)}, {at:%H:%M}{_zone(at.utcoffset())}", at.isoformat())


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _zone(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = int(offset.total_seconds() // 60)
    sign, minutes = ("−" if minutes < 0 else "+"), abs(minutes)
    return f" UTC{sign}{minutes // 60}:{minutes % 60:02}" if minutes else " UTC"
