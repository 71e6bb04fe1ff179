"""Whether two claims answer the same question: an additive score over what they share.

Each feature adds to the log-odds by a step function of its own (a generalised additive model:
Hastie and Tibshirani 1986; as boosted stumps: Lou, Caruana and Gehrke 2012), so that what a
judgement rests on can be read off.  The steps are in judge.json, fitted by training/fit_judge.py on
the development stories, once with a reader's vectors and once without.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.facets.keys import Candidates
from rashomon.facets.meanings import Floats, Meanings
from rashomon.facets.quantities import same_voice
from rashomon.facets.weights import Weights
from rashomon.model import Claim, Evidence, Report

FEATURES: Mapping[str, str] = {
    "words": "cosine of the claims' terms",
    "sentences": "cosine of the terms of their sentences",
    "both": "root of the product of the two",
    "overlap": "share of the smaller claim's terms that the other holds",
    "rare": "sum of the weights of the shared terms",
    "names": "words of names in both",
    "other names": "words of names in one of them",
    "figure": "1 the same figure, -1 others, -0.5 in one only, 0 none",
    "time": "1 the same time, -1 others, -0.5 in one only, 0 none",
    "speaker": "2 the same speaker, -1 others, 1 none, 0 in one only",
    "direct": "how many of the two are direct speech",
    "smaller": "terms of the smaller claim",
    "larger": "terms of the larger claim",
    "run": "words of the longest run that both have",
    "apart": "how far apart they stand in their reports, 0 to 1",
    "headline": "how many of the two are headlines",
    "nearest": "rank of one among the other's neighbours in its report, the better of two",
    "farthest": "the same, the worse of two",
    "meaning": "cosine of the claims' vectors",
    "bare": "the same without names and figures",
    "whole": "cosine of their sentences' vectors",
    "around": "cosine of the sentences with the ones beside them",
    "least": "how well the words of one are found in the other, the worse of two",
    "most": "the same, the better of two",
    "aligned": "harmonic mean of the two",
    "strongest": "weight of the three best matches of words",
}
"""What a pair of claims is judged by, and what each number is; from "meaning" on a reader's vectors are needed."""

FITTED_ON = "reader-1-"
"""How the versions of the readers begin whose vectors the model knows; another's have another scale."""

_FIRST_READ = list(FEATURES).index("meaning")
_BLOCK = 1024  # pairs whose vectors are compared at once
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Additive:
    """A bias and for each feature its edges (k,) and the values (k + 1,) between them, in log-odds."""

    bias: float
    steps: tuple[tuple[str, Matrix, Matrix], ...]

    def scores(self, values: Matrix) -> Matrix:
        """How likely each row of feature values is a right pair, 0 to 1."""
        return np.asarray(1 / (1 + np.exp(-(self.bias + self.parts(values).sum(1)))), np.float64)

    def parts(self, values: Matrix) -> Matrix:
        """What each feature adds to the log-odds: (m, features) for feature values (m, features)."""
        columns = [held[np.searchsorted(edges, values[:, at])] for at, (_, edges, held) in enumerate(self.steps)]
        return np.stack(columns, 1) if columns else np.zeros((len(values), 0))


def parsed(held: Mapping[str, Any]) -> Additive:
    """A model as judge.json holds it."""
    steps = tuple((name, np.array(part["edges"]), np.array(part["values"])) for name, part in held["steps"].items())
    return Additive(held["bias"], steps)


Model = Literal["read", "plain", "details"]


@cache
def additive(model: Model) -> Additive:
    """A fitted model: of claims with a reader's vectors or without, or of details (`rashomon.facets.matching`)."""
    held = json.loads((files("rashomon.facets") / "judge.json").read_text(encoding="utf-8"))
    return parsed(held[model])


class _Given(NamedTuple):
    """What a claim is compared by, made once for all its pairs."""

    terms: frozenset[str]
    names: frozenset[str]
    figures: frozenset[object]
    times: frozenset[object]
    place: float
    headline: bool
    direct: bool


