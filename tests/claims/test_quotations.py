"""What stands in quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.claims.quotations import is_quoted, quotations, share_quoted
from rashomon.model import Span


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tide rose.", []),
        ('She said "it sank" twice.', ['"it sank"']),
        ('"one" and "two"', ['"one"', '"two"']),
        ("“It sank,” she said.", ["“It sank,”"]),
        ("‘It sank,’ she said.", ["‘It sank,’"]),
        ("«Oui» et „Ja“ et “no”", ["«Oui»", "„Ja“", "“no”"]),
        ("„Ja” said Bram", ["„Ja”"]),
        ("“”", ["“”"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said ‘go’ to me,” she said.", ["“He said ‘go’ to me,”"]),
        ("‘He said “go” to me,’ she said.", ["‘He said “go” to me,’"]),
        ("“It sank and", ["“It sank and"]),
        ('"It sank and', ['"It sank and']),
        ("‘unclosed and", []),
    ],
)
def test_nested_and_unclosed(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s the boat’s ‘end’.", ["‘end’"]),
        ("He said ‘don’t go’ twice.", ["‘don’t go’"]),
        ("the boats’ end", []),
        ("rock ’n’ roll", []),
        ('5" pipe and 6" pipe', []),
        ("Odo's and Lise's boat", []),
        pytest.param(
            "‘the boats’ crew swam,’ he said",
            ["‘the boats’ crew swam,’"],
            marks=pytest.mark.xfail(reason="the apostrophe of a plural closes a single quotation"),
        ),
        pytest.param(
            "'It sank,' she said.",
            ["'It sank,'"],
            marks=pytest.mark.xfail(reason="straight single marks are no quotation marks yet"),
        ),
        pytest.param(
            "»Ja«, sagte sie.",
            ["»Ja«"],
            marks=pytest.mark.xfail(reason="guillemets that point inwards are not known"),
        ),
    ],
)
def test_apostrophes_and_other_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_only_the_paragraph_is_read() -> None:
    text = "“one”\n“two”"
    assert quotations(text, Span(6, 11)) == (Span(6, 11),)


QUOTED = (Span(2, 5), Span(5, 7), Span(10, 12))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        *((at, False) for at in (0, 1, 7, 8, 9, 12, 13)),
        *((at, True) for at in (2, 3, 4, 5, 6, 10, 11)),
    ],
)
def test_is_quoted(at: int, expected: bool) -> None:
    assert is_quoted(QUOTED, at) is expected
    assert not is_quoted((), at)


@pytest.mark.parametrize(
    ("quoted", "span", "expected"),
    [
        ((), Span(0, 4), 0),
        (QUOTED, Span(0, 2), 0),
        (QUOTED, Span(0, 4), 0.5),
        (QUOTED, Span(2, 7), 1),
        (QUOTED, Span(3, 4), 1),
        (QUOTED, Span(6, 11), 0.4),
        (QUOTED, Span(0, 20), 0.35),
        (QUOTED, Span(12, 15), 0),
    ],
)
def test_share_quoted(quoted: tuple[Span, ...], span: Span, expected: float) -> None:
    assert share_quoted(quoted, span) == pytest.approx(expected)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ab \"'“”‘’«»„.,")), max_size=60))
def test_quotations_stand_in_order_and_apart(text: str) -> None:
    spans = quotations(text, Span(0, len(text)))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
