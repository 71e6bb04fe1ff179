"""Reports as the page shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.model import Report
from rashomon.render.agreement import why_not_compared
from rashomon.render.html.dates import Moment, moment
from rashomon.render.html.index import Anchor, Index
from rashomon.render.html.labels import REPORT_KINDS, shortened
from rashomon.render.html.links import web_address
from rashomon.render.html.marks import Paragraph, paragraphs
from rashomon.render.places import country_name, language_name
from rashomon.render.words import count, outlet_name

LEAD = 420
"""The longest lead that is shown, in characters."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report; ``url`` is an http(s) address or None, ``address`` the same in parts between which a line may break.

    ``why_not`` says why it was not compared, None when it was.  ``removed`` are quotes with their reasons.
    """

    id: str
    number: int
    outlet: str
    country: str | None
    title: str | None
    published: Moment | None
    updated: Moment | None
    byline: str | None
    kind: str
    language: str | None
    language_code: str | None
    url: str | None
    address: tuple[str, ...]
    input: str
    credits: tuple[tuple[str, str], ...]
    origin: int | None
    lead: str
    text: tuple[Paragraph, ...]
    size: str
    why_not: str | None
    photo_credits: tuple[str, ...]
    removed: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]


def reports(at: Index) -> tuple[ReportView, ...]:
    """All reports in the breakdown's order, those that were not compared among them."""
    anchors, compared = at.anchors(), at.breakdown.compared
    return tuple(
        _report(at, report, anchors.get(report.id, []), report.id in compared) for report in at.breakdown.reports
    )


def _report(at: Index, report: Report, anchors: list[Anchor], compared: bool) -> ReportView:
    number = at.numbers[report.id]
    return ReportView(
        id=f"r{number}",
        number=number,
        outlet=outlet_name(report),
        country=country_name(report.country) if report.country else None,
        title=report.title,
        published=moment(report.published),
        updated=moment(report.updated),
        byline=report.byline,
        kind=REPORT_KINDS[report.kind],
        language=language_name(report.language) if report.language else None,
        language_code=report.language,
        url=web_address(report.url),
        address=tuple(re.findall(r"[^/]*/*", (report.url or "").split("://")[-1])),
        input=report.input,
        credits=tuple((credit.agency, credit.quote) for credit in report.credits),
        origin=at.origins[report.id][0] if report.id in at.origins else None,
        lead=lead(report),
        text=paragraphs(report.text, report.body, anchors),
        size=f"{count(len(report.text.split()), 'word')}, {count(len(anchors), 'claim')} marked",
        why_not=None if compared else why_not_compared(report),
        photo_credits=report.photo_credits,
        removed=report.removed,
        doubts=report.doubts,
    )


def lead(report: Report) -> str:
    """The first paragraph of the article proper, cut when it is very long."""
    lines = (line for line in report.text[report.body :].splitlines() if line.strip())
    return shortened(next(lines, ""), LEAD)
