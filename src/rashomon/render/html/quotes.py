"""Quotes in their sentences; the same words in several reports are shown once with all who print them."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Exclusive, Mention, Report, Variant
from rashomon.render.html.index import Index
from rashomon.render.places import country_name
from rashomon.render.words import outlet_name

CONTEXT = 280
"""How many characters of a sentence are shown on each side of a quote."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A quote between what stands before and after it in its sentence."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Place:
    """Who prints a quote and where: ``report`` and ``mark`` are ids on the page, ``origin`` is its number."""

    outlet: str
    country: str | None
    report: str
    mark: str
    origin: int | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """One wording of an answer, who is said to have said it, and the places where it stands."""

    sentence: Sentence
    speaker: str | None
    cue: str | None
    via: str | None
    places: tuple[Place, ...]


def quotes(at: Index, number: int, v: int, variant: Variant) -> tuple[Quote, ...]:
    """The quotes of a variant (the ``v``-th of facet ``number``) in their order, same wordings joined."""
    joined: dict[tuple[Sentence, str | None, str | None, str | None], list[Place]] = {}
    for m, mention in enumerate(variant.mentions):
        report = at.by_id[mention.report]
        key = (sentence(report.text, mention), mention.speaker, mention.cue, mention.via)
        joined.setdefault(key, []).append(place(at, report, at.marks[number, v, m].id))
    return tuple(Quote(*key, tuple(places)) for key, places in joined.items())


def sentence(text: str, claim: Mention | Exclusive) -> Sentence:
    """The words of a mention or an exclusive inside its sentence, a long sentence cut around them at a blank."""
    (start, end), whole = (claim.clause if isinstance(claim, Mention) else None) or claim.span, claim.sentence
    before, after = text[min(whole.start, start) : start], text[end : max(whole.end, end)]
    if len(before) > CONTEXT:
        tail = before[-CONTEXT:]
        before = "… " + tail[tail.find(" ") + 1 :]
    if len(after) > CONTEXT:
        head = after[:CONTEXT]
        after = (head[: head.rfind(" ")] if " " in head else head) + " …"
    return Sentence(before.lstrip(), text[start:end], after.rstrip())


def place(at: Index, report: Report, mark: str) -> Place:
    """Where a quote stands: outlet, country, ids on the page, and the origin of its report."""
    number, origin = at.origins.get(report.id, (None, None))
    return Place(
        outlet=outlet_name(report),
        country=country_name(report.country) if report.country else None,
        report=f"r{at.numbers[report.id]}",
        mark=mark,
        origin=number,
        agency=origin.agency if origin and len(origin.reports) > 1 else None,
    )
