"""Claims into facets: which claims answer one question, with which variants, and how these relate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.claims.gazetteer import gazetteer
from rashomon.facets import (
    apart,
    beside,
    matching,
    parties,
    persons,
    places,
    quantities,
    series,
    spellings,
    surroundings,
    times,
)
from rashomon.facets.answers import Answer
from rashomon.facets.atlas import Atlas
from rashomon.facets.group import group
from rashomon.facets.judge import Judge, additive
from rashomon.facets.keys import Candidates, candidates
from rashomon.facets.meanings import meanings
from rashomon.facets.questions import question
from rashomon.facets.relations import Judged, compare, relate
from rashomon.facets.variants import split, variant
from rashomon.facets.weights import Weights, weigh
from rashomon.langs import Lexicon
from rashomon.model import Claim, Facet, Origin, Reading, Report, Span, Status
from rashomon.text import tokens

VERSION = "additive-2"
_SLIGHT = 0.02  # score below which a pair of claims has nothing to do with each other
_FIGURES = 0.3  # mean score within which figures answer one question,
_TIMES = 0.45  # times
_PLACES = 0.3  # and places
_KIN = 0.2  # score from which two figures of one facet may be at odds
_NEW = 0.34  # share of a facet's pairs that stand in no other one
_CORE = 0.3  # score that the strongest pair of a facet reaches
_ORDER: tuple[Status, ...] = ("conflict", "update", "compatible", "agree")


@dataclass(frozen=True, slots=True)
class _Story:
    """What the steps below share: the story's claims and what is known about them."""

    claims: Sequence[Claim]
    reports: Mapping[str, Report]
    origin: Mapping[str, str]
    weights: Weights
    judged: Mapping[tuple[int, int], float]
    quotable: Mapping[surroundings.Place, Span]
    readings: Mapping[str, Reading]
    lexicon: Lexicon
    settings: Sequence[apart.Setting]
    atlas: Atlas | None


def judging(
    reports: Sequence[Report], claims: Sequence[Claim], readings: Mapping[str, Reading]
) -> tuple[Judge, Candidates]:
    """The judge of a story's claims and the pairs that it is to judge.

    ``readings`` are by report, none where there is no reader whose vectors the judge knows (`judge.FITTED_ON`).
    """
    known = {report.id: report for report in reports}
    weights, seen = weigh(claims), meanings(claims, readings)
    words = [
        [word.lower for word in tokens(known[claim.report].text, *claim.span) if word.kind != "mark"]
        for claim in claims
    ]
    return Judge(claims, weights, seen, known, words), candidates(claims, weights, seen)


def facets(
    reports: Sequence[Report],
    claims: Sequence[Claim],
    origins: Sequence[Origin],
    lexicon: Lexicon,
    readings: Mapping[str, Reading] | None = None,
) -> tuple[Facet, ...]:
    """The facets of a story, the most contested first."""
    judge, found = judging(reports, claims, readings or {})
    rated = zip(found.pairs.tolist(), judge.scores(found).tolist(), strict=True)
    origin = {id: o.id for o in origins for id in o.reports}
    story = _Story(
        claims=claims,
        reports=judge.reports,
        origin=origin,
        weights=judge.weights,
        judged={(a, b): score for (a, b), score in rated if score >= _SLIGHT},
        quotable=surroundings.quotable(claims, judge.reports),
        readings=readings or {},
        lexicon=lexicon,
        settings=apart.settings(claims, judge.reports, lexicon),
        atlas=_atlas(claims, lexicon),
    )
    asked = _quantities(story) + _times(story) + _persons(story)
    asked += _others(story, asked) + _places(story) + _names(story)
    made = sorted((_facet(each, story) for each in asked), key=_contested)
    details = (_facet(each, story) for each in _details(story))
    made += sorted((facet for facet in details if not _repeats(facet, made)), key=_contested)
    return tuple(replace(facet, id=f"f{n}") for n, facet in enumerate(made, 1))


def _atlas(claims: Sequence[Claim], lexicon: Lexicon) -> Atlas | None:
    """The atlas of a story; None where its claims name no places, so that nothing is loaded."""
    named = [place for claim in claims for place in claim.places]
    return Atlas(named, gazetteer(), lexicon) if named else None


