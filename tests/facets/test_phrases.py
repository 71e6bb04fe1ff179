"""The words that several claims have in common."""

from __future__ import annotations

import pytest

from rashomon.facets.phrases import shared
from rashomon.text import tokens
from tests.facets.made import LEXICON


def common(*texts: str) -> str | None:
    return shared([(text, tokens(text)) for text in texts], LEXICON)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("The old ferry sank off Orm.", "They saw the old ferry last night."), "old ferry"),
        (("The load of sheep was wet.", "A load of sheep was lost."), "load of sheep"),
        (("The OLD Ferry sank.", "An old ferry came."), "OLD Ferry"),
        (("The ferry sank.", "The boat came."), None),
        (("The ferry sank.", "Rain fell."), None),
        (
            ("Old sheep.", "Rain fell.", "Two old sheep slept by the long grey quay.", "The long grey quay."),
            "long grey quay",
        ),
        (("He “left the old ferry” there.", "They left the old ferry late."), "left the old ferry"),
        (("Odo Brint said the old ferry sank.", "Odo Brint said the old ferry rose."), "old ferry"),
        (("The ferry sank.",), None),
        ((), None),
    ],
)
def test_shared(texts: tuple[str, ...], expected: str | None) -> None:
    assert common(*texts) == expected


@pytest.mark.parametrize(("numbers", "expected"), [(True, "9 km from Orm quay"), (False, "km from Orm quay")])
def test_a_number_may_be_the_answer(numbers: bool, expected: str) -> None:
    texts = ("It is 9 km from Orm quay.", "Some 9 km from Orm quay it sank.")
    assert shared([(text, tokens(text)) for text in texts], LEXICON, numbers=numbers) == expected


def test_what_many_share_wins_over_what_is_long() -> None:
    texts = ("The old ferry of the Collmoor line sank.", "An old ferry of the Collmoor line sank.")
    assert common(*texts) == "old ferry of the Collmoor line sank"
    assert common(*texts, "That old ferry burned.") == "old ferry of the Collmoor line sank"
    assert common(*texts, "That old ferry burned.", "Any old ferry leaks.", "Our old ferry rolls.") == "old ferry"


def test_a_phrase_is_short() -> None:
    text = " ".join(f"word{n}" for n in range(30))
    found = common(text, text + " more")
    assert found == " ".join(f"word{n}" for n in range(9))


def test_one_report_shares_nothing_with_itself() -> None:
    text = "The old ferry sank and the old ferry rose."
    assert shared([(text, tokens(text, 0, 18)), (text, tokens(text, 23))], LEXICON) is None
