"""Parts of a page -> drafts: what of the page's own fields holds for a part, and when it was published."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from rashomon.errors import TooLarge
from rashomon.model import Removed
from rashomon.sources.addresses import domain_of
from rashomon.sources.dates import rfc3339
from rashomon.sources.draft import Draft, Found, with_headline
from rashomon.sources.parts.part import MOST, Part, Parts
from rashomon.sources.parts.related import AGO
from rashomon.sources.repair import one_line, tidy

_DOMAIN = re.compile(r"(?i)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,12}")
_UNITS = {"s": 0, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800}
_REST = "no part of a report on this page"


def drafts(parts: Parts, page: Draft) -> Found:
    """The drafts of a page's parts, in their order; ``page`` is the page read as one report.

    A part of another outlet takes nothing of the page's own fields; the page's own parts take its address, outlet
    and language.  The words around the parts are in the ``removed`` of the first one.
    """
    kept = parts.parts[:MOST]
    made = tuple(_draft(part, page) for part in kept)
    if made and parts.rest:
        rest = tuple(Removed(words, _REST) for words in parts.rest)
        made = (replace(made[0], removed=(*made[0].removed, *rest)), *made[1:])
    errors = parts.errors[:MOST]
    if len(parts.parts) > MOST:
        what = f"It holds {len(parts.parts):,} reports; those behind the first {MOST} were left out"
        errors += (TooLarge(what, remedy="Split the page, or give the pages of the reports that matter."),)
    return Found(made, errors)


def _draft(part: Part, page: Draft) -> Draft:
    text, body = with_headline(title := one_line(part.title), tidy(part.body))
    own = not part.source and (part.kind in {"article", "live-entry"} or part.sums_up is None)
    draft = replace(page, removed=()) if own else Draft(text="", language=page.language)
    published, doubt = _published(part, page)
    return replace(
        draft,
        text=text,
        body=body,
        title=title or (page.title if own and part.kind == "article" else None),
        source_id=None,
        outlet=draft.outlet if own else _named(part.source),
        domain=None if own else _domain(part.source),
        url=part.url or draft.url,
        byline=one_line(part.byline) or (draft.byline if part.kind == "article" else None),
        published=published or (draft.published if own else None),
        updated=part.updated or (draft.updated if own and not published else None),
        kind=part.kind,
        of=part.sums_up,
        taken_from=part.taken_from,
        doubts=(doubt,) if doubt else (),
    )


def _domain(source: str | None) -> str | None:
    return domain_of(source) if source and _DOMAIN.fullmatch(source) else None


def _named(source: str | None) -> str | None:
    return None if _domain(source) else one_line(source)


def _published(part: Part, page: Draft) -> tuple[str | None, str | None]:
    """When a part was published as far as it can be told, and what is not sure about that."""
    if not part.when:
        return None, None
    day = (rfc3339(page.updated) or rfc3339(page.published) or "")[:10]
    if ago := AGO.fullmatch(part.when):
        if not day:
            return None, f"It says “{part.when}”, and nothing tells when the page was read."
        return _before(ago, date.fromisoformat(day)), f"“{part.when}” is counted from the day of the page."
    stated = rfc3339(part.when)
    return stated or (rfc3339(f"{day}T{_clock(part.when)}") if day else None), None


def _before(ago: re.Match[str], day: date) -> str | None:
    if ago["day"]:
        return (day - timedelta(days=int(ago["day"].lower() == "yesterday"))).isoformat()
    number, unit = (ago["compact"][:-1], ago["compact"][-1]) if ago["compact"] else (ago["n"], ago["unit"])
    count = int(number) if number.isdigit() else 1
    seconds = count * _UNITS[unit[0].lower()]
    return (datetime.combine(day, datetime.max.time()) - timedelta(seconds=seconds)).date().isoformat()


def _clock(when: str) -> str:
    """A time of day as ISO 8601 writes it, with the zone that it states."""
    found = re.match(r"(?i)(\d{1,2})[:.]?(\d{2})?\s*([ap]\.?m\.?)?\s*\(?(z|utc|gmt|[+-]\d{2}:?\d{2})?", when)
    if not found:
        return ""
    hour = int(found[1]) % 12 + (12 if found[3].lower().startswith("p") else 0) if found[3] else int(found[1])
    zone = "+00:00" if (found[4] or "").lower() in {"z", "utc", "gmt"} else found[4] or ""
    return f"{hour:02}:{found[2] or '00'}{zone}"
