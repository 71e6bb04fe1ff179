"""Fit facets/judge.json and print how well it does, leave-one-story-out.

    python training/fit_judge.py [GOLD]        (needs the extra: pip install rashomon[train])

A pair of claims of two reports is a right one when both match mentions of one gold facet (score.py's
own rule).  Boosted stumps on logistic loss, so that each feature adds by a step function of its own;
stories weigh by the root of their pairs.  The folds are whole stories.  Prints the share of gold
pairs that the keys propose (evaluation/key_recall.py), and the average precision and the recall at
several precisions over the left-out stories, with a reader's vectors and without; writes the steps
fitted on all stories.

Models fitted without one story each go to evaluation/held_out.json, so that ``make eval`` judges no story
by a model that has seen it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from sklearn.metrics import average_precision_score

import key_recall
from key_recall import Recall
from rashomon.breakdown import ordered, readings, stated
from rashomon.facets import judging
from rashomon.facets.judge import FEATURES
from rashomon.reading.choose import reader
from rashomon.settings import Settings
from rashomon.sources import read

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "../shared/eval/gold"
TARGET = ROOT / "src/rashomon/facets/judge.json"
HELD_OUT = ROOT / "evaluation/held_out.json"
SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 2,
    "min_child_samples": 40,
    "reg_lambda": 5.0,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.5,
    "random_state": 1,
    "deterministic": True,
    "n_jobs": 1,
    "verbose": -1,
}
ROUNDS = 600
Array = np.ndarray[Any, np.dtype[Any]]


class Pairs(NamedTuple):
    """The pairs of one story: their features (m, features), whether they are right (m,), and the recall of the keys."""

    values: Array
    right: Array
    recall: Recall


def main() -> None:
    """Fit, leave one story out at a time, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    asked = parser.parse_args()
    scorer = _scorer(asked.gold.parent / "score.py")
    models: dict[str, Any] = {}
    apart: dict[str, Any] = {}
    for name, which in (("read", "trained"), ("plain", "none")):
        stories = {p.parent.name: _pairs(p.parent, scorer, which) for p in sorted(asked.gold.glob("*/gold.json"))}
        count = FEATURES if name == "read" else list(FEATURES)[: list(FEATURES).index("meaning")]
        print(f"{name}: {len(stories)} stories, {sum(len(s.right) for s in stories.values())} pairs")
        print(f"  {key_recall.line([story.recall for story in stories.values()])}")
        scores = {}
        for left, story in stories.items():
            model = _fit([s for other, s in stories.items() if other != left])
            scores[left] = model.predict(story.values, raw_score=True)
            apart.setdefault(left, {})[name] = _steps(model, count)
        _print(np.concatenate([s.right for s in stories.values()]), np.concatenate(list(scores.values())))
        models[name] = _steps(_fit(list(stories.values())), count)
    HELD_OUT.write_text(json.dumps(apart) + "\n", encoding="utf-8")
    TARGET.write_text(json.dumps(models, indent=0) + "\n", encoding="utf-8")


def _print(right: Array, scores: Array) -> None:
    print(f"  average precision, leave-one-story-out: {average_precision_score(right, scores):.3f}")
    ranked = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    for least in (0.8, 0.7, 0.6, 0.5, 0.4):
        if (precision >= least).any():
            last = np.flatnonzero(precision >= least)[-1]
            print(f"  at precision {least}: {np.cumsum(ranked)[last] / right.sum():.3f} of the right pairs")


def _fit(stories: Sequence[Pairs]) -> Any:
    values, right = (np.concatenate([getattr(s, part) for s in stories]) for part in ("values", "right"))
    weights = np.concatenate([np.full(len(s.right), len(s.right) ** -0.5) for s in stories])
    data = lightgbm.Dataset(values, right.astype(int), weight=weights / weights.mean())
    return lightgbm.train(SETTINGS, data, ROUNDS)


def _steps(model: Any, names: Iterable[str]) -> dict[str, Any]:
    """The stumps of each feature as one step function."""
    cuts: dict[int, dict[float, float]] = {}
    bias = 0.0
    for tree in model.dump_model()["tree_info"]:
        root = tree["tree_structure"]
        if "split_feature" not in root:
            bias += root["leaf_value"]
            continue
        low, high = root["left_child"]["leaf_value"], root["right_child"]["leaf_value"]
        bias += low
        held = cuts.setdefault(root["split_feature"], {})
        held[root["threshold"]] = held.get(root["threshold"], 0.0) + high - low
    steps = {}
    for at, name in enumerate(names):
        edges = sorted(cuts.get(at, {}))
        rises = np.cumsum([0.0, *(cuts[at][edge] for edge in edges)]) if edges else np.zeros(1)
        middle = float(rises.mean())
        bias += middle
        steps[name] = {"edges": [_edge(e) for e in edges], "values": [round(float(v) - middle, 4) for v in rises]}
    return {"bias": round(bias, 4), "steps": steps}


def _edge(cut: float) -> float:
    """A cut in five digits; LightGBM cuts on both sides of zero by less than that, which must stay apart."""
    return math.copysign(max(abs(round(cut, 5)), 1e-6), cut)


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _pairs(story: Path, scorer: ModuleType, which: str) -> Pairs:
    inputs = sorted(map(str, [*story.glob("*.jsonl"), *story.glob("*.txt")]))
    reports = ordered([report for page in read(inputs, Settings()) for report in page.reports])
    seen = readings(reports, reader(which))
    told, _ = stated(reports, seen)
    judge, found = judging(reports, told, seen)
    known = {report.id: report for report in reports}
    facets = scorer.read_gold(str(story / "gold.json"))
    met = key_recall.answers(facets, told, [claim.span for claim in told], known, scorer)
    right = [bool({f for f, _ in met[a]} & {f for f, _ in met[b]}) for a, b in found.pairs.tolist()]
    recall = key_recall.recall(facets, told, known, found.pairs.tolist(), scorer)
    return Pairs(judge.features(found), np.array(right), recall)


if __name__ == "__main__":
    sys.exit(main())