@dataclass(frozen=True, slots=True)
class Judge:
    """What is known of a story's claims when pairs of them are judged; ``words`` are each claim's, in lower case."""

    claims: Sequence[Claim]
    weights: Weights
    seen: Meanings | None
    reports: Mapping[str, Report]
    words: Sequence[Sequence[str]]

    def features(self, found: Candidates) -> Matrix:
        """The features of pairs, (m, features), in the order of `FEATURES`."""
        if not len(found.pairs):
            return np.zeros((0, len(FEATURES) if self.seen else _FIRST_READ))
        given = {at: self._given(self.claims[at]) for at in np.unique(found.pairs).tolist()}
        pairs = zip(found.pairs.tolist(), found.words.tolist(), strict=True)
        plain = [self._plain(a, b, given[a], given[b], words) for (a, b), words in pairs]
        columns = [np.array(plain, np.float64), found.ranks.min(1, keepdims=True), found.ranks.max(1, keepdims=True)]
        if self.seen:
            columns.append(_meant(self.seen, found))
        return np.concatenate(columns, 1)

    def scores(self, found: Candidates) -> Matrix:
        """How likely each pair answers one question, 0 to 1."""
        return additive("read" if self.seen else "plain").scores(self.features(found))

    def judge(self, found: Candidates, at: int) -> Evidence:
        """One pair's score and what speaks for it in words."""
        a, b = found.pairs[at].tolist()
        one = Candidates(found.pairs[at : at + 1], found.words[at : at + 1], found.ranks[at : at + 1])
        return Evidence(float(self.scores(one)[0]), self._reasons(a, b, self.features(one)[0]))

    def _given(self, claim: Claim) -> _Given:
        report = self.reports[claim.report]
        return _Given(
            terms=frozenset(claim.terms),
            names=frozenset(word for name in claim.names for word in name.lower().split()),
            figures=frozenset((figure.low, figure.unit) for figure in claim.figures),
            times=frozenset(part for time in claim.times for part in time.parts),
            place=claim.span.start / max(1, len(report.text)),
            headline=claim.span.end <= report.body,
            direct=bool(claim.attribution and claim.attribution.direct),
        )

    def _plain(self, a: int, b: int, x: _Given, y: _Given, words: float) -> tuple[float, ...]:
        """The features that need no reader, but for the ranks."""
        shared = x.terms & y.terms
        sizes = len(x.terms), len(y.terms)
        context = self.weights.context(self.claims[a], self.claims[b])
        return (
            words,
            context,
            math.sqrt(max(0.0, words * context)),
            len(shared) / max(1, min(sizes)),
            math.fsum(sorted(self.weights.idf[term] for term in shared)),
            len(x.names & y.names),
            len(x.names ^ y.names),
            _same(x.figures, y.figures),
            _same(x.times, y.times),
            _voices(self.claims[a], self.claims[b]),
            x.direct + y.direct,
            min(sizes),
            max(sizes),
            _run(self.words[a], self.words[b]) if len(shared) > 1 else 0,
            abs(x.place - y.place),
            x.headline + y.headline,
        )

    def _reasons(self, a: int, b: int, values: Matrix) -> tuple[str, ...]:
        x, y = self.claims[a], self.claims[b]
        shared = sorted(set(x.terms) & set(y.terms), key=lambda term: (-self.weights.idf[term], term))
        held = dict(zip(FEATURES, values.tolist(), strict=False))
        found = (f"both mention {', '.join(term.lstrip('=#') for term in shared[:4])}",) if shared else ()
        said = tuple(words for name, least, words in _SAID if held.get(name, -1.0) >= least)
        return found + said


_SAID = (
    ("run", 5, "they share a run of words"),
    ("figure", 1, "they give the same figure"),
    ("time", 1, "they name the same time"),
    ("speaker", 2, "the same voice says both"),
    ("meaning", 0.7, "they mean nearly the same"),
)
"""Features and the values from which they are named as reasons."""


def _same(a: frozenset[object], b: frozenset[object]) -> float:
    if not a and not b:
        return 0.0
    return 1.0 if a & b else -1.0 if a and b else -0.5


def _voices(x: Claim, y: Claim) -> float:
    a, b = x.attribution, y.attribution
    if a and b:
        return 2.0 if same_voice(a.speaker, b.speaker) else -1.0
    return 0.0 if a or b else 1.0


def _run(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest run of words that two sequences share."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(b):
        places.setdefault(word, []).append(at)
    most, before = 0, dict[int, int]()
    for word in a:
        before = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
        most = max(most, *before.values()) if before else most
    return most


def _meant(seen: Meanings, found: Candidates) -> Matrix:
    """The features from the reader's vectors, (m, features)."""
    tables: tuple[Floats, ...] = (seen.whole, seen.bare, seen.sentence, seen.around)
    made = np.zeros((len(found.pairs), len(FEATURES) - _FIRST_READ))
    for start in range(0, len(made), _BLOCK):
        first, second = found.pairs[start : start + _BLOCK].T
        for at, table in enumerate(tables):
            made[start : start + _BLOCK, at] = np.einsum("md,md->m", table[first], table[second])
    order = np.argsort(found.pairs[:, 0], kind="stable")
    for same in np.split(order, np.flatnonzero(np.diff(found.pairs[order, 0])) + 1):
        if same.size:
            made[same, len(tables) :] = _aligned(seen, int(found.pairs[same[0], 0]), found.pairs[same, 1].tolist())
    return made


def _aligned(seen: Meanings, a: int, others: Sequence[int]) -> Matrix:
    """How well the content words of a claim and of each of the others match, each with its nearest in the other by
    weight (the greedy matching of BERTScore: Zhang et al. 2020, https://arxiv.org/abs/1904.09675); (others, 4)."""
    words, weights = seen.words[a], seen.weights[a]
    starts = np.cumsum([0, *(len(seen.weights[b]) for b in others[:-1])])
    near = words @ np.concatenate([seen.words[b] for b in others]).T
    best_a, best_b = np.maximum.reduceat(near, starts, axis=1), near.max(0)
    beside = np.concatenate([seen.weights[b] for b in others])
    left = weights @ best_a / max(1e-6, weights.sum())
    right = np.add.reduceat(best_b * beside, starts) / np.maximum(1e-6, np.add.reduceat(beside, starts))
    top = np.sort(best_a**2 * weights[:, None], axis=0)[::-1][:3].sum(0) / 3
    mean = 2 * left * right / np.maximum(1e-6, left + right)
    return np.stack([np.minimum(left, right), np.maximum(left, right), mean, top], 1).astype(np.float64)
