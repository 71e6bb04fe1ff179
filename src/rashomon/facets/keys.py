"""Which claims are worth comparing: those that share a word, a name or a number that few others have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from rashomon.model import Claim
from rashomon.text.stems import stem

_FEW = 12  # claims that a key may always stand in
_SHARE = 0.04  # and the part of a large story's claims


def keys(claim: Claim) -> frozenset[str]:
    """What a claim can be found by: its terms."""
    return frozenset(claim.terms)


def candidates(claims: Sequence[Claim], idf: Mapping[str, float]) -> list[tuple[int, int]]:
    """Pairs of claims (by position, sorted) that share a key which few claims have."""
    holders: dict[str, list[int]] = {}
    for at, claim in enumerate(claims):
        for key in keys(claim):
            holders.setdefault(key, []).append(at)
    named = [_name_terms(claim) for claim in claims]
    most = max(_FEW, int(_SHARE * len(claims)))
    found = {pair for held in holders.values() if 1 < len(held) <= most for pair in combinations(held, 2)}
    return sorted((a, b) for a, b in found if (keys(claims[a]) & keys(claims[b])) - (named[a] | named[b]))


def _name_terms(claim: Claim) -> frozenset[str]:
    """The terms of a claim's names: two claims that share nothing else are only about the same person or place."""
    return frozenset(stem(word.lower()) for name in claim.names for word in name.split())
