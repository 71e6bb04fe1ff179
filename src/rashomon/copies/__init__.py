"""Who copied whom: reports into origins."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon import langs
from rashomon.copies.align import weights
from rashomon.copies.candidates import candidates
from rashomon.copies.changes import changes
from rashomon.copies.group import group
from rashomon.copies.judge import judge
from rashomon.copies.links import is_firm, link
from rashomon.copies.texts import Recent, texts
from rashomon.model import Change, Link, Origin, Report, Span

VERSION = "alignment-1"


def origins(reports: Sequence[Report]) -> tuple[Origin, ...]:
    """The origins of the reports; every report is in exactly one."""
    lexicon = langs.load("en")
    known = tuple(texts(reports, lexicon).values())
    weight = weights(known, lexicon)
    found: list[tuple[float, Link]] = []
    firm: set[tuple[str, str]] = set()
    changed: list[tuple[float, Change]] = []
    recent = Recent()
    for at, other in candidates(known, weight):
        a, b = known[at], known[other]
        recent.use(a, b)
        shared = judge(a, b, weight)
        edge = link(a, b, shared)
        if edge is None or a.report.of == b.report.id or b.report.of == a.report.id:
            continue
        found.append((shared.share + shared.aligned.score, edge))
        if is_firm(a, b, shared):
            firm.add(edge.reports)
            changed.extend((edge.confidence, change) for change in changes(a, b, shared, edge))
    strongest = sorted(found, key=lambda item: -item[0])
    return group(reports, [edge for _, edge in strongest], firm, _once(changed))


def _once(changed: Sequence[tuple[float, Change]]) -> list[Change]:
    """Of the changes of one sentence of a copy, the one against its surest source."""
    best: dict[tuple[str, Span], Change] = {}
    for _, change in sorted(changed, key=lambda item: -item[0]):
        best.setdefault((change.reports[1], change.spans[1]), change)
    kept = set(map(id, best.values()))
    return [change for _, change in changed if id(change) in kept]
