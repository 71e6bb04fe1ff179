"""Which claims are worth comparing: those near each other in their words or in what they mean.

Cosines are computed for blocks of claims against the pool that each block is searched in, in one
product each; of each claim's neighbours in other reports the nearest are kept, so that the pairs
grow with the claims and not with their square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.facets.meanings import Floats, Meanings
from rashomon.facets.pools import pools
from rashomon.facets.postings import Ints, Postings, posted
from rashomon.facets.weights import Weights
from rashomon.model import Claim

WORDS = 0.08  # cosine of the words from which two claims are compared,
MEANING = 0.45  # of what they mean,
SENTENCES = 0.6  # and of their sentences
NEAREST = 20  # neighbours of a claim that are kept
LAST = 20  # rank from which a neighbour is no nearer than any
_RANKED = 8 * NEAREST  # neighbours of a claim whose ranks are known


@dataclass(frozen=True, slots=True)
class Candidates:
    """m pairs of claims of two reports, sorted.

    ``pairs`` (m, 2) are positions a < b, ``words`` the cosine of their words, ``ranks`` (m, 2) how many claims of
    b's report are nearer to a than b is, and the other way round, at most `LAST`.
    """

    pairs: Ints
    words: Floats
    ranks: Ints


class _Near(NamedTuple):
    """Neighbours b of claims a: the cosine of their words, how many claims of b's report are nearer to a, and
    whether b is among the nearest of all reports."""

    a: Ints
    b: Ints
    words: Floats
    rank: Ints
    kept: NDArray[np.bool_]

    def at(self, chosen: NDArray[np.bool_]) -> _Near:
        """The chosen ones."""
        return _Near(self.a[chosen], self.b[chosen], self.words[chosen], self.rank[chosen], self.kept[chosen])


def candidates(claims: Sequence[Claim], weights: Weights, seen: Meanings | None) -> Candidates:
    """The pairs of claims worth comparing; without meanings by their words alone."""
    reports = {id: n for n, id in enumerate(sorted({claim.report for claim in claims}))}
    owner = np.array([reports[claim.report] for claim in claims], np.int64)
    found = list(_searched(owner, posted(weights.claims), seen))
    if not found:
        return Candidates(np.zeros((0, 2), np.int64), np.zeros(0, np.float32), np.zeros((0, 2), np.int64))
    return _paired(_Near(*(np.concatenate(part) for part in zip(*found, strict=True))), len(claims))


def _searched(owner: Ints, postings: Postings, seen: Meanings | None) -> Iterator[_Near]:
    """The neighbours of the claims, block by block."""
    for block, pool in pools(postings, seen.whole if seen else None):
        words = near = postings.cosines(block, pool)
        worth = words >= WORDS
        if seen is not None:
            meant = seen.whole[block] @ seen.whole[pool].T
            worth |= meant >= MEANING
            worth |= seen.sentence[block] @ seen.sentence[pool].T >= SENTENCES
            near = words + meant
        worth &= owner[block][:, None] != owner[pool]
        yield _nearest(block, pool, owner, words, near, worth)


def _nearest(block: Ints, pool: Ints, owner: Ints, words: Floats, near: Floats, worth: NDArray[np.bool_]) -> _Near:
    """Of each claim of a block the nearest neighbours, in order."""
    orders = [_order(near[row], worth[row]) for row in range(len(block))]
    sizes = np.array([len(order) for order in orders], np.int64)
    rows, b = np.repeat(np.arange(len(block)), sizes), np.concatenate(orders)
    rank = _counts(rows * (int(owner.max()) + 1) + owner[pool[b]])
    kept = _counts(rows) < NEAREST
    return _Near(block[rows], pool[b], words[rows, b], rank, kept).at((rank < LAST) | kept)


def _order(near: Floats, worth: NDArray[np.bool_]) -> Ints:
    """The places of a claim's neighbours whose ranks are known, the nearest first."""
    others = np.flatnonzero(worth)
    if others.size > _RANKED:
        others = np.sort(others[np.argpartition(-near[others], _RANKED - 1)[:_RANKED]])
    return others[np.argsort(-near[others], kind="stable")]


def _counts(held: Ints) -> Ints:
    """For each item how many equal ones stand before it."""
    order = np.argsort(held, kind="stable")
    places = np.arange(len(held))
    first = np.append(True, held[order][1:] != held[order][:-1])[: len(held)]
    found = np.zeros(len(held), np.int64)
    found[order] = places - np.maximum.accumulate(np.where(first, places, 0))
    return found


def _paired(near: _Near, size: int) -> Candidates:
    """Both directions of each pair put together; what is no neighbour has the last rank."""
    low, high = np.minimum(near.a, near.b), np.maximum(near.a, near.b)
    last = np.flatnonzero(near.kept)[np.argsort(near.a[near.kept], kind="stable")][::-1]
    codes, at = np.unique((low * size + high)[last], return_index=True)
    pairs = np.stack(np.divmod(codes, size), 1)
    ways = near.a * size + near.b
    order = np.argsort(ways)
    ranks = [_looked_up(pairs[:, i] * size + pairs[:, 1 - i], ways[order], near.rank[order]) for i in (0, 1)]
    return Candidates(pairs, near.words[last][at], np.stack(ranks, 1))


def _looked_up(wanted: Ints, ways: Ints, rank: Ints) -> Ints:
    at = np.minimum(np.searchsorted(ways, wanted), len(ways) - 1) if len(ways) else wanted
    known = ways[at] == wanted
    return np.where(known, np.minimum(rank[at], LAST), LAST)
