"""The question that details answer."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.facets.asking import detail_question
from tests.facets.test_details import CRASHED, KILLED, NAMED, told

LEXICON = langs.load("en")


@pytest.mark.parametrize(
    ("spec", "phrase", "expected"),
    [
        (CRASHED, "The coach", ("actor", "Who or what crashed into a lorry in Orm on Friday?")),
        (CRASHED, "into a lorry", ("other", "Into whom or what? (“The coach crashed”)")),
        (CRASHED, "in Orm", ("place", "Where? (“The coach crashed”)")),
        (CRASHED, "on Friday", ("time", "When? (“The coach crashed”)")),
        (KILLED, "Nine people", ("actor", "Who or what have been killed by a flood?")),
        (KILLED, "because it rained", ("cause", "Why? (“Nine people have been killed”)")),
        (NAMED, "Anna Berger", ("person", "Who or what is guitarist?")),
        (
            "Bo/PROPN/2/nmod:poss/PER brakes/NOUN/3/nsubj failed~fail/VERB/0/root",
            "Bo",
            ("other", "Whose brakes?"),
        ),
    ],
)
def test_questions(spec: str, phrase: str, expected: tuple[str, str]) -> None:
    assert detail_question([told(spec)[phrase]], LEXICON) == expected


def test_the_form_of_most_details_is_asked() -> None:
    subject, place = told(CRASHED)["The coach"], told(CRASHED)["in Orm"]
    assert detail_question([subject, place, place], LEXICON) == ("place", "Where? (“The coach crashed”)")
