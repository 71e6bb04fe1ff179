"""Facets, their variants and relations, and exclusives, as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Facet, Relation, Series, Story, Variant
from rashomon.render.html.charts import Chart, charts
from rashomon.render.html.index import Index
from rashomon.render.html.labels import KINDS, RELATIONS, STATES, TONES, State, letter
from rashomon.render.html.quotes import Place, Quote, Sentence, place, quotes, sentence
from rashomon.render.origins import one_origin, support
from rashomon.render.words import by_reason

SHOWN = 4
"""How many quotes of a variant are shown before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class VariantView:
    """A variant: ``id`` on the page, letter and colour, who backs it in words, and its quotes."""

    id: str
    letter: str
    tone: int
    label: str
    support: str
    weak: bool
    quotes: tuple[Quote, ...]
    folded: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class RelationView:
    """A relation with its reason in words and the pairs of variants that stand so for this reason."""

    state: State
    verb: str
    reason: str
    pairs: tuple[tuple[VariantView, VariantView], ...]


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with its number on the page."""

    id: str
    number: int
    question: str
    kind: str
    kind_name: str
    state: State
    variants: tuple[VariantView, ...]
    relations: tuple[RelationView, ...]
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True)
class ExclusiveView:
    """A claim that one report alone has."""

    id: str
    number: int
    sentence: Sentence
    place: Place


@dataclass(frozen=True, slots=True)
class Exclusives:
    """The exclusives of one report."""

    place: Place
    claims: tuple[ExclusiveView, ...]


def facets(at: Index, position: int, story: Story) -> tuple[FacetView, ...]:
    """The facets of the story at a position in the breakdown, in its order."""
    numbered = enumerate(story.facets, at.first[position][0])
    return tuple(_facet(at, number, facet, story.series) for number, facet in numbered)


def _facet(at: Index, number: int, facet: Facet, series: tuple[Series, ...]) -> FacetView:
    variants = tuple(_variant(at, number, v, variant) for v, variant in enumerate(facet.variants))
    relations = _relations(facet, {variant.id: view for variant, view in zip(facet.variants, variants, strict=True)})
    state = STATES[facet.status]
    return FacetView(
        id=f"f{number}",
        number=number,
        question=facet.question,
        kind=facet.kind,
        kind_name=KINDS[facet.kind],
        state=state,
        variants=variants,
        relations=relations,
        charts=charts(at, number, facet, series),
    )


def _relations(facet: Facet, views: dict[str, VariantView]) -> tuple[RelationView, ...]:
    """The facet's relations, the strongest first, those with the same reason together."""
    strongest = sorted(facet.relations, key=lambda relation: list(STATES).index(relation.relation))
    return tuple(_relation(held, views) for held in by_reason(strongest))


def _relation(held: list[Relation], views: dict[str, VariantView]) -> RelationView:
    kind, reason = held[0].relation, held[0].reason
    pairs = tuple((views[relation.variants[0]], views[relation.variants[1]]) for relation in held)
    return RelationView(STATES[kind], RELATIONS[kind], reason, pairs)


def _variant(at: Index, number: int, v: int, variant: Variant) -> VariantView:
    found = quotes(at, number, v, variant)
    ids = {mention.report for mention in variant.mentions}
    return VariantView(
        id=f"f{number}-{v + 1}",
        letter=letter(v),
        tone=v % TONES + 1,
        label=variant.label,
        support=support(at.breakdown, ids),
        weak=one_origin(at.breakdown, ids),
        quotes=found[:SHOWN],
        folded=found[SHOWN:],
    )


def exclusives(at: Index, position: int, story: Story) -> tuple[Exclusives, ...]:
    """The exclusives of the story at a position in the breakdown, by report in the story's order."""
    grouped: dict[str, list[ExclusiveView]] = {}
    for number, claim in enumerate(story.exclusives, at.first[position][1]):
        report = at.by_id[claim.report]
        here = place(at, report, at.lone[number].id)
        view = ExclusiveView(f"x{number}", number, sentence(report.text, claim), here)
        grouped.setdefault(claim.report, []).append(view)
    return tuple(Exclusives(views[0].place, tuple(views)) for views in grouped.values())
