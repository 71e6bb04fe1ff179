"""A report's own words: what stands in no headline, no quotation and no credit, each word as a hash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.claims.quotations import quotations
from rashomon.copies.keys import Hashes, hashed
from rashomon.langs import Lexicon, is_read
from rashomon.model import Report, Span
from rashomon.text import Token, paragraphs, sentences, tokens

_OWN_VOICE = 0.5  # of a text's words in the first person, from which it is the writer's
_NUMERAL = re.compile(r"[A-Z]\w+ I$")  # "World War I"
_BEFORE = 30  # characters before a numeral
_LONGEST_POST = 1_000  # characters of a line that is a post
_POST = re.compile(r"\(@\w+\)|\bpic\.twitter\.com/|\bt\.co/")


@dataclass(frozen=True, slots=True)
class Words:
    """Words in order, one row each: hash, first character, end, and whether something was left out before it."""

    ids: Hashes
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    breaks: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    def without(self, left_out: NDArray[np.bool_]) -> Words:
        """The words but for those marked."""
        if not left_out.any():
            return self
        passed = np.cumsum(self.breaks | left_out)  # a kept word has a break before it where this rose since the last
        kept = ~left_out
        breaks = np.diff(passed[kept], prepend=0) > 0
        return Words(self.ids[kept], self.starts[kept], self.ends[kept], breaks)

    def inside(self, spans: Sequence[Span]) -> NDArray[np.bool_]:
        """Which words begin in one of the spans (in order, none in another)."""
        if not spans:
            return np.zeros(len(self), np.bool_)
        begins, ends = np.array(spans, np.int64).T
        before = np.searchsorted(begins, self.starts, "right") - 1
        found: NDArray[np.bool_] = (before >= 0) & (self.starts < ends[before])
        return found


def own_words(report: Report, lexicon: Lexicon) -> Words:
    """The words of a report outside its headline, what it quotes and the lines that name an agency."""
    lines = [line for line in paragraphs(report.text) if line.start >= report.body]
    words = _words(token for line in lines for token in tokens(report.text, *line))
    quoted = [span for line in lines for span in _quoted(report.text, line)]
    left_out = words.inside(quoted)
    for credit in report.credits:
        left_out |= words.inside([credit.span])
    marked = np.zeros(len(words) + 1, np.bool_)
    marked[np.searchsorted(words.starts, [span.start for span in quoted])] = True
    own = Words(words.ids, words.starts, words.ends, marked[:-1]).without(left_out)
    set_in = _first_person(report, own, lexicon)
    return own if np.sum(set_in) > _OWN_VOICE * len(own) else own.without(set_in)


def _quoted(text: str, line: Span) -> tuple[Span, ...]:
    """The quotations of a line; all of it where it is a post that was set in."""
    is_post = line.end - line.start <= _LONGEST_POST and _POST.search(text, *line)
    return (line,) if is_post else quotations(text, line)


def _first_person(report: Report, own: Words, lexicon: Lexicon) -> NDArray[np.bool_]:
    """Which words stand in sentences that somebody says of himself, no marks around them."""
    first = {hashed(word) for word in lexicon.grammar["first-person"]}
    said = own.starts[np.isin(own.ids, np.array(sorted(first), np.uint32))]
    said = said[[not _NUMERAL.search(report.text, max(0, at - _BEFORE), at + 1) for at in said.tolist()]]
    if not len(said) or not is_read(report.language):
        return np.zeros(len(own), np.bool_)
    spans = sentences(report.text, lexicon, report.body)
    begins = np.searchsorted(np.array([span.start for span in spans]), said, "right") - 1
    return own.inside([spans[at] for at in sorted({*begins.tolist()} - {-1})])


def _words(found: Iterable[Token]) -> Words:
    rows = [(hashed(token.lower), token.start, token.end) for token in found if token.kind != "mark"]
    ids, starts, ends = np.array(rows, np.int64).reshape(-1, 3).T
    return Words(ids.astype(np.uint32), starts.copy(), ends.copy(), np.zeros(len(rows), np.bool_))
