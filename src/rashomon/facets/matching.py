"""Which details of sentences told alike answer one question.

Two details answer one question when what hangs there, and what it hangs on, are alike and their sentences are
near.  An additive score as in `rashomon.facets.judge` says how surely, fitted on the same stories.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.facets.details import Detail, Place, of_sentence
from rashomon.facets.group import group
from rashomon.facets.meanings import Floats
from rashomon.facets.postings import Ints
from rashomon.model import Claim, Reading, Span
from rashomon.reading.vectors import rows

FEATURES: Mapping[str, str] = {
    "near": "score of the nearest claims of the two sentences",
    "predicate": "cosine of the words that the details hang on",
    "head": "cosine of the words that hang there",
    "quoted": "cosine of the quoted words",
    "phrase": "cosine of the phrases",
    "same predicate": "1 when they hang on one lemma",
    "same head": "1 when one lemma hangs there",
    "same role": "1 when it hangs there in one role",
    "shared": "content words in both quotes",
    "share": "the same as a share of the fewer",
}
"""What a pair of details is judged by, and what each number is."""

NEAR = 0.1  # score from which two sentences are near
_ALIKE = 0.35  # cosine from which two heads may be alike
_SLIGHT = 0.08  # score below which two details have nothing to do with each other
_JOIN = 0.4  # mean score within which details answer one question
_CORE = 0.6  # score that the strongest pair of them reaches
_OVER = 0.7  # share of a quote that another question's quote may hold

Near = Mapping[tuple[Place, Place], float]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Details:
    """n details, their unit vectors (n, D) of predicate, head, quoted words and phrase, less the story's mean, and
    numbers (n,) that are the same where predicate, head and role are.
    """

    items: tuple[Detail, ...]
    vectors: tuple[Floats, Floats, Floats, Floats]
    numbers: tuple[Ints, Ints, Ints]

    def pairs(self, near: Near) -> tuple[Ints, Matrix]:
        """The pairs of details (m, 2) worth judging, and the first five of their `FEATURES` (m, 5)."""
        held: dict[Place, list[int]] = {}
        for at, item in enumerate(self.items):
            held.setdefault(item.place, []).append(at)
        _, lemmas, roles = self.numbers
        found, values = [np.zeros((0, 2), np.int64)], [np.zeros((0, 1 + len(self.vectors)))]
        for (a, b), score in sorted(near.items()):
            if score >= NEAR and a in held and b in held:
                first, second = np.array(held[a]), np.array(held[b])
                cosines = [table[first] @ table[second].T for table in self.vectors]
                alike = cosines[1] > _ALIKE
                alike |= lemmas[first][:, None] == lemmas[second]
                alike |= roles[first][:, None] == roles[second]
                i, j = np.nonzero(alike)
                found.append(np.stack([first[i], second[j]], 1))
                values.append(np.stack([np.full(len(i), score), *(cosine[i, j] for cosine in cosines)], 1))
        return np.concatenate(found), np.concatenate(values)

    def features(self, pairs: Ints, first_values: Matrix) -> Matrix:
        """The features of what `pairs` gave, (m, features), in the order of `FEATURES`."""
        first, second = pairs[:, 0], pairs[:, 1]
        same = [numbers[first] == numbers[second] for numbers in self.numbers]
        words = [item.words for item in self.items]
        shared = np.array([len(words[a] & words[b]) for a, b in pairs.tolist()], np.float64)
        fewer = np.array([max(1, min(len(words[a]), len(words[b]))) for a, b in pairs.tolist()], np.float64)
        return np.column_stack([first_values, *same, shared, shared / fewer])


def details(readings: Mapping[str, Reading], told: frozenset[Place], wanted: frozenset[Place] | None = None) -> Details:
    """The details of those sentences that are ``wanted`` (None: all) of the ``told`` ones read with vectors."""
    places = [
        ((id, sentence.span), sentence)
        for id, reading in sorted(readings.items())
        for sentence in reading.sentences
        if sentence.rows and (id, sentence.span) in told
    ]
    table = [rows(sentence) for _, sentence in places]
    mean = np.concatenate(table).mean(0) if table else np.zeros(1, np.float32)
    items: list[Detail] = []
    held: list[list[Floats]] = [[], [], [], []]
    for (place, sentence), vectors in zip(places, table, strict=True):
        if wanted is not None and place not in wanted:
            continue
        for detail, at in of_sentence(place, sentence):
            items.append(detail)
            for into, part in zip(held, ([at.predicate], [at.head], at.quote, at.phrase), strict=True):
                into.append(vectors[part].mean(0) - mean)
    a, b, c, d = (_unit(part) for part in held)
    told_of = zip(*((item.predicate, item.head, item.role) for item in items), strict=True) if items else ((), (), ())
    predicates, heads, roles = (_numbered(names) for names in told_of)
    return Details(tuple(items), (a, b, c, d), (predicates, heads, roles))


def near_sentences(
    judged: Mapping[tuple[int, int], float], claims: Sequence[Claim]
) -> dict[tuple[Place, Place], float]:
    """The best score of two claims of each pair of sentences."""
    found: dict[tuple[Place, Place], float] = {}
    for (a, b), score in judged.items():
        one, other = ((claims[at].report, claims[at].sentence) for at in (a, b))
        key = (one, other) if one < other else (other, one)
        found[key] = max(score, found.get(key, 0.0))
    return found


def asked(found: Details, scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The questions that details of two reports answer, each as details (by position), the surest first.

    A question whose quotes stand in those of a surer one is not asked.
    """
    kept = {pair: score for pair, score in scores.items() if score >= _SLIGHT}
    rated = []
    for members in group(len(found.items), kept, _JOIN):
        held = _one_each(members, kept, found)
        across = [
            kept.get(pair, 0.0)
            for pair in combinations(held, 2)
            if found.items[pair[0]].place[0] != found.items[pair[1]].place[0]
        ]
        if across and max(across) >= _CORE:
            rated.append((-max(across), -sum(across) / len(across), held))
    asked: list[list[int]] = []
    taken: list[dict[str, list[Span]]] = []
    for _, _, held in sorted(rated):
        if not any(_repeats(held, other, found) for other in taken):
            asked.append(held)
            quotes: dict[str, list[Span]] = {}
            for at in held:
                quotes.setdefault(found.items[at].place[0], []).append(found.items[at].quote)
            taken.append(quotes)
    return asked


