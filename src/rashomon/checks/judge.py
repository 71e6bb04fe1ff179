"""What an article says to one statement of a summary of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rashomon.checks import numbers, quoted, voices
from rashomon.checks.article import Article, Line, Near
from rashomon.checks.quoted import Words
from rashomon.checks.voices import Voice
from rashomon.claims.quotations import share_quoted
from rashomon.claims.terms import terms
from rashomon.langs import Lexicon
from rashomon.model import Attribution, Check, Claim, Report, Span, Verdict
from rashomon.reading.vectors import Vector
from rashomon.text import tokens

IN_ARTICLE = 0.38  # score from which a sentence of the article may say what a statement says,
_LIKE = 0.9  # share of its words in the article and likeness to a sentence, added, from which it may, too
_TIE = 0.1  # scores so near the best one are of sentences that say the same
_SURE = 0.6  # share of a statement's words from which who says them can be compared
_AROUND = 3  # sentences over which a speaker may go on without being named again
_MARKED = 0.5  # share of a statement in quotation marks from which it is somebody else's
_FEWEST = 3  # terms of a clause that is looked for alone
_ALONE = 0.3  # share of a clause's words below which the article does not have it
_CONTESTED = frozenset({"claim", "allege", "accuse", "deny", "blame", "reject", "warn", "insist", "argue", "suspect"})
_NO_FACT = frozenset({"possible", "demanded", "unverified"})


class Statement(NamedTuple):
    """A sentence of a summary, or the part of one that one speaker tells, with its claims and the reader's vector."""

    report: Report
    span: Span
    claims: tuple[Claim, ...]
    said: Attribution | None
    quotations: tuple[Span, ...]
    meaning: Vector


