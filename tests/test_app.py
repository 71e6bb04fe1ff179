"""The use case and the library's front door."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon import app
from rashomon.errors import BadSetting, TooFewReports, UsageError
from rashomon.model import Breakdown, Problem, Report
from rashomon.settings import Settings
from tests.reports import FERRY, FRENCH, TIDE, folder


def report(id: str, text: str, language: str = "en") -> Report:
    return Report(id=id, input=f"{id}.txt", text=text, language=language)


FERRY_REPORT = report("ferry", FERRY)
TIDE_REPORT = report("tide", TIDE)


def test_compare_reads_a_folder(tmp_path: Path) -> None:
    made = rashomon.compare([folder(tmp_path)])
    assert isinstance(made, Breakdown)
    assert sorted(Path(report.input).name for report in made.reports) == ["ferry.txt", "tide.txt"]
    assert made.problems == ()
    assert any("injured" in mention.quote for mention in mentions(made))


def mentions(made: Breakdown) -> list[rashomon.Mention]:
    facets = [facet for story in made.stories for facet in story.facets]
    return [mention for facet in facets for variant in facet.variants for mention in variant.mentions]


def test_compare_takes_reports_and_files_in_any_order(tmp_path: Path) -> None:
    path = folder(tmp_path) / "tide.txt"
    made = rashomon.compare([path, FERRY_REPORT])
    again = rashomon.compare([FERRY_REPORT, str(path)])
    assert made == again
    assert len(made.reports) == 2


def test_unread_inputs_stay_visible(tmp_path: Path) -> None:
    place = folder(tmp_path, empty="", french=FRENCH)
    made = rashomon.compare([place, tmp_path / "missing.txt"])
    assert len(made.reports) == 3
    assert sorted(Path(problem.input).name for problem in made.problems) == ["empty.txt", "missing.txt"]
    assert {made.report(id).language for id in made.compared} == {"en"}
    assert len(made.compared) == 2


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ([], "no report can be compared and two are needed"),
        ([FERRY_REPORT], "1 report can be compared and two are needed"),
        ([FERRY_REPORT, report("fr", FRENCH, "fr")], "fr.txt: it is in French, which cannot be read yet."),
        (["missing.txt", FERRY_REPORT], "missing.txt"),
    ],
)
def test_too_few_reports(inputs: list[str | Path | Report], message: str) -> None:
    with pytest.raises(TooFewReports) as raised:
        rashomon.compare(inputs)
    assert message in str(raised.value)
    assert "Give two or more reports of one event." in str(raised.value)


def test_too_few_reports_lists_ten_lines_at_most() -> None:
    with pytest.raises(TooFewReports) as raised:
        rashomon.compare([f"missing-{n}.txt" for n in range(15)])
    lines = str(raised.value).splitlines()
    assert len(lines) == 11
    assert lines[-1] == "  and 6 more"


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        (
            {"speed": 3},
            BadSetting,
            "speed: there is no such setting. Settings are allow_private, cache, cache_bytes, layouts, max",
        ),
        ({"max_bytes": 0}, BadSetting, "max_bytes: 0 is not a whole number above zero"),
        ({"max_reports": 1}, UsageError, "max_reports: 2 reports are more than the 1"),
    ],
)
def test_settings_are_checked(settings: dict[str, int], error: type[Exception], message: str) -> None:
    with pytest.raises(error) as raised:
        rashomon.compare([FERRY_REPORT, TIDE_REPORT], **settings)
    assert message in str(raised.value)


def test_settings_override_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_TIMEOUT", "3")
    assert app.configured().timeout == 3
    assert app.configured(timeout=None).timeout == 3
    assert app.configured(timeout=4.5).timeout == 4.5


def test_two_reports_with_one_id() -> None:
    with pytest.raises(UsageError, match="two reports have the id 'ferry'"):
        rashomon.compare([FERRY_REPORT, report("ferry", TIDE)])


def test_progress_is_told(tmp_path: Path) -> None:
    calls: list[tuple[int, int, str]] = []
    app.compare([folder(tmp_path)], Settings(), progress=lambda *call: calls.append(call))
    assert calls[-1][2] == "comparing"
    assert all(0 <= done <= total for done, total, _ in calls)


def test_a_comparison_shows_itself_in_a_sandbox() -> None:
    html = rashomon.compare([FERRY_REPORT, TIDE_REPORT])._repr_html_()
    assert html.startswith('<iframe sandbox="allow-scripts')
    assert "allow-same-origin" not in html
    assert html.count("<") == 2
    assert "&lt;html" in html


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("a.pdf", None, "it is binary", "Save it as text."), "a.pdf: it is binary. Save it as text."),
        (Problem("a.pdf", "a.pdf", "it is binary.", ""), "a.pdf: it is binary."),
        (Problem("a.jsonl", "line 3", "no JSON", "Mend it."), "a.jsonl, line 3: no JSON. Mend it."),
        (Problem("a.jsonl", "a.jsonl, line 3", "no JSON", "Mend it."), "a.jsonl, line 3: no JSON. Mend it."),
    ],
)
def test_problem_line(problem: Problem, line: str) -> None:
    assert app.problem_line(problem) == line


def test_front_door_exports_what_it_says() -> None:
    for name in rashomon.__all__:
        assert getattr(rashomon, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = rashomon.nothing


def test_import_loads_no_heavy_library() -> None:
    heavy = "{'numpy', 'rich', 'click', 'httpx', 'trafilatura', 'babel', 'jinja2', 'rashomon.app'}"
    code = f"import sys, rashomon; print(sorted(set(sys.modules) & {heavy}))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_a_lone_input_is_one_input(tmp_path: Path) -> None:
    saved = folder(tmp_path / "saved")
    assert len(rashomon.compare(str(saved)).reports) == len(rashomon.compare([saved]).reports) == 2
    assert len(rashomon.compare(saved).reports) == 2


def test_a_country_without_an_outlet_is_kept(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "The bridge was closed on Monday after the storm.", "country": "France"},
        {"id": "b", "text": "The bridge was closed on Monday, police said.", "country": "KE"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert sorted(report.country or "" for report in rashomon.compare(path).reports) == ["FR", "KE"]
