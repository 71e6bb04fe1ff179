"""Claims, figures and answers made by hand or from a text, for the tests of the facets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rashomon import langs
from rashomon.claims import claims
from rashomon.claims.times import times
from rashomon.facets.answers import Answer
from rashomon.model import Attribution, Claim, Figure, Report, Span, Time
from rashomon.text import tokens
from tests.reports import report

LEXICON = langs.load()


def claim(terms: str, at: str = "r", **more: Any) -> Claim:
    """A claim of the report ``at`` with these terms; ``more`` are other fields of Claim."""
    empty: dict[str, Any] = {"attribution": None, "names": (), "figures": (), "times": ()}
    given = {"report": at, "span": Span(0, 1), "sentence": Span(0, 1), "terms": tuple(terms.split()), **empty}
    return Claim(**{**given, **more})


def read(*texts: str) -> tuple[tuple[Report, ...], tuple[Claim, ...]]:
    """Reports a, b, … of these texts and all their claims."""
    reports = tuple(report("abcdefgh"[n], text) for n, text in enumerate(texts))
    return reports, tuple(made for one in reports for made in claims(one, LEXICON))


def figure(text: str) -> Figure:
    """The only figure of a sentence."""
    (_, made) = read(text)
    (found,) = (held for one in made for held in one.figures)
    return found


def when(text: str, published: str | None = None) -> Time:
    """The only time of a text, in a report of this date."""
    (found,) = times(tokens(text), LEXICON, published)
    return found


def answers(*texts: str, dates: Mapping[str, str] | None = None) -> tuple[list[Answer], dict[str, Report]]:
    """The first claim of each text as an answer, by its figure where it has one; ``dates`` are the reports' own."""
    reports = [report("abcdefgh"[n], text, published=(dates or {}).get("abcdefgh"[n])) for n, text in enumerate(texts)]
    first = [claims(one, LEXICON)[0] for one in reports]
    made = [Answer(one, one.figures[0] if one.figures else None) for one in first]
    return made, {one.id: one for one in reports}


def said(speaker: str) -> Attribution:
    """An attribution to a speaker."""
    return Attribution(speaker, "said")
