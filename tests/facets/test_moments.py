"""Claims that say on which day something happened."""

from __future__ import annotations

import pytest

from rashomon.facets.moments import dated, day, is_weekday
from tests.facets.made import claim


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((), None),
        (("tuesday",), "tuesday"),
        (("jun 2",), "jun 2"),
        (("2014", "jun 2"), "jun 2"),
        (("morning", "tuesday"), "tuesday"),
        (("monday", "tuesday"), None),
        (("jun 2", "tuesday"), None),
        (("yesterday",), None),
        (("today",), None),
        (("midday",), None),
        (("jun",), None),
        (("2014",), None),
        (("7:30",), None),
    ],
)
def test_day(times: tuple[str, ...], expected: str | None) -> None:
    assert day(claim("ferri sank", times=times)) == expected


@pytest.mark.parametrize(
    ("time", "expected"), [("friday", True), ("sunday", True), ("jun 2", False), ("yesterday", False), ("dawn", False)]
)
def test_is_weekday(time: str, expected: bool) -> None:
    assert is_weekday(time) is expected


def test_dated() -> None:
    assert dated([claim("a", times=("tuesday",)), claim("b"), claim("c", times=("jun 2",))]) == (0, 2)
