"""Claims into facets: which claims answer one question, with which variants, and how these relate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.facets import moments, parties, persons, quantities, series, spellings
from rashomon.facets.answers import Answer
from rashomon.facets.group import group
from rashomon.facets.judge import judge
from rashomon.facets.keys import candidates
from rashomon.facets.questions import question
from rashomon.facets.relations import Judged, compare, relate
from rashomon.facets.variants import split, variant
from rashomon.facets.weights import Weights, weigh
from rashomon.langs import Lexicon
from rashomon.model import Claim, Facet, Origin, Report, Status

VERSION = "tfidf-1"
NEAR = 0.08  # cosine below which a pair of claims is not judged
_FIGURES = 0.3  # mean score within which figures answer one question
_DAYS = 0.45  # mean score within which claims with a day are about one moment
_ORDER: tuple[Status, ...] = ("conflict", "update", "compatible", "agree")


@dataclass(frozen=True, slots=True)
class _Story:
    """What the steps below share: the story's claims and what is known about them."""

    claims: Sequence[Claim]
    reports: Mapping[str, Report]
    origin: Mapping[str, str]
    weights: Weights
    judged: Mapping[tuple[int, int], float]
    lexicon: Lexicon


def facets(
    reports: Sequence[Report], claims: Sequence[Claim], origins: Sequence[Origin], lexicon: Lexicon
) -> tuple[Facet, ...]:
    """The facets of a story, the most contested first."""
    weights = weigh(claims)
    pairs = (pair for pair in candidates(claims, weights.idf) if weights.near(*pair) >= NEAR)
    judged = {pair: judge(claims, weights, *pair).score for pair in pairs}
    origin = {id: o.id for o in origins for id in o.reports}
    story = _Story(claims, {r.id: r for r in reports}, origin, weights, judged, lexicon)
    asked = _quantities(story) + _moments(story) + _persons(story)
    asked += _others(story, asked) + _names(story)
    found = sorted((_facet(each, story) for each in asked), key=_contested)
    return tuple(replace(facet, id=f"f{n}") for n, facet in enumerate(found, 1))


@dataclass(frozen=True, slots=True)
class _Question:
    """Answers, each with its claim (by position), and which pairs of them (by place) were linked; None for all."""

    answers: list[tuple[int, Answer]]
    linked: frozenset[tuple[int, int]] | None = None


Asked = list[_Question]


def _quantities(story: _Story) -> Asked:
    """Answers to the questions for a number that two or more reports give."""
    items = quantities.counted(story.claims)
    scores = quantities.scores(items, story.claims, story.weights, story.judged)
    asked = []
    groups = parties.joined(group(len(items), scores, _FIGURES), items, story.claims, story.origin)
    for members in series.joined(groups, items, story.claims, story.reports):
        answers = [(items[m].claim, Answer(story.claims[items[m].claim], items[m].figure)) for m in members]
        linked = frozenset(
            (i, j) for i, j in combinations(range(len(members)), 2) if (members[i], members[j]) in scores
        )
        if len({answer.claim.report for _, answer in answers}) > 1:
            asked.append(_Question(answers, linked))
    return asked


def _moments(story: _Story) -> Asked:
    """Answers to the questions for a day that two or more reports name."""
    items = moments.dated(story.claims)
    scores = moments.scores(items, story.claims, story.weights, story.judged)
    asked = []
    for members in group(len(items), scores, _DAYS):
        answers = [(items[m], Answer(story.claims[items[m]], day=moments.day(story.claims[items[m]]))) for m in members]
        if len({answer.claim.report for _, answer in answers}) > 1:
            asked.append(_Question(answers))
    return asked


def _persons(story: _Story) -> Asked:
    """Answers to the questions for a person's name and office."""
    found = persons.named(story.claims, story.reports, story.lexicon)
    return [_Question([(n.claim, Answer(story.claims[n.claim], person=n.words)) for n in held]) for held in found]


def _others(story: _Story, special: Asked) -> Asked:
    """Answers to the other questions; claims that only share a figure have had theirs."""
    done = {pair for held in special for pair in combinations(sorted({at for at, _ in held.answers}), 2)}
    asked = []
    for members in group(len(story.claims), story.judged):
        across = [p for p in combinations(members, 2) if story.claims[p[0]].report != story.claims[p[1]].report]
        if any(pair not in done for pair in across):
            asked.append(_Question([(at, Answer(story.claims[at])) for at in members]))
    return asked


def _names(story: _Story) -> Asked:
    """Answers to the questions for a name that reports spell in two ways."""
    return [
        _Question([(at, Answer(story.claims[at], name=name)) for at, name in held])
        for held in spellings.spelled(story.claims, story.lexicon)
    ]


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
        variant(name, [answers[at] for at in held], story.reports, story.origin)
        for name, held in zip(names, groups, strict=True)
    )
    return Facet("", text, kind, status, variants, relations)


def _compared(i: int, j: int, asked: _Question, story: _Story) -> Judged:
    (a, x), (b, y) = asked.answers[i], asked.answers[j]
    kin = bool(x.figure and y.figure and quantities.one_kind(x.figure, y.figure))
    linked = kin or bool(x.figure and x.figure.unit) or asked.linked is None or (i, j) in asked.linked
    return compare(x, y, _score(a, b, story), story.reports, story.lexicon, linked=linked)


def _score(a: int, b: int, story: _Story) -> float:
    return 1.0 if a == b else story.judged.get((min(a, b), max(a, b)), 0.0)


def _contested(facet: Facet) -> tuple[int, int, int, int, str, str]:
    """Sort key: conflicts first, then by independent origins and reports; ties by words."""
    reports = {mention.report for v in facet.variants for mention in v.mentions}
    first = facet.variants[0].mentions[0]
    return (
        _ORDER.index(facet.status),
        -sum(v.origins for v in facet.variants),
        -len(reports),
        first.span.start,
        facet.question,
        first.quote,
    )
