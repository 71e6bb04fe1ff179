"""Exact F1 of spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader.scores import f1

from rashomon.reading.roles import ROLES, RoleSpan

S, C, C2, T = RoleSpan("source", 0, 2), RoleSpan("cue", 2, 3), RoleSpan("cue", 2, 4), RoleSpan("content", 3, 9)


@pytest.mark.parametrize(
    ("pairs", "kind", "expected"),
    [
        ([], None, 0),
        ([(set(), set())], None, 0),
        ([({S, C}, {S, C})], None, 1),
        ([({S, C}, {S, C})], "cue", 1),
        ([({S}, set())], None, 0),
        ([(set(), {S})], None, 0),
        # one word too many is wrong
        ([({C}, {C2})], None, 0),
        # the same words with another role are wrong
        ([({S}, {RoleSpan("cue", 0, 2)})], None, 0),
        # another role does not count
        ([({S, C}, {S, C2})], "source", 1),
        ([({S, C}, {S, C2})], None, 0.5),
        ([({S, C, T}, {S})], None, 0.5),
        ([({S}, {S, C, T})], None, 0.5),
        ([({S, C}, {S})], None, 2 / 3),
        # counted over all, not averaged over pairs
        ([({S}, {S}), ({C, T}, set())], None, 0.5),
        # a span of one pair is not found in another
        ([({S}, set()), (set(), {S})], None, 0),
        ([({S}, {S})], "content", 0),
    ],
)
def test_f1(pairs: list[tuple[set[RoleSpan], set[RoleSpan]]], kind: str | None, expected: float) -> None:
    assert f1(pairs, kind) == pytest.approx(expected)


spans = st.sets(st.builds(RoleSpan, st.sampled_from(ROLES), st.integers(0, 3), st.integers(4, 6)), max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(spans, spans), max_size=4), st.sampled_from([None, *ROLES]))
def test_f1_is_a_share_and_the_same_both_ways(
    pairs: list[tuple[set[RoleSpan], set[RoleSpan]]], kind: str | None
) -> None:
    found = f1(pairs, kind)
    assert 0 <= found <= 1
    assert f1([(b, a) for a, b in pairs], kind) == found
