"""A report's text in pieces, so that overlapping claims can all be marked and reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.model import Span
from rashomon.render.html.index import Anchor

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same anchors.

    ``ids`` are the anchors that begin here, ``refs`` those that end here, ``tone`` is the colour of
    the innermost; ``marked`` is false outside all anchors.
    """

    text: str
    marked: bool = False
    tone: int | None = None
    ids: tuple[str, ...] = ()
    refs: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text; ``head`` is true in what stands before the article proper."""

    pieces: tuple[Piece, ...]
    head: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of one line and the anchors that cover all of it."""

    line: int
    span: Span
    over: tuple[Anchor, ...]


def paragraphs(text: str, body: int, anchors: Sequence[Anchor]) -> tuple[Paragraph, ...]:
    """The lines of a text, each split where an anchor begins or ends.

    ``body`` is the offset at which the article proper begins.  An anchor over several lines gets its
    id in the first and its back-link in the last of them; one without any text gets none.
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    runs = [run for number, line in enumerate(lines) for run in _runs(number, line, anchors)]
    first: dict[str, _Run] = {}
    last: dict[str, _Run] = {}
    for run in runs:
        for anchor in run.over:
            first.setdefault(anchor.id, run)
            last[anchor.id] = run
    pieces: list[list[Piece]] = [[] for _ in lines]
    for run in runs:
        ids = tuple(anchor.id for anchor in run.over if first[anchor.id] is run)
        refs = tuple(anchor for anchor in run.over if last[anchor.id] is run)
        tone = run.over[-1].tone if run.over else None
        pieces[run.line].append(Piece(text[run.span.start : run.span.end], bool(run.over), tone, ids, refs))
    return tuple(Paragraph(tuple(row), line.end <= body) for line, row in zip(lines, pieces, strict=True))


def _runs(number: int, line: Span, anchors: Sequence[Anchor]) -> Iterator[_Run]:
    near = [anchor for anchor in anchors if anchor.span.start < line.end and line.start < anchor.span.end]
    edges = {edge for anchor in near for edge in anchor.span if line.start < edge < line.end}
    points = sorted({line.start, line.end, *edges})
    for start, end in pairwise(points):
        over = tuple(anchor for anchor in near if anchor.span.start <= start and end <= anchor.span.end)
        yield _Run(number, Span(start, end), over)
