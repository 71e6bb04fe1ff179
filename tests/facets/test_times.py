"""Claims that say when something happened, and how two times stand to each other."""

from __future__ import annotations

import pytest

from rashomon.facets.times import differ, kind, main_time, scores, stand, timed, without_asides
from rashomon.model import Claim, Span
from tests.facets.made import LEXICON, claim, read, when


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("friday", "weekday"),
        ("sunday", "weekday"),
        ("jun 2", "date"),
        ("jun", "month"),
        ("may", "month"),
        ("2014", "year"),
        ("1912", "year"),
        ("7:30", "clock"),
        ("7.30", "clock"),
        ("today", "part"),
        ("yesterday", "part"),
        ("midday", "part"),
        ("tomorrow", "part"),
        ("noon", "part"),
        ("pre-dawn", "part"),
    ],
)
def test_kind(time: str, expected: str) -> None:
    assert kind(time) == expected


def test_every_word_of_time_that_claims_hold_has_its_kind() -> None:
    expected = {"weekday": "weekday", "month": "month", "daypart": "part", "relative": "part"}
    for word, named in LEXICON.times.items():
        if named in expected:
            assert kind(word[:3] if named == "month" else word) == expected[named]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        (("Tuesday",), "Tuesday"),
        (("in 2014", "June 2", "Tuesday"), "June 2"),
        (("in 2014", "Tuesday"), "Tuesday"),
        (("in 2014", "June"), "2014"),
        (("at 7:30 p.m.", "June"), "June"),
        (("at 7:30 p.m.", "morning"), "7:30 p.m."),
        (("morning", "Tuesday"), "Tuesday"),
        (("Monday", "Tuesday"), "Monday"),
        (("Tuesday", "Monday"), "Monday"),
        (("last week", "Tuesday morning"), "Tuesday morning"),
    ],
)
def test_main_time(times: tuple[str, ...], expected: str) -> None:
    assert main_time(claim("ferri sank", times=tuple(when(time) for time in times))).label == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Monday", "Tuesday", "apart"),
        ("June 2", "June 3", "apart"),
        ("Monday", "Monday", "same"),
        ("Monday", "last Monday", "same"),
        ("Monday", "June 2", "unknown"),
        ("Monday", "yesterday", "unknown"),
        ("Monday", "Monday morning", "inside"),
        ("Monday", "early on Monday", "inside"),
        ("Monday", "until Monday", "overlap"),
        ("Monday morning", "Monday night", "apart"),
        ("Monday evening", "Monday night", "overlap"),
        ("noon on Monday", "Monday 12 p.m.", "inside"),
        ("7 p.m. on Monday", "7:30 p.m. on Monday", "apart"),
        ("7 p.m. GMT on Monday", "9 p.m. local time on Monday", "overlap"),
        ("morning", "evening", "unknown"),
        ("in June", "in July", "unknown"),
        ("in June", "late June", "inside"),
        ("at 7:30 p.m.", "at 7:45 p.m.", "apart"),
        ("at 7:30 p.m.", "at about 7:45 p.m.", "inside"),
        ("at 7:30 p.m.", "before 8 p.m.", "inside"),
        ("at 7:30 p.m.", "7:30 p.m. on Monday", "inside"),
        ("at 7:30 p.m. on Monday", "8 p.m. on Tuesday", "apart"),
        ("in 2012", "November 2012", "inside"),
        ("in 2012", "in 2013", "unknown"),
        ("June 2", "June 2, 2014", "same"),
        ("June 2", "Monday, June 2, 2014", "alike"),
        ("June 3", "Monday, June 2, 2014", "apart"),
        ("Monday", "June 2, 2014", "alike"),
        ("Tuesday", "June 2, 2014", "apart"),
        ("Monday", "June 2, 2014 at noon", "inside"),
        ("June 2, 2014", "June 3, 2014", "apart"),
        ("June 2, 2014", "until June 3, 2014", "inside"),
    ],
)
def test_stand(a: str, b: str, expected: str) -> None:
    assert stand(when(a), when(b)) == stand(when(b), when(a)) == expected
    assert differ(when(a), when(b)) is (expected == "apart")


THURSDAY = "2031-06-05"


