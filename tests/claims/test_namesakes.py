"""Spellings of one speaker's name in several reports."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims import claims
from rashomon.claims.namesakes import core, reason, unify, unions
from tests.reports import report

LEXICON = langs.load()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Pavlo Orlenskyy", "Pavlo Orlenskiy", True),
        ("Pavlo Orlenskyy", "Pavlo Orlensky", True),
        ("Dmytri Falko", "Dmitry Falko", True),
        ("Akhmed Torun", "Ahmed Torun", True),
        ("Samir al-Hakkim", "Samir al-Hakim", True),
        ("Kim Tae-Won", "Kim Tae Won", True),
        ("José Mareno", "Jose Mareno", True),
        ("Odo Brint", "Odo Brint", False),
        ("Odo Brint", "Odo Brand", False),
        ("Jan Hansen", "Jan Hanson", False),
        ("Odo Brint", "Lise Brint", False),
        ("Odo Brint", "Odo Max Brint", False),
        pytest.param("Mohamed Torun", "Muhammad Torun", True, marks=pytest.mark.xfail(reason="a and e are kept apart")),
    ],
)
def test_one_name(a: str, b: str, expected: bool) -> None:
    assert (reason(a.split(), b.split()) is not None) is expected
    assert (reason(b.split(), a.split()) is not None) is expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Odo Brint", ("Odo", "Brint")),
        ("mayor Odo Brint", ("Odo", "Brint")),
        ("Deputy Prime Minister Odo Brint", ("Odo", "Brint")),
        ("head of the harbour, Odo Brint", ("Odo", "Brint")),
        ("police", ()),
        ("Brint", ()),
        ("Coast Guard Service (CGS)", ()),
    ],
)
def test_core(speaker: str, expected: tuple[str, ...]) -> None:
    assert core(speaker, LEXICON) == expected


def test_the_most_frequent_spelling_is_shown_with_a_reason() -> None:
    found = unions(["Pavlo Orlenskiy", "Pavlo Orlenskyy", "mayor Pavlo Orlenskyy", "Lise Hanning"], LEXICON)
    assert {spelled: union.name for spelled, union in found.items()} == {"Pavlo Orlenskiy": "Pavlo Orlenskyy"}
    assert "“Orlenskiy” and “Orlenskyy” are two ways to write one sound" in found["Pavlo Orlenskiy"].reason


def test_claims_of_several_reports_get_one_speaker() -> None:
    texts = {
        "a": "Mayor Pavlo Orlenskyy said the ferry sank fast.",
        "b": "Mayor Pavlo Orlenskyy said the quay broke.",
        "c": "The ferry was old, Pavlo Orlensky said.",
    }
    made = [claim for id, text in texts.items() for claim in claims(report(id, text), LEXICON)]
    unified, reasons = unify(made, LEXICON)
    assert {c.attribution.speaker for c in unified if c.attribution} == {"Mayor Pavlo Orlenskyy", "Pavlo Orlenskyy"}
    assert len(reasons) == 1
