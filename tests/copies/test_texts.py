"""A report as copies are looked for in it."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon import langs
from rashomon.copies.texts import Text, texts
from rashomon.model import Credit, Report, Span
from tests.reports import outlet, report

LEXICON = langs.load("en")


def text(words: str, **more: Any) -> Text:
    return Text(report("r", words, **more), LEXICON)


def own(made: Text) -> list[str]:
    return [word.text for word in made.words]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        ("It sank, twice.", ["It", "sank", "twice"]),
        ("She said “it sank” twice.", ["She", "said", "twice"]),
        ('She said "it sank" twice.', ["She", "said", "twice"]),
        ("One.\n“Two three\nfour", ["One", "four"]),
    ],
)
def test_own_words_stand_outside_quotation_marks(words: str, expected: list[str]) -> None:
    assert own(text(words)) == expected


def test_a_quotation_leaves_a_break() -> None:
    assert text("She said “it sank” twice.").breaks == {2}


def test_the_headline_is_left_out() -> None:
    assert own(text("Ferry sinks\nIt sank.", body=12)) == ["It", "sank"]


def test_the_words_of_a_credit_are_left_out() -> None:
    credit = Credit("Marsh Wire", Span(0, 16), "ORM (Marsh Wire)")
    assert own(text("ORM (Marsh Wire) - It sank.", credits=(credit,))) == ["It", "sank"]


def test_what_sentences_tell() -> None:
    made = text("The ferry sank. It was the third ferry of the company to sink in the harbour.")
    assert [sorted(told.stems) for told in made.told] == [["compani", "ferri", "harbour", "sink", "third"]]
    assert all(made.report.text[slice(*told.span)].endswith("harbour.") for told in made.told)


def test_nothing_is_told_in_a_language_that_cannot_be_read() -> None:
    made = text("Le ferry s'est échoué mardi au large de Collmoor avec plus de cent passagers.", language="fr")
    assert made.told == ()
    assert made.marks


FOOTER = "Write to the desk of the Fen Post at the old harbour gate in Collmoor."
ARTICLES = (
    "The ferry Marsh Lark ran aground off Collmoor on Tuesday with 112 passengers, said the harbour master that night.",
    "Farmers on the north shore asked the county for help after a summer in which three wells out of four ran dry.",
    "A choir of forty that had not sung since the flood filled the small church of Orm on the first Sunday of May.",
)


def printed(*bodies: str, outlet_name: str = "Fen Post") -> list[Report]:
    return [report(f"r{n}", f"{body}\n{FOOTER}", outlet=outlet(outlet_name)) for n, body in enumerate(bodies)]


@pytest.mark.parametrize(
    ("reports", "standing"),
    [
        (printed(*ARTICLES), True),
        (printed(*ARTICLES[:2]), False),
        (printed(*[ARTICLES[0]] * 3), False),
        ([*printed(*ARTICLES[:2]), report("x", f"{ARTICLES[2]}\n{FOOTER}", outlet=outlet("Tide"))], False),
    ],
)
def test_a_line_under_different_articles_of_an_outlet_is_the_outlets(reports: list[Report], standing: bool) -> None:
    first = texts(reports, LEXICON)["r0"]
    assert ("desk" not in own(first)) is standing
