"""The words of claims as arrays, and for each word the claims that hold it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.facets.meanings import Floats

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Postings:
    """Unit vectors over terms, one a claim.

    The terms of claim n are ``terms`` and ``weights`` from ``starts[n]`` on; the claims of term t are ``holders``
    and ``held`` (its weight in each) from ``firsts[t]`` on.
    """

    starts: Ints
    terms: Ints
    weights: Floats
    firsts: Ints
    holders: Ints
    held: Floats

    @property
    def size(self) -> int:
        """Claims."""
        return len(self.starts) - 1

    def cosines(self, block: Ints, pool: Ints) -> Floats:
        """Cosines of the words of a block of claims with a pool, (block, pool)."""
        places, terms, weights = self._entries(pool)
        order = np.argsort(terms, kind="stable")
        places, weights = places[order], weights[order]
        bounds = np.searchsorted(terms[order], np.arange(len(self.firsts))).tolist()
        found = np.zeros((len(block), len(pool)), np.float32)
        for row, term, weight in zip(*(part.tolist() for part in self._entries(block)), strict=True):
            same = slice(bounds[term], bounds[term + 1])
            found[row, places[same]] += weight * weights[same]
        return found

    def sharing(self, block: Ints, most: int, common: int) -> Ints:
        """The claims that share most with one of a block's, ``most`` for each, in terms of ``common`` or fewer."""
        rows, terms, weights = self._entries(block)
        counts = np.diff(self.firsts)[terms]
        rare = np.flatnonzero(counts <= common)
        at, owner = _runs(self.firsts[terms[rare]], counts[rare])
        codes, which = np.unique(rows[rare][owner] * self.size + self.holders[at], return_inverse=True)
        shared = np.bincount(which, weights[rare][owner] * self.held[at], len(codes))
        row, other = np.divmod(codes, self.size)
        order = np.lexsort((other, -shared, row))
        place = np.arange(len(order)) - np.searchsorted(row, row[order])
        return np.unique(other[order[place < most]])

    def _entries(self, claims: Ints) -> tuple[Ints, Ints, Floats]:
        """The terms of claims one by one: the claim (by its place in ``claims``), the term and its weight."""
        at, rows = _runs(self.starts[claims], np.diff(self.starts)[claims])
        return rows, self.terms[at], self.weights[at]


def _runs(starts: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    """The places of runs that begin at ``starts``, one after the other, and for each place its run's number."""
    owner = np.repeat(np.arange(len(sizes)), sizes)
    return np.arange(len(owner)) + (starts - (np.cumsum(sizes) - sizes))[owner], owner


def posted(vectors: Sequence[Mapping[str, float]]) -> Postings:
    """The vectors of claims as arrays."""
    numbers: dict[str, int] = {}
    terms = np.array([numbers.setdefault(term, len(numbers)) for vector in vectors for term in vector], np.int64)
    weights = np.array([weight for vector in vectors for weight in vector.values()], np.float32)
    sizes = np.array([len(vector) for vector in vectors], np.int64)
    order = np.argsort(terms, kind="stable")
    return Postings(
        starts=np.cumsum(np.append(0, sizes)),
        terms=terms,
        weights=weights,
        firsts=np.searchsorted(terms[order], np.arange(len(numbers) + 1)),
        holders=np.repeat(np.arange(len(sizes)), sizes)[order],
        held=weights[order],
    )
