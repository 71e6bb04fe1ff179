"""What a web page says about itself: JSON-LD, meta tags and links -> the fields of a draft.

Only explicit statements count; nothing is guessed from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from rashomon.sources.addresses import domain_of, is_address
from rashomon.sources.dates import rfc3339, stated_times
from rashomon.sources.linked import ARTICLES, linked_article, name_of, text_of
from rashomon.sources.repair import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "published_time", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publication-date", "published-date", "originalpublicationdate", "ptime", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "citation_publication_date", "datecreated",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "article:modified", "og:article:modified_time", "og:updated_time", "og:modified_time",
    "article:updated_time", "datemodified", "lastmod", "last-modified", "utime", "dcterms.modified",
    "dc.date.modified", "date.updated", "updated-date",
)  # fmt: skip
_AUTHORS = (
    "author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author",
    "citation_author", "cxenseparse:author",
)  # fmt: skip
_TITLES = ("headline", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title")
_SITES = ("application-name", "dc.publisher", "dcterms.publisher", "copyright-holder")
_LANGUAGES = ("content-language", "dc.language", "dcterms.language", "og:locale", "language")
_DATED = re.compile(r"publi[sc]|posted|pub-?date|entry-date|date-?created|\btimestamp", re.I)
_CHANGED = re.compile(r"updat|modif", re.I)
_NO_AUTHOR = {"admin", "administrator", "editor", "none", "null", "undefined"}
_LONGEST_VALUE = 500
_MOST_ELEMENTS = 2_000  # of a kind that are looked at
_MOST_INSIDE = 100
Meta = dict[str, str]


def page_fields(tree: HtmlElement) -> dict[str, str]:
    """The fields url, site, byline, title, language, published, updated that a page states, where it does.

    Read are JSON-LD, meta tags (OpenGraph, Dublin Core and others), microdata and ``<time>``, in this order.
    Also ``article``, the whole text, where the page's JSON-LD holds it.  Values are on one line; times are those
    of the page, not yet checked for a form.
    """
    meta, micro = _meta(tree), _microdata(tree)
    url = _address(tree, meta)
    linked = linked_article(tree, [address for address in (url, meta.get("og:url")) if address])
    fields = {
        "url": url,
        "site": _site(linked, meta, micro),
        "byline": _byline(linked, meta, micro),
        "title": text_of(linked.get("headline"))
        or meta.get("og:title")
        or micro.get("headline")
        or _first(meta, _TITLES),
        "language": tree.get("lang") or _language(linked, meta, micro),
        "published": _time("datePublished", linked, meta, micro, _PUBLISHED) or _time_element(tree, _DATED),
        "updated": _time("dateModified", linked, meta, micro, _UPDATED) or _time_element(tree, _CHANGED),
    }
    found = {name: value for name, value in ((name, one_line(value)) for name, value in fields.items()) if value}
    article = linked.get("articleBody")
    return found | ({"article": article} if isinstance(article, str) and article.strip() else {})


def _meta(tree: HtmlElement) -> Meta:
    """The first content of each meta tag, by its property, name, itemprop or http-equiv in lower case."""
    found: Meta = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "http-equiv"):
            if content and element.get(key):
                found.setdefault(element.get(key).strip().lower(), content)
    return found


def _microdata(tree: HtmlElement) -> Meta:
    """The first value of each itemprop of the page or of an article in it; of authors all names, with commas."""
    found: Meta = {}
    authors: dict[str, None] = {}
    for element in _some(tree.iterfind(".//*[@itemprop]")):
        names = (element.get("itemprop") or "").lower().split()
        if not _of_article(element):
            continue
        value = _value(element)
        if value and "author" in names:
            authors.setdefault(value)
        for name in names if value else ():
            found.setdefault(name, value)
    return found | ({"author": ", ".join(authors)} if authors else {})


def _of_article(element: HtmlElement) -> bool:
    """Whether the innermost item around an element is an article or has no type."""
    for parent in element.iterancestors():
        if "itemscope" in parent.attrib:
            kind = (parent.get("itemtype") or "").rpartition("/")[2].lower()
            return not kind or kind in ARTICLES or kind in {"webpage", "itempage", "creativework"}
    return True


def _value(element: HtmlElement) -> str:
    """The value of an item's property: of an item in it the name, else its content, time or words."""
    inside = islice(element.iter("*"), 1, _MOST_INSIDE) if "itemscope" in element.attrib else ()
    element = next((part for part in inside if part.get("itemprop") == "name"), element)
    said = element.get("content") or element.get("datetime") or words_of(element)
    return " ".join(said.split())


