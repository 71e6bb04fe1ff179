"""Summaries and the articles that they sum up: on the same page, or the page of the outlet that they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.model import Page, Report
from rashomon.sources.draft import Draft
from rashomon.sources.outlets import same_name


def summaries(pages: Sequence[Page], drafts: Sequence[Sequence[Draft]]) -> tuple[Page, ...]:
    """The pages with the id of the report that each summary is of; ``drafts`` are those of each page's reports.

    A summary that only names an outlet is of that outlet's article: of several the one whose headline and text
    share most of its words.
    """
    articles = [report for page in pages for report in page.reports if report.kind != "summary" and report.outlet]
    made = []
    for page, held in zip(pages, drafts, strict=True):
        found = [_of(report, draft, page, articles) for report, draft in zip(page.reports, held, strict=True)]
        reports = tuple(replace(report, of=of) for report, of in zip(page.reports, found, strict=True))
        made.append(replace(page, reports=reports))
    return tuple(made)


def _of(report: Report, draft: Draft, page: Page, articles: Sequence[Report]) -> str | None:
    if draft.of is not None:
        return page.reports[draft.of].id if draft.of < len(page.reports) else None
    name = draft.taken_from
    of_outlet = [
        a for a in articles if name and a.outlet and (same_name(a.outlet.name, name) or a.outlet.domain == name)
    ]
    return max(of_outlet, key=lambda article: (_shared(report, article), article.id)).id if of_outlet else None


def _is_of(article: Report, name: str) -> bool:
    """Whether an article is of the outlet of this name or domain."""
    return article.outlet is not None and (
        same_name(article.outlet.name, name) or article.outlet.domain == name.lower()
    )


def _shared(summary: Report, article: Report) -> int:
    """How many different words of a summary its article has; those of the headline count twice."""
    told, title = set(article.text.lower().split()), set((summary.title or "").lower().split())
    return len(set(summary.text.lower().split()) & told) + len(title & set((article.title or "").lower().split()))
