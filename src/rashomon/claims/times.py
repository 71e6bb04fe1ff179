"""Expressions of time: weekdays, months with days, years, parts of the day, clock times."""

from __future__ import annotations

import re

from rashomon.langs import Lexicon
from rashomon.text import Token

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?")
_SPOKE = 3  # words between a reporting verb and its day
_SHORT = {"sept": "september"}


def times(words: tuple[Token, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The expressions of time among a clause's tokens, normalised and sorted ("june 2", "monday", "2014")."""
    found: set[str] = set()
    for at, word in enumerate(words):
        kind = lexicon.times.get(word.lower)
        if kind == "month" and (_is_month(word, lexicon) or _day(words, at)):
            found.add(" ".join(part for part in (_month(word.lower), _day(words, at)) if part))
        elif kind in {"weekday", "daypart", "relative"} and not _is_of_speech(words, at, lexicon):
            found.add(word.lower)
        elif word.kind == "number" and (YEAR.fullmatch(word.text) or _is_clock(words, at, lexicon)):
            found.add(word.text)
    return tuple(sorted(found))


def _is_of_speech(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """“said Monday”, “told reporters on Monday”: the day on which somebody spoke."""
    before = [word.lower for word in words[max(0, at - _SPOKE) : at]]
    return any(word in lexicon.reporting for word in before)


def _is_month(word: Token, lexicon: Lexicon) -> bool:
    return word.is_name and word.lower not in lexicon.grammar["month-or-verb"]


def _is_clock(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    return (
        bool(_CLOCK.fullmatch(words[at].text))
        and at + 1 < len(words)
        and words[at + 1].lower in lexicon.grammar["clock"]
    )


def _month(word: str) -> str:
    return _SHORT.get(word, word)[:3]


def _day(words: tuple[Token, ...], at: int) -> str:
    """The day of the month beside a month's name."""
    for beside in (at + 1, at - 1):
        if 0 <= beside < len(words) and _DAY.fullmatch(words[beside].text):
            return re.sub(r"\D", "", words[beside].text)
    if at >= 2 and words[at - 1].lower == "of" and _DAY.fullmatch(words[at - 2].text):
        return re.sub(r"\D", "", words[at - 2].text)
    return ""
