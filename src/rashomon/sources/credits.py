"""Credits: the lines in which a report names an agency as its origin, with their exact words.

Only the forms of a credit count: a dateline "CITY (AP) -", a signature at the end, "With PTI
inputs", a contribution or copyright line, a byline.  "told Reuters" is an attribution and
"(AP Photo)" a picture's credit; neither is one here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rashomon.model import Credit, Span
from rashomon.sources.outlets import Agency

# {A} stands for one agency or several joined by commas, slashes or "and", {FROM} for words that name a source.
_FORMS = (
    r"^[^\n()]{0,70}\({A}\)(?=\s*[-–—:])",  # ISTANBUL, June 2 (AP) -
    r"^[A-Z]{3}[^\n().!?]{0,40}\({A}\)$",  # the same on a line of its own
    r"^[^\n/]{0,70}/{A}/",  # MOSCOW, June 2. /TASS/.
    r"^{A}(?=\s*[-–—]{1,2}\s)",  # AFP - Rescuers ...
    r"^[A-Z][^\n.?!]{0,60}\s[-–—]\s{A}(?=\s*[-–—]\s)",  # ANKARA - Anadolu - ...
    # Source: AFP; but "From AFP:" opens a quotation
    r"^\W{0,3}(?i:(?:{FROM})\s*:?\s+)?(?i:the\s+)?{A}(?!\W{0,2}:)\W{0,3}$",
    r"^(?i:by)\s[^\n]{1,80}?(?:,|\||[-–—/]|\s(?i:of|for))\s{0,2}(?i:the\s+)?{A}$",  # By Jane Doe, Associated Press
    r"(?:(?<=[.!?\"”’)])|^)\s{0,2}\({A}\)(?=\s*\.?\s*$)",  # ... he said. (ANI)
    r"(?:(?<=[.!?\"”’)])|^)\s{0,2}[-–—]{1,2}\s?{A}(?=\s*\.?\s*$)",  # ... he said. -IANS
    r"\(?\b(?i:with\s+)?(?i:(?:agency|additional|further|some)\s+)?(?i:inputs?\s+(?:from|by)\s+)(?i:the\s+)?{A}\)?",
    r"\(?\b(?i:with\s+)(?i:the\s+)?{A}(?i:\s+inputs?)\b\)?",
    r"\(?\b(?i:with|additional|further)\s+(?i:report(?:s|ing)|material|files|information)\s+(?i:from|by|of)\s+(?i:the\s+)?{A}\)?",
    r"(?i:\bthe\s+)?{A}(?:'s|’s)?[^.\n]{0,160}?\b(?i:contributed)\s+(?i:to\s+(?:this|the)\s+(?:report|story|article)|reporting)",
    r"(?:(?i:\bcopyright)(?:\s*(?:©|\(c\)))?|©|\(c\))\s*(?:\d{4}(?:[-–]\d{4})?,?\s+)?(?i:by\s+)?(?i:the\s+)?{A}",
    r"\b(?i:this\s+(?:story|article|report|news|copy)\b)[^.\n]{0,80}?\b(?i:by|from|of)\s+(?i:a\s+|an\s+|the\s+)?{A}",
    r"\b(?i:syndicated\s+feed|wire\s+feed)[^.\n]{0,10}?[-–—:(]\s?{A}",
)
_FROM = "by|from|source|sources|via|credit|agency|quelle|fuente|fonte|источник|джерело|kaynak"
_NAME = "\ue000"  # stands for an agency's name in a line; a character that no text needs
_SEVERAL = rf"(?P<agencies>{_NAME}(?:(?:\s*[,/&]\s*|\s+and\s+|\s*,\s*and\s+)(?:the\s+)?{_NAME}){{0,3}})"
# Signatures that only one agency writes and that do not name it: "(Reporting by Jane Doe; Editing by John Roe)".
_SIGNATURES = (
    (
        r"\((?:Additional\s+reporting|Reporting|Writing)\s+by\s[^()\n]{2,400}?[;,]\s+[Ee]diting\s+by\s[^()\n]{2,200}\)",
        "Reuters",
    ),
)
_PICTURE = re.compile(r"(?i)\b(?:photos?|photograph\w*|pictures?|images?|pic|getty|video|graphics?|file)\b")
_BYLINE_PART = re.compile(r"\s*(?:,|;|\||/|–|—|\s-\s|\bof\b|\bfor\b|\band\b|&|\bwith\b)\s*", re.I)
_LONGEST_LINE = 2_000
_LONGEST_TEXT = 100_000  # what is behind it is searched no more
_MOST = 50


class _Patterns(NamedTuple):
    one: re.Pattern[str]
    names: dict[str, str]


def credits(text: str, byline: str | None, agencies: Sequence[Agency], *, body: int = 0) -> tuple[Credit, ...]:
    """The credits of a text in order of place; ``quote == text[span]`` for each.

    An agency in the byline alone gives a credit with an empty span at ``body``, as its words
    are not in the text.
    """
    patterns = _patterns(tuple(agencies))
    found = set(islice(_in_text(text, patterns), _MOST))
    found |= set(_signed(text, patterns))
    found |= _in_byline(text, byline, patterns, body, {agency for _, agency in found})
    return tuple(Credit(agency, span, text[span.start : span.end]) for span, agency in _without_nested(found))


def _in_text(text: str, patterns: _Patterns) -> Iterator[tuple[Span, str]]:
    for line in re.finditer(r"[^\n]+", text[:_LONGEST_TEXT]):
        words, offset = line[0][-_LONGEST_LINE:], max(line.start(), line.end() - _LONGEST_LINE)
        if patterns.one.search(words):
            for span, agency in _in_line(words, patterns):
                yield Span(offset + span.start, offset + span.end), agency


def _in_line(line: str, patterns: _Patterns) -> Iterator[tuple[Span, str]]:
    """The credits of a line, found in the line with one character for each agency's name."""
    named = list(patterns.one.finditer(line))
    short = _shortened(line, named)
    places = [at for at, character in enumerate(short) if character == _NAME]

    def original(at: int) -> int:
        before = bisect_left(places, at)
        return at + sum(len(match[0]) - 1 for match in named[:before])

    for form in _forms():
        for match in form.finditer(short):
            start, end = original(match.start()), original(match.end())
            quote = line[start:end]
            if len(line) < 300 and _PICTURE.search(quote):
                continue
            start += len(quote) - len(quote.lstrip())
            first, last = (bisect_left(places, at) for at in match.span("agencies"))
            for name in named[first:last]:
                yield Span(start, start + len(quote.strip())), patterns.names[name[0].casefold()]


