"""A breakdown as CSV for a spreadsheet or a data frame: one row a mention, a value of a series, or a link
between two reports."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.model import Breakdown, Facet, Link, Mention, Origin, Report, Series, SeriesRow, Story, Variant
from rashomon.render.safe import printable

COLUMNS = (
    *("story", "facet", "question", "kind", "status", "variant", "label", "value", "origins"),
    *("report", "outlet", "country", "language", "published", "url"),
    *("start", "end", "quote", "answer", "speaker", "cue", "via"),
)

SERIES_COLUMNS = (
    *("story", "series", "question", "unit", "low", "high", "bound", "label"),
    *("party", "speaker", "as_of", "dated", "time"),
    *("facet", "variant", "report", "outlet", "country", "url"),
    *("start", "end", "quote"),
)

LINK_COLUMNS = (
    *("origin", "agency", "kind", "share", "source", "confidence"),
    *("report_a", "outlet_a", "published_a", "url_a"),
    *("report_b", "outlet_b", "published_b", "url_b"),
    *("quote", "reason"),
)

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z")

Cell = str | int | float | None


def render(breakdown: Breakdown) -> str:
    """The breakdown as CSV with a header row, for UTF-8; lines end with a line feed, line feeds in cells are quoted.

    A spreadsheet would compute a cell that starts with = + - @ or a tab: such a cell, unless it is a
    plain number, gets an apostrophe in front.  Control characters and lone surrogates become U+FFFD.
    Unknown values are empty cells.
    """
    reports = {report.id: report for report in breakdown.reports}
    return _table(
        COLUMNS,
        (
            _cells(story, facet, variant, mention, reports[mention.report])
            for story in breakdown.stories
            for facet, variant, mention in _mentions(story)
        ),
    )


def render_series(breakdown: Breakdown) -> str:
    """The series as CSV, one row a value, written like `render`; a header row alone where there are none."""
    reports = {report.id: report for report in breakdown.reports}
    return _table(
        SERIES_COLUMNS,
        (
            _series_cells(story, series, row, reports[row.mention.report])
            for story in breakdown.stories
            for series in story.series
            for row in series.rows
        ),
    )


def render_links(breakdown: Breakdown) -> str:
    """The links between reports as CSV, one row a link, written like `render`; a header row alone where none are."""
    reports = {report.id: report for report in breakdown.reports}
    return _table(
        LINK_COLUMNS, (_link_cells(origin, link, reports) for origin in breakdown.origins for link in origin.links)
    )


def _table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for cells in rows:
        writer.writerow([guarded(cell) for cell in cells])
    return file.getvalue()


def guarded(cell: Cell) -> Cell:
    """The cell as no spreadsheet takes it for a formula."""
    if not isinstance(cell, str):
        return cell
    risky = _FORMULA.match(cell) and not _NUMBER.match(cell)
    return printable(f"'{cell}" if risky else cell)


def _mentions(story: Story) -> Iterator[tuple[Facet, Variant, Mention]]:
    for facet in story.facets:
        for variant in facet.variants:
            for mention in variant.mentions:
                yield facet, variant, mention


def _cells(story: Story, facet: Facet, variant: Variant, mention: Mention, report: Report) -> list[Cell]:
    """One row, in the order of COLUMNS."""
    return [
        story.id,
        facet.id,
        facet.question,
        facet.kind,
        facet.status,
        variant.id,
        variant.label,
        variant.value,
        variant.origins,
        report.id,
        report.outlet.name if report.outlet else None,
        report.country,
        report.language,
        report.published,
        report.url,
        mention.span.start,
        mention.span.end,
        mention.quote,
        mention.answer,
        mention.speaker,
        mention.cue,
        mention.via,
    ]


def _series_cells(story: Story, series: Series, row: SeriesRow, report: Report) -> list[Cell]:
    """One row, in the order of SERIES_COLUMNS."""
    return [
        story.id,
        series.id,
        series.question,
        series.unit,
        row.low,
        row.high,
        row.bound,
        row.label,
        row.party,
        row.mention.speaker,
        row.as_of,
        row.dated,
        row.time,
        row.facet,
        row.variant,
        report.id,
        report.outlet.name if report.outlet else None,
        report.country,
        report.url,
        row.mention.span.start,
        row.mention.span.end,
        row.mention.quote,
    ]


def _link_cells(origin: Origin, link: Link, reports: Mapping[str, Report]) -> list[Cell]:
    """One row, in the order of LINK_COLUMNS."""
    sides = [
        cell
        for report in (reports[id] for id in link.reports)
        for cell in (report.id, report.outlet.name if report.outlet else None, report.published, report.url)
    ]
    first = [origin.id, origin.agency, link.kind, link.share, link.source, link.confidence]
    return [*first, *sides, link.quote, link.reason]
