"""Noun phrases of speakers: where they start and end around a reporting verb, without syntax."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.langs import Lexicon
from rashomon.model import Span
from rashomon.text import Token

_LONGEST = 14  # tokens of a speaker
_SHORT_NAME = 8  # tokens of a name before an apposition
_SHORT_ASIDE = 6  # tokens of an apposition that may be the name itself
_ASIDE = 30  # tokens between the commas that part a speaker from the cue
_FIRST = 60  # tokens within which a sentence's subject stands
_LOOSE = 2  # tokens without a speaker's noun inside a subject
_DASHES = frozenset("–—-")
_BREAKS = frozenset(',;:()[]–—"“”«»')


class Range(NamedTuple):
    """Tokens ``start`` to ``end`` of a sentence; empty when they are equal."""

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.start < self.end


NOBODY = Range(0, 0)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's tokens, which of them stand outside quotation marks, and the words of its language."""

    text: str
    words: tuple[Token, ...]
    free: tuple[bool, ...]
    lexicon: Lexicon

    def has(self, at: int, *kinds: str) -> bool:
        """Whether the token at a place is one of the small words of these kinds."""
        if not 0 <= at < len(self.words):
            return False
        lower = self.words[at].lower
        return any(lower in self.lexicon.grammar[kind] for kind in kinds)

    def place(self, offset: int) -> int:
        """The first token that starts at an offset or behind it."""
        return bisect_left(self.words, offset, key=lambda word: word.start)

    def mark(self, at: int) -> str:
        """The token at a place when it is a mark, else nothing."""
        return self.words[at].text if 0 <= at < len(self.words) and self.words[at].kind == "mark" else ""

    def span(self, held: Range) -> Span:
        """Where the tokens stand in the report."""
        return Span(self.words[held.start].start, self.words[held.end - 1].end)

    def is_filler(self, at: int) -> bool:
        """Whether a word may stand between a speaker and the verb."""
        word = self.words[at]
        adverb = word.lower.endswith("ly") and not word.is_name and word.lower not in self.lexicon.speaker_nouns
        return adverb or self.has(at, "auxiliary")

    def is_verb(self, at: int) -> bool:
        """Whether a word is a finite verb, as far as its form tells."""
        if not 0 <= at < len(self.words) or self.words[at].is_name:
            return False
        lower = self.words[at].lower
        return self.has(at, "finite") or lower in self.lexicon.reporting or lower.endswith("ed")

    def is_noun(self, at: int) -> bool:
        """Whether a token is a speaker's noun or written like a name that can be one."""
        word = self.words[at]
        if word.lower in self.lexicon.speaker_nouns:
            return True
        if word.is_name and at > 0 and self.words[at - 1].lower in self.lexicon.titles:
            return True
        known = word.lower in self.lexicon.stopwords or word.lower in self.lexicon.not_speakers
        return word.is_name and not known


def can_speak(s: Sentence, held: Range) -> bool:
    """Whether a phrase may be somebody who speaks."""
    if not held or s.has(held.start, "preposition"):
        return False
    if held.end - held.start == 1:
        lower = s.words[held.start].lower
        if lower in s.lexicon.pronouns or (s.has(held.start, "month-or-name") and s.words[held.start].is_name):
            return True
    for at in range(held.start, held.end):
        word = s.words[at]
        if word.is_name:
            continue
        verb = word.lower in s.lexicon.reporting and at < held.end - 1 and not s.has(at, "document")
        if verb or s.has(at, "finite"):
            return False
    return any(s.is_noun(at) for at in range(held.start, held.end))


def before(s: Sentence, end: int) -> Range:
    """The speaker that stands right before a verb at ``end``; empty when there is none."""
    if end <= 0:
        return NOBODY
    mark = s.mark(end - 1)
    if mark == ")":
        return _before_bracket(s, end)
    if (mark == "," or mark in _DASHES) and mark and s.free[end - 1]:
        return _before_aside(s, end - 1)
    held = _without_day(s, Range(left(s, end), end))
    if held and _is_relative(s, held.start):
        held = _antecedent(s, held.start - 1)
    if not held:
        return _before_day(s, end)
    if not can_speak(s, held):
        return NOBODY
    return Range(_appositive(s, held.start), held.end)


