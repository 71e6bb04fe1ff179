"""A breakdown as Markdown, to be pasted into an editor's notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rashomon.model import Breakdown, Facet, Origin, Report, Series, Story, Variant
from rashomon.render.agreement import (
    not_compared,
    origins_of,
    state_of_agreement,
    why_not_compared,
    with_status,
)
from rashomon.render.origins import (
    Branch,
    around,
    branch_name,
    change_words,
    drawn,
    link_words,
    one_origin,
    root_name,
    support,
    tree,
)
from rashomon.render.safe import line
from rashomon.render.series import NO_SOURCE, quantity, when
from rashomon.render.voices import voices
from rashomon.render.words import STATUS_SYMBOLS, count, outlet_and_country, quoted, telling

Reports = Mapping[str, Report]

_SPECIAL = re.compile(r"([\\`*_\[\]|~$@]|:(?=//)|(?<=www)\.)")
_OPENING = re.compile(r"([#+=-]|\d+(?=[.)]))")
HEADINGS = {"conflict": "Contested", "update": "Changed as the event went on", "compatible": "Compatible"}


def render(breakdown: Breakdown) -> str:
    """The breakdown as CommonMark (series as tables), the contested facets first.

    All text of reports is escaped: it can make no link, no markup and no HTML.
    """
    reports = {report.id: report for report in breakdown.reports}
    parts = [part for story in breakdown.stories for part in _story(breakdown, story, reports)]
    return "\n\n".join([*parts, *_left_out(breakdown)]) + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown and HTML show as it is."""
    flat = line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = _SPECIAL.sub(r"\\\1", flat)
    opening = _OPENING.match(marked)
    if not opening:
        return marked
    at = opening.end() if opening[0].isdigit() else 0
    return f"{marked[:at]}\\{marked[at:]}"


def _story(breakdown: Breakdown, story: Story, reports: Reports) -> Iterator[str]:
    yield f"# {escaped(story.title)}"
    yield escaped(state_of_agreement(breakdown, story))
    for status, heading in HEADINGS.items():
        facets = [facet for facet in story.facets if facet.status == status]
        if facets:
            yield f"## {heading}"
        for facet in facets:
            yield from _facet(breakdown, facet, reports)
    yield from _agreed(breakdown, with_status(story, "agree"))
    yield from _series(story, reports)
    yield from _exclusives(story, reports)
    yield from _origins([origin for origin in origins_of(breakdown, story) if drawn(origin)], reports)
    if story.spellings:
        yield "## Spellings of a speaker taken as one"
        yield "\n".join(f"- {escaped(reason)}." for reason in story.spellings)


def _facet(breakdown: Breakdown, facet: Facet, reports: Reports) -> Iterator[str]:
    yield f"### {escaped(facet.question)}\n\n{STATUS_SYMBOLS[facet.status]} {facet.status}"
    for variant in facet.variants:
        yield f"**{escaped(variant.label)}** ({_support(breakdown, variant)})"
        yield _quotes(variant, reports, dated=facet.status == "update")
    labels = {variant.id: variant.label for variant in facet.variants}
    rows = [
        f"- {relation.relation}: {escaped(labels[relation.variants[0]])} / {escaped(labels[relation.variants[1]])}. "
        f"{escaped(relation.reason)}"
        for relation in telling(facet)
    ]
    if rows:
        yield "\n".join(rows)


def _quotes(variant: Variant, reports: Reports, *, dated: bool) -> str:
    rows = []
    for said in voices(variant, reports, dated=dated):
        speaker = f"{escaped(said.speaker)}, in " if said.speaker else ""
        rows.append(f"> {escaped(said.quote)}\n> — {speaker}{escaped(said.outlets)}")
    return "\n>\n".join(rows)


def _agreed(breakdown: Breakdown, facets: list[Facet]) -> Iterator[str]:
    if not facets:
        return
    yield "## Agreed"
    yield "\n".join(
        f"- {escaped(facet.question)} **{escaped(facet.variants[0].label)}** ({_support(breakdown, facet.variants[0])})"
        for facet in facets
    )


