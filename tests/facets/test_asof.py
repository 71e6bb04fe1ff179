"""As of when a figure holds."""

from __future__ import annotations

import pytest

from rashomon.facets.asof import as_of
from rashomon.model import Dated
from tests.facets.made import claim, figure, when
from tests.reports import report

TOLL, EVENT = "Nine people were killed.", "Nine rockets were launched."
TUESDAY = "2031-03-04T09:00:00Z"


@pytest.mark.parametrize(
    ("text", "times", "published", "updated", "expected"),
    [
        (TOLL, (), TUESDAY, None, (TUESDAY, "report")),
        (TOLL, (), TUESDAY, "2031-03-04T18:00:00Z", ("2031-03-04T18:00:00Z", "report")),
        (TOLL, ("Monday",), TUESDAY, None, (TUESDAY, "report")),
        (TOLL, ("Monday",), None, None, (None, "unknown")),
        (EVENT, (), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("Monday",), TUESDAY, None, ("2031-03-03", "stated")),
        (EVENT, ("Wednesday",), TUESDAY, None, ("2031-02-26", "stated")),
        (EVENT, ("yesterday",), TUESDAY, None, ("2031-03-03", "stated")),
        (EVENT, ("on March 1",), TUESDAY, None, ("2031-03-01", "stated")),
        (EVENT, ("on December 31",), TUESDAY, None, ("2030-12-31", "stated")),
        (EVENT, ("on 2 March 2031",), TUESDAY, None, ("2031-03-02", "stated")),
        (EVENT, ("on 2 March 2031",), None, None, ("2031-03-02", "stated")),
        (EVENT, ("on 9 March 2031",), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("Tuesday",), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("Monday", "Sunday"), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("Monday", "overnight"), TUESDAY, None, ("2031-03-03", "stated")),
        (EVENT, ("on February 30",), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("in February",), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("Monday",), None, None, (None, "unknown")),
        (EVENT, ("Monday",), "last week", None, (None, "unknown")),
    ],
)
def test_as_of(
    text: str, times: tuple[str, ...], published: str | None, updated: str | None, expected: tuple[str | None, Dated]
) -> None:
    told = report("r", text, published=published, updated=updated)
    assert as_of(figure(text), claim("x", "r", times=tuple(when(time, published) for time in times)), told) == expected
