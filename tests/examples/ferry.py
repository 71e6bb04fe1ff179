"""The breakdown of examples/ferry, and what it says in words that a table can hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rashomon import app
from rashomon.model import Breakdown, Facet, Mention, Story, Variant
from rashomon.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
FERRY = ROOT / "examples" / "ferry"
OUTLETS = FERRY / "outlets.csv"


@cache
def ferry() -> Breakdown:
    """The breakdown of the example, made once."""
    return app.compare([FERRY], Settings(), outlets_file=OUTLETS)


def story() -> Story:
    """Its only story."""
    (found,) = ferry().stories
    return found


def name(id: str) -> str:
    """A report by its file, or by its own id in feed.jsonl."""
    report = ferry().report(id)
    return report.source_id or Path(report.input).stem


def mentions(facet: Facet) -> list[Mention]:
    """All mentions of a facet."""
    return [mention for variant in facet.variants for mention in variant.mentions]


def reports(variant: Variant) -> set[str]:
    """The reports (by name) that give a variant's answer."""
    return {name(mention.report) for mention in variant.mentions}


def answering(answer: str, begin: str = "") -> Iterator[tuple[Facet, Variant]]:
    """The variants in which a report gives this answer, to questions that begin so; the case of letters aside."""
    for facet in story().facets:
        if facet.question.startswith(begin):
            for variant in facet.variants:
                if any(mention.answer.lower() == answer.lower() for mention in variant.mentions):
                    yield facet, variant


def between(begin: str, a: str, b: str) -> set[str]:
    """How the variants with the answers a and b stand to each other; "together" when one variant holds both."""
    found: set[str] = set()
    for facet, first in answering(a, begin):
        for other, second in answering(b, begin):
            if facet.id == other.id:
                pair = {first.id, second.id}
                found.update([r.relation for r in facet.relations if set(r.variants) == pair] or ["together"])
    return found


def saying(*words: str) -> list[Facet]:
    """The facets that have, for each of the words, a mention whose quote holds it."""
    quotes = {facet.id: [mention.words for mention in mentions(facet)] for facet in story().facets}
    return [f for f in story().facets if all(any(word in quote for quote in quotes[f.id]) for word in words)]
