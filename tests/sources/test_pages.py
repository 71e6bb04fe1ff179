"""Inputs to pages: what is found, what is refused, and that one failure is nobody else's."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import InputError
from rashomon.model import Page
from rashomon.settings import Settings
from rashomon.sources import load_outlets, read
from rashomon.sources.content import to_text
from rashomon.sources.draft import Found
from rashomon.sources.pages import parse
from rashomon.sources.reports import report_of

TEXT = "The bridge was closed on Monday, the town said."


def names(pages: tuple[Page, ...], folder: Path) -> list[str]:
    return [os.path.relpath(page.input, folder) for page in pages]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with readable, hidden and other files."""
    for name in ("b.txt", "a.md", "deep/c.jsonl", ".hidden.txt", ".git/d.txt", "e.pdf", "f.TXT.GZ"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        content = b'{"text": "It rained."}' if name.endswith("jsonl") else TEXT.encode()
        path.write_bytes(gzip.compress(content) if name.endswith("GZ") else content)
    return tmp_path


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (["{0}"], ["a.md", "b.txt", "deep/c.jsonl", "f.TXT.GZ"]),
        (["{0}/b.txt", "{0}/a.md", "{0}/b.txt", "{0}/deep/../b.txt"], ["a.md", "b.txt"]),
        (["{0}/*.txt"], ["b.txt"]),
        (["{0}/**/*.jsonl"], ["deep/c.jsonl"]),
        (["{0}/d*"], ["deep/c.jsonl"]),
    ],
)
def test_what_is_read(folder: Path, inputs: list[str], expected: list[str]) -> None:
    pages = read([name.format(folder) for name in inputs], Settings())
    assert names(pages, folder) == expected
    assert all(page.reports and not page.problems for page in pages)


def test_a_list_on_stdin(folder: Path) -> None:
    listed = io.StringIO(f"# what to read\n{folder}/b.txt\n\n{folder}/deep\r\n-\n")
    assert names(read(["-"], Settings(), stdin=listed), folder) == ["b.txt", "deep/c.jsonl"]


def test_the_order_of_inputs_does_not_matter(folder: Path) -> None:
    inputs = [str(folder / name) for name in ("b.txt", "a.md", "deep", "none.txt")]
    assert read(inputs, Settings()) == read(inputs[::-1], Settings())


def test_equal_reports_have_different_ids(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT)
    ids = [report.id for page in read([str(tmp_path)], Settings()) for report in page.reports]
    assert ids[1] == f"{ids[0]}-2"
    assert len(ids[0]) == 12


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b" \r\n\t", "no text"),
        ("a.html", b"\xef\xbb\xbf", "no text"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.txt", b"PK\x03\x04....", "zip"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("a.txt", b"It rained.\0\0", "NUL"),
        ("a.txt", b"It rained." * 200, "2,000 bytes, over the limit of 1,000"),
        ("a.txt.gz", gzip.compress(b"It rained." * 200), "limit of 1,000"),
        ("a.txt.gz", gzip.compress(b"It rained.")[:-9], "damaged"),
        ("a.txt.gz", b"\x1f\x8bgarbage", "damaged"),
        ("a.txt", b"TITLE: Nothing\n", "header"),
        ("a.html", b"<html><script>1</script></html>", "article"),
    ],
)
def test_refusals(page: Callable[..., Page], name: str, content: bytes, what: str) -> None:
    found = page(name, content, Settings(max_bytes=1_000))
    assert not found.reports
    (problem,) = found.problems
    assert what in problem.message
    assert problem.remedy


@pytest.mark.parametrize(
    ("name", "what"), [("none.txt", "no such file"), ("none*.txt", "pattern"), ("bad\0name", "no such file"), ("", "")]
)
def test_inputs_that_are_not_there(tmp_path: Path, name: str, what: str) -> None:
    (found,) = read([str(tmp_path / name)], Settings())
    assert not found.reports
    assert what in found.problems[0].message


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = read([str(tmp_path / "pipe.txt")], Settings())
    assert "regular file" in found.problems[0].message


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    (found,) = read([str(path)], Settings())
    assert "cannot be opened" in found.problems[0].message


def test_ninety_nine_good_files_and_one_broken(tmp_path: Path) -> None:
    for number in range(99):
        (tmp_path / f"{number:02}.txt").write_text(f"{TEXT} It was day {number}.")
    (tmp_path / "broken.txt").write_bytes(b"%PDF-1.7")
    steps: list[tuple[int, int, str]] = []
    pages = read([str(tmp_path)], Settings(), progress=lambda *step: steps.append(step))
    assert sum(len(page.reports) == 1 and not page.problems for page in pages) == 99
    assert [page.input for page in pages if page.problems] == [str(tmp_path / "broken.txt")]
    assert [step[:2] for step in steps] == [(number, 100) for number in range(1, 101)]


def test_a_huge_text_is_refused(page: Callable[..., Page]) -> None:
    found = page("a.txt", "It rained. " * 100_000)
    assert "1,100,000 characters" in found.problems[0].message


@pytest.mark.parametrize("char", [" ", "\t", "\n", "(AP) ", "# ", "URL: x\n", "AP, ", "©"])
def test_runs_of_one_thing_are_quick(page: Callable[..., Page], char: str) -> None:
    content = f"# Bridge{char * (300_000 // len(char))}closed\n\n{TEXT}"
    assert page("a.md", content).reports


def test_a_doubted_date_is_kept_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"PUBLISHED: 2025-07-01\n\n{TEXT}")
    (page,) = read([str(tmp_path / "a.txt")], Settings(), today=date(2025, 6, 2))
    assert page.reports[0].published == "2025-07-01"
    assert "2025-07-01, which is in the future: today is 2025-06-02" in page.reports[0].doubts[0]
    assert not page.problems
    assert not read([str(tmp_path / "a.txt")], Settings(), today=date(2025, 7, 2))[0].reports[0].doubts


NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a", "a.txt.gz"])
PIECES = [
    "<html>", "<p>", "</p>", "<div", ">", '<meta charset="x">', "<!--", "&#0;", "</script>", '"Article"}', "---\n",
    '<script type="application/ld+json">{"@type":', "URL: [\n", "TITLE: a\n", '{"text": "a"}', "[", "]", "\n",
    "\ufeff", "# ", "ÃÂ©", "(AP)",
]  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join)


def found_in(content: bytes, name: str) -> Found | None:
    """What the readers find, or None when they refuse."""
    try:
        return parse(to_text(content, 10_000, markup=True), name)
    except InputError:
        return None


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200) | MARKUP.map(lambda text: text.encode("utf-8", "replace")), NAMES)
def test_any_bytes_give_reports_or_a_rashomon_error(content: bytes, name: str) -> None:
    found = found_in(content, name)
    for draft in found.drafts if found else ():
        report = report_of(draft, name, load_outlets())
        assert 0 <= report.body < len(report.text)
        assert all(report.text[credit.span.start : credit.span.end] == credit.quote for credit in report.credits)
        assert report.text.encode("utf-8")
    assert found is None or found.drafts or found.errors
