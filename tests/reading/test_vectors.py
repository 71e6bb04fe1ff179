"""Vectors of sentences and of spans."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import ReadSentence, ReadWord, Span
from rashomon.reading.vectors import rows, similarity, vector


def sentence(*held: list[float], start: int = 0) -> ReadSentence:
    """A sentence of words of three letters, with a space between, that have these vectors."""
    places = [start + 4 * i for i in range(len(held))]
    words = tuple(ReadWord(at, at + 3, "cod", "NOUN", "NN", -1, "root") for at in places)
    return ReadSentence(Span(start, start + 4 * len(held)), words, (), np.array(held, "<f2").tobytes())


def bare(words: int) -> ReadSentence:
    """A sentence of a reader that makes no vectors."""
    return sentence(*([] for _ in range(words)))


THREE = sentence([1, 0], [0, 1], [0, 3], start=10)


def test_rows() -> None:
    assert rows(THREE).tolist() == [[1, 0], [0, 1], [0, 3]]
    assert rows(THREE).dtype == np.float32
    assert rows(sentence()).shape == (0, 0)
    assert rows(bare(3)).shape == (3, 0)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (None, [1, 4]),
        (Span(10, 22), [1, 4]),
        (Span(0, 99), [1, 4]),
        (Span(10, 13), [1, 0]),
        (Span(10, 17), [1, 1]),
        (Span(14, 21), [0, 4]),
        # a word that lies only half in the span does not count
        (Span(10, 16), [1, 0]),
        (Span(11, 17), [0, 1]),
        (Span(11, 13), [0, 0]),
        (Span(13, 14), [0, 0]),
        (Span(10, 10), [0, 0]),
        (Span(50, 60), [0, 0]),
    ],
)
def test_vector(span: Span | None, expected: list[float]) -> None:
    wanted = np.array(expected) / max(float(np.linalg.norm(expected)), 1)
    found = vector(THREE, span)
    assert found.dtype == np.float32
    assert found == pytest.approx(wanted, abs=1e-6)


@pytest.mark.parametrize("span", [None, Span(0, 3), Span(50, 60)])
def test_vector_of_nothing(span: Span | None) -> None:
    assert vector(sentence(), span).shape == (0,)
    assert vector(bare(2), span).shape == (0,)


def test_vectors_that_cancel_out_are_no_direction() -> None:
    assert vector(sentence([1, -1], [-1, 1])).tolist() == [0, 0]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.floats(0.125, 100, width=16), min_size=3, max_size=3), min_size=1, max_size=6))
def test_vectors_have_the_length_one(held: list[list[float]]) -> None:
    assert float(np.linalg.norm(vector(sentence(*held)))) == pytest.approx(1, abs=1e-5)
    assert similarity(vector(sentence(*held)), vector(sentence(*held))) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([1, 0], [1, 0], 1),
        ([1, 0], [0, 1], 0),
        ([1, 0], [-1, 0], -1),
        ([0.6, 0.8], [1, 0], 0.6),
        ([], [], 0),
        ([], [1, 0], 0),
        ([0, 0], [1, 0], 0),
        # of two readers
        ([1, 0], [1, 0, 0], 0),
    ],
)
def test_similarity(a: list[float], b: list[float], expected: float) -> None:
    left, right = np.array(a, np.float32), np.array(b, np.float32)
    assert similarity(left, right) == pytest.approx(expected)
    assert similarity(right, left) == pytest.approx(expected)
