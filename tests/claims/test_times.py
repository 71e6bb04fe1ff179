"""Expressions of time: the normalised words, and where the report's date puts them on the calendar."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import langs
from rashomon.claims.calendar import Expression, placed, value
from rashomon.claims.times import is_year, times
from rashomon.model import Time
from rashomon.text import tokens

LEXICON = langs.load()
THURSDAY = "2031-06-05"


def read(text: str, published: str | None = None) -> tuple[Time, ...]:
    return times(tokens(text), LEXICON, published)


def one(text: str, published: str | None = None) -> Time:
    (time,) = read(text, published)
    return time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the ferry sank", []),
        ("on Tuesday", ["tuesday"]),
        ("Tuesday's ferry", ["tuesday"]),
        ("on Monday and Tuesday", ["monday", "tuesday"]),
        ("yesterday morning", ["morning yesterday"]),
        ("overnight", ["overnight"]),
        ("June 2", ["jun 2"]),
        ("2 June 2014", ["2014 jun 2"]),
        ("the 2nd of June", ["jun 2"]),
        ("September 5", ["sep 5"]),
        ("Sept 5", ["sep 5"]),
        ("Sept. 5", ["sep 5"]),
        ("In March", ["mar"]),
        ("they march", []),
        ("it may rain", []),
        ("May 5", ["may 5"]),
        ("in May 2014", ["2014 may"]),
        ("in May", ["may"]),
        ("the end of May", ["may"]),
        ("the plans of May", []),
        ("June 45", ["jun"]),
        ("at 7:30 p.m.", ["19:30"]),
        ("at 7 p.m.", ["19:00"]),
        ("7pm", ["19:00"]),
        ("12 a.m.", ["0:00"]),
        ("from 7:30 on", ["7:30"]),
        ("a film of the crossing 02:21", []),
        ("said FENWICK TODAY", []),
        ("1930 GMT", ["19:30"]),
        ("in 2014", ["2014"]),
        ("the 2014 crossing", ["2014"]),
        ("last year's crossing", ["last year"]),
        ("the 1990s", ["1990s"]),
        ("the mid-1990s", ["1990s"]),
        ("18-08-2014", ["2014 aug 18"]),
        ("2014-08-18", ["2014 aug 18"]),
        ("05-06-2014", ["2014"]),
        ("1066", []),
        ("2,014 boats", []),
        ("2014 boats", []),
        ("more than 2000 boats", []),
        ("five days ago", ["5 day ago"]),
        ("a week ago", ["1 week ago"]),
        ("over the weekend", ["the weekend"]),
        ("the last week", []),
        ("the next day", []),
        ("said Monday", []),
        ("told reporters on Monday", []),
        ("to start on Monday", ["monday"]),
        ("on Monday, June 2, 2014, at 7:30 a.m. local time", ["2014 7:30 jun 2 monday"]),
        pytest.param("in early spring", ["spring"], marks=pytest.mark.xfail(reason="seasons are not read")),
        pytest.param("two days later", ["2 day later"], marks=pytest.mark.xfail(reason="no anchor is looked for")),
        pytest.param("the '80s", ["1980s"], marks=pytest.mark.xfail(reason="a decade without its century")),
        pytest.param("on the eve of the vote", ["eve"], marks=pytest.mark.xfail(reason="counted from an event")),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    found = read(text)
    assert [" ".join(time.parts) for time in found] == expected
    assert [" ".join(time.parts) for time in found if not time.start] == [t.value for t in found if not t.start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a Thursday is the day of the report
        ("on Sunday", "2031-06-01"),
        ("on Thursday", "2031-06-05"),
        ("It will sail on Sunday", "2031-06-08"),
        ("a crossing planned for Thursday", "2031-06-05"),
        ("last Thursday", "2031-05-29"),
        ("next Thursday", "2031-06-12"),
        ("this Friday", "2031-06-06"),
        ("today", "2031-06-05"),
        ("yesterday", "2031-06-04"),
        ("tomorrow", "2031-06-06"),
        ("June 2", "2031-06-02"),
        ("December 28", "2030-12-28"),
        ("2 June 2014", "2014-06-02"),
        ("18/08/2014", "2014-08-18"),
        ("in March", "2031-03"),
        ("in August", "2030-08"),
        ("It will open in August", "2031-08"),
        ("last June", "2030-06"),
        ("next June", "2032-06"),
        ("in June", "2031-06"),
        ("November 2012", "2012-11"),
        ("in 2012", "2012"),
        ("last year", "2030"),
        ("this year", "2031"),
        ("next month", "2031-07"),
        ("last month", "2031-05"),
        ("last week", "2031-05-26/2031-06-02"),
        ("next week", "2031-06-09/2031-06-16"),
        ("Friday last week", "2031-05-30"),
        ("over the weekend", "2031-05-31/2031-06-02"),
        ("this weekend it will sail", "2031-06-07/2031-06-09"),
        ("last weekend", "2031-05-31/2031-06-02"),
        ("five days ago", "2031-05-31"),
        ("two weeks ago", "2031-05-21/2031-05-24"),
        ("two months ago", "2031-03-20/2031-04-22"),
        ("13 years ago", "2017-06-05/2019-06-06"),
        ("the 1990s", "1990-01-01/2000-01-01"),
        ("the mid-1990s", "1992-07-02/1997-07-02"),
        ("late February", "2031-02-16/2031-03-01"),
        ("the end of the year", "2031-08-26/2032-01-01"),
        ("by the end of the year", "../2032-01-01"),
        ("since 2012", "2012-01-01/.."),
        ("cancelled until Friday", "../2031-06-07"),
        ("Until Friday it had leaked", "../2031-05-31"),
        ("on Sunday at noon", "2031-06-01T12:00"),
        ("at 7:30 p.m. on Sunday", "2031-06-01T19:30"),
        ("at 7:30 p.m. EDT on Sunday", "2031-06-01T19:30-04:00"),
        ("at 7:30 p.m. (GMT) on Sunday", "2031-06-01T19:30+00:00"),
        ("around noon on Sunday", "2031-06-01T11:30/2031-06-01T12:30"),
        ("at 7:30 on Sunday", "2031-06-01"),
        ("Sunday night", "2031-06-01T18:00/2031-06-02T06:00"),
        ("last night", "2031-06-04T18:00/2031-06-05T06:00"),
        ("this morning", "2031-06-05/2031-06-05T12:00"),
        ("tonight", "2031-06-05T18:00/2031-06-06T06:00"),
        ("late on Sunday", "2031-06-01T13:12/2031-06-02"),
        ("before dawn on Sunday", "2031-06-01/2031-06-01T08:00"),
        ("after noon on Sunday", "2031-06-01T12:00/2031-06-02"),
        ("February 30", "feb 30"),
        ("February 29", "2032-02-29"),
        ("noon", "noon"),
    ],
)
def test_on_the_calendar(text: str, expected: str) -> None:
    assert one(text, THURSDAY).value == expected
    assert one(text, f"{THURSDAY}T23:30:00+05:00").value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Sunday", "sunday"),
        ("June 2", "jun 2"),
        ("last week", "last week"),
        ("five days ago", "5 day ago"),
        ("June 2, 2014", "2014-06-02"),
        ("in 2012", "2012"),
    ],
)
@pytest.mark.parametrize("published", [None, "", "some day"])
def test_without_the_reports_date_words_stay_words(text: str, expected: str, published: str | None) -> None:
    assert one(text, published).value == expected


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("the 1990s", "decade"),
        ("last year", "year"),
        ("in March", "month"),
        ("two months ago", "month"),
        ("last week", "week"),
        ("on Sunday", "day"),
        ("next Sunday", "day"),
        ("early on Sunday", "part"),
        ("Sunday morning", "part"),
        ("7 p.m. on Sunday", "hour"),
        ("7:30 p.m.", "minute"),
    ],
)
def test_grain(text: str, grain: str) -> None:
    assert one(text).grain == grain


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("at 7:30 a.m. local time", "local"),
        ("at 0430 GMT", "+00:00"),
        ("at 04:30 BST", "+01:00"),
        ("7 p.m. EST", "-05:00"),
        ("7 p.m. Fenwick time", "fenwick"),
        ("7 p.m. on a quay", None),
        ("on Sunday", None),
    ],
)
def test_zones(text: str, zone: str | None) -> None:
    assert one(text).zone == zone


@pytest.mark.parametrize(
    ("text", "label", "bound"),
    [
        ("It sank before dawn on Friday.", "before dawn on Friday", "before"),
        ("It has leaked since the 2014 storm.", "since the 2014", "after"),
        ("It sank at about 7 p.m. on Friday.", "about 7 p.m. on Friday", "about"),
        ("It sank late on Friday.", "late on Friday", "at"),
    ],
)
def test_labels_are_the_words_of_the_text(text: str, label: str, bound: str) -> None:
    found = one(text)
    assert (found.label, found.bound) == (label, bound)
    assert text[found.span.start : found.span.end] == label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2014", True),
        ("the 2014 storm", True),
        ("Fenwick's 2014 storm", True),
        ("2014 boats", False),
        ("$ 2014", False),
        ("about 2014 boats", False),
    ],
)
def test_is_year(text: str, expected: bool) -> None:
    words = tokens(text)
    assert is_year(words, [word.text for word in words].index("2014"), LEXICON) is expected


def test_a_date_out_of_range_stays_words() -> None:
    told = Expression({"ago": (1000.0, 5.0)})
    assert placed(told, date(2031, 1, 1), future=False) is None
    assert placed(Expression({}), date(2031, 1, 1), future=False) is None


def test_value_of_an_interval_that_is_no_calendar_unit() -> None:
    ends = datetime(2031, 6, 1, 10), datetime(2031, 6, 1, 12)
    assert value(ends, "at", "+01:00") == "2031-06-01T10:00+01:00/2031-06-01T12:00+01:00"
    assert value(ends, "at", "local") == "2031-06-01T10:00/2031-06-01T12:00"


WORDS = (
    "on Sunday June 2 2014 7:30 p.m. GMT last next week month ago two early the of , at since noon 31 1990 s".split()
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from([None, THURSDAY, "0001-01-01", "9999-12-31"]))
def test_any_words_give_ordered_intervals_in_place(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    for time in read(text, published):
        assert time.label.split() == text[time.span.start : time.span.end].split()
        assert time.start is None or time.end is None or time.start < time.end
        assert time.value
