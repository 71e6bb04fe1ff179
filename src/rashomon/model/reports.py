"""What was read: pages and their reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rashomon.model.kinds import OutletKind, ReportKind, Span


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes.  ``country`` is ISO 3166-1 alpha-2, ``language`` BCP 47; None is unknown."""

    name: str
    domain: str | None = None
    country: str | None = None
    language: str | None = None
    kind: OutletKind = "other"

    @staticmethod
    def unnamed(country: str) -> Outlet:
        """The outlet of a report of which the country alone is known."""
        return Outlet(name=f"Unnamed outlet ({country})", country=country)

    @property
    def is_named(self) -> bool:
        """Whether more than its country is known, so that two reports with it are of one outlet."""
        return not self.country or self != Outlet.unnamed(self.country)


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that names an agency as origin; ``quote`` is the exact words at ``span``."""

    agency: str
    span: Span
    quote: str


class Removed(NamedTuple):
    """Words of a page that are no part of the report: the words as they stood there and why they were taken out."""

    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """One text of one outlet.

    ``text`` starts with the headline where the report has one; ``body`` is the offset at
    which the article proper begins (0 when there is no headline in it).  ``input`` is the
    file or address as the user gave it, ``source_id`` the input's own id for the report.
    ``published`` and ``updated`` are RFC 3339 dates or date-times.  ``id`` is unique in a
    breakdown and does not depend on the order of the inputs.  ``of`` is the id of the report that a summary
    on the same page sums up.  ``photo_credits`` are the lines that name who took a picture, ``removed`` what else
    of the page is no part of the text, ``doubts`` what about its metadata cannot be right, a sentence each.
    """

    id: str
    input: str
    text: str
    body: int = 0
    source_id: str | None = None
    outlet: Outlet | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    kind: ReportKind = "article"
    credits: tuple[Credit, ...] = ()
    of: str | None = None
    photo_credits: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def country(self) -> str | None:
        """The outlet's country, ISO 3166-1 alpha-2."""
        return self.outlet.country if self.outlet else None


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, or a part of one, that could not be read: what, where, why and what to do."""

    input: str
    place: str | None
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from one file or address: its reports, in the order they stand there."""

    input: str
    reports: tuple[Report, ...]
    problems: tuple[Problem, ...] = ()
