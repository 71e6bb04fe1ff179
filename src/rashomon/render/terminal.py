"""A breakdown for the terminal: the most contested facets first, who says what, in how many origins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from rich.text import Text

from rashomon.model import Breakdown, Change, Facet, Origin, Relation, Report, Series, Status, Story, Variant
from rashomon.render.agreement import extent, not_compared, origins_of, why_not_compared, with_status
from rashomon.render.canvas import Canvas
from rashomon.render.checks_terminal import put_checks
from rashomon.render.origins import (
    Branch,
    around,
    branch_name,
    change_words,
    drawn,
    link_words,
    one_origin,
    origin_names,
    root_name,
    support,
    tree,
)
from rashomon.render.safe import line
from rashomon.render.series import Line, lines, period
from rashomon.render.voices import voices
from rashomon.render.words import (
    STATUS_SYMBOLS,
    by_reason,
    count,
    listed,
    outlet_and_country,
    outlet_name,
    quoted,
    shorten,
    telling,
)

STYLES: dict[Status, str] = {
    "conflict": "bold red",
    "update": "bold yellow",
    "compatible": "bold cyan",
    "agree": "bold green",
}
VOICES_SHOWN = 4
QUOTE = 160
"""Characters of the words that show a copy."""

RELATIONS_SHOWN = 3
QUIET = "dim"
WEAK = "yellow"
"""What several reports say that are one origin: no independent report confirms it."""

VALUE, HANG = 14, 6
"""Columns of a value in a table, and how far the further lines of its row are indented at most."""

T = TypeVar("T")


class View(NamedTuple):
    """What is drawn, where, and how much of it: ``limit`` rows a section, 0 for all."""

    canvas: Canvas
    breakdown: Breakdown
    reports: dict[str, Report]
    limit: int


def render(breakdown: Breakdown, *, width: int = 100, color: bool = False, limit: int = 12) -> str:
    """The breakdown as text that fits ``width`` columns, with ANSI colours only when ``color`` is true.

    At most ``limit`` facets are shown with their quotes (0 is all), with a line that says how many are
    left.  Text of reports cannot steer the terminal: control characters become U+FFFD.
    """
    reports = {report.id: report for report in breakdown.reports}
    view = View(Canvas(width, color), breakdown, reports, limit)
    for story in breakdown.stories:
        _story(view, story)
    put_checks(view.canvas, breakdown, limit)
    _left_out(view)
    view.canvas.put(_dim("--html FILE writes every quote in its full text; --limit 0 shows all here."), above=1)
    return view.canvas.text()


def _story(view: View, story: Story) -> None:
    _masthead(view, story)
    open_facets = [facet for facet in story.facets if facet.status != "agree"]
    for facet in _some(view, open_facets):
        _facet(view, facet)
    _more(view, len(open_facets), "question", above=1)
    _agreed(view, with_status(story, "agree"))
    _tables(view, story)
    _exclusives(view, story)
    _origins(view, [origin for origin in origins_of(view.breakdown, story) if drawn(origin)])
    _spellings(view, story)


def _masthead(view: View, story: Story) -> None:
    view.canvas.put(Text(line(story.title), "bold"), above=1)
    view.canvas.put(Text(" · ".join(extent(view.breakdown, story))))
    names = origin_names(view.breakdown, story.reports)
    if names:
        view.canvas.put(Text(f"Origins: {names}", QUIET), hang=2)
    counts = Text()
    for status, symbol in STATUS_SYMBOLS.items():
        n = len(with_status(story, status))
        if n:
            counts.append("   " if counts else "").append(f"{symbol} {n} {status}", STYLES[status])
    view.canvas.put(counts or Text("No question of fact is answered by two or more reports."))


def _facet(view: View, facet: Facet) -> None:
    style = STYLES[facet.status]
    head = Text.assemble((f"{STATUS_SYMBOLS[facet.status]} {facet.status}  ", style), (line(facet.question), "bold"))
    view.canvas.put(head, hang=2, above=1)
    for variant in facet.variants:
        _variant(view, variant, dated=facet.status == "update")
    shown = by_reason(telling(facet))
    for relations in shown[:RELATIONS_SHOWN]:
        view.canvas.put(_relation(facet, relations), indent=2, hang=2)
    if len(shown) > RELATIONS_SHOWN:
        view.canvas.put(_dim(f"and {len(shown) - RELATIONS_SHOWN} more relations"), indent=4)


def _variant(view: View, variant: Variant, *, dated: bool) -> None:
    ids = {mention.report for mention in variant.mentions}
    style = WEAK if one_origin(view.breakdown, ids) else ""
    view.canvas.put(Text.assemble((line(variant.label), "bold"), " · ", (support(view.breakdown, ids), style)), 2, 2)
    said = voices(variant, view.reports, dated=dated)
    shown = said if not view.limit else said[:VOICES_SHOWN]
    for outlets, speaker, quote in shown:
        view.canvas.put(Text.assemble((outlets, "italic"), ": ", f"{speaker}: " if speaker else "", quote), 4, 2)
    if len(said) > len(shown):
        view.canvas.put(_dim(f"and {len(said) - len(shown)} more"), indent=4)


def _relation(facet: Facet, relations: list[Relation]) -> Text:
    """One line for the relations of one kind and reason."""
    labels = {variant.id: shorten(line(variant.label), 40) for variant in facet.variants}
    kind, (a, b) = relations[0].relation, relations[0].variants
    between = f"{labels[a]} / {labels[b]}" if len(relations) == 1 else f"{len(relations)} pairs of answers"
    return Text.assemble((f"→ {kind}, {between}: ", STYLES[kind]), line(relations[0].reason))


def _agreed(view: View, facets: list[Facet]) -> None:
    if not facets:
        return
    _section(view, "Agreed", len(facets))
    for facet in _some(view, facets):
        variant = facet.variants[0]
        ids = {mention.report for mention in variant.mentions}
        weak = one_origin(view.breakdown, ids)
        sign = ("◌ ", WEAK) if weak else ("✓ ", STYLES["agree"])
        row = Text.assemble(sign, line(facet.question), " ", (line(variant.label), "" if weak else "bold"))
        view.canvas.put(row.append(f" · {support(view.breakdown, ids)}", WEAK if weak else QUIET), hang=2)
    _more(view, len(facets), "question")


def _tables(view: View, story: Story) -> None:
    if not story.series:
        return
    _section(view, "Figures by party and time", len(story.series))
    for series in _some(view, story.series):
        _table(view, series)
    _more(view, len(story.series), "table")


def _table(view: View, series: Series) -> None:
    """One line for each value of each party, the values under each other."""
    found = lines(series, view.reports)
    unit = f", in {line(series.unit)}" if series.unit else ""
    view.canvas.put(Text.assemble((line(series.question), "bold"), (unit, QUIET)), hang=2)
    wide = min(max(len(row.value) for row in found), VALUE)
    for row in _some(view, found):
        view.canvas.put(_line(row, wide), indent=2, hang=min(wide + 2, HANG))
    if len(_some(view, found)) < len(found):
        view.canvas.put(_dim(f"and {len(found) - len(_some(view, found))} more"), indent=4)


def _line(row: Line, wide: int) -> Text:
    outlets = listed([line(outlet) for outlet in row.outlets])
    return Text.assemble(
        (f"{row.value:>{wide}}  ", "bold"),
        f"{line(row.party)} · ",
        (outlets, "italic"),
        (f" · {line(period(row))}", QUIET),
    )


def _exclusives(view: View, story: Story) -> None:
    if not story.exclusives:
        return
    _section(view, "Only in one report", len(story.exclusives))
    for exclusive in _some(view, story.exclusives):
        name = line(outlet_name(view.reports[exclusive.report]))
        view.canvas.put(Text.assemble((name, "italic"), ": ", line(quoted(exclusive.quote))), hang=2)
    _more(view, len(story.exclusives), "claim")


def _origins(view: View, origins: list[Origin]) -> None:
    if not origins:
        return
    _section(view, "Copies, counted as one origin", len(origins))
    for origin in _some(view, origins):
        _tree(view, origin)
    _more(view, len(origins), "origin")


def _tree(view: View, origin: Origin) -> None:
    """The origin's root, and its reports indented under what they were copied from."""
    head = Text(root_name(origin, view.reports), "bold")
    view.canvas.put(head.append(f" · {count(len(origin.reports), 'report')}", QUIET), hang=2)
    waiting = [(branch, 2) for branch in reversed(tree(origin))]
    while waiting:
        branch, indent = waiting.pop()
        _branch(view, origin, branch, indent)
        waiting += [(child, indent + 2) for child in reversed(branch.children)]


