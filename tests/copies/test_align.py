"""Sentences of two texts that tell the same."""

from __future__ import annotations

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon import langs
from rashomon.copies.align import CHANCE, Pair, Weights, _in_order, align
from rashomon.copies.texts import Told, texts
from rashomon.model import Span
from tests.reports import report


def told(*sentences: str) -> list[Told]:
    return [Told(Span(n, n + 1), frozenset(words.split())) for n, words in enumerate(sentences)]


WEIGHT = dict.fromkeys("abcdefghijkl", 1.0)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (["a b c", "d e f"], ["a b c", "d e f"], [(0, 0), (1, 1)]),
        (["a b c", "d e f"], ["g h i", "a b c", "d e f"], [(0, 1), (1, 2)]),
        (["a b c", "d e f g"], ["d e f g", "a b h"], [(1, 0)]),
        (["a b c"], ["d e f"], []),
        (["a b c d"], ["a e f g"], []),
        ([], ["a b c"], []),
    ],
)
def test_pairs_in_one_order(a: list[str], b: list[str], expected: list[tuple[int, int]]) -> None:
    assert [(pair.a, pair.b) for pair in align(told(*a), told(*b), WEIGHT).pairs] == expected


def test_the_score_is_what_is_above_chance() -> None:
    assert align(told("a b c", "d e f"), told("a b c", "d e f"), WEIGHT).score == pytest.approx(2 * (1 - CHANCE))


def test_rare_stems_weigh_more() -> None:
    rare = align(told("a b c"), told("a d e"), {**WEIGHT, "a": 4.0}).score
    assert rare > align(told("a b c"), told("a d e"), WEIGHT).score


CELLS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from([0.3, 0.5, 0.9])), max_size=7)


@given(CELLS)
def test_the_chain_is_the_best_one(cells: list[tuple[int, int, float]]) -> None:
    pairs = sorted({(a, b): Pair(a, b, alike) for a, b, alike in cells}.values())
    chains = (
        [pair for pair, taken in zip(pairs, mask, strict=True) if taken] for mask in product((0, 1), repeat=len(pairs))
    )
    rising = (c for c in chains if all(x.a < y.a and x.b < y.b for x, y in pairwise(c)))
    best = max(sum(pair.alike - CHANCE for pair in chain) for chain in rising)
    made = _in_order(pairs, 6)
    assert made.score == pytest.approx(best)
    assert sum(pair.alike - CHANCE for pair in made.pairs) == pytest.approx(best)


def test_the_order_of_the_texts_does_not_matter() -> None:
    sentences = ["a b c d", "e f g h", "i j k l"]
    for order in permutations(sentences):
        other = align(told(*order), told(*sentences), WEIGHT)
        assert align(told(*sentences), told(*order), WEIGHT).score == pytest.approx(other.score)


def test_what_all_texts_near_tell_weighs_less() -> None:
    lexicon = langs.load("en")
    lines = (
        "The ferry sank off Collmoor at dusk.",
        "A ferry left Orm with sheep.",
        "Ferries need pilots, says Hanning.",
    )
    known = list(texts([report(f"r{n}", line) for n, line in enumerate(lines)], lexicon).values())
    alone, among = (
        Weights(known, [(0, 1)], lexicon).of(0, 1),
        Weights(known, [(0, 1), (0, 2), (1, 2)], lexicon).of(0, 1),
    )
    assert alone.keys() == among.keys()
    assert alone["collmoor"] < among["collmoor"]
    assert alone["ferri"] / alone["collmoor"] > among["ferri"] / among["collmoor"]
