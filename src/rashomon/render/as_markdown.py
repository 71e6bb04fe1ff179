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
from rashomon.render.safe import line
from rashomon.render.series import NO_SOURCE, quantity, when
from rashomon.render.voices import voices
from rashomon.render.words import STATUS_SYMBOLS, count, listed, outlet_and_country, outlet_name, quoted, telling

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
            yield from _facet(facet, reports)
    yield from _agreed(with_status(story, "agree"), reports)
    yield from _series(story, reports)
    yield from _exclusives(story, reports)
    yield from _origins([origin for origin in origins_of(breakdown, story) if len(origin.reports) > 1], reports)
    if story.spellings:
        yield "## Spellings of a speaker taken as one"
        yield "\n".join(f"- {escaped(reason)}." for reason in story.spellings)


def _facet(facet: Facet, reports: Reports) -> Iterator[str]:
    yield f"### {escaped(facet.question)}\n\n{STATUS_SYMBOLS[facet.status]} {facet.status}"
    for variant in facet.variants:
        yield f"**{escaped(variant.label)}** ({count(variant.origins, 'origin')})"
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


def _agreed(facets: list[Facet], reports: Reports) -> Iterator[str]:
    if not facets:
        return
    yield "## Agreed"
    rows = []
    for facet in facets:
        variant = facet.variants[0]
        names = listed(list(dict.fromkeys(outlet_name(reports[mention.report]) for mention in variant.mentions)))
        origins = count(variant.origins, "origin") + (" only" if variant.origins == 1 else "")
        rows.append(f"- {escaped(facet.question)} **{escaped(variant.label)}** ({origins}: {escaped(names)})")
    yield "\n".join(rows)


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
        names = listed([outlet_and_country(reports[id]) for id in origin.reports])
        agency = f"Text of {escaped(origin.agency)}: " if origin.agency else ""
        rows.append(f"- {agency}{escaped(names)}")
        rows += [f"    - {link.kind}, {link.share:.0%}: {escaped(quoted(link.quote))}" for link in origin.links]
    yield "\n".join(rows)


def _left_out(breakdown: Breakdown) -> Iterator[str]:
    rows = [
        f"- {escaped(outlet_and_country(report))}, {escaped(report.input)}: {escaped(why_not_compared(report))}"
        for report in not_compared(breakdown)
    ]
    rows += [f"- {escaped(problem.input)}: {escaped(problem.message)}" for problem in breakdown.problems]
    if rows:
        yield "## Not compared"
        yield "\n".join(rows)
