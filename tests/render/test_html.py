"""The HTML report's structure: complete, in order, self-contained, and no place for a report's own markup."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from rashomon.model import Breakdown, Exclusive, Facet, Mention, Relation, Report, Span
from rashomon.render.html import render
from rashomon.render.html.dates import moment
from rashomon.render.html.index import Anchor
from rashomon.render.html.labels import letter, shortened
from rashomon.render.html.links import web_address
from rashomon.render.html.marks import paragraphs
from rashomon.render.html.quotes import sentence
from rashomon.render.words import share_in_words
from tests.render.sample import HOSTILE_NAME, TEXTS, sample

VOID = {"meta", "link", "input", "br", "wbr", "img"}


class Document(HTMLParser):
    """The elements of a document with their attributes, and the text without markup."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.stack: list[str] = []
        self.errors: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.errors.append(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] not in {"style", "script"}:
            self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))

    def values(self, attribute: str, tag: str | None = None) -> list[str]:
        return [attrs[attribute] or "" for name, attrs in self.elements if attribute in attrs and tag in (None, name)]


@pytest.fixture(scope="module")
def html() -> str:
    return render(sample())


@pytest.fixture(scope="module")
def document(html: str) -> Document:
    return Document(html)


def test_same_breakdown_same_document(html: str) -> None:
    assert render(sample()) == html


def test_every_element_is_closed(document: Document) -> None:
    assert document.errors == []
    assert document.stack == []


def test_policy_allows_the_two_blocks_and_nothing_else(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    text = policy[1].replace("&#39;", "'")
    blocks = [re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.S) for tag in ("style", "script")]
    assert [len(found) for found in blocks] == [1, 1]
    hashes = [base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode() for found in blocks]
    assert text == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_asks_for_nothing(document: Document, html: str) -> None:
    tags = {tag for tag, _ in document.elements}
    assert not tags & {"img", "iframe", "object", "embed", "form", "base", "video", "audio", "source"}
    assert document.values("src") == []
    assert document.values("href", "link") == ["data:,"]
    assert not re.search(r"url\(|@import|@font-face", html)


def test_no_inline_style_or_handler(document: Document) -> None:
    names = {name for _, attrs in document.elements for name in attrs}
    assert "style" not in names
    assert not [name for name in names if name.startswith("on")]


