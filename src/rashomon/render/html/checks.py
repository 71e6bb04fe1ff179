"""Summaries against their articles, as the page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.model import Check, Verdict
from rashomon.render.html.reports import ReportView
from rashomon.render.safe import printable
from rashomon.render.words import count


@dataclass(frozen=True, slots=True)
class CheckView:
    """A flagged claim of a summary: both quotes (the article's may be missing) and the reason."""

    verdict: Verdict
    quote: str
    article: ReportView
    article_quote: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """A summary, how many of its claims are supported in words, and those that are flagged."""

    report: ReportView
    supported: str
    flagged: tuple[CheckView, ...]


def summaries(checks: Sequence[Check], ids: Sequence[str], reports: Sequence[ReportView]) -> tuple[SummaryView, ...]:
    """The checks by summary; ``reports`` are the views of the reports with these ids, in the same order."""
    views = dict(zip(ids, reports, strict=True))
    return tuple(_summary(views, id, list(held)) for id, held in groupby(checks, key=lambda check: check.report))


def _summary(views: dict[str, ReportView], id: str, held: list[Check]) -> SummaryView:
    flagged = [check for check in held if check.verdict != "supported"]
    supported = f"{len(held) - len(flagged)} of {count(len(held), 'claim')} supported"
    return SummaryView(views[id], supported, tuple(_flagged(views, check) for check in flagged))


def _flagged(views: dict[str, ReportView], check: Check) -> CheckView:
    there = printable(check.article_quote) if check.article_quote else None
    return CheckView(check.verdict, printable(check.quote), views[check.article], there, printable(check.reason))
