"""Whether one report copied another, and what shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.copies.align import Alignment, align
from rashomon.copies.keys import SHINGLE
from rashomon.copies.texts import Text

COPIED = 0.3  # containment from which two texts are copies whatever else they are
BESIDE = 0.3  # score of aligned sentences from which a run of words shows a copy
_FEWEST = 8  # fingerprints; a text of a line or two proves nothing
_PLACES = 8  # places of a run in the other text that are tried


class Run(NamedTuple):
    """Words in a row: where they begin among a text's own words, and how many they are."""

    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share.

    ``share`` is the part of the smaller text's fingerprints that the other has (winnowing's containment), ``run``
    the longest run of words, as the first text has it (looked for where something else shows a copy too), and
    ``aligned`` the sentences that tell the same in one order.
    """

    share: float
    run: Run
    aligned: Alignment


def judge(a: Text, b: Text, weight: Mapping[str, float]) -> Shared:
    """What two texts share; nothing where one of them is too short to tell."""
    small = min(len(a.marks), len(b.marks))
    if small < _FEWEST:
        return Shared(0.0, Run(0, 0), Alignment((), 0.0))
    share, aligned = len(a.marks & b.marks) / small, align(a.told, b.told, weight)
    worth = share >= COPIED or aligned.score >= BESIDE
    return Shared(share, longest_run(a, b) if worth else Run(0, 0), aligned)


def longest_run(a: Text, b: Text) -> Run:
    """The longest run of words of ``a`` that ``b`` has too, no quotation left out within it."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, value in enumerate(b.shingles):
        places[value].append(at)
    best, at = Run(0, 0), 0
    while at < len(a.shingles):
        size = max((_size(a, b, at, other) for other in places.get(a.shingles[at], ())[:_PLACES]), default=0)
        if size > best.size:
            best = Run(at, size)
        at += max(1, size - SHINGLE + 1)
    return best


def _size(a: Text, b: Text, at: int, other: int) -> int:
    """How many words are the same from two places on (0 where a quotation breaks the first three)."""
    size = 0
    while at + size < len(a.words) and other + size < len(b.words):
        if a.words[at + size].lower != b.words[other + size].lower:
            break
        if size and (at + size in a.breaks or other + size in b.breaks):
            break
        size += 1
    return size if size >= SHINGLE else 0
