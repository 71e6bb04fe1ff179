"""What a web page says about itself: JSON-LD, meta tags and links -> the fields of a draft.

Only explicit statements count; nothing is guessed from the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rashomon.sources.addresses import domain_of, is_address
from rashomon.sources.dates import rfc3339
from rashomon.sources.repair import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time", "datemodified",
    "lastmod", "last-modified", "dcterms.modified", "article:updated_time",
)  # fmt: skip
_ARTICLES = {
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "report",
    "opinionnewsarticle", "reviewnewsarticle", "liveblogposting", "blogposting", "videoobject", "webpage",
}  # fmt: skip
_DEPTH = 6
_LONGEST_SCRIPT = 1_000_000


def page_fields(tree: HtmlElement) -> dict[str, str]:
    """The fields url, site, byline, title, language, published, updated that a page states, where it does.

    Also ``article``, the whole text, where the page's JSON-LD holds it.  Values are on one line;
    times are those of the page, not yet checked for a form.
    """
    meta, linked = _meta(tree), _linked(tree)
    fields = {
        "url": _address(tree, meta),
        "site": _site(meta.get("og:site_name") or _name(linked.get("publisher")) or meta.get("application-name")),
        "byline": _byline(linked.get("author")) or meta.get("author"),
        "title": _text(linked.get("headline")) or meta.get("og:title"),
        "language": tree.get("lang") or meta.get("content-language") or _text(linked.get("inLanguage")),
        "published": _time(tree, linked, meta, "datePublished", _PUBLISHED),
        "updated": _time(tree, linked, meta, "dateModified", _UPDATED),
    }
    found = {name: value for name, value in ((name, one_line(value)) for name, value in fields.items()) if value}
    article = linked.get("articleBody")
    return found | ({"article": article} if isinstance(article, str) and article.strip() else {})


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content of each meta tag, by its property, name, itemprop or http-equiv in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and element.get(key):
                found.setdefault(element.get(key).strip().lower(), content)
    return found


def _linked(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD of the article: of its nodes the richest kind first, later ones fill what is missing."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script, _DEPTH)]
    merged: dict[str, Any] = {}
    for node in sorted(nodes, key=lambda node: "webpage" in _types(node) or "videoobject" in _types(node)):
        for key, value in node.items():
            merged.setdefault(key, value)
    return merged


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for element in tree.iter("script"):
        text = element.text or ""
        if "ld+json" not in (element.get("type") or "").lower() or len(text) > _LONGEST_SCRIPT:
            continue
        try:
            yield json.loads(text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for item in value[:100]:
            yield from _nodes(item, depth - 1)
    elif depth and isinstance(value, dict):
        if _types(value) & _ARTICLES:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth - 1)


def _types(node: dict[str, Any]) -> set[str]:
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return {name.rpartition("/")[2].lower() for name in names if isinstance(name, str)}


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _site(name: str | None) -> str | None:
    """A site's name without its slogan ("The Herald | News, sport, weather")."""
    return re.split(r"\s[|–—]\s", name.strip().lstrip("@"), maxsplit=1)[0] if name else None


def _byline(value: Any) -> str | None:
    names = [_name(author) for author in (value if isinstance(value, list) else [value])[:10]]
    written = [name for name in names if name and not is_address(name) and name.lower() != "admin"]
    return ", ".join(dict.fromkeys(written)) or None


def _time(
    tree: HtmlElement, linked: dict[str, Any], meta: dict[str, str], key: str, names: tuple[str, ...]
) -> str | None:
    """The first statement that can be read as a time; a date with a time of day before a bare date."""
    said = [_text(linked.get(key)), *(meta.get(name) for name in names), _time_element(tree, key)]
    readable = [text for text in said if text and rfc3339(text)]
    return next((text for text in readable if "T" in (rfc3339(text) or "")), readable[0] if readable else None)


def _time_element(tree: HtmlElement, key: str) -> str | None:
    for element in tree.iter("time", "span", "div", "p"):
        if key.lower() in (element.get("itemprop") or "").lower() or (
            key == "datePublished" and "pubdate" in element.attrib
        ):
            return element.get("datetime") or element.get("content") or (element.text or "").strip() or None
    return None


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
