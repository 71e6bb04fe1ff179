"""The cast of a report: the people, bodies and papers that it names, each with its office and its place.

Read once over the whole text, without regard to who says what; `rashomon.claims.resolve` asks it
whom "the minister", "she", "CGS" or "the letter" stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.claims.phrases import Range, Sentence, before, can_speak, left, main
from rashomon.langs import Lexicon
from rashomon.model import Span
from rashomon.text import tokens

ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our|one|another)\s+", re.IGNORECASE)
_PARTICLES = frozenset("al bin ibn de del der den van von la le el du da dos di abu".split())
_MOST = 4  # words of a person's name
_ROLE = 6  # words of an office before a name
_ASIDE = 12  # words of an office between commas
_HEAD = 6  # words within which such an aside names the office
_PAPER = 4  # words between a verb and the paper


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name: ``role`` is the office as the report gives it ("", when it gives none).

    ``sex`` is what a title or an office tells ("male", "female"), ``at`` the place in the text.
    """

    name: str
    role: str
    sex: str | None
    at: int


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation with a proper name, and the short form that the report gives it in brackets."""

    name: str
    short: str
    at: int


@dataclass(frozen=True, slots=True)
class Paper:
    """A statement, letter or report, and who issued it."""

    noun: str
    issuer: Span
    at: int


@dataclass(frozen=True, slots=True)
class Cast:
    """All of them, in the order of the text."""

    people: tuple[Person, ...]
    bodies: tuple[Body, ...]
    papers: tuple[Paper, ...]


def read(text: str, sentences: tuple[Span, ...], lexicon: Lexicon) -> Cast:
    """Who is named in a text."""
    people: list[Person] = []
    bodies: list[Body] = []
    papers: list[Paper] = []
    for sentence in sentences:
        words = tokens(text, *sentence)
        s = Sentence(text, words, (True,) * len(words), lexicon)
        for run in _runs(s):
            person = _person(s, run)
            if person is None:
                if run.end - run.start > 1 or s.has(run.start - 1, "determiner"):
                    bodies.append(_body(s, run))
            elif not people or replace(person, at=people[-1].at) != people[-1]:
                people.append(person)
        papers.extend(_papers(s))
    return Cast(tuple(people), tuple(bodies), tuple(papers))


def _runs(s: Sentence) -> Iterator[Range]:
    """Runs of words written like one name; "of" joins what stands before a name ("Secretary of State")."""
    at = 0
    while at < len(s.words):
        if not s.words[at].is_name:
            at += 1
            continue
        end = at + 1
        while end < len(s.words):
            step = _step(s, end)
            if not step:
                break
            end += step
        start = at
        while start < end and _common(s, start, first=start == 0):
            start += 1
        if start < end:
            yield Range(start, end)
        at = end


def _step(s: Sentence, end: int) -> int:
    """How many tokens a run goes on from ``end``; 0 when it is over."""
    if s.words[end - 1].lower.endswith(("'s", "s'")) and s.words[end - 1].lower not in s.lexicon.speaker_nouns:
        return 0
    month = s.words[end].lower in s.lexicon.times and not s.has(end, "month-or-name")
    if s.words[end].is_name and not month:
        return 1
    nextup = s.words[end + 1].is_name if end + 1 < len(s.words) else False
    initial = len(s.words[end - 1].text) == 1 or f"{s.words[end - 1].lower}." in s.lexicon.abbreviations
    if nextup and s.mark(end) == "." and initial:
        return 2
    joins = s.words[end].lower in _PARTICLES or s.has(end, "of") or s.words[end].lower == "for"
    return 2 if nextup and joins else 0


def _common(s: Sentence, at: int, *, first: bool) -> bool:
    lower = s.words[at].lower
    if lower in s.lexicon.titles or lower in s.lexicon.speaker_nouns:
        return False
    return lower in s.lexicon.times or lower in s.lexicon.stopwords or (first and lower in s.lexicon.openers)


def _is_office(s: Sentence, at: int) -> bool:
    lower = s.words[at].lower.removesuffix("'s")
    return lower in s.lexicon.titles or lower in s.lexicon.speaker_nouns


def _person(s: Sentence, run: Range) -> Person | None:
    """The person that a run of capitalised words names; None when it is a body or a place."""
    offices = [at for at in range(run.start, run.end - 1) if _is_office(s, at)]
    start = offices[-1] + 1 if offices else run.start
    while start < run.end and (s.words[start].kind == "mark" or (s.words[start].lower in _PARTICLES and offices)):
        start += 1
    if s.has(start, "of") or s.words[start].lower == "for":
        start += 2
    name = [s.words[at].text for at in range(start, run.end) if s.words[at].kind == "word"]
    if not name or len(name) > _MOST or _is_office(s, run.end - 1) or any(w in {"of", "for"} for w in name):
        return None
    role = _role_before(s, run.start, start)
    aside = _role_behind(s, run.end) or _role_ahead(s, run.start, run.end)
    if not role and (s.has(run.start - 1, "determiner") or (len(name) < 2 and not aside)):
        return None
    name[-1] = re.sub(r"[’']s$|[’']$", "", name[-1])
    shown = role if any(word.lower() not in s.lexicon.titles for word in role.split()) else aside or role
    return Person(" ".join(name), shown, _sex(f"{role} {aside}", s.lexicon), s.words[run.start].start)


def _role_before(s: Sentence, first: int, start: int) -> str:
    """The office before a name: titles in capitals and the lower-case nouns before them."""
    at = first
    if at == start and (at == 0 or not _is_office(s, at - 1) or s.words[at - 1].is_name):
        return ""
    while at > 0 and first - at < _ROLE and s.words[at - 1].kind == "word":
        lower = s.words[at - 1].lower
        verb = lower in s.lexicon.reporting and lower not in s.lexicon.speaker_nouns
        if lower in s.lexicon.stopwords or verb or s.has(at - 1, "finite", "preposition", "conjoined"):
            break
        if at == first and not _is_office(s, at - 1):
            break
        at -= 1
    return s.text[s.words[at].start : s.words[start - 1].end] if at < start else ""


def _role_behind(s: Sentence, end: int) -> str:
    """“Jane Doe, head of the service, …”."""
    if s.mark(end) != "," or s.has(end + 1, "relative", "preposition", "conjoined"):
        return ""
    close = next((at for at in range(end + 1, min(len(s.words), end + 2 + _ASIDE)) if s.mark(at) in {",", "."}), 0)
    held = range(end + 1, close)
    if not held or not any(_is_office(s, at) for at in held[:_HEAD]):
        return ""
    if any(s.has(at, "finite", "clause") or s.words[at].kind == "number" for at in held) or s.words[end + 1].is_name:
        return ""
    return ARTICLE.sub("", s.text[s.words[held[0]].start : s.words[held[-1]].end])


def _role_ahead(s: Sentence, start: int, end: int) -> str:
    """“The head of the service, Jane Doe, …”."""
    if s.mark(start - 1) != "," or not (s.mark(end) in {",", "."} or end == len(s.words)):
        return ""
    held = Range(left(s, start - 1), start - 1)
    while held and s.has(held.start, "preposition"):
        held = Range(held.start + 1, held.end)
    if not held or not s.has(held.start, "determiner") or not can_speak(s, held):
        return ""
    if s.words[held.end - 1].is_name and not _is_office(s, held.end - 1):
        return ""
    return ARTICLE.sub("", s.text[s.words[held.start].start : s.words[held.end - 1].end])


def _sex(words: str, lexicon: Lexicon) -> str | None:
    held = {word.strip(".").lower() for word in words.split()}
    sexes = [sex for sex in ("male", "female") if held & lexicon.grammar[sex]]
    return sexes[0] if len(sexes) == 1 else None


def _body(s: Sentence, run: Range) -> Body:
    last = run.end
    if last < len(s.words) and s.words[last].lower in s.lexicon.speaker_nouns and run.end - run.start > 1:
        last += 1
    text = re.sub(r"[’']s?$", "", s.text[s.words[run.start].start : s.words[last - 1].end])
    bracket = s.mark(run.end) == "(" and s.mark(run.end + 2) == ")" and s.words[run.end + 1].text.isupper()
    short = s.words[run.end + 1].text if bracket else ""
    return Body(text, short, s.words[run.start].start)


def _papers(s: Sentence) -> Iterator[Paper]:
    """“The firm released a statement”, “…, the firm said in a letter”: who speaks through a paper."""
    for at, word in enumerate(s.words):
        if word.lower not in s.lexicon.grammar["document"] or word.is_name:
            continue
        for verb in range(at - 1, max(-1, at - 1 - _PAPER), -1):
            issues = s.has(verb, "issue")
            says = s.words[verb].lower in s.lexicon.reporting and s.has(verb + 1, "preposition")
            if issues or says:
                held = before(s, verb)
                held = held or main(s, verb)
                if held and can_speak(s, held):
                    yield Paper(word.lower, s.span(held), word.start)
                break
