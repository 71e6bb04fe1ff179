"""Boosted stumps become one step function for each feature that says the same."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from rashomon.facets.judge import parsed

pytest.importorskip("lightgbm")
pytest.importorskip("sklearn")

import fit_judge

NAMES = ["words", "time", "run"]
ZERO = 1e-35  # where LightGBM cuts about zero


class Fitted:
    """A model as LightGBM dumps it, from its stumps (feature, edge, left, right) and leaves alone (a number)."""

    def __init__(self, *trees: tuple[int, float, float, float] | float) -> None:
        self.trees = trees

    def dump_model(self) -> dict[str, Any]:
        return {"tree_info": [{"tree_structure": self._structure(tree)} for tree in self.trees]}

    def _structure(self, tree: tuple[int, float, float, float] | float) -> dict[str, Any]:
        if isinstance(tree, float):
            return {"leaf_value": tree}
        feature, edge, left, right = tree
        children = {"left_child": {"leaf_value": left}, "right_child": {"leaf_value": right}}
        return {"split_feature": feature, "threshold": edge, "decision_type": "<=", **children}

    def predict(self, values: list[float]) -> float:
        """The sum of the trees for one pair, the plain way."""
        return sum(
            tree if isinstance(tree, float) else tree[2] if values[tree[0]] <= tree[1] else tree[3]
            for tree in self.trees
        )


ROWS = [[a, b, c] for a in (-1.0, 0.2, 0.5, 0.7) for b in (-1.0, -0.5, 0.0, 1.0) for c in (0.0, 3.0, 4.0)]


@pytest.mark.parametrize(
    "trees",
    [
        (),
        (-0.7,),
        ((0, 0.5, -1.0, 2.0),),
        # of one feature, in any order, the same edge twice
        ((0, 0.5, -1.0, 2.0), (0, 0.2, 0.25, -0.5), (0, 0.5, 0.125, 0.5)),
        ((2, 3.5, 1.0, -1.0), (0, 0.5, -1.0, 2.0), 0.3, (2, 0.5, 0.5, 0.25)),
        ((1, ZERO, -1.0, 1.0), (1, -0.75, -0.5, 0.0)),
        ((1, ZERO, -1.0, 1.0), (1, -ZERO, 0.5, -0.5)),
    ],
)
def test_the_steps_add_up_to_the_stumps(trees: tuple[Any, ...]) -> None:
    model = Fitted(*trees)
    held = parsed(fit_judge._steps(fit_judge.Bag([model]), NAMES))
    found = held.bias + held.parts(np.array(ROWS)).sum(1)
    assert found.tolist() == pytest.approx([model.predict(row) for row in ROWS], abs=1e-3)


def test_the_steps_of_several_models_are_their_mean() -> None:
    models = [Fitted((0, 0.5, -1.0, 2.0), 0.5), Fitted((0, 0.2, 0.25, -0.5)), Fitted((2, 3.5, 1.0, -1.0))]
    held = parsed(fit_judge._steps(fit_judge.Bag(models), NAMES))
    found = held.bias + held.parts(np.array(ROWS)).sum(1)
    mean = [sum(model.predict(row) for model in models) / len(models) for row in ROWS]
    assert found.tolist() == pytest.approx(mean, abs=1e-3)


def test_every_feature_has_steps_about_zero() -> None:
    made = fit_judge._steps(fit_judge.Bag([Fitted((2, 3.5, 1.0, -1.0), (2, 0.123456789, 0.0, 0.5), 0.25)]), NAMES)
    assert list(made["steps"]) == NAMES
    assert made["steps"]["words"] == {"edges": [], "values": [0.0]}
    assert made["steps"]["run"]["edges"] == [0.12346, 3.5]
    for step in made["steps"].values():
        assert sum(step["values"]) == pytest.approx(0, abs=1e-3)
        assert all(a < b for a, b in pairwise(step["edges"]))
    assert made["bias"] == pytest.approx(0.25 + 1.0 + (0 + 0.5 - 1.5) / 3, abs=1e-3)
