"""Who copied whom: reports into origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon import langs
from rashomon.copies.align import weights
from rashomon.copies.candidates import candidates
from rashomon.copies.changes import changes
from rashomon.copies.group import group
from rashomon.copies.judge import judge
from rashomon.copies.links import is_firm, link, summary_link
from rashomon.copies.texts import Recent, Text, texts
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
        if edge is None or sums_up(a, b) or sums_up(b, a):
            continue
        found.append((shared.share + shared.aligned.score, edge))
        if is_firm(a, b, shared):
            firm.add(edge.reports)
            changed.extend((edge.confidence, change) for change in changes(a, b, shared, edge))
    for a, b in summaries(known):
        shared = judge(a, b, weight)
        found.append((shared.share + shared.aligned.score, summary_link(a, b, shared)))
    strongest = sorted(found, key=lambda item: -item[0])
    return group(reports, [edge for _, edge in strongest], firm, _once(changed))


def sums_up(summary: Text, article: Text) -> bool:
    """Whether a report is given as a summary of another one."""
    return summary.report.of == article.report.id


def summaries(known: Sequence[Text]) -> Iterator[tuple[Text, Text]]:
    """The articles with their summaries."""
    by_id = {text.report.id: text for text in known}
    return ((by_id[text.report.of], text) for text in known if text.report.of in by_id)


def _once(changed: Sequence[tuple[float, Change]]) -> list[Change]:
    """Of the changes of one sentence of a copy, the one against its surest source."""
    best: dict[tuple[str, Span], Change] = {}
    for _, change in sorted(changed, key=lambda item: -item[0]):
        best.setdefault((change.reports[1], change.spans[1]), change)
    kept = set(map(id, best.values()))
    return [change for _, change in changed if id(change) in kept]
