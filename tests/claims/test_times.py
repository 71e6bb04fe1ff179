"""Expressions of time, normalised."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims.times import times
from rashomon.text import tokens

LEXICON = langs.load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the ferry sank", ()),
        ("on Tuesday", ("tuesday",)),
        ("on Monday and Tuesday", ("monday", "tuesday")),
        ("yesterday morning", ("morning", "yesterday")),
        ("overnight", ("overnight",)),
        ("June 2", ("jun 2",)),
        ("2 June 2014", ("2014", "jun 2")),
        ("the 2nd of June", ("jun 2",)),
        ("September 5", ("sep 5",)),
        ("Sept 5", ("sep 5",)),
        ("In March", ("mar",)),
        ("they march", ()),
        ("it may rain", ()),
        ("May 5", ("may 5",)),
        ("June 45", ("jun",)),
        ("at 7:30 p.m.", ("7:30",)),
        ("in 2014", ("2014",)),
        ("1066", ()),
        ("2,014 boats", ()),
        pytest.param("Sept. 5", ("sep 5",), marks=pytest.mark.xfail(reason="a stop parts the short month and its day")),
        pytest.param("in May 2014", ("2014", "may"), marks=pytest.mark.xfail(reason="May counts only beside a day")),
    ],
)
def test_times(text: str, expected: tuple[str, ...]) -> None:
    assert times(tokens(text), LEXICON) == expected
