"""Where a claim's neighbours are searched: among all claims, and in large stories among those that may be near.

Up to `WHOLE` claims all are compared with all.  Beyond, claims are put into about as many clusters
as the root of their number (spherical k-means: Dhillon and Modha 2001).  The claims of a cluster are
searched in the clusters nearest to it until these hold `POOL` claims (an inverted file: Sivic and
Zisserman 2003) and in the claims that share the most with one of them in words that are not too
common (pruned postings: Carmel and others 2001), so that what a claim costs does not grow with the
story.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from rashomon.facets.meanings import Floats
from rashomon.facets.postings import Ints, Postings

WHOLE = 10_000  # claims up to which all are compared with all
POOL = 2048  # claims that a cluster is searched in, at least
SHARING = 48  # claims that share the most words with a claim
COMMON = 400  # claims of a word from which it finds no others
_BLOCK = 512  # claims that are compared with all at once
_PART = 128  # claims of a cluster that are compared with a pool at once
_ROUNDS = 5  # of k-means


def pools(postings: Postings, vectors: Floats | None) -> Iterator[tuple[Ints, Ints]]:
    """Blocks of claims (by position), each with the sorted claims among which its neighbours are searched.

    Every claim is in one block; ``vectors`` are the claims' (None: their words alone tell).
    """
    every = np.arange(postings.size)
    if len(every) <= WHOLE:
        yield from ((block, every) for block in _parts(every, _BLOCK))
        return
    for members, near in _clusters(vectors) if vectors is not None else [(every, every[:0])]:
        for block in _parts(members, _PART):
            yield block, np.union1d(near, postings.sharing(block, SHARING, COMMON))


def _parts(claims: Ints, most: int) -> Iterator[Ints]:
    return (claims[at : at + most] for at in range(0, len(claims), most))


def _clusters(vectors: Floats) -> Iterator[tuple[Ints, Ints]]:
    """The claims of each cluster, and those of the clusters nearest to it, itself among them."""
    home, centres = _means(vectors)
    members = np.split(np.argsort(home, kind="stable"), np.cumsum(np.bincount(home, minlength=len(centres)))[:-1])
    for held, order in zip(members, np.argsort(-(centres @ centres.T), axis=1, kind="stable"), strict=True):
        counts = np.cumsum([len(members[other]) for other in order])
        near = order[: int(np.searchsorted(counts, POOL)) + 1]
        yield held, np.concatenate([members[other] for other in near])


def _means(vectors: Floats) -> tuple[Ints, Floats]:
    """The cluster of each vector, and the centres; they begin at vectors that lie evenly over the story."""
    centres = vectors[np.linspace(0, len(vectors) - 1, round(len(vectors) ** 0.5)).astype(np.int64)]
    for _ in range(_ROUNDS):
        home = np.argmax(vectors @ centres.T, axis=1)
        sums = np.stack([vectors[home == at].sum(0) for at in range(len(centres))])
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(length > 0, sums / np.maximum(length, 1e-9), centres).astype(np.float32)
    return np.argmax(vectors @ centres.T, axis=1), centres