class Fault(NamedTuple):
    """Something in a statement that the article has otherwise."""

    verdict: Verdict
    span: Span
    found: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article with what its statements are asked for again and again: its words, and everybody in it."""

    article: Article
    whole: Words
    inside: Words
    everybody: tuple[Voice, ...]
    heard: dict[str, Voice]

    def voice(self, words: str) -> Voice:
        """A speaker with what the article says of him, her or it; made once for each."""
        if words not in self.heard:
            text = self.article.report.text
            sentences = [text[slice(*line.span)] for line in self.article.lines]
            self.heard[words] = voices.voice(words, self.article.people, self.article.lexicon, sentences)
        return self.heard[words]


def source(article: Article) -> Source:
    """An article made ready to be asked."""
    text = article.report.text
    said = sorted({c.attribution.speaker for line in article.lines for c in line.claims if c.attribution})
    named = {*said, *(person.name for person in article.people)}
    everybody = tuple(voices.voice(words, article.people, article.lexicon) for words in sorted(named))
    return Source(
        article, quoted.words_of(text, (Span(0, len(text)),)), quoted.words_of(text, article.quoted), everybody, {}
    )


def judge(statement: Statement, held: Source) -> tuple[Check, ...]:
    """The faults of a statement, or one check that says that the article supports it."""
    words = _telling(statement, held)
    faults = list(_quotations(statement, held))
    spots = _quoted_there(statement, words, faults, held)
    near = [*spots, *held.article.near(words, statement.meaning)]
    best = near[0] if near else None
    if best is None or (not spots and _is_absent(statement, words, best, held)):
        return (_absent(statement, words, held),) if _tells(words) else ()
    close = spots or [other for other in near if other.score >= best.score - _TIE]
    faults += _one(_speaker(statement, words, close, held))
    faults += _one(_figure(statement, words, close, held))
    faults += [] if faults else _one(_dropped(statement, words, close, held))
    faults += [] if faults else _lost(statement, close, held)
    line = held.article.lines[best.line].span
    if not faults:
        n = sum(word in held.article.lines[best.line].terms for word in set(words))
        reason = f"A sentence of the article has {n} of its {len(set(words))} telling words and contradicts none"
        reason = reason if words else "The article has the words of its quotation"
        return (_check(statement, Fault("supported", statement.span, line, reason), held),)
    return tuple(_check(statement, fault, held) for fault in faults)


def _one(fault: Fault | None) -> list[Fault]:
    return [fault] if fault else []


def _check(statement: Statement, fault: Fault, held: Source) -> Check:
    text, report = statement.report.text, held.article.report
    return Check(
        statement.report.id,
        fault.span,
        text[slice(*fault.span)],
        fault.verdict,
        report.id,
        fault.found,
        report.text[slice(*fault.found)] if fault.found else None,
        fault.reason,
    )


def _telling(statement: Statement, held: Source) -> tuple[str, ...]:
    """The terms of a statement without those of its attribution."""
    found = [term for claim in statement.claims for term in claim.terms]
    said = statement.said
    if not said:
        return tuple(found)
    spoken = f"{said.speaker} {said.cue or ''} {said.via or ''}"
    without = frozenset(terms(tokens(spoken), held.article.lexicon))
    return tuple(term for term in found if term not in without) or tuple(found)


def _is_absent(statement: Statement, words: Sequence[str], best: Near, held: Source) -> bool:
    """Whether no sentence says it: too few of its words stand together, or too few at all and none is like it."""
    likeness = held.article.likeness(statement.meaning)
    alike = likeness is None or held.article.anywhere(words) + likeness >= _LIKE
    return not alike or max(best.score, held.article.around(words, best.line)) < IN_ARTICLE


def _tells(words: Sequence[str]) -> bool:
    return len(set(words)) >= _FEWEST


def _absent(statement: Statement, words: Sequence[str], held: Source) -> Check:
    share = held.article.anywhere(words)
    reason = f"No sentence of the article says it; the whole article has {share:.0%} of its telling words"
    return _check(statement, Fault("not in the article", statement.span, None, reason), held)


def _quotations(statement: Statement, held: Source) -> Iterator[Fault]:
    for span in statement.quotations:
        found = quoted.changed(statement.report.text, span, held.whole, held.inside)
        if found:
            yield Fault("changed quotation", found.span, found.found, found.reason)
        elif quoted.missing(statement.report.text, span, held.whole):
            yield Fault("not in the article", span, None, "The article does not have the words of this quotation")


def _quoted_there(statement: Statement, words: Sequence[str], faults: Sequence[Fault], held: Source) -> list[Near]:
    """The sentences that the quotations of a statement stand in, word for word or changed."""
    text = statement.report.text
    places = [fault.found for fault in faults]
    places += [quoted.stands(text, span, there) for span in statement.quotations for there in (held.inside, held.whole)]
    found = (held.article.line_at(place.start) for place in places if place)
    lines = dict.fromkeys(line for line in found if line is not None)
    if _tells(words):  # a mark that is never closed takes in words that nobody quoted
        lines = dict.fromkeys(line for line in lines if held.article.around(words, line) >= _ALONE)
    enough = quoted.is_long(text, statement.quotations)
    return [Near(1.0, 1.0, line) for line in lines] if enough else []


def _aligned(words: Sequence[str], line: Line) -> tuple[Claim, ...]:
    """The claims of a sentence that share most words with a statement."""
    wanted = set(words)
    shared = [len(wanted & set(claim.terms)) for claim in line.claims]
    most = max(shared, default=0)
    return tuple(claim for claim, n in zip(line.claims, shared, strict=True) if n and 2 * n >= most)


def _speaker(statement: Statement, words: Sequence[str], close: Sequence[Near], held: Source) -> Fault | None:
    said, best = statement.said, close[0]
    if not said or best.cover < _SURE or _denies(said, held.article.lexicon):
        return None  # what somebody denies somebody else says
    ours = held.voice(said.speaker)
    written = statement.report.text[slice(*statement.span)]
    if voices.is_generic(ours, held.article.lexicon) or not voices.mentions(ours, written, held.article.lexicon):
        return None
    lines = [held.article.lines[other.line] for other in close]
    if any(voices.same(ours, held.voice(name), held.everybody) is not False for line in lines for name in _names(line)):
        return None
    if any(_named(ours, line, held) for line in lines):
        return None
    there = next((c.attribution for c in _aligned(words, lines[0]) if c.attribution), None)
    if there is None:
        return _invented(statement, ours, close, held)
    reason = f"The summary gives this to “{said.speaker}”, the article to “{there.speaker}”"
    return Fault("wrong speaker", statement.span, lines[0].span, reason)


def _denies(said: Attribution, lexicon: Lexicon) -> bool:
    """Whether the speaker denies what follows."""
    return any(word in lexicon.negations for word in (said.cue or "").lower().split())


def _named(voice: Voice, line: Line, held: Source) -> bool:
    """Whether a sentence of the article names a speaker, whoever speaks in it."""
    return voices.mentions(voice, held.article.report.text[slice(*line.span)], held.article.lexicon)


def _names(line: Line) -> Iterator[str]:
    """Everybody who speaks in a sentence of the article, and the media that they spoke through."""
    for claim in line.claims:
        if claim.attribution:
            yield claim.attribution.speaker
            if claim.attribution.via:
                yield claim.attribution.via


def _invented(statement: Statement, ours: Voice, close: Sequence[Near], held: Source) -> Fault | None:
    """A speaker for what the article says itself, unless he or she is named or speaks near it."""
    lines = held.article.lines
    for other in close:
        around = lines[max(0, other.line - _AROUND) : other.line + _AROUND + 1]
        speaking = (held.voice(name) for line in around for name in _names(line))
        if any(voices.same(ours, there, held.everybody) for there in speaking):
            return None
    reason = f"The summary gives this to “{ours.words}”, the article says it in its own voice"
    return Fault("wrong speaker", statement.span, lines[close[0].line].span, reason)


def _figure(statement: Statement, words: Sequence[str], close: Sequence[Near], held: Source) -> Fault | None:
    lines = [held.article.lines[other.line] for other in close]
    aligned = [claim for line in lines for claim in line.claims]
    everywhere = [claim for line in held.article.lines for claim in line.claims]
    lexicon, text = held.article.lexicon, statement.report.text
    found = None
    if close[0].cover >= _SURE:
        found = numbers.replaced(text, statement.span, held.article.report.text, lines[0].span, lexicon)
    found = found or numbers.different(statement.claims, aligned, everywhere, text, lexicon)
    if not found:
        return None
    clause = next((c.span for c in statement.claims if c.span.start <= found.span.start < c.span.end), statement.span)
    line = held.article.line_at(found.found.start)
    return Fault("changed figure", clause, held.article.lines[line].span if line is not None else None, found.reason)


def _dropped(statement: Statement, words: Sequence[str], close: Sequence[Near], held: Source) -> Fault | None:
    """What the article only quotes a party for, and the summary states itself."""
    if statement.said or not statement.claims or close[0].cover < _SURE or _is_marked(statement):
        return None
    lines = [held.article.lines[other.line] for other in close]
    aligned = [claim for line in lines for claim in _aligned(words, line)]
    there = next((claim.attribution for claim in aligned if claim.attribution), None)
    if not there or any(not claim.attribution for claim in aligned):
        return None
    voice = held.voice(there.speaker)
    lexicon, written = held.article.lexicon, statement.report.text[slice(*statement.span)]
    named = voices.is_medium(voice, lexicon) or voices.mentions(voice, written, lexicon)
    if named or _says(written, lexicon) or not (voice.own or voice.surname):
        return None
    why = _contested(statement, aligned, there, voice, held)
    if not why and statement.span.end <= statement.report.body:
        return None  # headlines do without, unless it matters
    told = f"“{there.speaker}” ({why})" if why else f"“{there.speaker}”"
    reason = f"The article gives this to {told}, the summary says it in its own voice"
    return Fault("attribution dropped", statement.span, lines[0].span, reason)


def _says(written: str, lexicon: Lexicon) -> bool:
    """Whether a statement has a verb that always tells what somebody says, whoever that is ("It said …").

    Forms that are nouns as often ("reports") and those behind "be" ("is confirmed dead") are none, but for those that
    tell hearsay ("is reported missing").
    """
    grammar = lexicon.grammar
    words = [word.lower for word in tokens(written)]
    bases = ((a, lexicon.reporting.get(b)) for a, b in pairwise(["", *words]) if b not in grammar["noun-or-verb"])
    spoken = any(b in grammar["hearsay" if a in grammar["passive"] else "strong"] for a, b in bases)
    return spoken or not grammar["according"].isdisjoint(words)


def _is_marked(statement: Statement) -> bool:
    """Whether quotation marks show that somebody else speaks, also one that was opened or is closed elsewhere."""
    text = statement.report.text[slice(*statement.span)]
    open_ = text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    return open_ or share_quoted(statement.quotations, statement.span) >= _MARKED


def _contested(
    statement: Statement, aligned: Sequence[Claim], said: Attribution, voice: Voice, held: Source
) -> str | None:
    """What makes a claim one that needs its speaker above all: a party's account, not a plain fact."""
    if said.direct and not statement.quotations:
        return "in quotation marks"
    cue = held.article.lexicon.reporting.get((said.cue or "").split(" ")[-1].lower())
    if cue in _CONTESTED:
        return f"with the word “{said.cue}”"
    event = aligned[0].event
    if event and event.modality in _NO_FACT:
        return "not as a fact"
    subject = _subject(statement, aligned)
    if subject and voices.same(voice, held.voice(subject), held.everybody) is not True:
        return f"a statement about {subject}"
    return None


def _subject(statement: Statement, aligned: Sequence[Claim]) -> str | None:
    """The name that a statement begins with, before what it tells of it; one that the article has there, too."""
    claim, text = statement.claims[0], statement.report.text
    places = [(text.find(name, *claim.span), name) for name in claim.names]
    end = claim.event.span.start if claim.event else claim.span.end
    known = frozenset(name for there in aligned for name in there.names)
    return next((name for at, name in sorted(places) if claim.span.start <= at < end and name in known), None)


def _lost(statement: Statement, close: Sequence[Near], held: Source) -> list[Fault]:
    """The clauses of a statement of which the article has next to nothing."""
    found = []
    for claim in statement.claims:
        if not _tells(claim.terms) or len(statement.claims) == 1:
            continue
        alone = held.article.near(claim.terms, statement.meaning)
        there = max(held.article.around(claim.terms, other.line) for other in close)
        if max(there, alone[0].cover if alone else 0.0) < _ALONE:
            reason = "The article has next to nothing of the words of this part"
            found.append(Fault("not in the article", claim.span, None, reason))
    return found
