"""Times: claims that say when the same thing happened, and how two times stand to each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from rashomon.claims.times import YEAR
from rashomon.model import Claim

Kind = Literal["weekday", "date", "month", "year", "clock", "part"]

_SAME = 0.15  # added to the claims' score when both name the same time
_LEAST = 0.05  # score from which two claims are compared
_MONTH = re.compile(r"[a-z]{3}")
_TOLD_APART: frozenset[Kind] = frozenset({"weekday", "date"})


def kind(time: str) -> Kind:
    """What kind of time an expression is (`rashomon.claims.times`)."""
    if time.endswith("day") and time not in {"today", "yesterday", "midday"}:
        return "weekday"
    if " " in time:
        return "date"
    if time[0].isdigit():
        return "year" if YEAR.fullmatch(time) else "clock"
    return "month" if _MONTH.fullmatch(time) else "part"


_ORDER: tuple[Kind, ...] = ("date", "weekday", "year", "month", "clock", "part")


def main_time(claim: Claim) -> str:
    """The time of a claim that says most: a date, a weekday, a year, then what is less."""
    return min(claim.times, key=lambda time: (_ORDER.index(kind(time)), time))


def timed(claims: Sequence[Claim]) -> tuple[int, ...]:
    """The claims (by position) that name a time."""
    return tuple(at for at, claim in enumerate(claims) if claim.times)


def differ(a: str, b: str) -> bool:
    """Whether two times cannot be the same: other weekdays or dates."""
    return a != b and kind(a) == kind(b) and kind(a) in _TOLD_APART


def scores(
    items: Sequence[int], claims: Sequence[Claim], beside: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The score of each pair of timed claims of two reports; ``beside`` is `beside.in_sentences` of what was judged."""
    place = {claim: n for n, claim in enumerate(items)}
    return {
        (place[a], place[b]): min(1.0, score + _SAME * bool(set(claims[a].times) & set(claims[b].times)))
        for (a, b), score in beside.items()
        if a in place and b in place and score >= _LEAST
    }
