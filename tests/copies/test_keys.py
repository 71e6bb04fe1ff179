"""Fingerprints of a text."""

from __future__ import annotations

import pytest

from rashomon.copies.keys import WINDOW, fingerprints, shingles
from rashomon.text import tokens


@pytest.mark.parametrize(("words", "expected"), [(0, 0), (2, 0), (3, 1), (10, 8)])
def test_shingles_of_three_words(words: int, expected: int) -> None:
    assert len(shingles(tokens(" ".join(f"w{n}" for n in range(words))))) == expected


def test_shingles_know_no_case() -> None:
    assert shingles(tokens("The Ferry sank")) == shingles(tokens("the ferry SANK"))


def test_a_window_leaves_no_run_unmarked() -> None:
    """Winnowing: of any window of shingles one at least is a fingerprint."""
    hashes = shingles(tokens(" ".join(f"w{n * n}" for n in range(60))))
    marks = fingerprints(hashes)
    assert marks <= set(hashes)
    assert all(marks & set(hashes[at : at + WINDOW]) for at in range(len(hashes) - WINDOW + 1))


@pytest.mark.parametrize(("hashes", "expected"), [((), set()), ((5,), {5}), ((5, 3), {3}), ((9, 1, 8, 7, 6), {1})])
def test_fingerprints_of_few_hashes(hashes: tuple[int, ...], expected: set[int]) -> None:
    assert fingerprints(hashes) == expected
