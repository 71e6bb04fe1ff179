"""Direct quotations: what stands in quotation marks, across sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice, takewhile

from rashomon.model import Span

_OPENING = {"“": "”", "«": "»", "„": "“”", "‘": "’"}

_DOUBLED = "''"  # two apostrophes for one mark

_MARK = re.compile(f"[{''.join(_OPENING)}\"']")  # whatever may open a quotation

_LONGEST = 600  # characters in single marks; one that is not closed by then is an apostrophe


def is_quoted(quoted: tuple[Span, ...], at: int) -> bool:
    """Whether an offset stands inside one of the quotations (which are in order and do not overlap)."""
    before = bisect_right(quoted, at, key=lambda span: span.start) - 1
    return before >= 0 and at < quoted[before].end


def share_quoted(quoted: tuple[Span, ...], span: Span) -> float:
    """The share of a span that stands inside quotations (in order, not overlapping), 0 to 1."""
    first = max(0, bisect_left(quoted, span.start, key=lambda other: other.start) - 1)
    near = takewhile(lambda other: other.start < span.end, islice(quoted, first, None))
    inside = sum(max(0, min(other.end, span.end) - max(other.start, span.start)) for other in near)
    return inside / (span.end - span.start)


def quotations(text: str, line: Span) -> tuple[Span, ...]:
    """The quotations in one paragraph, marks included.

    Straight marks open and close in turn.  A mark that is never closed runs to the end of the
    paragraph, as printers do it when a quotation goes on in the next one.
    """
    found: list[Span] = []
    at = line.start
    while mark := _MARK.search(text, at, line.end):
        at = mark.start()
        closing = _closing(text, at, line)
        if closing is None:
            at += 1
            continue
        limit = line.end if closing != "’" else min(line.end, at + _LONGEST)
        end = _doubled(text, at, limit) if closing == _DOUBLED else _find(text, at + 1, limit, closing)
        if closing == "’" and end == limit:
            at += 1
            continue
        found.append(Span(at, end))
        at = end
    return tuple(found)


def _closing(text: str, at: int, line: Span) -> str | None:
    """The marks that would close a quotation that opens here, or None."""
    mark = text[at]
    free = at == line.start or not text[at - 1].isalnum()
    if mark == '"':
        return '"' if free else None
    if free and text.startswith(_DOUBLED, at) and not text.startswith(_DOUBLED, at + 1):
        return _DOUBLED
    return _OPENING.get(mark) if free else None


def _doubled(text: str, at: int, end: int) -> int:
    """The place behind two apostrophes, or a straight mark, that close what two apostrophes opened."""
    ends = (text.find(_DOUBLED, at + 2, end) + 2, text.find('"', at + 2, end) + 1)
    return min((place for place in ends if place > at), default=end)


def _find(text: str, at: int, end: int, closing: str) -> int:
    """The place behind the next closing mark, or ``end``."""
    found = min((place for place in (text.find(mark, at, end) for mark in closing) if place >= 0), default=-1)
    while found >= 0 and closing == "’" and _is_apostrophe(text, found, end):
        found = text.find(closing, found + 1, end)
    return found + 1 if found >= 0 else end


def _is_apostrophe(text: str, at: int, end: int) -> bool:
    return at + 1 < end and text[at + 1].isalnum()
