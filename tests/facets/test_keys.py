"""Which claims are compared."""

from __future__ import annotations

from rashomon.facets.keys import candidates, keys
from rashomon.facets.weights import weigh
from rashomon.model import Claim
from tests.facets.made import claim


def pairs(*claims: Claim) -> list[tuple[int, int]]:
    return candidates(claims, weigh(claims).idf)


def test_keys_are_the_terms() -> None:
    assert keys(claim("ferri sank ferri")) == {"ferri", "sank"}


def test_claims_that_share_a_word_are_compared() -> None:
    assert pairs(claim("ferri sank"), claim("tide low"), claim("ferri low")) == [(0, 2), (1, 2)]


def test_a_word_of_most_claims_proposes_nothing() -> None:
    assert pairs(*[claim(f"ferri own{n}") for n in range(30)]) == []
    assert len(pairs(*[claim(f"ferri own{n}") for n in range(10)])) == 45


def test_no_claims() -> None:
    assert pairs() == []
