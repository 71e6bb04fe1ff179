"""Times as pages write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.sources.dates import Stated, doubts, rfc3339, stated_times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-06-02", "2025-06-02"),
        ("2025/6/2", "2025-06-02"),
        ("20250602", "2025-06-02"),
        ("20250602T101500Z", "2025-06-02T10:15:00Z"),
        ("2025-06-02T10:00:00Z", "2025-06-02T10:00:00Z"),
        ("2025-06-02T10:00:00.123Z", "2025-06-02T10:00:00Z"),
        ("2025-06-02 10:00:00 +0300", "2025-06-02T10:00:00+03:00"),
        ("2025-06-02 10:00 UTC", "2025-06-02T10:00:00Z"),
        ("2025-06-02T10:00:00+03:00", "2025-06-02T10:00:00+03:00"),
        ("2025-06-02T10:00:00", "2025-06-02"),
        ("Mon, 02 Jun 2025 10:00:00 GMT", "2025-06-02T10:00:00Z"),
        ("Mon, 02 Jun 2025 10:00:00 +0530", "2025-06-02T10:00:00+05:30"),
        ("2 June 2025", "2025-06-02"),
        ("June 2nd, 2025", "2025-06-02"),
        ("Monday, June 2, 2025 at 1:05 pm UTC", "2025-06-02T13:05:00Z"),
        ("June 2, 2025 1:05 pm", "2025-06-02"),
        ("Mon, 2 June 2025 13:26 IST", "2025-06-02"),
        ("June 02, 2025, 13:26 IST", "2025-06-02"),
        ("13:26 IST, 2 June 2025", "2025-06-02"),
        ("10:02 AM EST Nov 19, 2019", "2019-11-19"),
        ("2 June 2025 13:26 CEST", "2025-06-02T13:26:00+02:00"),
        ("Jun 2, 2025 | 9:05 pm EDT", "2025-06-02T21:05:00-04:00"),
        ("2 June 2025 at 16:00 UTC+3", "2025-06-02T16:00:00+03:00"),
        ("Tue Jun 03 2025 03:05:46 GMT+0000", "2025-06-03T03:05:46Z"),
        ("02-Jun-2025", "2025-06-02"),
        ("Jun 2", None),
        ("2 June", None),
        ("marks 2, 2025", None),
        ("02/06/2025", None),
        ("yesterday", None),
        ("2025-13-02", None),
        ("31 June 2025", None),
        ("0001-01-01T00:00:00Z", None),
        ("", None),
        (None, None),
    ],
)
def test_forms(text: str | None, expected: str | None) -> None:
    assert rfc3339(text) == expected


@given(st.text(max_size=40) | st.from_regex(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?", fullmatch=True))
def test_any_text_gives_none_or_a_time_that_reads_as_itself(text: str) -> None:
    found = rfc3339(text)
    assert found is None or rfc3339(found) == found


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("Jun 2", date(2025, 6, 10), "2025-06-02"),
        ("Jun 2", date(2025, 6, 1), "2025-06-02"),
        ("Jun 2", date(2025, 5, 30), "2024-06-02"),
        ("29 February", date(2025, 5, 30), "2024-02-29"),
        ("30 February", date(2025, 5, 30), None),
        ("Monday, June 2, 10:00 UTC", date(2025, 6, 2), "2025-06-02T10:00:00Z"),
        ("June 2, 2019", date(2025, 6, 2), "2019-06-02"),
    ],
)
def test_a_date_without_a_year_is_the_last_one_before(text: str, near: date, expected: str | None) -> None:
    assert rfc3339(text, near) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: Mon, 2 June 2025 13:26 IST | Updated: Jun 3", Stated("2025-06-02", "2025-06-03")),
        ("First Published: June 02, 2025, 13:26 IST", Stated("2025-06-02", None)),
        ("(Last updated 2025-06-02 10:00 UTC)", Stated(None, "2025-06-02T10:00:00Z")),
        ("Published 2 June 2025, updated 3 June 2025", Stated("2025-06-02", "2025-06-03")),
        ("Updated: 3 June 2025 Published: 2 June 2025", Stated("2025-06-02", "2025-06-03")),
        ("Updated at 5:34 p.m. ET", None),
        ("Updated: Jun 3", None),
        ("Published 2 June 2025 by the council, the plan was dropped.", None),
        ("2 June 2025", None),
        ("", None),
    ],
)
def test_lines_that_state_times(line: str, expected: Stated | None) -> None:
    assert stated_times(line) == expected


@pytest.mark.parametrize(
    ("published", "updated", "words"),
    [
        ("2025-06-02", "2025-06-03T10:00:00Z", []),
        ("2025-06-04", None, []),  # a zone ahead
        ("2025-06-05T10:00:00+03:00", None, ["2025-06-05, which is in the future: today is 2025-06-03"]),
        ("1970-01-01T00:00:00Z", None, ["1970-01-01, before 1990"]),
        ("1989-12-31", "2030-01-01", ["1989-12-31", "2030-01-01"]),
        ("2025-06-02", "2025-05-01", ["changed on 2025-05-01, before it was published on 2025-06-02"]),
        (None, None, []),
    ],
)
def test_dates_that_cannot_be_right(published: str | None, updated: str | None, words: list[str]) -> None:
    found = list(doubts(published, updated, date(2025, 6, 3)))
    assert len(found) == len(words)
    assert all(word in sentence for word, sentence in zip(words, found, strict=True))


def test_without_a_clock_no_date_is_too_late() -> None:
    assert not list(doubts("2190-01-01", None, None))
