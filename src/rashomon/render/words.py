"""Words that every renderer uses: counts, outlets, speakers and the names of a status."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from rashomon.model import Facet, Mention, Relation, Report, Status
from rashomon.render.places import country_name

STATUS_SYMBOLS: dict[Status, str] = {"conflict": "✗", "update": "↻", "compatible": "≈", "agree": "✓"}
"""A sign for each status, so that colour is never the only carrier of it; most contested first."""

_IRREGULAR = {"country": "countries", "number changed in a copy": "numbers changed in copies"}


def count(n: int, noun: str) -> str:
    """A number with its noun: "1 report", "2 countries"."""
    return f"{n} {noun if n == 1 else _IRREGULAR.get(noun, noun + 's')}"


def listed(items: list[str]) -> str:
    """Items as a sentence lists them: "a", "a and b", "a, b and c"."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)


def outlet_name(report: Report) -> str:
    """The outlet's name; where it is unknown, the host or the file that the report came from, with its own id."""
    if report.outlet:
        return report.outlet.name
    place = urlsplit(report.input).hostname if "://" in report.input else PurePath(report.input).name
    name = place or report.input
    if report.kind == "summary":
        return f"summary in {name}"
    return f"{name}, {report.source_id}" if report.source_id else name


def outlet_and_country(report: Report) -> str:
    """The outlet with its country in brackets where that is known: "Harbour Post (Norway)"."""
    name = outlet_name(report)
    return f"{name} ({country_name(report.country)})" if report.country else name


def voice(mention: Mention) -> str | None:
    """Who says it and through which medium, or None when the report says it itself."""
    if mention.speaker and mention.via:
        return f"{mention.speaker}, via {mention.via}"
    return mention.speaker or (f"via {mention.via}" if mention.via else None)


def shorten(text: str, most: int) -> str:
    """Text of at most ``most`` characters, cut at a word where it can be, with an ellipsis in place of the rest."""
    if len(text) <= most:
        return text
    head, _, _ = text[:most].rpartition(" ")
    return (head or text[: most - 1]).rstrip(" ,;:-") + "…"


def quoted(quote: str) -> str:
    """The words in quotation marks; words that bring their own keep them."""
    own = quote[:1] in {'"', "“"} and quote[-1:] in {'"', "”"} and len(quote) > 1
    return quote if own else f"“{quote}”"


def by_reason(relations: Sequence[Relation]) -> list[list[Relation]]:
    """The relations in groups of one kind and one reason, in the order of their first ones."""
    groups: dict[tuple[str, str], list[Relation]] = {}
    for relation in relations:
        groups.setdefault((relation.relation, relation.reason), []).append(relation)
    return list(groups.values())


def telling(facet: Facet) -> list[Relation]:
    """The relations that make the facet's status; what is merely compatible goes without saying beside a conflict."""
    return [relation for relation in facet.relations if relation.relation in {facet.status, "conflict", "update"}]


def share_in_words(share: float) -> str:
    """How much of the smaller text stands in the other."""
    percent = round(share * 100)
    if percent >= 99:
        return "all of the shorter text"
    steps = ((90, "nearly all"), (65, "most"), (45, "about half"), (20, "a part"), (0, "a small part"))
    words = next(words for floor, words in steps if percent >= floor)
    return f"{words} of the shorter text ({percent}%)"
