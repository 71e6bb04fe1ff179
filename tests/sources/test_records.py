"""JSON and JSON Lines: fields, wrong types, bad lines."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

import pytest

from rashomon.model import Page

GOOD = {
    "id": "r1",
    "url": "https://www.lemonde.fr/pont",
    "title": "Le pont est fermé",
    "text": "The bridge was closed on Monday.",
    "published": "2025-06-02T10:00:00+02:00",
    "updated": "2025-06-02 11:00:00",
    "byline": "Jane Doe",
    "kind": "summary",
}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", json.dumps(GOOD) + "\n\n"),
        ("a.ndjson", json.dumps(GOOD)),
        ("a.json", json.dumps([GOOD], indent=2)),
        ("a.json", json.dumps(GOOD, indent=2)),
        ("a.json", json.dumps({"reports": [GOOD]})),
        ("a.json", json.dumps({"articles": [GOOD]})),
        ("a.jsonl.gz", gzip.compress(json.dumps(GOOD).encode(), mtime=0)),
        ("noending", json.dumps(GOOD)),
    ],
)
def test_every_shape_gives_the_record(page: Callable[..., Page], name: str, content: str | bytes) -> None:
    found = page(name, content)
    assert not found.problems
    (report,) = found.reports
    assert (report.source_id, report.kind, report.byline) == ("r1", "summary", "Jane Doe")
    assert report.text == "Le pont est fermé\n\nThe bridge was closed on Monday."
    assert report.text[report.body :] == GOOD["text"]
    assert (report.published, report.updated) == ("2025-06-02T10:00:00+02:00", "2025-06-02")
    assert report.outlet is not None
    assert (report.outlet.name, report.country) == ("Le Monde", "FR")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{bad", "no JSON"),
        ("[1]", "a list, not an object"),
        ('"words"', "a text, not an object"),
        ("{}", 'no "text"'),
        ('{"text": ""}', 'no "text"'),
        ('{"text": 7}', '"text" is a number'),
        ('{"text": "It rained.", "title": []}', '"title" is a list'),
        ('{"text": "It rained.", "id": true}', '"id" is true or false'),
        ('{"text": "It rained.", "kind": "poem"}', "\"kind\" is 'poem'"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": ' + "9" * 5_000 + "}", "cannot be read"),
    ],
)
def test_a_bad_line_costs_itself(page: Callable[..., Page], line: str, what: str) -> None:
    found = page("a.jsonl", '{"text": "It rained."}\n' + line + '\n{"text": "It snowed.", "id": 7}\n')
    assert [report.source_id for report in found.reports] == [None, "7"]
    (problem,) = found.problems
    assert problem.place == "line 2"
    assert what in problem.message
    assert problem.remedy


@pytest.mark.parametrize("content", ["[]", "{", "7", '{"reports": 7}'])
def test_a_document_without_records_is_a_problem(page: Callable[..., Page], content: str) -> None:
    found = page("a.json", content)
    assert not found.reports
    assert len(found.problems) == 1


def test_many_bad_lines_are_counted(page: Callable[..., Page]) -> None:
    found = page("a.jsonl", "{bad\n" * 100)
    assert len(found.problems) == 21
    assert "80 more" in found.problems[-1].message


def test_lone_surrogates_are_repaired(page: Callable[..., Page]) -> None:
    (report,) = page("a.jsonl", r'{"text": "It \ud800 rained.", "id": "a\udfffb"}').reports
    assert report.text.encode("utf-8")
    assert (report.source_id or "").encode("utf-8")
