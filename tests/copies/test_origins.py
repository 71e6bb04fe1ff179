"""Reports into origins, from their texts."""

from __future__ import annotations

from rashomon.copies import origins
from rashomon.model import Report
from tests.reports import FERRY, TIDE, report

LINES = (
    "The ferry Marsh Lark ran aground off Collmoor on Tuesday with 112 passengers on board.",
    "Boats from three villages brought them ashore before dark, and nobody was left behind.",
    "The tide was lower than anyone on the quay could remember for this time of the year.",
    "Crews will try to pull the ferry free at the next high water, which comes at dawn.",
    "The company that owns it has run the crossing for forty years without a wreck.",
)
QUOTATION = (
    "“We heard a crack under the floor, then the lights went out, and for a while there was nothing but the sound of "
    "water and of people who called for each other in the dark,”"
)


def grouped(*reports: Report) -> list[str]:
    return ["".join(origin.reports) for origin in origins(reports)]


def test_a_copy_joins_its_source() -> None:
    assert grouped(report("a", " ".join(LINES)), report("b", "Fen Post. " + " ".join(LINES[:3]))) == ["ab"]


def test_copies_of_copies_descend_from_one_text() -> None:
    first, middle, last = " ".join(LINES[:2]), " ".join(LINES[:4]), " ".join(LINES[2:])
    assert grouped(report("a", first), report("c", last)) == ["a", "c"]
    assert grouped(report("a", first), report("b", middle), report("c", last)) == ["abc"]


def test_reports_of_their_own_stay_apart() -> None:
    assert grouped(report("a", FERRY), report("b", TIDE)) == ["a", "b"]


def test_the_same_quotation_is_no_copy() -> None:
    a = QUOTATION + " said Lise Hanning, a passenger who was asleep on the lower deck when the ferry hit the sandbank."
    b = "Among those who came ashore in blankets last night was Lise Hanning of Orm, still wet. " + QUOTATION
    assert grouped(report("a", a), report("b", b + " she said.")) == ["a", "b"]


def test_short_texts_prove_nothing() -> None:
    assert grouped(report("a", "The ferry ran aground."), report("b", "The ferry ran aground.")) == ["a", "b"]


def test_the_headline_alone_is_no_copy() -> None:
    head = "The ferry Marsh Lark ran aground off Collmoor with 112 passengers and a load of sheep on Tuesday night\n"
    a, b = head + LINES[1], head + LINES[4]
    assert grouped(report("a", a, body=len(head)), report("b", b, body=len(head))) == ["a", "b"]


def test_every_report_has_one_origin() -> None:
    made = origins(
        [report("a", " ".join(LINES[:2])), report("b", ""), report("c", " ".join(LINES[:2])), report("d", TIDE)]
    )
    assert [origin.reports for origin in made] == [("a", "c"), ("b",), ("d",)]
    assert origins([]) == ()
