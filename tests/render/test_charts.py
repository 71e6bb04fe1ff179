"""Where the marks of a chart stand, and what each of its lanes holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.model import Bound, SeriesRow
from rashomon.render.html.charts import LANES, Chart, charts, mark, scale
from rashomon.render.html.index import index
from tests.render.sample import sample

ROW = sample().stories[0].series[0].rows[0]
TO_50 = (0.0, 50.0, 10.0)


def row(low: float, high: float | None, bound: Bound = "exact") -> SeriesRow:
    return replace(ROW, low=low, high=high, bound=bound)


def chart(number: int, *rows: SeriesRow) -> Chart:
    """The chart of a facet of the sample, with other rows where some are given."""
    made = sample()
    facet, story = made.stories[0].facets[number - 1], made.stories[0]
    series = tuple(replace(each, rows=rows or each.rows) for each in story.series if each.rows[0].facet == facet.id)
    (found,) = charts(index(made), number, facet, series)
    return found


@pytest.mark.parametrize(
    ("values", "whole", "expected"),
    [
        ([(41, 41), (14, 14)], True, (0, 50, 10)),
        ([(2, 2), (5, 5)], True, (0, 5, 1)),
        ([(1, 1)], True, (0, 1, 1)),
        ([(0, 0)], True, (0, 1, 1)),
        ([(11, 11)], True, (0, 15, 5)),
        ([(11, 11)], False, (0, 12.5, 2.5)),
        ([(0, 0.01)], True, (0, 1, 1)),
        ([(0.4, 0.4)], False, (0, 0.4, 0.1)),
        ([(472, 472), (400, None)], True, (0, 500, 100)),
        ([(31.5, 31.5)], False, (0, 40, 10)),
        ([(-7, -7), (3, 3)], False, (-8, 4, 2)),
        ([(6.5e9, 7.5e9)], False, (0, 8e9, 2e9)),
    ],
)
def test_scale_is_round_and_holds_zero_and_all_values(
    values: list[tuple[float, float | None]], whole: bool, expected: tuple[float, float, float]
) -> None:
    found = scale(tuple(row(*value) for value in values), whole=whole)
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("made", "point", "bar", "arrow", "anchor"),
    [
        (row(0, 0), 1.5, None, None, "start"),
        (row(25, 25), 49.5, None, None, "start"),
        (row(50, 50), 97.5, None, None, "end"),
        (row(40, None, "at least"), 78.3, None, 87.3, "end"),
        (row(50, None, "more than"), 97.5, None, 100.0, "end"),
        (row(0, 10, "at most"), 20.7, None, 11.7, "start"),
        (row(0, 1, "less than"), 3.42, None, 0.0, "start"),
        (row(10, 14), None, (20.7, 28.38), None, "start"),
        (row(38, 42, "about"), 78.3, (74.46, 82.14), None, "end"),
        (row(3, 9, "about"), None, (7.26, 18.78), None, "start"),
    ],
)
def test_mark(
    made: SeriesRow, point: float | None, bar: tuple[float, float] | None, arrow: float | None, anchor: str
) -> None:
    found = mark(made, TO_50)
    assert (found.point, found.bar, found.arrow, found.anchor) == (point, bar, pytest.approx(arrow), anchor)


def test_ticks() -> None:
    assert [(tick.words, tick.anchor) for tick in chart(1).scale] == [
        ("0", "start"),
        ("5", "middle"),
        ("10", "middle"),
        ("15", "end"),
    ]


def test_one_text_is_one_lane_with_all_who_print_it() -> None:
    lanes = chart(1).lanes
    assert [(lane.first.drawn, [place.outlet for place in lane.places][:2]) for lane in lanes][:2] == [
        ("at least 5", ["Harbour Ledger"]),
        ("6", ["Northlight Agency", "The Ossel Courier"]),
    ]
    assert [lane.first.tone for lane in lanes] == [2, 1, 3, 1]
    assert (len(lanes), len(chart(1).rows), chart(1).more) == (4, 5, 0)


def test_words_without_a_number_stand_for_themselves() -> None:
    first = chart(4).lanes[0].first
    assert (first.drawn, first.value, first.tone, first.before) == ("About 40", "36 to 44", None, True)


@pytest.mark.parametrize(
    ("times", "day", "hours"),
    [
        (("2031-05-17T12:05:00Z", "2031-05-17T17:10:00+02:00"), "17 May 2031", ["12:05 UTC", "15:10 UTC"]),
        (("2031-05-17T12:05:00Z", None), "17 May 2031", ["12:05 UTC", None]),
        (("2031-05-17T12:05:00Z", "2031-05-18T12:05:00Z"), None, [None, None]),
        (("2031-05-17", "2031-05-17"), None, [None, None]),
        ((None, None), None, [None, None]),
    ],
)
def test_one_day_is_told_once(times: tuple[str | None, ...], day: str | None, hours: list[str | None]) -> None:
    first, second = (replace(row, as_of=at) for row, at in zip(chart_rows()[:2], times, strict=True))
    found = chart(1, first, second)
    assert (found.day, [lane.hour for lane in found.lanes]) == (day, hours)


def chart_rows() -> tuple[SeriesRow, ...]:
    return sample().stories[0].series[0].rows


def test_many_lanes_are_cut_and_counted() -> None:
    rows = tuple(replace(chart_rows()[0], low=float(n)) for n in range(LANES + 3))
    found = chart(1, *rows)
    assert (len(found.lanes), found.more, len(found.rows)) == (LANES, 3, LANES + 3)


def test_rows_that_the_facet_does_not_hold_are_left_out() -> None:
    made = sample()
    facet = made.stories[0].facets[0]
    less = replace(facet, variants=facet.variants[1:])
    (found,) = charts(index(made), 1, less, made.stories[0].series)
    assert [row.words for row in found.rows] == ["At least five", "Eleven"]
    assert charts(index(made), 2, made.stories[0].facets[1], made.stories[0].series) == ()


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([replace(ROW, as_of=None)], "No report is dated, so nothing is known of the order in time."),
        ([ROW], "By the time of each report’s last change."),
        ([ROW, replace(ROW, as_of=None)], "Undated values come last."),
        (
            [replace(ROW, dated="stated")],
            "By the day that the claim names, else by the time of the report’s last change.",
        ),
        ([replace(ROW, dated="before")], "“Before”: the report itself gives a newer count."),
        ([row(3, 9, "about")], "A bar spans what the words leave open."),
        ([row(5, None, "at least")], "An arrow: no limit on that side."),
        ([row(0, 5, "at most")], "An arrow: no limit on that side."),
    ],
)
def test_notes_say_how_to_read_this_chart(rows: list[SeriesRow], note: str) -> None:
    assert note in chart(1, *rows).notes


def test_a_plain_chart_has_one_note() -> None:
    assert chart(1, row(5, 5), row(6, 6)).notes == ("By the time of each report’s last change.",)
