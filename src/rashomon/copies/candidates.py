"""Which pairs of texts are worth comparing, by an index: those that share fingerprints or facts.

What a few texts share shows a copy; what very many share (a phrase of the trade, a line under every page) shows
nothing and would make pairs by the square.  A key that many texts hold joins each holder only with the next ones, so
that a text that a hundred outlets print is found with linear work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from rashomon.copies.align import weighed
from rashomon.copies.index import sharing
from rashomon.copies.keys import Hashes, hashed
from rashomon.copies.texts import Text
from rashomon.langs import Lexicon

_TOO_COMMON = 300  # texts that hold a key
_LEAST = 3  # keys that two texts must share
_SHARE = 0.03  # of the smaller text's fingerprints
_RAREST = 4  # stems of a sentence that stand for its facts, two by two


def candidates(texts: Sequence[Text], lexicon: Lexicon) -> list[tuple[int, int]]:
    """The pairs of texts, by their numbers, smaller first, that share three facts or enough fingerprints.

    Enough is three, and one in thirty of the smaller text's: long texts have more phrases in common by chance.
    """
    weight = _weights(texts, lexicon)
    marks = [text.marks for text in texts]
    sizes = np.array([len(held) for held in marks])
    near, counts = sharing(marks, _TOO_COMMON)
    enough = counts >= np.maximum(_LEAST, _SHARE * sizes[near].min(axis=1))
    like, alike = sharing([facts(text, weight) for text in texts], _TOO_COMMON)
    found = np.unique(np.concatenate([near[enough], like[alike >= _LEAST]]), axis=0)
    return [(a, b) for a, b in found.tolist()]


def _weights(texts: Sequence[Text], lexicon: Lexicon) -> Mapping[str, float]:
    """The weight of each stem among all texts."""
    holders = Counter(stem for text in texts for stem in text.stems())
    return weighed(((stem, count / (len(texts) + 1)) for stem, count in holders.items()), lexicon)


def facts(text: Text, weight: Mapping[str, float]) -> Hashes:
    """What the sentences of a text tell, two rare stems together."""
    found: set[int] = set()
    for told in text.told:
        rare = sorted(told.stems, key=lambda stem: (-weight[stem], stem))[:_RAREST]
        found.update(hashed(" ".join(pair)) for pair in combinations(sorted(rare), 2))
    return np.array(sorted(found), np.uint32)
