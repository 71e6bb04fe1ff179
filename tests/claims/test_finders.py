"""Sources by the rules, and by the reader where the rules are silent."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims.finders import ReadFinder
from rashomon.model import Reading, Said, Span
from rashomon.text import tokens

LEXICON = langs.load("en")


def at(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),) if words else ()


def found(text: str, source: str, cue: str, content: str, depth: int = 0) -> list[tuple[str, str, str | None]]:
    said = Said(at(text, source), at(text, cue), at(text, content), depth)
    hits = ReadFinder(Reading((), (said,)))(text, tokens(text), (), LEXICON)
    return [(text[slice(*h.speaker)], text[slice(*h.cue)], h.reach and text[slice(*h.reach)]) for h in hits]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        # the rules find a source: the reader is not asked
        (
            "Odo Brint said the ferry sank.",
            "ferry",
            "sank",
            "the",
            [("Odo Brint", "said", None)],
        ),
        # the rules find none, the reader does
        (
            "Word from the pier, as told by two stokers, was that the boiler burst.",
            "two stokers",
            "told",
            "the boiler burst",
            [("two stokers", "told", "the boiler burst")],
        ),
        # what is no report of words is left
        ("The crew rowed for the shore.", "The crew", "rowed for", "the shore", []),
    ],
)
def test_who_is_asked(
    text: str, source: str, cue: str, content: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert found(text, source, cue, content) == expected


def test_what_is_inside_a_content_is_left() -> None:
    text = "Word from the pier, as told by two stokers, was that the boiler burst."
    assert found(text, "two stokers", "told", "the boiler burst", depth=1) == []
