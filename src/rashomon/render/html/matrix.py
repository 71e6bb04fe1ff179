"""Facets by outlets and facets by countries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.model import Report, Story, Variant
from rashomon.render.html.facets import FacetView, VariantView
from rashomon.render.html.index import Index
from rashomon.render.html.labels import shortened
from rashomon.render.places import country_name
from rashomon.render.words import count, outlet_name

LABEL = 64
"""The longest answer in a cell, in characters; the facet has the whole."""


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """What the answers are gathered by: ``name`` with ``detail`` in small beneath."""

    detail: str
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A variant that a column gives: ``text`` is its label, cut; ``note`` says how many outlets give it."""

    variant: VariantView
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """A facet with a cell for each column; a cell holds all answers that the column gives.

    ``givers`` is the same the other way round, for narrow screens: each answer with its columns.
    """

    facet: FacetView
    cells: tuple[tuple[Answer, ...], ...]
    givers: tuple[tuple[Answer, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``by`` is what the columns are: outlets or countries."""

    by: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def matrices(at: Index, story: Story, facets: tuple[FacetView, ...]) -> tuple[Matrix, Matrix]:
    """The story's facets by outlets and by countries, columns in the order of countries and names."""
    return _matrix(at, story, facets, "outlets", _outlet), _matrix(at, story, facets, "countries", _country)


def _outlet(report: Report) -> Column:
    return Column(country_name(report.country) if report.country else "country unknown", outlet_name(report))


def _country(report: Report) -> Column:
    return Column("", country_name(report.country) if report.country else "Country unknown")


def _matrix(
    at: Index, story: Story, facets: tuple[FacetView, ...], by: str, column_of: Callable[[Report], Column]
) -> Matrix:
    found: dict[Column, list[Report]] = {}
    for id in story.reports:
        found.setdefault(column_of(at.by_id[id]), []).append(at.by_id[id])
    columns = sorted(found)
    rows = []
    for facet, view in zip(story.facets, facets, strict=True):
        given = [_outlets(at, variant, column_of) for variant in facet.variants]
        rows.append(_row(view, given, columns, by))
    return Matrix(by, tuple(_with_outlets(column, found[column], by) for column in columns), tuple(rows))


def _outlets(at: Index, variant: Variant, column_of: Callable[[Report], Column]) -> dict[Column, int]:
    """How many outlets of each column give a variant."""
    names: dict[Column, set[str]] = {}
    for mention in variant.mentions:
        report = at.by_id[mention.report]
        names.setdefault(column_of(report), set()).add(outlet_name(report))
    return {column: len(outlets) for column, outlets in names.items()}


def _row(view: FacetView, given: list[dict[Column, int]], columns: list[Column], by: str) -> Row:
    cells = tuple(
        tuple(
            _answer(variant, outlets[column], by)
            for variant, outlets in zip(view.variants, given, strict=True)
            if column in outlets
        )
        for column in columns
    )
    givers = tuple(
        (_answer(variant, 0, by), tuple(column.name for column in columns if column in outlets))
        for variant, outlets in zip(view.variants, given, strict=True)
    )
    return Row(view, cells, givers)


def _answer(variant: VariantView, outlets: int, by: str) -> Answer:
    note = count(outlets, "outlet") if by == "countries" else ""
    return Answer(variant, shortened(variant.label, LABEL), note)


def _with_outlets(column: Column, reports: list[Report], by: str) -> Column:
    if by == "outlets":
        return column
    outlets = len({outlet_name(report) for report in reports})
    return Column(f"{count(outlets, 'outlet')}, {count(len(reports), 'report')}", column.name)
