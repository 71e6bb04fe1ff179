"""Which claims are worth comparing: those near each other in their words or in what they mean.

Cosines are computed for blocks of claims against all, in one product each; of each claim's
neighbours in other reports the nearest are kept, so that the pairs grow with the claims and not
with their square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.facets.meanings import Floats, Meanings
from rashomon.facets.weights import Weights
from rashomon.model import Claim

Ints = NDArray[np.int64]

WORDS = 0.08  # cosine of the words from which two claims are compared,
MEANING = 0.45  # of what they mean,
SENTENCES = 0.6  # and of their sentences
NEAREST = 20  # neighbours of a claim that are kept
LAST = 20  # rank from which a neighbour is no nearer than any
_RANKED = 8 * NEAREST  # neighbours of a claim whose ranks are known
_BLOCK = 512  # claims compared with all at once


@dataclass(frozen=True, slots=True)
class Candidates:
    """m pairs of claims of two reports, sorted.

    ``pairs`` (m, 2) are positions a < b, ``words`` the cosine of their words, ``ranks`` (m, 2) how many claims of
    b's report are nearer to a than b is, and the other way round, at most `LAST`.
    """

    pairs: Ints
    words: Floats
    ranks: Ints


def candidates(claims: Sequence[Claim], weights: Weights, seen: Meanings | None) -> Candidates:
    """The pairs of claims worth comparing; without meanings by their words alone."""
    reports = {id: n for n, id in enumerate(sorted({claim.report for claim in claims}))}
    owner = np.array([reports[claim.report] for claim in claims], np.int64)
    postings = _postings(weights)
    found: dict[tuple[int, int], float] = {}
    rank: dict[tuple[int, int], int] = {}
    for start in range(0, len(claims), _BLOCK):
        block = np.arange(start, min(start + _BLOCK, len(claims)))
        words = _words(block, weights, postings)
        near = words + (seen.whole[block] @ seen.whole.T if seen else 0)
        _choose(block, owner, words, near, _worth(block, words, near, seen), found, rank)
    return _sorted(found, rank)


def _postings(weights: Weights) -> dict[str, tuple[Ints, Floats]]:
    """For each term the claims that hold it and its weight there."""
    held: dict[str, tuple[list[int], list[float]]] = {}
    for at, vector in enumerate(weights.claims):
        for term, weight in vector.items():
            claims, values = held.setdefault(term, ([], []))
            claims.append(at)
            values.append(weight)
    return {term: (np.array(c, np.int64), np.array(v, np.float32)) for term, (c, v) in held.items()}


def _words(block: Ints, weights: Weights, postings: dict[str, tuple[Ints, Floats]]) -> Floats:
    """Cosines of the words of a block of claims with all claims, (block, claims)."""
    found = np.zeros((len(block), len(weights.claims)), np.float32)
    for row, at in enumerate(block):
        for term, weight in weights.claims[at].items():
            claims, values = postings[term]
            found[row, claims] += weight * values
    return found


def _worth(block: Ints, words: Floats, near: Floats, seen: Meanings | None) -> NDArray[np.bool_]:
    worth = words >= WORDS
    if seen is not None:
        worth |= near - words >= MEANING
        worth |= seen.sentence[block] @ seen.sentence.T >= SENTENCES
    return np.asarray(worth, np.bool_)


def _choose(
    block: Ints,
    owner: Ints,
    words: Floats,
    near: Floats,
    worth: NDArray[np.bool_],
    found: dict[tuple[int, int], float],
    rank: dict[tuple[int, int], int],
) -> None:
    """Puts each claim's nearest neighbours in other reports into ``found``, and their ranks into ``rank``."""
    for row, a in enumerate(block.tolist()):
        others = np.flatnonzero(worth[row] & (owner != owner[a]))
        if not others.size:
            continue
        if others.size > _RANKED:
            others = np.sort(others[np.argpartition(-near[row, others], _RANKED - 1)[:_RANKED]])
        order = others[np.argsort(-near[row, others], kind="stable")]
        ranks: dict[int, int] = {}
        for place, b in enumerate(order.tolist()):
            at = ranks[int(owner[b])] = ranks.get(int(owner[b]), -1) + 1
            if at < LAST:
                rank[a, b] = at
            if place < NEAREST:
                found[min(a, b), max(a, b)] = float(words[row, b])


def _sorted(found: dict[tuple[int, int], float], rank: dict[tuple[int, int], int]) -> Candidates:
    pairs = sorted(found)
    return Candidates(
        pairs=np.array(pairs, np.int64).reshape(-1, 2),
        words=np.array([found[pair] for pair in pairs], np.float32),
        ranks=np.array([(rank.get((a, b), LAST), rank.get((b, a), LAST)) for a, b in pairs], np.int64).reshape(-1, 2),
    )
