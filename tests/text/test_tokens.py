"""Words, numbers and marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.text import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Odo's boat", [("Odo's", "word"), ("boat", "word")]),
        ("O’Neill’s", [("O’Neill’s", "word")]),
        ("don’t stop", [("don’t", "word"), ("stop", "word")]),
        ("well-built", [("well-built", "word")]),
        ("rock‑solid", [("rock‑solid", "word")]),
        ("A&T", [("A&T", "word")]),
        ("U.S. boats", [("U.S.", "word"), ("boats", "word")]),
        ("It sank.", [("It", "word"), ("sank", "word"), (".", "mark")]),
        ("3,500.5 km", [("3,500.5", "number"), ("km", "word")]),
        ("12km", [("12", "number"), ("km", "word")]),
        ("7:30", [("7:30", "number")]),
        ("5.", [("5", "number"), (".", "mark")]),
        ("21st", [("21st", "number")]),
        ("10-14", [("10", "number"), ("-", "mark"), ("14", "number")]),
        ("$5m", [("$", "mark"), ("5", "number"), ("m", "word")]),
        ("snake_case", [("snake", "word"), ("_", "mark"), ("case", "word")]),
        ("“Où?”", [("“", "mark"), ("Où", "word"), ("?", "mark"), ("”", "mark")]),
        ("état-major", [("état-major", "word")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(token.text, token.kind) for token in tokens(text)] == expected


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    assert [(t.text, t.start, t.end) for t in tokens("The ferry sank off Collmoor.", 4, 14)] == [
        ("ferry", 4, 9),
        ("sank", 10, 14),
    ]


@pytest.mark.parametrize(("word", "named"), [("Brint", True), ("ferry", False), ("5th", False), ("É", True)])
def test_is_name(word: str, named: bool) -> None:
    assert tokens(word)[0].is_name is named


def test_lower_straightens_apostrophes() -> None:
    assert tokens("Don’t")[0].lower == "don't"


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_tokens_stand_in_the_text_in_order(text: str) -> None:
    found = tokens(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join(t.text for t in found) == "".join(text.split())
