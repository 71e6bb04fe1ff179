"""Whether one report copied another."""

from __future__ import annotations

import pytest

from rashomon.copies.judge import COPIED, judge, link
from rashomon.copies.keys import keys
from rashomon.model import Evidence
from tests.reports import report

TEXT = (
    "The ferry Marsh Lark ran aground off Collmoor on Tuesday with 112 passengers on board. Boats from three villages "
    "brought them ashore before dark. The tide was lower than anyone on the quay could remember."
)


@pytest.mark.parametrize(
    ("a", "b", "score"),
    [
        (range(10), range(10), 1.0),
        (range(10), range(100), 1.0),
        (range(10), range(5, 50), 0.5),
        (range(10), range(20, 40), 0.0),
        (range(7), range(7), 0.0),
        (range(0), range(50), 0.0),
    ],
)
def test_share_of_the_smaller_one(a: range, b: range, score: float) -> None:
    for evidence in (judge(frozenset(a), frozenset(b)), judge(frozenset(b), frozenset(a))):
        assert evidence.score == pytest.approx(score)
        assert all(evidence.reasons)


def test_a_part_of_a_text_is_contained() -> None:
    whole, part = report("a", TEXT), report("b", TEXT[: TEXT.index("The tide")])
    assert judge(keys(whole), keys(part)).score >= COPIED


def test_a_link_shows_the_longest_run_of_shared_words() -> None:
    other = "A boat sank. " + TEXT[: TEXT.index(" before dark")] + " at noon, it was said."
    made = link(report("a", TEXT), report("b", other), Evidence(0.71239, ("why",)))
    assert (made.reports, made.kind, made.share) == (("a", "b"), "verbatim", 0.712)
    assert made.quote == TEXT[: TEXT.index(" before dark")]


def test_a_short_run_is_a_rewrite() -> None:
    other = "Off the coast the ferry Marsh Lark ran into a bank of sand and stayed there until the evening came."
    made = link(report("a", TEXT), report("b", other), Evidence(0.4, ("why",)))
    assert (made.kind, made.quote) == ("rewrite", "The ferry Marsh Lark ran")


def test_nothing_shared_leaves_an_empty_quote() -> None:
    assert link(report("a", TEXT), report("b", "Rain fell all night."), Evidence(0.3, ())).quote == ""
