"""A saved web page -> one draft: the article by trafilatura, its metadata by what the page states."""

from __future__ import annotations

import logging
import re
from html import unescape
from typing import TYPE_CHECKING, Any

from rashomon.errors import NoText, TooLarge
from rashomon.sources.draft import Draft, Found, with_headline
from rashomon.sources.pagemeta import page_fields
from rashomon.sources.pictures import credits_of_pictures
from rashomon.sources.repair import one_line, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_TAGS = 100_000  # about 5 seconds; news pages have 500 to 20,000
_BREAK = re.compile(r"</(?:p|h\d|li|div)>|<br ?/?>", re.I)
_ANY_TAG = re.compile(r"<[^<>]{1,1000}>")
_LONG_CELL = 400
_DEEP = 250  # what is deeper is not read by the parser
_TAG = re.compile(r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|p|li|source|track|wbr)\b)[A-Za-z]")
_MOST_TAGS_GUESSED = 20_000  # of more, what a page does not state is not looked for
_CROWDED = re.compile(r"<[A-Za-z](?:[^<>\s]*+\s++){20000}")  # their number costs its square
_OPENING = re.compile(r"\s*(?:<\?xml|<!doctype\s+html|<html|<head|<body|<!--|<meta|<article|<div|<p\b)", re.I)
_MARKUP = re.compile(r"<(?:html|head|body|article|div|p|meta)[\s>]", re.I)
_SITE_PART = re.compile(r"(.*\S)\s+[|–—·:-]\s+(\S[^|]*)")
_FIELDS = ("url", "site", "byline", "language", "published", "updated")
_REMEDY = "Save the article itself as text or HTML and give that file."


def looks_like_html(text: str) -> bool:
    """True when a text opens like a web page."""
    return bool(_OPENING.match(text) and _MARKUP.search(text[:20_000]))


def read_html(text: str) -> Found:
    """The article of a page.

    Raises NoText when none is found and TooLarge when the page has more tags than can be read
    in a few seconds.
    """
    tags = text.count("<")
    if tags > _MOST_TAGS:
        raise TooLarge(f"It has {tags:,} tags, over the limit of {_MOST_TAGS:,}", remedy=_REMEDY)
    if _CROWDED.search(text):
        raise TooLarge("It has a tag with more than 20,000 attributes", remedy=_REMEDY)
    try:
        draft = _draft(text)
    except TooLarge:
        raise
    except Exception as error:  # the page is hostile input, and two libraries walk through it
        raise NoText(f"Its HTML cannot be read ({type(error).__name__})", remedy=_REMEDY) from error
    if draft is None:
        raise NoText(_what_is_there(text), remedy=_REMEDY)
    return Found((draft,))


def _what_is_there(text: str) -> str:
    """What a page without an article holds."""
    if _only_scripts(text):
        return "It holds scripts and no article"
    deepest = _depth(text)
    if deepest > _DEEP:
        return f"Its tags are nested {deepest:,} deep, and no article was found in it"
    return "No article was found in it"


def _only_scripts(text: str) -> bool:
    """Whether all that stands between the tags of a page is scripts."""
    outside, parts = [], re.split(r"<script\b", text, flags=re.I)
    for part in parts[1:]:
        outside.append(re.split(r"</script\s*>", part, maxsplit=1, flags=re.I)[1:])
    rest = " ".join([parts[0], *(one for rest in outside for one in rest)])
    return len(parts) > 1 and not re.sub(r"<[^<>]*>", " ", rest).strip()


def _depth(text: str) -> int:
    """How deep the tags of a page are nested, those that are never closed counted."""
    deepest = depth = 0
    for tag in _TAG.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _draft(text: str) -> Draft | None:
    from trafilatura.utils import load_html

    tree = load_html(text)
    if tree is None:
        return None
    stated, pictures = page_fields(tree), credits_of_pictures(tree)
    _unwrap(tree)
    missing = not {"title", "byline", "published"} <= stated.keys()
    extracted = _extracted(tree, guess=missing and text.count("<") <= _MOST_TAGS_GUESSED)
    words = tidy(_fuller(extracted["text"] or "", stated.get("article", "")))
    if not words:
        return None
    said = stated.get("title") or one_line(extracted["title"]) or one_line(tree.findtext(".//title"))
    title = headline(said, stated.get("site"))
    fields = {name: stated[name] for name in _FIELDS if name in stated}
    for name, value in (("byline", extracted["author"]), ("published", extracted["date"])):
        if value and name not in fields and value.lower() != "admin":
            fields[name] = " ".join(value.split())
    article, body = with_headline(title, words)
    return Draft(text=article, body=body, title=title, photo_credits=pictures, **fields)  # type: ignore[arg-type]


def _fuller(extracted: str, stated: str) -> str:
    """The text found on the page, or the one its JSON-LD states where that is more than twice as long."""
    if len(stated) <= 2 * len(extracted):
        return extracted
    return unescape(_ANY_TAG.sub("", _BREAK.sub("\n", stated))) if _BREAK.search(stated) else stated


def _unwrap(tree: HtmlElement) -> None:
    """Tables that only lay out a page (no head, a cell as long as a paragraph) become plain blocks."""
    for table in list(tree.iter("table")):
        if table.find(".//th") is None and any(_is_long(cell) for cell in table.iter("td")):
            for element in table.iter("table", "tbody", "tr", "td"):
                element.tag = "div"


def _is_long(cell: HtmlElement) -> bool:
    size = 0
    for part in cell.itertext():
        size += len(part.strip())
        if size > _LONG_CELL:
            return True
    return False


def headline(title: str | None, site: str | None) -> str | None:
    """A page's title without the site's name at its end ("Bridge closed | The Herald")."""
    found = _SITE_PART.fullmatch(title) if title and len(title) < 500 else None
    if found and site and found[2].casefold() == site.casefold():
        return found[1]
    return title


def _extracted(tree: HtmlElement, *, guess: bool) -> dict[str, Any]:
    """The article's text and, with ``guess``, what else of it can be made out."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says on empty pages is said by NoText
    document = bare_extraction(
        tree,
        fast=True,
        with_metadata=guess,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
    )
    names = ("text", "title", "author", "date")
    return {name: getattr(document, name, None) for name in names}
