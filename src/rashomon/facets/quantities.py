"""Quantities: which figures answer the same question, and how two of them stand to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from rashomon.facets.apart import Setting, apart, related
from rashomon.facets.atlas import one_country
from rashomon.facets.intervals import at_odds, overlap, same
from rashomon.facets.weights import Weights
from rashomon.langs import Lexicon
from rashomon.model import Claim, Figure, Span

_SAME_KIND = 0.2  # added to the claims' score when both count the same thing
_BY_CONTEXT = 0.3  # how much the sentences around them count
_SAME_VALUE = 0.2  # added when the intervals are the same
_SIZE = 0.1  # added when they lie near each other
_TIGHT = 0.2  # added when they are so near, and so exact, that one stands against the other
_ANCHOR = 0.25  # added when the sentences share a third figure
_CONTEXT = 0.12  # cosine of the sentences below which figures are about different things
_CLASH = 0.15  # the same for figures that exclude each other,
_TOLL = 0.06  # for such figures of one scope,
_KIND = 0.04  # for such figures that count the same things too,
_SLIGHT = 0.04  # and for figures that lie near each other
_LARGE, _RATIO = 20, 1.3  # figures from here on are seldom within this ratio by chance
_HUGE, _FAR = 100, 2.0  # and larger ones within that one
_CLOSE = 1.1  # ratio up to which exact figures stand against each other
_DIGITS = 2  # digits of a round number
FEW = 4  # figures up to here are shared by chance
_PART, _TIMES = 5, 4  # a figure below this, or so many times smaller, may be a part of the other
_WIDE = 1.7  # ratio of the ends of an interval from which it is no number
_LINKED = 0.4  # score from which a figure without a scope may be of the same thing as one with it
_SURE = 0.4  # score from which claims are surely about one thing
_SURER = 0.6  # score from which other names around them do not tell measures apart
_FAR_OFF = 2.0  # ratio from which a number is none that a word such as "several" may mean
_BEYOND = 50  # ratio from which two figures are never of one thing
_RIVALS = 4.0  # ratio from which they are of one thing only as two parties' figures
_HARM = frozenset({"killed", "injured", "missing"})  # scopes of tolls
_HUNDRED = 100  # from here on a figure of more digits than two is exact


_MOST = 300  # figures of one key that are compared with each other

Place = tuple[str, Span]
Key = tuple[str, ...]


class Counted(NamedTuple):
    """A figure in its claim (by position)."""

    claim: int
    figure: Figure


Given = Mapping[tuple[str, float, float | None], list[Counted]]


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
    if a.unit != b.unit or ("part" in a.scope) != ("part" in b.scope) or _outgrows(a, b) or _outgrows(b, a):
        return False
    if a.unit:
        return True
    if a.scope != b.scope and (not same(a, b) or (a.scope and b.scope)):
        return False
    if a.counted and b.counted:
        return a.counted[-1] in b.counted[-2:] or b.counted[-1] in a.counted[-2:]
    return bool(a.scope) and a.scope == b.scope


def _outgrows(a: Figure, b: Figure) -> bool:
    """Whether a figure is larger than the whole that the other is a part of."""
    return b.whole is not None and a.low > b.whole


def alike(a: Figure, b: Figure) -> bool:
    """Whether two figures in claims that are surely about one thing count the same."""
    return a.unit == b.unit and (bool(a.unit) or a.counted[-1:] == b.counted[-1:] or comparable(a, b))


def scores(
    items: Sequence[Counted],
    claims: Sequence[Claim],
    weights: Weights,
    judged: Mapping[tuple[int, int], float],
    settings: Sequence[Setting],
    lexicon: Lexicon,
) -> dict[tuple[int, int], float]:
    """The score of each pair of comparable figures whose claims have something in common.

    ``settings`` are `apart.settings` of the claims.
    """
    found: dict[tuple[int, int], float] = {}
    given, told = _given(items, claims), _told(items, claims)
    seen = _Seen(claims, weights, judged, settings, _named(claims), given, told, _beside(claims), lexicon)
    for i, j in _pairs(items, seen):
        score = _score(items[i], items[j], seen)
        if score is not None:
            found[i, j] = min(1.0, score)
    return found


def _pairs(items: Sequence[Counted], seen: _Seen) -> list[tuple[int, int]]:
    """Pairs of items (by position) that share a unit, a scope, a thing counted or a figure beside them."""
    holders: dict[Key, list[int]] = {}
    for at, item in enumerate(items):
        for key in _keys(item, seen):
            holders.setdefault(key, []).append(at)
    return sorted({pair for held in holders.values() for pair in combinations(held[:_MOST], 2)})


def _keys(item: Counted, seen: _Seen) -> set[Key]:
    figure = item.figure
    beside = {(f.unit or "", *f.counted[-1:], f"{f.low:g}") for f in seen.beside[seen.place(item)] if f.low > FEW}
    if figure.unit:
        return {("unit", figure.unit), *beside}
    return {("counted", thing) for thing in figure.counted[-2:]} | {("scope", *figure.scope)} | beside


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of the story's sentences while its figures are compared."""

    claims: Sequence[Claim]
    weights: Weights
    judged: Mapping[tuple[int, int], float]
    settings: Sequence[Setting]
    named: Mapping[Place, frozenset[str]]
    given: Given
    told: Mapping[tuple[str, Key], list[Counted]]
    beside: Mapping[Place, list[Figure]]
    lexicon: Lexicon

    def place(self, item: Counted) -> Place:
        claim = self.claims[item.claim]
        return claim.report, claim.sentence


