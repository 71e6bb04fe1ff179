"""Checks in the HTML report: both quotes, escaped, and no section without them."""

from __future__ import annotations

from rashomon.model import Breakdown, Check, Span
from rashomon.render import html
from tests.reports import report

SUMMARY = report("s", "It sank <b>twice</b>.", kind="summary", of="a")
ARTICLE = report("a", "It sank & burned at noon.")
FLAGGED = Check(
    "s", Span(0, 21), SUMMARY.text, "changed figure", "a", Span(0, 25), ARTICLE.text, "“twice” is not there"
)


def test_both_quotes_stand_there_escaped() -> None:
    page = html.render(Breakdown((SUMMARY, ARTICLE), (), (), checks=(FLAGGED,)))
    section = page[page.index('<section class="checks"') :].partition("</section>")[0]
    assert "0 of 1 claim supported" in section
    assert "It sank &lt;b&gt;twice&lt;/b&gt;." in section
    assert "It sank &amp; burned at noon." in section
    assert "Changed figure." in section
    assert "“twice” is not there" in section
    assert 'href="#checks"' in page


def test_no_section_without_checks() -> None:
    assert 'id="checks"' not in html.render(Breakdown((SUMMARY, ARTICLE), (), ()))
