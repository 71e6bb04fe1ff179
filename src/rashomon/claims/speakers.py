"""Speakers over a whole report: for each clause who says it, quotations that go on over sentences.

Sources are found by a `Finder` (`rashomon.claims.attribution.find` is one by rules), and the words of
a source are resolved by `rashomon.claims.resolve`.  The two know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from rashomon.claims import attribution, cast
from rashomon.claims.attribution import Found
from rashomon.claims.phrases import Sentence, can_speak, main, subject
from rashomon.claims.quotations import is_quoted, quotations, share_quoted
from rashomon.claims.resolve import Resolver
from rashomon.langs import Lexicon
from rashomon.model import Attribution, Span
from rashomon.text import Token, paragraphs, tokens

_ENOUGH = 0.5  # share of a sentence inside marks for the quotation to be its content
_ALL = 0.9  # share of a sentence inside marks from which nothing but the quotation is there
_BULLETS = ("•", "-", "–", "*", "·")


class Finder(Protocol):
    """Finds the sources of a sentence: the one that governs it first, then those of single clauses."""

    def __call__(
        self, text: str, words: tuple[Token, ...], quoted: tuple[Span, ...], lexicon: Lexicon
    ) -> tuple[Found, ...]:
        """The reporting phrases of the sentence with these tokens; ``quoted`` are its paragraph's quotations."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """Who tells a sentence, and who tells the parts of it that somebody else tells.

    ``phrases`` are the words of the attributions themselves: sources and cues.
    """

    whole: Attribution | None = None
    parts: tuple[tuple[Span, Attribution], ...] = ()
    phrases: tuple[Span, ...] = ()

    def by(self, clause: Span) -> Attribution | None:
        """Who tells a clause: the part that holds most of it, the smallest first, else the whole sentence."""
        for span, said in sorted(self.parts, key=lambda part: part[0].end - part[0].start):
            shared = min(span.end, clause.end) - max(span.start, clause.start)
            if 2 * shared > clause.end - clause.start:
                return said
        return self.whole


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its paragraph's quotations."""

    span: Span
    quoted: tuple[Span, ...]
    paragraph: int

    @property
    def inside(self) -> float:
        return share_quoted(self.quoted, self.span)


def attributions(text: str, sentences: tuple[Span, ...], lexicon: Lexicon) -> tuple[Attribution | None, ...]:
    """For each sentence of a report who said it, or None for the outlet's own voice."""
    return tuple(told.whole for told in tell(text, sentences, lexicon))


def tell(text: str, sentences: tuple[Span, ...], lexicon: Lexicon, find: Finder = attribution.find) -> tuple[Told, ...]:
    """For each sentence of a report who tells it and its parts."""
    resolver = Resolver(text, cast.read(text, sentences, lexicon), lexicon)
    lines = _lines(text, sentences)
    told: list[Told] = []
    own: list[bool] = []
    for line in lines:
        words = tokens(text, *line.span)
        hits = find(text, words, line.quoted, lexicon)
        told.append(_sentence(text, line, hits, resolver))
        own.append(told[-1].whole is not None)
        _meet(text, line, words, resolver, silent=not hits)
    _announced(text, lines, told, own)
    _back(text, lines, told, own)
    _onward(text, lines, told)
    return tuple(told)


def _lines(text: str, sentences: Sequence[Span]) -> list[_Line]:
    starts = {line.start: line for line in paragraphs(text)}
    found: list[_Line] = []
    quoted: tuple[Span, ...] = ()
    paragraph = -1
    for sentence in sentences:
        if sentence.start in starts:
            quoted, paragraph = quotations(text, starts[sentence.start]), sentence.start
        found.append(_Line(sentence, quoted, paragraph))
    return found


def _sentence(text: str, line: _Line, hits: Sequence[Found], resolver: Resolver) -> Told:
    made: list[tuple[Found, Attribution]] = []
    for hit in sorted(hits, key=lambda hit: hit.phrase.start):
        said = _attribution(text, line, hit, resolver)
        if said:
            made.append((hit, said))
    made.sort(key=lambda pair: hits.index(pair[0]))
    whole = next((said for hit, said in made if hit.reach is None), None)
    parts = tuple((hit.reach, _through(text, hit, said, hits, resolver)) for hit, said in made if hit.reach)
    phrases = tuple(span for hit, _ in made for span in (hit.speaker, hit.cue))
    return Told(whole, parts, phrases)