def test_ids_are_unique_and_every_inner_link_arrives(document: Document) -> None:
    ids = document.values("id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in document.values("href", "a") if href.startswith("#")}
    assert targets <= set(ids)
    assert all(re.fullmatch(r"[a-z]+\d*(-[a-z0-9]+){0,2}", id) for id in ids)


def test_labels_point_at_something(document: Document) -> None:
    pointed = {id for value in document.values("aria-labelledby") for id in value.split()}
    assert pointed <= set(document.values("id"))


def test_outer_links_are_web_addresses_that_tell_nothing(document: Document) -> None:
    outer = [a for tag, a in document.elements if tag == "a" and not (a["href"] or "").startswith("#")]
    assert [a["href"] for a in outer] == [
        "https://northlight.example/2031/05/cable-car-r1",
        "https://harbourledger.example/2031/05/cable-car-r3",
        "https://harbourledger.example/2031/05/cable-car-r4",
        "https://diariodaribeira.example/2031/05/cable-car-r6",
        "https://meridian.example/2031/05/cable-car-r7",
    ]
    assert {a["rel"] for a in outer} == {"noopener noreferrer"}


def test_headings_go_down_one_step_at_a_time(document: Document) -> None:
    levels = [int(tag[1]) for tag, _ in document.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_parts_stand_in_order(html: str) -> None:
    parts = ["<h1", "s1-matrix", "s1-facets", "s1-only", "reports", "origins", "left-out", "how"]
    places = [html.index(part if part.startswith("<") else f'id="{part}"') for part in parts]
    assert places == sorted(places)


def test_all_words_of_the_breakdown_are_there(document: Document) -> None:
    """Without the script too: nothing waits for it."""
    text, story = document.text, sample().stories[0]
    expected = [story.title, "saved/evening-post.pdf", "a PDF file is not text", "Save the page as HTML", "Portugal"]
    expected += [facet.question for facet in story.facets]
    expected += [variant.label for facet in story.facets for variant in facet.variants]
    expected += [relation.reason for facet in story.facets for relation in facet.relations]
    expected += [m.quote for facet in story.facets for variant in facet.variants for m in variant.mentions]
    expected += [claim.quote for claim in story.exclusives]
    expected += [report.byline for report in sample().reports if report.byline]
    assert [words for words in expected if words not in text] == []


def test_full_texts_are_the_reports_words(html: str) -> None:
    """Back-links aside, the marked text is the report's text, paragraph by paragraph."""
    bodies = re.findall(r'<div class="text"[^>]*>(.*?)</div>', html, re.S)
    shown = []
    for body in bodies:
        bare = re.sub(r'<a class="ref.*?</a>', "", body, flags=re.S)
        paras = [Document(p).text for p in re.findall(r"<p[^>]*>.*?</p>", bare, re.S)]
        shown.append(paras)
    expected = [[re.sub(r"\s+", " ", p) for p in TEXTS[f"r{n}"].split("\n\n")] for n in range(1, 8)]
    assert shown == expected


def test_marks_are_the_quotes(html: str) -> None:
    first = sample().stories[0].facets[0].variants[0].mentions[0]
    assert f'<span id="m1"><mark class="t1">{first.quote}</mark></span>' in html
    assert 'title="Facet 1, variant A: How many people were hurt?"' in html


def test_same_words_of_one_origin_are_shown_once(document: Document) -> None:
    """In the full texts a back-link stands between the quote and what follows, so only the facet is counted."""
    assert document.text.count('"A gust of wind far above the limit tripped the brake," said') == 1


def test_matrix_and_charts_have_scopes_and_captions(document: Document) -> None:
    tags = [tag for tag, _ in document.elements]
    assert (tags.count("table"), tags.count("caption")) == (2 + 2, 2 + 2)
    assert document.values("scope", "th").count("row") == 16
    assert document.values("scope", "th").count("col") == 1 + 4 + 1 + 3 + 2 * 6


def test_charts_say_value_side_time_and_outlet(document: Document) -> None:
    text = document.text
    assert "By party and time. By the time of each report’s last change. Undated values come last. An arrow" in text
    assert "By party and time, in passengers." in text
    assert "an ambulance worker Harbour Ledger 17 May 2031, 12:05 UTC" in text
    assert "the district hospital Northlight Agency, The Ossel Courier 17 May 2031, 15:10 UTC" in text
    assert "With a chart by party and time: facet 1, facet 4." in text


def test_charts_are_images_with_words(document: Document) -> None:
    images = [attrs for tag, attrs in document.elements if tag == "svg" and attrs.get("role") == "img"]
    titles = {attrs["id"] for tag, attrs in document.elements if tag in {"title", "desc"} and "id" in attrs}
    assert len(images) == (1 + 4) + (1 + 2)
    assert all(set((image["aria-labelledby"] or "").split()) <= titles for image in images)
    assert len([attrs for tag, attrs in document.elements if tag == "svg" and attrs.get("aria-hidden")]) > len(images)


def test_values_lead_to_their_quotes(html: str) -> None:
    mention = sample().stories[0].series[0].rows[0].mention
    table = html[html.index("The 5 values as a table") :]
    mark = re.search(r'<a href="#(m\d+)"><bdi>Harbour Ledger', table)
    assert mark
    assert f'<span id="{mark[1]}"><mark class="t3">{mention.quote}</mark>' in html


def test_hostile_words_stay_words(html: str, document: Document) -> None:
    assert HOSTILE_NAME in document.text
    assert [tag for tag, _ in document.elements].count("script") == 1
    assert "<script>window" not in html
    assert "javascript:" not in html
    assert {"i", "b"} >= {tag for tag, attrs in document.elements if "onclick" in attrs}


@pytest.mark.parametrize(
    ("stories", "reports", "problems"), [(False, True, True), (False, False, True), (False, True, False), (False,) * 3]
)
def test_nothing_to_compare_is_a_page_too(stories: bool, reports: bool, problems: bool) -> None:
    whole = sample()
    part = Breakdown(whole.reports if reports else (), (), (), whole.problems if problems else ())
    page = Document(render(part))
    assert page.errors == []
    assert "No two reports could be compared" in page.text


def test_story_without_facets() -> None:
    whole = sample()
    bare = replace(whole, stories=(replace(whole.stories[0], facets=(), exclusives=()),))
    assert "No facet is answered by two or more reports." in Document(render(bare)).text


def test_several_stories_have_their_own_numbers() -> None:
    whole = sample()
    twice = replace(whole, stories=(*whole.stories, replace(whole.stories[0], id="s2", title="Another event")))
    page = Document(render(twice))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {"f16", "x8", "s2-matrix"} <= set(ids)
    assert {href[1:] for href in page.values("href", "a") if href.startswith("#")} <= set(ids)


def test_hostile_sides_stay_words() -> None:
    whole = sample()
    first = whole.stories[0].series[0]
    rows = tuple(replace(row, label=HOSTILE_NAME, party=HOSTILE_NAME, time=HOSTILE_NAME) for row in first.rows)
    hostile = replace(first, question=HOSTILE_NAME, unit=HOSTILE_NAME, parties=(HOSTILE_NAME,), rows=rows)
    page = render(replace(whole, stories=(replace(whole.stories[0], series=(hostile,)),)))
    assert "<script>window" not in page
    assert Document(page).errors == []


def test_bare_report_and_odd_characters() -> None:
    whole = sample()
    bare = Report("bare", "in/bare.txt", "Lone \ud800 surrogate \x00 and \u202e override", title="\ud800")
    page = render(replace(whole, reports=(*whole.reports, bare)))
    assert page.encode("utf-8")
    assert "in/bare.txt" in page


def _with_first(facet: Facet) -> Breakdown:
    whole = sample()
    story = replace(whole.stories[0], facets=(facet, *whole.stories[0].facets[1:]))
    return replace(whole, stories=(story,))


def test_relations_with_the_same_reason_stand_together_and_the_strongest_first() -> None:
    first = sample().stories[0].facets[0]
    pairs = [("f1a", "f1b"), ("f1a", "f1c")]
    same = tuple(Relation(pair, "compatible", "Same reason.") for pair in pairs)
    last = Relation(("f1b", "f1c"), "conflict", "They exclude each other.")
    text = Document(render(_with_first(replace(first, relations=(*same, last))))).text
    assert text.count("Same reason.") == 1
    assert text.index("They exclude each other.") < text.index("Same reason.")


def test_many_quotes_of_a_variant_are_folded_but_there() -> None:
    first = sample().stories[0].facets[0]
    body = sample().report("r1").body
    mentions = tuple(
        Mention("r1", span, span, TEXTS["r1"][span.start : span.end], "x", f"speaker {n}")
        for n in range(9)
        for span in [Span(body, body + 5 + n)]
    )
    folded = replace(first, variants=(replace(first.variants[0], mentions=mentions), *first.variants[1:]))
    text = Document(render(_with_first(folded))).text
    assert "5 more quotes of variant A" in text
    assert [n for n in range(9) if f"speaker {n}" not in text] == []


@pytest.mark.parametrize(
    ("text", "span", "whole", "expected"),
    [
        ("One two three.", (4, 7), (0, 14), ("One ", "two", " three.")),
        ("One. Two three. Four.", (5, 8), (4, 15), ("", "Two", " three.")),
        ("w " * 200 + "HERE" + " w" * 200, (400, 404), (0, 804), ("… " + "w " * 139, "HERE", " w" * 139 + " …")),
        ("x" * 300 + "HERE" + "y" * 300, (300, 304), (0, 604), ("… " + "x" * 280, "HERE", "y" * 280 + " …")),
        ("One two three.", (4, 7), (5, 6), ("", "two", "")),
    ],
)
def test_sentence(text: str, span: tuple[int, int], whole: tuple[int, int], expected: tuple[str, str, str]) -> None:
    claim = Exclusive("r", Span(*span), Span(*whole), text[slice(*span)])
    found = sentence(text, claim)
    assert (found.before, found.quote, found.after) == expected


def _anchor(n: int, start: int, end: int) -> Anchor:
    return Anchor(f"m{n}", "r", Span(start, end), f"f1-{n}", f"1{n}", "", n)


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("ab cd", [], ["ab cd"]),
        ("ab cd", [(0, 2)], ["<m1 ab>", " cd"]),
        ("ab cd", [(0, 4), (1, 5)], ["<m1 a", "<m2 b c>", "d>"]),
        ("ab cd", [(0, 5), (0, 5)], ["<m1 <m2 ab cd>>"]),
        ("ab cd", [(0, 5), (1, 2)], ["<m1 a", "<m2 b>", " cd>"]),
        ("ab\n\ncd", [(1, 5)], ["a", "<m1 b", "|", "c>", "d"]),
        ("ab", [(0, 9)], ["<m1 ab>"]),
        ("", [(0, 0)], []),
    ],
)
def test_overlapping_marks(text: str, spans: list[tuple[int, int]], expected: list[str]) -> None:
    anchors = [_anchor(n, *span) for n, span in enumerate(spans, 1)]
    shown: list[str] = []
    for paragraph in paragraphs(text, 0, anchors):
        shown += ["|"] if shown else []
        for piece in paragraph.pieces:
            opened = "".join(f"<{id} " for id in piece.ids)
            shown.append(opened + piece.text + ">" * len(piece.refs))
    assert shown == expected


