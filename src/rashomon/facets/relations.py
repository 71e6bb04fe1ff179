"""How two answers, and two variants, stand to each other, with the reason in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

from rashomon.facets.answers import Answer
from rashomon.facets.atlas import Standing
from rashomon.facets.details import Detail
from rashomon.facets.intervals import outgrows, overlap, same
from rashomon.facets.quantities import comparable, near_vague, same_voice
from rashomon.facets.series import FALLING
from rashomon.facets.states import same_turn, state
from rashomon.facets.times import stand
from rashomon.facets.wording import altered
from rashomon.langs import Lexicon
from rashomon.model import Figure, Relation, RelationKind, Report, Time
from rashomon.text import tokens
from rashomon.text.dates import is_later, last_change, utc
from rashomon.text.stems import stem

AGREE = 0.7  # score from which two claims without figures say the same
STRONG = 0.5  # score from which two claims are surely about one thing, so that a difference counts
_TOLD = 2  # terms besides names that two claims share when they tell of one step
QUOTED = 0.3  # score from which two quotations may be versions of one
_DATE = len("2000-01-01")
_SAID = "the wording says that the count changed"
_CHANGED = frozenset({"changed", "revised"})  # marks of words that tell of another count
_WEIGHT: dict[str, int] = {"agree": 0, "compatible": 1, "update": 2, "conflict": 3}


class Judged(NamedTuple):
    """What two answers are to each other, and why; ``voices``: whether it is known who says both."""

    relation: Literal["agree", "compatible", "update", "conflict"]
    reason: str
    voices: bool = False


_UNSURE = Judged("compatible", "The two figures may be of different things.")


def compare(
    x: Answer,
    y: Answer,
    score: float,
    reports: Mapping[str, Report],
    lexicon: Lexicon,
    *,
    linked: bool = True,
    standing: Standing | None = None,
) -> Judged:
    """How two answers to one question stand to each other.

    ``score`` is how near their claims are; ``linked`` is false when nothing but the others in the facet
    speaks for it that their figures are of one thing.  ``standing`` is how the two places lie, as far as it is known.
    """
    if x.figure and y.figure:
        judged = _figures(x, y, x.figure, y.figure, reports, lexicon)
        return judged if linked or judged.relation in {"agree", "compatible"} else _UNSURE
    if x.time and y.time:
        return _times(x, y, x.time, y.time, score, reports, lexicon)
    if x.place and y.place:
        told = len(_beyond_names(x) & _beyond_names(y)) >= _TOLD
        return _places(x.place, y.place, score, standing, told=told)
    if x.person and y.person:
        return _persons(x.person, y.person)
    if x.name and y.name:
        return _names(x.name, y.name)
    if x.detail and y.detail:
        return _details(x.detail, y.detail)
    if score >= STRONG:
        found = _moved_on(x, y, reports, lexicon) or _opposed(x, y, reports, lexicon)
        if found:
            return found
    changed = altered(x.claim, y.claim, reports) if score >= QUOTED else None
    if changed:
        return Judged("compatible", "The words inside the quotation marks differ: “{}” and “{}”.".format(*changed))
    if any(comparable(a, b) and not overlap(a, b) for a in x.claim.figures for b in y.claim.figures):
        return Judged("compatible", "They give different figures, which are compared in a facet of their own.")
    if (score >= AGREE or x.claim.terms == y.claim.terms) and x.claim.denied == y.claim.denied:
        return Judged("agree", "They say the same in nearly the same words.")
    return Judged("compatible", "They differ in wording or detail; nothing in them excludes the other.")


def relate(names: tuple[str, str], pairs: Sequence[Judged]) -> Relation:
    """The relation of two variants, from how their answers stand to each other, pair by pair: the strongest.

    Where one voice itself gives both answers one after the other, or time explains as many of the pairs as
    it leaves at odds, the variants are an update.
    """
    counts = Counter(judged.relation for judged in pairs)
    corrected = any(judged.relation == "update" and judged.voices for judged in pairs)
    moved = corrected or counts["update"] >= counts["conflict"] > 0
    strongest = max(
        pairs, key=lambda judged: (moved and judged.relation == "update", _WEIGHT[judged.relation], judged.voices)
    )
    kind: RelationKind = "compatible" if strongest.relation == "agree" else strongest.relation
    return Relation(names, kind, strongest.reason)


def _figures(x: Answer, y: Answer, a: Figure, b: Figure, reports: Mapping[str, Report], lexicon: Lexicon) -> Judged:
    if same(a, b):
        return Judged("agree", "They give the same figure.")
    room = overlap(a, b)
    outgrown = outgrows(a, b) or outgrows(b, a)
    if room and not outgrown:
        return Judged("compatible", f"{room}.")
    first, second = f"“{a.label}”", f"“{b.label}”"
    if any(_revised(answer, reports, lexicon) for answer in (x, y)):
        stand = "differ" if room else "exclude each other"
        return Judged("update", f"{first} and {second} {stand}; {_SAID}.", voices=True)
    if outgrown:
        return Judged("update", f"“{outgrown[0].label}” is far more than “{outgrown[1].label}” says: the count rose.")
    if near_vague(a, b):
        return Judged("compatible", f"{first} and {second} may be the same: one is no number.")
    one, other = (answer.claim.attribution for answer in (x, y))
    if one and other and not same_voice(one.speaker, other.speaker):
        return Judged(
            "conflict", f"{one.speaker}: {first}; {other.speaker}: {second}; both cannot be true.", voices=True
        )
    later = _later(x, y, a, b, reports)
    if later:
        return Judged(
            "update",
            f"{first} and {second} exclude each other; the report of {later} is the later one.",
            voices=bool(one and other),
        )
    if any(_has(answer, _CHANGED, reports, lexicon) for answer in (x, y)):
        return Judged("update", f"{first} and {second} exclude each other; {_SAID}.")
    return Judged("conflict", f"{first} and {second} exclude each other.")


def _beyond_names(answer: Answer) -> set[str]:
    """The terms of an answer's claim without those of its names."""
    named = {stem(word.lower()) for name in answer.claim.names for word in name.split()}
    return set(answer.claim.terms) - named


