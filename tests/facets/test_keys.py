"""Which claims are compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.facets import keys, pools
from rashomon.facets.keys import LAST, MEANING, NEAREST, SENTENCES, WORDS, Candidates, candidates
from rashomon.facets.meanings import Floats, Meanings
from rashomon.facets.weights import weigh
from rashomon.model import Claim
from tests.facets.made import claim

Pairs = list[tuple[int, int]]


def made(*told: str) -> list[Claim]:
    """Claims from their report and terms: "a: ferri sank"."""
    return [claim(terms, report) for report, terms in (one.split(":") for one in told)]


def found(claims: Sequence[Claim], seen: Meanings | None = None) -> Candidates:
    return candidates(claims, weigh(claims), seen)


def pairs(*told: str) -> Pairs:
    return [(a, b) for a, b in found(made(*told)).pairs.tolist()]


def unit(*cosines: float) -> Floats:
    """Unit vectors in a plane that have these cosines with the first axis."""
    return np.array([[x, (1 - x * x) ** 0.5] for x in cosines], np.float32)


def meaning(whole: Floats, sentence: Floats) -> Meanings:
    return Meanings(whole, whole, sentence, sentence, (), ())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((), []),
        (("a: ferri",), []),
        (("a: ferri sank", "b: tide low", "c: ferri low"), [(0, 2), (1, 2)]),
        (("c: ferri", "b: ferri", "a: ferri"), [(0, 1), (0, 2), (1, 2)]),
        # only claims of two reports
        (("a: ferri sank", "a: ferri sank", "b: ferri low", "c: tide"), [(0, 2), (1, 2)]),
        (("a: ferri sank", "a: ferri sank"), []),
        # no words, no pair
        (("a:", "b:", "c: ferri"), []),
    ],
)
def test_claims_that_share_a_word_are_compared(told: tuple[str, ...], expected: Pairs) -> None:
    assert pairs(*told) == expected


def test_a_word_of_most_claims_proposes_nothing() -> None:
    shared, others = ([f"{report}{n}: {term} own{report}{n}" for n in range(30)] for report, term in ("rf", "st"))
    assert pairs(*shared) == []
    assert pairs(*shared[:2], *others) == [(0, 1)]


def test_nothing_found_has_its_shape() -> None:
    nothing = found(made("a: ferri", "b: tide"))
    assert (nothing.pairs.shape, nothing.words.shape, nothing.ranks.shape) == ((0, 2), (0,), (0, 2))


def test_the_cosine_of_the_words() -> None:
    claims = made("a: ferri sank", "b: ferri low", "c: ferri sank", "d: ferri rest")
    weights = weigh(claims)
    one = candidates(claims, weights, None)
    expected = [weights.near(a, b) for a, b in one.pairs.tolist()]
    assert one.words.tolist() == pytest.approx(expected, abs=1e-6)
    assert all(WORDS <= value <= 1 + 1e-6 for value in one.words.tolist())


@pytest.mark.parametrize(
    ("whole", "sentence", "expected"),
    [
        (MEANING + 0.01, 0.0, [(0, 1)]),
        (MEANING - 0.01, 0.0, []),
        (0.0, SENTENCES + 0.01, [(0, 1)]),
        (0.0, SENTENCES - 0.01, []),
        (-0.9, -0.9, []),
    ],
)
def test_meaning_alone_can_propose_a_pair(whole: float, sentence: float, expected: Pairs) -> None:
    seen = meaning(unit(1, whole), unit(1, sentence))
    one = found(made("a: ferri", "b: tide"), seen)
    assert [tuple(pair) for pair in one.pairs.tolist()] == expected
    assert one.words.tolist() == [0.0] * len(expected)
    assert found(made("a: ferri", "a: tide"), seen).pairs.size == 0


def test_words_alone_can_too() -> None:
    one = found(made("a: ferri", "b: ferri"), meaning(unit(1, 0), unit(1, 0)))
    assert one.pairs.tolist() == [[0, 1]]
    assert one.words.tolist() == [1.0]


def test_no_more_than_the_nearest_are_kept() -> None:
    n = NEAREST + 20
    claims = made(*["a: ferri"] * n, *["b: ferri"] * n)
    kept = [(a, b - n) for a, b in found(claims).pairs.tolist()]
    # all are as near: of each claim the first of the other report are kept
    assert kept == [(a, b) for a in range(n) for b in range(n) if min(a, b) < NEAREST]


def test_ranks_are_by_report() -> None:
    near = found(made("a: ferri sank tide", "b: ferri sank", "b: ferri sank tide", "c: sank"))
    assert dict(zip(map(tuple, near.pairs.tolist()), near.ranks.tolist(), strict=True)) == {
        (0, 1): [1, 0],  # for a, the second of b's is nearer
        (0, 2): [0, 0],
        (0, 3): [0, 0],
        (1, 3): [0, 0],
        (2, 3): [0, 1],
    }


def test_a_rank_is_at_most_the_last() -> None:
    near = found(made("a: ferri", *["b: ferri"] * (LAST + 5)))
    assert near.ranks.tolist() == [[min(n, LAST), 0] for n in range(LAST + 5)]


def test_meaning_ranks_too() -> None:
    seen = meaning(unit(1, 0.5, 0.9), unit(1, 1, 1))
    assert found(made("a: ferri", "b: tide", "b: quay"), seen).ranks.tolist() == [[1, 0], [0, 0]]
    assert found(made("a: ferri", "b: ferri", "b: quay"), seen).ranks.tolist() == [[0, 0], [1, 0]]


STORIES = st.lists(
    st.tuples(st.sampled_from("abc"), st.lists(st.sampled_from("ferri sank tide low quay".split()), max_size=4)),
    max_size=14,
)


Near = dict[tuple[int, int], float]


def ranked(claims: Sequence[Claim], near: Near, a: int) -> list[int]:
    """The neighbours of a claim, the nearest first, the plain way."""
    others = [b for b in range(len(claims)) if (min(a, b), max(a, b)) in near]
    return sorted(others, key=lambda b: (-near[min(a, b), max(a, b)], b))


@settings(max_examples=60, deadline=None)
@given(STORIES, st.integers(1, 4))
def test_as_if_all_were_compared_one_by_one(story: list[tuple[str, list[str]]], most: int) -> None:
    claims = [claim(" ".join(terms), report) for report, terms in story]
    every = found(claims)  # too few for one to be left
    near = dict(zip(((a, b) for a, b in every.pairs.tolist()), every.words.tolist(), strict=True))
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(pools, "_BLOCK", 3)
        changed.setattr(keys, "NEAREST", most)
        few = found(claims)
    order = [ranked(claims, near, a) for a in range(len(claims))]
    wanted = sorted({(min(a, b), max(a, b)) for a, others in enumerate(order) for b in others[:most]})
    assert [(a, b) for a, b in few.pairs.tolist()] == wanted
    assert few.words.tolist() == [near[pair] for pair in wanted]
    beside = [
        [[c for c in order[a] if claims[c].report == claims[b].report].index(b) for a, b in (p, p[::-1])]
        for p in wanted
    ]
    assert few.ranks.tolist() == beside