@pytest.mark.parametrize(
    ("url", "ok"),
    [
        ("https://a.example/x?y=1&z=2", True),
        ("http://a.example", True),
        ("HTTPS://a.example/", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example/x", False),
        ("https:///x", False),
        ("https://user:pass@a.example/", False),
        ('https://a.example/"onclick="x', False),
        ("https://[broken", False),
        ("file:///etc/passwd", False),
        ("", False),
        (None, False),
    ],
)
def test_web_address(url: str | None, ok: bool) -> None:
    assert web_address(url) == (url if ok else None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2031-05-17", "17 May 2031"),
        ("2031-05-17T15:10:00Z", "17 May 2031, 15:10 UTC"),
        ("2031-05-17T15:10:00+02:00", "17 May 2031, 15:10 UTC+2:00"),
        ("2031-05-17T15:10:00-03:30", "17 May 2031, 15:10 UTC−3:30"),
        ("2031-05-17T15:10:00", "17 May 2031, 15:10"),
        ("last Tuesday", "last Tuesday"),
        ("2031-02-31", "2031-02-31"),
    ],
)
def test_moment(text: str, words: str) -> None:
    found = moment(text)
    assert found
    assert found.words == words


@pytest.mark.parametrize(("n", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letter(n: int, name: str) -> None:
    assert letter(n) == name


@pytest.mark.parametrize(
    ("text", "size", "short"),
    [("a b", 9, "a b"), ("one two three", 9, "one two…"), ("x" * 20, 6, "xxxxx…"), (" a\n b ", 9, "a b")],
)
def test_shortened(text: str, size: int, short: str) -> None:
    assert shortened(text, size) == short


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "all of the shorter text"),
        (0.95, "nearly all of the shorter text (95%)"),
        (0.5, "about half of the shorter text (50%)"),
        (0.0, "a small part of the shorter text (0%)"),
    ],
)
def test_share_in_words(share: float, words: str) -> None:
    assert share_in_words(share) == words


def test_what_was_left_out_and_what_is_doubted_stands_under_its_report(document: Document) -> None:
    assert document.text.count("Left out of the text") == 1
    assert "a call to follow or share: Follow us <img src=x" in document.text
    assert "who took a picture: (Photo: Ione Marsh/Northlight)" in document.text
    assert "Doubted: Its date of publication is 2031-05-17" in document.text
