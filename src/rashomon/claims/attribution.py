"""Who said it: source, cue and medium of a sentence, by rules over reporting verbs.

A sentence is attributed when, outside quotation marks, it holds

* a reporting verb with a speaker before it ("Police said …", "…, the mayor told AFP"),
* a reporting verb with a speaker behind it ("…,” said Jane Doe"), or
* "according to" and a speaker.

The method is the usual pattern grammar of rule-based quotation attribution (Pouliquen,
Steinberger and Best, "Automatic detection of quotations in multilingual news", RANLP 2007).
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.claims.quotations import is_quoted
from rashomon.langs import Lexicon
from rashomon.model import Span
from rashomon.text import Token

_LONGEST = 14  # tokens of a speaker
_SHORT_NAME = 8  # tokens of a name before an apposition
_ASIDE = 24  # tokens between the commas that part a speaker from the cue
_BREAKS = frozenset(',;:()[]–—"“”«»')


@dataclass(frozen=True, slots=True)
class Found:
    """A reporting phrase: where the speaker stands, where the cue, the medium, the whole phrase."""

    speaker: Span
    cue: Span
    via: Span | None
    phrase: Span


def find(text: str, words: tuple[Token, ...], quoted: tuple[Span, ...], lexicon: Lexicon) -> Found | None:
    """The reporting phrase that governs a sentence, or None.

    ``words`` are the sentence's tokens, ``quoted`` the quotations of its paragraph.  A phrase next
    to a quotation or at the sentence's edge wins over one in the middle.
    """
    free = [not is_quoted(quoted, word.start) for word in words]
    best: tuple[int, Found] | None = None
    for i in range(len(words)):
        if not free[i]:
            continue
        found = _according(words, free, i, lexicon) or _verb(words, free, i, lexicon)
        if found:
            score = _rank(text, words, found, i, lexicon)
            if best is None or score > best[0]:
                best = (score, found)
    return best[1] if best else None


def _rank(text: str, words: tuple[Token, ...], found: Found, i: int, lexicon: Lexicon) -> int:
    strong = lexicon.reporting.get(words[i].lower, "say") in lexicon.grammar["strong"]
    edge = found.phrase.start == words[0].start or found.phrase.end >= words[-1].start
    beside = any(mark in text[found.phrase.end : found.phrase.end + 3] for mark in '“"‘') or any(
        mark in text[max(0, found.phrase.start - 3) : found.phrase.start] for mark in '”"’'
    )
    return 4 * strong + 2 * beside + edge


def _according(words: tuple[Token, ...], free: list[bool], i: int, lexicon: Lexicon) -> Found | None:
    grammar = lexicon.grammar
    if (
        words[i].lower not in grammar["according"]
        or words[i + 1 : i + 3] == ()
        or words[i + 1].lower not in grammar["to"]
    ):
        return None
    end = _right(words, free, i + 2, lexicon)
    if end == i + 2:
        return None
    return Found(_span(words, i + 2, end), _span(words, i, i + 2), None, _span(words, i, end))


def _verb(words: tuple[Token, ...], free: list[bool], i: int, lexicon: Lexicon) -> Found | None:
    word = words[i]
    if word.lower not in lexicon.reporting or (word.is_name and i > 0):
        return None
    before = i
    while before > 0 and _is_filler(words[before - 1], lexicon):
        before -= 1
    if before > 0 and words[before - 1].lower in lexicon.grammar["passive"]:
        return None
    if i + 1 < len(words) and words[i + 1].lower in lexicon.grammar["by"]:
        return None
    start, stop = _subject(words, free, before, lexicon)
    if start == stop:
        return _inverted(words, free, i, lexicon)
    via = _medium(words, free, i, lexicon)
    end = via.end if via else word.end
    return Found(_span(words, start, stop), Span(word.start, word.end), via, Span(words[start].start, end))


def _subject(words: tuple[Token, ...], free: list[bool], end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The speaker that stands before a cue at ``end``, as a range of tokens; empty when there is none."""
    if end > 0 and words[end - 1].text == "," and free[end - 1]:
        return _before_aside(words, free, end - 1, lexicon)
    start, end = _without_day(words, _left(words, free, end, lexicon), end, lexicon)
    if start < end and _is_relative(words, start, lexicon):
        return end, end
    if start >= end or not _can_speak(words[start:end], lexicon):
        return end, end
    return _appositive(words, free, start, lexicon), end


def _is_relative(words: tuple[Token, ...], start: int, lexicon: Lexicon) -> bool:
    """Whether what starts here is the verb of a relative clause ("the firm that runs it says")."""
    if start == 0 or words[start - 1].lower not in lexicon.grammar["relative"]:
        return False
    first = words[start]
    opens = first.lower in lexicon.grammar["determiner"] or first.lower in lexicon.speaker_nouns
    return not (opens or first.is_name or first.lower in lexicon.pronouns)


