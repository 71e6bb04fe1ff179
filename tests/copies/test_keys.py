"""Fingerprints of a report."""

from __future__ import annotations

import pytest

from rashomon.copies.keys import WINDOW, keys, own_words, shingles
from rashomon.text import tokens
from tests.reports import report


def own(text: str, body: int = 0) -> list[str]:
    return [word.text for word in own_words(report("r", text, body=body))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("It sank, twice.", ["It", "sank", "twice"]),
        ("She said “it sank” twice.", ["She", "said", "twice"]),
        ('She said "it sank" twice.', ["She", "said", "twice"]),
        ("One.\n“Two three\nfour", ["One", "four"]),
    ],
)
def test_own_words_stand_outside_quotation_marks(text: str, expected: list[str]) -> None:
    assert own(text) == expected


def test_the_headline_is_left_out() -> None:
    assert own("Ferry sinks\nIt sank.", body=12) == ["It", "sank"]


@pytest.mark.parametrize(("words", "expected"), [(0, 0), (2, 0), (3, 1), (10, 8)])
def test_shingles_of_three_words(words: int, expected: int) -> None:
    assert len(shingles(tokens(" ".join(f"w{n}" for n in range(words))))) == expected


def test_shingles_know_no_case() -> None:
    assert shingles(tokens("The Ferry sank")) == shingles(tokens("the ferry SANK"))


def test_a_window_leaves_no_run_unmarked() -> None:
    """Winnowing: of any window of shingles one at least is a fingerprint."""
    made = report("r", " ".join(f"w{n * n}" for n in range(60)))
    hashes = shingles(own_words(made))
    marks = keys(made)
    assert marks <= set(hashes)
    assert all(marks & set(hashes[at : at + WINDOW]) for at in range(len(hashes) - WINDOW + 1))


@pytest.mark.parametrize("text", ["", "It sank", "“It sank in the bay last night,”"])
def test_a_text_without_three_own_words_has_no_fingerprints(text: str) -> None:
    assert keys(report("r", text)) == frozenset()
