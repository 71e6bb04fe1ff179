"""Fit facets/judge.json and print how well it does, leave-one-story-out.

    python training/fit_judge.py [GOLD]        (needs the extra: pip install rashomon[train])

A pair of claims of two reports is a right one when both match mentions of one gold facet (score.py's
own rule).  Boosted stumps on logistic loss, so that each feature adds by a step function of its own;
stories weigh by the root of their pairs.  The folds are whole stories.  Prints the share of gold
pairs that the keys propose (evaluation/key_recall.py), and the average precision and the recall at
several precisions over the left-out stories, with a reader's vectors and without; writes the steps
fitted on all stories.

A second model of the same form judges details (`rashomon.facets.matching`): two are a right pair when both quotes
match mentions of one gold facet.  Its first feature is the score of the claims; for every story that is fitted on,
this comes from a model that has not seen the story, nor the one that is left out.

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
from rashomon.facets import judging, matching
from rashomon.facets.judge import FEATURES
from rashomon.facets.keys import Candidates
from rashomon.facets.matching import Details
from rashomon.model import Claim
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
    "deterministic": True,
    "n_jobs": 1,
    "verbose": -1,
}
ROUNDS, DETAIL_ROUNDS = 600, 300
SEEDS = (1, 2, 3)
FOLDS = 3
Array = np.ndarray[Any, np.dtype[Any]]


class Pairs(NamedTuple):
    """Pairs of one story: their features (m, features), and whether they are right (m,)."""

    values: Array
    right: Array


class Told(NamedTuple):
    """A story: its claims, the pairs that the keys propose with their recall, and its details."""

    claims: Sequence[Claim]
    found: Candidates
    pairs: Pairs
    recall: Recall
    details: Details | None
    matched: Sequence[set[int]]  # gold facets that each detail matches

    def detail_pairs(self, scores: Array) -> Pairs:
        """The pairs of details, with these scores (log-odds) of the claims' pairs."""
        if self.details is None:
            return Pairs(np.zeros((0, len(matching.FEATURES))), np.zeros(0, bool))
        chances = 1 / (1 + np.exp(-scores))
        judged = {(a, b): score for (a, b), score in zip(self.found.pairs.tolist(), chances.tolist(), strict=True)}
        pairs, values = self.details.pairs(matching.near_sentences(judged, self.claims))
        right = [bool(self.matched[a] & self.matched[b]) for a, b in pairs.tolist()]
        return Pairs(self.details.features(pairs, values), np.array(right, bool))


def main() -> None:
    """Fit, leave one story out at a time, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    asked = parser.parse_args()
    scorer = _scorer(asked.gold.parent / "score.py")
    models: dict[str, Any] = {}
    apart: dict[str, Any] = {}
    for name, which in (("read", "trained"), ("plain", "none")):
        stories = {p.parent.name: _told(p.parent, scorer, which) for p in sorted(asked.gold.glob("*/gold.json"))}
        count = FEATURES if name == "read" else list(FEATURES)[: list(FEATURES).index("meaning")]
        print(f"{name}: {len(stories)} stories, {sum(len(s.pairs.right) for s in stories.values())} pairs")
        print(f"  {key_recall.line([story.recall for story in stories.values()])}")
        scores = {}
        for left, story in stories.items():
            model = _fit([s.pairs for other, s in stories.items() if other != left])
            scores[left] = model.scores(story.pairs.values)
            apart.setdefault(left, {})[name] = _steps(model, count)
        _print([s.pairs.right for s in stories.values()], list(scores.values()))
        models[name] = _steps(_fit([s.pairs for s in stories.values()]), count)
        if name == "read":
            models["details"] = _fit_details(stories, scores, apart)
    HELD_OUT.write_text(json.dumps(apart) + "\n", encoding="utf-8")
    TARGET.write_text(json.dumps(models, indent=0) + "\n", encoding="utf-8")


def _fit_details(stories: dict[str, Told], scores: dict[str, Array], apart: dict[str, Any]) -> dict[str, Any]:
    """The steps for details, fitted on all stories; those fitted without one each go into ``apart``."""
    left_out, found = [], []
    for left, story in stories.items():
        inner = _folded({name: held for name, held in stories.items() if name != left})
        model = _fit([stories[name].detail_pairs(inner[name]) for name in inner], DETAIL_ROUNDS)
        apart[left]["details"] = _steps(model, matching.FEATURES)
        own = story.detail_pairs(scores[left])
        left_out.append(own.right)
        found.append(model.scores(own.values))
    print(f"details: {sum(map(len, left_out))} pairs")
    _print(left_out, found)
    every = [story.detail_pairs(scores[name]) for name, story in stories.items()]
    return _steps(_fit(every, DETAIL_ROUNDS), matching.FEATURES)


def _folded(stories: dict[str, Told]) -> dict[str, Array]:
    """Scores of the pairs of each story's claims by a model that has not seen the story, in `FOLDS` folds."""
    found = {}
    for fold in range(FOLDS):
        held = list(stories)[fold::FOLDS]
        model = _fit([story.pairs for name, story in stories.items() if name not in held])
        found.update({name: model.scores(stories[name].pairs.values) for name in held})
    return found