def _times(
    x: Answer, y: Answer, a: Time, b: Time, score: float, reports: Mapping[str, Report], lexicon: Lexicon
) -> Judged:
    standing, (first, second) = stand(a, b), (f"“{time.label}”" for time in (a, b))
    if standing == "same":
        return Judged("agree", "They name the same time.")
    if standing == "alike":
        both = f" ({a.value})" if a.start and a.value == b.value else ""
        return Judged("compatible", f"{first} and {second} are names of the same day or time{both}.")
    if standing == "inside":
        return Judged("compatible", f"One of {first} and {second} lies within the other.")
    if standing == "overlap":
        return Judged("compatible", f"{first} and {second} leave room for the same time.")
    told = len(_beyond_names(x) & _beyond_names(y)) >= _TOLD
    if standing == "apart" and score >= STRONG and told:
        names = " and ".join(f"“{time.label}”{f' ({time.value})' if time.start else ''}" for time in (a, b))
        moved = _postponed(x, y, reports, lexicon)
        return (
            Judged("update", f"{names} differ: {moved}.")
            if moved
            else Judged("conflict", f"{names} exclude each other.")
        )
    return Judged("compatible", f"{first} and {second} may be the same time, or of different steps.")


def _postponed(x: Answer, y: Answer, reports: Mapping[str, Report], lexicon: Lexicon) -> str | None:
    """What shows that a planned time was moved: the wording, or a report of a later day that plans it anew."""
    if any(_holds(answer, "moved-time", reports, lexicon) for answer in (x, y)):
        return lexicon.questions["moved"]
    told = (reports[answer.claim.report] for answer in (x, y))
    days = {utc(last_change(report.published, report.updated))[:_DATE] for report in told}
    planned = all(_holds(answer, "future", reports, lexicon) for answer in (x, y))
    return lexicon.questions["planned-anew"] if planned and len(days) > 1 and "" not in days else None


def _holds(answer: Answer, key: str, reports: Mapping[str, Report], lexicon: Lexicon) -> bool:
    """Whether a claim's clause holds one of the words that `Lexicon.grammar` has under this key."""
    words = tokens(reports[answer.claim.report].text, *answer.claim.span)
    return any(word.lower in lexicon.grammar[key] for word in words)


