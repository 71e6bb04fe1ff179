"""Quotes that can be understood: a clause with as much of its sentence around it as 45 words hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.claims.clauses import is_short
from rashomon.model import Claim, Report, Span

Place = tuple[str, Span]


def quotable(claims: Sequence[Claim], reports: Mapping[str, Report]) -> dict[Place, Span]:
    """For each claim, by report and clause, the words to quote: its sentence, or the clauses around it in turn."""
    beside: dict[Place, list[Span]] = {}
    for claim in claims:
        beside.setdefault((claim.report, claim.sentence), []).append(claim.span)
    return {
        (claim.report, claim.span): _grown(claim, sorted(beside[claim.report, claim.sentence]), reports[claim.report])
        for claim in claims
    }


def _grown(claim: Claim, spans: Sequence[Span], report: Report) -> Span:
    if is_short(report.text, claim.sentence):
        return claim.sentence
    starts = [span.start for span in reversed(spans) if span.start < claim.span.start]
    ends = [span.end for span in spans if span.end > claim.span.end]
    found = claim.span
    grows = True
    while grows:
        grows = False
        if starts and is_short(report.text, Span(starts[0], found.end)):
            found, grows = Span(starts.pop(0), found.end), True
        if ends and is_short(report.text, Span(found.start, ends[0])):
            found, grows = Span(found.start, ends.pop(0)), True
    return found
