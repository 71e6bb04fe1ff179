"""Times as pages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.sources.dates import rfc3339


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
