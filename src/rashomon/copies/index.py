"""Which texts share keys, by an index of who holds each key, and texts into sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.keys import Hashes

COMMON = 30  # holders of a key, from which it tells little
_NEXT = 3  # holders that each is joined with then


def sharing(keys: Sequence[Hashes], too_common: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs of holders that share keys (their numbers, smaller first, in rows), and how many keys each shares.

    ``keys`` has each key once a holder.  A key that more than ``COMMON`` hold joins each with the next ones only, and
    one that more than ``too_common`` hold joins none.
    """
    sizes = [len(held) for held in keys]
    values = np.concatenate([np.zeros(0, np.uint32), *keys]).astype(np.int64)
    owners = np.repeat(np.arange(len(keys)), sizes)
    order = np.lexsort((owners, values))
    values, owners = values[order], owners[order]
    starts = np.flatnonzero(np.append(True, values[1:] != values[:-1])) if len(values) else np.zeros(0, np.int64)
    ends = np.append(starts[1:], len(values))
    several = (ends - starts > 1) & (ends - starts <= too_common)
    held = (owners[a:b].tolist() for a, b in zip(starts[several], ends[several], strict=True))
    codes, counts = np.unique(np.fromiter(_codes(held, len(keys)), np.int64), return_counts=True)
    return np.stack(np.divmod(codes, max(1, len(keys))), 1), counts


def _codes(postings: Iterable[Sequence[int]], size: int) -> Iterator[int]:
    """A number for each pair of holders of a key."""
    for held in postings:
        if len(held) <= COMMON:
            yield from (a * size + b for a, b in combinations(held, 2))
        else:
            yield from (a * size + b for at, a in enumerate(held) for b in held[at + 1 : at + 1 + _NEXT])


class Sets:
    """Ids in sets that do not overlap, each set known by the first of its ids (union-find)."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._above = {id: id for id in ids}
        self.order = {id: at for at, id in enumerate(self._above)}
        self.members = {id: [id] for id in self._above}

    def __contains__(self, id: object) -> bool:
        return id in self.order

    def of(self, id: str) -> str:
        """The first id of the set."""
        while self._above[id] != id:
            id = self._above[id]
        return id

    def join(self, a: str, b: str) -> None:
        """Make the sets of two ids one."""
        one, other = sorted((self.of(a), self.of(b)), key=self.order.__getitem__)
        if one != other:
            self._above[other] = one
            self.members[one] += self.members.pop(other)
