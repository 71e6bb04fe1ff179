"""A page that stacks versions of one article: each below a line that says when it was put there."""

from __future__ import annotations

import re

from rashomon.sources.parts.layouts import Layouts
from rashomon.sources.parts.part import Line, Part, Parts, between, count, like_title, lines_of

_LABELLED = re.compile(r"(?P<label>[A-Za-z ]{6,16})\s*:?\s+(?P<when>[^:].{3,60})")
_SHORT = 40  # words of a version
_SHARED = 0.3  # of the shorter one's runs of three words that the other one has as well
_RUN = 3


def versions(text: str, layouts: Layouts) -> Parts | None:
    """The versions of one article that stand below each other; None when the text holds one alone."""
    lines = lines_of(text)
    marks = [at for at, line in enumerate(lines) if _when(line.words, layouts)]
    if len(marks) < 2:
        return None
    begins = [at - 1 if at and like_title(lines[at - 1].words) else at for at in marks]
    made = [
        _version(text, lines, begin, mark, end, layouts)
        for begin, mark, end in zip(begins, marks, [*begins[1:], len(lines)], strict=True)
    ]
    kept = [part for part in made if count(part.body) >= _SHORT]
    if len(kept) < 2 or any(not _alike(kept[0].body, other.body) for other in kept[1:]):
        return None
    return Parts(tuple(kept), tuple(line.words for line in lines[: begins[0]]))


def _when(line: str, layouts: Layouts) -> str | None:
    """The date that a line says a version is of."""
    found = _LABELLED.fullmatch(line) if len(line) < 90 else None
    if not found or found["label"].strip().lower() not in layouts.labels["version"]:
        return None
    return found["when"].strip() if any(sign.isdigit() for sign in found["when"]) else None


def _version(text: str, lines: list[Line], begin: int, mark: int, end: int, layouts: Layouts) -> Part:
    title = lines[begin].words if begin < mark else None
    first = mark + 1
    if title is None and first < end and like_title(lines[first].words):
        title, first = lines[first].words, first + 1
    return Part(between(text, lines, first, end), title=title, when=_when(lines[mark].words, layouts))


def _alike(a: str, b: str) -> bool:
    """Whether two texts have so many runs of words in common that one is a version of the other."""
    x, y = _runs(a), _runs(b)
    return len(x & y) >= _SHARED * min(len(x), len(y))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
