"""Proper names in a clause."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims.names import names
from rashomon.text import tokens

LEXICON = langs.load()


@pytest.mark.parametrize(
    ("text", "opens", "expected"),
    [
        ("the ferry sank", True, ()),
        ("The ferry Marsh Lark sank", True, ("Marsh Lark",)),
        ("Odo Brint and Lise Hanning met", True, ("Lise Hanning", "Odo Brint")),
        ("Mayor Odo Brint spoke", True, ("Odo Brint",)),
        ("Police said", True, ()),
        ("Boats sank", True, ()),
        ("In Collmoor", True, ("Collmoor",)),
        ("He and I met Bo", True, ("Bo",)),
        ("on Tuesday", False, ()),
        ("Brint's boat", True, ("Brint",)),
        ("Brint’s boat", True, ("Brint",)),
        ("by Marsh-Lark", False, ("Marsh-Lark",)),
        ("met Brint, Hanning", False, ("Brint", "Hanning")),
        ("Nine boats sank", True, ()),
        ("Twenty-five boats sank", True, ()),
        ("Dozens sank", True, ()),
        pytest.param(
            "Ferries sank",
            True,
            (),
            marks=pytest.mark.xfail(reason="the first word of a sentence is a name, unless it is known not to be"),
        ),
    ],
)
def test_names(text: str, opens: bool, expected: tuple[str, ...]) -> None:
    assert names(tokens(text), LEXICON, opens=opens) == expected
