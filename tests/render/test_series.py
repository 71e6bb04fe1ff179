"""Values and times of a series in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.model import Bound, Dated, SeriesRow
from rashomon.render.series import lines, number, period, quantity, when
from tests.render.sample import sample

ROW = sample().stories[0].series[0].rows[0]


def row(low: float, high: float | None, bound: Bound = "exact") -> SeriesRow:
    return replace(ROW, low=low, high=high, bound=bound)


def dated(as_of: str | None, how: Dated = "report", time: str | None = None) -> SeriesRow:
    return replace(ROW, as_of=as_of, dated=how, time=time)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (41, "41"),
        (2.5, "2.5"),
        (7.2222222, "7.22"),
        (-3, "-3"),
        (999, "999"),
        (1250, "1,250"),
        (352000, "352,000"),
        (7e9, "7 billion"),
        (2.75e6, "2.75 million"),
    ],
)
def test_number(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("low", "high", "bound", "words"),
    [
        (41, 41, "exact", "41"),
        (40, None, "at least", "at least 40"),
        (40, None, "more than", "more than 40"),
        (40, None, "exact", "at least 40"),
        (0, 450, "at most", "at most 450"),
        (0, 10, "less than", "less than 10"),
        (38, 42, "about", "about 40"),
        (24, 99, "about", "24 to 99"),
        (10, 14, "exact", "10 to 14"),
    ],
)
def test_quantity(low: float, high: float | None, bound: Bound, words: str) -> None:
    assert quantity(row(low, high, bound)) == words


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (dated("2031-05-17T12:05:00+02:00"), "2031-05-17 10:05 UTC"),
        (dated("2031-05-17T23:30:00-03:00"), "2031-05-18 02:30 UTC"),
        (dated("2031-05-17T12:05:00"), "2031-05-17 12:05"),
        (dated("2031-05-17"), "2031-05-17"),
        (dated("2031-05-17T12:05:00Z", "before"), "before 2031-05-17 12:05 UTC"),
        (dated(None, "unknown"), "undated"),
        (dated(None, "unknown", "saturday"), "undated, “Saturday”"),
    ],
)
def test_when(made: SeriesRow, words: str) -> None:
    assert when(made) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dated("2031-05-17T12:05:00Z"), dated("2031-05-17T15:10:00Z"), "2031-05-17 12:05 to 15:10 UTC"),
        (dated("2031-05-17T12:05:00Z"), dated("2031-05-18T09:00:00Z"), "2031-05-17 12:05 UTC to 2031-05-18 09:00 UTC"),
        (dated("2031-05-17"), dated("2031-05-17"), "2031-05-17"),
        (dated("2031-05-17T12:05:00Z"), dated(None, "unknown"), "2031-05-17 12:05 UTC"),
        (dated(None, "unknown"), dated(None, "unknown"), "undated"),
        (dated("2031-05-17", "before"), dated("2031-05-18", "before"), "before 2031-05-17"),
    ],
)
def test_period(first: SeriesRow, last: SeriesRow, words: str) -> None:
    series = replace(sample().stories[0].series[0], rows=(first, last))
    (line,) = lines(series, {report.id: report for report in sample().reports})
    assert period(line) == words


def test_rows_of_one_value_and_side_are_one_line() -> None:
    made = sample()
    found = lines(made.stories[0].series[0], {report.id: report for report in made.reports})
    assert [(line.value, line.party, len(line.outlets)) for line in found] == [
        ("at least 5", "an ambulance worker", 1),
        ("6", "the hospital", 3),
        ("11", "the drivers' union", 1),
    ]