@pytest.mark.parametrize(
    ("a", "b", "other", "expected"),
    [
        ("Sunday", "June 1", THURSDAY, "alike"),
        ("Sunday", "yesterday", "2031-06-02", "alike"),
        ("Sunday", "June 2", THURSDAY, "apart"),
        ("Sunday", "June", THURSDAY, "inside"),
        ("Sunday", "noon on June 1", THURSDAY, "inside"),
        ("last year", "in 2030", THURSDAY, "same"),
        ("last month", "in May", THURSDAY, "alike"),
        ("two weeks ago", "late May", THURSDAY, "inside"),
        ("two months ago", "late March", THURSDAY, "overlap"),
        ("yesterday", "yesterday", "2031-06-06", "apart"),
        ("yesterday", "yesterday", THURSDAY, "same"),
        # one week's Sunday, or the other's: a plan may be read as past
        ("Sunday", "Sunday", "2031-06-09", "unknown"),
        ("Sunday", "Sunday", "2031-06-20", "apart"),
        ("in May", "in April", THURSDAY, "unknown"),
        ("7 p.m. GMT on Sunday", "3 p.m. EDT on June 1", THURSDAY, "alike"),
        ("7 p.m. GMT on Sunday", "7 p.m. EDT on June 1", THURSDAY, "apart"),
        ("7 p.m. GMT on Sunday", "7 p.m. on June 1", THURSDAY, "overlap"),
        ("Sunday", "Sunday", None, "same"),
        ("Sunday", "Monday", None, "apart"),
        ("June 1", "Monday", None, "apart"),
        ("June 1", "Sunday", None, "alike"),
    ],
)
def test_stand_through_the_reports_dates(a: str, b: str, other: str | None, expected: str) -> None:
    first, second = when(a, THURSDAY), when(b, other)
    assert stand(first, second) == stand(second, first) == expected


def test_timed() -> None:
    assert timed(
        [claim("a", times=(when("Tuesday"),)), claim("b"), claim("c", times=(when("noon"), when("June 2")))]
    ) == (0, 2)
    _, told = read("The ferry sank on Tuesday. The quay burned.", "The quay burned at noon.")
    assert timed(told) == (0, 2)


def at(report: str, sentence: int, *times: str) -> Claim:
    """A claim of a sentence (by number) of a report."""
    return claim(
        "ferri", report, sentence=Span(9 * sentence, 9 * sentence + 8), times=tuple(when(time) for time in times)
    )


# report a: two clauses of one sentence and one of another; report b: the same; report c: a lone clause
STORY = [at("a", 0), at("a", 0, "noon"), at("a", 1), at("b", 0, "noon"), at("b", 0), at("b", 1, "June 2"), at("c", 0)]


@pytest.mark.parametrize(
    ("items", "beside", "expected"),
    [
        # by place in ``items``; the same time adds .15
        ([1, 3], {(1, 3): 0.5}, {(0, 1): 0.65}),
        ([1, 3], {(1, 3): 0.95}, {(0, 1): 1.0}),
        ([1, 3, 5], {(1, 5): 0.5}, {(0, 2): 0.5}),
        ([1, 3], {(1, 3): 0.05}, {(0, 1): 0.2}),
        ([1, 3], {(1, 3): 0.04}, {}),
        ([1, 5], {(1, 3): 0.5}, {}),
        ([], {}, {}),
    ],
)
def test_scores(items: list[int], beside: dict[tuple[int, int], float], expected: dict[tuple[int, int], float]) -> None:
    assert scores(items, STORY, beside) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (("Monday", "on June 2", "in 1974"), ("Monday", "on June 2")),
        (("Monday", "June 2, 2014", "in 2014"), ("Monday", "June 2, 2014", "in 2014")),
        (("in 1974", "in 1975", "Monday"), ("in 1974", "in 1975", "Monday")),
        (("in 1974", "Monday"), ("in 1974", "Monday")),
        (("in June", "Monday", "Tuesday"), ("in June", "Monday", "Tuesday")),
    ],
)
def test_a_year_among_days_is_told_of_something_else(told: tuple[str, ...], left: tuple[str, ...]) -> None:
    claims = [claim("ferri sank", times=(when(words),)) for words in told]
    assert [told[at] for at in without_asides(range(len(told)), claims)] == list(left)
