"""Broken encodings, empty and enormous pages: mended where they can be, refused with a remedy where not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.model import Page
from rashomon.settings import Settings
from rashomon.sources import read

ENGLISH = "The ferry Ardan ran aground off Port Selm on Monday, the harbour office said. "
QUOTED = "The café “Ardan” is closed, “for good”, the mayor said. "
RUSSIAN = "Паром сел на мель у порта в понедельник, и всех пассажиров сняли на берег, сообщили чиновники. "


def markup(text: str, n: int = 8) -> str:
    paragraphs = "".join(f"<p>{text}It was day {day}.</p>" for day in range(n))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><article>{paragraphs}</article></body></html>'
    )


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.html", markup(RUSSIAN).encode("cp1251"), RUSSIAN),  # declared as utf-8
        ("a.txt", (RUSSIAN * 8).encode("cp1251"), RUSSIAN),
        ("a.txt", (QUOTED * 4).encode() + QUOTED.encode("cp1252"), f"{QUOTED}{QUOTED}"),
        ("a.html", markup(QUOTED).encode().replace(b"day 3", "day 3 – “so”".encode("cp1252")), "day 3 – “so”"),
        ("a.txt", ENGLISH.encode() + "The end”".encode()[:-1], f"{ENGLISH}The end"),
        ("a.txt", QUOTED.encode() + "So ”".encode()[:-1] + ENGLISH.encode(), f"{QUOTED}So \ufffd{ENGLISH}"),
        ("a.txt", (ENGLISH * 3).encode("utf-16-le"), ENGLISH),
        ("a.txt", (RUSSIAN * 3).encode("utf-16-be"), RUSSIAN),
        ("a.txt", (ENGLISH * 3).encode("utf-16-le") + b"T", ENGLISH),
        ("a.html", markup(ENGLISH).encode("utf-16-be"), ENGLISH),
        ("a.txt", (QUOTED * 3).encode().decode("latin-1").encode(), QUOTED),  # twice encoded
        (
            "a.html",
            markup("The cafÃ© is closed, itâ€™s said, and the ferry is gone. ").encode(),
            "The café is closed, it’s",
        ),
    ],
)
def test_broken_encodings_are_mended(page: Callable[..., Page], name: str, content: bytes, words: str) -> None:
    found = page(name, content)
    assert not found.problems
    assert words.strip() in found.reports[0].text


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        (
            "a.html",
            b"<html><body>" + b"<script>var x = 1;</script>" * 1_000 + b"</body>",
            "holds scripts and no article",
        ),
        ("a.html", b"<html><body><div><script>" + b"var x = 1;" * 1_000, "holds scripts and no article"),
        ("a.html", b"<html><body>" + b"<div>" * 99_000 + b"<p>It rained.</p>", "nested 99,002 deep"),
        ("a.html", b"<html><body>" + b"<b>" * 100_000 + b"</b>" * 100_000, "200,002 tags, over the limit of 100,000"),
        ("a.txt", b"It rained.\0\0\1\2" * 100, "NUL"),
        ("a.txt", bytes(range(256)) * 20, "NUL"),
        ("a.jsonl", b"\x1c", "no text"),
        ("a.jsonl", b"\x1d\n\x1e\n\x1f\n\x85", "no text"),
        ("a.txt", "\ufeff\u2003\u00a0\n".encode(), "no text"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(
    page: Callable[..., Page], name: str, content: bytes, what: str
) -> None:
    found = page(name, content)
    assert not found.reports
    (problem,) = found.problems
    assert what in problem.message
    assert problem.remedy


@pytest.mark.parametrize(
    "piece", [b"word ", b"<script>var x = 1;</script>" + b" " * 600, b"<p>" + b"It rained. " * 100]
)
def test_fifty_megabytes_are_refused_or_read_where_allowed(page: Callable[..., Page], piece: bytes) -> None:
    content = markup(ENGLISH).encode() + piece * (50_000_000 // len(piece))
    refused = page("a.html", content)
    assert "over the limit of 10,000,000" in refused.problems[0].message
    assert "--max-bytes" in refused.problems[0].remedy
    found = page("a.html", content, Settings(max_bytes=60_000_000))
    assert found.problems or ENGLISH.strip() in found.reports[0].text
    assert all(problem.remedy for problem in found.problems)


def test_one_bad_page_is_nobody_elses(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "deep.html").write_bytes(b"<html><body>" + b"<div>" * 99_000)
    (tmp_path / "wide.txt").write_bytes(ENGLISH.encode("utf-16-le"))
    pages = read([str(tmp_path)], Settings())
    assert [(Path(page.input).name, len(page.reports), len(page.problems)) for page in pages] == [
        ("deep.html", 0, 1),
        ("good.txt", 1, 0),
        ("wide.txt", 1, 0),
    ]