def _before_day(s: Sentence, end: int) -> Range:
    """“Jane Doe, head of the service, on Monday said”: the day behind the aside."""
    at = end
    while at > 0 and (s.words[at - 1].lower in s.lexicon.times or s.has(at - 1, "on")):
        at -= 1
    return before(s, at) if 0 < at < end else NOBODY


def _antecedent(s: Sentence, relative: int) -> Range:
    """“A man who lives nearby said”: whom the relative word stands for."""
    end = relative - 1 if s.mark(relative - 1) == "," else relative
    held = Range(left(s, end), end)
    return held if held and can_speak(s, held) else NOBODY


def _is_relative(s: Sentence, start: int) -> bool:
    """Whether what starts here is the verb of a relative clause ("the firm that runs it says")."""
    if not s.has(start - 1, "relative"):
        return False
    first = s.words[start]
    opens = s.has(start, "determiner") or first.lower in s.lexicon.speaker_nouns
    return not (opens or first.is_name or first.lower in s.lexicon.pronouns)


def _without_day(s: Sentence, held: Range) -> Range:
    """“On Monday the mayor said”, “the mayor on Monday said”: the day is no part of the speaker."""
    start, end = held
    while end > start and (_is_day(s, end - 1, start) or s.has(end - 1, "on")):
        end -= 1
    ahead = start
    while ahead < end and s.has(ahead, "on"):
        ahead += 1
    if ahead > start and ahead < end and s.words[ahead].lower in s.lexicon.times:
        start = ahead + 1
    return Range(start, end)


def _is_day(s: Sentence, at: int, start: int) -> bool:
    """Whether a word of time is one, and no name ("Miss June", "June said")."""
    if s.words[at].lower not in s.lexicon.times:
        return False
    alone = at == start or s.words[at - 1].lower in s.lexicon.titles or s.words[at - 1].is_name
    return not (s.has(at, "month-or-name") and s.words[at].is_name and alone)


def _before_bracket(s: Sentence, end: int) -> Range:
    """“The Coast Guard Service (CGS) said”: with the short name, without any other aside."""
    opening = next((at for at in range(end - 2, max(-1, end - _LONGEST), -1) if s.mark(at) == "("), -1)
    if opening < 1:
        return NOBODY
    held = before(s, opening)
    short = end - opening == 3 and s.words[opening + 1].text.isupper()
    return Range(held.start, end) if held and held.end == opening and short else held


def _before_aside(s: Sentence, close: int) -> Range:
    """“Jane Doe, head of the service, said”, “the mayor, Jane Doe, said”, “the firm, which …, said”: the name."""
    dash = s.mark(close) in _DASHES
    first = close - 1 if dash and s.mark(close - 1) in _DASHES else close
    for at in range(first - 1, max(-1, first - _ASIDE), -1):
        if not s.free[at] or (s.mark(at) != "," if not dash else s.mark(at) not in _DASHES or _tight(s, at)):
            continue
        end = at - 1 if dash and s.mark(at - 1) in _DASHES else at
        held = _before_bracket(s, end) if s.mark(end - 1) == ")" else _without_day(s, Range(left(s, end), end))
        if held and can_speak(s, held):
            return Range(held.start, first) if not dash and _is_name(s, Range(at + 1, first), held) else held
    return NOBODY


def _is_name(s: Sentence, aside: Range, held: Range) -> bool:
    """Whether an aside is the name of whom the office before it tells ("the mayor of Collmoor, Odo Brint, said")."""
    size = aside.end - aside.start
    if not 0 < size <= _SHORT_ASIDE or not s.words[aside.end - 1].is_name:
        return False
    office = any(w.lower in s.lexicon.speaker_nouns and not w.is_name for w in s.words[slice(*held)])
    named = all(w.is_name for w in s.words[slice(*aside)])
    return not s.words[held.end - 1].is_name or (office and named)


def _tight(s: Sentence, at: int) -> bool:
    """Whether a dash joins two words ("coal-fired")."""
    return 0 < at < len(s.words) - 1 and s.words[at - 1].end == s.words[at].start == s.words[at + 1].start - 1


def left(s: Sentence, end: int) -> int:
    """Where the noun phrase that ends before ``end`` starts."""
    at = end
    while at > 0 and end - at < _LONGEST:
        word = s.words[at - 1]
        if not s.free[at - 1] or word.text in _BREAKS:
            break
        if s.has(at - 1, "clause") and not _joins(s, at - 1, end):
            break
        at -= 1
    while at < end and s.words[at].kind == "mark":
        at += 1
    return at


