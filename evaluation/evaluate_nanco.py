"""Measure the judge's features and the grouping on NAnCo, leave-one-question-out (``make eval-nanco``).

    evaluate_nanco.py [--data FILE]        (needs the extra: pip install rashomon[train])

NAnCo (News Answer Comparison) holds the answers of many outlets to a question, grouped by people.
Each answer is taken for a claim; a logistic regression over `facets.judge.FEATURES`, fitted on the
other questions, scores pairs, `facets.group` groups them, with the least score that did best on the
other questions.  The figure is the balanced accuracy over pairs of answers: the mean of the share
of pairs of one group that are put together and of pairs of two that are kept apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from rashomon import langs
from rashomon.claims.figures import figures
from rashomon.claims.names import names
from rashomon.claims.terms import terms
from rashomon.claims.times import times
from rashomon.facets.group import group
from rashomon.facets.judge import Judge
from rashomon.facets.keys import LAST, Candidates
from rashomon.facets.meanings import meanings
from rashomon.facets.weights import cosine, weigh
from rashomon.model import Claim, Passage, Report, Span
from rashomon.reading.trained import TrainedReader
from rashomon.text import tokens

STRENGTH = 0.01  # inverse of the regularisation
LEAST = np.arange(0.2, 0.8, 0.02)
Array = np.ndarray[Any, np.dtype[Any]]


class Question(NamedTuple):
    """The answers to a question: pairs (m, 2) of them, their features (m, features), whether people group them."""

    text: str
    answers: int
    pairs: Array
    values: Array
    same: Array


def question(held: dict[str, Any], reader: TrainedReader) -> Question:
    """A question of the corpus; an answer that is not in its paragraph word for word is passed over."""
    lexicon = langs.load("en")
    reports, claims, groups = [], [], []
    for n, answer in enumerate(held["answers"]):
        text, start = answer["Paragraph"], answer["Paragraph"].find(answer["Answer"])
        if start < 0:
            continue
        span = Span(start, start + len(answer["Answer"]))
        words = tokens(text, *span)
        parts = terms(words, lexicon), names(words, lexicon, opens=False), figures(words, lexicon)
        reports.append(Report(str(n), str(n), text))
        claims.append(Claim(str(n), span, Span(0, len(text)), None, *parts, times(words, lexicon)))
        groups.append(answer["cluster_global"])
    pairs = np.array(list(combinations(range(len(claims)), 2)))
    return Question(
        held["question"],
        len(claims),
        pairs,
        features(reports, claims, pairs, reader),
        np.array([groups[a] == groups[b] for a, b in pairs]),
    )


def features(reports: Sequence[Report], claims: Sequence[Claim], pairs: Array, reader: TrainedReader) -> Array:
    """The judge's features of all pairs of answers."""
    read = reader.read([Passage(report.text, (Span(0, len(report.text)),)) for report in reports])
    seen = meanings(claims, {report.id: reading for report, reading in zip(reports, read, strict=True)})
    if seen is None:
        raise SystemExit("The shipped reader made no vectors.")
    weights = weigh(claims)
    words = np.array([cosine(weights.claims[a], weights.claims[b]) for a, b in pairs], np.float32)
    near = seen.whole @ seen.whole.T
    near[pairs[:, 0], pairs[:, 1]] += words
    near[pairs[:, 1], pairs[:, 0]] += words
    np.fill_diagonal(near, -1)
    ranks = (-near).argsort(1, kind="stable").argsort(1)
    found = Candidates(pairs, words, np.minimum(LAST, [(ranks[a, b], ranks[b, a]) for a, b in pairs]))
    said = [[w.lower for w in tokens(reports[n].text, *claim.span)] for n, claim in enumerate(claims)]
    return Judge(claims, weights, seen, {report.id: report for report in reports}, said).features(found)


def scores(train: Sequence[Question], left: Question) -> Array:
    """The scores of a question's pairs by a model that was fitted on others."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000))
    model.fit(np.concatenate([q.values for q in train]), np.concatenate([q.same for q in train]))
    found: Array = model.predict_proba(left.values)[:, 1]
    return found


def accuracy(left: Question, scored: Array, least: float) -> float:
    """Balanced accuracy of the groups that scores make."""
    owner = np.arange(left.answers) + left.answers
    rated = {(int(a), int(b)): float(s) for (a, b), s in zip(left.pairs, scored, strict=True)}
    for number, members in enumerate(group(left.answers, rated, least)):
        owner[list(members)] = number
    return float(balanced_accuracy_score(left.same, owner[left.pairs[:, 0]] == owner[left.pairs[:, 1]]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a row a question and the mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora/alignment/nanco_dev.json"))
    path = parser.parse_args(arguments).data
    if not path.is_file():
        print(f"{path} is not there.  Name it: make eval-nanco DATA=folder", file=sys.stderr)
        return 2
    reader = TrainedReader()
    asked = [question(held, reader) for held in json.loads(path.read_text(encoding="utf-8"))]
    found = []
    for left in asked:
        train = [q for q in asked if q is not left]
        inner = {q.text: scores([other for other in train if other is not q], q) for q in train}
        least = max(LEAST, key=lambda t: np.mean([accuracy(q, inner[q.text], t) for q in train]))
        found.append(accuracy(left, scores(train, left), float(least)))
        print(f"{found[-1]:.3f}  {left.answers:3} answers  {left.text}")
    print(f"{np.mean(found):.3f}  mean (goal .85)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
