"""What a page states of itself: JSON-LD in all its forms, meta tags, microdata, time elements, and broken ones."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from rashomon.sources.pagemeta import page_fields

URL = "https://www.selmcourier.example/news/ardan"


def linked(*documents: object) -> str:
    """Scripts of JSON-LD, of values or of ready text."""
    texts = [item if isinstance(item, str) else json.dumps(item) for item in documents]
    return "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)


def fields(head: str = "", body: str = "<p>The ferry ran aground.</p>") -> dict[str, str]:
    return page_fields(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


ARTICLE = {"@type": "NewsArticle", "headline": "Ferry aground", "datePublished": "2025-06-02T10:00:00Z"}
ORGANISATION = {"@type": "Organization", "@id": "#us", "name": "The Selm Courier"}
ITEM = """<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Ferry</h1>
<span itemprop="author" itemscope itemtype="https://schema.org/Person">by <b itemprop="name">Jane Doe</b></span>
<span itemprop="author">John Roe</span><time itemprop="datePublished" datetime="2025-06-02">Monday</time>
<meta itemprop="dateModified" content="2025-06-03"></div>"""
COMMENT = """<div itemscope itemtype="https://schema.org/Comment">
<span itemprop="author">Troll</span><b itemprop="datePublished" content="2025-06-09"></b></div>"""
PERSON = {"@type": "Person", "@id": "#jane", "name": "Jane Doe"}


@pytest.mark.parametrize(
    ("scripts", "expected"),
    [
        ([ARTICLE], {"title": "Ferry aground", "published": "2025-06-02T10:00:00Z"}),
        ([{"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}], {"title": "Ferry aground"}),
        ([[[ARTICLE]]], {"title": "Ferry aground"}),
        ([{"@type": "WebPage", "mainEntity": ARTICLE}], {"title": "Ferry aground"}),
        ([ARTICLE | {"@type": ["Thing", "schema:NewsArticle"]}], {"title": "Ferry aground"}),
        ([ARTICLE | {"@type": "http://schema.org/LiveBlogPosting"}], {"title": "Ferry aground"}),
        ([ARTICLE | {"author": {"@type": "Person", "name": ["Jane Doe", "J."]}}], {"byline": "Jane Doe"}),
        ([ARTICLE | {"author": ["Jane Doe", {"name": "John Roe"}, None, {}]}], {"byline": "Jane Doe, John Roe"}),
        ([ARTICLE | {"author": "By Jane Doe"}], {"byline": "Jane Doe"}),
        ([ARTICLE | {"author": {"name": "https://x.example/jane"}}], {"byline": None}),
        ([{"@graph": [ARTICLE | {"author": {"@id": "#jane"}}, PERSON]}], {"byline": "Jane Doe"}),
        ([ARTICLE | {"publisher": {"@id": "#us"}}, ORGANISATION], {"site": "The Selm Courier"}),
        ([ARTICLE | {"publisher": ORGANISATION, "isPartOf": {"name": "Ferries"}}], {"site": "The Selm Courier"}),
        ([ARTICLE | {"isPartOf": {"@type": ["CreativeWork"], "name": "The Isles"}}], {"site": "The Isles"}),
        ([ARTICLE | {"inLanguage": {"@type": "Language", "alternateName": "en"}}], {"language": "en"}),
        ([ARTICLE | {"dateModified": "2025-06-02T12:00:00+02:00"}], {"updated": "2025-06-02T12:00:00+02:00"}),
        ([ARTICLE | {"datePublished": "soon"}], {"published": None}),
        (
            [
                {"@type": "NewsArticle", "headline": "Other", "url": "https://x.example/o"},
                ARTICLE | {"url": URL + "/#top"},
            ],
            {"title": "Ferry aground"},
        ),
        ([ARTICLE, ARTICLE | {"author": "Jane Doe"}], {"byline": "Jane Doe"}),
        ([ARTICLE, {"@type": "NewsArticle", "headline": "Other", "author": "John Roe"}], {"byline": None}),
        ([{"@type": "VideoObject", "datePublished": "2020-01-01"}, ARTICLE], {"published": "2025-06-02T10:00:00Z"}),
        (["<!-- " + json.dumps(ARTICLE) + " -->"], {"title": "Ferry aground"}),
        (["//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>"], {"title": "Ferry aground"}),
        ([json.dumps(ARTICLE)[:-1] + ",}"], {"title": "Ferry aground"}),
        ([json.dumps(ARTICLE).replace("Ferry ", "Ferry\n")], {"title": "Ferry aground"}),
        ([json.dumps(PERSON) + ";\n" + json.dumps(ARTICLE) + ";"], {"title": "Ferry aground"}),
        (
            [json.dumps(ARTICLE)[:-1] + ', "description": "a "ship" b"}'],
            {"title": "Ferry aground", "published": "2025-06-02T10:00:00Z"},
        ),
        (['{"@type": "NewsArticle", "headline":'], {"title": None}),
        (["[" * 100_000], {"title": None}),
    ],
)
def test_json_ld(scripts: list[object], expected: dict[str, str | None]) -> None:
    found = fields(f'<link rel="canonical" href="{URL}">' + linked(*scripts))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="og:site_name" content="The Selm Courier | News">', {"site": "The Selm Courier"}),
        (
            '<meta property="og:site_name" content="https://x.example"><meta name="DC.publisher" content="Selm">',
            {"site": "Selm"},
        ),
        ('<meta property="og:locale" content="en_GB">', {"language": "en_GB"}),
        (
            '<meta name="DC.title" content="Ferry"><meta name="DC.creator" content="Jane Doe">',
            {"title": "Ferry", "byline": "Jane Doe"},
        ),
        (
            '<meta name="dcterms.issued" content="2025-06-02"><meta name="DCTERMS.modified" content="2025-06-03">',
            {"published": "2025-06-02", "updated": "2025-06-03"},
        ),
        ('<meta name="author" content="admin"><meta name="byl" content="By Jane Doe">', {"byline": "Jane Doe"}),
        ('<meta property="article:author" content="https://facebook.example/jane">', {"byline": None}),
        (
            '<meta name="date" content="2025-06-02"><meta name="parsely-pub-date" content="2025-06-02T10:00:00Z">',
            {"published": "2025-06-02T10:00:00Z"},
        ),
        ('<meta name="pubdate" content="Mon, 2 June 2025 13:26 IST">', {"published": "Mon, 2 June 2025 13:26 IST"}),
    ],
)
def test_meta_tags(head: str, expected: dict[str, str | None]) -> None:
    found = fields(head)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ITEM,
            {"title": "Ferry", "byline": "Jane Doe, John Roe", "published": "2025-06-02", "updated": "2025-06-03"},
        ),
        (COMMENT, {"byline": None, "published": None}),
        (
            '<article><time datetime="2025-06-02T10:00:00Z">Monday</time></article>',
            {"published": "2025-06-02T10:00:00Z"},
        ),
        (
            '<article><time datetime="2025-06-02">a</time><time datetime="2025-06-03">b</time></article>',
            {"published": None},
        ),
        (
            '<time pubdate datetime="2025-06-02">a</time><time datetime="2025-06-03">b</time>',
            {"published": "2025-06-02"},
        ),
        (
            '<p class="publish-date">Published: 2 June 2025</p><p class="last-updated">Updated 3 June 2025</p>',
            {"published": "2025-06-02", "updated": "2025-06-03"},
        ),
        ('<span class="posted-on">June 2, 2025</span>', {"published": "June 2, 2025"}),
        ('<p class="published">The ferry ran aground on June 2, 2025.</p>', {"published": None}),
    ],
)
def test_microdata_and_time_elements(body: str, expected: dict[str, str | None]) -> None:
    found = fields(body=body)
    assert {name: found.get(name) for name in expected} == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["NewsArticle", "#a", "2025-06-02", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "author", "publisher", "name", "headline", "datePublished", "url"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_gives_texts(value: object) -> None:
    assert all(isinstance(text, str) and text for text in fields(linked(value)).values())
