"""Exclusives: what only one report of the story has, the weightiest first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from rashomon.model import Claim, Exclusive, Facet, Origin, Report

_EACH = 5  # most exclusives of one report
_TERMS = 4  # fewest different terms of a claim that is worth showing
_ENDS = '.!?…”"’»)'  # of a sentence
_FURNITURE = "|·©•"  # marks that part the items of a page's furniture
_SHARED = 0.5  # share of a claim's terms in another origin's sentence from which it is not alone


def exclusives(
    reports: Mapping[str, Report], claims: Sequence[Claim], facets: Sequence[Facet], origins: Sequence[Origin]
) -> tuple[Exclusive, ...]:
    """Claims with a figure, a name or a speaker that stand in one origin only and in no facet."""
    origin = {id: o.id for o in origins for id in o.reports}
    asked = {(m.report, m.sentence) for facet in facets for v in facet.variants for m in v.mentions}
    spread = _spread(claims, origin)
    rows = []
    for claim in claims:
        if (claim.report, claim.sentence) not in asked and _tells(claim, reports[claim.report]):
            alone = [term for term in set(claim.terms) if len(spread[term]) == 1]
            if len(alone) >= (1 - _SHARED) * len(set(claim.terms)):
                rows.append((-_weight(claim, alone), claim.report, claim.span.start, claim))
    return tuple(
        _exclusive(claim, reports[claim.report])
        for claim in _bounded([row[3] for row in sorted(rows, key=lambda r: r[:3])])
    )


def _spread(claims: Sequence[Claim], origin: Mapping[str, str]) -> Mapping[str, set[str]]:
    """In which origins each term stands."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        for term in claim.terms:
            found.setdefault(term, set()).add(origin[claim.report])
    return found


def _tells(claim: Claim, report: Report) -> bool:
    """Whether a claim says enough to be shown: a figure, a name or a speaker, and some words."""
    sentence = report.text[claim.sentence.start : claim.sentence.end]
    if sentence[-1] not in _ENDS or any(mark in sentence for mark in _FURNITURE):
        return False
    return len(set(claim.terms)) >= _TERMS and bool(claim.figures or claim.names or claim.attribution)


def _weight(claim: Claim, alone: Collection[str]) -> float:
    """How much a claim has to tell: figures, a named speaker, names, an early place, words of its own."""
    said = claim.attribution is not None
    early = 1 / (1 + math.log1p(claim.sentence.start / 500))
    return 2 * bool(claim.figures) + said + 0.5 * min(2, len(claim.names)) + early + 0.1 * min(10, len(alone))


def _bounded(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in their order, one a sentence and five a report at most."""
    seen: set[object] = set()
    each: Counter[str] = Counter()
    kept = []
    for claim in claims:
        if (claim.report, claim.sentence) not in seen and each[claim.report] < _EACH:
            seen.add((claim.report, claim.sentence))
            each[claim.report] += 1
            kept.append(claim)
    return kept


def _exclusive(claim: Claim, report: Report) -> Exclusive:
    return Exclusive(report.id, claim.span, claim.sentence, report.text[claim.span.start : claim.span.end])
