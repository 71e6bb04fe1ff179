"""One person whom reports name in two ways."""

from __future__ import annotations

import pytest

from rashomon.facets.spellings import rivals, spelled
from tests.facets.made import LEXICON, claim


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Lise Hanning", "Lise Henning", True),
        ("Lise Hanning", "Lise Hannings", False),
        ("Lise Hanning", "Lise Hannig", True),
        ("Lise Hanning", "Lise Hannnig", True),
        ("Odo Brinter", "Odo Brniter", True),
        ("Odo Brint", "Odo Brent", True),
        ("Sam Brinter", "Samuel Brenter", True),
        ("Bob Brinter", "Thomas Brenter", False),
        ("Lise Hanning", "Lise Manning", False),
        ("Lise Hanning", "Lise Hanning", False),
        ("Lise Hanning", "Lise Anna Henning", False),
        ("Lise Holt", "Lise Hult", False),
        ("Lise Hanning", "Lise Hannyng", False),
        ("Josef Brinter", "Joseph Brinter", False),
        ("Khalan Brinter", "Halan Brinter", False),
        ("Odo Brandt", "Odo Brändt", False),
        ("Annika Hanning", "Annike Henning", False),
    ],
)
def test_rivals(a: str, b: str, expected: bool) -> None:
    assert rivals(a, b) is expected
    assert rivals(b, a) is expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([("a", "Lise Brinter"), ("b", "Lise Brenter")], [[(0, "Lise Brinter"), (1, "Lise Brenter")]]),
        ([("a", "Lise Brinter"), ("a", "Lise Brenter")], []),
        ([("a", "Lise Brinter"), ("b", "Lise Brenter"), ("b", "Lise Brinter")], []),
        ([("a", "Brinter"), ("b", "Brenter")], []),
        ([("a", "Lise Brinter"), ("b", "Lise Brinter")], []),
        (
            [("a", "Lise Brinter"), ("b", "Lise Brenter"), ("b", "Brenter")],
            [[(0, "Lise Brinter"), (1, "Lise Brenter"), (2, "Lise Brenter")]],
        ),
        (
            [("a", "Lise Brinter")] * 3 + [("b", "Lise Brenter")],
            [[(0, "Lise Brinter"), (1, "Lise Brinter"), (3, "Lise Brenter")]],
        ),
        ([("a", "Marsh Commission"), ("b", "Marsh Comission")], []),
        ([("a", "Marsh Council"), ("b", "Marsh Counsil")], [[(0, "Marsh Council"), (1, "Marsh Counsil")]]),
        ([("a", "Lise Marten"), ("b", "Lise Martin")], [[(0, "Lise Marten"), (1, "Lise Martin")]]),
        ([("a", "Marsh Counsel"), ("b", "Marsh Council")], []),
    ],
)
def test_spelled(names: list[tuple[str, str]], expected: list[list[tuple[int, str]]]) -> None:
    assert spelled([claim("x", at, names=(name,)) for at, name in names], LEXICON) == expected
