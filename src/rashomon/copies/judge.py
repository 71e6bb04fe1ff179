"""Whether one report copied another, and what shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.align import Alignment, align
from rashomon.copies.cuts import cut_alike
from rashomon.copies.keys import common
from rashomon.copies.texts import Places, Text

COPIED = 0.3  # containment from which long texts are copies whatever else they are
_CHANCE = 0.1  # containment that unlike texts of any length do not reach
_BY_CHANCE = 5  # fingerprints that short ones may share beyond that
_ALIKE = 0.03  # density without which less than COPIED may be captions and names
BESIDE = 0.3  # score of aligned sentences from which a run of words shows a copy
_FEWEST = 8  # fingerprints; a text of a line or two proves nothing
_PLACES = 8  # places of a shingle in the other text that are tried
_SEEDS = 3  # runs from which the longest one is looked for


class Run(NamedTuple):
    """Words in a row: where they begin among a text's own words, and how many they are."""

    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share.

    ``share`` is the part of the smaller text's fingerprints that the other has (winnowing's containment), ``run``
    the longest run of words, as the first text has it (looked for where something else shows a copy too),
    ``aligned`` the sentences that tell the same in one order, ``sentences`` how many the shorter text has,
    ``marks`` how many fingerprints the smaller one, and ``cuts`` how many quotations are cut alike, less those that
    are cut otherwise (looked for with the run).
    """

    share: float
    run: Run
    aligned: Alignment
    sentences: int = 0
    marks: int = 0
    cuts: int = 0

    @property
    def density(self) -> float:
        """How much of the shorter text both tell alike: the score of the alignment by its sentences."""
        return self.aligned.score / max(1, self.sentences)

    @property
    def is_contained(self) -> bool:
        """Whether more of the smaller text is in the other one than texts share that were written apart."""
        above_chance = self.share >= _CHANCE + _BY_CHANCE / max(1, self.marks)
        return above_chance and (self.share >= COPIED or self.density >= _ALIKE)


NOTHING = Shared(0.0, Run(0, 0), Alignment((), 0.0))


def judge(a: Text, b: Text, weight: Mapping[str, float]) -> Shared:
    """What two texts share; nothing where one of them is too short to tell."""
    small = min(len(a.marks), len(b.marks))
    if small < _FEWEST:
        return NOTHING
    share, aligned = common(a.marks, b.marks) / small, align(a.told, b.told, weight)
    found = Shared(share, Run(0, 0), aligned, min(len(a.told), len(b.told)), small)
    worth = found.is_contained or aligned.score >= BESIDE
    return replace(found, run=longest_run(a, b), cuts=cut_alike(a.quoted, b.quoted)) if worth else found


def longest_run(a: Text, b: Text) -> Run:
    """The longest run of words of ``a`` that ``b`` has too, nothing left out within it; of equal ones the first.

    It is looked for from the longest runs of shingles that are not too common in ``b``.
    """
    at, other = _same(a.unbroken(), b.unbroken())
    if not len(at):
        return Run(0, 0)
    order = np.lexsort((at, at - other))
    at, other = at[order], other[order]
    begins = np.flatnonzero(np.append(True, (np.diff(at) != 1) | (np.diff(other) != 1)))
    sizes = np.diff(np.append(begins, len(at)))
    seeds = begins[np.lexsort((at[begins], -sizes))][:_SEEDS]
    runs = (
        _grown(a, b, first, second) for first, second in zip(at[seeds].tolist(), other[seeds].tolist(), strict=True)
    )
    return max(runs, key=lambda run: (run.size, -run.start))


def _grown(a: Text, b: Text, at: int, other: int) -> Run:
    """The whole run of words around a shingle that is the same at two places."""
    first = at - min(at, other)
    second = first + other - at
    size = min(len(a.words) - first, len(b.words) - second)
    one, two = slice(first, first + size), slice(second, second + size)
    differs = a.words.ids[one] != b.words.ids[two]
    breaks = a.words.breaks[one] | b.words.breaks[two]
    here = at - first
    start = max([0, *(np.flatnonzero(differs[:here])[-1:] + 1), *np.flatnonzero(breaks[: here + 1])[-1:]])
    end = next(iter(np.flatnonzero((differs | breaks)[here + 1 :])), size - here - 1) + here + 1
    return Run(first + int(start), int(end - start))


def _same(a: Places, b: Places) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where two texts have the same shingle: places in the first and in the second, the first few of each."""
    order = np.argsort(b.hashes, kind="stable")
    ordered = b.hashes[order]
    first = np.searchsorted(ordered, a.hashes, "left")
    counts = np.minimum(np.searchsorted(ordered, a.hashes, "right") - first, _PLACES)
    nth = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(a.places, counts), b.places[order[np.repeat(first, counts) + nth]]
