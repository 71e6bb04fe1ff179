"""Clauses: the parts of a sentence that each state something.

A sentence is cut before conjunctions and relative words and after commas, colons and dashes; parts
too short to stand alone join the one before, unless each gives a number of its own ("killing three
people | and injuring 19 | including two children").  No clause is longer than 45 words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from rashomon.langs import Lexicon
from rashomon.model import Span
from rashomon.text import Token, tokens

LONGEST = 45
_SHORTEST = 5
_MARK = re.compile(r"(?:[,;:–—]|\s-)\s+")
_PIECE = re.compile(r"\S+")
_RUN = re.compile(r"\w+(?:[.,]\d+)*")
_EDGE = " \t\u00a0,;:–—-"


def clauses(text: str, sentence: Span, lexicon: Lexicon, numbers: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The clauses of one sentence, in order, without the marks and the "and" between them.

    ``numbers`` are where its figures stand.
    """
    cuts = sorted({sentence.start, sentence.end, *_cuts(text, sentence, lexicon)})
    merged: list[Span] = []
    sizes: list[int] = []
    for start, end in itertools.pairwise(cuts):
        size = len(_words(text, start, end))
        short = merged and min(size, sizes[-1]) < _SHORTEST and size + sizes[-1] <= LONGEST
        if short and not _counts_apart(text, merged[-1], Span(start, end), lexicon, numbers):
            merged[-1], sizes[-1] = Span(merged[-1].start, end), sizes[-1] + size
        else:
            merged.append(Span(start, end))
            sizes.append(size)
    return tuple(_trimmed(text, part, lexicon) for whole in merged for part in _bounded(text, whole))


def _counts_apart(text: str, before: Span, after: Span, lexicon: Lexicon, numbers: Sequence[Span]) -> bool:
    """Whether two parts each give a number, the second with a predicate of its own or as a part of the first."""
    if not all(any(part.start <= at.start < part.end for at in numbers) for part in (before, after)):
        return False
    words = [word for word in tokens(text, *after) if word.lower not in lexicon.grammar["joins"]]
    if _is_predicate(words[0], lexicon):
        return True
    opens = any(at.start == words[0].start for at in numbers)
    return opens and all(any(_is_predicate(w, lexicon) for w in tokens(text, *part)) for part in (before, after))


def _cuts(text: str, sentence: Span, lexicon: Lexicon) -> Iterator[int]:
    """Where a clause may begin: behind a mark, before a conjunction, before an "and" with a predicate."""
    yield from (mark.end() for mark in _MARK.finditer(text, *sentence))
    words = tokens(text, *sentence)
    for word, after in itertools.pairwise(words):
        if word.text in lexicon.grammar["opens-clause"] or (
            word.text in lexicon.grammar["joins"] and _is_predicate(after, lexicon)
        ):
            yield word.start


def _is_predicate(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word begins a predicate, as far as its form tells."""
    endings = tuple(lexicon.grammar["predicate-endings"])
    return word.lower in lexicon.grammar["predicate"] or (not word.is_name and word.lower.endswith(endings))


def _words(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(token for token in tokens(text, start, end) if token.kind != "mark")


def is_short(text: str, span: Span) -> bool:
    """Whether a span has at most 45 words, counted both by spaces and as runs of letters and digits."""
    return max(sum(1 for _ in form.finditer(text, *span)) for form in (_PIECE, _RUN)) <= LONGEST


def _bounded(text: str, span: Span) -> list[Span]:
    """The span in pieces of at most 45 words."""
    pieces = [m.start() for m in _PIECE.finditer(text, *span)]
    runs = [m.start() for m in _RUN.finditer(text, *span)]
    if is_short(text, span):
        return [span]
    starts, held = [span.start], [0, 0]
    for at, kind in sorted([(at, 0) for at in pieces] + [(at, 1) for at in runs]):
        held[kind] += 1
        if held[kind] > LONGEST:
            starts.append(at)
            held = [int(kind == 0), int(kind == 1)]
    return [Span(a, b) for a, b in itertools.pairwise([*starts, span.end])]


def _trimmed(text: str, span: Span, lexicon: Lexicon) -> Span:
    words = tokens(text, *span)
    start = words[1].start if len(words) > 1 and words[0].text in lexicon.grammar["joins"] else span.start
    inner = text[start : span.end]
    left, right = len(inner) - len(inner.lstrip(_EDGE)), len(inner.rstrip(_EDGE))
    return Span(start + left, start + max(right, left))
