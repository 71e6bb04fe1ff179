"""The words of time: which single word or pair of words is a weekday, a date, an hour, a zone."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rashomon.langs import Lexicon
from rashomon.text import Token

Kind = Literal["weekday", "month", "date", "year", "decade", "day", "hours", "clock", "turn", "ago", "zone", "share"]

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")
_HOUR = re.compile(r"\d{1,2}")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_DECADE = re.compile(r"((?:1[5-9]|20)\d)0s")
_LETTERS = 3  # of a month's short name
_SPANS = ("day", "week", "weekend", "month", "year", "decade")  # as langs/en/calendar.txt ranks them
_MOST = 1000  # spans before the report
_MONTHS, _DAYS = 12, 31
_DASHED = 5  # tokens of a date in numbers


class Piece(NamedTuple):
    """A part of an expression of time: its kind, its numbers, its normalised forms and the token behind it."""

    kind: Kind
    value: tuple[float, ...]
    parts: tuple[str, ...]
    end: int


def piece(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """The part of an expression of time that starts at a token."""
    word = words[at]
    if word.kind == "number":
        return _ago(words, at, lexicon) or _timed(words, at, lexicon)
    return _ago(words, at, lexicon) or _turn(words, at, lexicon) or _named(words, at, lexicon)


def _timed(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """What a number says of time."""
    return (
        _of_numbers(words, at, lexicon) or _clock(words, at, lexicon) or _date(words, at, lexicon) or _year(words, at)
    )


def _named(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """A month with or without its day, a weekday, a part of the day, or a day counted from today."""
    word, calendar = words[at], lexicon.calendar
    bare = word.lower.removesuffix("'s")
    if bare in calendar["weekday"] and word.is_name:
        return Piece("weekday", calendar["weekday"][bare], (bare,), at + 1)
    if bare in calendar["month"]:
        return _date(words, at, lexicon)
    if bare in calendar["day"] and not (word.is_name and at and words[at - 1].is_name):
        return Piece("day", (*calendar["day"][bare], *calendar["hours"].get(bare, ())), (bare,), at + 1)
    if bare in calendar["hours"]:
        return Piece("hours", calendar["hours"][bare], (bare,), at + 1)
    decade = _DECADE.fullmatch(word.lower)
    return Piece("decade", (float(decade[1] + "0"),), (f"{decade[1]}0s",), at + 1) if decade else None


def _date(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """“June 2”, “2 June”, “the 2nd of June”, “June”."""
    months = lexicon.calendar["month"]
    if words[at].kind == "number":
        if not _DAY.fullmatch(words[at].text):
            return None
        named = at + 2 if _lower(words, at + 1) in lexicon.grammar["of"] else at + 1
        month = _lower(words, named).removesuffix("'s")
        return _dated(months[month], month, words[at].text, named + 1) if month in months else None
    month, after = words[at].lower.removesuffix("'s"), at + 1
    if _lower(words, after) == "." and len(month) <= len("sept"):
        after += 1
    number = words[after] if after < len(words) else None
    if number and _DAY.fullmatch(number.text) and not _is_followed(words, after, "-–"):
        return _dated(months[month], month, number.text, after + 1)
    sure = words[at].is_name and (month not in lexicon.grammar["month-or-verb"] or _is_may(words, at, lexicon))
    return Piece("month", months[month], (month[:_LETTERS],), at + 1) if sure else None


def _is_may(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether “May” is the month, neither a verb nor a name."""
    if at + 1 < len(words) and YEAR.fullmatch(words[at + 1].text):
        return True
    before = _lower(words, at - 1)
    of_part = before in lexicon.grammar["of"] and _lower(words, at - 2) in lexicon.calendar["share"]
    return of_part or before in lexicon.grammar["in-month"]


def _dated(month: tuple[float, ...], name: str, day: str, end: int) -> Piece:
    number = int(re.sub(r"\D", "", day))
    return Piece("date", (*month, float(number)), (f"{name[:_LETTERS]} {number}",), end)


