"""Average-link clustering."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.facets.group import group

Scores = dict[tuple[int, int], float]


@pytest.mark.parametrize(
    ("size", "scores", "least", "expected"),
    [
        (0, {}, 0.2, []),
        (3, {}, 0.2, []),
        (2, {(0, 1): 0.2}, 0.2, [(0, 1)]),
        (2, {(0, 1): 0.19}, 0.2, []),
        # by hand: 0-1 join at .9; {0,1}-2 is (.6+.2)/2 = .4; {0,1,2}-3 is (.4+0+0)/3 = .13
        (4, {(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.2, (2, 3): 0.4}, 0.3, [(0, 1, 2)]),
        # the same with a higher threshold: after 0-1, 2 and 3 join each other at .4
        (4, {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.2, (2, 3): 0.4}, 0.3, [(0, 1), (2, 3)]),
        # unweighted: {0,1,2}-3 is the mean of three pairs, (.9+.6+.6)/3 = .7, not of two groups
        (4, {(0, 1): 1.0, (0, 2): 0.96, (1, 2): 0.96, (0, 3): 0.9, (1, 3): 0.6, (2, 3): 0.6}, 0.69, [(0, 1, 2, 3)]),
        (4, {(0, 1): 1.0, (0, 2): 0.96, (1, 2): 0.96, (0, 3): 0.9, (1, 3): 0.6, (2, 3): 0.6}, 0.71, [(0, 1, 2)]),
        # one strong link does not chain two groups together
        (4, {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.7}, 0.2, [(0, 1), (2, 3)]),
        # a mean of just enough joins
        (3, {(0, 1): 1.0, (0, 2): 0.75, (1, 2): 0.25}, 0.5, [(0, 1, 2)]),
        # a tie goes to the lower numbers
        (3, {(0, 1): 0.5, (1, 2): 0.5}, 0.3, [(0, 1)]),
        (4, {(2, 3): 0.5, (0, 1): 0.5, (1, 2): 0.5, (0, 3): 0.5}, 0.4, [(0, 1), (2, 3)]),
    ],
)
def test_groups(size: int, scores: Scores, least: float, expected: list[tuple[int, ...]]) -> None:
    assert group(size, scores, least) == expected


PAIRS = [(a, b) for b in range(7) for a in range(b)]


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.1, 0.25, 0.5, 0.75, 1.0])), st.randoms())
def test_the_order_of_the_pairs_does_not_matter(scores: Scores, chance: object) -> None:
    shuffled = list(scores.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    made = group(7, scores)
    assert group(7, dict(shuffled)) == made
    members = [at for held in made for at in held]
    assert len(members) == len(set(members))
    assert all(len(held) > 1 and list(held) == sorted(held) for held in made)
    assert made == sorted(made)