@dataclass(frozen=True, slots=True)
class _Question:
    """Answers, each with its claim (by position), and which pairs of them (by place) were linked; None for all."""

    answers: list[tuple[int, Answer]]
    linked: frozenset[tuple[int, int]] | None = None


Asked = list[_Question]


def _quantities(story: _Story) -> Asked:
    """Answers to the questions for a number that two or more reports give."""
    items = quantities.counted(story.claims)
    scores = quantities.scores(items, story.claims, story.weights, story.judged, story.settings, lexicon=story.lexicon)
    asked = []
    groups = parties.joined(group(len(items), scores, _FIGURES), items, story.claims, story.origin)
    for members in series.joined(groups, items, story.claims, story.reports, story.settings):
        answers = [(items[m].claim, Answer(story.claims[items[m].claim], items[m].figure)) for m in members]
        linked = frozenset(
            (i, j) for i, j in combinations(range(len(members)), 2) if (members[i], members[j]) in scores
        )
        if len({answer.claim.report for _, answer in answers}) > 1:
            asked.append(_Question(answers, linked))
    return asked


def _times(story: _Story) -> Asked:
    """Answers to the questions for a time that two or more reports name."""
    items = times.timed(story.claims)
    near = beside.in_sentences(items, story.claims, story.judged)
    asked = []
    for members in group(len(items), times.scores(items, story.claims, near), _TIMES):
        held = times.without_asides([items[m] for m in members], story.claims)
        if len({story.claims[at].report for at in held}) > 1:
            answers = [(at, Answer(story.claims[at], time=times.main_time(story.claims[at]))) for at in held]
            asked.append(_Question(answers))
    return asked


def _places(story: _Story) -> Asked:
    """Answers to the questions for a place that two or more reports name."""
    items = places.sited(story.claims)
    if not story.atlas:
        return []
    near = beside.in_sentences(sorted({item.claim for item in items}), story.claims, story.judged)
    asked = []
    for members in group(len(items), places.scores(items, near, story.atlas), _PLACES):
        held = [items[m] for m in members]
        if len({story.claims[item.claim].report for item in held}) > 1:
            answers = [
                (item.claim, Answer(story.claims[item.claim], place=item.place.name, located=item.place))
                for item in held
            ]
            asked.append(_Question(answers))
    return asked


def _persons(story: _Story) -> Asked:
    """Answers to the questions for a person's name and office."""
    found = persons.named(story.claims, story.reports, story.lexicon)
    return [
        _Question([(n.claim, Answer(story.claims[n.claim], person=n.words, name=n.name)) for n in held])
        for held in found
    ]


def _others(story: _Story, special: Asked) -> Asked:
    """Answers to the other questions; claims that only share a figure, or were all asked for one, have had theirs."""
    done = {pair for held in special for pair in combinations(sorted({at for at, _ in held.answers}), 2)}
    asked = []
    counted = {at for held in special for at, answer in held.answers if answer.figure}
    for every in group(len(story.claims), story.judged):
        members = [at for at in every if not persons.describes_its_speaker(story.claims[at], story.reports)]
        if all(at in counted for at in members):
            continue
        across = [p for p in combinations(members, 2) if story.claims[p[0]].report != story.claims[p[1]].report]
        core = max((story.judged.get(pair, 0.0) for pair in across), default=0.0)
        if core >= _CORE and sum(pair not in done for pair in across) >= max(1, _NEW * len(across)):
            asked.append(_Question([(at, Answer(story.claims[at])) for at in members]))
    return asked


def _names(story: _Story) -> Asked:
    """Answers to the questions for a name that reports spell in two ways."""
    return [
        _Question([(at, Answer(story.claims[at], name=name)) for at, name in held])
        for held in spellings.spelled(story.claims, story.lexicon)
    ]


def _repeats(facet: Facet, others: Sequence[Facet]) -> bool:
    """Whether a question for a time or a place is asked of the same sentences already."""
    told = {(m.report, m.sentence) for v in facet.variants for m in v.mentions}
    return facet.kind in {"time", "place"} and any(
        other.kind == facet.kind and told <= {(m.report, m.sentence) for v in other.variants for m in v.mentions}
        for other in others
    )


