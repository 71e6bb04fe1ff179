"""A report as copies are looked for in it: its own words, its fingerprints and what its sentences tell.

Left out is what two reporters may share without having copied each other: words inside quotation marks, the
lines that name an agency, and the lines that an outlet puts under everything it prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.copies.cuts import Quoted, quoted
from rashomon.copies.keys import Hashes, fingerprints, shingles
from rashomon.copies.standing import standing
from rashomon.copies.words import Words, own_words
from rashomon.langs import Lexicon, is_read
from rashomon.model import Report, Span
from rashomon.text import sentences
from rashomon.text.stems import stem
from rashomon.text.tokens import small

_MOST_SENTENCES = 400  # of a report that are compared
_FEWEST_STEMS = 3  # of a sentence that tells something


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and what it tells: the stems of its own words that are no stop words."""

    span: Span
    stems: frozenset[str]


class Places(NamedTuple):
    """Runs of three words: the hash of each, and the word at which it begins."""

    hashes: Hashes
    places: NDArray[np.int64]


@dataclass(frozen=True)
class Text:
    """A report and its own words, without those that its outlet always prints."""

    report: Report
    lexicon: Lexicon
    words: Words

    @cached_property
    def marks(self) -> Hashes:
        """The fingerprints of the words."""
        return fingerprints(shingles(self.words.ids))

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """The quotations."""
        return quoted(self.report)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What the sentences tell; nothing in a language that cannot be read."""
        report, words = self.report, self.words
        if not is_read(report.language):
            return ()
        spans = sentences(report.text, self.lexicon, report.body)[:_MOST_SENTENCES]
        begins, ends = (np.searchsorted(words.starts, side) for side in zip(*spans, strict=True)) if spans else ((), ())
        found = (Told(span, self._told(*rows)) for span, *rows in zip(spans, begins, ends, strict=True))
        return tuple(sentence for sentence in found if len(sentence.stems) >= _FEWEST_STEMS)

    def stems(self) -> frozenset[str]:
        """What all sentences tell together."""
        return frozenset().union(*(told.stems for told in self.told))

    def unbroken(self) -> Places:
        """The runs of three words within which nothing was left out."""
        hashes = shingles(self.words.ids)
        breaks = self.words.breaks
        whole = ~(breaks[1:-1] | breaks[2:]) if len(hashes) else np.zeros(0, np.bool_)
        return Places(hashes[whole], np.flatnonzero(whole))

    def quote(self, first: int, size: int) -> str:
        """The text from one of the words on, ``size`` words long."""
        words = self.words
        return self.report.text[words.starts[first] : words.ends[first + size - 1]] if size else ""

    def _told(self, first: int, end: int) -> frozenset[str]:
        words, text = self.words, self.report.text
        spans = zip(words.starts[first:end].tolist(), words.ends[first:end].tolist(), strict=True)
        lower = {small(text[start:end]) for start, end in spans}
        return frozenset(map(stem, lower - self.lexicon.stopwords))


def texts(reports: Sequence[Report], lexicon: Lexicon) -> dict[str, Text]:
    """The reports as texts, by id, in the order of the reports."""
    words = {report.id: own_words(report, lexicon) for report in reports}
    for id, marked in standing(reports, words).items():
        words[id] = words[id].without(marked)
    return {report.id: Text(report, lexicon, words[report.id]) for report in reports}
