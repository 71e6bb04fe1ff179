"""Summaries against the articles that they sum up, statement by statement.

Each statement is looked for in the article, then compared with what stands there: the speaker, the words inside
quotation marks, the figures, and whether a party's statement has lost its speaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from rashomon.checks.article import article
from rashomon.checks.judge import Source, Statement, judge, source
from rashomon.checks.statements import statements
from rashomon.claims import claims
from rashomon.claims.quotations import quotations
from rashomon.langs import Lexicon
from rashomon.model import Check, Claim, Passage, Reading, ReadSentence, Report, Span
from rashomon.ports import Reader
from rashomon.reading.vectors import vector
from rashomon.text import paragraphs, sentences

_MOST = 300  # sentences of a summary that are checked
_QUOTATIONS = 20  # quotations of a statement that are looked for


def checks(
    summary: Report,
    articles: Sequence[Report],
    lexicon: Lexicon,
    reader: Reader | None = None,
    known: Mapping[str, Reading] | None = None,
) -> tuple[Check, ...]:
    """What the articles say to the statements of a summary, in the order of its text.

    With several articles each statement is held against the one that supports it best.  ``known`` are readings of
    articles that were read before, by the report's id; of a long summary the first 300 sentences are checked.
    """
    sources = [_source(report, lexicon, reader, known or {}) for report in articles]
    found: list[Check] = []
    for statement in _statements(summary, lexicon, reader):
        judged = [judge(statement, held) for held in sources]
        best = min(range(len(judged)), key=lambda at: _faults(judged[at]), default=None)
        found.extend(judged[best] if best is not None else ())
    return tuple(found)


def _faults(made: tuple[Check, ...]) -> tuple[int, int]:
    """How badly an article supports a statement."""
    absent = sum(check.verdict == "not in the article" for check in made)
    return absent, sum(check.verdict != "supported" for check in made)


def _source(report: Report, lexicon: Lexicon, reader: Reader | None, known: Mapping[str, Reading]) -> Source:
    reading = known.get(report.id)
    if reading is None and reader is not None:
        (reading,) = reader.read([Passage(report.text, sentences(report.text, lexicon))])
    return source(article(report, claims(report, lexicon, reading), reading, lexicon))


def _statements(summary: Report, lexicon: Lexicon, reader: Reader | None) -> list[Statement]:
    """The statements of a summary, with the claims that they make."""
    text, spans = statements(summary.text, lexicon)
    spans = spans[:_MOST]
    text = text[: spans[-1].end] if spans else ""
    if reader is not None:
        (reading,) = reader.read([Passage(text, spans)])
    else:
        reading = Reading(tuple(ReadSentence(span, (), ()) for span in spans), ())
    told = claims(replace(summary, text=text), lexicon, reading)
    quoted = [span for line in paragraphs(text) for span in quotations(text, line)]
    made = {sentence: list(held) for sentence, held in groupby(told, key=lambda claim: claim.sentence)}
    found = []
    for read in reading.sentences:
        sentence, parts = read.span, _by_speaker(made.get(read.span, []))
        for part in parts:
            span = sentence if len(parts) == 1 else Span(part[0].span.start, part[-1].span.end)
            inside = _within(quoted, span)
            found.append(Statement(summary, span, part, part[0].attribution, inside, vector(read)))
        inside = _within(quoted, sentence)
        if not parts and inside:  # too few telling words for a claim, but words in quotation marks
            found.append(Statement(summary, sentence, (), None, inside, vector(read)))
    return found


def _within(quoted: Sequence[Span], span: Span) -> tuple[Span, ...]:
    """What of the first quotations stands in a span."""
    met = (Span(max(q.start, span.start), min(q.end, span.end)) for q in quoted if q.start < span.end)
    return tuple(islice((q for q in met if q.start < q.end), _QUOTATIONS))


def _by_speaker(told: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """The claims of a sentence, those together that one speaker tells."""
    groups = groupby(told, key=lambda claim: claim.attribution and claim.attribution.speaker)
    return [tuple(held) for _, held in groups]
