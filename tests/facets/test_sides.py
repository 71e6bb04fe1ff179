"""Which speakers are of one side."""

from __future__ import annotations

import pytest

from rashomon.facets.sides import sides
from tests.facets.made import LEXICON


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Ruritania’s army", "Ruritanian officials", True),
        ("Ruritania's defence ministry", "Ruritania", True),
        ("the Ruritanian army", "Ruritanian Army", True),
        ("Ministry of Defence of Ruritania", "Ruritanian officials", True),
        ("the coast guard", "coastguard", True),
        ("Police chief Ann Pell", "Pell", True),
        ("spokeswoman, Ann Pell", "Ann Pell", True),
        ("coastguard commander Ann Pell", "coastguard", True),
        ("authority", "harbour authority", True),
        ("the authority’s log", "harbour authority", True),
        ("police in Collmoor", "Collmoor police", True),
        ("police", "police", True),
        ("Ruritania’s defence ministry", "Borduria’s defence ministry", False),
        ("Rebel-held Ruritania", "Rebel leaders", False),
        ("officials in Ruritania", "police", False),
        ("local officials", "regional police", False),
        ("security officials", "the hospital", False),
        ("Ann Pell", "Ann Brint", True),
        ("Odo Brint", "Ann Pell", False),
        ("Austria", "Australian officials", False),
    ],
)
def test_two_speakers(a: str, b: str, one: bool) -> None:
    found = sides([a, b], LEXICON)
    assert (found[a] == found[b]) is one


def test_a_side_has_the_shortest_name_that_tells_it() -> None:
    speakers = ["Harbour master Ann Pell", "Harbour master Ann Pell", "harbour authority", "authority", "Ann Pell"]
    assert set(sides(speakers, LEXICON).values()) == {"Ann Pell"}


def test_a_common_word_that_fits_two_sides_is_of_neither() -> None:
    found = sides(["Ruritanian officials", "Bordurian officials", "officials"], LEXICON)
    assert found["officials"] == "officials"


def test_a_name_that_fits_two_sides_does_not_join_them() -> None:
    found = sides(["Ruritania", "Ruritania", "Borduria", "Ruritanian envoy Karl Borduria"], LEXICON)
    assert found["Ruritania"] != found["Borduria"]


def test_the_order_of_the_speakers_does_not_matter() -> None:
    speakers = ["Ruritania’s army", "police", "Ann Pell", "Ruritanian officials", "Mayor Ann Pell", "Collmoor police"]
    assert sides(speakers, LEXICON) == sides(speakers[::-1], LEXICON)


def test_nobody() -> None:
    assert sides([], LEXICON) == {}
