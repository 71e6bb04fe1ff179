"""Scores to attributions: the best tags, their spans, and the spans linked.

Tags are ``O`` and ``B-``/``I-`` of source, cue and content.  They are flat: a word has one role, and
spans in pieces are linked again.  What is attributed inside a content is found by reading the content
once more by itself (`Said.depth`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
ROLES = ("source", "cue", "content")


class RoleSpan(NamedTuple):
    """A run of words with one role: ``kind``, first word, word after the last."""

    kind: str
    first: int
    end: int


class Crf(NamedTuple):
    """The linear chain over tags: scores of the first tag, of each step (from, to), and of the last tag."""

    first: Array
    steps: Array
    last: Array


class Linked(NamedTuple):
    """An attribution over words: the spans of its sources, cues and contents."""

    sources: tuple[RoleSpan, ...]
    cues: tuple[RoleSpan, ...]
    contents: tuple[RoleSpan, ...]


def best_path(scores: Array, crf: Crf) -> list[int]:
    """The best tags for (words, tags) scores (Viterbi 1967)."""
    if not len(scores):
        return []
    best = crf.first + scores[0]
    back = np.empty((len(scores) - 1, scores.shape[1]), np.int64)
    columns = np.arange(scores.shape[1])
    for i, row in enumerate(scores[1:]):
        total = best[:, None] + crf.steps
        back[i] = total.argmax(0)
        best = total[back[i], columns] + row
    path = [int((best + crf.last).argmax())]
    for pointers in back[::-1]:
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans(tags: Sequence[str]) -> list[RoleSpan]:
    """The spans of BIO tags; an ``I-`` that continues nothing begins a span."""
    found: list[RoleSpan] = []
    first, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and (tag[0] != "I" or tag[2:] != kind):
            found.append(RoleSpan(kind, first, i))
            kind = ""
        if tag[0] == "B" or (tag[0] == "I" and not kind):
            first, kind = i, tag[2:]
    return found


def link(found: Sequence[RoleSpan], sides: Sequence[Array], none: tuple[float, float]) -> list[Linked]:
    """Spans to attributions: each cue chooses a source, each content a cue.

    ``sides`` are those of cues, sources and contents (words, D) in the two bilinear forms; a span
    stands with its first word.  ``none`` are the scores of "no source" and "no cue".  A content that
    chooses no cue is an attribution of its own, without a source.
    """
    cues, sources, contents = sides
    by_role = {role: [s for s in found if s.kind == role] for role in ROLES}
    scale = float(np.sqrt(cues.shape[1])) if cues.size else 1.0
    chosen: dict[int, RoleSpan] = {}
    held: dict[int, list[RoleSpan]] = {i: [] for i in range(len(by_role["cue"]))}
    alone: list[RoleSpan] = []
    starts = [s.first for s in by_role["cue"]]
    if starts and by_role["source"]:
        scores = cues[starts] @ sources[[s.first for s in by_role["source"]]].T / scale
        for i, row in enumerate(scores):
            if row.max() > none[0]:
                chosen[i] = by_role["source"][int(row.argmax())]
    for content in by_role["content"]:
        row = cues[starts] @ contents[content.first] / scale if starts else np.empty(0, np.float32)
        if len(row) and row.max() > none[1]:
            held[int(row.argmax())].append(content)
        else:
            alone.append(content)
    linked = [
        Linked((chosen[i],) if i in chosen else (), (cue,), tuple(held[i]))
        for i, cue in enumerate(by_role["cue"])
        if i in chosen or held[i]
    ]
    linked += [Linked((), (), (content,)) for content in alone]
    return sorted(linked, key=lambda a: min(s.first for part in a for s in part))
