"""Fingerprints of a text."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.copies.keys import WINDOW, Hashes, common, fingerprints, hashed, shingles


def words(*names: str) -> Hashes:
    return np.array([hashed(name) for name in names], np.uint32)


def numbers(*values: int) -> Hashes:
    return np.array(values, np.uint32)


@pytest.mark.parametrize(("size", "expected"), [(0, 0), (2, 0), (3, 1), (10, 8)])
def test_shingles_of_three_words(size: int, expected: int) -> None:
    assert len(shingles(words(*(f"w{n}" for n in range(size))))) == expected


def test_shingles_are_of_words_in_order() -> None:
    one, other = (
        shingles(words("the", "ferry", "sank", "the", "ferry", "sank")),
        shingles(words("sank", "ferry", "the")),
    )
    assert one[0] == one[3]
    assert len(np.unique(np.append(one, other))) == 4


def test_a_window_leaves_no_run_unmarked() -> None:
    """Winnowing: of any window of shingles one at least is a fingerprint."""
    hashes = shingles(words(*(f"w{n * n}" for n in range(60))))
    marks = fingerprints(hashes)
    assert set(marks) <= set(hashes)
    assert all(set(marks) & set(hashes[at : at + WINDOW]) for at in range(len(hashes) - WINDOW + 1))


@pytest.mark.parametrize(("hashes", "expected"), [((), []), ((5,), [5]), ((5, 3), [3]), ((9, 1, 8, 7, 6), [1])])
def test_fingerprints_of_few_hashes(hashes: tuple[int, ...], expected: list[int]) -> None:
    assert fingerprints(numbers(*hashes)).tolist() == expected


def test_common_fingerprints() -> None:
    assert common(numbers(1, 3, 5), numbers(3, 4, 5)) == 2