def _without_day(words: tuple[Token, ...], start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """“On Monday the mayor said”, “the mayor on Monday said”: the day is no part of the speaker."""
    loose = lexicon.grammar["on"]
    while end > start and (words[end - 1].lower in lexicon.times or words[end - 1].lower in loose):
        end -= 1
    ahead = start
    while ahead < end and words[ahead].lower in loose:
        ahead += 1
    if ahead > start and ahead < end and words[ahead].lower in lexicon.times:
        start = ahead + 1
    return start, end


def _before_aside(words: tuple[Token, ...], free: list[bool], comma: int, lexicon: Lexicon) -> tuple[int, int]:
    """“Jane Doe, head of the service, said”, “the mayor, Jane Doe, said”, “the firm, which …, said”: the name."""
    for at in range(comma - 1, max(-1, comma - _ASIDE), -1):
        if not free[at]:
            break
        if words[at].text == ",":
            start = _left(words, free, at, lexicon)
            if start < at and _can_speak(words[start:at], lexicon):
                aside = words[at + 1 : comma]
                short = len(aside) <= 6 and aside[-1].is_name and not words[at - 1].is_name
                return (at + 1, comma) if short else (start, at)
    return comma, comma


def _inverted(words: tuple[Token, ...], free: list[bool], i: int, lexicon: Lexicon) -> Found | None:
    """“…,” said Jane Doe, the mayor."""
    if i == 0 or words[i - 1].text not in {",", "”", '"', "’", "'", "–", "—", "-", "?", "!", "»"}:
        return None
    end = _right(words, free, i + 1, lexicon)
    if end == i + 1 or not _can_speak(words[i + 1 : end], lexicon):
        return None
    if words[i + 1].kind == "number" or words[i + 1].lower in lexicon.grammar["clause"]:
        return None
    return Found(_span(words, i + 1, end), Span(words[i].start, words[i].end), None, _span(words, i, end))


def _left(words: tuple[Token, ...], free: list[bool], end: int, lexicon: Lexicon) -> int:
    """Where the noun phrase that ends before ``end`` starts."""
    at = end
    while at > 0 and end - at < _LONGEST:
        word = words[at - 1]
        if (
            not free[at - 1]
            or word.text in _BREAKS
            or (word.lower in lexicon.grammar["clause"] and not _joins(words, at - 1, end, lexicon))
        ):
            break
        at -= 1
    while at < end and words[at].kind == "mark":
        at += 1
    return at


def _joins(words: tuple[Token, ...], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether an "and" joins two names ("Smith and Jones said")."""
    return (
        words[at].lower in lexicon.grammar["and"]
        and at > 0
        and at + 1 < end
        and words[at - 1].is_name
        and words[at + 1].is_name
    )


def _appositive(words: tuple[Token, ...], free: list[bool], start: int, lexicon: Lexicon) -> int:
    """“Jane Doe, head of the service, said”: a name before the comma, and nothing else, belongs to the speaker."""
    if start < 2 or words[start - 1].text != ",":
        return start
    at = _left(words, free, start - 1, lexicon)
    chunk = words[at : start - 1]
    if not chunk or len(chunk) > _SHORT_NAME or any(word.lower in lexicon.times for word in chunk):
        return start
    led = chunk[0].lower in lexicon.grammar["preposition"]
    return at if not led and all(word.is_name or word.lower in lexicon.grammar["and"] for word in chunk) else start


def _right(words: tuple[Token, ...], free: list[bool], start: int, lexicon: Lexicon) -> int:
    """Where the noun phrase that starts at ``start`` ends."""
    at = start
    while at < len(words) and at - start < _LONGEST:
        word = words[at]
        if (
            not free[at]
            or word.text in _BREAKS
            or word.text in ".!?…"
            or (at > start and word.lower in lexicon.grammar["ends-speaker"])
        ):
            break
        at += 1
    return at


def _medium(words: tuple[Token, ...], free: list[bool], i: int, lexicon: Lexicon) -> Span | None:
    """“told AFP”: the medium, when the verb tells somebody."""
    if lexicon.reporting.get(words[i].lower) not in lexicon.grammar["tells"]:
        return None
    end = _right(words, free, i + 1, lexicon)
    return _span(words, i + 1, end) if end > i + 1 else None


def _is_filler(word: Token, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.grammar["auxiliary"] or (word.lower.endswith("ly") and not word.is_name)


def _can_speak(chunk: tuple[Token, ...], lexicon: Lexicon) -> bool:
    if chunk[0].lower in lexicon.grammar["preposition"]:
        return False
    if any(word.lower in lexicon.reporting and not word.is_name for word in chunk[:-1]):
        return False
    if len(chunk) == 1 and chunk[0].lower in lexicon.pronouns:
        return True
    return any(
        word.lower in lexicon.speaker_nouns
        or (word.is_name and word.lower not in lexicon.stopwords and word.lower not in lexicon.not_speakers)
        for word in chunk
    )


def _span(words: tuple[Token, ...], start: int, end: int) -> Span:
    return Span(words[start].start, words[end - 1].end)