def _branch(view: View, origin: Origin, branch: Branch, indent: int) -> None:
    name = Text.assemble(
        "┄ " if branch.second else "─ ", (branch_name(view.reports[branch.report], view.reports), "italic")
    )
    view.canvas.put(
        name.append(" · draws on this text too, counted elsewhere" if branch.second else "", QUIET), indent, 2
    )
    for link in branch.links:
        said = link_words(link, branch.report, origin.agency, view.reports)
        reason = f". {line(link.reason)}" if link.reason else ""
        quote = f" {line(quoted(shorten(link.quote, QUOTE)))}" if link.quote else ""
        view.canvas.put(Text(f"{said}{reason}{quote}"), indent + 2, 2)
    for change in branch.changes:
        _change(view, origin, change, indent + 2)


def _change(view: View, origin: Origin, change: Change, indent: int) -> None:
    """A changed number: whose copy it is, and both sentences with the number marked."""
    head = change_words(change, origin, view.reports)
    view.canvas.put(Text(f"≠ {head}", STYLES["conflict"]), indent, 2)
    for report, quote, value in zip(change.reports, change.quotes, change.values, strict=True):
        before, found, after = around(quote, value)
        name = (line(outlet_and_country(view.reports[report])), "italic")
        marked = (f"[{line(found)}]" if found else "", "bold")
        view.canvas.put(Text.assemble(name, ": ", _inner(before), marked, _inner(after)), indent + 2, 2)


