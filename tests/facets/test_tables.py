"""Series out of facets: which are worth showing, and what their rows hold."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from rashomon.breakdown import breakdown
from rashomon.claims import claims
from rashomon.facets.tables import tables
from rashomon.model import Claim, Facet, Mention, Relation, RelationKind, Report, Series, SeriesRow, Variant
from tests.facets.made import LEXICON
from tests.reports import report

MORNING, NOON, EVENING = (f"2031-03-04T{hour}:00:00Z" for hour in ("08", "12", "19"))
NINE, TEN = "Nine passengers were injured.", "Ten passengers were injured."

Said = tuple[str, str | None]
Told = tuple[str | None, list[Said]]
"""When a report was published, and its sentences, each with who says it."""


def facet(made: list[tuple[Claim, str | None]], texts: dict[str, str], relation: RelationKind | None) -> Facet:
    """A facet of the claims' first figures, a variant for each value, all of them in this relation to each other."""
    values: dict[tuple[float, float | None], list[Mention]] = {}
    for claim, speaker in made:
        figure, (start, end) = claim.figures[0], claim.span
        quote = texts[claim.report][start:end]
        mention = Mention(claim.report, claim.span, claim.sentence, quote, figure.label, speaker, clause=claim.span)
        values.setdefault((figure.low, figure.high), []).append(mention)
    held = enumerate(values.values(), 1)
    variants = tuple(Variant(f"v{n}", mentions[0].answer, None, 1, tuple(mentions)) for n, mentions in held)
    pairs = combinations([variant.id for variant in variants], 2)
    relations = tuple(Relation(pair, relation, "So it is.") for pair in pairs) if relation else ()
    return Facet("f1", "How many?", "quantity", relation or "agree", variants, relations)


def series(*told: Told, relation: RelationKind | None = "conflict") -> tuple[Series, ...]:
    """The series of the facet of all that reports r0, r1, … say."""
    reports = [
        report(f"r{n}", " ".join(text for text, _ in said), published=date) for n, (date, said) in enumerate(told)
    ]
    made = [claim for one in reports for claim in claims(one, LEXICON)]
    speakers = [speaker for _, said in told for _, speaker in said]
    asked = facet(list(zip(made, speakers, strict=True)), {one.id: one.text for one in reports}, relation)
    return tables([asked], made, {one.id: one for one in reports}, LEXICON)


def rows(*told: Told, relation: RelationKind = "conflict") -> tuple[SeriesRow, ...]:
    (found,) = series(*told, relation=relation)
    return found.rows


@pytest.mark.parametrize(
    ("a", "b", "relation", "shown"),
    [
        ((MORNING, [(NINE, None)]), (EVENING, [(TEN, None)]), "update", True),
        ((MORNING, [(NINE, None)]), (EVENING, [(TEN, None)]), "conflict", True),
        ((MORNING, [(NINE, None)]), (EVENING, [(TEN, None)]), "compatible", False),
        ((MORNING, [(NINE, None)]), (EVENING, [(NINE, None)]), None, False),
        ((MORNING, [(NINE, None)]), (MORNING, [(TEN, None)]), "conflict", False),
        (("2031-03-04", [(NINE, None)]), (MORNING, [(TEN, None)]), "conflict", False),
        ((MORNING, [(NINE, None)]), (None, [(TEN, None)]), "conflict", False),
        ((None, [(NINE, None)]), (None, [(TEN, None)]), "conflict", False),
        ((None, [(NINE, "police")]), (None, [(TEN, None)]), "conflict", False),
        ((None, [(NINE, "police")]), (None, [(TEN, "police")]), "conflict", False),
        ((None, [(NINE, "police")]), (None, [(TEN, "the hospital")]), "conflict", True),
        ((None, [(NINE, "Ann Pell")]), (None, [(TEN, "Mayor Ann Pell")]), "conflict", False),
        ((None, [(NINE, "police"), (TEN, "the hospital")]), (None, [(TEN, None)]), "conflict", True),
        (
            (MORNING, [("She is 52 years old.", "police")]),
            (EVENING, [("She is 56 years old.", None)]),
            "conflict",
            False,
        ),
        ((MORNING, [("It took two hours.", "police")]), (EVENING, [("It took six hours.", "Pell")]), "conflict", False),
        ((MORNING, [("It is 9 km away.", "police")]), (EVENING, [("It is 12 km away.", "Pell")]), "conflict", True),
    ],
)
def test_worth_showing(a: Told, b: Told, relation: RelationKind | None, shown: bool) -> None:
    assert bool(series(a, b, relation=relation)) is shown