def _joins(s: Sentence, at: int, end: int) -> bool:
    """Whether an "and" joins two names, or two that a sentence opens with ("Police and the coast guard said")."""
    if not s.has(at, "and") or at == 0 or at + 1 >= end:
        return False
    if s.words[at - 1].is_name and (s.words[at + 1].is_name or s.has(at + 1, "plural")):
        return True
    if all(s.words[at + step].lower in s.lexicon.speaker_nouns for step in (-1, 1)):
        return True
    return s.is_noun(at - 1) and subject(s, 0, at) == Range(0, at)


def _appositive(s: Sentence, start: int) -> int:
    """“Jane Doe, head of the service, said”: a name before the comma, and nothing else, belongs to the speaker."""
    if start < 2 or s.mark(start - 1) != ",":
        return start
    at = left(s, start - 1)
    chunk = s.words[at : start - 1]
    if not chunk or len(chunk) > _SHORT_NAME or any(word.lower in s.lexicon.times for word in chunk):
        return start
    if chunk[0].lower in s.lexicon.openers or chunk[0].lower in s.lexicon.stopwords or s.has(at, "preposition"):
        return start
    return at if all(word.is_name or word.lower in s.lexicon.grammar["and"] for word in chunk) else start


def after(s: Sentence, start: int) -> int:
    """Where the noun phrase that starts at ``start`` ends."""
    at = start
    while at < len(s.words) and at - start < _LONGEST:
        word = s.words[at]
        if not s.free[at] or (word.text in _BREAKS and not _tight(s, at)):
            break
        if word.text in ".!?…" and not (word.text == "." and _tight(s, at)):
            break
        if at > start and s.has(at, "ends-speaker") and not (s.has(at, "author") and s.has(at - 1, "document")):
            break
        if at > start and s.has(at, "finite") and not word.is_name:
            break
        at += 1
    return at


def main(s: Sentence, limit: int) -> Range:
    """The subject of a sentence, when it is somebody who can speak; looked for before ``limit``."""
    limit = min(limit, _FIRST)
    start = _dateline(s, limit)
    if s.mark(start) == "(":
        start = next((at + 1 for at in range(start, limit) if s.mark(at) == ")"), start)
    while start < limit and (s.words[start].kind == "mark" or s.has(start, "and", "conjoined")):
        start += 1
    if s.has(start, "preposition", "subordinate"):
        comma = next((at for at in range(start, limit) if s.mark(at) == "," and s.free[at]), limit)
        start = comma + 1
    return _named(s, subject(s, start, limit), limit) if start < limit else NOBODY


def _dateline(s: Sentence, limit: int) -> int:
    """Where a sentence begins behind "COLLMOOR (AP) —"."""
    for at in range(1, min(limit, _SHORT_NAME)):
        if s.mark(at) in _DASHES and not _tight(s, at):
            return at + 1 if s.words[0].text.isupper() else 0
    return 0


def _named(s: Sentence, held: Range, limit: int) -> Range:
    """“His lawyer, Jane Doe, …”: with the name behind the comma."""
    first = held.end + 1
    if s.has(first, "determiner") and first + 1 < limit and s.words[first + 1].text.isupper():
        first += 1
    end = first
    while end < limit and s.words[end].is_name and held and s.mark(held.end) == ",":
        end += 1
    close = s.mark(end) == "," and end > first and not s.words[held.end - 1].is_name
    return Range(held.start, end) if close else held


def subject(s: Sentence, start: int, limit: int) -> Range:
    """The noun phrase of a speaker that starts at ``start``: up to its last noun before a verb; empty without one."""
    end, loose = start, 0
    for at in range(start, limit):
        word = s.words[at]
        stop = word.text in _BREAKS or s.has(at, "clause", "finite") or word.lower in s.lexicon.reporting
        if not s.free[at] or (stop and not word.is_name):
            break
        if at == start and word.lower in s.lexicon.pronouns:
            return Range(start, start + 1)
        if word.lower.endswith("'s"):
            end, loose = start, 0
        elif s.is_noun(at):
            end, loose = at + 1, 0
        elif not s.has(at, "of", "determiner"):
            loose += 1
            if end > start or loose > _LOOSE:
                break
    return Range(start, end)
