"""How many pairs of gold mentions the keys propose, so that the judge can find them at all.

Printed by training/fit_judge.py (``make fit``).  A mention is met by a claim that matches it by score.py's
own rule: by the claim's clause, or by what is quoted for it (the clause with as much of its sentence as 45
words hold).  ``met`` counts the pairs whose mentions are both met by claims of two reports: no keys reach more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any, NamedTuple

from rashomon.facets.surroundings import quotable
from rashomon.model import Claim, Report, Span

Met = list[set[tuple[int, int]]]
"""For each quote the mentions of gold facets that it matches, as (facet, mention)."""


class Recall(NamedTuple):
    """Pairs proposed, pairs of gold mentions, and how many of these are met and proposed, by clause and by quote."""

    pairs: int
    gold: int
    clause_met: int
    clause: int
    quote_met: int
    quote: int


def recall(
    facets: Sequence[Any],
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    pairs: Sequence[Sequence[int]],
    scorer: ModuleType,
) -> Recall:
    """The recall of one story's pairs of claims (by position); ``facets`` are score.py's of its gold."""
    wanted = {
        (n, *sorted((facet.mentions.index(a), facet.mentions.index(b))))
        for n, facet in enumerate(facets)
        for a, b in facet.pairs()
    }
    quotes = quotable(claims, reports)
    counts = []
    for spans in ([claim.span for claim in claims], [quotes[claim.report, claim.span] for claim in claims]):
        held = [(reports[claim.report], span) for claim, span in zip(claims, spans, strict=True)]
        met = answers(facets, held, scorer)
        counts += [len(wanted & _reached(_all(met, claims), met)), len(wanted & _reached(pairs, met))]
    return Recall(len(pairs), len(wanted), *counts)


def answers(facets: Sequence[Any], quotes: Sequence[tuple[Report, Span]], scorer: ModuleType) -> Met:
    """The gold mentions that each quote matches."""
    found = []
    for report, span in quotes:
        file = report.source_id or scorer.stem(report.input)
        told = scorer.Mention(file, report.id, report.text[span.start : span.end], "", "A", None)
        found.append(
            {(n, m) for n, facet in enumerate(facets) for m, one in enumerate(facet.mentions) if told.matches(one)}
        )
    return found


def _all(met: Met, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """All pairs of claims of two reports that match anything."""
    some = [at for at, held in enumerate(met) if held]
    return [(a, b) for n, a in enumerate(some) for b in some[n + 1 :] if claims[a].report != claims[b].report]


def _reached(pairs: Iterable[Sequence[int]], met: Met) -> set[tuple[int, ...]]:
    return {(f, *sorted((i, j))) for a, b in pairs for f, i in met[a] for g, j in met[b] if f == g}


def line(stories: Sequence[Recall]) -> str:
    """The recall over all stories in words."""
    all = Recall(*(sum(part) for part in zip(*stories, strict=True)))
    clause, clause_met, quote, quote_met = (
        f"{part / max(1, all.gold):.3f}" for part in (all.clause, all.clause_met, all.quote, all.quote_met)
    )
    return (
        f"gold pairs that the keys propose: by clause {clause} of {clause_met} that claims meet, "
        f"by quote {quote} of {quote_met}; {all.pairs} pairs for {all.gold}"
    )
