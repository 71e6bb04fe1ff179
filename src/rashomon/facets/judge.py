"""Whether two claims answer the same question: a weighted sum of what they share.

The weights are those of a logistic regression over pairs of claims of the development stories
(training/fit_judge.py; its scores are leave-one-story-out).  They were fitted before the last rules
for claims were written: a fit today moves them a little and gains nothing (facet F1 .511 -> .506).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rashomon.facets.weights import Weights
from rashomon.model import Claim, Evidence

FEATURES = ("words", "context", "both", "overlap", "rare", "figure", "speaker", "size", "same report")
BIAS = -4.9
WEIGHTS = (0.5, 1.98, 1.52, 3.37, 0.01, 0.97, -0.36, 0.17, -1.04)


def features(claims: Sequence[Claim], weights: Weights, a: int, b: int) -> tuple[float, ...]:
    """The features of a pair of claims, in the order of FEATURES.

    words: cosine of the claims; context: cosine of their sentences; both: root of the product;
    overlap: share of the smaller claim's terms in the other; rare: sum of the shared terms' idf;
    figure: 1 when a figure is the same; speaker: 1 when both name the same one; size: terms of the
    smaller claim; same report: 1 when both stand in one report.
    """
    x, y = claims[a], claims[b]
    words = weights.near(a, b)
    context = weights.context(x, y)
    first, second = set(x.terms), set(y.terms)
    shared = first & second
    small = min(len(first), len(second))
    said = bool(x.attribution and y.attribution and x.attribution.speaker == y.attribution.speaker)
    return (
        words,
        context,
        math.sqrt(words * context),
        len(shared) / small,
        math.fsum(sorted(weights.idf[term] for term in shared)),
        float(bool({f.low for f in x.figures} & {f.low for f in y.figures})),
        float(said),
        float(min(small, 20)),
        float(x.report == y.report),
    )


def judge(claims: Sequence[Claim], weights: Weights, a: int, b: int) -> Evidence:
    """How likely two claims answer the same question (0 to 1), and why."""
    values = features(claims, weights, a, b)
    total = BIAS + math.fsum(w * v for w, v in zip(WEIGHTS, values, strict=True))
    return Evidence(1 / (1 + math.exp(-total)), _reasons(claims, weights, a, b))


def _reasons(claims: Sequence[Claim], weights: Weights, a: int, b: int) -> tuple[str, ...]:
    shared = sorted(set(claims[a].terms) & set(claims[b].terms), key=lambda term: (-weights.idf[term], term))
    return (f"both mention {', '.join(term.lstrip('=#') for term in shared[:4])}",) if shared else ()
