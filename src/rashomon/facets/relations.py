"""How two answers, and two variants, stand to each other, with the reason in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from rashomon.facets.answers import Answer
from rashomon.facets.moments import is_weekday
from rashomon.facets.quantities import overlap, same
from rashomon.langs import Lexicon
from rashomon.model import Figure, Relation, RelationKind, Report
from rashomon.text import Token, tokens

AGREE = 0.55  # score from which two claims without figures say the same
STRONG = 0.4  # score from which two claims are surely about one thing, so that a difference counts
_SURE = 0.6  # score from which a difference of tense counts
_ENOUGH = 4  # shared terms
_NEARLY = 0.75  # of the shorter claim, from which a denial is of the same thing
_WEIGHT: dict[str, int] = {"agree": 0, "compatible": 1, "update": 2, "conflict": 3}


class Judged(NamedTuple):
    """What two answers are to each other, and why."""

    relation: Literal["agree", "compatible", "update", "conflict"]
    reason: str


def compare(x: Answer, y: Answer, score: float, reports: Mapping[str, Report], lexicon: Lexicon) -> Judged:
    """How two answers to one question stand to each other; ``score`` is how near their claims are."""
    if x.figure and y.figure:
        return _figures(x, y, x.figure, y.figure, reports, lexicon)
    if x.day and y.day:
        return _days(x.day, y.day)
    if score >= STRONG:
        judged = _denial(x, y) or _planned(x, y, score, reports, lexicon)
        if judged:
            return judged
    if score >= AGREE and x.claim.denied == y.claim.denied:
        return Judged("agree", "They say the same in nearly the same words.")
    return Judged("compatible", "They differ in wording or detail; nothing in them excludes the other.")


def relate(names: tuple[str, str], pairs: Sequence[Judged]) -> Relation:
    """The relation of two variants, from how their answers stand to each other, pair by pair: the strongest."""
    strongest = max(pairs, key=lambda judged: _WEIGHT[judged.relation])
    kind: RelationKind = "compatible" if strongest.relation == "agree" else strongest.relation
    return Relation(names, kind, strongest.reason)


def _figures(x: Answer, y: Answer, a: Figure, b: Figure, reports: Mapping[str, Report], lexicon: Lexicon) -> Judged:
    if same(a, b):
        return Judged("agree", "They give the same figure.")
    room = overlap(a, b)
    if room:
        return Judged("compatible", f"{room}.")
    first, second = f"“{a.label}”", f"“{b.label}”"
    one, other = (answer.claim.attribution for answer in (x, y))
    if one and other and one.speaker != other.speaker:
        return Judged("conflict", f"{one.speaker}: {first}; {other.speaker}: {second}; both cannot be true.")
    later = _later(x, y, a, b, reports)
    if later:
        return Judged("update", f"{first} and {second} exclude each other; the report of {later} is the later one.")
    if any(_has(answer, "changed", reports, lexicon, whole=True) for answer in (x, y)):
        return Judged("update", f"{first} and {second} exclude each other; the wording says that the count changed.")
    return Judged("conflict", f"{first} and {second} exclude each other.")


def _days(a: str, b: str) -> Judged:
    if a == b:
        return Judged("agree", "They name the same day.")
    if is_weekday(a) != is_weekday(b):
        return Judged("compatible", f"{a.title()} and {b.title()} may be the same day.")
    return Judged("conflict", f"One names {a.title()} as the day, the other {b.title()}.")


def _denial(x: Answer, y: Answer) -> Judged | None:
    """An affirmed and a denied claim that share nearly all of their words."""
    first, second = set(x.claim.terms), set(y.claim.terms)
    shared = len(first & second)
    if x.claim.denied != y.claim.denied and shared >= _ENOUGH and shared >= _NEARLY * min(len(first), len(second)):
        return Judged("conflict", "One says that it is so, the other, in nearly the same words, that it is not.")
    return None


def _planned(x: Answer, y: Answer, score: float, reports: Mapping[str, Report], lexicon: Lexicon) -> Judged | None:
    if score >= _SURE and _has(x, "planned", reports, lexicon) != _has(y, "planned", reports, lexicon):
        return Judged("update", "One speaks of what is still to come, the other of what is happening or done.")
    return None


def _has(answer: Answer, mark: str, reports: Mapping[str, Report], lexicon: Lexicon, *, whole: bool = False) -> bool:
    """Whether a claim (or its whole sentence) holds a word of this mark, alone or before "to"."""
    span = answer.claim.sentence if whole else answer.claim.span
    words = tokens(reports[answer.claim.report].text, *span)
    return any(mark in (lexicon.modality.get(w), lexicon.modality.get(pair)) for w, pair in _with_next(words))


def _with_next(words: tuple[Token, ...]) -> list[tuple[str, str]]:
    after = [word.lower for word in words[1:]] + [""]
    return [(word.lower, f"{word.lower}-{follows}") for word, follows in zip(words, after, strict=True)]


def _later(x: Answer, y: Answer, a: Figure, b: Figure, reports: Mapping[str, Report]) -> str | None:
    """The date of the later report, when both are known and differ and a toll is not lower there."""
    first, second = (reports[answer.claim.report].published for answer in (x, y))
    if not first or not second or first == second or not (a.scope or b.scope):
        return None
    later, earlier = (a, b) if first > second else (b, a)
    return max(first, second) if later.low >= earlier.low else None
