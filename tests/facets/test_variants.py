"""The answers of one facet as variants."""

from __future__ import annotations

from itertools import combinations

import pytest

from rashomon.facets.answers import Answer
from rashomon.facets.relations import Judged, compare
from rashomon.facets.variants import split, variant
from rashomon.model import Span
from tests.facets.made import LEXICON, answers, claim


def groups(ids: str, **relations: str) -> list[str]:
    """The groups of the answers of these reports, where ``ab="agree"`` says how a and b stand; else compatible."""
    made = [Answer(claim("x", id)) for id in ids]
    given = {tuple(ids.index(id) for id in pair): kind for pair, kind in relations.items()}
    compared = {pair: Judged(given.get(pair, "compatible"), "") for pair in combinations(range(len(ids)), 2)}  # type: ignore[arg-type]
    return ["".join(ids[at] for at in held) for held in split(made, compared)]


@pytest.mark.parametrize(
    ("ids", "relations", "expected"),
    [
        ("ab", {"ab": "agree"}, ["ab"]),
        ("ab", {"ab": "compatible"}, ["a", "b"]),
        ("ab", {"ab": "conflict"}, ["a", "b"]),
        ("abc", {"ac": "agree"}, ["ac", "b"]),
        ("abc", {"bc": "agree"}, ["bc", "a"]),
        ("abc", {"ab": "agree", "bc": "agree", "ac": "agree"}, ["abc"]),
        ("abc", {"ab": "agree", "bc": "agree", "ac": "conflict"}, ["ab", "c"]),
        ("abc", {"ab": "agree", "bc": "agree", "ac": "update"}, ["ab", "c"]),
    ],
)
def test_split(ids: str, relations: dict[str, str], expected: list[str]) -> None:
    assert groups(ids, **relations) == expected


def test_the_group_of_most_reports_comes_first() -> None:
    made = [Answer(claim("x", id)) for id in ("a", "a", "b", "c")]
    agree = {(0, 1), (2, 3)}
    pairs = {pair: Judged("agree" if pair in agree else "conflict", "") for pair in combinations(range(4), 2)}
    assert split(made, pairs) == [[2, 3], [0, 1]]


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("There were 41 boats.", "41 boats", "41"),
        ("There were at least 40 boats.", "at least 40 boats", "40-"),
        ("There were up to 40 boats.", "up to 40 boats", "0-40"),
        ("There were 40 to 45 boats.", "40 to 45 boats", "40-45"),
        ("There were 2.5 million boats.", "2.5 million boats", "2500000"),
        ("The quay is 12 km away.", "12 km", "12000 m"),
        ("It cost $5 million.", "$5 million", "5000000 USD"),
    ],
)
def test_label_and_value_of_a_figure(text: str, label: str, value: str) -> None:
    made, reports = answers(text)
    found = variant("v1", made, reports, {"a": "o1"}, {})
    assert (found.label, found.value) == (label, value)


def test_copies_count_once() -> None:
    made, reports = answers(*["There were 41 boats."] * 3)
    found = variant("v1", made, reports, {"a": "o1", "b": "o1", "c": "o2"}, {})
    assert (found.id, found.origins, [m.report for m in found.mentions]) == ("v1", 2, ["a", "b", "c"])


def test_the_label_is_what_most_say() -> None:
    made, reports = answers("There were forty-one boats.", "There were 41 boats.", "It was 41 boats.")
    assert variant("v1", made, reports, {"a": "o1", "b": "o2", "c": "o3"}, {}).label == "41 boats"


def test_no_figure_no_value() -> None:
    made, reports = answers("The ferry left the quay.")
    assert variant("v1", made, reports, {"a": "o1"}, {}).value is None


def test_each_mention_is_quoted_as_is_to_be_quoted() -> None:
    made, reports = answers("The ferry left Orm at noon, and the crew rowed back to the quay.", "The ferry left Orm.")
    clause, sentence = made[0].claim.span, made[0].claim.sentence
    assert clause != sentence
    quoted = variant("v1", made, reports, {"a": "o1", "b": "o2"}, {("a", clause): sentence}).mentions
    assert [m.quote for m in quoted] == [reports["a"].text, reports["b"].text[slice(*made[1].claim.span)]]
    assert [m.clause for m in quoted] == [answer.claim.span for answer in made]
    # without it, a clause stands alone; one of another report or place is no matter
    for quotable in ({}, {("b", clause): sentence}, {("a", Span(0, 1)): sentence}):
        (alone,) = variant("v1", made[:1], reports, {"a": "o1"}, quotable).mentions
        assert (alone.span, alone.clause) == (clause, clause)


def test_figures_that_differ_are_variants() -> None:
    made, reports = answers("Nine people were hurt.", "14 people were hurt.", "Nine were hurt.")
    pairs = combinations(range(3), 2)
    assert split(made, {(i, j): compare(made[i], made[j], 0, reports, LEXICON) for i, j in pairs}) == [[0, 2], [1]]
