"""The reports of a web page that holds several: by its own statement, by a site's row, or by what repeats.

schema.org's LiveBlogPosting (https://schema.org/LiveBlogPosting) states the entries of a live blog.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Any

from rashomon.sources.addresses import domain_of
from rashomon.sources.draft import Draft, Found
from rashomon.sources.parts.aggregated import aggregated
from rashomon.sources.parts.drafts import drafts
from rashomon.sources.parts.layouts import Layouts, Site
from rashomon.sources.parts.live import is_time
from rashomon.sources.parts.part import Part, Parts, count
from rashomon.sources.parts.related import AGO, related
from rashomon.sources.parts.versions import versions
from rashomon.sources.repair import tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr li main nav ol p pre section summary table td th tr ul".split()
)
_SILENT = frozenset("script style noscript template svg nav form button select iframe head".split())
_APART = ("comment", "repl", "disqus", "discussion", "sidebar", "promo", "teaser", "footer", "nav", "breadcrumb")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAST = 3  # entries of a live blog
_SHORT, _USUAL = 8, 12  # words of an entry, and of half the entries
_MOSTLY = 0.6  # of the words of what was read as the page's article that its entries hold
_LONGEST_SCRIPT = 2_000_000
_DEPTH = 6


def split_html(text: str, page: Draft | None, layouts: Layouts) -> Found | None:
    """The reports of a page; None when it is one report, or none.

    ``page`` is the page read as one article, None where none was found in it.
    """
    from trafilatura.utils import load_html

    tree = load_html(text)
    if tree is None:
        return None
    whole = page or Draft(text="")
    found = _stated(tree) or _of_site(tree, whole, layouts) or _shown(tree, whole, layouts)
    return drafts(found, whole) if found and found.parts else None


def _shown(tree: HtmlElement, page: Draft, layouts: Layouts) -> Parts | None:
    """The parts of a page as a reader sees it."""
    lines = tidy(words_of(tree))
    if found := aggregated(lines, layouts):
        return found
    if found := related(lines, layouts):
        return _with_article(found, page)
    return _entries(tree, page) or versions(lines, layouts)


def _with_article(found: Parts, page: Draft) -> Parts:
    """Related articles with the page's own as it was read, where that holds none of them."""
    own, *others = found.parts
    read = page.text[page.body :]
    if read and not any(part.body[:80] in read for part in others):
        own = Part(read, title=page.title)
    return found._replace(parts=(own, *others))


# -- what a page states


