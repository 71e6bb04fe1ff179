"""The JSON-LD of a page: its article with what the page's other nodes say of its author and publisher.

Read are nested nodes, lists, ``@graph`` with references by ``@id``, several documents in one script, and the
commonest mistakes: comments or CDATA around the JSON, commas too many, line breaks in strings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]

ARTICLES = {
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "report",
    "opinionnewsarticle", "reviewnewsarticle", "liveblogposting", "blogposting", "socialmediaposting", "claimreview",
    "techarticle", "scholarlyarticle", "advertisercontentarticle", "satiricalarticle", "askpublicnewsarticle",
}  # fmt: skip
_AROUND = {"webpage", "itempage", "videoobject", "mediaobject", "creativework"}  # they fill what the article lacks
_DEPTH = 6
_MOST_NODES = 500
_MOST_DOCUMENTS = 20
_LONGEST_SCRIPT = 1_000_000
_BEFORE = ("<!--", "//", "/*", "*/", "<![CDATA[")
_BEHIND = ("-->", "//", "/*", "*/", "]]>", ";")
_COMMA = re.compile(r",(\s*[}\]])")
_FIELD = re.compile(r'"(headline|datePublished|dateModified|inLanguage)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,300})"')


def linked_article(tree: HtmlElement, addresses: Sequence[str] = ()) -> Node:
    """The fields of the page's article, empty where there is none.

    Of several articles the one that names one of the page's ``addresses`` counts, else the first; nodes of the
    page around it fill what it lacks.
    """
    found = [node for script in _scripts(tree) for node in _nodes(script, _DEPTH)][:_MOST_NODES]
    articles = [node for node in found if types(node) & ARTICLES]
    named = [node for node in articles if _names(node, addresses)]
    around = [node for node in found if types(node) & _AROUND and not types(node) & ARTICLES]
    chosen = (named or articles)[:1]
    same = [node for node in articles if chosen and _is_same(node, chosen[0])]
    merged: Node = {}
    for node in [*chosen, *same, *around]:
        for key, value in node.items():
            merged.setdefault(key, value)
    by_id = {node["@id"]: node for node in found if isinstance(node.get("@id"), str) and len(node) > 1}
    return {key: _resolved(value, by_id) for key, value in merged.items()}


def types(node: Node) -> set[str]:
    """The types of a node in lower case, without the address of their vocabulary."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return {re.split("[/:#]", name)[-1].lower() for name in names if isinstance(name, str)}


def text_of(value: Any) -> str | None:
    """A value that is a text, or the first text of a list."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    return value if isinstance(value, str) and value.strip() else None


def name_of(value: Any) -> str | None:
    """The name of a node, of the first of a list that has one, or a text that stands for it."""
    for item in value if isinstance(value, list) else [value]:
        name = text_of(item.get("name")) if isinstance(item, dict) else text_of(item)
        if name:
            return name
    return None


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for element in tree.iter("script"):
        text = element.text or ""
        if "ld+json" in (element.get("type") or "").lower() and len(text) <= _LONGEST_SCRIPT:
            yield from _documents(_bare(text))


def _bare(text: str) -> str:
    """A script's text without the comments and the CDATA marks around it."""
    text = text.strip()
    for _ in range(len(_BEFORE)):
        for mark in _BEFORE:
            text = text.removeprefix(mark).lstrip()
        for mark in _BEHIND:
            text = text.removesuffix(mark).rstrip()
    return text


def _documents(text: str) -> Iterator[Any]:
    """The JSON documents of a script; of one that cannot be read, the plain fields of an article."""
    decoder = json.JSONDecoder(strict=False)
    for candidate in (text, _COMMA.sub(r"\1", text)):
        held: list[Any] = []
        at = 0
        try:
            while at < len(candidate) and len(held) < _MOST_DOCUMENTS:
                document, at = decoder.raw_decode(candidate, at)
                held.append(document)
                at += len(candidate[at : at + 1_000]) - len(candidate[at : at + 1_000].lstrip(" \t\r\n;,"))
        except (ValueError, RecursionError):
            continue
        yield from held
        return
    if re.search(r'"@type"\s{0,9}:[\s\[]{0,9}"\w{0,40}(?:Article|Posting|Report)"', text):
        fields = {found[1]: found[2] for found in reversed(list(_FIELD.finditer(text)))}
        yield {"@type": "Article", **fields}


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    """A node and those in its graph, in their order; the page that an article is of after it."""
    if depth and isinstance(value, list):
        for item in value[:100]:
            yield from _nodes(item, depth - 1)
    elif depth and isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth - 1)


def _names(node: Node, addresses: Sequence[str]) -> bool:
    page = node.get("mainEntityOfPage")
    said = [node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    plain = {_plain(address) for address in addresses}
    return any(isinstance(address, str) and _plain(address) in plain for address in said)


def _is_same(node: Node, other: Node) -> bool:
    """Whether two articles of a page have one headline: the page says it twice, each time with other fields."""
    headline = text_of(node.get("headline"))
    return headline is not None and headline == text_of(other.get("headline"))


def _plain(address: str) -> str:
    """An address without what varies between its forms."""
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", address.strip().lower()).partition("#")[0].rstrip("/")


def _resolved(value: Any, by_id: dict[str, Node]) -> Any:
    """A node where a reference to it stands."""
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value[:100]]
    if isinstance(value, dict) and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], {}) | value
    return value
