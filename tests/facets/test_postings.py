"""The words of claims as arrays."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.facets.postings import posted
from rashomon.facets.weights import weigh
from tests.facets.made import claim

TERMS = ("ferri sank tide", "ferri sank", "tide low", "", "quay", "ferri quay", "low low tide")


@pytest.mark.parametrize(
    ("block", "pool"),
    [([0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5, 6]), ([5, 0], [1, 2, 6]), ([3], [3]), ([2], []), ([], [2])],
)
def test_cosines_are_those_of_the_weights(block: list[int], pool: list[int]) -> None:
    weights = weigh([claim(terms, f"r{n}") for n, terms in enumerate(TERMS)])
    found = posted(weights.claims).cosines(np.array(block, np.int64), np.array(pool, np.int64))
    assert found.shape == (len(block), len(pool))
    assert found.ravel().tolist() == pytest.approx([weights.near(a, b) for a in block for b in pool], abs=1e-6)


@pytest.mark.parametrize(
    ("block", "most", "common", "expected"),
    [
        ([0], 9, 9, {0, 1, 2}),  # both words are shared by some
        ([0], 2, 9, {0, 1}),  # the nearest: itself, and the one that shares the rarer word
        ([0], 9, 2, {0, 1}),  # by the rarer word alone
        ([0], 9, 1, set()),
        ([3, 4], 9, 9, {3, 4}),
        ([0, 3], 1, 9, {0, 3}),
        ([5], 9, 9, set()),
    ],
)
def test_claims_that_share_words(block: list[int], most: int, common: int, expected: set[int]) -> None:
    vectors = [
        {"ferri": 0.3, "sank": 0.9},
        {"sank": 0.8, "orm": 0.6},
        {"ferri": 0.4, "tide": 0.9},
        {"quay": 0.8, "low": 0.6},
    ]
    vectors += [{"low": 1.0}, {}]
    vectors += [{"ferri": 0.01}] * (common == 2)  # a third one
    assert set(posted(vectors).sharing(np.array(block), most, common).tolist()) == expected


def test_no_claims_at_all() -> None:
    nothing = posted([])
    assert nothing.size == 0
    assert nothing.cosines(np.zeros(0, np.int64), np.zeros(0, np.int64)).shape == (0, 0)
