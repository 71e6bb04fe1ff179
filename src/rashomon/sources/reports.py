"""Drafts -> reports: the outlet and its country, the language, the credits and the id."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from rashomon.model import Outlet, Page, Report
from rashomon.sources.addresses import domain_of, is_address
from rashomon.sources.boilerplate import clean
from rashomon.sources.countries import country_code, country_of_domain
from rashomon.sources.credits import credits
from rashomon.sources.dates import doubts, rfc3339
from rashomon.sources.draft import Draft
from rashomon.sources.language import language_of
from rashomon.sources.outlets import OutletTable, same_name
from rashomon.sources.parts.layouts import Layouts, load_layouts
from rashomon.sources.selfnamed import self_named


def report_of(
    draft: Draft, input: str, outlets: OutletTable, *, layouts: Layouts | None = None, today: date | None = None
) -> Report:
    """The report of a draft that was read from ``input``, boilerplate gone; its id is not yet unique among others.

    ``layouts`` tell where a text names its outlet (None: those that are shipped).  A date after ``today``, where that
    is known, is kept and doubted.
    """
    id = _id(draft, input)  # of the text as it was found: rules that change do not change it
    url = draft.url or (input if is_address(input) else None)
    known = layouts or load_layouts()
    outlet = outlet_of(draft, url, outlets, known)  # the lines on the author tell, and go with the boilerplate
    draft = clean(draft, outlets.agencies)
    published, updated = rfc3339(draft.published), rfc3339(draft.updated)
    return Report(
        id=id,
        input=input,
        text=draft.text,
        body=draft.body,
        source_id=draft.source_id,
        outlet=outlet,
        language=language_of(draft.text, draft.language),
        title=draft.title,
        url=url,
        byline=draft.byline,
        published=published,
        updated=updated,
        kind=draft.kind,
        credits=credits(draft.text, draft.byline, outlets.agencies, body=draft.body),
        photo_credits=draft.photo_credits,
        removed=draft.removed,
        doubts=(*draft.doubts, *doubts(published, updated, today)),
    )


def outlet_of(draft: Draft, url: str | None, outlets: OutletTable, layouts: Layouts) -> Outlet | None:
    """The outlet by an explicit name, the address, the site's own name, and the lines on its author, in this order.

    None if all are silent; a country alone is kept with an outlet that says that it is unnamed.  The table adds
    what it knows; an explicit country wins over the table's, the table's over the ending of the domain.
    """
    domain = draft.domain or (domain_of(url) if url else None)
    known = _known(draft, domain, outlets) or (None if domain else self_named(draft.text, outlets, layouts))
    if not known and not domain and not draft.outlet and not draft.site:
        stated = country_code(draft.country)
        return Outlet.unnamed(stated) if stated else None
    found = known or Outlet(name=draft.outlet or draft.site or domain or "", domain=domain)
    ending = found.domain or domain
    country = country_code(draft.country) or found.country or (country_of_domain(ending) if ending else None)
    return replace(found, name=draft.outlet or found.name, country=country)


def _known(draft: Draft, domain: str | None, outlets: OutletTable) -> Outlet | None:
    by_domain = outlets.find(domain) if domain else None
    if not draft.outlet:
        if domain or not draft.site:  # a page elsewhere that calls itself "Reuters" is not Reuters
            return by_domain
        return outlets.named(draft.site)
    if by_domain and same_name(by_domain.name, draft.outlet):
        return by_domain
    return outlets.named(draft.outlet) or by_domain


def unique(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The same pages with "-2", "-3" after ids that came before."""
    seen: Counter[str] = Counter()
    result = []
    for page in pages:
        reports = []
        for report in page.reports:
            seen[report.id] += 1
            count = seen[report.id]
            reports.append(report if count == 1 else replace(report, id=f"{report.id}-{count}"))
        result.append(replace(page, reports=tuple(reports)))
    return tuple(result)


def _id(draft: Draft, input: str) -> str:
    where = draft.url or (input if is_address(input) else PurePath(input).name.partition(".")[0])
    parts = "\0".join((where, draft.source_id or "", draft.text))
    return hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()[:12]
