"""The judge of quality: which gold it takes, when its floors hold, and what it says when data is missing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

from rashomon import app
from rashomon.facets import judge, matching
from rashomon.facets.judge import FEATURES, Additive, Model
from rashomon.model import Breakdown

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "evaluation"))

import evaluate  # noqa: E402

MODELS: tuple[Model, ...] = get_args(Model)
FLOORS = {"facet_f1": 0.4, "speaker_accuracy": 0.3}
ENOUGH = {"facet_f1": 0.4, "speaker_accuracy": 0.9}
SHORT = {"facet_f1": 0.39, "speaker_accuracy": 0.9}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two stories, one of text files and one of records."""
    for name, files in {"b": ["2.txt", "1.txt"], "a": ["reports.jsonl", "note.txt"]}.items():
        folder = tmp_path / "gold" / name
        folder.mkdir(parents=True)
        for file in ["gold.json", *files]:
            (folder / file).write_text("{}", encoding="utf-8")
    return tmp_path / "gold"


def test_stories_and_their_inputs(gold: Path) -> None:
    found = evaluate.stories(gold)
    assert [story.name for story in found] == ["a", "b"]
    assert [[Path(path).name for path in evaluate.inputs(story)] for story in found] == [
        ["reports.jsonl"],
        ["1.txt", "2.txt"],
    ]


def test_the_fingerprint_changes_with_any_byte(gold: Path) -> None:
    before = evaluate.fingerprint(gold)
    assert evaluate.fingerprint(gold) == before
    (gold / "b" / "1.txt").write_text("{} ", encoding="utf-8")
    assert evaluate.fingerprint(gold) != before


@pytest.mark.parametrize(
    ("figures", "gold_hash", "status", "said"),
    [
        (ENOUGH, "same", 0, "holds"),
        (SHORT, "same", 1, "UNDER ITS FLOOR"),
        ({"facet_f1": 0.9}, "same", 1, "none"),
        (SHORT, "other", 0, "not enforced"),
    ],
)
def test_verdict(
    figures: dict[str, float], gold_hash: str, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluate.verdict({"gold_sha256": "same", "floors": FLOORS}, gold_hash, figures) == status
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("missing", ["folder", "stories", "scorer"])
def test_missing_data_is_named(missing: str, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = {"folder": gold / "nowhere", "stories": gold / "a", "scorer": gold}[missing]
    assert evaluate.main(["--gold", str(place)]) == 2
    said = capsys.readouterr().err
    assert "is not there" in said
    assert str(place.parent if missing == "scorer" else place) in said


def fitted(bias: float) -> dict[str, Any]:
    """Models that are told by their biases: with a reader, without one by a bias ten higher, of details by twenty."""
    return {name: {"bias": bias + 10 * at, "steps": {}} for at, name in enumerate(MODELS)}


@pytest.fixture
def used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Additive]:
    """The models, with a reader and without, that the story was judged by."""
    found: list[Additive] = []

    def compare(*_: object, **__: object) -> Breakdown:
        found.extend(judge.additive(model) for model in MODELS)
        return Breakdown((), (), ())

    monkeypatch.setattr(app, "compare", compare)
    monkeypatch.setattr(evaluate, "OUT", tmp_path)
    monkeypatch.setattr(evaluate, "HELD_OUT", tmp_path / "held_out.json")
    (tmp_path / "held_out.json").write_text(json.dumps({"a": fitted(3), "c": fitted(5)}), encoding="utf-8")
    return found


def test_a_story_is_judged_by_the_model_that_was_fitted_without_it(gold: Path, used: list[Additive]) -> None:
    made = evaluate.run_story(gold / "a")
    assert [model.bias for model in used] == [3, 13, 23]
    assert json.loads(made.read_text(encoding="utf-8"))["reports"] == []
    assert made == evaluate.OUT / "a.json"


def test_another_story_is_judged_by_the_shipped_model(gold: Path, used: list[Additive]) -> None:
    shipped = [judge.additive(model) for model in MODELS]
    for name in ("a", "b"):
        evaluate.run_story(gold / name)
    assert all(a is b for a, b in zip(used[3:], shipped, strict=True))  # the model of the story before is not kept
    assert [judge.additive(model) for model in MODELS] == shipped


def test_the_committed_models_know_the_features() -> None:
    held = json.loads((ROOT / "evaluation" / "held_out.json").read_text(encoding="utf-8"))
    names = list(FEATURES)
    assert len(held) > 1
    for models in held.values():
        assert list(models["read"]["steps"]) == names
        assert list(models["plain"]["steps"]) == names[: names.index("meaning")]
        assert list(models["details"]["steps"]) == list(matching.FEATURES)
        assert all(judge.parsed(model).steps for model in models.values())


def test_the_committed_floors_are_figures_that_the_scorer_knows() -> None:
    floors = json.loads((ROOT / "evaluation" / "floors.json").read_text(encoding="utf-8"))
    assert len(floors["gold_sha256"]) == 64
    assert all(0 < floor <= 1 for floor in floors["floors"].values())
    assert set(floors["floors"]) >= {"facet_f1", "pair_f1", "divergence_f1", "speaker_accuracy"}
