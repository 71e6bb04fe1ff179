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
    return texts([report("r", words, **more)], LEXICON)["r"]


def own(made: Text) -> list[str]:
    return [made.quote(at, 1) for at in range(len(made.words))]


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
    assert text("She said “it sank” twice.").words.breaks.tolist() == [False, False, True]


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
    assert len(made.marks)


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


def test_a_run_of_words_in_different_articles_of_an_outlet_is_the_outlets() -> None:
    ending = "which was written with the help of the weather desk of the Fen Post in Orm"
    reports = [report(f"r{n}", f"{body[:-1]}, {ending}.", outlet=outlet("Fen Post")) for n, body in enumerate(ARTICLES)]
    made = texts(reports, LEXICON)
    assert all("weather" not in own(made[each.id]) for each in reports)
    assert own(made["r0"])[:3] == ["The", "ferry", "Marsh"]


def test_what_stands_beside_quotations_in_different_articles_is_the_outlets() -> None:
    reports = [
        report(f"r{n}", f"{body}\n“Quoted {n} times over” Lise Hanning, Fen Post", outlet=outlet("Digest"))
        for n, body in enumerate(ARTICLES)
    ]
    assert "Hanning" not in own(texts(reports, LEXICON)["r1"])


@pytest.mark.parametrize(
    "set_in",
    [
        "I will never forget what we saw that night on the quay.",
        "They must pay for this now! — Fen Council (@fencouncil) May 3, 2024",
        "Boats are out. pic.twitter.com/a1b2c3",
    ],
)
def test_a_post_or_a_voice_that_was_set_in_is_left_out(set_in: str) -> None:
    assert own(text(f"{ARTICLES[0]}\n{set_in}\n{ARTICLES[1]}")) == own(text(f"{ARTICLES[0]}\n{ARTICLES[1]}"))


def test_a_numeral_and_another_language_are_no_first_person() -> None:
    war, partner = "Soldiers of World War I lie in the dunes.", "Il leader e i suoi alleati hanno votato in fretta."
    assert "dunes" in own(text(f"{ARTICLES[0]}\n{war}"))
    assert "suoi" in own(text(f"{partner} {partner.replace('votato', 'parlato di tutto')} Poi la cena.", language="it"))


def test_a_text_in_the_first_person_keeps_its_words() -> None:
    assert own(text("I saw it. We ran aground."))[:3] == ["I", "saw", "it"]
