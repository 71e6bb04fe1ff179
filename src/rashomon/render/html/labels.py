"""Short words and signs of the page: letters of variants, states, cut texts."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.model import FacetKind, RelationKind, ReportKind, Status
from rashomon.render.words import STATUS_SYMBOLS

TONES = 8
"""How many shapes and colours the style sheet has for variants; the letter tells apart what they do not."""


class State(NamedTuple):
    """A status for the page: its sign, a word, what it means, and the filter that shows it."""

    key: Status
    sign: str
    word: str
    meaning: str


STATES: dict[Status, State] = {
    "conflict": State("conflict", STATUS_SYMBOLS["conflict"], "Contested", "answers exclude each other"),
    "update": State("update", STATUS_SYMBOLS["update"], "Changed", "a later answer replaces an earlier one"),
    "compatible": State("compatible", STATUS_SYMBOLS["compatible"], "Compatible", "answers differ, all can be true"),
    "agree": State("agree", STATUS_SYMBOLS["agree"], "Agreed", "one answer"),
}

RELATIONS: dict[RelationKind, str] = {
    "conflict": "conflicts with",
    "update": "and, earlier or later,",
    "compatible": "is compatible with",
}

KINDS: dict[FacetKind, str] = {
    "quantity": "Quantity",
    "time": "Time",
    "place": "Place",
    "person": "Person",
    "actor": "Actor",
    "cause": "Cause",
    "means": "Means",
    "outcome": "Outcome",
    "statement": "Statement",
    "other": "Other",
}

REPORT_KINDS: dict[ReportKind, str] = {
    "article": "Article",
    "summary": "Summary",
    "live-entry": "Live entry",
    "related": "Related report",
}


def letter(position: int) -> str:
    """The letter of a variant by its position from 0: A ... Z, AA, AB ..."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def shortened(text: str, size: int) -> str:
    """The text on one line, cut at a word (or inside a very long one) to at most ``size`` characters."""
    text = " ".join(text.split())
    if len(text) <= size:
        return text
    head = text[: size - 1]
    at = head.rfind(" ")
    return (head[:at] if at > size // 2 else head).rstrip(" ,;:.") + "…"
