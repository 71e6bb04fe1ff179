"""Content words as terms that compare."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims.terms import terms
from rashomon.text import tokens

LEXICON = langs.load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the of and", ()),
        ("The ferries sank.", ("ferri", "sank")),
        ("12 people were killed", ("#12", "=people", "=killed")),
        ("twelve persons died", ("#12", "=people", "=killed")),
        ("1,234 votes", ("#1234", "=vote")),
        ("Odo’s boats", ("odo", "=ship")),
        ("a ferry-boat", ("ferri", "=ship")),
        ("well-built boats", ("built", "=ship")),
        ("don’t stop", ("stop",)),
        pytest.param(
            "twenty-five boats",
            ("#25", "=ship"),
            marks=pytest.mark.xfail(reason="a compound number word is several terms, so it meets no “25”"),
        ),
    ],
)
def test_terms(text: str, expected: tuple[str, ...]) -> None:
    found = terms(tokens(text), LEXICON)
    assert tuple(term for term in found if "-" not in term) == expected
