"""Expressions of time: weekdays, dates, years, parts of the day, clock times, and days counted from the report's."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from rashomon.claims import calendar
from rashomon.claims.calendar import Expression
from rashomon.claims.timewords import YEAR, Kind, Piece, piece, zone
from rashomon.langs import Lexicon
from rashomon.model import Edge, Grain, Span, Time
from rashomon.text import Token
from rashomon.text.dates import day_of

__all__ = ["CURRENCIES", "YEAR", "is_year", "times"]

CURRENCIES = frozenset("$£€¥₹₽")
_SPOKE = 3  # words between a reporting verb and its day
_JOINED = 3  # words between two parts of one expression ("Monday, at about noon")
_SPOKEN: frozenset[Kind] = frozenset({"weekday", "hours", "day"})
_COARSE: frozenset[Grain] = frozenset({"decade", "year", "month", "week", "day"})
_DAYS: frozenset[Kind] = frozenset({"weekday", "date", "day"})
_WITH: dict[Kind, frozenset[Kind]] = {
    "weekday": frozenset({"date", "hours", "clock", "turn", "day"}),
    "date": frozenset({"year", "weekday", "hours", "clock"}),
    "month": frozenset({"year"}),
    "day": frozenset({"clock", "hours", "weekday", "date"}),
    "hours": _DAYS | {"clock"},
    "clock": _DAYS | {"hours"},
    "turn": frozenset({"hours", "clock"}),
    "year": frozenset({"hours", "clock"}),
}
"""What may follow each kind of piece in one expression."""


@dataclass(slots=True)
class _Read:
    """Pieces that stand together, no two of one kind, and the tokens that they take."""

    start: int
    end: int
    pieces: list[Piece]
    share: tuple[float, ...] | None = None
    zone: str | None = None
    kinds: set[Kind] = field(default_factory=set)

    def add(self, found: Piece) -> None:
        self.pieces.append(found)
        self.kinds.add(found.kind)
        self.end = found.end


def times(words: tuple[Token, ...], lexicon: Lexicon, published: str | None = None) -> tuple[Time, ...]:
    """The expressions of time among a clause's tokens, in order, each once.

    ``published`` is the report's own date, an RFC 3339 date or date-time: what “Sunday”, “June 2” and
    “two days ago” are counted from.  Without it they stay words.
    """
    future = _tells_of(words, "future", lexicon) or (
        _tells_of(words, "open-until", lexicon) and not _tells_of(words, "was-over", lexicon)
    )
    day = day_of(published)
    found: dict[tuple[str, ...], Time] = {}
    at = 0
    while at < len(words):
        read = None if words[at].kind == "mark" else _read(words, at, lexicon)
        if read is None:
            at += 1
            continue
        at = read.end
        if not (read.pieces[0].kind in _SPOKEN and _is_of_speech(words, read.start, lexicon)):
            start, bound = _bound(words, read.start, lexicon)
            told = Expression({p.kind: p.value for p in read.pieces}, read.share, bound)
            time = _time(words[start : read.end], read, told, calendar.placed(told, day, future=future))
            found.setdefault(time.parts, time)
    return tuple(found.values())


def _tells_of(words: tuple[Token, ...], key: str, lexicon: Lexicon) -> bool:
    return any(word.lower in lexicon.grammar[key] for word in words)


def _time(held: tuple[Token, ...], read: _Read, told: Expression, placed: calendar.Interval | None) -> Time:
    parts = tuple(sorted(part for p in read.pieces for part in p.parts))
    grain = calendar.grain(told)
    edge = told.bound if grain in _COARSE else "at"  # "before dawn" is of its day all the same
    start, end = (calendar.iso(moment) for moment in placed) if placed else (None, None)
    return Time(
        label=_label(held),
        span=Span(held[0].start, held[-1].end),
        parts=parts,
        grain=grain,
        value=calendar.value(placed, edge, read.zone) if placed else " ".join(parts),
        start=None if edge == "before" else start,
        end=None if edge == "after" else end,
        bound=told.bound,
        hours=calendar.hours(told),
        share=(told.share[0], told.share[1]) if told.share else None,
        zone=read.zone,
    )


def _read(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> _Read | None:
    """The expression that starts at a token."""
    share = lexicon.calendar["share"].get(words[at].lower)
    if not share and "-" in words[at].text and (prefixed := _prefixed(words[at], lexicon)):
        share, bare = prefixed
        words = (*words[:at], bare, *words[at + 1 :])
        first = _piece(words, at, lexicon)
    else:
        first = _of_share(words, at, lexicon) if share else _piece(words, at, lexicon)
    if first is None:
        return None
    read = _Read(at, at, [], share)
    following: Piece | None = first
    while following is not None:
        read.add(following)
        if following.kind == "clock":
            read.zone, read.end = zone(words, read.end, lexicon) or (None, read.end)
        following = _following(words, read, lexicon)
    return read


def _prefixed(word: Token, lexicon: Lexicon) -> tuple[tuple[float, ...], Token] | None:
    """The share and the rest of “mid-June”, “mid-1980s”, “late-2014”."""
    before, _, after = word.text.partition("-")
    share = lexicon.calendar["share"].get(before.lower())
    if not share or not after:
        return None
    return share, Token(after, word.end - len(after), word.end, "number" if after.isdigit() else "word", after.lower())


def _of_share(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> Piece | None:
    """What “early”, “late on” or “the end of” is a share of."""
    grammar = lexicon.grammar
    if words[at].lower in grammar["part-of-time"] and (
        at + 1 == len(words) or words[at + 1].lower not in grammar["of"]
    ):
        return None
    ahead = at + 1
    while ahead < min(len(words), at + _JOINED) and words[ahead].lower in grammar["in-time"] - {","}:
        ahead += 1
    if ahead >= len(words):
        return None
    span = lexicon.calendar["span"].get(words[ahead].lower)
    if span and span[0] > 0 and words[ahead - 1].lower in grammar["determiner"]:
        return Piece("turn", (0.0, 2.0, *span), (f"this {words[ahead].lower}",), ahead + 1)
    return _piece(words, ahead, lexicon)


def _following(words: tuple[Token, ...], read: _Read, lexicon: Lexicon) -> Piece | None:
    """The next piece of the same expression, where one stands right behind or behind words that join."""
    last, at = read.pieces[-1].kind, read.end
    while at < min(len(words), read.end + _JOINED) and words[at].lower in lexicon.grammar["in-time"]:
        at += 1
    found = _piece(words, at, lexicon, dated="date" in read.kinds or last == "month") if at < len(words) else None
    if found is None or found.kind in read.kinds or found.kind not in _WITH.get(last, ()):
        return None
    if found.kind == "turn" and found.value[2] != 1:
        return None
    return found if last != "year" or "date" in read.kinds else None


def _piece(words: tuple[Token, ...], at: int, lexicon: Lexicon, *, dated: bool = False) -> Piece | None:
    found = piece(words, at, lexicon)
    if found and found.kind == "year" and not dated and not is_year(words, at, lexicon):
        return None
    return found


def is_year(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a number that may be a year is one, from the words beside it."""
    if not YEAR.fullmatch(words[at].text):
        return False
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before and (before.text in CURRENCIES or before.lower in lexicon.bounds_before):
        return False
    if after is None or after.kind == "mark" or after.lower in lexicon.grammar["after-year"]:
        return True
    return before is not None and (
        before.lower in lexicon.grammar["before-year"]
        or before.lower in lexicon.grammar["determiner"]
        or before.lower.endswith("'s")
    )


def _bound(words: tuple[Token, ...], start: int, lexicon: Lexicon) -> tuple[int, Edge]:
    """Whether an expression is an end of what is told (“since 2014”), or near it, and where that is said."""
    grammar = lexicon.grammar
    at = start - 1
    while at > 0 and words[at].lower in grammar["determiner"]:
        at -= 1
    before = words[at].lower if at >= 0 else ""
    edges: tuple[tuple[Edge, str], ...] = (("before", "time-before"), ("after", "time-after"), ("about", "time-about"))
    return next(((at, edge) for edge, key in edges if before in grammar[key]), (start, "at"))


def _is_of_speech(words: tuple[Token, ...], at: int, lexicon: Lexicon) -> bool:
    """“said Monday”, “told reporters on Monday”: the day on which somebody spoke."""
    before = [word.lower for word in words[max(0, at - _SPOKE) : at]]
    return any(word in lexicon.reporting for word in before)


def _label(held: tuple[Token, ...]) -> str:
    parts = [held[0].text]
    for left, right in pairwise(held):
        parts.append(("" if left.end == right.start else " ") + right.text)
    return "".join(parts)
