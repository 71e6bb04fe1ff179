"""The article that a summary is checked against: its sentences, and which of them say what a statement says.

Words weigh by how rare they are in general news (Spärck Jones 1972); a sentence is as near as the weight of
the statement's words that it holds, and as the reader's vectors tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from rashomon.claims import cast
from rashomon.claims.cast import Person
from rashomon.claims.quotations import quotations
from rashomon.claims.terms import terms
from rashomon.langs import Lexicon
from rashomon.model import Claim, Reading, Report, Span
from rashomon.reading.vectors import Vector, similarity, vector
from rashomon.text import paragraphs, sentences, tokens

_NUMBER, _CLASS = 6.0, 4.0  # what a number and a word of a class weigh, in nats
_BY_VECTOR = 0.25  # how much the vectors count
_NEIGHBOUR = 0.6  # what a word in the sentence before or behind counts
_MOST = 3_000  # sentences of an article that are looked at


class Line(NamedTuple):
    """A sentence of the article with its terms, its claims and the reader's vector."""

    span: Span
    terms: frozenset[str]
    claims: tuple[Claim, ...]
    vector: Vector


class Near(NamedTuple):
    """How near a sentence (by place) is to a statement, 0 to 1, and the weighed share of its words that it holds."""

    score: float
    cover: float
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article, made ready once for all the statements of its summary.

    ``quoted`` are its quotations, ``people`` whom it names with their offices.
    """

    report: Report
    lexicon: Lexicon
    lines: tuple[Line, ...]
    holders: dict[str, list[int]]
    quoted: tuple[Span, ...]
    people: tuple[Person, ...]

    def near(self, words: Sequence[str], meaning: Vector) -> list[Near]:
        """The sentences that share a word with a statement, the nearest first."""
        wanted = self._wanted(words)
        whole = sum(self.weight(term) for term in wanted) or 1.0
        held: dict[int, float] = defaultdict(float)
        for term in wanted:
            for at in self.holders.get(term, ()):
                held[at] += self.weight(term) / whole
        part = _BY_VECTOR if meaning.size else 0.0
        found = []
        for at, cover in held.items():
            likeness = max(0.0, similarity(meaning, self.lines[at].vector))
            found.append(Near((1 - part) * cover + part * likeness, cover, at))
        return sorted(found, key=lambda near: (-near.score, near.line))

    def around(self, words: Iterable[str], line: int) -> float:
        """The weighed share of words that a sentence holds; what its neighbours hold counts less."""
        wanted = self._wanted(words)
        beside = frozenset(t for at in (line - 1, line + 1) if 0 <= at < len(self.lines) for t in self.lines[at].terms)
        own = self.lines[line].terms
        whole = sum(self.weight(term) for term in wanted) or 1.0
        return sum(self.weight(t) * (1.0 if t in own else _NEIGHBOUR * (t in beside)) for t in wanted) / whole

    def anywhere(self, words: Iterable[str]) -> float:
        """The weighed share of words that the article holds at all."""
        wanted = self._wanted(words)
        whole = sum(self.weight(term) for term in wanted) or 1.0
        return sum(self.weight(term) for term in wanted if term in self.holders) / whole

    def likeness(self, meaning: Vector) -> float | None:
        """How near the nearest sentence is by the reader's vectors, 0 to 1; None without vectors."""
        return max((similarity(meaning, line.vector) for line in self.lines), default=0.0) if meaning.size else None

    def _wanted(self, words: Iterable[str]) -> list[str]:
        """The words to look for; a number that the article does not have is for the figures to find."""
        return sorted(term for term in set(words) if term[0] != "#" or term in self.holders)

    def weight(self, term: str) -> float:
        """How much a term tells, in nats."""
        if term[0] in "#=":
            return _NUMBER if term[0] == "#" else _CLASS
        return max(0.5, self.lexicon.rarity.get(term, self.lexicon.rarest))

    def line_at(self, place: int) -> int | None:
        """Which sentence (by place) an offset stands in."""
        return next((n for n, line in enumerate(self.lines) if line.span.start <= place < line.span.end), None)


def article(report: Report, claims: Sequence[Claim], reading: Reading | None, lexicon: Lexicon) -> Article:
    """An article from its claims and, where a reader has read it, its reading."""
    spans = tuple(s.span for s in reading.sentences) if reading else sentences(report.text, lexicon)
    held: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.sentence].append(claim)
    lines: list[Line] = []
    holders: dict[str, list[int]] = defaultdict(list)
    for at, span in enumerate(spans[:_MOST]):
        meaning = vector(reading.sentences[at]) if reading else np.zeros(0, np.float32)
        words = frozenset(terms(tokens(report.text, *span), lexicon))
        lines.append(Line(span, words, tuple(held[span]), meaning))
        for term in sorted(words):
            holders[term].append(at)
    quoted = tuple(q for line in paragraphs(report.text) for q in quotations(report.text, line))
    people = cast.read(report.text, spans[:_MOST], lexicon).people
    return Article(report, lexicon, tuple(lines), dict(holders), quoted, people)