def _details(story: _Story) -> Asked:
    """Answers to the questions who, whom, where, when, why and how that sentences told alike answer."""
    holders: dict[surroundings.Place, list[int]] = {}
    for at, claim in enumerate(story.claims):
        holders.setdefault((claim.report, claim.sentence), []).append(at)
    near = matching.near_sentences(story.judged, story.claims)
    wanted = frozenset(place for pair, score in near.items() if score >= matching.NEAR for place in pair)
    found = matching.details(story.readings, frozenset(holders), wanted)
    pairs, values = found.pairs(near)
    scores = additive("details").scores(found.features(pairs, values))
    rated = {(min(a, b), max(a, b)): score for (a, b), score in zip(pairs.tolist(), scores.tolist(), strict=True)}
    asked = []
    for members in matching.asked(found, rated):
        items = [found.items[at] for at in members]
        if all(item.role == "subject" and item.predicate in story.lexicon.reporting.values() for item in items):
            continue  # who speaks is told with each answer
        claims = [_holder(item.head_at, holders[item.place], story.claims) for item in items]
        asked.append(_Question([(at, Answer(story.claims[at], detail=i)) for at, i in zip(claims, items, strict=True)]))
    return asked


def _holder(place: int, held: Sequence[int], claims: Sequence[Claim]) -> int:
    """The claim (by position) of a sentence that holds a place of it, or the last before it, or else the first."""
    before = [at for at in held if claims[at].span.start <= place]
    return max(before, key=lambda at: (claims[at].span.start, -at)) if before else held[0]


def _facet(asked: _Question, story: _Story) -> Facet:
    answers = [answer for _, answer in asked.answers]
    kind, text = question(answers, story.reports, story.weights.idf, story.lexicon)
    compared = {(i, j): _compared(i, j, asked, story) for i, j in combinations(range(len(answers)), 2)}
    groups = split(answers, compared)
    names = [f"v{n}" for n in range(1, len(groups) + 1)]
    relations = tuple(
        relate((names[i], names[j]), [compared[min(a, b), max(a, b)] for a in groups[i] for b in groups[j]])
        for i, j in combinations(range(len(groups)), 2)
    )
    status: Status = next((s for s in _ORDER if any(r.relation == s for r in relations)), "agree")
    variants = tuple(
        variant(name, [answers[at] for at in held], story.reports, story.origin, story.quotable)
        for name, held in zip(names, groups, strict=True)
    )
    return Facet("", text, kind, status, variants, relations)


def _compared(i: int, j: int, asked: _Question, story: _Story) -> Judged:
    (a, x), (b, y) = asked.answers[i], asked.answers[j]
    linked = asked.linked is None or _linked(i, j, asked, story)
    standing = story.atlas.standing(x.located, y.located) if story.atlas and x.located and y.located else None
    return compare(x, y, _score(a, b, story), story.reports, story.lexicon, linked=linked, standing=standing)


def _linked(i: int, j: int, asked: _Question, story: _Story) -> bool:
    """Whether more than the others in their facet speaks for it that two figures are of one thing."""
    (a, x), (b, y) = asked.answers[i], asked.answers[j]
    if not x.figure or not y.figure or apart.apart(x.figure, story.settings[a], y.figure, story.settings[b]):
        return False
    scored = _score(a, b, story) >= _KIN and (i, j) in (asked.linked or ())
    parties = (
        bool(x.figure.unit) and quantities.two_voices(x.claim, y.claim) and not quantities.of_two(x.figure, y.figure)
    )
    return scored or parties or quantities.one_kind(x.figure, y.figure)


def _score(a: int, b: int, story: _Story) -> float:
    return 1.0 if a == b else story.judged.get((min(a, b), max(a, b)), 0.0)


def _contested(facet: Facet) -> tuple[int, int, int, int, int, int, str, str]:
    """Sort key: conflicts first, those that most independent origins tell on both sides, then what has a value
    of its own to compare (a figure, a time, a name); ties by words."""
    origins = {variant.id: variant.origins for variant in facet.variants}
    sides = [min(origins[v] for v in r.variants) for r in facet.relations if r.relation == facet.status]
    reports = {mention.report for v in facet.variants for mention in v.mentions}
    first = facet.variants[0].mentions[0]
    return (
        _ORDER.index(facet.status),
        -max(sides, default=0),
        int(facet.kind in {"other", "statement"}),
        -sum(origins.values()),
        -len(reports),
        first.span.start,
        facet.question,
        first.quote,
    )