def _one_each(members: Sequence[int], scores: Mapping[tuple[int, int], float], found: Details) -> list[int]:
    """Of the details of one sentence the one that fits best to the others."""
    best: dict[Place, tuple[float, int]] = {}
    for at in members:
        fit = sum(scores.get((min(at, other), max(at, other)), 0.0) for other in members if other != at)
        place = found.items[at].place
        best[place] = max(best.get(place, (-1.0, 0)), (fit, -at))
    return sorted(-at for _, at in best.values())


def _repeats(held: Sequence[int], taken: Mapping[str, Sequence[Span]], found: Details) -> bool:
    """Whether two quotes, or most of them, stand in the quotes of another question."""
    inside = sum(
        any(_overlap(found.items[at].quote, other) > _OVER for other in taken.get(found.items[at].place[0], ()))
        for at in held
    )
    return inside > 1 or 2 * inside > len(held)


def _overlap(a: Span, b: Span) -> float:
    """The share of the shorter span that stands in the other."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / max(1, min(a.end - a.start, b.end - b.start))


def _numbered(names: Sequence[str]) -> Ints:
    """Names as numbers that are the same where the names are."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)


def _unit(held: Sequence[Floats]) -> Floats:
    if not held:
        return np.zeros((0, 1), np.float32)
    table = np.stack(held)
    return np.asarray(table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9), np.float32)
