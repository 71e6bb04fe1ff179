"""The sentences of two texts that tell the same, in the order in which both tell it.

A rewrite changes the words and keeps the facts and their order.  Two sentences are as alike as the stems that
they share (Dice's coefficient), each stem by its weight: rare in the news, and in the reports at hand.  Of all
ways to pair sentences without crossing, the one with most likeness above what chance gives counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.copies.texts import Text, Told
from rashomon.langs import Lexicon

CHANCE = 0.25  # likeness of two sentences that reporters of one event write without each other
_MOST_MATCHES = 3  # sentences of the other text that one may be paired with


class Pair(NamedTuple):
    """Sentence ``a`` of the first text beside sentence ``b`` of the second, and how alike they are, 0 to 1."""

    a: int
    b: int
    alike: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs in order; ``score`` sums how far each is above chance."""

    pairs: tuple[Pair, ...]
    score: float


class Weights:
    """The weight of each stem for a pair of texts: its rarity in the news, less the more of the texts near have it.

    Near is what either of the two may share something with: what all reports of one event tell is no sign that one
    copied the other, however many reports of other events are read beside them.
    """

    def __init__(self, texts: Sequence[Text], pairs: Sequence[tuple[int, int]], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        paired = sorted({at for pair in pairs for at in pair})
        self._stems = {at: texts[at].stems() for at in paired}
        self._near = {at: Counter(stems) for at, stems in self._stems.items()}
        self._sizes = dict.fromkeys(paired, 1)
        for a, b in pairs:
            for one, other in ((a, b), (b, a)):
                self._near[one].update(self._stems[other])
                self._sizes[one] += 1

    def of(self, a: int, b: int) -> dict[str, float]:
        """The weights for two texts of a pair, by their numbers."""
        one, other, size = self._near[a], self._near[b], self._sizes[a] + self._sizes[b] + 2
        stems = self._stems[a] | self._stems[b]
        return weighed(((stem, (one[stem] + other[stem]) / size) for stem in stems), self._lexicon)


def weighed(shares: Iterable[tuple[str, float]], lexicon: Lexicon) -> dict[str, float]:
    """The weight of each stem: its rarity in the news, less the larger the share of the texts that have it."""
    rarity, rarest = lexicon.rarity, lexicon.rarest
    return {stem: rarity.get(stem, rarest) * (1 - share) for stem, share in shares}


def align(a: Sequence[Told], b: Sequence[Told], weight: Mapping[str, float]) -> Alignment:
    """The best alignment of two texts' sentences."""
    return _in_order(_alike(a, b, weight), len(b))


def _alike(a: Sequence[Told], b: Sequence[Told], weight: Mapping[str, float]) -> list[Pair]:
    """The pairs of sentences above chance, by the first text's order; the best few of each sentence."""
    holders: dict[str, list[int]] = defaultdict(list)
    sizes = []
    for j, told in enumerate(b):
        sizes.append(sum(weight[stem] for stem in told.stems))
        for stem in told.stems:
            holders[stem].append(j)
    found: list[Pair] = []
    for i, told in enumerate(a):
        shared: dict[int, float] = defaultdict(float)
        for stem in sorted(told.stems & holders.keys()):
            for j in holders[stem]:
                shared[j] += weight[stem]
        size = sum(weight[stem] for stem in told.stems)
        near = [Pair(i, j, 2 * common / (size + sizes[j])) for j, common in shared.items() if common > 0]
        near = sorted((pair for pair in near if pair.alike > CHANCE), key=lambda pair: (-pair.alike, pair.b))
        found.extend(near[:_MOST_MATCHES])
    return found


def _in_order(pairs: Sequence[Pair], size: int) -> Alignment:
    """The chain of pairs that do not cross with the highest score (a Fenwick tree keeps the best one up to each b)."""
    best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    scores: list[float] = []
    done = 0
    for at, pair in enumerate(pairs):
        while done < at and pairs[done].a < pair.a:
            _raise(best, pairs[done].b + 1, (scores[done], done))
            done += 1
        score, last = _best(best, pair.b)
        scores.append(score + pair.alike - CHANCE)
        before.append(last)
    end = max(range(len(pairs)), key=lambda at: (scores[at], -at), default=-1)
    total = scores[end] if pairs else 0.0
    chain: list[Pair] = []
    while end >= 0:
        chain.append(pairs[end])
        end = before[end]
    return Alignment(tuple(reversed(chain)), total)


def _best(tree: list[tuple[float, int]], end: int) -> tuple[float, int]:
    found = (0.0, -1)
    while end > 0:
        found = max(found, tree[end])
        end -= end & -end
    return found


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at
