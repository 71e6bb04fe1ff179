"""Claims that say when something happened, and how two times stand to each other."""

from __future__ import annotations

import pytest

from rashomon.facets.times import differ, kind, main_time, scores, timed
from rashomon.model import Claim, Span
from tests.facets.made import LEXICON, claim, read


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
        (("tuesday",), "tuesday"),
        (("2014", "jun 2", "tuesday"), "jun 2"),
        (("2014", "tuesday"), "tuesday"),
        (("2014", "jun"), "2014"),
        (("7:30", "jun"), "jun"),
        (("7:30", "morning"), "7:30"),
        (("morning", "tuesday"), "tuesday"),
        (("monday", "tuesday"), "monday"),
        (("tuesday", "monday"), "monday"),
    ],
)
def test_main_time(times: tuple[str, ...], expected: str) -> None:
    assert main_time(claim("ferri sank", times=times)) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("monday", "tuesday", True),
        ("jun 2", "jun 3", True),
        ("monday", "monday", False),
        ("monday", "jun 2", False),  # a Monday may be June 2
        ("monday", "yesterday", False),
        ("morning", "evening", False),
        ("jun", "jul", False),
        ("7:30", "7:45", False),
    ],
)
def test_differ(a: str, b: str, expected: bool) -> None:
    assert differ(a, b) is differ(b, a) is expected


def test_timed() -> None:
    assert timed([claim("a", times=("tuesday",)), claim("b"), claim("c", times=("noon", "jun 2"))]) == (0, 2)
    _, told = read("The ferry sank on Tuesday. The quay burned.", "The quay burned at noon.")
    assert timed(told) == (0, 2)


def at(report: str, sentence: int, *times: str) -> Claim:
    """A claim of a sentence (by number) of a report."""
    return claim("ferri", report, sentence=Span(9 * sentence, 9 * sentence + 8), times=times)


# report a: two clauses of one sentence and one of another; report b: the same; report c: a lone clause
STORY = [at("a", 0), at("a", 0, "noon"), at("a", 1), at("b", 0, "noon"), at("b", 0), at("b", 1, "jun 2"), at("c", 0)]


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
