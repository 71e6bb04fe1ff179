"""Origins in words and as trees: who copied whom, what rests on one text, and numbers that a copy changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.model import Breakdown, Link, Origin
from rashomon.render import as_json, as_markdown, html, terminal
from rashomon.render.origins import (
    DEPTH,
    Branch,
    around,
    change_words,
    link_words,
    one_origin,
    origin_names,
    root_name,
    support,
    tree,
)
from tests.render.sample import HOSTILE_NAME, sample
from tests.reports import outlet, report

NAMES = {"a": "Harbour Post", "b": "Quay Times", "c": "Reed Herald", "d": "Shore Radio", "e": "Harbour Post"}
REPORTS = {id: report(id, "The ferry is late.", outlet=outlet(name)) for id, name in NAMES.items()}


def copy(source: str, of: str, confidence: float = 0.9, known: bool = True) -> Link:
    return Link((source, of), "verbatim", 0.9, "The ferry is late", "", source if known else None, confidence)


def made(*origins: Origin) -> Breakdown:
    return Breakdown(tuple(REPORTS.values()), origins, ())


def shape(branches: tuple[Branch, ...]) -> str:
    """The tree as text: "a(b c)"."""
    inner = (f"{b.report}({shape(b.children)})" if b.children else b.report for b in branches)
    return " ".join(inner)


AGENCY = Origin("o1", "Delta Wire", ("a", "b"))
SHARED = Origin("o1", None, ("a", "b"), (copy("a", "b"),))
UNKNOWN = Origin("o1", None, ("a", "b"), (copy("a", "b", 0.0, known=False),))
C, D, E = Origin("o2", None, ("c",)), Origin("o3", None, ("d",)), Origin("o4", None, ("e",))


@pytest.mark.parametrize(
    ("ids", "origins", "words", "one"),
    [
        ("ab", (AGENCY,), "2 reports, 1 origin: all Delta Wire", True),
        ("a", (AGENCY,), "1 report, 1 origin: Delta Wire", False),
        ("abc", (AGENCY, C), "3 reports, 2 origins: Delta Wire, own reporting (Reed Herald)", False),
        ("ab", (SHARED,), "2 reports, 1 origin: all own reporting (Harbour Post)", True),
        ("ab", (UNKNOWN,), "2 reports, 1 origin: all own reporting (Harbour Post or Quay Times)", True),
        ("ae", (SHARED, E), "2 reports, 2 origins: own reporting (Harbour Post ×2)", False),
        ("cd", (C, D), "2 reports, 2 origins: own reporting (Reed Herald and Shore Radio)", False),
        ("cd", (), "2 reports, 0 origins", False),
    ],
)
def test_support_in_words(ids: str, origins: tuple[Origin, ...], words: str, one: bool) -> None:
    assert support(made(*origins), ids) == words
    assert one_origin(made(*origins), ids) is one


def test_many_origins_are_counted() -> None:
    many = tuple(Origin(f"o{n}", f"Wire {n}", (str(n),)) for n in range(9))
    assert origin_names(made(*many), "012345678") == "Wire 0, Wire 1, Wire 2, Wire 3, 5 more"


@pytest.mark.parametrize(
    ("ids", "also", "links", "expected"),
    [
        ("ab", "", [copy("a", "b")], "a(b)"),
        ("ab", "", [copy("b", "a")], "b(a)"),
        ("abc", "", [copy("a", "b"), copy("b", "c")], "a(b(c))"),
        ("abc", "", [copy("a", "c", 0.4), copy("b", "c", 0.9)], "a b(c)"),
        ("ab", "", [copy("a", "b", 0.0, known=False)], "a b"),
        ("ab", "", [copy("a", "b", 0.9), copy("b", "a", 0.5)], "a(b)"),
        ("abc", "", [copy("a", "b"), copy("b", "c"), copy("c", "a", 0.3)], "a(b(c))"),
        ("a", "d", [copy("a", "d")], "a(d)"),
        ("ab", "", [replace(copy("a", "b"), source="elsewhere")], "a b"),
    ],
)
def test_tree(ids: str, also: str, links: list[Link], expected: str) -> None:
    origin = Origin("o1", None, tuple(ids), tuple(links), tuple(also))
    found = tree(origin)
    assert shape(found) == expected
    assert sorted(told(found)) == sorted(link.quote for link in links)


def told(branches: tuple[Branch, ...]) -> list[str]:
    return [quote for b in branches for quote in [*(link.quote for link in b.links), *told(b.children)]]


def test_a_long_chain_of_copies_is_drawn_flat_at_its_end() -> None:
    ids = tuple(f"r{n}" for n in range(300))
    links = tuple(copy(ids[n], ids[n + 1]) for n in range(299))
    found, deep, drawn = tree(Origin("o1", None, ids, links)), 0, 0
    level = list(found)
    while level:
        deep, drawn = deep + 1, drawn + len(level)
        level = [child for branch in level for child in branch.children]
    assert (deep, drawn) == (DEPTH + 1, 300)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (copy("a", "b"), "surely copied from Harbour Post: nearly all of the shorter text (90%), word for word"),
        (copy("a", "b", 0.5), "probably copied from Harbour Post: nearly all of the shorter text (90%), word for word"),
        (copy("b", "a"), "surely copied by Harbour Post: nearly all of the shorter text (90%), word for word"),
        (
            copy("a", "b", 0.0, known=False),
            "nearly all of the shorter text (90%) stands in Harbour Post too, word for word; order unknown",
        ),
        (
            replace(copy("a", "b"), kind="credit"),
            "a credit names Delta Wire; nearly all of the shorter text (90%) is shared with Harbour Post",
        ),
    ],
)
def test_link_in_words(link: Link, words: str) -> None:
    assert link_words(link, "b", "Delta Wire", REPORTS) == words


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (AGENCY, "Text of Delta Wire"),
        (SHARED, "Text of Harbour Post"),
        (UNKNOWN, "One text; nothing tells who had it first"),
    ],
)
def test_root(origin: Origin, words: str) -> None:
    assert root_name(origin, REPORTS) == words


@pytest.mark.parametrize(
    ("quote", "value", "parts"),
    [
        ("Nine were hurt.", "Nine", ("", "Nine", " were hurt.")),
        ("Nine were hurt.", "ten", ("Nine were hurt.", "", "")),
        ("Nine were hurt.", "", ("Nine were hurt.", "", "")),
    ],
)
def test_around_a_number(quote: str, value: str, parts: tuple[str, str, str]) -> None:
    assert around(quote, value) == parts


def test_a_change_without_a_known_source_claims_none() -> None:
    change = replace(sample().origins[0].changes[0], reports=("a", "b"), reason="")
    assert change_words(replace(change, reason="one\nline"), SHARED, REPORTS) == "one line"
    assert change_words(change, SHARED, REPORTS) == "copied from Harbour Post, number changed"
    assert change_words(change, UNKNOWN, REPORTS) == "one text, two numbers"
    assert change_words(change, AGENCY, REPORTS) == "text of Delta Wire, number changed"


def test_every_format_shows_the_tree_and_the_changed_number() -> None:
    text = " ".join(terminal.render(sample(), width=200, limit=0).split())
    assert f"≠ {sample().origins[0].changes[0].reason}" in text
    assert "raised its fares by [a fifth] last month" in text
    assert "surely copied from Northlight Agency" in text
    assert "draws on this text too, counted elsewhere" in text
    assert "1 number changed in a copy" in text
    notes = as_markdown.render(sample())
    assert "raised its fares by **a fifth** last month" in notes
    assert "draws on this text too and is counted elsewhere" in notes
    assert "1 origin: all Northlight Agency; not confirmed" in notes
    page = html.render(sample())
    assert "<mark>a fifth</mark>" in page
    assert 'class="support weak"' in page
    assert '<li class="second">' in page
    assert '"confidence": 0.9' in as_json.render(sample())


def test_hostile_names_stay_text() -> None:
    page = html.render(replace(sample(), origins=(replace(sample().origins[0], agency=HOSTILE_NAME),)))
    assert "<script>window.pwned" not in page
    assert "Text of Radio" in page
