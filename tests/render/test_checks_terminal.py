"""Checks in the terminal, alone and in a breakdown."""

from __future__ import annotations

from rashomon.model import Breakdown, Check, Span
from rashomon.render import terminal
from rashomon.render.checks_terminal import render_checks
from tests.reports import report

SUMMARY = report("s", "It sank.\x1b[31m It burned.", kind="summary", of="a")
ARTICLE = report("a", "It sank at noon. It did not burn.")


def made(n: int = 1) -> Breakdown:
    supported = Check("s", Span(0, 8), "It sank.", "supported", "a", Span(0, 16), "It sank at noon.", "It says so")
    absent = Check("s", Span(8, 24), SUMMARY.text[8:24], "not in the article", "a", None, None, "Nothing says it")
    return Breakdown((SUMMARY, ARTICLE), (), (), checks=(supported, *[absent] * n))


def test_what_is_flagged_is_shown_with_its_reason() -> None:
    text = render_checks(made())
    assert "1 of 2 claims flagged" in text
    assert "? not in the article" in text
    assert "→ Nothing says it." in text
    assert "It says so" not in text
    assert "\x1b" not in text


def test_a_breakdown_shows_as_many_as_its_limit() -> None:
    text = terminal.render(made(5), limit=2)
    assert text.count("→ Nothing says it.") == 2
    assert "3 more: --limit 0" in text


def test_no_section_without_checks() -> None:
    assert "Summaries" not in terminal.render(Breakdown((ARTICLE,), (), ()))
