"""``rashomon check``: exit codes, forms and messages."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from rashomon.cli.main import run
from tests.reports import FERRY, FRENCH

Capture = pytest.CaptureFixture[str]

TRUE = "The ferry Marsh Lark ran aground off Collmoor on Tuesday with 112 passengers on board."
FALSE = "The ferry Marsh Lark ran aground off Collmoor on Tuesday with 121 passengers on board."


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return str(tmp_path / "ferry.txt")


def summary(tmp_path: Path, text: str) -> str:
    (tmp_path / "summary.txt").write_text(text, encoding="utf-8")
    return str(tmp_path / "summary.txt")


@pytest.mark.parametrize(
    ("text", "code", "shown"), [(TRUE, 0, "1 of 1 claim supported"), (FALSE, 1, "“121” where the article has “112”")]
)
def test_exit_code(tmp_path: Path, article: str, capfd: Capture, text: str, code: int, shown: str) -> None:
    assert run(["check", summary(tmp_path, text), "--against", article]) == code
    out, err = capfd.readouterr()
    assert shown in out
    assert err == ""
    assert "\x1b[" not in out


def test_colors_when_asked_for(tmp_path: Path, article: str, capfd: Capture) -> None:
    assert run(["check", summary(tmp_path, FALSE), "--against", article, "--color", "always"]) == 1
    assert "\x1b[" in capfd.readouterr().out


def test_width(tmp_path: Path, article: str, capfd: Capture) -> None:
    assert run(["check", summary(tmp_path, FALSE), "--against", article, "--width", "40"]) == 1
    assert max(map(len, capfd.readouterr().out.splitlines())) <= 40


def test_json(tmp_path: Path, article: str, capfd: Capture) -> None:
    assert run(["check", summary(tmp_path, FALSE), "--against", article, "--format", "json"]) == 1
    made = json.loads(capfd.readouterr().out)
    assert made["schema"] == "rashomon/check/1"
    texts = {report["id"]: report["text"] for report in made["reports"]}
    (row,) = made["checks"]
    assert row["verdict"] == "changed figure"
    assert texts[row["report"]][row["start"] : row["end"]] == row["quote"]
    assert texts[row["article"]][row["article_start"] : row["article_end"]] == row["article_quote"]


def test_output_file(tmp_path: Path, article: str, capfd: Capture) -> None:
    made = tmp_path / "made.json"
    assert run(["check", summary(tmp_path, TRUE), "--against", article, "--format", "json", "-o", str(made)]) == 0
    assert json.loads(made.read_text(encoding="utf-8"))["checks"][0]["verdict"] == "supported"
    assert capfd.readouterr().out == ""


def test_summary_on_stdin(article: str, capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(FALSE))
    assert run(["check", "-", "--against", article]) == 1
    assert "121" in capfd.readouterr().out


def test_articles_may_follow_one_another(tmp_path: Path, article: str, capfd: Capture) -> None:
    (tmp_path / "other.txt").write_text("The orchestra of Tellin opens its season on Sunday.", encoding="utf-8")
    other = str(tmp_path / "other.txt")
    text = f"{TRUE} The orchestra of Tellin opens its season on Sunday."
    assert run(["check", summary(tmp_path, text), "--against", other, article]) == 0
    assert "2 of 2 claims supported" in capfd.readouterr().out


def test_a_text_against_itself(article: str, capfd: Capture) -> None:
    assert run(["check", article, "--against", article]) == 0
    assert "supported" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["check"], 2, "Missing argument"),
        (["check", "{summary}", "{article}"], 2, "--against"),
        (["check", "{summary}"], 3, "no summary with its article"),
        (["check", "{summary}", "--against", "gone.txt"], 3, "gone.txt"),
        (["check", "gone.txt", "--against", "{article}"], 3, "gone.txt"),
        (["check", "{french}", "--against", "{article}"], 3, "no summary can be compared"),
        (["check", "{summary}", "--against", "{article}", "--reader", "nobody"], 2, "nobody"),
        (["check", "{summary}", "--against", "{article}", "-o", "/gone/made.txt"], 2, "/gone"),
    ],
)
def test_errors(tmp_path: Path, article: str, capfd: Capture, arguments: list[str], code: int, message: str) -> None:
    (tmp_path / "french.txt").write_text(FRENCH, encoding="utf-8")
    places = {"summary": summary(tmp_path, TRUE), "article": article, "french": str(tmp_path / "french.txt")}
    assert run([argument.format(**places) for argument in arguments]) == code
    assert message in capfd.readouterr().err
