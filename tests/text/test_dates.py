"""Dates of reports, made comparable."""

from __future__ import annotations

import pytest

from rashomon.text.dates import is_later, last_change, utc


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (None, ""),
        ("", ""),
        ("2031-03-01", "2031-03-01"),
        ("2031-03-01T08:00:00", "2031-03-01T08:00:00"),
        ("2031-03-01T08:00:00Z", "2031-03-01T08:00:00"),
        ("2031-03-01T23:30:00-02:00", "2031-03-02T01:30:00"),
        ("2031-03-01T00:20:00+05:30", "2031-02-28T18:50:00"),
        ("2031-03-01T08:00:00.5Z", "2031-03-01T08:00:00"),
        ("2031-03-01T99:00:00Z", ""),
        ("the first of March", ""),
        ("soon", ""),
        ("0001-01-01T00:00:00+05:00", ""),
    ],
)
def test_utc(published: str | None, expected: str) -> None:
    assert utc(published) == expected


@pytest.mark.parametrize(
    ("published", "updated", "expected"),
    [
        (None, None, None),
        ("2031-03-01", None, "2031-03-01"),
        (None, "2031-03-02", "2031-03-02"),
        ("2031-03-01", "2031-03-02", "2031-03-02"),
        ("2031-03-02", "2031-03-01", "2031-03-02"),
        ("2031-03-01T08:00:00Z", "2031-03-01T09:00:00+05:00", "2031-03-01T08:00:00Z"),
    ],
)
def test_last_change(published: str | None, updated: str | None, expected: str | None) -> None:
    assert last_change(published, updated) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2031-03-02", "2031-03-01", True),
        ("2031-03-01", "2031-03-01", False),
        ("2031-03-01T08:00:00Z", "2031-03-01T07:00:00Z", True),
        ("2031-03-01T08:00:00Z", "2031-03-01", False),
        ("2031-03-02T08:00:00Z", "2031-03-01", True),
        ("2031-03-01T10:00:00+05:00", "2031-03-01T07:00:00Z", False),
        ("2031-03-01", None, False),
        (None, "2031-03-01", False),
        (None, None, False),
    ],
)
def test_is_later(a: str | None, b: str | None, expected: bool) -> None:
    assert is_later(a, b) is expected