def _print(rights: Sequence[Array], scored: Sequence[Array]) -> None:
    right, scores = np.concatenate(rights), np.concatenate(scored)
    print(f"  average precision, leave-one-story-out: {average_precision_score(right, scores):.3f}")
    ranked = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    for least in (0.8, 0.7, 0.6, 0.5, 0.4):
        if (precision >= least).any():
            last = np.flatnonzero(precision >= least)[-1]
            print(f"  at precision {least}: {np.cumsum(ranked)[last] / right.sum():.3f} of the right pairs")


class Bag(NamedTuple):
    """Models fitted alike but for their seeds; the mean of stumps is stumps again, and hangs less on chance
    (bagging: Breiman 1996)."""

    models: Sequence[Any]

    def scores(self, values: Array) -> Array:
        """The mean of their log-odds for rows of feature values."""
        return np.asarray(np.mean([model.predict(values, raw_score=True) for model in self.models], 0))


def _fit(stories: Sequence[Pairs], rounds: int = ROUNDS) -> Bag:
    stories = [s for s in stories if len(s.right)]
    values, right = (np.concatenate([getattr(s, part) for s in stories]) for part in ("values", "right"))
    weights = np.concatenate([np.full(len(s.right), len(s.right) ** -0.5) for s in stories])
    data = lightgbm.Dataset(values, right.astype(int), weight=weights / weights.mean())
    return Bag([lightgbm.train(SETTINGS | {"random_state": seed}, data, rounds) for seed in SEEDS])


def _steps(bag: Bag, names: Iterable[str]) -> dict[str, Any]:
    """The mean of the models' stumps as one step function for each feature."""
    cuts: dict[int, dict[float, float]] = {}
    bias, share = 0.0, 1 / len(bag.models)
    for tree in (tree for model in bag.models for tree in model.dump_model()["tree_info"]):
        root = tree["tree_structure"]
        if "split_feature" not in root:
            bias += share * root["leaf_value"]
            continue
        low, high = root["left_child"]["leaf_value"], root["right_child"]["leaf_value"]
        bias += share * low
        held = cuts.setdefault(root["split_feature"], {})
        held[root["threshold"]] = held.get(root["threshold"], 0.0) + share * (high - low)
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


def _told(story: Path, scorer: ModuleType, which: str) -> Told:
    inputs = sorted(map(str, [*story.glob("*.jsonl"), *story.glob("*.txt")]))
    reports = ordered([report for page in read(inputs, Settings()) for report in page.reports])
    seen = readings(reports, reader(which))
    told, _ = stated(reports, seen)
    judge, found = judging(reports, told, seen)
    known = {report.id: report for report in reports}
    facets = scorer.read_gold(str(story / "gold.json"))
    met = [_facets(held) for held in key_recall.answers(facets, [(known[c.report], c.span) for c in told], scorer)]
    right = [bool(met[a] & met[b]) for a, b in found.pairs.tolist()]
    recall = key_recall.recall(facets, told, known, found.pairs.tolist(), scorer)
    details = matching.details(seen, frozenset((c.report, c.sentence) for c in told)) if judge.seen else None
    quotes = [(known[item.place[0]], item.quote) for item in details.items] if details else []
    matched = [_facets(held) for held in key_recall.answers(facets, quotes, scorer)]
    return Told(told, found, Pairs(judge.features(found), np.array(right)), recall, details, matched)


def _facets(held: set[tuple[int, int]]) -> set[int]:
    return {facet for facet, _ in held}


if __name__ == "__main__":
    sys.exit(main())
