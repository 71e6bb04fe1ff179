"""The question of a facet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from rashomon.facets.answers import Answer
from rashomon.facets.questions import question
from rashomon.facets.weights import weigh
from tests.facets.made import LEXICON, answers


def ask(*texts: str, given: Sequence[Mapping[str, str]] = ()) -> tuple[str, str]:
    """The kind and question of the texts' first claims; ``given`` are the other fields of each answer."""
    made, reports = answers(*texts)
    asked = [Answer(answer.claim, **more) for answer, more in zip(made, given, strict=True)] if given else made  # type: ignore[arg-type]
    return question(asked, reports, weigh([answer.claim for answer in made]).idf, LEXICON)


@pytest.mark.parametrize(
    ("texts", "kind", "expected"),
    [
        (("Nine passengers were hurt.", "Ten passengers were hurt."), "quantity", "How many passengers were injured?"),
        (("Nine people were killed.", "Ten were killed."), "quantity", "How many people were killed?"),
        (("Nine were killed.", "Ten were killed."), "quantity", "How many people were killed?"),
        (("Nine boats were rescued.", "Ten boats were saved."), "quantity", "How many boats were rescued?"),
    ],
)
def test_tolls(texts: tuple[str, ...], kind: str, expected: str) -> None:
    assert ask(*texts) == (kind, expected)


@pytest.mark.parametrize(
    ("texts", "kind", "begin", "holds"),
    [
        (("The ferry carried nine sheep.", "The ferry had ten sheep."), "quantity", "How many sheep", ""),
        (("The quay is 12 km from Orm.", "The quay is 9 km from Orm."), "quantity", "How far", "Orm"),
        (("The ferry cost $5 million.", "The ferry cost $6 million."), "quantity", "How much money, in USD", "ferry"),
        (("Lise Hanning is aged 42.", "Lise Hanning is aged 43."), "quantity", "How old", "Hanning"),
        (
            ("The ferry was unsafe, Brint said.", "Brint said the ferry was unsafe."),
            "statement",
            "What did Brint say",
            "unsafe",
        ),
        (
            ("The ferry was unsafe, Odo Brint said.", "Brint said the ferry was unsafe."),
            "statement",
            "What did Odo Brint say",
            "unsafe",
        ),
        (("The ferry left the quay early.", "The ferry left the quay late."), "other", "What", "quay"),
        (
            ("The ferry was unsafe, Brint said.", "Police said the ferry was unsafe."),
            "other",
            "What",
            "unsafe",
        ),
    ],
)
def test_what_is_asked(texts: tuple[str, ...], kind: str, begin: str, holds: str) -> None:
    found, text = ask(*texts)
    assert found == kind
    assert text.startswith(begin)
    assert holds in text


LEFT = ("The ferry left Orm.", "The ferry left Fenwick.")


@pytest.mark.parametrize(
    ("given", "kind", "expected"),
    [
        (({"time": "tuesday"}, {"time": "jun 2"}), "time", "When? (“ferry left”)"),
        (({"place": "Orm"}, {"place": "Fenwick"}), "place", "Where? (“ferry left”)"),
        (
            (
                {"person": "Anna Berger, the harbour master", "name": "Anna Berger"},
                {"person": "Harbour master Anna M Berger", "name": "Anna M Berger"},
            ),
            "person",
            "What is the name and office of Anna M Berger?",
        ),
        (
            ({"name": "Anna Burger"}, {"name": "Anna Berger"}),
            "person",
            LEXICON.questions["spelling"].format(about="Anna Berger or Anna Burger"),
        ),
    ],
)
def test_what_else_is_asked_for(given: Sequence[Mapping[str, str]], kind: str, expected: str) -> None:
    assert ask(*LEFT, given=given) == (kind, expected)


@pytest.mark.parametrize(
    "texts",
    [
        ("The {ferry} of {noun} left.", "The {ferry} of {noun} sank."),
        ("Nine {about} boats were lost.", "Ten {about} boats were lost."),
        ("Nine {0} boats were lost.", "Ten {0!r} boats were lost."),
    ],
)
def test_braces_of_a_text_are_text(texts: tuple[str, ...]) -> None:
    _, text = ask(*texts)
    assert "?" in text


@pytest.mark.parametrize(
    "texts",
    [
        ("Nine went ashore.", "Ten went ashore."),
        ("It cost $5.", "It cost $6."),
        ("9 km to go.", "Only 12 km."),
        ("The ferry left.", "Rain fell all night."),
    ],
)
def test_questions_are_readable(texts: tuple[str, ...]) -> None:
    _, text = ask(*texts)
    assert "?" in text
    assert not set("{}") & set(text)
    assert text[0].isupper()
    assert "None" not in text
    assert "()" not in text
    assert " ?" not in text
