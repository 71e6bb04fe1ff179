"""Origins as the page shows them: each with the tree of its copies."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Change, Origin, Report
from rashomon.render.html.index import Index
from rashomon.render.html.reports import ReportView
from rashomon.render.origins import Branch, around, change_words, drawn, link_words, root_name, tree


@dataclass(frozen=True, slots=True)
class LinkView:
    """Why a report stands where it stands: the direction in words, the reason, and the words that show it."""

    said: str
    reason: str
    quote: str


@dataclass(frozen=True, slots=True)
class SideView:
    """A sentence with the number in it, and the report that prints it."""

    report: ReportView
    before: str
    number: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A number that a copy has otherwise."""

    heading: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class BranchView:
    """A report in the tree; ``second`` marks one that is counted in another origin."""

    report: ReportView
    second: bool
    links: tuple[LinkView, ...]
    changes: tuple[ChangeView, ...]
    children: tuple[BranchView, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin with its number on the page; ``branches`` is empty where one report alone draws on it."""

    id: str
    number: int
    agency: str | None
    root: str
    reports: tuple[ReportView, ...]
    branches: tuple[BranchView, ...]


def origins(at: Index, views: tuple[ReportView, ...]) -> tuple[OriginView, ...]:
    """All origins in the breakdown's order."""
    by_id = {report.id: view for report, view in zip(at.breakdown.reports, views, strict=True)}
    return tuple(_origin(at, n, origin, by_id) for n, origin in enumerate(at.breakdown.origins, 1))


def _origin(at: Index, number: int, origin: Origin, views: dict[str, ReportView]) -> OriginView:
    branches = tree(origin) if drawn(origin) else ()
    return OriginView(
        id=f"o{number}",
        number=number,
        agency=origin.agency,
        root=root_name(origin, at.by_id),
        reports=tuple(views[id] for id in origin.reports),
        branches=tuple(_branch(origin, branch, views, at.by_id) for branch in branches),
    )


def _branch(origin: Origin, branch: Branch, views: dict[str, ReportView], reports: dict[str, Report]) -> BranchView:
    links = (
        LinkView(link_words(link, branch.report, origin.agency, reports), link.reason, link.quote)
        for link in branch.links
    )
    return BranchView(
        report=views[branch.report],
        second=branch.second,
        links=tuple(links),
        changes=tuple(_change(origin, change, views, reports) for change in branch.changes),
        children=tuple(_branch(origin, child, views, reports) for child in branch.children),
    )


def _change(origin: Origin, change: Change, views: dict[str, ReportView], reports: dict[str, Report]) -> ChangeView:
    sides = zip(change.reports, change.quotes, change.values, strict=True)
    return ChangeView(
        heading=change_words(change, origin, reports),
        sides=tuple(SideView(views[report], *around(quote, value)) for report, quote, value in sides),
    )
