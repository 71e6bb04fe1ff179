"""The details of a sentence, from parses made by hand."""

from __future__ import annotations

import pytest

from rashomon.facets.details import Detail, of_sentence
from tests.claims.test_parts import parsed

CRASHED = (
    "The/DET/2/det coach/NOUN/3/nsubj crashed~crash/VERB/0/root into/ADP/6/case a/DET/6/det lorry/NOUN/3/obl"
    " in/ADP/8/case Orm/PROPN/3/obl/LOC on/ADP/10/case Friday/PROPN/3/obl"
)
KILLED = (
    "Nine/NUM/2/nummod people/NOUN/5/nsubj:pass have/AUX/5/aux been/AUX/5/aux:pass killed~kill/VERB/0/root"
    " by/ADP/8/case a/DET/8/det flood/NOUN/5/obl:agent because/SCONJ/11/mark it/PRON/11/nsubj"
    " rained~rain/VERB/5/advcl"
)
NAMED = "The/DET/2/det guitarist/NOUN/5/nsubj Anna/PROPN/2/appos/PER Berger/PROPN/3/flat/PER sang~sing/VERB/0/root"


def told(spec: str) -> dict[str, tuple[Detail, str]]:
    """The details of a sentence by their phrases, each with the text."""
    text, sentence = parsed(spec)
    found = [detail for detail, _ in of_sentence(("r", sentence.span), sentence)]
    return {text[slice(*detail.phrase)]: (detail, text) for detail in found}


@pytest.mark.parametrize(
    ("spec", "phrase", "role", "predicate", "case", "kind"),
    [
        (CRASHED, "The coach", "subject", "crash", "", ""),
        (CRASHED, "into a lorry", "oblique", "crash", "into", ""),
        (CRASHED, "in Orm", "oblique", "crash", "in", "LOC"),
        (KILLED, "Nine people", "patient", "kill", "", ""),
        (KILLED, "by a flood", "agent", "kill", "by", ""),
        (KILLED, "because it rained", "circumstance", "kill", "because", ""),
        (NAMED, "Anna Berger", "apposition", "guitarist", "", "PER"),
    ],
)
def test_what_a_phrase_is(spec: str, phrase: str, role: str, predicate: str, case: str, kind: str) -> None:
    detail, _ = told(spec)[phrase]
    assert (detail.role, detail.predicate, detail.case, detail.kind) == (role, predicate, case, kind)


@pytest.mark.parametrize(
    ("spec", "phrase", "quote", "lead", "tail"),
    [
        (CRASHED, "into a lorry", "The coach crashed into a lorry in", "The coach crashed", "crashed"),
        (CRASHED, "The coach", "The coach crashed into a lorry in", "crashed", "crashed into a lorry in Orm on Friday"),
        (KILLED, "Nine people", "Nine people have been killed by a", "have been killed", "have been killed by a flood"),
        (NAMED, "Anna Berger", "The guitarist Anna Berger sang", "The guitarist", "guitarist"),
    ],
)
def test_the_words_around_it(spec: str, phrase: str, quote: str, lead: str, tail: str) -> None:
    detail, text = told(spec)[phrase]
    assert [text[slice(*span)] for span in (detail.quote, detail.lead, detail.tail)] == [quote, lead, tail]


def test_a_pronoun_is_told_of_a_subject_alone() -> None:
    found = told("They/PRON/2/nsubj saw~see/VERB/0/root her/PRON/2/obj there/ADV/2/advmod")
    assert set(found) == {"They"}


def test_what_hangs_far_off_is_quoted_alone() -> None:
    far = " ".join(f"word{n}/ADV/2/advmod" for n in range(20))
    found = told(f"Rain/NOUN/2/nsubj fell~fall/VERB/0/root {far} in/ADP/24/case Orm/PROPN/2/obl/LOC")
    detail, text = found["in Orm"]
    assert len(text[slice(*detail.quote)].split()) == 7
    assert "Rain" not in text[slice(*detail.quote)]


def test_a_number_is_no_predicate() -> None:
    assert told("Nine/NUM/0/root of/ADP/3/case them/PRON/1/nmod") == {}
    assert told("Nine/NUM/0/root of/ADP/3/case boats/NOUN/1/nmod") == {}