def _of_numbers(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """“2014-08-18”, “18-08-2014”: year, month and day, where their order is not in doubt."""
    held = words[at : at + _DASHED]
    if len(held) < _DASHED or {held[1].text, held[3].text} not in ({"-"}, {"/"}, {"."}) or held[0].end != held[1].start:
        return None
    first, second, third = (w.text if w.text.isdigit() else "0" for w in held[::2])
    if YEAR.fullmatch(first):
        year, month, day = int(first), int(second), int(third)
    else:
        year, month, day = int(third), int(second), int(first)
    sure = YEAR.fullmatch(first) or day > _MONTHS
    if not (sure and YEAR.fullmatch(str(year)) and 1 <= month <= _MONTHS and 1 <= day <= _DAYS):
        return None
    name = next(name for name, value in lexicon.calendar["month"].items() if value == (month,))
    return Piece("date", (month, day, year), (f"{name[:_LETTERS]} {day}", str(year)), at + _DASHED)


def _year(words: tuple[Token, ...], at: int) -> Piece | None:
    text = words[at].text
    if not YEAR.fullmatch(text):
        return None
    if _lower(words, at + 1) == "s" and words[at + 1].start == words[at].end:
        return Piece("decade", (float(text),), (f"{text}s",), at + 2) if text.endswith("0") else None
    return Piece("year", (float(text),), (text,), at + 1)


def _clock(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """“7:30 p.m.”, “7 pm”, “19:30 GMT”, “1930 GMT”, “7 o'clock”."""
    text, behind = words[at].text, _lower(words, at + 1)
    half = lexicon.calendar["half"].get(behind)
    zone = behind in lexicon.calendar["zone"] or _lower(words, at + 2) in lexicon.grammar["zone-time"]
    read = _CLOCK.fullmatch(text) or (_MILITARY.fullmatch(text) if zone else None)
    placed = ":" in text and _lower(words, at - 1) in lexicon.grammar["before-clock"]  # "02:21" may be a length
    if read and (half or zone or placed or behind in lexicon.grammar["clock"]):
        hour, minute = int(read[1]), int(read[2])
    elif _HOUR.fullmatch(text) and (half or behind in lexicon.grammar["clock"]):
        hour, minute = int(text), -1
    else:
        return None
    if hour > 23 or minute > 59:
        return None
    if half:
        hour = hour % 12 + int(half[0])
    end = at + 2 if half or behind in lexicon.grammar["clock"] else at + 1
    told = float(bool(half) or hour > 12 or text.startswith("0"))  # whether the half of the day is known
    form = f"{hour}:{max(0, minute):02}" if told else text
    return Piece("clock", (hour, minute, told), (form,), end)


def zone(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The zone that stands behind a clock time, as an offset or by its name, and the token behind it."""
    if at >= len(words):
        return None
    if words[at].text == "(":
        inside = zone(words, at + 1, lexicon)
        return (inside[0], inside[1] + 1) if inside and _lower(words, inside[1]) == ")" else None
    minutes = lexicon.calendar["zone"].get(words[at].lower)
    after = at + 2 if _lower(words, at + 1) in lexicon.grammar["zone-time"] else at + 1
    if minutes and words[at].text.isupper():
        sign, size = "+" if minutes[0] >= 0 else "-", int(abs(minutes[0]))
        return f"{sign}{size // 60:02}:{size % 60:02}", after
    return (words[at].lower, after) if after == at + 2 and words[at].kind == "word" else None


def _turn(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """“last week”, “next month”, “last August”, “next Friday”, “this morning”, “last night”, “the weekend”."""
    calendar, which = lexicon.calendar, words[at].lower
    after = _lower(words, at + 1).removesuffix("'s")
    is_open = which in lexicon.grammar["determiner"] and _SPANS[2] == after
    turn = (0.0,) if is_open else calendar["turn"].get(which)
    if turn is None or _lower(words, at - 1) in lexicon.grammar["determiner"]:
        return None
    if after in calendar["hours"]:
        return Piece("day", (*turn, *calendar["hours"][after]), (f"{which} {after}",), at + 2)
    for place, kind in enumerate(("weekday", "month", "span")):
        value = calendar[kind].get(after, (0.0,))[0]
        if after in calendar[kind] and (value >= 1 if kind == "span" else words[at + 1].is_name):
            form = {"weekday": after, "month": after[:_LETTERS]}.get(kind, f"{which} {after}")
            return Piece("turn", (*turn, place, value), (form,), at + 2)
    return None


def _ago(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """“five days ago”, “a week ago”: how many of which span before the report."""
    if not is_time_ago(words, at + 1, lexicon):
        return None
    word, span = words[at], lexicon.calendar["span"].get(_lower(words, at + 1))
    if span is None:
        return None
    many = float(word.text) if word.text.isdigit() else lexicon.numbers.get(word.lower)
    if many is None and word.lower in lexicon.grammar["determiner"]:
        many = 1.0
    if many is None or many > _MOST:
        return None
    return Piece("ago", (many, *span), (f"{many:g} {_SPANS[int(span[0])]} ago",), at + 3)


def is_time_ago(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a span of time and “ago” stand at a token: what is before them is no duration."""
    unit = lexicon.units.get(_lower(words, at))
    return unit is not None and unit.base == "h" and _lower(words, at + 1) in lexicon.grammar["ago"]


def _lower(words: tuple[Token, ...], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _is_followed(words: tuple[Token, ...], at: int, marks: str) -> bool:
    return at + 1 < len(words) and words[at + 1].text in marks and at + 2 < len(words) and words[at + 2].text.isdigit()
