"""Clauses: the parts of a sentence that each state something.

A sentence is cut before conjunctions and relative words and after commas, colons and dashes; parts
too short to stand alone join the one before.  No clause is longer than 45 words.
"""

from __future__ import annotations

import itertools
import re

from rashomon.model import Span
from rashomon.text import Token, tokens

LONGEST = 45
_SHORTEST = 5
_BREAK = re.compile(
    r"(?:[,;:–—]|\s-)\s+|\s+(?=(?:and|but|while|who|which|where|when|after|before|as|because|that|with|although|if|"
    r"since|until)\s)"
)
_EDGE = " \t\u00a0,;:–—-"


def clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """The clauses of one sentence, in order, without the marks between them."""
    cuts = [sentence.start, *(m.end() for m in _BREAK.finditer(text, *sentence)), sentence.end]
    merged: list[Span] = []
    sizes: list[int] = []
    for start, end in itertools.pairwise(cuts):
        size = len(_words(text, start, end))
        if merged and min(size, sizes[-1]) < _SHORTEST and size + sizes[-1] <= LONGEST:
            merged[-1], sizes[-1] = Span(merged[-1].start, end), sizes[-1] + size
        else:
            merged.append(Span(start, end))
            sizes.append(size)
    return tuple(_trimmed(text, part) for whole in merged for part in _bounded(text, whole))


def _words(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(token for token in tokens(text, start, end) if token.kind != "mark")


def _bounded(text: str, span: Span) -> list[Span]:
    """The span in pieces of at most 45 words, however those are counted (by spaces or as tokens)."""
    words = _words(text, *span)
    if len(words) <= LONGEST:
        return [span]
    starts = [span.start, *(words[i].start for i in range(LONGEST, len(words), LONGEST))]
    return [Span(a, b) for a, b in zip(starts, [*starts[1:], span.end], strict=True)]


def _trimmed(text: str, span: Span) -> Span:
    inner = text[span.start : span.end]
    left, right = len(inner) - len(inner.lstrip(_EDGE)), len(inner.rstrip(_EDGE))
    return Span(span.start + left, span.start + max(right, left))
