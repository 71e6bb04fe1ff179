"""Which pairs of texts are worth comparing, by an index: those that share fingerprints or facts.

What a few texts share shows a copy; what very many share (a phrase of the trade, a line under every page) shows
nothing and would make pairs by the square.  A key that more than ``_COMMON`` texts hold joins each holder only
with the next ones, so that a text that a hundred outlets print is found with linear work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

import numpy as np

from rashomon.copies.keys import hashed
from rashomon.copies.texts import Text

_COMMON = 30  # texts that hold a key
_TOO_COMMON = 300
_NEXT = 3
_LEAST = 3  # keys that two texts must share
_SHARE = 0.03  # of the smaller text's fingerprints
_RAREST = 4  # stems of a sentence that stand for its facts, two by two


def candidates(texts: Sequence[Text], weight: Mapping[str, float]) -> list[tuple[int, int]]:
    """The pairs of texts, by their numbers, smaller first, that share three facts or enough fingerprints.

    Enough is three, and one in thirty of the smaller text's: long texts have more phrases in common by chance.
    """
    marks = [text.marks for text in texts]
    near = (pair for pair in _sharing(marks) if _is_near(*(marks[at] for at in pair)))
    return sorted({*near, *_sharing([facts(text, weight) for text in texts])})


def _is_near(a: frozenset[int], b: frozenset[int]) -> bool:
    return len(a & b) >= _SHARE * min(len(a), len(b))


def facts(text: Text, weight: Mapping[str, float]) -> frozenset[int]:
    """What the sentences of a text tell, two rare stems together."""
    found: set[int] = set()
    for told in text.told:
        rare = sorted(told.stems, key=lambda stem: (-weight[stem], stem))[:_RAREST]
        found.update(hashed(" ".join(pair)) for pair in combinations(sorted(rare), 2))
    return frozenset(found)


def _sharing(keys: Sequence[frozenset[int]]) -> set[tuple[int, int]]:
    sizes = [len(held) for held in keys]
    values = np.fromiter(chain.from_iterable(keys), np.int64, sum(sizes))
    owners = np.repeat(np.arange(len(keys)), sizes)
    order = np.lexsort((owners, values))
    values, owners = values[order], owners[order]
    starts = np.flatnonzero(np.append(True, values[1:] != values[:-1])) if len(values) else np.zeros(0, np.int64)
    ends = np.append(starts[1:], len(values))
    several = ends - starts > 1
    postings = (owners[a:b].tolist() for a, b in zip(starts[several], ends[several], strict=True))
    codes = np.fromiter(_codes(postings, len(keys)), np.int64)
    pairs, counts = np.unique(codes, return_counts=True)
    return {divmod(int(code), len(keys)) for code in pairs[counts >= _LEAST]}


def _codes(postings: Iterable[Sequence[int]], size: int) -> Iterator[int]:
    """A number for each pair of holders of a key."""
    for held in postings:
        if len(held) <= _COMMON:
            yield from (a * size + b for a, b in combinations(held, 2))
        elif len(held) <= _TOO_COMMON:
            yield from (a * size + b for at, a in enumerate(held) for b in held[at + 1 : at + 1 + _NEXT])
