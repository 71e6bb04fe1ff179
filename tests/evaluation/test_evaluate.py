"""The judge of quality: which gold it takes, when its floors hold, and what it says when data is missing."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "evaluation"))

import evaluate  # noqa: E402

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


def test_the_committed_floors_are_figures_that_the_scorer_knows() -> None:
    floors = json.loads((ROOT / "evaluation" / "floors.json").read_text(encoding="utf-8"))
    assert len(floors["gold_sha256"]) == 64
    assert all(0 < floor <= 1 for floor in floors["floors"].values())
    assert set(floors["floors"]) >= {"facet_f1", "pair_f1", "divergence_f1", "speaker_accuracy"}
