"""Sentences by rules: full stops that end one, and those that do not.

A line break always ends a sentence.  Inside a line a sentence ends after ``.``, ``!``, ``?`` or
``…`` with the closing quotation marks and brackets behind it, when white space follows and then
something that can open a sentence, unless the stop belongs to an abbreviation, an initial or a
number.  So “Go!” he said. is one sentence, and each sentence inside a long quotation is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.langs import Lexicon
from rashomon.model import Span

_END = re.compile(r"(?<![.!?…])[.!?…]+[\"”’»')\]]*(?=\s)")
_OPENER = re.compile(r"\s+[\"“‘«'(\[\-–—•]*\s?[A-Z0-9À-ÞĀ-ſЀ-Я$£€#@]")
_LAST_WORD = re.compile(r"(?<![\w.’'])((?:[^\W\d_]+\.)*[^\W\d_]+)\.$")
_LONGEST = 24  # letters of an abbreviation, to keep hostile text linear
_NEXT_WORD = re.compile(r"\s+[\"“‘«'(\[]*([^\W\d_]+)")
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text that hold something, without the white space around them."""
    for line in _LINE.finditer(text):
        inner = line.group()
        left, right = len(inner) - len(inner.lstrip()), len(inner.rstrip())
        if right > left:
            yield Span(line.start() + left, line.start() + right)


def sentences(text: str, lexicon: Lexicon, start: int = 0) -> tuple[Span, ...]:
    """The sentences of ``text`` from ``start`` on, in order, without white space around them."""
    found: list[Span] = []
    for line in paragraphs(text):
        if line.end > start:
            found.extend(_split(text, Span(max(line.start, start), line.end), lexicon))
    return tuple(found)


def _split(text: str, line: Span, lexicon: Lexicon) -> Iterator[Span]:
    begin = line.start
    for end in _END.finditer(text, line.start, line.end):
        if end.end() < line.end and _ends(text, begin, end, lexicon):
            yield Span(begin, end.end())
            begin = _skip(text, end.end())
    if begin < line.end:
        yield Span(begin, line.end)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, begin: int, end: re.Match[str], lexicon: Lexicon) -> bool:
    if not _OPENER.match(text, end.end()):
        return False
    if end.group()[0] != "." or end.group().startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(begin, end.start() - _LONGEST), end.start() + 1)
    if not before:
        return True
    word = before.group(1)
    after = _NEXT_WORD.match(text, end.end())
    opens = bool(after) and after.group(1).lower() in lexicon.openers  # type: ignore[union-attr]
    if f"{word.lower()}." in lexicon.abbreviations:
        return f"{word.lower()}." in lexicon.may_end and opens
    return len(word) > 1 or opens or word in {"I"}
