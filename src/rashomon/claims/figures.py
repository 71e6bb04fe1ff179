"""Figures: numbers with their bound, unit and what they count.

“at least 15 people, including two teachers, were killed” holds two figures: 15 or more (counted:
people; scope: killed) and 2 (counted: teacher; scope: part, killed).  Years, clock times, dates and
ordinals are no figures; they belong to times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from rashomon.claims.times import YEAR
from rashomon.langs import Lexicon, Unit
from rashomon.model import Bound, Figure, Span
from rashomon.text import Token
from rashomon.text.stems import stem

_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_CURRENCIES = frozenset("$£€¥₹₽")
_NEAR = 7  # tokens within which a verb tells what a figure is about
_CLOSE = 2  # tokens right behind a number
_AHEAD = 12  # tokens behind it, when none stands before it
_LETTERS = 2  # an abbreviation such as "bn" does not follow a number word
_BETWEEN = 4  # words before an interval's lower end within which "between" stands
_DATE_MARKS = frozenset({"-", "/", "."})
_PARTS_OF_DATE = 3
_PEOPLE = "people"  # a word behind which nothing more is counted
_NOUNS = 4  # words of what is counted
_AFTER_AGE = frozenset(",;.")  # behind an age that stands behind a name
_YOUNGEST, _OLDEST = 1, 110
_ABOUT = 0.05  # "about" leaves this share open on either side


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in the tokens ``start`` to ``end`` (exclusive): the interval that its words leave open."""

    start: int
    end: int
    low: float
    high: float


