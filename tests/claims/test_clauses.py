"""The clauses of a sentence, none of them longer than 45 words."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import langs
from rashomon.claims.clauses import clauses
from rashomon.claims.figures import figures
from rashomon.model import Span
from rashomon.text import tokens

LEXICON = langs.load()
WORD = re.compile(r"\w+(?:[.,]\d+)*")  # how the public scorer counts words


def parts(text: str) -> list[str]:
    return [text[span.start : span.end] for span in clauses(text, Span(0, len(text)), LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank, then rose.", ["It sank, then rose."]),
        (
            "One two three four five, six seven eight nine ten; eleven twelve thirteen fourteen fifteen",
            ["One two three four five", "six seven eight nine ten", "eleven twelve thirteen fourteen fifteen"],
        ),
        (
            "The ferry left the old harbour of Collmoor, but nobody on the quay saw it go.",
            ["The ferry left the old harbour of Collmoor", "but nobody on the quay saw it go."],
        ),
        (
            "The crew left the ferry because the engine room was full of water.",
            ["The crew left the ferry", "because the engine room was full of water."],
        ),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A wave struck the quay of Collmoor, killing three people and injuring 19, including two children.",
            ["A wave struck the quay of Collmoor, killing three people", "injuring 19", "including two children."],
        ),
        ("The storm killed three people and wounded 19.", ["The storm killed three people", "wounded 19."]),
        ("Two boats were sunk, four were damaged.", ["Two boats were sunk", "four were damaged."]),
        ("On the 3 quays, 12 people were injured.", ["On the 3 quays, 12 people were injured."]),
        ("The storm killed three men, 12 women.", ["The storm killed three men, 12 women."]),
    ],
)
def test_a_part_with_a_number_and_a_predicate_of_its_own_stands_alone(text: str, expected: list[str]) -> None:
    numbers = [figure.span for figure in figures(tokens(text), LEXICON)]
    found = clauses(text, Span(0, len(text)), LEXICON, numbers)
    assert [text[span.start : span.end] for span in found] == expected


def test_a_part_of_a_text() -> None:
    text = "Ferry sinks. The tide fell on Tuesday."
    assert [text[s.start : s.end] for s in clauses(text, Span(13, len(text)), LEXICON)] == ["The tide fell on Tuesday."]


def longest(text: str) -> int:
    """The most words of a clause, by white space or as the scorer counts them, whichever is more."""
    return max(max(len(part.split()), len(WORD.findall(part))) for part in parts(text))


@pytest.mark.parametrize("text", ["boat " * 100, "3.5 " * 100, "boat, " * 100, "ferry. " * 46])
def test_a_clause_has_at_most_45_words(text: str) -> None:
    assert longest(text.strip()) <= 45
    assert len(WORD.findall(" ".join(parts(text.strip())))) == len(WORD.findall(text))


@pytest.mark.parametrize(
    "text", [word * 60 for word in ("rock-solid ", "don’t ", "U.S. ", "7:30 ", "“boat” ", "boat & ", "a _ ")]
)
def test_a_clause_has_at_most_45_words_however_these_are_counted(text: str) -> None:
    assert longest(text.strip()) <= 45


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from("boat ferry, and but which said 41 3.5 “Go” – ; sank. was".split()), max_size=150))
def test_clauses_stand_in_order_and_drop_no_word_but_and(words: list[str]) -> None:
    text = " ".join(words)
    spans = clauses(text, Span(0, len(text)), LEXICON)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = WORD.findall(" ".join(text[s.start : s.end] for s in spans))
    assert [word for word in kept if word != "and"] == [word for word in WORD.findall(text) if word != "and"]
