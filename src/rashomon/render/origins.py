"""What rests on which origin, in words, and the tree of an origin: who copied whom, with what shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.model import Breakdown, Change, Link, Origin, Report
from rashomon.render.safe import line
from rashomon.render.words import count, listed, outlet_and_country, outlet_name, quoted, share_in_words, shorten

NAMED = 4
"""How many origins are named of each sort before the others are only counted."""

TITLE = 60
"""Letters of a headline in a tree."""
DEPTH = 5
"""How deep a tree is drawn; what lies deeper stands at the deepest level, its source is named in words."""

SURE = 0.8
"""From which confidence a direction is called sure."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A report in the tree of an origin.

    ``links`` show why it stands there and ``changes`` which numbers it has otherwise; every link and change of the
    origin stands at one branch.  ``second`` marks a report that is counted in another origin and draws on this too.
    """

    report: str
    links: tuple[Link, ...]
    changes: tuple[Change, ...]
    second: bool
    children: tuple[Branch, ...]


def support(breakdown: Breakdown, ids: Iterable[str]) -> str:
    """How many reports and origins stand behind something, and which: "7 reports, 2 origins: AP, own reporting (X)"."""
    reports = set(ids)
    inside = [origin for origin in breakdown.origins if not reports.isdisjoint(origin.reports)]
    head = f"{count(len(reports), 'report')}, {count(len(inside), 'origin')}"
    return f"{head}: {origin_names(breakdown, reports)}" if inside else head


def one_origin(breakdown: Breakdown, ids: Iterable[str]) -> bool:
    """Whether several reports all descend from one text, so that none of them confirms another."""
    reports = set(ids)
    return len(reports) > 1 and any(reports <= set(origin.reports) for origin in breakdown.origins)


def origin_names(breakdown: Breakdown, ids: Iterable[str]) -> str:
    """The origins of these reports in words, one line, not escaped: agencies, then whose own reporting."""
    reports = set(ids)
    inside = [origin for origin in breakdown.origins if not reports.isdisjoint(origin.reports)]
    by_id = {report.id: report for report in breakdown.reports}
    agencies = _times([line(origin.agency) for origin in inside if origin.agency])
    own = _times([whose(origin, by_id) for origin in inside if not origin.agency])
    alone = len(inside) == 1 and len(reports) > 1
    parts = [*_some(agencies), *([f"own reporting ({listed(_some(own))})"] if own else [])]
    return f"{'all ' if alone else ''}{', '.join(parts)}"


def whose(origin: Origin, reports: Mapping[str, Report]) -> str:
    """The outlet that an origin without an agency belongs to; all its outlets where nothing tells who wrote first."""
    roots = _roots(origin, _parents(origin)) or list(origin.reports)
    names = list(dict.fromkeys(line(outlet_name(reports[id])) for id in roots))
    return " or ".join(_some(names))


def _times(names: list[str]) -> list[str]:
    return [name if n == 1 else f"{name} ×{n}" for name, n in Counter(names).items()]


def _some(names: list[str]) -> list[str]:
    return names if len(names) <= NAMED + 1 else [*names[:NAMED], f"{len(names) - NAMED} more"]


def tree(origin: Origin) -> tuple[Branch, ...]:
    """The reports of an origin under those that they were copied from.

    Several branches at the top are copies of a text that is not among the reports (an agency's), or of one another
    in an order that nothing tells.
    """
    parents = _parents(origin)
    order = _in_order(origin, parents)
    links: dict[str, list[Link]] = {id: [] for id in order}
    for link in origin.links:
        links[_lower(link.reports, parents, order)].append(link)
    changes: dict[str, list[Change]] = {id: [] for id in order}
    for change in origin.changes:
        changes[_lower(change.reports, parents, order)].append(change)
    made: dict[str, list[Branch]] = {}
    for id in reversed(order):
        below = tuple(reversed(made.pop(id, [])))
        branch = Branch(id, tuple(links[id]), tuple(changes[id]), id not in origin.reports, below)
        made.setdefault(parents.get(id, ""), []).append(branch)
    return tuple(reversed(made.get("", [])))


def _parents(origin: Origin) -> dict[str, str]:
    """The report that each copy hangs under: its surest source, without circles and not too deep."""
    found: dict[str, str] = {}
    members = {*origin.reports, *origin.also}
    for link in sorted(origin.links, key=lambda link: (-link.confidence, -link.share)):
        if link.source not in link.reports or not members.issuperset(link.reports):
            continue
        copy = link.reports[0] if link.source == link.reports[1] else link.reports[1]
        if copy not in found and copy not in _above(link.source, found):
            found[copy] = link.source
    flat: dict[str, str] = {}
    for copy in found:
        chain = _above(copy, found)[1:]  # the nearest first
        flat[copy] = chain[max(0, len(chain) - DEPTH)]
    return flat


def _above(id: str, parents: Mapping[str, str]) -> list[str]:
    """The report and all that it descends from, the nearest first."""
    chain = [id]
    while chain[-1] in parents:
        chain.append(parents[chain[-1]])
    return chain


def _roots(origin: Origin, parents: Mapping[str, str]) -> list[str]:
    return [id for id in origin.reports if id not in parents]


def _in_order(origin: Origin, parents: Mapping[str, str]) -> dict[str, int]:
    """The reports of the tree, each after what it was copied from, with its place in that order."""
    members = dict.fromkeys([*origin.reports, *origin.also])
    depth = {id: len(_above(id, parents)) for id in members}
    return {id: n for n, id in enumerate(sorted(members, key=lambda id: depth[id]))}


def _lower(pair: tuple[str, str], parents: Mapping[str, str], order: Mapping[str, int]) -> str:
    """Of two reports the one at whose branch their link is told: the copy, else the later in the tree."""
    first, second = pair
    if parents.get(first) == second:
        return first
    if parents.get(second) == first or second not in order:
        return second if second in order else first
    return second if first not in order or order[second] >= order[first] else first


def drawn(origin: Origin) -> bool:
    """Whether the origin has a tree: more than one report draws on it."""
    return len(origin.reports) + len(origin.also) > 1


def root_name(origin: Origin, reports: Mapping[str, Report]) -> str:
    """What stands above the top branches where that is no single report: the agency's text, or one of unknown order."""
    if origin.agency:
        return f"Text of {line(origin.agency)}"
    if all(reports[id].kind == "live-entry" for id in origin.reports):
        return f"Live blog of {whose(origin, reports)}"
    known = len(tree(origin)) == 1
    return f"Text of {whose(origin, reports)}" if known else "One text; nothing tells who had it first"


def branch_name(report: Report, reports: Mapping[str, Report]) -> str:
    """A report in the tree, one line, not escaped: its outlet, and its headline where the outlet has several."""
    name = outlet_and_country(report)
    several = report.title and sum(outlet_name(other) == outlet_name(report) for other in reports.values()) > 1
    return line(f"{name}, {quoted(shorten(report.title, TITLE))}" if several and report.title else name)


def link_words(link: Link, report: str, agency: str | None, reports: Mapping[str, Report]) -> str:
    """What a link says at the branch of ``report``: the direction and how sure it is, the kind and the share."""
    other = link.reports[0] if report == link.reports[1] else link.reports[1]
    name = line(outlet_name(reports[other]))
    share = share_in_words(link.share)
    if link.kind == "credit":
        credit = f"a credit names {line(agency) if agency else 'the same origin'}"
        return f"{credit}, as in {name}" if link.reason else f"{credit}; {share} is shared with {name}"
    kind = "word for word" if link.kind == "verbatim" else "in other words"
    if link.source is None:
        shared = f"shared with {name}, {kind}" if link.reason else f"{share} stands in {name} too, {kind}"
        return f"{shared}; order unknown"
    sure = "surely" if link.confidence >= SURE else "probably"
    way = f"copied from {name}" if link.source == other else f"copied by {name}"
    return f"{sure} {way}, {kind}" if link.reason else f"{sure} {way}: {share}, {kind}"


def change_words(change: Change, origin: Origin, reports: Mapping[str, Report]) -> str:
    """The heading of a number that a copy has otherwise, one line: its reason, or "copied from AP, number changed"."""
    if change.reason:
        return line(change.reason)
    source, pair = change.reports[0], set(change.reports)
    known = any(link.source == source and set(link.reports) == pair for link in origin.links)
    if origin.agency:
        return f"text of {line(origin.agency)}, number changed"
    return f"copied from {line(outlet_name(reports[source]))}, number changed" if known else "one text, two numbers"


def around(quote: str, value: str) -> tuple[str, str, str]:
    """A sentence in what stands before the number, the number, and what stands after it."""
    before, found, after = quote.partition(value) if value else (quote, "", "")
    return before, found, after
