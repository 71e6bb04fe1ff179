"""Quantities: which figures answer the same question, and how two of them stand to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.facets.weights import Weights, cosine
from rashomon.model import Claim, Figure, Span

_SAME_KIND = 0.2  # added to the claims' score when both count the same thing
_BY_CONTEXT = 0.3  # how much the sentences around them count
_SAME_VALUE = 0.2  # added when the intervals are the same
_CONTEXT = 0.12  # cosine of the sentences below which figures are about different things
_SLIGHT = 0.04  # the same for figures that lie near each other
_LARGE = 20  # figures from here on are seldom near each other by chance
_RATIO = 1.3
_SIZE = 0.1  # added when they lie near each other
_CLASH = 0.15  # the same for figures that exclude each other
_SURE = 0.4  # score from which claims are surely about one thing
_CONVERTED = 0.03  # a conversion of units may round by this share
_ROUNDING = 0.05  # share that rounding may take away or add
_ROUNDED = 100  # from here on a round number may stand for one near it


class Counted(NamedTuple):
    """A figure in its claim (by position)."""

    claim: int
    figure: Figure


def counted(claims: Sequence[Claim]) -> tuple[Counted, ...]:
    """All figures of the claims that say what they count or measure."""
    return tuple(
        Counted(at, figure)
        for at, claim in enumerate(claims)
        for figure in claim.figures
        if figure.unit or figure.counted or figure.scope
    )


def comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures can answer one question: the same unit, scope and thing counted."""
    if a.unit != b.unit or ("part" in a.scope) != ("part" in b.scope):
        return False
    if a.scope != b.scope and (not same(a, b) or (a.scope and b.scope)):
        return False
    if a.unit:
        return True
    if a.counted and b.counted:
        return bool(set(a.counted[-2:]) & set(b.counted[-2:]))
    return bool(a.scope) and a.scope == b.scope


def alike(a: Figure, b: Figure) -> bool:
    """Whether two figures in claims that are surely about one thing count the same."""
    return a.unit == b.unit and (bool(a.unit) or a.counted[-1:] == b.counted[-1:] or comparable(a, b))


def scores(
    items: Sequence[Counted], claims: Sequence[Claim], weights: Weights, judged: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The score of each pair of comparable figures whose claims have something in common."""
    found: dict[tuple[int, int], float] = {}
    named, given = _named(claims), _given(items, claims)
    for i, j in combinations(range(len(items)), 2):
        a, b = items[i], items[j]
        score = judged.get((min(a.claim, b.claim), max(a.claim, b.claim)), 0.0)
        fits = comparable if score < _SURE else alike
        if a.claim != b.claim and fits(a.figure, b.figure):
            x, y = claims[a.claim], claims[b.claim]
            context = cosine(weights.sentences[x.report, x.sentence], weights.sentences[y.report, y.sentence])
            clash = not overlap(a.figure, b.figure)
            least = _CLASH if clash else _CONTEXT
            near = _alike_in_size(a.figure, b.figure)
            apart = not near and _elsewhere(named[x.report, x.sentence], named[y.report, y.sentence])
            if clash and (apart or _both(a, b, claims, given, sure=near or score >= _SURE)):
                continue
            if context >= least or score >= least or (near and (context >= _SLIGHT or _one_toll(a.figure, b.figure))):
                found[i, j] = min(1.0, score + _BY_CONTEXT * context + _bonus(a.figure, b.figure))
    return found


def _named(claims: Sequence[Claim]) -> Mapping[tuple[str, Span], frozenset[str]]:
    """The words of the names in each sentence."""
    found: dict[tuple[str, Span], frozenset[str]] = {}
    for claim in claims:
        place = (claim.report, claim.sentence)
        found[place] = found.get(place, frozenset()) | {word for name in claim.names for word in name.split()}
    return found


Given = Mapping[str, list[Figure]]


def _given(items: Sequence[Counted], claims: Sequence[Claim]) -> Given:
    """The figures that each report gives."""
    found: dict[str, list[Figure]] = {}
    for at, figure in items:
        found.setdefault(claims[at].report, []).append(figure)
    return found


def _both(a: Counted, b: Counted, claims: Sequence[Claim], given: Given, *, sure: bool) -> bool:
    """Whether the reports give both figures, so that they are of different things.

    One report that gives both is enough, unless the claims are surely about one thing.
    """
    first = any(_repeats(other, b.figure) for other in given[claims[a.claim].report])
    second = any(_repeats(other, a.figure) for other in given[claims[b.claim].report])
    return (first and second) if sure else (first or second)


def _repeats(a: Figure, b: Figure) -> bool:
    return same(a, b) and comparable(a, b)


def _elsewhere(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sentences name people or places, and none in common."""
    return bool(a and b) and not a & b


def _bonus(a: Figure, b: Figure) -> float:
    same_kind = bool(a.counted and a.counted[-1:] == b.counted[-1:]) + bool(a.scope and a.scope == b.scope)
    return _SAME_KIND * same_kind + _SAME_VALUE * same(a, b) + _SIZE * _alike_in_size(a, b)


def _one_toll(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same thing in the same scope ("killed")."""
    heads = {figure.counted[-1:] for figure in (a, b)} - {()}
    return bool(a.scope) and a.scope == b.scope and len(heads) < 2


def _alike_in_size(a: Figure, b: Figure) -> bool:
    """Whether two larger figures lie near each other, as rival figures of one thing do."""
    low, high = sorted((max(a.low, a.high or 0.0), max(b.low, b.high or 0.0)))
    return low >= _LARGE and high <= _RATIO * low


def same(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same at the same precision."""
    return (a.low, a.high) == (b.low, b.high)


def overlap(a: Figure, b: Figure) -> str | None:
    """Why both figures can be true, in words, or None when they exclude each other."""
    high_a, high_b = (float("inf") if f.high is None else f.high for f in (a, b))
    if a.low <= high_b and b.low <= high_a:
        return f"“{a.label}” and “{b.label}” leave room for the same value"
    if a.unit and a.unit.islower() and _near(a, b, _CONVERTED):
        return f"“{a.label}” and “{b.label}” are the same but for rounding in the conversion"
    if _rounds(a, b) or _rounds(b, a):
        return f"“{a.label}” and “{b.label}” are the same but for rounding"
    return None


def _near(a: Figure, b: Figure, share: float) -> bool:
    return abs(a.low - b.low) <= share * max(a.low, b.low)


def _rounds(exact: Figure, rounded: Figure) -> bool:
    """Whether a large round number stands for an exact one ("300" for 297, "nine million" for 9.3 million)."""
    if exact.bound != "exact" or rounded.bound != "exact" or rounded.low < _ROUNDED or rounded.low != int(rounded.low):
        return False
    digits = str(int(rounded.low))
    step = 10 ** (len(digits) - len(digits.rstrip("0")))
    return step > 1 and round(exact.low / step) * step == rounded.low and _near(exact, rounded, _ROUNDING)
