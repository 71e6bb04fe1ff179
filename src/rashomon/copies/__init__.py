"""Who copied whom: reports into origins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon import langs
from rashomon.copies.align import Weights
from rashomon.copies.candidates import candidates
from rashomon.copies.changes import changes
from rashomon.copies.group import group
from rashomon.copies.judge import Shared, judge
from rashomon.copies.links import is_firm, link, summary_link
from rashomon.copies.texts import Text, texts
from rashomon.langs import Lexicon
from rashomon.model import Change, Link, Origin, Report, Span

VERSION = "alignment-1"


def origins(reports: Sequence[Report]) -> tuple[Origin, ...]:
    """The origins of the reports; every report is in exactly one."""
    lexicon = langs.load("en")
    known = tuple(texts(reports, lexicon).values())
    found: list[tuple[float, Link]] = []
    firm: set[tuple[str, str]] = set()
    changed: list[tuple[float, Change]] = []
    for a, b, shared in compared(known, lexicon):
        summed_up = _sums_up(b, a)
        edge = summary_link(a, b, shared) if summed_up else link(a, b, shared)
        if edge is None:
            continue
        found.append((shared.share + shared.aligned.score, edge))
        if not summed_up and is_firm(a, b, shared):
            firm.add(edge.reports)
            changed.extend((edge.confidence, change) for change in changes(a, b, shared, edge))
    strongest = sorted(found, key=lambda item: -item[0])
    return group(reports, [edge for _, edge in strongest], firm, _once(changed))


def compared(known: Sequence[Text], lexicon: Lexicon) -> Iterator[tuple[Text, Text, Shared]]:
    """The pairs of texts that may share something, in order, and what they share; articles before their summaries."""
    pairs = sorted({*candidates(known, lexicon), *_summaries(known)})
    weights = Weights(known, pairs, lexicon)
    for a, b in pairs:
        one, other = (b, a) if _sums_up(known[a], known[b]) else (a, b)
        yield known[one], known[other], judge(known[one], known[other], weights.of(a, b))


def _sums_up(summary: Text, article: Text) -> bool:
    """Whether a report is given as a summary of another one."""
    return summary.report.of == article.report.id


def _summaries(known: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """The numbers of summaries and their articles, smaller first."""
    numbers = {text.report.id: at for at, text in enumerate(known)}
    for at, text in enumerate(known):
        article = numbers.get(text.report.of) if text.report.of else None
        if article is not None:
            yield min(at, article), max(at, article)


def _once(changed: Sequence[tuple[float, Change]]) -> list[Change]:
    """Of the changes of one sentence of a copy, the one against its surest source."""
    best: dict[tuple[str, Span], Change] = {}
    for _, change in sorted(changed, key=lambda item: -item[0]):
        best.setdefault((change.reports[1], change.spans[1]), change)
    kept = set(map(id, best.values()))
    return [change for _, change in changed if id(change) in kept]
