"""As of when: the time for which a claim's figure holds, as far as the claim and its report tell."""

from __future__ import annotations

from datetime import date

from rashomon.model import Claim, Dated, Figure, Report, Time
from rashomon.text.dates import last_change, utc

HAPPENS = frozenset({"launched", "shot-down", "hit"})
"""Scopes whose count belongs to the day on which it happened; a toll belongs to the hour at which it is told."""

_OF_A_DAY = frozenset({"day", "part", "hour", "minute"})
_DATE = len("2000-01-01")


def as_of(figure: Figure, claim: Claim, report: Report) -> tuple[str | None, Dated]:
    """When a figure held (RFC 3339, or None) and how that is known.

    It is the report's last change, or an earlier day that the claim names where the figure counts what happened
    on a day.
    """
    changed = last_change(report.published, report.updated)
    told = _date(changed)
    if HAPPENS.intersection(figure.scope):
        days = {day for time in claim.times if (day := _day(time))} - {told}
        if len(days) == 1 and (told is None or min(days) < told):
            return min(days).isoformat(), "stated"
    return (changed, "report") if told else (None, "unknown")


def _day(time: Time) -> date | None:
    """The day that a time names, or lies in."""
    return date.fromisoformat(time.start[:_DATE]) if time.start and time.grain in _OF_A_DAY else None


def _date(text: str | None) -> date | None:
    """The day of an RFC 3339 date or date-time, in UTC."""
    day = utc(text)[:_DATE]
    return date.fromisoformat(day) if day else None
