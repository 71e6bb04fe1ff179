"""Whether one report copied another."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon import langs
from rashomon.copies.align import Weights
from rashomon.copies.judge import COPIED, Shared, judge, longest_run
from rashomon.copies.links import LIMITS, link
from rashomon.copies.texts import Text, texts
from rashomon.model import Credit, Link, Span
from tests.reports import outlet, report

LEXICON = langs.load("en")
TEXT = (
    "The ferry Marsh Lark ran aground off Collmoor on Tuesday with 112 passengers on board. Boats from three villages "
    "brought them ashore before dark. The tide was lower than anyone on the quay could remember. "
    "Crews want to pull the ferry free at dawn, when the water is high again."
)
REWRITE = (
    "With 112 passengers on board, the Marsh Lark, a ferry, hit ground near Collmoor on Tuesday. Before darkness fell, "
    "villages nearby sent boats that brought the passengers ashore. Nobody on the quay remembers a tide as low. "
    "At dawn, with high water, crews will try to free the ferry."
)


def text(id: str, words: str, **more: Any) -> Text:
    return texts([report(id, words, **more)], LEXICON)[id]


def shared(a: Text, b: Text) -> Shared:
    return judge(a, b, Weights((a, b), [(0, 1)], LEXICON).of(0, 1))


def linked(a: Text, b: Text) -> Link | None:
    return link(a, b, shared(a, b))


def run(a: str, b: str) -> str:
    one = text("a", a)
    return one.quote(*longest_run(one, text("b", b)))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("One two three four five", "zero one two three four", "One two three four"),
        ("one two three. Six seven eight nine", "six seven eight nine one two three", "Six seven eight nine"),
        ("one two", "one two", ""),
        ("one two three said “oh no” four five six", "one two three said four five six", "one two three said"),
        ("one two three one two three", "one two three", "one two three"),
    ],
)
def test_the_longest_run_of_the_same_words(a: str, b: str, expected: str) -> None:
    assert run(a, b) == expected


def test_a_run_goes_on_over_words_that_are_very_common() -> None:
    words = " ".join(f"the prime minister of n{n}" for n in range(40))
    assert run(words, words) == words


def test_a_part_of_a_text_is_contained() -> None:
    assert shared(text("a", TEXT), text("b", TEXT[: TEXT.index("The tide")])).share >= COPIED


def test_short_texts_prove_nothing() -> None:
    assert not LIMITS.is_copy(shared(text("a", "The ferry ran aground."), text("b", "The ferry ran aground.")))


def test_a_link_shows_the_longest_run_of_shared_words() -> None:
    other = "A boat sank. " + TEXT[: TEXT.index(" before dark")] + " at noon, it was said."
    made = linked(text("a", TEXT), text("b", other))
    assert made is not None
    assert (made.reports, made.kind) == (("a", "b"), "verbatim")
    assert made.quote == TEXT[: TEXT.index(" before dark")]
    assert "words in a row are the same" in made.reason


def test_the_same_facts_in_one_order_are_a_rewrite() -> None:
    made = linked(text("a", TEXT), text("b", REWRITE))
    assert made is not None
    assert made.kind == "rewrite"
    assert made.quote in TEXT
    assert "4 of its 4 sentences tell the same in the same order" in made.reason


WIRE = (Credit("Marsh Wire", Span(0, 0), ""),)
DATED = ("2025-03-01", "2025-03-02")


@pytest.mark.parametrize(
    ("a", "b", "source"),
    [
        ({}, {}, None),
        ({"outlet": outlet("Marsh Wire", "agency")}, {"credits": WIRE}, "a"),
        ({"credits": WIRE}, {"outlet": outlet("Marsh Wire", "agency")}, "b"),
        ({"outlet": outlet("Marsh Wire", "agency")}, {"outlet": outlet("Fen Post")}, "a"),
        ({"published": DATED[0]}, {"published": DATED[1]}, "a"),
        ({"published": DATED[1]}, {"published": DATED[0]}, "b"),
        ({"published": DATED[0]}, {"published": DATED[0]}, None),
        ({"published": DATED[0]}, {"published": "2025-03-01T18:00:00Z"}, None),
        ({"outlet": outlet("Marsh Lark Daily")}, {"outlet": outlet("Fen Post")}, None),
        (
            {"outlet": outlet("Marsh Wire", "agency"), "published": DATED[1]},
            {"credits": WIRE, "published": DATED[0]},
            "a",
        ),
    ],
)
def test_who_was_copied(a: dict[str, Any], b: dict[str, Any], source: str | None) -> None:
    made = linked(text("a", TEXT, **a), text("b", TEXT, **b))
    assert made is not None
    assert made.source == source
    assert (made.confidence > 0.5) is (source is not None)


def test_one_that_names_the_other_drew_on_it() -> None:
    a = text("a", TEXT, outlet=outlet("Fen Post"))
    b = text("b", TEXT + " The Fen Post had more.", outlet=outlet("Tide"))
    made = linked(a, b)
    assert made is not None
    assert made.source == "a"
    assert "one names Fen Post" in made.reason


TOGETHER = """\
ORM (Marsh Wire) - The ferry Marsh Lark hit a sandbank near Collmoor at noon on Tuesday, with sheep on board. \
The county wants a new pilot on every crossing. Repairs of the hull may last until autumn, the company fears.
COLLMOOR (Marsh Wire) - A sandbank near Collmoor stopped the ferry Marsh Lark on Tuesday. Schools closed early. \
Until autumn the company expects repairs of the hull may last, and its owner asked the county for a loan.
""".splitlines()


@pytest.mark.parametrize(("credited", "expected"), [(True, "credit"), (False, None)])
def test_a_shared_credit_needs_less_shared_text(credited: bool, expected: str | None) -> None:
    quotes = [words[: words.index(")") + 1] for words in TOGETHER]
    given = [(Credit("Marsh Wire", Span(0, len(quote)), quote),) if credited else () for quote in quotes]
    a, b = (text(id, words, credits=given[n]) for n, (id, words) in enumerate(zip("ab", TOGETHER, strict=True)))
    made = linked(a, b)
    assert (made.kind if made else None) == expected
    assert made is None or made.quote == quotes[0]


def test_a_shared_credit_alone_is_no_link() -> None:
    assert linked(text("a", TEXT, credits=WIRE), text("b", "Rain fell all night. " * 9, credits=WIRE)) is None