def _places(a: str, b: str, score: float, standing: Standing | None, *, told: bool) -> Judged:
    """Two places; ``standing`` is what is known of how they lie, ``told`` whether their claims tell of one step."""
    if standing and standing.kind == "same":
        return Judged("agree", standing.reason)
    if standing and standing.kind == "nested":
        return Judged("compatible", standing.reason)
    if standing and score >= STRONG and told:
        return Judged("conflict", f"{standing.reason} are two places, neither inside the other.")
    return Judged("compatible", f"{a} and {b} may lie in one another, or be of different steps.")


def _persons(a: str, b: str) -> Judged:
    if a.casefold().replace("-", " ") == b.casefold().replace("-", " "):
        return Judged("agree", "They give the same name and office.")
    return Judged("compatible", f"“{a}” and “{b}” write the name or the office differently.")


def _names(a: str, b: str) -> Judged:
    if a == b:
        return Judged("agree", "They give the same name.")
    return Judged("conflict", f"One writes “{a}”, the other “{b}”.")


def _details(a: Detail, b: Detail) -> Judged:
    if a.words == b.words:
        return Judged("agree", "They say the same in the same words.")
    return Judged("compatible", "They differ in wording or detail; nothing in them excludes the other.")


def _moved_on(x: Answer, y: Answer, reports: Mapping[str, Report], lexicon: Lexicon) -> Judged | None:
    """An event that is still to come in one claim, and under way or over in the other."""
    shared = set(x.claim.terms) & set(y.claim.terms)
    one, other = (tokens(reports[z.claim.report].text, *z.claim.span) for z in (x, y))
    first, second = (state(words, shared, lexicon) for words in (one, other))
    if first and second and first != second and "planned" in (first, second) and same_turn(one, other, lexicon):
        states = (lexicon.questions[mark] for mark in (first, second))
        return Judged("update", "In one it is {}, in the other {}.".format(*states))
    return None


def _opposed(x: Answer, y: Answer, reports: Mapping[str, Report], lexicon: Lexicon) -> Judged | None:
    """Two claims alike that have opposite words, when neither is denied more than the other."""
    if x.claim.denied != y.claim.denied:
        return None
    a, b = ({word.lower for word in tokens(reports[z.claim.report].text, *z.claim.span)} for z in (x, y))
    for pair in lexicon.opposites:
        for first, second in ((pair.words, pair.others), (pair.others, pair.words)):
            if a & first and b & second and not a & second and not b & first:
                return Judged(pair.relation, f"One says “{min(a & first)}”, the other “{min(b & second)}”.")
    return None


def _has(answer: Answer, marks: Collection[str], reports: Mapping[str, Report], lexicon: Lexicon) -> bool:
    """Whether a claim's whole sentence holds a word of these marks."""
    words = tokens(reports[answer.claim.report].text, *answer.claim.sentence)
    return any(lexicon.modality.get(word.lower) in marks for word in words)


def _revised(answer: Answer, reports: Mapping[str, Report], lexicon: Lexicon) -> bool:
    """Whether a claim's own clause says that its count was an early one or a new one ("an earlier toll of 12")."""
    words = [word.lower for word in tokens(reports[answer.claim.report].text, *answer.claim.span)]
    marks = {lexicon.modality.get(word) for word in words}
    counted = any(word in lexicon.grammar["count"] for word in words)
    return "revised" in marks or ("changed" in marks and counted)


def _later(x: Answer, y: Answer, a: Figure, b: Figure, reports: Mapping[str, Report]) -> str | None:
    """The date of the later report, when it is surely later and its count is no lower, or of the missing."""
    told = (reports[answer.claim.report] for answer in (x, y))
    first, second = (last_change(report.published, report.updated) for report in told)
    if not (a.scope or b.scope) or not (is_later(first, second) or is_later(second, first)):
        return None
    later, earlier = (a, b) if is_later(first, second) else (b, a)
    date = utc(first if is_later(first, second) else second)
    spoken = f"{date[:10]} {date[11:16]} UTC" if "T" in date else date
    return spoken if later.low >= earlier.low or later.scope == FALLING else None
