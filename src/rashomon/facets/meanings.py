"""Meanings: the vectors of claims, their sentences and their content words, as a reader made them.

All rows are unit vectors (or zeros), so that products are cosines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Claim, Reading, ReadWord, Span
from rashomon.reading.vectors import rows

Floats = NDArray[np.float32]

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "ADV"})
_PLAIN = frozenset({"be", "have", "say", "do"})  # lemmas that say little
_NAMES = frozenset({"PROPN", "NUM", "PUNCT"})
_HELD = 8  # sentences


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the reader's vectors say of n claims.

    ``whole``, ``bare`` (without names and figures), ``sentence`` and ``around`` (with the sentences before and
    behind) are (n, D); ``words`` are a claim's content words (w, D), ``weights`` how much each of them says (w,).
    """

    whole: Floats
    bare: Floats
    sentence: Floats
    around: Floats
    words: tuple[Floats, ...]
    weights: tuple[Floats, ...]


def meanings(claims: Sequence[Claim], readings: Mapping[str, Reading]) -> Meanings | None:
    """The meanings of claims; None where a report was not read or its reader makes no vectors."""
    places = {(id, s.span): at for id, reading in readings.items() for at, s in enumerate(reading.sentences)}
    at = [places.get((claim.report, claim.sentence)) for claim in claims]
    found = [n for n in at if n is not None]
    if not claims or len(found) < len(claims):
        return None
    if not all(readings[claim.report].sentences[n].rows for claim, n in zip(claims, found, strict=True)):
        return None
    held = _Rows(readings)
    seen = [_seen(claim, n, held) for claim, n in zip(claims, found, strict=True)]
    holders = Counter(lemma for one in seen for lemma in set(one.lemmas))
    says = {lemma: math.log((len(claims) + 1) / (n + 0.5)) for lemma, n in holders.items()}
    return Meanings(
        whole=_unit(np.stack([one.whole for one in seen])),
        bare=_unit(np.stack([one.bare for one in seen])),
        sentence=_unit(np.stack([one.sentence for one in seen])),
        around=_unit(np.stack([one.around for one in seen])),
        words=tuple(one.words for one in seen),
        weights=tuple(np.array([says[lemma] for lemma in one.lemmas], np.float32) for one in seen),
    )


class _Rows:
    """The vectors of sentences, by report and place; those of a few sentences are held, since claims come in order."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.readings = readings
        self.of = lru_cache(_HELD)(lambda report, at: rows(readings[report].sentences[at]))
        self.mean = cache(lambda report, at: np.asarray(self.of(report, at).mean(0), np.float32))
        self.around = cache(self._around)

    def _around(self, report: str, at: int) -> Floats:
        """The sum of the unit vectors of a sentence and of the ones beside it."""
        sentences = self.readings[report].sentences
        near = [n for n in range(max(0, at - 1), min(at + 2, len(sentences))) if sentences[n].rows]
        return np.asarray(_unit(np.stack([self.mean(report, n) for n in near])).sum(0), np.float32)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A claim's vectors, not yet of unit length but for its content words', and the lemmas of these."""

    whole: Floats
    bare: Floats
    sentence: Floats
    around: Floats
    words: Floats
    lemmas: list[str]


def _seen(claim: Claim, at: int, held: _Rows) -> _Seen:
    words = held.readings[claim.report].sentences[at].words
    inside = _inside(words, claim.span) or list(range(len(words)))
    content = [i for i in inside if _tells(words[i])] or inside
    bare = [i for i in inside if words[i].upos not in _NAMES] or inside
    table = held.of(claim.report, at)
    return _Seen(
        whole=table[inside].mean(0),
        bare=table[bare].mean(0),
        sentence=held.mean(claim.report, at),
        around=held.around(claim.report, at),
        words=_unit(table[content]),
        lemmas=[words[i].lemma.lower() for i in content],
    )


def _tells(word: ReadWord) -> bool:
    return word.upos in _CONTENT and word.lemma not in _PLAIN


def _inside(words: Sequence[ReadWord], span: Span) -> list[int]:
    return [i for i, w in enumerate(words) if w.start >= span.start and w.end <= span.end]


def _unit(held: Floats) -> Floats:
    return np.asarray(held / np.maximum(np.linalg.norm(held, axis=1, keepdims=True), 1e-9), np.float32)
