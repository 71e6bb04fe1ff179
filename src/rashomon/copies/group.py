"""Reports into origins: copies of copies descend from one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.model import Link, Origin, Report


def group(reports: Sequence[Report], links: Sequence[Link]) -> tuple[Origin, ...]:
    """The origins of the reports: connected by links, in the order of the reports."""
    first: dict[str, str] = {report.id: report.id for report in reports}

    def root(id: str) -> str:
        while first[id] != id:
            id = first[id]
        return id

    order = {report.id: at for at, report in enumerate(reports)}
    for edge in links:
        a, b = sorted((root(edge.reports[0]), root(edge.reports[1])), key=order.__getitem__)
        first[b] = a
    members: dict[str, list[Report]] = {}
    for report in reports:
        members.setdefault(root(report.id), []).append(report)
    return tuple(
        Origin(
            id=f"o{n}",
            agency=_agency(group),
            reports=tuple(report.id for report in group),
            links=tuple(edge for edge in links if root(edge.reports[0]) == key),
        )
        for n, (key, group) in enumerate(members.items(), 1)
    )


def _agency(reports: Sequence[Report]) -> str | None:
    """The agency that the group's own reports or most of their credits name."""
    own = Counter(r.outlet.name for r in reports if r.outlet and r.outlet.kind == "agency")
    named = own or Counter(name for r in reports for name in sorted({credit.agency for credit in r.credits}))
    return min(named, key=lambda name: (-named[name], name)) if named else None