def _shortened(line: str, named: Sequence[re.Match[str]]) -> str:
    line = line.replace(_NAME, " ")
    pieces, at = [], 0
    for match in named:
        pieces += [line[at : match.start()], _NAME]
        at = match.end()
    return "".join([*pieces, line[at:]])


def _signed(text: str, patterns: _Patterns) -> Iterator[tuple[Span, str]]:
    """The signatures that tell their agency without naming it."""
    for form, agency in _SIGNATURES:
        if patterns.names.get(agency.casefold()):
            for match in islice(re.finditer(form, text[:_LONGEST_TEXT]), _MOST):
                yield Span(*match.span()), agency


def _in_byline(text: str, byline: str | None, patterns: _Patterns, body: int, known: set[str]) -> set[tuple[Span, str]]:
    parts = _BYLINE_PART.split(byline[:300]) if byline else []
    names = {part.removeprefix("By ").removeprefix("by ").removeprefix("The ").strip(" .()") for part in parts}
    agencies = {patterns.names[name.casefold()] for name in names if patterns.one.fullmatch(name)} - known
    start = text.find(byline, 0, 1_000) if byline else -1
    span = Span(start, start + len(byline)) if byline and start >= 0 else Span(body, body)
    return {(span, agency) for agency in agencies}


def _without_nested(found: set[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Of spans of one agency that overlap, the longest."""
    kept: list[tuple[Span, str]] = []
    for span, agency in sorted(found, key=lambda item: (item[0].start - item[0].end, item)):
        if not any(a == agency and s.start < span.end and span.start < s.end for s, a in kept):
            kept.append((span, agency))
    return sorted(kept)


@lru_cache(maxsize=4)
def _patterns(agencies: tuple[Agency, ...]) -> _Patterns:
    names = {name.casefold(): agency.name for agency in agencies for name in (agency.name, *agency.aliases)}
    written = {name for agency in agencies for name in (agency.name, *agency.aliases)}
    if not written:
        return _Patterns(re.compile(r"(?!)"), {})
    choices = "|".join(_literal(name) for name in sorted(written, key=lambda name: (-len(name), name)))
    one = rf"(?<![\w.@])(?:{choices})(?![\w@]|\.\w)"
    return _Patterns(re.compile(one), names)


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form.replace("{A}", _SEVERAL).replace("{FROM}", _FROM), re.M) for form in _FORMS)


def _literal(name: str) -> str:
    """Short names in capitals only as written ("AP"), longer ones in any case."""
    return re.escape(name) if name.isupper() and len(name) <= 5 else rf"(?i:{re.escape(name)})"
