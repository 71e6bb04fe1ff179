"""Dates of reports, made comparable."""

from __future__ import annotations

from datetime import UTC, date, datetime


def utc(published: str | None) -> str:
    """An RFC 3339 date or date-time as text that sorts by time, in UTC; "" for None or what is no date.

    A date without a time stays a date and so sorts before all times of its day.
    """
    try:
        moment = datetime.fromisoformat(published or "")
        if len(published or "") <= len("2000-01-01"):
            return moment.strftime("%Y-%m-%d")
        return (moment if moment.tzinfo is None else moment.astimezone(UTC)).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return ""


def day_of(published: str | None) -> date | None:
    """The day of an RFC 3339 date or date-time where it was written; None for None or what is no date."""
    try:
        return datetime.fromisoformat(published or "").date()
    except ValueError:
        return None


def last_change(published: str | None, updated: str | None) -> str | None:
    """When a report was last changed: a live page published at dawn tells what is known in the evening."""
    return updated if is_later(updated, published) or not published else published


def is_later(a: str | None, b: str | None) -> bool:
    """Whether ``a`` is surely later than ``b``: of a date without a time only another day is known."""
    first, second = utc(a), utc(b)
    size = min(len(first), len(second))
    return size > 0 and first[:size] > second[:size]