def _score(a: Counted, b: Counted, seen: _Seen) -> float | None:
    """How surely two figures answer one question; None when they do not."""
    if a.claim == b.claim:
        return None
    score = seen.judged.get((min(a.claim, b.claim), max(a.claim, b.claim)), 0.0)
    x, y = seen.place(a), seen.place(b)
    near = _alike_in_size(a.figure, b.figure)
    anchored = x[0] != y[0] and _anchored(a, b, seen)
    if not _fits(a.figure, b.figure, score, counterpart=near and anchored):
        return None
    clash = at_odds(a.figure, b.figure)
    if clash and not _can_clash(a, b, seen, score, near=near, anchored=anchored):
        return None
    context = seen.weights.context(seen.claims[a.claim], seen.claims[b.claim])
    toll = _one_toll(a.figure, b.figure)
    least = _least(clash, one_kind(a.figure, b.figure), toll)
    if context >= least or score >= least or (near and (context >= _SLIGHT or toll)) or anchored:
        return score + _BY_CONTEXT * context + _bonus(a.figure, b.figure) + _ANCHOR * anchored
    return None


def _can_clash(a: Counted, b: Counted, seen: _Seen, score: float, *, near: bool, anchored: bool) -> bool:
    """Whether two figures that exclude each other are rival figures of one thing rather than figures of two."""
    if apart(a.figure, seen.settings[a.claim], b.figure, seen.settings[b.claim]):
        return False
    age, sure = a.figure.unit == "age", score >= _SURE
    placed = anchored or (not age and (near or score >= (_SURER if a.figure.unit else _SURE)))
    if not placed and _elsewhere(seen.named[seen.place(a)], seen.named[seen.place(b)]):
        return False
    if _both(a, b, seen, sure=near or sure) or (_times_apart(a.figure, b.figure) and not _rivals(a, b, seen)):
        return False
    return anchored or not _unlike(a.figure, b.figure, sure=sure, near=near)


def _times_apart(a: Figure, b: Figure) -> bool:
    """Whether one figure is so many times the other that two reporters of one thing hardly give both.

    Tolls of people are not asked: a slip in one is what a reader wants to see.
    """
    small, large = sorted((a, b), key=_size)
    return 0 < _RIVALS * _size(small) < _size(large) and not (one_kind(a, b) and set(a.scope) & _HARM)


