"""Scores to tags, tags to spans, spans to attributions."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from rashomon.reading.roles import ROLES, Crf, Linked, RoleSpan, best_path, link, spans

Array = NDArray[np.float32]
TAGS = ("O", *(f"{begin}-{role}" for role in ROLES for begin in "BI"))


def drawn(words: int, tags: int, seed: int) -> tuple[Array, Crf]:
    random = np.random.default_rng(seed)
    first, steps, last = (random.normal(0, 2, shape).astype(np.float32) for shape in (tags, (tags, tags), tags))
    return random.normal(0, 2, (words, tags)).astype(np.float32), Crf(first, steps, last)


def worth(path: list[int], scores: Array, crf: Crf) -> float:
    steps = sum(float(crf.steps[a, b]) for a, b in pairwise(path))
    return float(crf.first[path[0]] + crf.last[path[-1]] + sum(scores[i, t] for i, t in enumerate(path))) + steps


@pytest.mark.parametrize(("words", "tags"), [(1, 1), (1, 5), (2, 4), (3, 3), (4, 5), (6, 3)])
def test_the_best_path(words: int, tags: int) -> None:
    for seed in range(20):
        scores, crf = drawn(words, tags, seed)
        every = [list(path) for path in product(range(tags), repeat=words)]
        assert best_path(scores, crf) == max(every, key=lambda path: worth(path, scores, crf))


def test_the_path_of_nothing_is_empty() -> None:
    _, crf = drawn(1, 3, 0)
    assert best_path(np.empty((0, 3), np.float32), crf) == []


def test_a_step_can_outweigh_the_scores() -> None:
    zeros = np.zeros(2, np.float32)
    crf = Crf(zeros, np.array([[0, -10], [0, 0]], np.float32), zeros)
    assert best_path(np.array([[1, 0], [0, 2]], np.float32), crf) == [1, 1]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("", []),
        ("O O", []),
        ("B-cue", [("cue", 0, 1)]),
        ("B-source I-source O", [("source", 0, 2)]),
        ("O B-source B-source", [("source", 1, 2), ("source", 2, 3)]),
        ("B-source B-cue I-cue B-content", [("source", 0, 1), ("cue", 1, 3), ("content", 3, 4)]),
        ("I-cue I-cue O", [("cue", 0, 2)]),
        ("B-source I-cue I-cue", [("source", 0, 1), ("cue", 1, 3)]),
        ("B-source O I-source", [("source", 0, 1), ("source", 2, 3)]),
        ("B-PER I-PER B-LOC", [("PER", 0, 2), ("LOC", 2, 3)]),
    ],
)
def test_spans(tags: str, expected: list[tuple[str, int, int]]) -> None:
    assert [tuple(span) for span in spans(tags.split())] == expected


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=25))
def test_spans_hold_every_tagged_word_once(tags: list[str]) -> None:
    found = spans(tags)
    assert all(a.end <= b.first for a, b in pairwise(found))
    held = [(i, span.kind) for span in found for i in range(span.first, span.end)]
    assert held == [(i, tag[2:]) for i, tag in enumerate(tags) if tag != "O"]
    written = ["O"] * len(tags)
    for kind, first, end in found:
        written[first:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - first - 1)]
    assert spans(written) == found


def sides(words: int, *pairs: tuple[int, int, float]) -> tuple[Array, Array, Array]:
    """Sides of cues, sources and contents in which (cue, other, score) are the only scores that are not 0.

    The first pieces of each word's row are one for itself, so that a pair's score is a number in one place.
    """
    cues = np.zeros((words, words), np.float32)
    other = np.eye(words, dtype=np.float32) * np.float32(np.sqrt(words))
    for cue, place, score in pairs:
        cues[cue, place] = score
    return cues, other, other


def run(written: str, *pairs: tuple[int, int, float], none: tuple[float, float] = (0.5, 0.5)) -> list[tuple[str, ...]]:
    """Attributions as (first words of sources, of cues, of contents); a word is s, c, t or a dot."""
    names = {"s": "source", "c": "cue", "t": "content"}
    found = [RoleSpan(names[letter], i, i + 1) for i, letter in enumerate(written) if letter in names]
    linked = link(found, sides(len(written), *pairs), none)
    return [tuple(" ".join(str(span.first) for span in part) for part in attribution) for attribution in linked]


@pytest.mark.parametrize(
    ("written", "pairs", "expected"),
    [
        ("", [], []),
        ("...", [], []),
        # source, cue and content that choose each other
        ("s.c.t", [(2, 0, 1), (2, 4, 1)], [("0", "2", "4")]),
        # the cue's best source and the content's best cue
        ("ssct", [(2, 0, 1), (2, 1, 2), (2, 3, 1)], [("1", "2", "3")]),
        ("sctct", [(1, 0, 1), (1, 2, 2), (3, 2, 1), (1, 4, 1), (3, 4, 2)], [("0", "1", "2"), ("", "3", "4")]),
        # a content in pieces
        ("tsct", [(2, 1, 1), (2, 0, 1), (2, 3, 1)], [("1", "2", "0 3")]),
        # one source of two cues
        ("sctct", [(1, 0, 1), (3, 0, 1), (1, 2, 1), (3, 4, 1)], [("0", "1", "2"), ("0", "3", "4")]),
        # no source: none scores over "no source"
        ("sct", [(1, 0, 0.4), (1, 2, 1)], [("", "1", "2")]),
        ("sct", [(1, 0, 0.5), (1, 2, 1)], [("", "1", "2")]),
        # no content
        ("sc", [(1, 0, 1)], [("0", "1", "")]),
        # a cue without either is none, a source that no cue chooses neither
        ("s.c", [], []),
        ("c", [], []),
        ("s", [], []),
        # a content that chooses no cue stands alone
        ("sct", [(1, 0, 1), (1, 2, 0.4)], [("0", "1", ""), ("", "", "2")]),
        ("t.t", [], [("", "", "0"), ("", "", "2")]),
        # in the order of first words
        ("tcsct", [(1, 0, 1), (3, 2, 1), (3, 4, 1)], [("", "1", "0"), ("2", "3", "4")]),
        ("tsctc", [(2, 3, 1), (2, 1, 1), (4, 0, 1)], [("", "4", "0"), ("1", "2", "3")]),
    ],
)
def test_links(written: str, pairs: list[tuple[int, int, float]], expected: list[tuple[str, ...]]) -> None:
    assert run(written, *pairs) == expected


def test_none_of_sources_and_of_cues_are_two_numbers() -> None:
    pairs = ((1, 0, 1.0), (1, 2, 1.0))
    assert run("sct", *pairs, none=(2, 0)) == [("", "1", "2")]
    assert run("sct", *pairs, none=(0, 2)) == [("0", "1", ""), ("", "", "2")]


def test_a_link_keeps_whole_spans() -> None:
    found = [RoleSpan("source", 0, 2), RoleSpan("cue", 2, 3), RoleSpan("content", 4, 9)]
    (linked,) = link(found, sides(9, (2, 0, 1), (2, 4, 1)), (0.5, 0.5))
    assert linked == Linked((found[0],), (found[1],), (found[2],))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("sct."), min_size=1, max_size=12), st.integers(0, 2**32))
def test_every_content_has_one_place_and_every_cue_at_most_one(written: str, seed: int) -> None:
    random = np.random.default_rng(seed)
    names = {"s": "source", "c": "cue", "t": "content"}
    found = [RoleSpan(names[letter], i, i + 1) for i, letter in enumerate(written) if letter in names]
    linked = link(found, [random.normal(0, 3, (len(written), 4)).astype(np.float32) for _ in range(3)], (0, 0))
    contents = [span for attribution in linked for span in attribution.contents]
    cues = [span for attribution in linked for span in attribution.cues]
    assert sorted(contents) == [span for span in found if span.kind == "content"]
    assert len(set(cues)) == len(cues)
    assert all(len(a.sources) <= 1 and len(a.cues) <= 1 and (a.contents or a.sources) for a in linked)
    firsts = [min(span.first for part in attribution for span in part) for attribution in linked]
    assert firsts == sorted(firsts)
