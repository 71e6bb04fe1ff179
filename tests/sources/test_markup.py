"""Saved web pages: the article, what the page states, and pages that are no article."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from rashomon.model import Page, Report

PARAGRAPHS = "".join(
    f"<p>The council of the town met on day {n} and decided that the bridge would stay closed, officials said.</p>"
    for n in range(8)
)
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
 {"@type": ["NewsArticle"], "headline": "Bridge closed", "datePublished": "2025-06-02T10:00:00Z",
  "dateModified": "2025-06-02T12:30:00+02:00", "author": [{"name": "Jane Doe"}, {"name": "John Roe"}],
  "publisher": {"name": "The Valley Post"}}]}</script>"""
META = """<meta property="og:site_name" content="The Valley Post | News">
<meta property="og:title" content="Bridge closed">
<meta property="article:published_time" content="2025-06-02T10:00:00Z"><meta name="author" content="Jane Doe, John Roe">
<meta property="article:modified_time" content="2025-06-02T12:30:00+02:00">"""


def html(head: str = "", body: str = PARAGRAPHS, lang: str = "en-NZ") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><title>Bridge closed | The Valley Post</title>{head}</head>\
<body><nav><a href="/">Home</a></nav><article><h1>Bridge closed</h1>{body}</article></body></html>'


@pytest.mark.parametrize("head", [LINKED, META])
@pytest.mark.parametrize("name", ["a.html", "a.xhtml", "a.txt", "noending"])
def test_what_a_page_states(report: Callable[..., Report], head: str, name: str) -> None:
    canonical = '<link rel="canonical" href="https://www.valleypost.co.nz/news/bridge">'
    found = report(name, html(head + canonical))
    assert (found.title, found.byline) == ("Bridge closed", "Jane Doe, John Roe")
    assert (found.published, found.updated) == ("2025-06-02T10:00:00Z", "2025-06-02T12:30:00+02:00")
    assert (found.url, found.language) == ("https://www.valleypost.co.nz/news/bridge", "en-NZ")
    assert found.outlet is not None
    assert (found.outlet.name, found.outlet.domain, found.country) == ("The Valley Post", "valleypost.co.nz", "NZ")
    assert found.text.startswith("Bridge closed\n")
    assert found.text[found.body :].startswith("The council of the town met on day 0")
    assert found.text.count("Bridge closed") == 1
    assert "Home" not in found.text


def test_no_date_is_guessed(report: Callable[..., Report]) -> None:
    assert report("a.html", html()).published is None


def test_a_lying_language_attribute_gives_way(report: Callable[..., Report]) -> None:
    assert report("a.html", html(lang="de")).language == "en"


def test_latin_bytes_with_a_declaration(report: Callable[..., Report]) -> None:
    body = PARAGRAPHS.replace("council", "café")
    page = html('<meta charset="iso-8859-1">', body).encode("cp1252")
    assert "The café of the town" in report("a.html", page).text


@pytest.mark.parametrize(
    "content",
    [
        "<html><body>" + "<script>var x = 1;</script>" * 1_000,
        "<html><body>" + "<div>" * 45_000,
        "<html><body>" + "<div>" * 100_000 + "</div>" * 100_000,
        "<html><head><title>Nothing</title></head><body></body></html>",
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">It rained.</p>",
        "<!-- only a comment --><html>",
    ],
)
def test_a_page_without_an_article_is_a_problem_and_quick(page: Callable[..., Page], content: str) -> None:
    started = time.monotonic()
    found = page("a.html", content)
    assert time.monotonic() - started < 20
    assert not found.reports
    assert len(found.problems) == 1
    assert found.problems[0].remedy


def test_an_unknown_site_cannot_take_a_known_name(report: Callable[..., Report]) -> None:
    head = '<meta property="og:site_name" content="Reuters"><link rel="canonical" href="https://evil.example/a/b">'
    outlet = report("a.html", html(head)).outlet
    assert outlet is not None
    assert (outlet.domain, outlet.kind, outlet.country) == ("evil.example", "other", None)


def test_a_site_without_an_address_is_found_by_name(report: Callable[..., Report]) -> None:
    outlet = report("a.html", html('<meta property="og:site_name" content="Le Monde">')).outlet
    assert outlet is not None
    assert outlet.domain == "lemonde.fr"


def test_a_table_that_lays_out_the_page_is_no_table(report: Callable[..., Report]) -> None:
    table = f"<table><tr><td><a href='/'>Home</a></td></tr><tr><td>{PARAGRAPHS}</td></tr></table>"
    text = report("a.html", f"<html><head><title>Bridge closed</title></head><body>{table}</body></html>").text
    assert "|" not in text
    assert "\nThe council of the town met on day 3" in text


def test_a_table_of_figures_stays_one(report: Callable[..., Report]) -> None:
    table = "<table><tr><td>Ferry</td><td>41</td></tr><tr><td>Bridge</td><td>12</td></tr></table>"
    assert "| Ferry | 41 |" in report("a.html", html(body=PARAGRAPHS + table)).text


@pytest.mark.parametrize("body", ["It rained.", "It rained.</p><p>", "It rained.<br/>"])
def test_the_stated_text_counts_where_the_page_shows_less(report: Callable[..., Report], body: str) -> None:
    stated = (body * 40).replace('"', "")
    head = (
        f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "<p>{stated}Its end.</p>"}}</script>'
    )
    found = report("a.html", html(head, body="<p>It rained on the council of the town on Monday.</p>")).text
    assert found.count("It rained.") == 40
    assert found.endswith("Its end.")
    assert "<" not in found


def test_the_text_of_the_page_wins_over_a_summary(report: Callable[..., Report]) -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "articleBody": "The bridge is closed ..."}</script>'
    assert "closed ..." not in report("a.html", html(head)).text


def test_a_large_page_still_has_its_title(report: Callable[..., Report]) -> None:
    found = report("a.html", html(body=PARAGRAPHS + "<b></b>" * 12_000))
    assert found.title == "Bridge closed | The Valley Post"
    assert found.text.startswith("Bridge closed")
