"""The scoring of extracted text: runs of four words, means over pages, pages that are empty or refused."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "evaluation"))

from evaluate_pages import Score, averaged, ingested, main, score  # noqa: E402

PAGE = "".join(
    f"<p>The council of the town met on day {n} and left the bridge closed, they said.</p>" for n in range(8)
)


@pytest.mark.parametrize(
    ("true", "taken", "expected"),
    [
        ("a b c d e", "a b c d e", Score(1.0, 1.0)),
        ("a b c d e", "a, b: c\n\nd - e!", Score(1.0, 1.0)),
        ("a b c d e", "a b c d", Score(1.0, 0.5)),
        ("a b c d", "a b c d x", Score(0.5, 1.0)),
        ("a b c d a b c d", "a b c d", Score(1.0, 0.2)),
        ("a b", "a b", Score(1.0, 1.0)),
        ("a b c d", "A B C D", Score(0.0, 0.0)),
        ("a b c d", "", Score(None, 0.0)),
        ("", "a b c d", Score(0.0, None)),
    ],
)
def test_a_page(true: str, taken: str, expected: Score) -> None:
    assert score(true, taken) == expected


def test_means_leave_out_what_has_no_value() -> None:
    assert averaged([Score(1.0, 0.5), Score(None, 0.0), Score(0.5, 1.0)]) == Score(0.75, 0.5)
    assert Score(0.5, 1.0).f1 == pytest.approx(2 / 3)
    assert Score(None, 0.0).f1 == 0.0


def test_the_body_is_taken_without_the_headline_and_a_refused_page_is_empty() -> None:
    article = f"<article><h1>Bridge closed</h1>{PAGE}</article>"
    page = f"<html><head><title>Bridge closed</title></head><body>{article}</body></html>"
    assert ingested(page.encode()).startswith("The council of the town met on day 0")
    assert ingested(b"%PDF-1.7") == ""


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(f"<html><body>{PAGE}</body></html>".encode()))
    truth = {"a": {"articleBody": PAGE.replace("<p>", "").replace("</p>", "\n"), "url": "https://x.example/a"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    assert main(["--data", str(tmp_path), "--worst", "1"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "rashomon     precision 1.0000  recall 1.0000  F1 1.0000",
        "1.000  p 1.000  r 1.000  a  https://x.example/a",
    ]
