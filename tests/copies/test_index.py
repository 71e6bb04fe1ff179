"""Keys that texts share, and texts in sets."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.copies.index import COMMON, Sets, sharing


def shared(*keys: set[int], too_common: int = 100) -> dict[tuple[int, int], int]:
    pairs, counts = sharing([np.array(sorted(held), np.uint32) for held in keys], too_common)
    return {(a, b): count for (a, b), count in zip(pairs.tolist(), counts.tolist(), strict=True)}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([], {}),
        ([{1}], {}),
        ([{1, 2, 3}, {2, 3, 4}, {9}], {(0, 1): 2}),
        ([{1}, {1}, {1, 5}, {5}], {(0, 1): 1, (0, 2): 1, (1, 2): 1, (2, 3): 1}),
    ],
)
def test_holders_of_the_same_keys(keys: list[set[int]], expected: dict[tuple[int, int], int]) -> None:
    assert shared(*keys) == expected


def test_a_common_key_joins_neighbours_and_a_very_common_one_nobody() -> None:
    many = [{7}] * (COMMON + 10)
    assert len(shared(*many)) < 3 * len(many)
    assert {(n, n + 1) for n in range(len(many) - 1)} <= set(shared(*many))
    assert shared(*many, too_common=COMMON) == {}


def test_sets_are_known_by_their_first_id() -> None:
    sets = Sets("abcd")
    sets.join("d", "b")
    sets.join("b", "d")
    assert [sets.of(id) for id in "abcd"] == ["a", "b", "c", "b"]
    assert sets.members["b"] == ["b", "d"]
    assert "d" in sets
    assert "e" not in sets
