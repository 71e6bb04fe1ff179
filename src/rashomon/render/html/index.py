"""Numbers and anchors: every id on the page comes from a counter, never from a report's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Breakdown, Facet, Mention, Origin, Report, Span
from rashomon.render.html.labels import TONES, letter


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place marked in a report's full text and the link back from it.

    ``href`` is the id of the variant or the exclusive that quotes it, ``ref`` the short sign of it
    ("3B"), ``name`` the same in words, ``tone`` the variant's colour (None for an exclusive).
    """

    id: str
    report: str
    span: Span
    href: str
    ref: str
    name: str
    tone: int | None


@dataclass(frozen=True, slots=True)
class Index:
    """Look-ups that every part of the page shares.

    ``reports`` and ``origins`` give each its number from 1, ``facets`` the number of a story's
    first facet and first exclusive, by the story's position.  ``marks`` finds a mention's anchor by
    (facet number, variant position, mention position), ``lone`` an exclusive's by its number.
    """

    breakdown: Breakdown
    by_id: dict[str, Report]
    numbers: dict[str, int]
    origins: dict[str, tuple[int, Origin]]
    first: tuple[tuple[int, int], ...]
    marks: dict[tuple[int, int, int], Anchor]
    lone: dict[int, Anchor]

    def anchors(self) -> dict[str, list[Anchor]]:
        """The anchors of each report, by its id, in the order of the text."""
        found: dict[str, list[Anchor]] = {}
        for anchor in (*self.marks.values(), *self.lone.values()):
            found.setdefault(anchor.report, []).append(anchor)
        return {id: sorted(anchors, key=lambda anchor: anchor.span) for id, anchors in found.items()}


def index(breakdown: Breakdown) -> Index:
    """The numbers and anchors of a breakdown."""
    marks = dict(_marks(breakdown))
    return Index(
        breakdown=breakdown,
        by_id={report.id: report for report in breakdown.reports},
        numbers={report.id: n for n, report in enumerate(breakdown.reports, 1)},
        origins={id: (n, origin) for n, origin in enumerate(breakdown.origins, 1) for id in origin.reports},
        first=tuple(_first(breakdown)),
        marks=marks,
        lone=dict(_lone(breakdown, len(marks))),
    )


def _first(breakdown: Breakdown) -> Iterator[tuple[int, int]]:
    facet, exclusive = 1, 1
    for story in breakdown.stories:
        yield facet, exclusive
        facet, exclusive = facet + len(story.facets), exclusive + len(story.exclusives)


def _marks(breakdown: Breakdown) -> Iterator[tuple[tuple[int, int, int], Anchor]]:
    n = 0
    facets = (facet for story in breakdown.stories for facet in story.facets)
    for number, facet in enumerate(facets, 1):
        for v, variant in enumerate(facet.variants):
            for m, mention in enumerate(variant.mentions):
                n += 1
                yield (number, v, m), _mark(n, number, v, facet, mention)


def _mark(n: int, number: int, v: int, facet: Facet, mention: Mention) -> Anchor:
    name = f"Facet {number}, variant {letter(v)}: {facet.question}"
    ref = f"{number}{letter(v)}"
    return Anchor(
        f"m{n}", mention.report, mention.clause or mention.span, f"f{number}-{v + 1}", ref, name, v % TONES + 1
    )


def _lone(breakdown: Breakdown, n: int) -> Iterator[tuple[int, Anchor]]:
    exclusives = (exclusive for story in breakdown.stories for exclusive in story.exclusives)
    for number, exclusive in enumerate(exclusives, 1):
        name = f"Exclusive {number}: only this report has it"
        anchor = Anchor(f"m{n + number}", exclusive.report, exclusive.span, f"x{number}", f"X{number}", name, None)
        yield number, anchor
