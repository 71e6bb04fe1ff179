"""What one claim says to a question, with its exact words."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.facets.answers import Answer, answer_text, mention
from rashomon.model import Claim, Mention, Span
from tests.facets.made import answers, claim, figure, read, when


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least nine people were hurt.", "At least nine people"),
        ("Forty-seven people were hurt.", "47 people"),
        ("At least forty-seven people were hurt.", "At least 47 people"),
        ("Forty people were hurt.", "Forty people"),
        ("The crossing took forty-seven minutes.", "forty-seven minutes"),
        ("The ferry left the quay.", "The ferry left the quay"),
        (
            "The old ferry of the Collmoor company left the long stone quay late last night.",
            "The old ferry of the Collmoor company left the long stone quay …",
        ),
    ],
)
def test_answer_text(text: str, expected: str) -> None:
    made, reports = answers(text)
    assert answer_text(made[0], reports["a"]) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"time": when("on Tuesday")}, "Tuesday"),
        ({"time": when("late on June 2")}, "late on June 2"),
        ({"time": when("at 7:30 p.m.")}, "7:30 p.m."),
        ({"place": "Port Orm"}, "Port Orm"),
        ({"person": "Anna Berger, the harbour master", "name": "Anna Berger"}, "Anna Berger, the harbour master"),
        ({"name": "Anna Berger"}, "Anna Berger"),
        ({"figure": figure("Nine boats."), "time": "tuesday", "place": "Orm"}, "Nine boats"),
        ({}, "The ferry left the quay"),
    ],
)
def test_what_was_asked_for_is_the_answer(more: dict[str, Any], expected: str) -> None:
    made, reports = answers("The ferry left the quay.")
    assert answer_text(Answer(made[0].claim, **more), reports["a"]) == expected


def test_mention() -> None:
    made, reports = answers("“Nine people were hurt,” Odo Brint told Marsh Radio on Tuesday.")
    found = mention(made[0], reports["a"], made[0].claim.span)
    assert reports["a"].text[found.span.start : found.span.end] == found.quote
    assert found.sentence.start <= found.span.start < found.span.end <= found.sentence.end
    assert (found.report, found.speaker, found.cue, found.via) == ("a", "Odo Brint", "told", "Marsh Radio")


def test_a_mention_without_a_speaker() -> None:
    made, reports = answers("Nine people were hurt.")
    found = mention(made[0], reports["a"], made[0].claim.span)
    assert (found.answer, found.speaker, found.cue, found.via) == ("Nine people", None, None, None)


def test_the_quote_is_what_is_to_be_quoted_and_the_words_are_the_clause() -> None:
    (report,), told = read("The ferry left Orm at noon, and the coast guard towed it back to the quay.")
    assert len(told) > 1
    for one in told:
        found = mention(Answer(one), report, one.sentence)
        assert (found.span, found.clause, found.sentence) == (one.sentence, one.span, one.sentence)
        assert found.quote == report.text
        assert found.words == report.text[slice(*one.span)]


@pytest.mark.parametrize(
    ("span", "clause", "expected"),
    [
        (Span(20, 33), Span(24, 29), "ferry"),
        (Span(20, 33), Span(20, 33), "The ferry ran"),
        (Span(20, 33), Span(30, 33), "ran"),
        (Span(20, 33), None, "The ferry ran"),
    ],
)
def test_the_words_of_a_mention(span: Span, clause: Span | None, expected: str) -> None:
    assert Mention("a", span, Span(20, 60), "The ferry ran", "ran", clause=clause).words == expected


def test_a_short_answer_is_the_claims_own_words_and_not_the_quotes() -> None:
    (report,), told = read("The ferry left Orm at noon, and the coast guard towed it back to the quay.")
    last: Claim = told[-1]
    assert mention(Answer(last), report, last.sentence).answer == "the coast guard towed it back to the quay"
    assert mention(Answer(claim("quay", "a", span=Span(0, 9))), report, Span(0, 14)).answer == "The ferry"
