"""What was left out of the reports, a line each: nothing is lost unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.model import Report
from rashomon.render.safe import line
from rashomon.render.words import count, outlet_name, quoted


def lines(reports: Iterable[Report]) -> Iterator[str]:
    """For each report a line that names it, and below it what was removed and why, and credits of pictures."""
    for report in reports:
        n = len(report.removed) + len(report.photo_credits)
        yield line(f"{outlet_name(report)}, {report.input}: {count(n, 'piece') if n else 'nothing'} removed")
        for removed in report.removed:
            yield f"  {line(removed.reason)}: {line(quoted(removed.quote))}"
        for credit in report.photo_credits:
            yield f"  who took a picture: {line(quoted(credit))}"
