"""Meanings: the vectors of claims, their sentences and their content words, as a reader made them.

All rows are unit vectors (or zeros), so that products are cosines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Claim, Reading, ReadSentence, ReadWord, Span
from rashomon.reading.vectors import rows

Floats = NDArray[np.float32]

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "ADV"})
_PLAIN = frozenset({"be", "have", "say", "do"})  # lemmas that say little
_NAMES = frozenset({"PROPN", "NUM", "PUNCT"})


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
    places = {(id, s.span): (at, reading) for id, reading in readings.items() for at, s in enumerate(reading.sentences)}
    if not claims or not all(_is_read(places.get((c.report, c.sentence))) for c in claims):
        return None
    table = cache(rows)
    seen = [_seen(claim, *places[claim.report, claim.sentence], table) for claim in claims]
    holders = Counter(lemma for one in seen for lemma in set(one.lemmas))
    return Meanings(
        whole=_unit(np.stack([one.rows[one.inside].mean(0) for one in seen])),
        bare=_unit(np.stack([one.rows[one.bare].mean(0) for one in seen])),
        sentence=_unit(np.stack([one.rows.mean(0) for one in seen])),
        around=_unit(np.stack([one.around for one in seen])),
        words=tuple(_unit(one.rows[one.content]) for one in seen),
        weights=tuple(
            np.array([math.log((len(claims) + 1) / (holders[lemma] + 0.5)) for lemma in one.lemmas], np.float32)
            for one in seen
        ),
    )


def _is_read(place: tuple[int, Reading] | None) -> bool:
    return place is not None and bool(place[1].sentences[place[0]].rows)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A claim in its sentence: the rows of the sentence's words, and which of these are the claim's."""

    rows: Floats
    inside: list[int]
    bare: list[int]
    content: list[int]
    lemmas: list[str]
    around: Floats


def _seen(claim: Claim, at: int, reading: Reading, table: Callable[[ReadSentence], Floats]) -> _Seen:
    sentence = reading.sentences[at]
    inside = _inside(sentence, claim.span) or list(range(len(sentence.words)))
    words = sentence.words
    content = [i for i in inside if _tells(words[i])] or inside
    return _Seen(
        rows=table(sentence),
        inside=inside,
        bare=[i for i in inside if words[i].upos not in _NAMES] or inside,
        content=content,
        lemmas=[words[i].lemma.lower() for i in content],
        around=_around(at, reading, table),
    )


def _tells(word: ReadWord) -> bool:
    return word.upos in _CONTENT and word.lemma not in _PLAIN


def _inside(sentence: ReadSentence, span: Span) -> list[int]:
    return [i for i, w in enumerate(sentence.words) if w.start >= span.start and w.end <= span.end]


def _around(at: int, reading: Reading, table: Callable[[ReadSentence], Floats]) -> Floats:
    """The sum of the vectors of a sentence and of the ones beside it."""
    near = [table(s) for s in reading.sentences[max(0, at - 1) : at + 2] if s.rows]
    return np.asarray(_unit(np.stack([held.mean(0) for held in near])).sum(0), np.float32)


def _unit(held: Floats) -> Floats:
    return np.asarray(held / np.maximum(np.linalg.norm(held, axis=1, keepdims=True), 1e-9), np.float32)
