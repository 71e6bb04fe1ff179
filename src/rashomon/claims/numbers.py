"""Numbers in digits and words: values, ranges, words of uncertain number and shares of a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.claims.times import is_year
from rashomon.claims.timewords import is_time_ago
from rashomon.claims.units import joined_unit, unit_after
from rashomon.langs import Lexicon, Unit
from rashomon.model import Bound
from rashomon.text import Token

_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LETTERS = 2  # an abbreviation such as "bn" does not follow a number word
_BETWEEN = 4  # words before an interval's lower end within which "between" stands
_DATE_MARKS = frozenset({"-", "/", "."})
_PARTS_OF_DATE = 3
_PLUS = "-plus"
_ROUND = frozenset({5.0, 10.0, 100.0, 1000.0})  # wholes of which so many "in" them are a share, and what is below 5
_PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the tokens ``start`` to ``end`` (exclusive): the interval that its words leave open.

    ``unit`` and ``bound`` are known where they stand inside the same words ("two-hour", "dozen-plus", "two thirds").
    """

    start: int
    end: int
    low: float
    high: float
    unit: Unit | None = None
    bound: Bound | None = None


def numbers(words: tuple[Token, ...], lexicon: Lexicon) -> list[Number]:
    """The numbers among tokens, in order; times and pronouns are none."""
    first = frozenset(phrase.split()[0] for phrase in lexicon.vague) | lexicon.grammar["article"]
    found: list[Number] = []
    at = 0
    while at < len(words):
        if not _may_begin(words[at], first, lexicon):
            at += 1
            continue
        number = _share(words, at, lexicon) or _vague(words, at, lexicon) or _number(words, at, lexicon)
        if number:
            found.append(number)
            at = number.end
        else:
            at += 1
    return found


