"""A report as copies are looked for in it: its own words, its fingerprints and what its sentences tell.

Left out is what two reporters may share without having copied each other: words inside quotation marks, the
lines that name an agency, and the lines that an outlet puts under everything it prints.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.claims.quotations import is_quoted, quotations
from rashomon.copies.keys import fingerprints, hashed, shingles
from rashomon.langs import LANGUAGES, Lexicon
from rashomon.model import Report, Span
from rashomon.text import Token, paragraphs, sentences, tokens
from rashomon.text.stems import stem

_HOLDERS = 3  # reports of one outlet with a line that makes it the outlet's own
_MOST_SENTENCES = 400  # of a report that are compared
_MANY = 200  # texts whose words are kept all at once
_FEWEST_STEMS = 3  # of a sentence that tells something


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and what it tells: the stems of its own words that are no stop words."""

    span: Span
    stems: frozenset[str]


@dataclass(frozen=True)
class Text:
    """A report without the lines ``standing`` (starts of lines) that its outlet always prints."""

    report: Report
    lexicon: Lexicon
    standing: frozenset[int] = frozenset()

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The report's own words, in order."""
        return tuple(word for line in self._lines() for word in self._own(line))

    @cached_property
    def breaks(self) -> frozenset[int]:
        """The places in ``words`` before which a quotation was left out."""
        starts = [word.start for word in self.words]
        return frozenset(bisect_right(starts, quoted.start) for line in self._lines() for quoted in self._quoted(line))

    @cached_property
    def shingles(self) -> tuple[int, ...]:
        """The hash of each run of three of the words."""
        return shingles(self.words)

    @cached_property
    def marks(self) -> frozenset[int]:
        """The fingerprints of the words."""
        return fingerprints(self.shingles)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What the sentences tell; nothing in a language that cannot be read."""
        report = self.report
        if report.language and report.language.split("-")[0] not in LANGUAGES:
            return ()
        spans = sentences(report.text, self.lexicon, report.body)[:_MOST_SENTENCES]
        found = []
        at = 0
        for span in spans:
            while at < len(self.words) and self.words[at].start < span.start:
                at += 1
            begin = at
            while at < len(self.words) and self.words[at].start < span.end:
                at += 1
            lower = {word.lower for word in self.words[begin:at]} - self.lexicon.stopwords
            found.append(Told(span, frozenset(map(stem, lower))))
        return tuple(sentence for sentence in found if len(sentence.stems) >= _FEWEST_STEMS)

    def forget(self) -> None:
        """Keep the fingerprints and what is told, and let go of the words until they are asked for again."""
        _ = self.marks, self.told
        for name in ("words", "shingles", "breaks"):
            self.__dict__.pop(name, None)

    def _lines(self) -> Iterator[Span]:
        report = self.report
        return (
            line for line in paragraphs(report.text) if line.start >= report.body and line.start not in self.standing
        )

    def _quoted(self, line: Span) -> tuple[Span, ...]:
        return quotations(self.report.text, line)

    def _own(self, line: Span) -> Iterator[Token]:
        quoted, named = self._quoted(line), [credit.span for credit in self.report.credits]
        for word in tokens(self.report.text, *line):
            left_out = is_quoted(quoted, word.start) or any(span.start <= word.start < span.end for span in named)
            if word.kind != "mark" and not left_out:
                yield word


class Recent:
    """The texts that were used last; those before them let go of their words."""

    def __init__(self) -> None:
        self._used: dict[str, Text] = {}

    def use(self, *used: Text) -> None:
        """Count these as the last ones."""
        for text in used:
            self._used.pop(text.report.id, None)
            self._used[text.report.id] = text
        while len(self._used) > _MANY:
            self._used.pop(next(iter(self._used))).forget()


def texts(reports: Sequence[Report], lexicon: Lexicon) -> dict[str, Text]:
    """The reports as texts, by id, in the order of the reports."""
    standing = _standing(reports)
    made = {report.id: Text(report, lexicon, standing.get(report.id, frozenset())) for report in reports}
    recent = Recent()
    for text in made.values():
        recent.use(text)
    return made


def _standing(reports: Sequence[Report]) -> Mapping[str, frozenset[int]]:
    """The starts of the lines that an outlet prints under different articles, by report.

    Articles differ when their longest lines do: versions of one article have that in common.
    """
    outlets: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.outlet:
            outlets[report.outlet.name].append(report)
    found: dict[str, set[int]] = defaultdict(set)
    for printed in outlets.values():
        if len(printed) >= _HOLDERS:
            for id, start in _of_outlet(printed):
                found[id].add(start)
    return {id: frozenset(starts) for id, starts in found.items()}


def _of_outlet(reports: Sequence[Report]) -> Iterator[tuple[str, int]]:
    longest: dict[str, int] = {}
    holders: dict[int, dict[str, int]] = defaultdict(dict)
    for report in reports:
        lines = [line for line in paragraphs(report.text) if line.start >= report.body]
        for line in lines:
            holders[hashed(report.text[slice(*line)])][report.id] = line.start
        longest[report.id] = max((hashed(report.text[slice(*line)]) for line in lines), default=0)
    for held in holders.values():
        if len({longest[id] for id in held}) >= _HOLDERS:
            yield from held.items()
