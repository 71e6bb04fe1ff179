"""As of when: the time for which a claim's figure holds, as far as the claim and its report tell."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rashomon.model import Claim, Dated, Figure, Report
from rashomon.text.dates import last_change, utc

HAPPENS = frozenset({"launched", "shot-down", "hit"})
"""Scopes whose count belongs to the day on which it happened; a toll belongs to the hour at which it is told."""

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_OF_MONTH = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{1,2}})")


def as_of(figure: Figure, claim: Claim, report: Report) -> tuple[str | None, Dated]:
    """When a figure held (RFC 3339, or None) and how that is known.

    It is the report's last change, or an earlier day that the claim names where the figure counts what happened
    on a day.
    """
    changed = last_change(report.published, report.updated)
    told = _date(changed)
    if HAPPENS.intersection(figure.scope):
        days = {day for time in claim.times if (day := _day(time, told))} - {told}
        if len(days) == 1 and (told is None or min(days) < told):
            return min(days).isoformat(), "stated"
    return (changed, "report") if told else (None, "unknown")


def _day(time: str, told: date | None) -> date | None:
    """The day that an expression of time names in a report of the day ``told``."""
    if _ISO.fullmatch(time):
        return _date(time)
    if told is None:
        return None
    if time in _WEEKDAYS:
        return told - timedelta(days=(told.weekday() - _WEEKDAYS.index(time)) % len(_WEEKDAYS))
    if time == "yesterday":
        return told - timedelta(days=1)
    named = _DAY_OF_MONTH.fullmatch(time)
    return _latest(_MONTHS.index(named[1]) + 1, int(named[2]), told) if named else None


def _latest(month: int, day: int, told: date) -> date | None:
    """The last such day of the month up to the day ``told``; None where there is no such day."""
    for year in (told.year, told.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= told:
            return found
    return None


def _date(text: str | None) -> date | None:
    """The day of an RFC 3339 date or date-time, in UTC."""
    day = utc(text)[: len("2000-01-01")]
    return date.fromisoformat(day) if day else None
