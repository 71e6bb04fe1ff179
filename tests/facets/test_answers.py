"""What one claim says to a question, with its exact words."""

from __future__ import annotations

import pytest

from rashomon.facets.answers import Answer, answer_text, mention
from tests.facets.made import answers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least nine people were hurt.", "At least nine people"),
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


def test_a_day_is_an_answer() -> None:
    made, reports = answers("The ferry left the quay on Tuesday.")
    assert answer_text(Answer(made[0].claim, day="tuesday"), reports["a"]) == "Tuesday"


def test_mention() -> None:
    made, reports = answers("“Nine people were hurt,” Odo Brint told Marsh Radio on Tuesday.")
    found = mention(made[0], reports["a"])
    assert reports["a"].text[found.span.start : found.span.end] == found.quote
    assert found.sentence.start <= found.span.start < found.span.end <= found.sentence.end
    assert (found.report, found.speaker, found.cue, found.via) == ("a", "Odo Brint", "told", "Marsh Radio")


def test_a_mention_without_a_speaker() -> None:
    made, reports = answers("Nine people were hurt.")
    found = mention(made[0], reports["a"])
    assert (found.answer, found.speaker, found.cue, found.via) == ("Nine people", None, None, None)
