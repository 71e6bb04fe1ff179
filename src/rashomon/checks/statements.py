"""Statements: the sentences of a summary, also where whatever wrote it lost a full stop or a quotation mark.

Summaries made by machines glue sentences together (“… have failed.“We …”, “… the threat” The government …”)
and close with the wrong mark.  The text that is read has as many characters as the summary, so that
every place in the one is a place in the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rashomon.langs import Lexicon
from rashomon.model import Span
from rashomon.text import sentences, tokens

_PAIRED = re.compile(r"(?<=[^\W_]|[.,!?])([’”\"'])([^\S\n]{0,3})([’”\"'])(?=[A-Z])")
_UNSPACED = re.compile(r"(?:(?<=[a-z\d][.!?])|(?<=[.!?][”\"’]))(?=[“\"A-Z])")
_BETWEEN_MARKS = re.compile(r"(?<=”)[^\S\n]{0,3}(?=“)")
_AFTER_QUOTATION = re.compile(r"(?<=[^\W_]”)[^\S\n]+(?=[A-Z])")
_LOWER = re.compile(r"(?<=[a-z]{4}\.)[^\S\n]+(?=[a-z])")
_FEWEST = 3  # words of a statement
_ALONE = 6  # words from which what follows a quotation may be a sentence
_CUE = 4  # words behind a quotation among which its reporting verb stands


class Statements(NamedTuple):
    """The text to read, as long as the summary's, and where its statements stand, in order."""

    text: str
    spans: tuple[Span, ...]


def statements(text: str, lexicon: Lexicon) -> Statements:
    """The statements of a summary."""
    fixed = _PAIRED.sub(lambda found: f"”{found[2]}“", text)
    cuts = sorted(set(_cuts(fixed, lexicon)))
    spans = (part for sentence in sentences(fixed, lexicon) for part in _parts(fixed, sentence, cuts))
    return Statements(fixed, tuple(spans))


def _cuts(text: str, lexicon: Lexicon) -> Iterator[int]:
    for form in (_UNSPACED, _BETWEEN_MARKS):
        yield from (found.end() for found in form.finditer(text))
    for found in _AFTER_QUOTATION.finditer(text):
        if _opens(text, found.end(), lexicon):
            yield found.end()
    for found in _LOWER.finditer(text):
        word = re.split(r"\W", text[max(0, found.start() - 25) : found.start() - 1])[-1]
        if word.lower() not in lexicon.abbreviations:
            yield found.end()


def _opens(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a sentence begins behind a quotation, and not the words that say who spoke it."""
    line = text.find("\n", at)
    end = min(at + 300, line if line >= 0 else len(text))
    words = [word for word in tokens(text, at, end) if word.kind != "mark"]
    stop = re.search(r"[.!?](?:\s|$)", text[at:end])
    held = [word for word in words if not stop or word.start < at + stop.start()]
    early = any(word.lower in lexicon.reporting for word in held[:_CUE])
    return len(held) >= _ALONE and (not early or held[0].lower in lexicon.stopwords or len(held) > 2 * _ALONE)


def _parts(text: str, sentence: Span, cuts: list[int]) -> Iterator[Span]:
    """A sentence in the parts that the cuts make of it; a part of too few words stays with the one before."""
    starts = [word.start for word in tokens(text, *sentence) if word.kind != "mark"]
    kept, words = [sentence.start], 0
    for at in cuts[bisect_right(cuts, sentence.start) : bisect_left(cuts, sentence.end)]:
        before = bisect_left(starts, at)
        if min(before - words, len(starts) - before) >= _FEWEST:
            kept.append(at)
            words = before
    for start, end in pairwise([*kept, sentence.end]):
        inner = text[start:end]
        yield Span(start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip()))
