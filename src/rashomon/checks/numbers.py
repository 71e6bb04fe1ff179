"""Numbers: whether the figures of a summary's statement are those of the article.

Figures are compared as intervals ("41" is no other number than "more than 40").  A number that is no figure of
something counted, as in a date, is compared where the words beside it are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rashomon.facets.intervals import overlap
from rashomon.facets.quantities import comparable
from rashomon.langs import Lexicon
from rashomon.model import Claim, Figure, Span
from rashomon.text import Token, tokens

_MOST = 120  # words of a sentence that are compared
_RUN = 2  # words in a row that may differ, where one is a number
_FEW = 4  # a number up to here may be counted anew from what the article tells


class Different(NamedTuple):
    """A number of the summary and the one that the article has in its place."""

    span: Span
    found: Span
    reason: str


def different(
    told: Sequence[Claim], aligned: Sequence[Claim], everywhere: Sequence[Claim], text: str, lexicon: Lexicon
) -> Different | None:
    """The first figure of a statement's claims that the aligned claims have otherwise, and no claim has so."""
    known = [figure for claim in everywhere for figure in claim.figures]
    for figure in (figure for claim in told for figure in claim.figures):
        toll = _other_toll(figure, known, [other for claim in aligned for other in claim.figures])
        if toll:
            return Different(figure.span, toll.span, _reason(figure.label, toll.label))
        if any(_alike(figure, other) and overlap(figure, other) for other in known):
            continue
        rivals = [g for claim in aligned for g in claim.figures if comparable(figure, g) and not overlap(figure, g)]
        own = {(f.low, f.high) for claim in told for f in claim.figures}
        rivals = [g for g in rivals if (g.low, g.high) not in own]
        if rivals and not (figure.unit is None and figure.low <= _FEW and figure.bound != "exact"):
            other = min(rivals, key=lambda g: abs(g.low - figure.low))
            return Different(figure.span, other.span, _reason(figure.label, other.label))
    return None


def _other_toll(figure: Figure, known: Sequence[Figure], near: Sequence[Figure]) -> Figure | None:
    """The article's figure of the same toll (dead, injured) where it nowhere gives the toll that the summary gives."""
    same = [other for other in known if figure.scope and other.scope == figure.scope and other.unit == figure.unit]
    if any(overlap(figure, other) for other in same):
        return None
    return next((other for other in near if other in same), None)


def _alike(a: Figure, b: Figure) -> bool:
    """Whether two figures may be of one thing: less is asked than to compare them."""
    return a.unit == b.unit and (
        comparable(a, b) or not a.counted or not b.counted or bool(set(a.counted) & set(b.counted))
    )


def replaced(text: str, span: Span, article: str, line: Span, lexicon: Lexicon) -> Different | None:
    """The first number of a statement in whose place, between the same words, the article has another one."""
    own, theirs = _words(text, span), _words(article, line)
    match = SequenceMatcher(None, [w.lower for w in own], [w.lower for w in theirs], autojunk=False)
    written = {w.lower for w in theirs}
    blocks = match.get_opcodes()
    for kind, a, b, c, d in blocks:
        if kind != "replace" or b - a != d - c or b - a > _RUN or len(blocks) == 1:
            continue
        for ours, other in zip(own[a:b], theirs[c:d], strict=True):
            if _value(ours, lexicon) is None or _value(other, lexicon) is None or ours.lower in written:
                continue
            if _value(ours, lexicon) != _value(other, lexicon):
                return Different(
                    Span(ours.start, ours.end), Span(other.start, other.end), _reason(ours.text, other.text)
                )
    return None


def _words(text: str, span: Span) -> list[Token]:
    return [token for token in tokens(text, *span) if token.kind != "mark"][:_MOST]


def _value(word: Token, lexicon: Lexicon) -> float | None:
    if word.kind == "number":
        digits = word.text.rstrip("stndrh").replace(",", "").replace(":", "")
        return float(digits) if digits.count(".") < 2 and digits.replace(".", "").isdigit() else None
    return lexicon.numbers.get(word.lower)


def _reason(ours: str, theirs: str) -> str:
    return f"The summary has “{ours}” where the article has “{theirs}”"
