"""As of when a figure holds."""

from __future__ import annotations

import pytest

from rashomon.facets.asof import as_of
from rashomon.model import Dated
from tests.facets.made import claim, figure
from tests.reports import report

TOLL, EVENT = "Nine people were killed.", "Nine rockets were launched."
TUESDAY = "2031-03-04T09:00:00Z"


@pytest.mark.parametrize(
    ("text", "times", "published", "updated", "expected"),
    [
        (TOLL, (), TUESDAY, None, (TUESDAY, "report")),
        (TOLL, (), TUESDAY, "2031-03-04T18:00:00Z", ("2031-03-04T18:00:00Z", "report")),
        (TOLL, ("monday",), TUESDAY, None, (TUESDAY, "report")),
        (TOLL, ("monday",), None, None, (None, "unknown")),
        (EVENT, (), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("monday",), TUESDAY, None, ("2031-03-03", "stated")),
        (EVENT, ("wednesday",), TUESDAY, None, ("2031-02-26", "stated")),
        (EVENT, ("yesterday",), TUESDAY, None, ("2031-03-03", "stated")),
        (EVENT, ("mar 1",), TUESDAY, None, ("2031-03-01", "stated")),
        (EVENT, ("dec 31",), TUESDAY, None, ("2030-12-31", "stated")),
        (EVENT, ("2031-03-02",), TUESDAY, None, ("2031-03-02", "stated")),
        (EVENT, ("2031-03-02",), None, None, ("2031-03-02", "stated")),
        (EVENT, ("2031-03-09",), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("tuesday",), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("monday", "sunday"), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("monday", "overnight"), TUESDAY, None, ("2031-03-03", "stated")),
        (EVENT, ("feb 30",), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("feb",), TUESDAY, None, (TUESDAY, "report")),
        (EVENT, ("monday",), None, None, (None, "unknown")),
        (EVENT, ("monday",), "last week", None, (None, "unknown")),
    ],
)
def test_as_of(
    text: str, times: tuple[str, ...], published: str | None, updated: str | None, expected: tuple[str | None, Dated]
) -> None:
    told = report("r", text, published=published, updated=updated)
    assert as_of(figure(text), claim("x", "r", times=times), told) == expected
