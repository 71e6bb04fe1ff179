"""Changed numbers inside a copy."""

from __future__ import annotations

import pytest

from rashomon.copies import origins
from tests.reports import outlet, report

BEFORE = "The ferry Marsh Lark ran aground off Collmoor on Tuesday, the harbour master of the little port said.\n"
AFTER = "\nCrews will try to pull the ferry free at the next high water, which comes at dawn, the company said."


def changed(a: str, b: str) -> list[tuple[str, str]]:
    one = report("a", BEFORE + a + AFTER, outlet=outlet("Marsh Wire", "agency"))
    other = report("b", BEFORE + b + AFTER, outlet=outlet("Fen Post"))
    made = origins([one, other])
    for change in made[0].changes:
        assert [text[slice(*span)] for text, span in zip((one.text, other.text), change.spans, strict=True)] == list(
            change.quotes
        )
        assert change.reason.startswith("copied from Marsh Wire, number changed")
    return [change.values for change in made[0].changes]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Boats from three villages brought 41 passengers ashore before dark fell.",
            "Boats from three villages brought 14 passengers ashore before dark fell.",
            [("41", "14")],
        ),
        (
            "Boats from three villages brought five passengers ashore before dark fell.",
            "Boats from three villages brought 5 passengers ashore before dark fell.",
            [],
        ),
        (
            "Boats from three villages brought 41 passengers ashore before dark fell.",
            "Boats from three villages brought more than 40 passengers ashore before dark fell.",
            [],
        ),
        (
            "Boats from three villages brought 41 passengers ashore before dark fell.",
            "Boats from three villages brought 41 passengers ashore before dark fell.",
            [],
        ),
        (
            "Boats from three villages brought 41 passengers ashore before dark fell.",
            "Boats from nine villages brought 70 passengers ashore before dark fell.",
            [],
        ),
        (
            "Boats from three villages brought 41 passengers ashore before dark fell.",
            "The company has 14 boats and a pilot who knows the sandbanks of the bay.",
            [],
        ),
    ],
)
def test_a_number_that_a_copy_has_otherwise(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    assert changed(a, b) == expected
