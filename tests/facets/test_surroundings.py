"""What is quoted with a clause, so that it can be understood."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.claims.clauses import LONGEST, is_short
from rashomon.facets.surroundings import quotable
from rashomon.model import Claim, Span
from tests.facets.made import claim, read
from tests.reports import report


def clauses(*sizes: int, tail: int = 0) -> tuple[str, list[Claim]]:
    """A sentence with a clause of n words for each size, and ``tail`` words behind them that are no claim's."""
    text, spans = "", []
    for size in sizes:
        start = len(text)
        text += " ".join(["ferry"] * size) + ","
        spans.append(Span(start, len(text) - 1))
        text += " "
    text = text.rstrip(", ") + " ferry" * tail + "."
    return text, [claim("ferri", "a", span=span, sentence=Span(0, len(text))) for span in spans]


@pytest.mark.parametrize(
    ("sizes", "tail", "of", "expected"),
    [
        # the sentence, where it has at most 45 words
        ((45,), 0, 0, "sentence"),
        ((20, 10, 15), 0, 1, "sentence"),
        ((5,), 40, 0, "sentence"),
        # else whole clauses, those before and those behind in turn
        ((20, 10, 16), 0, 1, (0, 1)),
        ((20, 10, 16), 0, 0, (0, 1)),
        ((20, 10, 16), 0, 2, (1, 2)),
        ((10, 10, 10, 10, 10), 0, 2, (0, 3)),
        ((20, 10, 5, 20, 20), 0, 2, (1, 3)),
        ((10, 10, 10, 10, 10), 0, 0, (0, 3)),
        ((10, 10, 10, 10, 10), 0, 4, (1, 4)),
        # one that does not fit leaves its room to the other side
        ((40, 10, 10, 10, 10), 0, 1, (1, 4)),
        ((10, 10, 10, 40), 0, 2, (0, 2)),
        # nothing fits
        ((40, 10, 40), 0, 1, (1, 1)),
        ((45, 45), 0, 0, (0, 0)),
        ((5,), 41, 0, (0, 0)),
    ],
)
def test_quotable(sizes: tuple[int, ...], tail: int, of: int, expected: str | tuple[int, int]) -> None:
    text, told = clauses(*sizes, tail=tail)
    found = quotable(told, {"a": report("a", text)})["a", told[of].span]
    if isinstance(expected, str):
        assert found == Span(0, len(text))
    else:
        assert found == Span(told[expected[0]].span.start, told[expected[1]].span.end)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, LONGEST), min_size=1, max_size=8), st.randoms())
def test_a_quote_holds_its_clause_and_whole_clauses_only(sizes: list[int], chance: object) -> None:
    text, told = clauses(*sizes)
    chance.shuffle(told)  # type: ignore[attr-defined]
    found = quotable(told, {"a": report("a", text)})
    starts, ends = sorted(c.span.start for c in told), sorted(c.span.end for c in told)
    for one in told:
        span = found["a", one.span]
        assert span.start <= one.span.start < one.span.end <= span.end
        assert is_short(text, span)
        if is_short(text, one.sentence):
            assert span == one.sentence
            continue
        assert span.start in starts
        assert span.end in ends
        # nothing beside it would have fitted
        beside = [at for at in starts if at < span.start][-1:] + [at for at in ends if at > span.end][:1]
        assert not any(is_short(text, Span(min(span.start, at), max(span.end, at))) for at in beside)


def test_only_clauses_of_the_same_sentence() -> None:
    reports, told = read(
        "The ferry ran aground. Nine people were hurt, and the coast guard towed it to Orm.", "The ferry ran aground."
    )
    texts = {one.id: one.text for one in reports}
    found = quotable(told, {one.id: one for one in reports})
    quotes = [texts[c.report][slice(*found[c.report, c.span])] for c in told]
    assert quotes[0] == quotes[-1] == "The ferry ran aground."
    assert set(quotes[1:-1]) == {"Nine people were hurt, and the coast guard towed it to Orm."}
    assert all(one.sentence == found[one.report, one.span] for one in told)


def test_a_long_sentence_read_from_a_text() -> None:
    parts = [
        f"and the {noun} of the old company was carried ashore by men of the harbour"
        for noun in ("mast", "bell", "cargo", "wheel", "anchor")
    ]
    reports, told = read("The ferry sank near the quay of Orm, " + ", ".join(parts) + ".")
    found = quotable(told, {"a": reports[0]})
    spans = [found["a", one.span] for one in told]
    assert len(set(spans)) > 1
    assert all(is_short(reports[0].text, span) and span != told[0].sentence for span in spans)
    assert all(a.start <= b.start for a, b in pairwise(spans))
