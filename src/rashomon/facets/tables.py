"""Tables: a quantity by party and by time, out of a facet whose figures are at odds.

A facet makes a series where figures exclude each other and two parties, or reports of two times, give them.
Ages and durations make none: nobody counts them up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from rashomon.facets.answers import in_digits
from rashomon.facets.asof import as_of
from rashomon.facets.sides import sides
from rashomon.facets.times import main_time
from rashomon.langs import Lexicon, Unit
from rashomon.model import Claim, Facet, Figure, Mention, Report, Series, SeriesRow, Span
from rashomon.text import tokens
from rashomon.text.dates import is_later, utc

_NO_COUNTS = frozenset({"age", "h"})  # units that make no series
_DIGITS = 6  # significant digits of a converted value

Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class _Value:
    """A mention with the figure that it answers with, its claim and its variant's id."""

    variant: str
    mention: Mention
    claim: Claim
    figure: Figure

    @property
    def interval(self) -> tuple[str, float, float | None]:
        """The report and what it says; two such values say the same twice."""
        return self.mention.report, self.figure.low, self.figure.high


class _Scale(NamedTuple):
    """What the values of a series are given in, and how they are converted to it."""

    name: str | None
    unit: Unit | None


def tables(
    facets: Sequence[Facet], claims: Sequence[Claim], reports: Mapping[str, Report], lexicon: Lexicon
) -> tuple[Series, ...]:
    """The series of a story, in the order of its facets; ``claims`` are those that the facets were made of."""
    stated: dict[Place, list[Claim]] = {}
    for claim in claims:
        stated.setdefault((claim.report, claim.span), []).append(claim)
    found: list[Series] = []
    for facet in facets:
        if facet.kind == "quantity" and facet.status in {"conflict", "update"}:
            values = _values(facet, stated)
            made = _series(f"q{len(found) + 1}", facet, values, reports, lexicon)
            found += [made] if _counts(values) and _worth_showing(made, facet) else []
    return tuple(found)


def _values(facet: Facet, stated: Mapping[Place, Sequence[Claim]]) -> list[_Value]:
    """What the facet's mentions answer, as far as it is in the unit of the first one."""
    found = [
        _Value(variant.id, mention, claim, figure)
        for variant in facet.variants
        for mention in variant.mentions
        for claim in stated.get((mention.report, mention.clause or mention.span), ())[:1]
        for figure in [figure for figure in claim.figures if in_digits(figure) == mention.answer][:1]
    ]
    return [value for value in found if value.figure.unit == found[0].figure.unit]


def _counts(values: Sequence[_Value]) -> bool:
    return bool(values) and values[0].figure.unit not in _NO_COUNTS


def _told_once(values: Sequence[_Value]) -> list[_Value]:
    """Each value once a report and speaker; without a speaker only where the report gives it with none."""
    spoken = {value.interval for value in values if value.mention.speaker}
    kept: dict[tuple[object, ...], _Value] = {}
    for value in values:
        if value.mention.speaker or value.interval not in spoken:
            kept.setdefault((*value.interval, value.mention.speaker), value)
    return list(kept.values())


def _series(id: str, facet: Facet, values: Sequence[_Value], reports: Mapping[str, Report], lexicon: Lexicon) -> Series:
    scale = _scale([value.figure for value in values], lexicon)
    side = sides((value.mention.speaker for value in values if value.mention.speaker), lexicon)
    outdated = _outdated(facet, values)
    told = _told_once(values)
    rows = [
        _row(facet, value, side, scale, reports, outdated=(value.mention.report, value.variant) in outdated)
        for value in told
    ]
    spread = Counter(row.party for row in rows if row.party)
    parties = sorted(spread, key=lambda party: (-spread[party], party))
    ranked = sorted(rows, key=lambda row: _order(row, parties))
    return Series(id, facet.question, scale.name, tuple(parties), tuple(ranked))


def _row(
    facet: Facet,
    value: _Value,
    side: Mapping[str, str],
    scale: _Scale,
    reports: Mapping[str, Report],
    *,
    outdated: bool,
) -> SeriesRow:
    figure, mention = value.figure, value.mention
    at, dated = as_of(figure, value.claim, reports[mention.report])
    return SeriesRow(
        low=_converted(figure.low, scale.unit),
        high=None if figure.high is None else _converted(figure.high, scale.unit),
        bound=figure.bound,
        label=figure.label,
        party=side[mention.speaker] if mention.speaker else None,
        as_of=at,
        dated="before" if outdated and dated == "report" else dated,
        time=main_time(value.claim).label if value.claim.times else None,
        facet=facet.id,
        variant=value.variant,
        mention=mention,
    )


def _order(row: SeriesRow, parties: Sequence[str]) -> tuple[str, bool, int, float, str, Span]:
    """By time, what was true before a time first; then by party, value and place."""
    rank = parties.index(row.party) if row.party else len(parties)
    return (utc(row.as_of) or "9", row.dated != "before", rank, row.low, row.mention.report, row.mention.span)


def _worth_showing(series: Series, facet: Facet) -> bool:
    """Whether two parties speak, or figures that exclude each other are of two times."""
    at_odds = {frozenset(r.variants) for r in facet.relations if r.relation in {"conflict", "update"}}
    pairs = [pair for pair in combinations(series.rows, 2) if frozenset((pair[0].variant, pair[1].variant)) in at_odds]
    return bool(pairs) and (len(series.parties) > 1 or any(_two_times(a, b) for a, b in pairs))


def _two_times(a: SeriesRow, b: SeriesRow) -> bool:
    return is_later(a.as_of, b.as_of) or is_later(b.as_of, a.as_of) or (a.dated == "before") != (b.dated == "before")


def _outdated(facet: Facet, values: Sequence[_Value]) -> frozenset[tuple[str, str]]:
    """Reports with the variants that they tell as earlier counts: they also give an update of these, and that first.

    A live page has its newest entry on top, an article its newest count in the headline or the lead.
    """
    moved = {frozenset(r.variants) for r in facet.relations if r.relation == "update"}
    told: dict[str, list[str]] = {}
    for value in sorted(values, key=lambda value: value.mention.span):
        told.setdefault(value.mention.report, []).append(value.variant)
    return frozenset(
        (report, later)
        for report, variants in told.items()
        for earlier, later in combinations(dict.fromkeys(variants), 2)
        if frozenset((earlier, later)) in moved
    )


def _scale(figures: Sequence[Figure], lexicon: Lexicon) -> _Scale:
    """The unit that most of the figures are written in; their base unit where no other one is."""
    base = figures[0].unit if figures else None
    if base is None:
        return _Scale(None, None)
    written = Counter(name for figure in figures for name in _written(figure, lexicon))
    name = min(written, key=lambda word: (-written[word], word), default=base)
    unit = lexicon.units.get(name)
    return _Scale(name, unit) if unit and (unit.factor, unit.offset) != (1.0, 0.0) else _Scale(base, None)


def _written(figure: Figure, lexicon: Lexicon) -> tuple[str, ...]:
    """The word for its unit among the words of a figure, when it has one such word."""
    words = [word.lower for word in tokens(figure.label)]
    found = [word for word in words if word in lexicon.units and lexicon.units[word].base == figure.unit]
    return tuple(found) if len(found) == 1 else ()


def _converted(value: float, unit: Unit | None) -> float:
    return float(f"{(value - unit.offset) / unit.factor:.{_DIGITS}g}") if unit else value
