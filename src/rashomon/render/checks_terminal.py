"""Summaries against their articles, for the terminal: what is flagged, with both quotes and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from rashomon.model import Breakdown, Check, Report, Verdict
from rashomon.render.canvas import Canvas
from rashomon.render.safe import line
from rashomon.render.words import count, outlet_name, quoted, shorten

TITLE = "Summaries against their articles"
SIGNS: dict[Verdict, str] = {
    "supported": "✓",
    "wrong speaker": "✗",
    "changed quotation": "✗",
    "changed figure": "✗",
    "attribution dropped": "≈",
    "not in the article": "?",
}
STYLES = {"✓": "bold green", "✗": "bold red", "≈": "bold yellow", "?": "bold yellow"}
QUIET = "dim"
LONGEST = 300
"""The longest quote that is shown, in characters."""


def render_checks(breakdown: Breakdown, *, width: int = 100, color: bool = False, limit: int = 0) -> str:
    """The checks of a breakdown as text that fits ``width`` columns; ``limit`` flagged claims a summary, 0 for all."""
    canvas = Canvas(width, color)
    put_checks(canvas, breakdown, limit)
    return canvas.text()


def put_checks(canvas: Canvas, breakdown: Breakdown, limit: int) -> None:
    """Add a section for the checks of a breakdown; nothing when it has none."""
    if not breakdown.checks:
        return
    flagged = sum(check.verdict != "supported" for check in breakdown.checks)
    tally = f" ({flagged} of {count(len(breakdown.checks), 'claim')} flagged)"
    canvas.put(Text.assemble((TITLE, "bold underline"), tally), above=1)
    reports = {report.id: report for report in breakdown.reports}
    for id, held in groupby(breakdown.checks, key=lambda check: check.report):
        _summary(canvas, reports[id], list(held), reports, limit)


def _summary(canvas: Canvas, summary: Report, held: Sequence[Check], reports: dict[str, Report], limit: int) -> None:
    flagged = [check for check in held if check.verdict != "supported"]
    supported = f"{len(held) - len(flagged)} of {count(len(held), 'claim')} supported"
    articles = {check.article for check in held}
    of = f", of {line(outlet_name(reports[min(articles)]))}" if summary.of and len(articles) == 1 else ""
    canvas.put(Text.assemble((line(outlet_name(summary)), "italic"), f"{of}: {supported}"), hang=2)
    for check in flagged[: limit or None]:
        _check(canvas, check, reports[check.article])
    if limit and len(flagged) > limit:
        canvas.put(Text(f"{len(flagged) - limit} more: --limit 0", QUIET), indent=2)


def _check(canvas: Canvas, check: Check, article: Report) -> None:
    sign = SIGNS[check.verdict]
    quote = shorten(line(quoted(check.quote)), LONGEST)
    canvas.put(Text.assemble((f"{sign} {check.verdict}  ", STYLES[sign]), quote), indent=2, hang=2)
    if check.article_quote:
        there = shorten(line(quoted(check.article_quote)), LONGEST)
        canvas.put(Text.assemble((line(outlet_name(article)), "italic"), ": ", there), indent=4, hang=2)
    canvas.put(Text(f"→ {line(check.reason)}."), indent=4, hang=2)