def _may_begin(word: Token, first: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a number may begin with a word; ``first`` are those that begin no number by themselves."""
    if word.kind != "word":
        return word.kind == "number"
    piece = word.lower.split("-")[0]
    return piece in first or piece in lexicon.numbers or piece in lexicon.fractions


def _share(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Number | None:
    """A share of a whole in hundredths: “two thirds”, “three-quarters”, “a third of”, “half the”, “three in four”."""
    found = _fraction(words, at, lexicon) or _in_so_many(words, at, lexicon)
    if not found:
        return None
    value, end = found
    return Number(at, end, _PERCENT * value, _PERCENT * value, lexicon.units["percent"])


def _fraction(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[float, int] | None:
    fractions, grammar = lexicon.fractions, lexicon.grammar
    first, *rest = words[at].lower.split("-")
    if len(rest) == 1 and first in lexicon.numbers and rest[0] in fractions:
        return lexicon.numbers[first] * fractions[rest[0]], at + 1
    named, behind = _lower(words, at + 1), _lower(words, at + 2)
    if first in lexicon.numbers and not rest and named in fractions:
        plural = named.endswith("s") and lexicon.numbers[first] > 1
        many = lexicon.numbers[first]
        return (many * fractions[named], at + 2) if plural or (many == 1 and behind in grammar["of"]) else None
    if first in grammar["article"] and named in fractions and behind in grammar["of"]:
        return (fractions[named], at + 2) if _lower(words, at + 3) not in grammar["article"] else None
    if first in fractions and fractions[first] == 1 / 2 and not rest:
        if _lower(words, at - 1) in grammar["and"] | grammar["turn"]:
            return None
        of, the = named in grammar["of"], named in grammar["determiner"] - grammar["article"]
        return (fractions[first], at + 1) if of or the else None
    return None


def _in_so_many(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """“one in five”, “3 in 10”; so many in a span of time is no share."""
    read = _value(words, at, lexicon)
    if not read or _lower(words, read[1]) not in lexicon.grammar["share-in"]:
        return None
    part, behind = read
    whole = _value(words, behind + 1, lexicon)
    if not whole or words[at].kind != words[behind + 1].kind or not part < whole[0]:
        return None
    small = whole[0] in _ROUND or whole[0] <= min(_ROUND)
    if not small or unit_after(words, whole[1], lexicon)[0] or _is_time(words, behind + 1, whole[1], lexicon):
        return None
    return part / whole[0], whole[1]


def _vague(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Number | None:
    for length in (3, 2, 1):
        phrase = " ".join(word.lower for word in words[at : at + length])
        bare = phrase.removesuffix(_PLUS)
        if bare in lexicon.vague and at + length <= len(words):
            low, high = lexicon.vague[bare]
            times, end = _multiplied(words, at + length, lexicon) if low != high else (1.0, at + length)
            bound: Bound | None = "at least" if phrase != bare else None
            return Number(at, end, low * times, high * times, bound=bound)
    return None


def _multiplied(words: tuple[Token, ...], end: int, lexicon: Lexicon) -> tuple[float, int]:
    """The multiplier behind a word of uncertain number (“several hundred”, “a couple of thousand”), and its end."""
    ahead = end + 1 if _lower(words, end) in lexicon.grammar["of"] else end
    word = _lower(words, ahead)
    if word in lexicon.multipliers and len(word) > _LETTERS and word not in lexicon.grammar["no-multiplier"]:
        return lexicon.multipliers[word], ahead + 1
    return 1.0, end


def _number(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Number | None:
    """A number in digits or words with its multipliers; "10-14" and "10 to 14" are one interval."""
    read = _value(words, at, lexicon)
    if not read:
        return _in_compound(words, at, lexicon) or _one(words, at, lexicon)
    if _is_time(words, at, read[1], lexicon) or _is_pronoun(words, at, lexicon):
        return None
    value, end = read
    if end + 1 < len(words) and _ranges(words, at, end, lexicon):
        further = _value(words, end + 1, lexicon)
        if further and further[0] > value and words[at].kind == words[end + 1].kind:
            return Number(at, further[1], value, further[0])
    return Number(at, end, value, value)


def _in_compound(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Number | None:
    """“two-hour”, “five-year-old”: a number word joined to its unit."""
    found = joined_unit(words[at], lexicon)
    return Number(at, at + 1, found[0], found[0], found[1]) if found else None


def _one(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Number | None:
    """“a hundred”, “a million”, “half a million”; and of units where a word shows that it is a measure:
    “about an hour”, “a year and a half”, “half a mile”."""
    half = lexicon.fractions.get(words[at].lower) == 1 / 2 and _lower(words, at + 1) in lexicon.grammar["article"]
    article = at + 1 if half else at
    if _lower(words, article) not in lexicon.grammar["article"] or article + 1 >= len(words):
        return None
    value, after = 0.5 if half else 1.0, words[article + 1].lower
    if after in lexicon.multipliers and len(after) > _LETTERS and after not in lexicon.grammar["no-multiplier"]:
        many = lexicon.multipliers[after] * value
        return Number(at, article + 2, many, many)
    unit, end = unit_after(words, article + 1, lexicon)
    bound = any(" ".join(w.lower for w in words[max(0, at - n) : at]) in lexicon.bounds_before for n in (1, 2, 3))
    if unit and unit.base.islower() and not is_time_ago(words, article + 1, lexicon):
        measured = half or bound or and_part(words, end, lexicon)
        return Number(at, article + 1, value, value) if measured else None
    return None


def and_part(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """“and a half”, “and three quarters”: the part of one that is added, and the token behind it."""
    if _lower(words, at) not in lexicon.grammar["and"]:
        return None
    word, part = _lower(words, at + 1), lexicon.fractions.get(_lower(words, at + 2))
    many = 1.0 if word in lexicon.grammar["article"] else lexicon.numbers.get(word)
    return (many * part, at + 3) if part and many else None


def is_negative(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """“minus 5”, “-5”: whether a number stands below zero."""
    if _lower(words, at - 1) in lexicon.grammar["minus"]:
        return True
    sign = words[at - 1] if at else None
    if sign is None or sign.text not in {"-", "−"} or sign.end != words[at].start:
        return False
    return at == 1 or words[at - 2].end < sign.start


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
        value, end = _digits(words, at)
    else:
        spelled = _spelled(words, at, lexicon)
        if not spelled:
            return None
        value, end = spelled
    if end < len(words) and words[end].start == words[end - 1].end and not words[end].text.isalpha():
        value, end = (value + part, end + 1) if (part := lexicon.fractions.get(words[end].text)) else (value, end)
    elif added := and_part(words, end, lexicon):
        value, end = value + added[0], added[1]
    while end < len(words) and (times := words[end].lower.split("-")[0]) in lexicon.multipliers:
        if times in lexicon.grammar["no-multiplier"]:
            break
        if times in lexicon.grammar["letter-multiplier"] and words[end].start != words[end - 1].end:
            break
        value, end = value * lexicon.multipliers[times], end + 1
    return value, end


def _digits(words: tuple[Token, ...], at: int) -> tuple[float, int]:
    """A number in digits; a space may stand before its last three noughts (“12 000”)."""
    value, end = float(words[at].text.replace(",", "")), at + 1
    spaced = words[at].text.isdigit() and len(words[at].text) <= len("999")
    while spaced and end < len(words) and words[end].text == "000" and words[end].start == words[end - 1].end + 1:
        value, end = value * 1000, end + 1
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
    if words[at].kind == "number" and (_is_in_date(words, at) or _has_stroke(words, at)):
        return True
    grammar = lexicon.grammar
    before = words[at - 1] if at else None
    after = words[end] if end < len(words) else None
    if any(word and _is_month(word, lexicon) for word in (before, after)) or (
        after and after.lower in grammar["clock"]
    ):
        return True
    if is_time_ago(words, end, lexicon) or _is_decade(words, at, end):
        return True
    return words[at].kind == "number" and is_year(words, at, lexicon)


def _is_decade(words: tuple[Token, ...], at: int, end: int) -> bool:
    """“the 1990s”, “the '80s”."""
    return (
        words[at].kind == "number" and end < len(words) and words[end].text == "s" and words[at].end == words[end].start
    )


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


def _has_stroke(words: tuple[Token, ...], at: int) -> bool:
    """“9/11”, “24/7”."""
    ahead, behind = words[at : at + 3], words[max(0, at - 2) : at + 1]
    return any(len(w) == 3 and w[1].text == "/" and w[0].kind == w[2].kind == "number" for w in (ahead, behind))


def _is_month(word: Token, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.grammar["month"] or (word.is_name and word.lower in lexicon.grammar["month-or-verb"])


def _is_pronoun(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """“one of them”, “no one”, “this one”."""
    if words[at].kind == "number" or lexicon.numbers.get(words[at].lower) != 1:
        return False
    of = at + 1 == len(words) or words[at + 1].lower in lexicon.grammar["of"]
    return of or (at > 0 and words[at - 1].lower in lexicon.grammar["not-one"])


def _lower(words: tuple[Token, ...], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""
