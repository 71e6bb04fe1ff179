"""Direct quotations: what stands in quotation marks, across sentences and paragraphs."""

from __future__ import annotations

from rashomon.model import Span

_OPENING = {"“": "”", "«": "»", "„": "“”", "‘": "’"}


def quotations(text: str, line: Span) -> tuple[Span, ...]:
    """The quotations in one paragraph, marks included.

    Straight marks open and close in turn.  A mark that is never closed runs to the end of the
    paragraph, as printers do it when a quotation goes on in the next one.
    """
    found: list[Span] = []
    at = line.start
    while at < line.end:
        closing = _closing(text, at, line)
        if closing is None:
            at += 1
            continue
        end = _find(text, at + 1, line.end, closing)
        if closing == "’" and end == line.end:
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
    return _OPENING.get(mark) if free else None


def _find(text: str, at: int, end: int, closing: str) -> int:
    for i in range(at, end):
        if text[i] in closing and not (closing == "’" and _is_apostrophe(text, i, end)):
            return i + 1
    return end


def _is_apostrophe(text: str, at: int, end: int) -> bool:
    return at + 1 < end and text[at + 1].isalnum()
