"""Who took the pictures of a web page, as their captions say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from rashomon.sources.boilerplate import picture_credits
from rashomon.sources.pagemeta import words_of
from rashomon.sources.repair import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CREDIT = re.compile(r"(?:^|[\s_-])(?:credits?|copyright|photographer|attribution)(?:$|[\s_-])", re.I)
_CAPTION = re.compile(r"caption|(?:photo|image|picture|media)-?_?credit", re.I)
_MOST_CAPTIONS = 200
_MOST_PARTS = 50
_LONGEST_CREDIT = 120
_LONGEST_CAPTION = 2_000


def credits_of_pictures(tree: HtmlElement) -> tuple[str, ...]:
    """The credits in the captions of a page's pictures, each once: marked as such, or known by their form."""
    found = (credit for caption in islice(_captions(tree), _MOST_CAPTIONS) for credit in _in_caption(caption))
    return tuple(dict.fromkeys(found))


def _captions(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("figure", "figcaption", "div", "span", "p", "small"):
        if element.tag.startswith("fig") or _CAPTION.search(element.get("class") or ""):
            yield element


def _in_caption(caption: HtmlElement) -> Iterator[str]:
    parts = islice(caption.iter("figcaption", "span", "small", "cite", "div", "p", "a", "em"), _MOST_PARTS)
    marked = next((part for part in parts if _is_credit(part)), None)
    if marked is not None:
        text = one_line(words_of(marked, _LONGEST_CAPTION))
        if text and len(text) <= _LONGEST_CREDIT:
            yield text
    elif caption.tag != "figure" and (text := one_line(words_of(caption, _LONGEST_CAPTION))):
        yield from picture_credits(text)


def _is_credit(element: HtmlElement) -> bool:
    return bool(_CREDIT.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"))