def words_of(element: HtmlElement, most: int = _LONGEST_VALUE) -> str:
    """The words of an element, none when it holds more than ``most`` characters."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > most or len(parts) > most:
            return ""
    return "".join(parts)


def _some(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    return islice(elements, _MOST_ELEMENTS)


def _first(meta: Meta, names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _site(linked: dict[str, Any], meta: Meta, micro: Meta) -> str | None:
    """The site's name without its slogan ("The Herald | News, sport, weather").

    The publisher is asked before the work that the article is part of, which may be a section.
    """
    said = [
        meta.get("og:site_name"),
        name_of(linked.get("publisher")),
        micro.get("publisher"),
        name_of(linked.get("sourceOrganization")),
        name_of(linked.get("isPartOf")),
        *(meta.get(name) for name in _SITES),
    ]
    name = next((name for name in said if name and name.strip() and not is_address(name.strip())), None)
    return re.split(r"\s[|–—]\s", name.strip().lstrip("@"), maxsplit=1)[0] if name else None


def _byline(linked: dict[str, Any], meta: Meta, micro: Meta) -> str | None:
    authors = linked.get("author") or linked.get("creator")
    names = [name_of(author) for author in (authors if isinstance(authors, list) else [authors])[:10]]
    return _written(names) or _written([micro.get("author")]) or _author(meta)


def _author(meta: Meta) -> str | None:
    """The first of the meta tags for authors that holds a name."""
    return next((name for name in (_written([meta.get(tag)]) for tag in _AUTHORS) if name), None)


def _written(names: Iterable[str | None]) -> str | None:
    """The names that are names, each once, with commas."""
    known = [re.sub(r"^by:?\s+", "", " ".join(name.split()), flags=re.I) for name in names if name]
    kept = [name for name in known if not is_address(name) and name.lower() not in _NO_AUTHOR]
    return ", ".join(dict.fromkeys(kept)) or None


def _language(linked: dict[str, Any], meta: Meta, micro: Meta) -> str | None:
    said = linked.get("inLanguage")
    if isinstance(said, dict):
        said = said.get("alternateName") or said.get("name")
    return text_of(said) or micro.get("inlanguage") or _first(meta, _LANGUAGES)


def _time(key: str, linked: dict[str, Any], meta: Meta, micro: Meta, names: tuple[str, ...]) -> str | None:
    """The first statement that can be read as a time; a date with a time of day before a bare date."""
    said = [text_of(linked.get(key)), *(meta.get(name) for name in names), micro.get(key.lower())]
    return _readable(text for text in said if text)


def _readable(said: Iterable[str]) -> str | None:
    times = [text for text in said if rfc3339(text)]
    return next((text for text in times if "T" in (rfc3339(text) or "")), times[0] if times else None)


def _time_element(tree: HtmlElement, named: re.Pattern[str]) -> str | None:
    """The time of the first element whose name or label says that it is this time.

    For the date of publication also the only time that the page's article has.
    """
    for element in _some(tree.iterfind(".//*[@class]")):
        if named.search(element.get("class") or "") and (time := _said(element, named)):
            return time
    if named is not _DATED:
        return None
    marked = [element for element in _some(tree.iter("time")) if "pubdate" in element.attrib]
    held = (element for element in _some(tree.iter("time")) if next(element.iterancestors("article"), None) is not None)
    times = {_moment(element) for element in held}
    times = {_moment(marked[0])} if marked else times - {None}
    return times.pop() if len(times) == 1 else None


def _said(element: HtmlElement, named: re.Pattern[str]) -> str | None:
    """The time that an element gives: that of a ``<time>``, or its words without their label."""
    time = element if element.tag == "time" else element.find(".//time")
    if time is not None and (moment := _moment(time)):
        return moment
    words = " ".join(words_of(element).split())
    if stated := stated_times(words):
        return stated.updated if named is _CHANGED else stated.published
    return words if rfc3339(words) else None


def _moment(element: HtmlElement) -> str | None:
    return next((said for said in (element.get("datetime"), words_of(element).strip()) if rfc3339(said)), None)


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    """The canonical address; a bare home page, a frequent mistake, only when nothing better is there."""
    said = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    addresses = [
        text.strip() for text in (*said, meta.get("og:url")) if text and text.strip().lower().startswith("http")
    ]
    usable = [text for text in addresses if domain_of(text)]
    return next(
        (text for text in usable if text.split("://", 1)[1].strip("/").count("/")), usable[0] if usable else None
    )