def _stated(tree: HtmlElement) -> Parts | None:
    """The entries of a LiveBlogPosting."""
    parts = [part for script in _scripts(tree) for post in _posts(script, _DEPTH) for part in _updates(post)]
    return Parts(tuple(parts)) if len(parts) > 1 else None


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for element in tree.iter("script"):
        held = element.text or ""
        if "ld+json" in (element.get("type") or "").lower() and "LiveBlogPosting" in held[:_LONGEST_SCRIPT]:
            try:
                yield json.loads(held.strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue


def _posts(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for item in value[:100]:
            yield from _posts(item, depth - 1)
    elif depth and isinstance(value, dict):
        if "liveBlogUpdate" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _posts(value.get(key), depth - 1)


def _updates(post: dict[str, Any]) -> Iterator[Part]:
    held = post["liveBlogUpdate"]
    for entry in held if isinstance(held, list) else [held]:
        body = entry.get("articleBody") if isinstance(entry, dict) else None
        if isinstance(body, str) and count(body := _plain(body)) >= _SHORT:
            title, when, changed, url = (
                value if isinstance(value := entry.get(key), str) else None
                for key in ("headline", "datePublished", "dateModified", "url")
            )
            yield Part(body, title=title, kind="live-entry", when=when, updated=changed, url=url)


def _plain(words: str) -> str:
    """The text of a field, whose tags, where it has any, mean nothing here."""
    from lxml import html

    if "<" not in words:
        return tidy(words)
    try:
        return tidy(words_of(html.fromstring(f"<div>{words}</div>")))
    except (ValueError, html.etree.LxmlError):
        return tidy(words)


# -- what a site's row says


def _of_site(tree: HtmlElement, page: Draft, layouts: Layouts) -> Parts | None:
    """The parts of a site whose classes are known."""
    site = layouts.sites.get(domain_of(page.url or "") or "")
    items = list(_by_class(tree, site.item)) if site else []
    parts = [_item(element, site) for element in items] if site else []
    kept = tuple(part for part in parts if count(part.body) >= _SHORT)
    return Parts(kept) if len(kept) > 1 else None


def _by_class(element: HtmlElement, name: str) -> Iterator[HtmlElement]:
    return (one for one in element.iter() if isinstance(one.tag, str) and name in (one.get("class") or "").split())


def _item(element: HtmlElement, site: Site) -> Part:
    held: dict[str, str] = {}
    for field in ("title", "outlet", "time"):
        name = getattr(site, field)
        for one in list(_by_class(element, name))[:1] if name else []:
            held[field] = one.get("datetime") or " ".join(words_of(one).split())
            one.drop_tree()
    body = tidy(words_of(element))
    return Part(body, held.get("title"), kind=site.kind, source=held.get("outlet"), when=held.get("time"))


# -- what repeats


def _entries(tree: HtmlElement, page: Draft) -> Parts | None:
    """The entries of a live blog that does not say so: blocks of one form, each with its time, that hold most words."""
    groups: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = defaultdict(list)
    for element in tree.iter("article", "div", "li", "section"):
        parent = element.getparent()
        if parent is not None:
            groups[parent, element.tag, (element.get("class") or "").partition(" ")[0]].append(element)
    best: list[Part] = []
    for blocks in groups.values():
        if len(blocks) >= _LEAST and not _is_apart(blocks[0]):
            entries = [entry for entry in map(_entry, blocks) if entry]
            if len(entries) >= _LEAST and _size(entries) > _size(best):
                best = entries
    usual = median(count(entry.body) for entry in best) if best else 0
    if usual < _USUAL or _size(best) < _MOSTLY * count(page.text[page.body :]):
        return None
    return Parts(tuple(best))


def _size(parts: list[Part]) -> int:
    return sum(count(part.body) for part in parts)


def _is_apart(element: HtmlElement) -> bool:
    """Whether an element is in a part of the page that is no article: comments, lists of others."""
    above = [element, *element.iterancestors()]
    named = (f"{one.get('class') or ''} {one.get('id') or ''} {one.get('itemtype') or ''}".lower() for one in above)
    return any(one.tag in {"aside", "footer", "nav"} for one in above) or any(
        word in name for name in named for word in _APART
    )


def _entry(block: HtmlElement) -> Part | None:
    """A block as an entry: its time, its title, and its own words; None where one is missing or it only links."""
    times = list(block.iter("time"))
    lines = [line for line in words_of(block).split("\n") if line.strip()]
    when = times[0].get("datetime") or " ".join(words_of(times[0]).split()) if times else None
    if not when and lines and (is_time(lines[0]) or AGO.fullmatch(lines[0].strip())):
        when = lines[0].strip()
    heading = next((one for one in block.iter(*_HEADINGS)), None)
    if not when or _links_away(block, heading):
        return None
    title = " ".join(words_of(heading).split()) if heading is not None else None
    shown = {" ".join(words_of(time).split()) for time in times[:1]} | {when, title}
    body = tidy("\n".join(line for line in lines if " ".join(line.split()) not in shown))
    return Part(body, title=title, kind="live-entry", when=when) if count(body) >= _SHORT else None


def _links_away(block: HtmlElement, heading: HtmlElement | None) -> bool:
    """Whether a block only announces another page: its heading is a link, or most of its words are."""
    if heading is not None and any(not (one.get("href") or "#").startswith("#") for one in _anchors(heading)):
        return True
    linked = sum(count(one.text_content()) for one in block.iter("a"))
    return 2 * linked > count(block.text_content())


def _anchors(element: HtmlElement) -> Iterator[HtmlElement]:
    yield from element.iter("a")
    yield from (one for one in element.iterancestors("a"))


def words_of(tree: HtmlElement) -> str:
    """The words of an element as a reader sees them, a line for each block."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    silent: HtmlElement | None = None
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            pieces.append(element.tail or "" if silent is None else "")
            continue
        block = element.tag in _BLOCKS
        if event == "start":
            if silent is None and element.tag in _SILENT:
                silent = element
            if silent is None:
                pieces += ["\n" * block, " ".join((element.text or "").split("\n"))]
        else:
            ended = silent is element
            if ended:
                silent = None
            if silent is None:
                tail = "" if element is tree else element.tail or ""
                pieces += ["\n" * (block and not ended), " ".join(tail.split("\n"))]
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n"))
