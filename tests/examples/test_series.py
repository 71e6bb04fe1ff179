"""The example's figures by party and time against examples/EXPECTED.md; what is not reached yet is a strict xfail."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.model import Series, SeriesRow
from tests.examples.ferry import ferry, name, story

KILLED, MISSING, INJURED = (f"How many people {what}?" for what in ("were killed", "are missing", "were injured"))


def missed(*values: Any, reason: str) -> Any:
    """A row that EXPECTED.md asks for and this version does not reach."""
    return pytest.param(*values, marks=pytest.mark.xfail(reason=reason))


def series(question: str) -> Series:
    """The only series with a question that begins so."""
    (found,) = (each for each in story().series if each.question.startswith(question))
    return found


def told(question: str) -> dict[str, list[SeriesRow]]:
    """The rows of a series by report."""
    found: dict[str, list[SeriesRow]] = {}
    for row in series(question).rows:
        found.setdefault(name(row.mention.report), []).append(row)
    return found


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (MISSING, [6, 5, 1]),
        (KILLED, [2, 41, 5]),  # 41 is the aggregator's misstatement
        missed(KILLED, [2, 3, 41, 5], reason="the third death stands in no question with the second"),
    ],
)
def test_a_toll_moves_with_the_time(question: str, values: list[float]) -> None:
    current = [row.low for row in series(question).rows if row.dated == "report"]
    assert list(dict.fromkeys(sorted(current, key=values.index))) == values
    assert values.index(current[0]) == 0
    assert values.index(current[-1]) == len(values) - 1


@pytest.mark.parametrize(
    ("question", "report", "outdated", "current"),
    [
        (KILLED, "coralcoast-live", set(), {2, 5}),
        (KILLED, "hw-2204", {2}, {5}),
        (KILLED, "halcyonwire", set(), {2}),
        (MISSING, "coralcoast-live", set(), {5, 1}),
        (MISSING, "straitobserver", set(), {5}),
    ],
)
def test_what_a_report_tells_as_outdated(question: str, report: str, outdated: set[float], current: set[float]) -> None:
    rows = told(question)[report]
    assert {row.low for row in rows if row.dated == "before"} == outdated
    assert {row.low for row in rows if row.dated == "report"} == current


def test_open_bounds() -> None:
    rows = told(INJURED)
    assert {id: (held[0].low, held[0].high, held[0].bound) for id, held in rows.items()} == {
        "halcyonwire": (41, 41, "exact"),
        "harbourpost": (41, 41, "exact"),
        "hw-2204": (41, 41, "exact"),
        "lr-0408-5": (40, None, "at least"),
        "straitobserver": (40, None, "more than"),
        "prairieledger": (14, 14, "exact"),
    }


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Harbour master Dunstan Pell", "harbour authority"),
        ("Dunstan Pell", "authority’s log"),
        ("spokeswoman, Linnea Garrow", "Linnea Garrow"),
        missed("Linnea Garrow", "Brackwater Line", reason="whom a spokeswoman speaks for is not known"),
        missed("Brackwater Line", "Operator", reason="who the operator is is not known"),
    ],
)
def test_one_party_about_the_speed(a: str, b: str) -> None:
    speed = series("How fast?")
    party = {row.mention.speaker: row.party for row in speed.rows}
    assert speed.unit == "knots"
    assert {row.low for row in speed.rows} == {9, 17}
    assert party[a] == party[b]


def test_the_two_sides_stay_apart() -> None:
    party = {row.mention.speaker: row.party for row in series("How fast?").rows}
    assert party["Dunstan Pell"] != party["Linnea Garrow"]


def test_years_of_experience_are_no_series() -> None:
    assert not [each for each in story().series if each.unit in {"years", "h"}]


def test_every_row_has_its_evidence() -> None:
    facets = {facet.id: facet for facet in story().facets}
    rows = [row for each in story().series for row in each.rows]
    assert len(rows) > 30
    for row in rows:
        text = ferry().report(row.mention.report).text
        assert text[row.mention.span.start : row.mention.span.end] == row.mention.quote
        assert row.label in text
        (variant,) = (variant for variant in facets[row.facet].variants if variant.id == row.variant)
        assert row.mention in variant.mentions