def test_rows_stand_in_the_order_of_time_with_their_evidence() -> None:
    told: tuple[Told, ...] = ((EVENING, [(TEN, "the hospital")]), (None, [(TEN, None)]), (MORNING, [(NINE, "police")]))
    (found,) = series(*told, relation="update")
    assert (found.id, found.question, found.unit, found.parties) == (
        "q1",
        "How many?",
        None,
        ("police", "the hospital"),
    )
    assert [(row.low, row.high, row.bound, row.label, row.party) for row in found.rows] == [
        (9, 9, "exact", "Nine passengers", "police"),
        (10, 10, "exact", "Ten passengers", "the hospital"),
        (10, 10, "exact", "Ten passengers", None),
    ]
    assert [(row.as_of, row.dated) for row in found.rows] == [
        (MORNING, "report"),
        (EVENING, "report"),
        (None, "unknown"),
    ]
    assert [(row.facet, row.variant) for row in found.rows] == [("f1", "v2"), ("f1", "v1"), ("f1", "v1")]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("More than 40 passengers were injured.", 40, None, "more than"),
        ("At least 40 passengers were injured.", 40, None, "at least"),
        ("Up to 40 passengers were injured.", 0, 40, "at most"),
        ("About 40 passengers were injured.", 38, 42, "about"),
    ],
)
def test_bounds(text: str, low: float, high: float | None, bound: str) -> None:
    first, _ = rows((MORNING, [(text, None)]), (EVENING, [(NINE, None)]))
    assert (first.low, first.high, first.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("said", "speakers"),
    [
        ([(NINE, None), (NINE, None)], [None]),
        ([(NINE, None), (NINE, "police")], ["police"]),
        ([(NINE, "police"), (NINE, "police")], ["police"]),
        ([(NINE, "police"), (NINE, "the hospital")], ["police", "the hospital"]),
        ([(NINE, "police"), (TEN, None)], ["police", None]),
    ],
)
def test_a_report_says_one_value_once_with_its_source(said: list[Said], speakers: list[str | None]) -> None:
    found = rows((MORNING, said), (EVENING, [(TEN, "the mayor")]))
    assert [row.mention.speaker for row in found if row.mention.report == "r0"] == speakers


@pytest.mark.parametrize(
    ("said", "relation", "expected"),
    [
        ([(TEN, None), (NINE, None)], "update", [(9, "before"), (10, "report")]),
        ([(TEN, None), (NINE, "police"), (TEN, "police")], "update", [(9, "before"), (10, "report")]),
        ([(TEN, None), (NINE, None)], "conflict", [(9, "report"), (10, "report")]),
        ([(TEN, "police"), (NINE, "the hospital")], "conflict", [(10, "report"), (9, "report")]),
    ],
)
def test_what_a_report_tells_as_outdated_was_before(
    said: list[Said], relation: RelationKind, expected: list[tuple[float, str]]
) -> None:
    found = rows((MORNING, [(NINE, "police")]), (EVENING, said), relation=relation)
    assert [(row.low, row.dated) for row in found if row.mention.report == "r1"] == expected
    assert all(row.as_of == EVENING for row in found if row.mention.report == "r1")


@pytest.mark.parametrize(
    ("texts", "unit", "values"),
    [
        (("It made 17 knots.", "It made 9 knots.", "It made 16.668 kph."), "knots", [17, 9, 9]),
        (("It made 20 kph.", "It made 30 kph.", "It made 10 knots."), "km/h", [20, 30, 18.52]),
        (("It is 2 miles off.", "It is 5 miles off.", "It is 8 km off."), "miles", [2, 5, 4.97097]),
        (("It cost $7 million.", "It cost $9 million."), "USD", [7e6, 9e6]),
        (("It was 68 degrees Fahrenheit.", "It was 50 degrees Fahrenheit."), "fahrenheit", [68, 50]),
        ((NINE, TEN), None, [9, 10]),
    ],
)
def test_values_are_in_the_unit_that_most_reports_use(
    texts: tuple[str, ...], unit: str | None, values: list[float]
) -> None:
    told: list[Told] = [(f"2031-03-0{n}", [(text, f"Speaker{n}")]) for n, text in enumerate(texts, 1)]
    (found,) = series(*told)
    assert (found.unit, [row.low for row in found.rows]) == (unit, values)


def test_other_facets_make_no_series() -> None:
    told: tuple[Told, ...] = ((MORNING, [(NINE, "police")]), (EVENING, [(TEN, "the hospital")]))
    reports = [report(f"r{n}", said[0][0], published=date) for n, (date, said) in enumerate(told)]
    made = [claim for one in reports for claim in claims(one, LEXICON)]
    speakers = [said[0][1] for _, said in told]
    asked = facet(list(zip(made, speakers, strict=True)), {one.id: one.text for one in reports}, "conflict")
    known = {one.id: one for one in reports}
    assert len(tables([asked], made, known, LEXICON)) == 1
    assert tables([replace(asked, kind="statement")], made, known, LEXICON) == ()
    assert tables([asked], [], known, LEXICON) == ()
    assert tables([], made, known, LEXICON) == ()


def whole() -> list[Report]:
    text = "Police said {} passengers were injured when the ferry ran aground off Collmoor."
    dates = {"nine": MORNING, "eleven": NOON, "fourteen": EVENING}
    return [report(word, text.format(word), published=date) for word, date in dates.items()]


def test_a_breakdown_has_its_series_whatever_the_order_of_the_reports() -> None:
    story, other = (breakdown(reports).stories[0] for reports in (whole(), whole()[::-1]))
    (found,) = story.series
    assert [(row.low, row.as_of) for row in found.rows] == [(9, MORNING), (11, NOON), (14, EVENING)]
    assert {row.facet for row in found.rows} <= {facet.id for facet in story.facets}
    assert story.series == other.series
    texts = {one.id: one.text for one in whole()}
    for row in found.rows:
        assert texts[row.mention.report][row.mention.span.start : row.mention.span.end] == row.mention.quote
