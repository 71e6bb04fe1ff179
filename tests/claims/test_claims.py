"""The claims of a report."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims import claims
from rashomon.model import Claim
from tests.reports import FERRY, TIDE, report

LEXICON = langs.load()


def read(text: str) -> tuple[Claim, ...]:
    return claims(report("r", text), LEXICON)


def test_a_claim_holds_its_parts() -> None:
    (claim,) = read("At least nine passengers were injured on Tuesday, said Odo Brint.")
    assert claim.report == "r"
    assert claim.attribution is not None
    assert (claim.attribution.speaker, claim.attribution.cue) == ("Odo Brint", "said")
    assert [(figure.low, figure.bound, figure.scope) for figure in claim.figures] == [(9, "at least", ("injured",))]
    assert [time.parts for time in claim.times] == [("tuesday",)]
    assert "Odo Brint" in claim.names
    assert {"=injured", "passeng"} <= set(claim.terms)
    assert not claim.denied


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("Sank.", 0), ("The the of.", 0), ("Ferry sank.", 1), ("Ferry sank. Boats capsized.", 2)],
)
def test_two_different_terms_make_a_claim(text: str, expected: int) -> None:
    assert len(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The pilot was asleep.", False),
        ("The pilot was not asleep.", True),
        ("The pilot wasn't asleep.", True),
        ("The pilot wasn’t asleep.", True),
        ("The company denied that the pilot slept.", True),
    ],
)
def test_denied(text: str, denied: bool) -> None:
    assert [claim.denied for claim in read(text)] == [denied]


def test_figures_stand_in_their_own_clause() -> None:
    made = read("The ferry carried 112 passengers from Collmoor, but only nine sheep were seen on the long quay.")
    assert [[figure.low for figure in claim.figures] for claim in made] == [[112], [9]]


@pytest.mark.parametrize("text", [FERRY, TIDE])
def test_offsets(text: str) -> None:
    made = read(text)
    assert len(made) >= 4
    for claim in made:
        assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end
        for figure in claim.figures:
            assert claim.span.start <= figure.span.start < figure.span.end <= claim.span.end
            assert text[figure.span.start : figure.span.end] == figure.label
    assert [claim.span for claim in made] == sorted(claim.span for claim in made)


def test_the_date_of_a_dateline_is_no_time_of_an_event() -> None:
    text = "Orm, June 2, 2025 (FENS)— The bridge of Orm was closed on Tuesday after a crack was found in it."
    told = claims(report("a", text), LEXICON)
    assert [time.label for claim in told for time in claim.times] == ["Tuesday"]
