"""Claims: what a report states, clause by clause, with who said it and the figures and times in it."""

from __future__ import annotations

import re

from rashomon.claims import attribution
from rashomon.claims.clauses import clauses
from rashomon.claims.counted import refined
from rashomon.claims.events import event
from rashomon.claims.figures import figures
from rashomon.claims.finders import ReadFinder
from rashomon.claims.names import names
from rashomon.claims.parts import persons, places, sites
from rashomon.claims.predicates import Parse
from rashomon.claims.speakers import Told, tell
from rashomon.claims.terms import terms
from rashomon.claims.times import times
from rashomon.langs import Lexicon
from rashomon.model import Claim, Reading, ReadSentence, Report, Span
from rashomon.text import Token, sentences, tokens

VERSION = "rules-5"
"""The version of the rules; what a reader adds has a version of its own."""
_DATELINE = re.compile(r"[^\n.!?“\"]{2,80}\([A-Z][\w ]{1,30}\)\s?[-–—]")
_FEWEST = 2  # different terms that make a clause a claim


def claims(report: Report, lexicon: Lexicon, reading: Reading | None = None) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text.

    ``reading`` is what a reader found in the report's sentences (`rashomon.text.sentences`); without one
    the rules alone say who speaks.
    """
    found: list[Claim] = []
    spans = tuple(read.span for read in reading.sentences) if reading else sentences(report.text, lexicon)
    find = ReadFinder(reading) if reading else attribution.find
    read = reading.sentences if reading else (None,) * len(spans)
    dateline = _dateline(report)
    for sentence, told, seen in zip(spans, tell(report.text, spans, lexicon, find), read, strict=True):
        found.extend(_claims(report, sentence, told, seen, lexicon, dateline))
    return tuple(found)


def _dateline(report: Report) -> int:
    """Where the dateline at the head of a report ends ("ORM, June 2 (AGENCY) —"): its date tells of no event."""
    found = _DATELINE.match(report.text, report.body)
    return found.end() if found else 0


def _attributing(report: Report, clause: Span, told: Told, lexicon: Lexicon) -> frozenset[str]:
    """The terms of the attributions in a clause: one that holds nothing else states nothing."""
    held = (span for span in told.phrases if clause.start <= span.start < clause.end)
    return frozenset(term for span in held for term in terms(tokens(report.text, *span), lexicon))


def _denies(words: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a word of a clause denies, for want of a parse."""
    return any(word.lower in lexicon.negations or word.lower.endswith("n't") for word in words)


def _claims(
    report: Report, sentence: Span, told: Told, seen: ReadSentence | None, lexicon: Lexicon, dateline: int
) -> list[Claim]:
    figured = figures(tokens(report.text, *sentence), lexicon)
    parse = Parse(seen, report.text, lexicon.language) if seen else None
    if seen:
        figured = tuple(refined(figure, seen, report.text, lexicon) for figure in figured)
    found = []
    for clause in clauses(report.text, sentence, lexicon, [figure.span for figure in figured]):
        said = told.by(clause)
        words = tokens(report.text, *clause)
        content = terms(words, lexicon)
        if len(set(content)) >= _FEWEST and set(content) - _attributing(report, clause, told, lexicon):
            tells = event(parse, clause, told.phrases) if parse else None
            found.append(
                Claim(
                    report=report.id,
                    span=clause,
                    sentence=sentence,
                    attribution=said,
                    terms=content,
                    names=names(words, lexicon, opens=clause.start == sentence.start),
                    figures=tuple(f for f in figured if clause.start <= f.span.start and f.span.end <= clause.end),
                    times=tuple(
                        time
                        for time in times(words, lexicon, report.published or report.updated)
                        if time.span.start >= dateline
                    ),
                    denied=tells.polarity == "denied" if tells else _denies(words, lexicon),
                    places=places(seen, clause, report.text, lexicon) if seen else (),
                    persons=persons(seen, clause, report.text) if seen else (),
                    event=tells,
                    sites=sites(seen, clause, report.text) if seen else (),
                )
            )
    return found
