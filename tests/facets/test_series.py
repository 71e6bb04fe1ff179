"""A toll that changes as time goes on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from rashomon.facets.apart import settings
from rashomon.facets.quantities import Counted
from rashomon.facets.series import joined
from tests.facets.made import LEXICON, claim, figure, when
from tests.reports import report

MORNING, EVENING = "2031-03-01T08:00:00Z", "2031-03-01T19:00:00Z"


def series(*groups: Sequence[tuple[str, str | None]]) -> list[tuple[int, ...]]:
    """The groups that come of groups of (text with one figure, date of its report)."""
    told = [one for group in groups for one in group]
    reports = {f"r{at}": report(f"r{at}", text, published=date) for at, (text, date) in enumerate(told)}
    items = [Counted(at, figure(text)) for at, (text, _) in enumerate(told)]
    starts = [sum(map(len, groups[:n])) for n in range(len(groups))]
    places = [tuple(range(start, start + len(group))) for start, group in zip(starts, groups, strict=True)]
    return joined(places, items, [claim("x", id) for id in reports], reports)


@pytest.mark.parametrize(
    ("early", "late", "dates", "together"),
    [
        ("Two were killed.", "Five were killed.", (MORNING, EVENING), True),
        ("Five were killed.", "Two were killed.", (EVENING, MORNING), True),
        ("Five were killed.", "Two were killed.", (MORNING, EVENING), False),
        ("Two were killed.", "Five were killed.", (MORNING, MORNING), False),
        ("Two were killed.", "Five were killed.", ("2031-03-01", EVENING), False),
        ("Two were killed.", "Five were killed.", (MORNING, None), False),
        ("Six are missing.", "One boat is missing.", (MORNING, EVENING), True),
        ("One boat is missing.", "Six are missing.", (MORNING, EVENING), False),
        ("Two were killed.", "Five were injured.", (MORNING, EVENING), False),
        ("Two sheep were killed.", "Five sailors were killed.", (MORNING, EVENING), False),
        ("There were two boats.", "There were five boats.", (MORNING, EVENING), False),
        ("It is 2 km away.", "It is 5 km away.", (MORNING, EVENING), False),
    ],
)
def test_two_groups(early: str, late: str, dates: tuple[str, str | None], together: bool) -> None:
    assert series([(early, dates[0])], [(late, dates[1])]) == ([(0, 1)] if together else [(0,), (1,)])


def test_the_middle_report_of_a_group_counts() -> None:
    first = [("Two were killed.", MORNING), ("Two were killed.", MORNING), ("Two were killed.", "2031-03-02T09:00:00Z")]
    assert series(first, [("Five were killed.", EVENING)]) == [(0, 1, 2, 3)]


def test_three_groups() -> None:
    told = [("Two were killed.", MORNING)], [("Five were killed.", EVENING)], [("Three were hurt.", EVENING)]
    assert series(*told) == [(0, 1), (2,)]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("Nineteen people were injured.", "The blast injured 19.", True),
        ("Nineteen people were injured.", "The blast injured 20.", False),
        ("Nineteen people were injured.", "The blast killed 19.", False),
        ("Two people were injured.", "The blast injured two.", False),
        ("There were 19 boats.", "The 19 boats were red.", False),
    ],
)
def test_two_groups_with_the_same_toll(first: str, second: str, together: bool) -> None:
    assert series([(first, None)], [(second, None)]) == ([(0, 1)] if together else [(0,), (1,)])


@pytest.mark.parametrize(
    ("days", "together"),
    [(("Sunday", "Sunday"), True), (("Sunday", "Monday"), False), (("Sunday", None), True)],
)
def test_tolls_of_two_days_are_not_one(days: tuple[str | None, str | None], together: bool) -> None:
    told = [("Two were killed.", MORNING), ("Five were killed.", EVENING)]
    reports = {f"r{at}": report(f"r{at}", text, published=date) for at, (text, date) in enumerate(told)}
    claims = [claim("x", f"r{at}", times=(when(day),) if day else ()) for at, day in enumerate(days)]
    items = [Counted(at, figure(text)) for at, (text, _) in enumerate(told)]
    found = joined([(0,), (1,)], items, claims, reports, settings(claims, reports, LEXICON))
    assert found == ([(0, 1)] if together else [(0,), (1,)])
