"""Reports into origins: copies of copies descend from one text.

Precision first: only firm links make one origin, strongest first.  A report that took over only something from
another one, or that was copied together from two texts which have nothing to do with each other, stays in one origin
and is among the ``also`` of the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from rashomon.copies.direction import agencies
from rashomon.copies.index import Sets
from rashomon.model import Change, Link, Origin, Report

_KNOWN = 0.6  # confidence from which a link's direction counts


def group(
    reports: Sequence[Report],
    links: Sequence[Link],
    firm: Collection[tuple[str, str]] | None = None,
    changes: Sequence[Change] = (),
) -> tuple[Origin, ...]:
    """The origins of the reports, in the order of the reports.

    ``links`` are strongest first; ``firm`` are the pairs whose link makes one origin (None: all links).  A summary is
    of the origin of its article, and the entries of a live blog are of one.
    """
    roots = Sets(report.id for report in reports)
    blogs: dict[str, str] = {}
    for report in reports:
        if report.of and report.of in roots:
            roots.join(report.id, report.of)
        if report.kind == "live-entry":
            roots.join(report.id, blogs.setdefault(report.input, report.id))
    inside = _joined(roots, [edge for edge in links if firm is None or edge.reports in firm], links)
    members: dict[str, list[Report]] = {}
    for report in reports:
        members.setdefault(roots.of(report.id), []).append(report)
    at = {edge.reports: _place(edge, roots, inside) for edge in links}
    held: dict[str, list[Link]] = defaultdict(list)
    changed: dict[str | None, list[Change]] = defaultdict(list)
    for edge in links:
        held[at[edge.reports]].append(edge)
    for change in changes:
        changed[_at(change, at)].append(change)
    return tuple(
        Origin(
            id=f"o{n}",
            agency=_agency(group),
            reports=tuple(report.id for report in group),
            links=tuple(held[key]),
            also=_also(held[key], key, roots),
            changes=tuple(changed[key]),
        )
        for n, (key, group) in enumerate(members.items(), 1)
    )


def _joined(roots: Sets, firm: Sequence[Link], links: Sequence[Link]) -> set[tuple[str, str]]:
    """Join what firm links join; the pairs whose reports are in one set now."""
    linked = {frozenset(edge.reports) for edge in links}
    taken: set[str] = set()  # copies whose source is known and with them
    for edge in firm:
        a, b = map(roots.of, edge.reports)
        copy = _copy(edge)
        if a != b and copy in taken and not _linked(roots, a, b, copy, linked):
            continue
        roots.join(*edge.reports)
        if copy:
            taken.add(copy)
    return {edge.reports for edge in links if roots.of(edge.reports[0]) == roots.of(edge.reports[1])}


def _copy(edge: Link) -> str | None:
    """The report that was copied from the other one; None where that is not known."""
    if edge.source is None or edge.confidence < _KNOWN:
        return None
    return edge.reports[1] if edge.reports[0] == edge.source else edge.reports[0]


def _linked(roots: Sets, a: str, b: str, copy: str, linked: set[frozenset[str]]) -> bool:
    """Whether reports of two sets are linked, the copy that may join them aside."""
    return any(frozenset((x, y)) in linked for x in roots.members[a] for y in roots.members[b] if copy not in (x, y))


def _place(edge: Link, roots: Sets, inside: Collection[tuple[str, str]]) -> str:
    """The origin that a link stands in: that of its source, or of its first report."""
    return roots.of(edge.source if edge.source and edge.reports not in inside else edge.reports[0])


def _also(links: Sequence[Link], key: str, roots: Sets) -> tuple[str, ...]:
    """The reports of other origins in the links of one, in the order of the reports."""
    found = {id for edge in links for id in edge.reports if roots.of(id) != key}
    return tuple(sorted(found, key=roots.order.__getitem__))


def _at(change: Change, at: Mapping[tuple[str, str], str]) -> str | None:
    return at.get(change.reports) or at.get((change.reports[1], change.reports[0]))


def _agency(reports: Sequence[Report]) -> str | None:
    """The agency that the group's own reports or most of their credits name."""
    own = Counter(r.outlet.name for r in reports if r.outlet and r.outlet.kind == "agency")
    named = own or Counter(name for r in reports for name in sorted(agencies(r)))
    return min(named, key=lambda name: (-named[name], name)) if named else None