def figures(words: tuple[Token, ...], lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures among the tokens of one sentence, in order."""
    numbers = _numbers(words, lexicon)
    ends = [0, *(number.end for number in numbers[:-1])]
    starts = [*(number.start for number in numbers[1:]), len(words)]
    around = zip(numbers, ends, starts, strict=True) if numbers else ()
    found = [_figure(words, number, Span(before, after), lexicon) for number, before, after in around]
    wholes = [*(_whole(words, a, b, lexicon) for a, b in pairwise(numbers)), None]
    return tuple(replace(f, whole=whole) if whole else f for f, whole in zip(found, wholes, strict=False) if f)


def _whole(words: tuple[Token, ...], part: _Number, whole: _Number, lexicon: Lexicon) -> float | None:
    """The whole that a number is a part of: 84 for the first one of “52 out of 84”."""
    between = [word.lower for word in words[part.end : whole.start]]
    joined = bool(set(between) & lexicon.grammar["of"]) and set(between) <= lexicon.grammar["part-of"]
    return whole.high if joined and part.high < whole.low else None


def _numbers(words: tuple[Token, ...], lexicon: Lexicon) -> list[_Number]:
    found: list[_Number] = []
    at = 0
    while at < len(words):
        number = _vague(words, at, lexicon) or _number(words, at, lexicon)
        if number:
            found.append(number)
            at = number.end
        else:
            at += 1
    return found


def _vague(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> _Number | None:
    for length in (3, 2, 1):
        phrase = " ".join(word.lower for word in words[at : at + length])
        if phrase in lexicon.vague and at + length <= len(words):
            low, high = lexicon.vague[phrase]
            return _Number(at, at + length, low, high)
    return None


def _number(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> _Number | None:
    """A number in digits or words with its multipliers; "10-14" and "10 to 14" are one interval."""
    read = _value(words, at, lexicon)
    if not read or _is_time(words, at, read[1], lexicon) or _is_pronoun(words, at, lexicon):
        return None
    value, end = read
    if end + 1 < len(words) and _ranges(words, at, end, lexicon):
        further = _value(words, end + 1, lexicon)
        if further and further[0] > value and words[at].kind == words[end + 1].kind:
            return _Number(at, further[1], value, further[0])
    return _Number(at, end, value, value)


def _ranges(words: tuple[Token, ...], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word joins the two ends of an interval: “10-15”, “between the ages of 10 and 15”."""
    if words[end].text in lexicon.grammar["range"]:
        return True
    before = (word.lower for word in words[max(0, at - _BETWEEN) : at])
    return words[end].lower in lexicon.grammar["and"] and any(w in lexicon.grammar["between"] for w in before)


def _value(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """The value that starts at a token, and the token behind it."""
    if at >= len(words):
        return None
    word = words[at]
    if word.kind == "number":
        if not _DIGITS.fullmatch(word.text):
            return None
        value, end = float(word.text.replace(",", "")), at + 1
    else:
        spelled = _spelled(words, at, lexicon)
        if not spelled:
            return None
        value, end = spelled
    while end < len(words) and (times := words[end].lower.split("-")[0]) in lexicon.multipliers:
        if times in lexicon.grammar["no-multiplier"]:
            break
        if times in lexicon.grammar["letter-multiplier"] and words[end].start != words[end - 1].end:
            break
        value, end = value * lexicon.multipliers[times], end + 1
    return value, end


def _spelled(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """“twenty-five”, “two hundred and six”, “forty”."""
    total, part, end = 0.0, None, at
    while end < len(words):
        pieces = words[end].lower.split("-")
        if all(piece in lexicon.numbers for piece in pieces) and (part is None or part >= 20 or part % 100 == 0):
            part = (part or 0) + sum(lexicon.numbers[piece] for piece in pieces)
        elif part is not None and words[end].lower in lexicon.multipliers and len(words[end].text) > _LETTERS:
            part *= lexicon.multipliers[words[end].lower]
        elif not (
            part and part >= 100 and words[end].lower in lexicon.grammar["and"] and _is_number(words, end + 1, lexicon)
        ):
            break
        end += 1
    return (total + part, end) if part is not None else None


def _is_number(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    return at < len(words) and words[at].lower.split("-")[0] in lexicon.numbers


def _is_time(words: tuple[Token, ...], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number is a year, a clock time or a day of the month."""
    if words[at].kind == "number" and _is_in_date(words, at):
        return True
    grammar = lexicon.grammar
    before = words[at - 1] if at else None
    after = words[end] if end < len(words) else None
    if any(word and _is_month(word, lexicon) for word in (before, after)) or (
        after and after.lower in grammar["clock"]
    ):
        return True
    if words[at].kind != "number" or not YEAR.fullmatch(words[at].text) or (before and before.text in _CURRENCIES):
        return False
    follows = after is None or after.kind == "mark" or after.lower in grammar["after-year"]
    return follows or (before is not None and before.lower in grammar["before-year"])


def _is_in_date(words: tuple[Token, ...], at: int) -> bool:
    """Whether a number is one of three with dashes, dots or strokes between them (“18-08-2014”)."""

    def joined(step: int) -> int:
        found, place = 0, at
        while 0 <= place + 2 * step < len(words):
            first, mark, last = (words[i] for i in sorted((place, place + step, place + 2 * step)))
            touching = first.end == mark.start and mark.end == last.start
            if not touching or mark.text not in _DATE_MARKS or words[place + 2 * step].kind != "number":
                break
            found, place = found + 1, place + 2 * step
        return found

    return joined(1) + joined(-1) >= _PARTS_OF_DATE - 1


def _is_month(word: Token, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.grammar["month"] or (word.is_name and word.lower in lexicon.grammar["month-or-verb"])


def _is_pronoun(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """“one of them”, “no one”, “this one”."""
    if words[at].kind == "number" or lexicon.numbers.get(words[at].lower) != 1:
        return False
    of = at + 1 == len(words) or words[at + 1].lower in lexicon.grammar["of"]
    return of or (at > 0 and words[at - 1].lower in lexicon.grammar["not-one"])


def _figure(words: tuple[Token, ...], number: _Number, own: Span, lexicon: Lexicon) -> Figure | None:
    if number.start and words[number.start - 1].lower in lexicon.grammar["rate"]:
        return None
    start, bound = _bound_before(words, number.start, lexicon)
    currency = words[number.start - 1].text if number.start and words[number.start - 1].text in _CURRENCIES else None
    if currency:
        start, bound = _bound_before(words, number.start - 1, lexicon)
    end, after = _bound_after(words, number.end, lexicon)
    unit, end = (lexicon.units[currency], end) if currency else _unit(words, end, lexicon)
    if unit is None and _is_age(words, number, start, lexicon):
        unit = lexicon.units["year-old"]
    if end < len(words) and unit is None and words[end].text == "-":
        return None
    counted, end = _counted(words, end, lexicon)
    unit_of = unit or Unit("", 1.0)
    first, last = (value * unit_of.factor + unit_of.offset for value in (number.low, number.high))
    low, high = _interval(first, last, after or bound)
    return Figure(
        low=low,
        high=high,
        bound=after or bound or ("exact" if number.low == number.high else "about"),
        unit=unit.base if unit else None,
        counted=counted,
        scope=_scope(words, number, own, lexicon),
        noun=_label(words, end - len(counted), end) if counted else "",
        label=_label(words, start, end),
        span=Span(words[start].start, words[end - 1].end),
    )


def _interval(low: float, high: float, bound: Bound | None) -> tuple[float, float | None]:
    if bound in {"at least", "more than"}:
        return low, None
    if bound in {"at most", "less than"}:
        return 0.0, high
    if bound == "about" and low == high:
        return low * (1 - _ABOUT), high * (1 + _ABOUT)
    return low, high


def _bound_before(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[int, Bound | None]:
    for length in (4, 3, 2, 1):
        phrase = " ".join(word.lower for word in words[max(0, at - length) : at])
        if at >= length and phrase in lexicon.bounds_before:
            return at - length, lexicon.bounds_before[phrase]
    return at, None


def _bound_after(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[int, Bound | None]:
    for length in (2, 1):
        phrase = " ".join(word.lower for word in words[at : at + length])
        if phrase in lexicon.bounds_after:
            return at + length, lexicon.bounds_after[phrase]
    if (
        words[at : at + 1]
        and words[at].text == "-"
        and at + 1 < len(words)
        and words[at + 1].lower in lexicon.bounds_after
    ):
        return at + 2, lexicon.bounds_after[words[at + 1].lower]
    return at, None


def _unit(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[Unit | None, int]:
    dash = at < len(words) and words[at].text in {"-", "‑"}
    first = at + 1 if dash else at
    for length in (2, 1):
        joint = "" if words[first : first + 1] and words[first].kind == "mark" else "-"  # "°C", "nautical miles"
        phrase = joint.join(word.lower for word in words[first : first + length])
        if phrase in lexicon.units and first + length <= len(words):
            return lexicon.units[phrase], first + length
    return None, at


def _is_age(words: tuple[Token, ...], number: _Number, start: int, lexicon: Lexicon) -> bool:
    """“aged 22 and 23”, “between the ages of 10 and 15”, “Anna Berger, 41, said”."""
    if words[start].kind != "number":
        return False
    before = words[max(0, start - 4) : start]
    grammar = lexicon.grammar
    of_person = len(before) > 1 and before[-1].lower in grammar["of"] and before[-2].lower in lexicon.speaker_nouns
    if of_person or any(word.lower in grammar["aged"] for word in before):
        return True
    named = start >= 2 and words[start - 1].text == "," and words[start - 2].is_name
    closed = number.end == len(words) or words[number.end].text in _AFTER_AGE
    return named and closed and number.low == number.high and _YOUNGEST <= number.low <= _OLDEST


def _counted(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """The words behind a number that say what is counted, head last, and the token behind them."""
    at = _behind_of(words, at, lexicon)
    if at + 1 < len(words) and words[at].lower in lexicon.grammar["classifier"]:
        behind = _behind_of(words, at + 1, lexicon)
        at = behind if behind > at + 1 else at
    found: list[str] = []
    end = at
    while end < len(words) and len(found) < _NOUNS:
        word = words[end]
        if word.kind != "word" or word.lower in lexicon.stopwords or word.lower in lexicon.times:
            break
        kind = lexicon.classes.get(word.lower, stem(word.lower))
        if found and (kind in lexicon.scopes or word.lower.endswith("ed")):
            break
        if kind not in lexicon.scopes:
            found.append(kind)
        end += 1
        if kind == lexicon.classes.get(_PEOPLE):
            break
    return tuple(found), max(end, at)


def _behind_of(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> int:
    """The token behind an "of" with its determiners; the same where none stands."""
    if at + 1 >= len(words) or words[at].lower not in lexicon.grammar["of"]:
        return at
    at += 1
    while at < len(words) and words[at].lower in lexicon.grammar["determiner"]:
        at += 1
    return at


def _of_them(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a number is of some named before: “three of them”, “23 of those hurt”, “14 of the dead”."""
    behind = words[at + 1 : at + 3]
    told = any(word.lower in lexicon.grammar["of-them"] for word in behind[:1])
    hurt = any(lexicon.classes.get(word.lower, "") in lexicon.scopes for word in behind[1:])
    return at < len(words) and words[at].lower in lexicon.grammar["of"] and (told or hurt)


def _scope(words: tuple[Token, ...], number: _Number, own: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """What happened to what is counted ("killed"), after "part" for a part of a whole named before."""
    part = any(word.lower in lexicon.parts for word in words[max(0, number.start - 3) : number.start])
    part = part or _of_them(words, number.end, lexicon)
    happened = _happened(words, number, own, lexicon)
    return (*(("part",) if part else ()), *((happened,) if happened else ()))


def _happened(words: tuple[Token, ...], number: _Number, own: Span, lexicon: Lexicon) -> str | None:
    """The scope that stands right behind the number, else the nearest one before it that no other number
    takes, else the next one behind it."""

    def scope(word: Token) -> str | None:
        return lexicon.scopes.get(lexicon.classes.get(word.lower, ""))

    ahead = words[number.end : _reach(words, number, own, lexicon)]
    close, far = ahead[:_CLOSE], ahead[_CLOSE:]
    since = max(number.start - _NEAR, own.start)
    before = _until(reversed(words[since : number.start]), ";:")
    joined = takewhile(lambda word: word.text not in ",;:" and word.lower not in lexicon.grammar["and"], close)
    found = (scope(word) for word in (*joined, *before, *_until((*close, *far), ";:.“”")))
    return next((kind for kind in found if kind), None)


def _reach(words: tuple[Token, ...], number: _Number, own: Span, lexicon: Lexicon) -> int:
    """The token up to which a verb behind a number may be its own: the next number, unless that is a part of it."""
    limit = number.end + _AHEAD
    apart = any(word.lower in lexicon.parts for word in words[number.end : min(own.end, limit)])
    return limit if apart else min(own.end, limit)


def _until(words: Iterable[Token], marks: str) -> list[Token]:
    return list(takewhile(lambda word: word.text not in marks, words))


def _label(words: tuple[Token, ...], start: int, end: int) -> str:
    parts = [words[start].text]
    for left, right in zip(words[start:end], words[start + 1 : end], strict=False):
        parts.append(("" if left.end == right.start else " ") + right.text)
    return "".join(parts)
