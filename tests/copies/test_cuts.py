"""Quotations that two reports cut alike."""

from __future__ import annotations

import pytest

from rashomon.copies import origins
from rashomon.copies.cuts import cut_alike, quoted
from tests.reports import report


def of(text: str) -> int:
    return len(quoted(report("r", text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("He called it “a bad night”.", 0), ("He called it “a bad night for everybody here”.", 1)],
)
def test_a_turn_of_phrase_is_no_quotation_to_compare(text: str, expected: int) -> None:
    assert of(text) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("“the tide did the rest”", "“The tide did the rest,”", 1),
        ("“the tide did the rest”", "“the tide did the rest, and nobody on this quay”", 0),
        ("“the tide did the rest”", "“nobody on this quay has a right”", 0),
        ("“the crew did what” “the tide did the rest”", "“the crew did what it could” “the tide did the rest”", 0),
    ],
)
def test_cut_alike(a: str, b: str, expected: int) -> None:
    one, other = quoted(report("a", f"He said {a}.")), quoted(report("b", f"She heard {b}."))
    assert cut_alike(one, other) == cut_alike(other, one) == expected


OWN = (
    "The harbour master of Collmoor spoke up for the crew of the ferry on Tuesday. It “did what it could”, he told the "
    "county. “The tide did the rest,” he went on. He does not think that “anybody has a right to blame them”."
)
REWRITE = (
    "Collmoor’s harbour master has defended the ferry’s crew. In his words it “did what it could”. At the hall of the "
    "county on Tuesday he added: “The tide did the rest.” That “anybody has a right to blame them” is not his view."
)
ALONE = REWRITE.replace("did what it could", "did what it").replace("anybody has a right to", "a right to")


def test_quotations_that_are_cut_alike_are_told_as_a_reason() -> None:
    reasons = {
        link.reason
        for other in (REWRITE, ALONE)
        for origin in origins([report("a", OWN), report("b", other)])
        for link in origin.links
        if "3 quotations begin and end with the same words" in link.reason
    }
    assert len(reasons) == 1