def _support(breakdown: Breakdown, variant: Variant) -> str:
    """The reports and origins behind an answer; several reports of one origin are said to confirm nothing."""
    ids = {mention.report for mention in variant.mentions}
    said = escaped(support(breakdown, ids))
    return f"{said}; not confirmed" if one_origin(breakdown, ids) else said


def _series(story: Story, reports: Reports) -> Iterator[str]:
    if story.series:
        yield "## Figures by party and time"
    for series in story.series:
        yield f"### {escaped(series.question)}"
        yield _table(series, reports)


def _table(series: Series, reports: Reports) -> str:
    """The series as a table; tables are no part of CommonMark, but of what editors and GitHub read."""
    unit = f" ({escaped(series.unit)})" if series.unit else ""
    rows = [f"| As of | Value{unit} | Words | Speaker | Outlet |", "| --- | ---: | --- | --- | --- |"]
    for row in series.rows:
        outlet = outlet_and_country(reports[row.mention.report])
        cells = (when(row), quantity(row), row.label, row.mention.speaker or NO_SOURCE, outlet)
        rows.append(f"| {' | '.join(escaped(cell) for cell in cells)} |")
    return "\n".join(rows)


def _exclusives(story: Story, reports: Reports) -> Iterator[str]:
    if story.exclusives:
        yield "## Only in one report"
        yield "\n>\n".join(
            f"> {escaped(quoted(exclusive.quote))}\n> — {escaped(outlet_and_country(reports[exclusive.report]))}"
            for exclusive in story.exclusives
        )


def _origins(origins: list[Origin], reports: Reports) -> Iterator[str]:
    if not origins:
        return
    yield "## Copies"
    rows = []
    for origin in origins:
        rows.append(f"- {escaped(root_name(origin, reports))} ({count(len(origin.reports), 'report')})")
        waiting = [(branch, 1) for branch in reversed(tree(origin))]
        while waiting:
            branch, depth = waiting.pop()
            rows += _branch(origin, branch, "    " * depth, reports)
            waiting += [(child, depth + 1) for child in reversed(branch.children)]
    yield "\n".join(rows)


def _branch(origin: Origin, branch: Branch, indent: str, reports: Reports) -> Iterator[str]:
    second = ", which draws on this text too and is counted elsewhere" if branch.second else ""
    yield f"{indent}- {escaped(branch_name(reports[branch.report], reports))}{second}"
    for link in branch.links:
        said = escaped(link_words(link, branch.report, origin.agency, reports))
        reason = f". {escaped(link.reason)}" if link.reason else ""
        yield f"{indent}    - {said}{reason}{f' {escaped(quoted(link.quote))}' if link.quote else ''}"
    for change in branch.changes:
        yield f"{indent}    - ≠ {escaped(change_words(change, origin, reports))}"
        for report, quote, value in zip(change.reports, change.quotes, change.values, strict=True):
            yield f"{indent}        - {escaped(outlet_and_country(reports[report]))}: {_marked(quote, value)}"


def _marked(quote: str, value: str) -> str:
    """A sentence with its number in bold."""
    before, found, after = around(quote, value)
    bold = f"**{escaped(found)}**" if found else ""
    ends = " " if before[-1:].isspace() else "", " " if after[:1].isspace() else ""
    return f"{escaped(before).strip()}{ends[0]}{bold}{ends[1]}{escaped(after).strip()}"


def _left_out(breakdown: Breakdown) -> Iterator[str]:
    rows = [
        f"- {escaped(outlet_and_country(report))}, {escaped(report.input)}: {escaped(why_not_compared(report))}"
        for report in not_compared(breakdown)
    ]
    rows += [f"- {escaped(problem.input)}: {escaped(problem.message)}" for problem in breakdown.problems]
    if rows:
        yield "## Not compared"
        yield "\n".join(rows)
