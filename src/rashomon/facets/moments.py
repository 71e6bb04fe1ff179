"""Moments: claims that say when the same thing happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.facets.weights import Weights
from rashomon.model import Claim

_SAME_DAY = 0.1  # added to the claims' score when both name the same day
_BY_CONTEXT = 0.3  # how much the sentences around them count


def day(claim: Claim) -> str | None:
    """The one day that a claim names: a weekday or a day of a month; None for none or several."""
    days = [time for time in claim.times if is_weekday(time) or " " in time]
    return days[0] if len(days) == 1 else None


def is_weekday(time: str) -> bool:
    """Whether an expression of time is a weekday's name."""
    return time.endswith("day") and time not in {"today", "yesterday", "midday"}


def dated(claims: Sequence[Claim]) -> tuple[int, ...]:
    """The claims (by position) that name one day."""
    return tuple(at for at, claim in enumerate(claims) if day(claim))


def scores(
    items: Sequence[int], claims: Sequence[Claim], weights: Weights, judged: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The score of each pair of dated claims that was judged."""
    place = {claim: n for n, claim in enumerate(items)}
    found = {}
    for (a, b), score in judged.items():
        if a in place and b in place:
            x, y = claims[a], claims[b]
            context = weights.context(x, y)
            found[place[a], place[b]] = score + _BY_CONTEXT * context + _SAME_DAY * (day(x) == day(y))
    return found