def _rivals(a: Counted, b: Counted, seen: _Seen) -> bool:
    """Whether two parties give the figures, each its own."""
    first, second = (seen.claims[item.claim].attribution for item in (a, b))
    if first is None or second is None:
        return False
    return not same_voice(first.speaker, second.speaker) and not one_country(
        first.speaker, second.speaker, seen.lexicon
    )


def _fits(a: Figure, b: Figure, score: float, *, counterpart: bool) -> bool:
    """Whether two figures can be of one thing, the less strictly the surer it is what their claims are about."""
    if not a.unit and a.scope != b.scope and (score < _LINKED or (a.scope and b.scope)):
        return False
    return comparable(a, b) or (score >= _SURE and alike(a, b)) or (counterpart and a.unit == b.unit)


def _least(clash: bool, one_kind: bool, toll: bool) -> float:
    """The cosine of their sentences from which two figures are about one thing."""
    if not clash:
        return _CONTEXT
    return _KIND if one_kind else _TOLL if toll else _CLASH


def _unlike(a: Figure, b: Figure, *, sure: bool, near: bool) -> bool:
    """Whether two figures that exclude each other are more likely of two things than rival figures of one."""
    small, large = sorted((a, b), key=_size)
    if _vague(large) and (_vague(small) or _size(small) < _PART):
        return True
    low, high = _size(small), _size(large)
    if high > _BEYOND * low:
        return True
    if small.unit == "age":
        return high > _RATIO * low or of_two(a, b)
    if small.unit and small.unit.islower():
        return not (near and sure) or of_two(a, b)
    if small.unit:
        return not near and not sure
    return low < _PART and not _vague(small) and (high > _TIMES * low or not sure)


def of_two(a: Figure, b: Figure) -> bool:
    """Whether two measures are said to be of different things (“a 37-year-old widow”, “years of data”)."""
    return bool(a.counted and b.counted) and a.counted[-1] != b.counted[-1]


def _size(figure: Figure) -> float:
    """The number that a figure names: its upper end where it has no other."""
    return figure.low or figure.high or 0.0


def _vague(figure: Figure) -> bool:
    """Whether a figure is no more than a word of uncertain number ("several", "dozens")."""
    return figure.bound == "about" and figure.high is not None and figure.high > _WIDE * figure.low


def near_vague(a: Figure, b: Figure) -> bool:
    """Whether one of two figures is a word of uncertain number, and the other is not far from what it may mean."""
    small, large = sorted((a, b), key=_size)
    return (_vague(a) or _vague(b)) and large.low <= _FAR_OFF * (small.high or small.low)


def _anchored(a: Counted, b: Counted, seen: _Seen) -> bool:
    """Whether the two sentences share a third figure, so that they speak of one thing."""
    first, second = seen.beside[seen.place(a)], seen.beside[seen.place(b)]
    return any(
        same(f, g) and f.low > FEW and f.unit == g.unit and f.counted[-1:] == g.counted[-1:]
        for f in first
        for g in second
        if not same(f, a.figure) and not same(g, b.figure)
    )


def _beside(claims: Sequence[Claim]) -> Mapping[Place, list[Figure]]:
    """All figures of each sentence."""
    found: dict[Place, list[Figure]] = {}
    for claim in claims:
        found.setdefault((claim.report, claim.sentence), []).extend(claim.figures)
    return found


def _named(claims: Sequence[Claim]) -> Mapping[Place, frozenset[str]]:
    """The words of the names in each sentence."""
    found: dict[Place, frozenset[str]] = {}
    for claim in claims:
        place = (claim.report, claim.sentence)
        found[place] = found.get(place, frozenset()) | {word for name in claim.names for word in name.split()}
    return found


def _given(items: Sequence[Counted], claims: Sequence[Claim]) -> Given:
    """The figures that each report gives, by their value."""
    found: dict[tuple[str, float, float | None], list[Counted]] = {}
    for item in items:
        found.setdefault((claims[item.claim].report, item.figure.low, item.figure.high), []).append(item)
    return found


