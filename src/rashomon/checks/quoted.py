"""Quoted words: whether what a summary puts into quotation marks stands so in the article.

Another cut, an ellipsis, words in square brackets, capitals and marks are no change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rashomon.model import Span
from rashomon.text import Token, tokens

_FEWEST = 2  # words of a quotation that is looked for
_LONG = 4  # words of quotations that stand in one place of the article only
_LIKE = 0.6  # share of its words, in order, that make a passage of the article the one that was changed
_ANCHORS = 40  # places in the article that are tried
_WORDS = 150  # words of a quotation that are compared
_CUT = re.compile(r"…|\.\s?\.\s?\.|\[[^\]\n]{0,80}\]|(?<=[\w”][.!?])\s")
_SHOWN = 8  # words of a change that a reason shows


class Changed(NamedTuple):
    """Words of a quotation (where they stand) that are otherwise in the article: its words, and where they stand."""

    span: Span
    found: Span | None
    reason: str


class Words(NamedTuple):
    """A text's words, as they compare, with their places."""

    words: tuple[str, ...]
    tokens: tuple[Token, ...]
    places: dict[str, list[int]]


def words_of(text: str, spans: tuple[Span, ...]) -> Words:
    """The words of the spans of a text, one after the other."""
    held = [token for span in spans for token in tokens(text, *span) if token.kind != "mark"]
    index: dict[str, list[int]] = {}
    for at, token in enumerate(held):
        index.setdefault(_plain(token), []).append(at)
    return Words(tuple(_plain(token) for token in held), tuple(held), index)


def _plain(token: Token) -> str:
    return token.lower.replace("-", "").replace("'", "")


def changed(text: str, span: Span, whole: Words, inside: Words) -> Changed | None:
    """How the quotation at a span differs from the article; None when it does not, or nothing there is like it.

    ``whole`` are all words of the article, ``inside`` those inside its quotation marks.
    """
    for part in _parts(text, span):
        own = [token for token in tokens(text, *part) if token.kind != "mark"][:_WORDS]
        said = [_plain(token) for token in own]
        if len(said) < _FEWEST or _stands(said, whole) or _stands(said, inside):
            continue
        best = max((_nearest(said, held) for held in (inside, whole)), key=lambda found: found[0])
        share, start, end, held = best
        if share < _LIKE:
            continue
        there = Span(held.tokens[start].start, held.tokens[end - 1].end)
        return Changed(span, there, _reason(own, held.tokens[start:end]))
    return None


def is_long(text: str, spans: Sequence[Span]) -> bool:
    """Whether quotations have words enough to stand in one place only."""
    return sum(token.kind != "mark" for span in spans for token in tokens(text, *span)) >= _LONG


def missing(text: str, span: Span, whole: Words) -> bool:
    """Whether a quotation has a run of words of which the article holds less than half."""
    said = [_plain(token) for token in tokens(text, *span) if token.kind != "mark"][:_WORDS]
    return len(said) > _FEWEST and sum(word in whole.places for word in said) < len(said) / 2


def _parts(text: str, span: Span) -> list[Span]:
    """The runs of a quotation that must each stand in the article."""
    found, start = [], span.start
    for cut in _CUT.finditer(text, *span):
        found.append(Span(start, cut.start()))
        start = cut.end()
    return [*found, Span(start, span.end)]


def stands(text: str, span: Span, held: Words) -> Span | None:
    """Where the longest run of a quotation stands in the article, word for word; None where it does not."""
    part = max(_parts(text, span), key=lambda part: part.end - part.start)
    said = [_plain(token) for token in tokens(text, *part) if token.kind != "mark"][:_WORDS]
    at = _place(said, held) if len(said) >= _FEWEST else None
    return None if at is None else Span(held.tokens[at].start, held.tokens[at + len(said) - 1].end)


def _stands(said: list[str], held: Words) -> bool:
    return _place(said, held) is not None


def _place(said: list[str], held: Words) -> int | None:
    size, rarest = len(said), min(said, key=lambda word: len(held.places.get(word, ())))
    first = said.index(rarest)
    starts = (at - first for at in held.places.get(rarest, ()) if at >= first)
    return next((at for at in starts if list(held.words[at : at + size]) == said), None)


def _nearest(said: list[str], held: Words) -> tuple[float, int, int, Words]:
    """The run of words that is most like the quotation: the share of its words there in order, where, of what."""
    best: tuple[float, int, int, Words] = (0.0, 0, 0, held)
    rare = sorted(set(said), key=lambda word: (len(held.places.get(word, ())) or 10**9, word))[:6]
    places = sorted({at - said.index(word) for word in rare for at in held.places.get(word, ())})[:_ANCHORS]
    for at in places:
        low, high = max(0, at - 6), min(len(held.words), at + len(said) + 12)
        match = SequenceMatcher(None, said, held.words[low:high], autojunk=False)
        blocks = [block for block in match.get_matching_blocks() if block.size]
        if not blocks:
            continue
        share = sum(block.size for block in blocks) / len(said)
        start, end = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size
        spread = share * min(1.0, (len(said) + 6) / (end - start))
        if spread > best[0]:
            best = (spread, start, end, held)
    return best


def _reason(own: list[Token], there: tuple[Token, ...]) -> str:
    match = SequenceMatcher(None, [_plain(t) for t in own], [_plain(t) for t in there], autojunk=False)
    for kind, a, b, c, d in match.get_opcodes():
        ours, theirs = (" ".join(t.text for t in part[:_SHOWN]) for part in (own[a:b], there[c:d]))
        if kind == "replace":
            return f"Inside quotation marks the summary has “{ours}” where the article has “{theirs}”"
        if kind == "insert":
            return f"Inside quotation marks the summary leaves out “{theirs}”, which the article has"
        if kind == "delete":
            return f"Inside quotation marks the summary has “{ours}”, which the article does not have there"
    return "The article does not have these words inside quotation marks in this order"