def _attribution(text: str, line: _Line, hit: Found, resolver: Resolver) -> Attribution | None:
    source = text[slice(*hit.speaker)]
    speaker = resolver.name(source, hit.speaker.start)
    resolver.heard(source, speaker, hit.speaker.start)
    if resolver.lexicon.pronouns.get(speaker.lower()) == "body":  # an "it" that stands for nobody met so far
        return None
    via = text[slice(*hit.via)] if hit.via else None
    return Attribution(speaker, text[slice(*hit.cue)], via, direct=line.inside >= _ENOUGH)


def _through(text: str, hit: Found, said: Attribution, hits: Sequence[Found], resolver: Resolver) -> Attribution:
    """“The Times reported that according to officials …”: the officials speak, through The Times."""
    outer = next((h for h in hits if h.reach is None and h.cue.end <= hit.phrase.start), None)
    if said.via or not outer:
        return said
    words = text[slice(*outer.speaker)].lower().split()
    medium = any(word in resolver.lexicon.grammar["medium"] for word in words)
    return replace(said, via=text[slice(*outer.speaker)]) if medium else said


def _meet(text: str, line: _Line, words: tuple[Token, ...], resolver: Resolver, *, silent: bool) -> None:
    """Tell the resolver who was the subject of a sentence, and which groups are those of its later clauses."""
    free = tuple(not is_quoted(line.quoted, word.start) for word in words)
    s = Sentence(text, words, free, resolver.lexicon)
    held = main(s, len(words))
    if silent and held and can_speak(s, held):
        source = text[slice(*s.span(held))]
        resolver.met(resolver.name(source, line.span.start), line.span.start)
    for at in range(len(words)):
        if free[at] and s.mark(at) == ",":
            held = subject(s, at + 1, len(words))
            if held and can_speak(s, held) and s.is_verb(held.end):
                resolver.met_group(text[slice(*s.span(held))], s.words[held.start].start)


def _announced(text: str, lines: list[_Line], told: list[Told], own: list[bool]) -> None:
    """What a colon announces is told by whoever announces it."""
    announced: Attribution | None = None
    for at, line in enumerate(lines):
        opens = line.span.start == line.paragraph
        bullet = text[line.span.start] in _BULLETS
        if opens and announced and not (bullet or (at and text[lines[at - 1].span.end - 1] == ":")):
            announced = None
        if announced and not own[at]:
            told[at] = replace(told[at], whole=announced)
        ends = at + 1 == len(lines) or lines[at + 1].paragraph != line.paragraph
        if ends and text[line.span.end - 1] == ":" and told[at].whole:
            announced = told[at].whole


def _linked(text: str, a: _Line, b: _Line) -> bool:
    """Whether one quotation holds the end of one sentence and the start of the next."""
    if a.paragraph == b.paragraph:
        return any(q.start < a.span.end and q.end > b.span.start for q in a.quoted)
    return _is_open(text, a) and bool(b.quoted) and b.quoted[0].start == b.span.start


def _is_open(text: str, line: _Line) -> bool:
    return bool(line.quoted) and line.quoted[-1].end == line.span.end and text[line.span.end - 1] not in "\"”»’'"


def _direct(said: Attribution | None) -> Attribution | None:
    return said and replace(said, direct=True)


def _back(text: str, lines: list[_Line], told: list[Told], own: list[bool]) -> None:
    """“It sank. It was loud,” said Jane Doe: a speaker named behind a quotation tells its first sentences too."""
    for at in range(len(lines) - 2, -1, -1):
        if not own[at] and own[at + 1] and lines[at].inside >= _ALL and _linked(text, lines[at], lines[at + 1]):
            told[at] = replace(told[at], whole=_direct(told[at + 1].whole))
            own[at] = True


def _onward(text: str, lines: list[_Line], told: list[Told]) -> None:
    """A quotation that goes on without a new speaker."""
    last: Attribution | None = None
    for at, line in enumerate(lines):
        if line.span.start == line.paragraph:
            starts = bool(line.quoted) and line.quoted[0].start == line.span.start
            if not starts:
                last = None
        if told[at].whole is None and last and line.inside >= _ALL:
            told[at] = replace(told[at], whole=_direct(last))
        last = told[at].whole or (last if line.inside else None)