def _told(items: Sequence[Counted], claims: Sequence[Claim]) -> Mapping[tuple[str, Key], list[Counted]]:
    """The figures of each report by what happened to what they count."""
    found: dict[tuple[str, Key], list[Counted]] = {}
    for item in items:
        if item.figure.scope:
            found.setdefault((claims[item.claim].report, item.figure.scope), []).append(item)
    return found


def _both(a: Counted, b: Counted, seen: _Seen, *, sure: bool) -> bool:
    """Whether the reports give both figures, so that they are of different things.

    One report that gives both is enough, unless the claims are surely about one thing.
    """
    first, second = _has(a, b.figure, seen), _has(b, a.figure, seen)
    return (first and second) if sure else (first or second)


def _has(item: Counted, figure: Figure, seen: _Seen) -> bool:
    """Whether the item's report gives the figure too, and not as another voice's answer to the same question."""
    report = seen.claims[item.claim].report
    held = seen.told.get((report, figure.scope), ())
    told = (o for o in held if overlap(o.figure, figure) and at_odds(o.figure, item.figure))
    return any(
        comparable(other.figure, figure) and not (one_kind(item.figure, figure) and _answers(item, other, seen))
        for other in (*seen.given.get((report, figure.low, figure.high), ()), *told)
    )


def _answers(item: Counted, other: Counted, seen: _Seen) -> bool:
    """Whether two voices of one report answer one question, neither of which gives both figures."""
    x, y = (seen.claims[at.claim] for at in (item, other))
    if not two_voices(x, y):
        return False
    by_both = (
        third
        for third in seen.told.get((x.report, item.figure.scope), ())
        if one_kind(third.figure, item.figure) and overlap(third.figure, item.figure)
    )
    return not any(y.attribution and not two_voices(y, seen.claims[third.claim]) for third in by_both)


def two_voices(x: Claim, y: Claim) -> bool:
    """Whether two claims are told by two speakers, or by one speaker and the report itself."""
    a, b = x.attribution, y.attribution
    if a is None or b is None:
        return a is not b
    return not same_voice(a.speaker, b.speaker)


def same_voice(a: str, b: str) -> bool:
    """Whether two names of speakers share a word, and so may be the same speaker."""
    return bool(set(a.lower().split()) & set(b.lower().split()))


def one_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same things, to which the same happened."""
    return bool(a.scope and a.scope == b.scope and a.counted and a.counted[-1:] == b.counted[-1:])


def _elsewhere(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sentences name people or places, and none in common."""
    return bool(a and b) and not related(a, b)


def _bonus(a: Figure, b: Figure) -> float:
    same_kind = bool(a.counted and a.counted[-1:] == b.counted[-1:]) + bool(a.scope and a.scope == b.scope)
    size = _SIZE * _alike_in_size(a, b) + _TIGHT * _rival(a, b)
    return _SAME_KIND * same_kind + _SAME_VALUE * same(a, b) + size


def _rival(a: Figure, b: Figure) -> bool:
    """Whether two different figures are so near and one is so exact that they can hardly be of two things."""
    small, large = sorted((a.low, b.low))
    exact = any(f.bound == "exact" and f.low % 10 ** (len(f"{f.low:.0f}") - _DIGITS) for f in (a, b))
    return _HUNDRED <= small < large <= _CLOSE * small and exact


def _one_toll(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same thing in the same scope ("killed")."""
    heads = {figure.counted[-1:] for figure in (a, b)} - {()}
    return bool(a.scope) and a.scope == b.scope and len(heads) < 2


def _alike_in_size(a: Figure, b: Figure) -> bool:
    """Whether two larger figures lie near each other, as rival figures of one thing do."""
    low, high = sorted((max(a.low, a.high or 0.0), max(b.low, b.high or 0.0)))
    return low >= _LARGE and high <= (_RATIO if low < _HUGE else _FAR) * low
