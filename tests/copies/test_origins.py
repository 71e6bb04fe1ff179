"""Reports into origins, from their texts."""

from __future__ import annotations

import pytest

from rashomon.copies import origins
from rashomon.model import Outlet, Report
from tests.reports import FERRY, TIDE, outlet, report

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


LONG = " ".join(
    f"{line} It was the {n}th thing that the harbour of Collmoor wrote down." for n, line in enumerate(LINES)
)


def test_a_text_that_very_many_reports_of_one_outlet_have_is_no_furniture() -> None:
    made = origins([report(f"r{n:02}", LONG, outlet=outlet("Fen Post")) for n in range(34)])
    assert [len(origin.reports) for origin in made] == [34]


@pytest.mark.parametrize("named", [True, False])
def test_reports_of_unnamed_outlets_are_of_no_one_outlet(named: bool) -> None:
    known = [outlet(f"Paper {n}") if named else Outlet.unnamed("NO") for n in range(3)]
    own = ("A pilot is wanted.", "The county met on it at length.", "Sheep were saved, too, the farmers say.")
    reports = [report(f"r{n}", f"{own[n]} {LONG}", outlet=known[n]) for n in range(3)]
    assert [len(origin.reports) for origin in origins(reports)] == [3]


def test_one_long_line_with_a_post_in_it_is_read() -> None:
    text = f"{LONG} {LONG.replace('thing', 'matter')} pic.example pic.twitter.com/a1b2"
    assert grouped(report("a", text), report("b", text)) == ["ab"]


@pytest.mark.parametrize("order", [("article", "summary"), ("summary", "article")])
def test_the_link_of_a_summary_quotes_the_article(order: tuple[str, str]) -> None:
    made = {
        "article": report("article", LONG),
        "summary": report("summary", " ".join(LINES[:2]).upper(), kind="summary", of="article"),
    }
    (origin,) = origins([made[id] for id in order])
    (link,) = origin.links
    assert link.reports == ("article", "summary")
    assert link.quote
    assert link.quote in LONG
