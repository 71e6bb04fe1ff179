"""Fit the weights of facets/judge.py and print how well they do, leave-one-story-out.

    python training/fit_judge.py [GOLD]        (needs the extra: pip install rashomon[train])

A pair of claims of two reports is a positive example when both match mentions of one gold facet
(score.py's own rule).  Logistic regression, L2, C = 10; the folds are whole stories.  Prints the
average precision over the left-out stories and the weights fitted on all, to be copied by hand.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from rashomon import langs
from rashomon.claims import claims
from rashomon.facets import NEAR
from rashomon.facets.judge import FEATURES, features
from rashomon.facets.keys import candidates
from rashomon.facets.weights import weigh
from rashomon.model import Claim, Report
from rashomon.settings import Settings
from rashomon.sources import read

GOLD = Path(__file__).resolve().parents[1] / "../shared/eval/gold"


class Pairs(NamedTuple):
    """The pairs of one story: their features (n, 9) and whether they answer one question (n,)."""

    values: np.ndarray[Any, np.dtype[np.float64]]
    right: np.ndarray[Any, np.dtype[np.bool_]]


def main() -> None:
    """Fit, leave one story out at a time, and print."""
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    scorer = _scorer(gold.parent / "score.py")
    stories = {path.parent.name: _pairs(path.parent, scorer) for path in sorted(gold.glob("*/gold.json"))}
    scores = {name: _fit([p for n, p in stories.items() if n != name])(story.values) for name, story in stories.items()}
    right = np.concatenate([story.right for story in stories.values()])
    print(f"{len(stories)} stories, {len(right)} pairs, {right.sum()} right")
    precision = average_precision_score(right, np.concatenate(list(scores.values())))
    print(f"average precision, leave-one-story-out: {precision:.3f}")
    model = _model(list(stories.values()))
    print(f"BIAS = {model.intercept_[0]:.2f}")
    print("\n".join(f"{name:12} {weight:6.2f}" for name, weight in zip(FEATURES, model.coef_[0], strict=True)))


def _model(stories: list[Pairs]) -> Any:
    values, right = (np.concatenate([getattr(story, part) for story in stories]) for part in ("values", "right"))
    return LogisticRegression(C=10, max_iter=2000).fit(values, right)


def _fit(stories: list[Pairs]) -> Any:
    model = _model(stories)
    return lambda values: model.predict_proba(values)[:, 1]


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _pairs(story: Path, scorer: ModuleType) -> Pairs:
    lexicon = langs.load()
    inputs = sorted(map(str, [*story.glob("*.jsonl"), *story.glob("*.txt")]))
    reports = [report for page in read(inputs, Settings()) for report in page.reports]
    stated = [claim for report in reports for claim in claims(report, lexicon)]
    weights = weigh(stated)
    pairs = [pair for pair in candidates(stated, weights.idf) if weights.near(*pair) >= NEAR]
    answers = _answers(story / "gold.json", stated, {report.id: report for report in reports}, scorer)
    values = np.array([features(stated, weights, *pair) for pair in pairs])
    return Pairs(values, np.array([bool(answers[a] & answers[b]) for a, b in pairs]))


def _answers(gold: Path, stated: list[Claim], reports: dict[str, Report], scorer: ModuleType) -> list[set[int]]:
    """For each claim, the gold facets that it answers."""
    facets = scorer.read_gold(str(gold))
    found = []
    for claim in stated:
        report = reports[claim.report]
        quote = report.text[claim.span.start : claim.span.end]
        file = report.source_id or scorer.stem(report.input)
        mention = scorer.Mention(file, claim.report, quote, "", "A", None)
        found.append({n for n, facet in enumerate(facets) if any(mention.matches(m) for m in facet.mentions)})
    return found


if __name__ == "__main__":
    main()
