"""The measures of the reader that need no reader."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "evaluation"), str(ROOT / "training")]

import evaluate_reader  # noqa: E402


def unit(*rows: tuple[float, float]) -> np.ndarray:
    held = np.array(rows, np.float32)
    return held / np.linalg.norm(held, axis=1, keepdims=True)


def test_retrieval_counts_first_places_and_ranks() -> None:
    vectors = unit((1, 0), (1, 0.1), (0, 1), (0.9, 1))
    found = evaluate_reader.retrieval(vectors, ["a", "a", "b", "b"])
    assert found == {"first": 1.0, "mrr": 1.0}
    crossed = evaluate_reader.retrieval(vectors, ["a", "b", "a", "b"])
    assert crossed["first"] == 0.0
    assert crossed["mrr"] == pytest.approx((1 / 3 + 1 / 2 + 1 / 3 + 1 / 2) / 4, abs=0.1)


@pytest.mark.parametrize(
    ("values", "ranks"), [([3, 1, 2], [2, 0, 1]), ([1, 1, 2], [0.5, 0.5, 2]), ([5, 5, 5, 5], [1.5] * 4)]
)
def test_ranks_share_ties(values: list[float], ranks: list[float]) -> None:
    assert evaluate_reader.ranks_of(values).tolist() == ranks


def test_correlation_is_one_when_near_is_together() -> None:
    groups = [("1", "1", "1"), ("1", "1", "1"), ("2", "2", "2")]
    assert evaluate_reader.correlation(unit((1, 0), (1, 0), (0, 1)), groups) == pytest.approx(1.0)


def test_subtypes_do_not_count() -> None:
    assert [evaluate_reader.base(label) for label in ("nsubj:pass", "root")] == ["nsubj", "root"]


@pytest.mark.parametrize(("value", "status"), [(80.0, 0), (70.0, 0), (69.9, 1), (None, 1)])
def test_floors(value: float | None, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"attribution": {"cue": 70.0}}), encoding="utf-8")
    monkeypatch.setattr(evaluate_reader, "FLOORS", floors)
    assert evaluate_reader.verdict({"attribution": {"cue": value}} if value else {}) == status


def test_missing_data_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    missing = tmp_path / "none.jsonl.gz"
    assert evaluate_reader.main(["--attribution", str(missing), "--json"]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert str(missing) in said.err


def test_a_file_of_attributions_is_measured_alone(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One JSON object and nothing else, from a file with or without compression."""
    row = {
        "tokens": ["Odo", "Brint", "said", "the", "ferry", "sank", "."],
        "labels": ["B-source", "I-source", "B-cue", "B-content", "I-content", "I-content", "O"],
    }
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert evaluate_reader.main(["--attribution", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"attribution"}
    assert set(found["attribution"]) == {"source", "cue", "content"}
    assert found["attribution"]["cue"] == 100.0
