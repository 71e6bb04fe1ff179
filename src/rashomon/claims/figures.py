"""Figures: numbers with their bound, unit and what they count.

“at least 15 people, including two teachers, were killed” holds two figures: 15 or more (counted:
people; scope: killed) and 2 (counted: teacher; scope: part, killed).  Years, clock times, dates and
ordinals are no figures; they belong to times.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise, takewhile

from rashomon.claims.numbers import Number, and_part, is_negative, numbers
from rashomon.claims.units import currency_before, unit_after
from rashomon.langs import Lexicon, Unit
from rashomon.model import Bound, Figure, Span
from rashomon.text import Token
from rashomon.text.stems import stem

_NEAR = 7  # tokens within which a verb tells what a figure is about
_CLOSE = 2  # tokens right behind a number
_AHEAD = 12  # tokens behind it, when none stands before it
_COMPOSED = frozenset({"h", "m", "kg"})  # bases of units that are said one after the other
_PEOPLE = "people"  # a word behind which nothing more is counted
_NOUNS = 4  # words of what is counted
_AFTER_AGE = frozenset(",;.")  # behind an age that stands behind a name
_YOUNGEST, _OLDEST = 1, 110
_ROUNDED = 0.06  # a conversion may be off by this share
_NO_CONVERSION = frozenset({"percent", "age", "times"})
_ABOUT = 0.05  # "about" leaves this share open on either side


Numbers = Mapping[int, Number]
"""Numbers by the token at which they start."""


def figures(words: tuple[Token, ...], lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures among the tokens of one sentence, in order."""
    read = numbers(words, lexicon)
    at = {number.start: number for number in read}
    given = _apart(words, read, at, lexicon)
    ends = [0, *(number.end for number in given[:-1])]
    starts = [*(number.start for number in given[1:]), len(words)]
    around = zip(given, ends, starts, strict=True) if given else ()
    found = [_figure(words, number, at, Span(before, after), lexicon) for number, before, after in around]
    wholes = [*(_whole(words, a, b, lexicon) for a, b in pairwise(given)), None]
    told = [replace(f, whole=whole) if whole else f for f, whole in zip(found, wholes, strict=False) if f]
    return tuple(f for before, f in zip([None, *told], told, strict=False) if not _converts(before, f, words, lexicon))


def _converts(a: Figure | None, b: Figure, words: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a figure says the one before it in another unit (“9 knots, or about 10 miles an hour”)."""
    if a is None or a.unit != b.unit or not a.unit or a.high is None or b.high is None:
        return False
    between = {word.lower for word in words if a.span.end <= word.start < b.span.start}
    if not between or not between <= lexicon.grammar["converts"] or a.unit in _NO_CONVERSION:
        return False
    spare = _ROUNDED * max(abs(a.high), abs(b.high))
    near = b.low <= a.high + spare and a.low <= b.high + spare
    return near and a.label.split()[-1].lower() != b.label.split()[-1].lower()


def _apart(words: tuple[Token, ...], given: list[Number], at: Numbers, lexicon: Lexicon) -> list[Number]:
    """The numbers without those that only go on one before (“3 hours and 20 minutes”)."""
    found: list[Number] = []
    for number in given:
        if not found or number.start >= _measured(words, found[-1], at, lexicon)[2]:
            found.append(number)
    return found


def _measured(
    words: tuple[Token, ...], number: Number, at: Numbers, lexicon: Lexicon
) -> tuple[Number, Unit | None, int]:
    """The number with what its smaller units add, its unit, and the token behind it."""
    unit, end = (number.unit, number.end) if number.unit else unit_after(words, number.end, lexicon)
    if unit is None:
        return number, None, end
    added = and_part(words, end, lexicon)
    if added:
        return _plus(number, added[0]), unit, added[1]
    ahead = end + 1 if end < len(words) and words[end].lower in lexicon.grammar["and"] else end
    further = at.get(ahead)
    if further is None or further.unit or number.unit:
        return number, unit, end
    smaller, after = unit_after(words, further.end, lexicon)
    if smaller and smaller.base == unit.base in _COMPOSED and smaller.factor < unit.factor:
        return _plus(number, further.low * smaller.factor / unit.factor), unit, after
    return number, unit, end


def _plus(number: Number, added: float) -> Number:
    return replace(number, low=number.low + added, high=number.high + added)


def _whole(words: tuple[Token, ...], part: Number, whole: Number, lexicon: Lexicon) -> float | None:
    """The whole that a number is a part of: 84 for the first one of “52 out of 84”."""
    between = [word.lower for word in words[part.end : whole.start]]
    joined = bool(set(between) & lexicon.grammar["of"]) and set(between) <= lexicon.grammar["part-of"]
    return whole.high if joined and part.high < whole.low else None


def _figure(words: tuple[Token, ...], number: Number, at: Numbers, own: Span, lexicon: Lexicon) -> Figure | None:
    if number.start and words[number.start - 1].lower in lexicon.grammar["rate"]:
        return None
    currency = currency_before(words, number.start, lexicon)
    start, bound = _bound_before(words, currency[1] if currency else number.start, lexicon)
    end, after = _bound_after(words, number.end, lexicon)
    after = number.bound or after
    if currency:
        unit: Unit | None = currency[0]
    elif end == number.end:
        number, unit, end = _measured(words, number, at, lexicon)
    else:
        unit, end = unit_after(words, end, lexicon)
    if unit is None and _is_age(words, number, start, lexicon):
        unit = lexicon.units["year-old"]
    if end < len(words) and unit is None and words[end].text == "-":
        return None
    if unit and unit.base == "degree" and is_negative(words, number.start, lexicon):
        number = replace(number, low=-number.high, high=-number.low)
        start, bound = _bound_before(words, number.start - 1, lexicon)
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
        spare = _ABOUT * abs(low)
        return low - spare, high + spare
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


def _is_age(words: tuple[Token, ...], number: Number, start: int, lexicon: Lexicon) -> bool:
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


def _scope(words: tuple[Token, ...], number: Number, own: Span, lexicon: Lexicon) -> tuple[str, ...]:
    """What happened to what is counted ("killed"), after "part" for a part of a whole named before."""
    part = any(word.lower in lexicon.parts for word in words[max(0, number.start - 3) : number.start])
    part = part or _of_them(words, number.end, lexicon)
    happened = _happened(words, number, own, lexicon)
    return (*(("part",) if part else ()), *((happened,) if happened else ()))


def _happened(words: tuple[Token, ...], number: Number, own: Span, lexicon: Lexicon) -> str | None:
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


def _reach(words: tuple[Token, ...], number: Number, own: Span, lexicon: Lexicon) -> int:
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