def _inner(text: str) -> str:
    """Words inside a sentence on one line, the blanks at their ends kept."""
    return f"{' ' if text[:1].isspace() else ''}{line(text).strip()}{' ' if text[-1:].isspace() else ''}"


def _spellings(view: View, story: Story) -> None:
    if not story.spellings:
        return
    _section(view, "Spellings of a speaker taken as one", len(story.spellings))
    for reason in _some(view, story.spellings):
        view.canvas.put(Text(f"{line(reason)}."), hang=2)
    _more(view, len(story.spellings), "spelling")


def _left_out(view: View) -> None:
    left_out = not_compared(view.breakdown)
    if not left_out:
        return
    _section(view, "Not compared", len(left_out))
    for report in _some(view, left_out):
        view.canvas.put(Text(line(f"{outlet_and_country(report)}: {why_not_compared(report)}")), hang=2)
    _more(view, len(left_out), "report")


def _section(view: View, title: str, n: int) -> None:
    view.canvas.put(Text.assemble((title, "bold underline"), f" ({n})"), above=1)


def _some(view: View, rows: Sequence[T]) -> Sequence[T]:
    return rows[: view.limit or None]


def _more(view: View, n: int, noun: str, above: int = 0) -> None:
    if view.limit and n > view.limit:
        view.canvas.put(_dim(f"{count(n - view.limit, f'more {noun}')}: --limit 0 or --html FILE"), above=above)


def _dim(text: str) -> Text:
    return Text(text, QUIET)
