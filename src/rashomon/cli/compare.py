"""``rashomon compare``: reports in, a breakdown out."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

import click

from rashomon.cli.options import FILE, reading, settings, showing
from rashomon.cli.output import check_target, columns, is_colored, to_file, to_stdout
from rashomon.cli.progress import Bar
from rashomon.errors import UsageError

if TYPE_CHECKING:
    from rashomon.app import Comparison

FORMATS = ("terminal", "json", "csv", "series-csv", "links-csv", "md")
PROBLEMS_SHOWN = 10
STRICT = 4

HELP = """Compare the reports of one event and show what they agree and differ on.

INPUT is a file (HTML, .txt, .md, JSON, JSON Lines), a folder, a pattern, an http(s) address, or
- for a list of these on stdin.

\b
Examples:
  rashomon compare saved/*.html
  rashomon compare a.html b.txt reports.jsonl --html report.html
  rashomon compare saved/ --format json -o breakdown.json
  ls saved/*.html | rashomon compare - --format csv > mentions.csv

\b
Exit codes:
  0 made    2 usage    3 fewer than two reports    4 --strict and an unread input
"""


class Output(NamedTuple):
    """What is written and where: None is stdout, or no HTML report."""

    format: str
    file: Path | None
    html: Path | None
    limit: int
    color: str
    width: int | None


@click.command(help=HELP, short_help="Compare reports and show what they agree and differ on.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="terminal", show_default=True, help="How to show it."
)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write to FILE instead of stdout.")
@click.option("--html", type=FILE, metavar="FILE", help="Also write the HTML report, one self-contained file.")
@reading
@click.option("--show-removed", is_flag=True, help="List on stderr what was left out of each report, and why.")
@click.option("--strict", is_flag=True, help="Exit with 4 when any input could not be read.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=12,
    metavar="N",
    help="Facets shown in the terminal (default 12; 0 is all).",
)
@showing
def compare(
    inputs: tuple[str, ...],
    format_: str,
    output: Path | None,
    html: Path | None,
    outlets: Path | None,
    layouts: Path | None,
    allow_private: bool,
    max_bytes: int | None,
    timeout: float | None,
    reader: str | None,
    show_removed: bool,
    strict: bool,
    limit: int,
    color: str,
    width: int | None,
    quiet: bool,
) -> int:
    """Read, compare, write, report; the exit code."""
    target = Output(format_, None if output == Path("-") else output, html, limit, color, width)
    _check(target, inputs)
    from rashomon import app

    chosen = settings(layouts, allow_private, max_bytes, timeout, reader)
    with Bar(quiet) as progress:
        made = app.compare(inputs, chosen, outlets_file=outlets, progress=progress, stdin=_stdin())
    _write(made, target)
    if show_removed:
        _show_removed(made)
    if not quiet:
        _report(made, target)
    return STRICT if strict and made.problems else 0


def _stdin() -> TextIO:
    """Stdin, where a path that is no UTF-8 is still a path."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    return sys.stdin


def _check(target: Output, inputs: tuple[str, ...]) -> None:
    for path, option in ((target.file, "--output"), (target.html, "--html")):
        if path is None:
            continue
        check_target(path, option)
        if path.resolve() in _files(inputs):
            remedy = "Choose another name, or a folder that is not read."
            raise UsageError(f"{str(path)!r} is also an input", place=option, remedy=remedy)
    if target.file and target.html and target.file.resolve() == target.html.resolve():
        remedy = "Give two names."
        raise UsageError(f"{str(target.html)!r} is the file of --output, too", place="--html", remedy=remedy)


def _files(inputs: tuple[str, ...]) -> frozenset[Path]:
    """The files that the inputs name, folders and patterns opened; a list on stdin is not looked at."""
    from rashomon.sources.inputs import expand

    named = [place for place in inputs if place != "-"]
    return frozenset(Path(item.name).resolve() for item in expand(named) if "://" not in item.name and not item.error)


def _write(made: Comparison, target: Output) -> None:
    if target.html:
        from rashomon.render import html

        to_file(target.html, html.render(made), "--html")
    text = _rendered(made, target)
    if target.file:
        to_file(target.file, text, "--output")
    else:
        to_stdout(text)


def _rendered(made: Comparison, target: Output) -> str:
    """The breakdown in the form asked for; only that form's renderer is loaded."""
    if target.format == "json":
        from rashomon.render import as_json

        return as_json.render(made)
    if target.format.endswith("csv"):
        from rashomon.render import as_csv

        tables = {"csv": as_csv.render, "series-csv": as_csv.render_series, "links-csv": as_csv.render_links}
        return tables[target.format](made)
    if target.format == "md":
        from rashomon.render import as_markdown

        return as_markdown.render(made)
    from rashomon.render import terminal

    return terminal.render(
        made, width=columns(target.file, target.width), color=is_colored(target.file, target.color), limit=target.limit
    )


def _report(made: Comparison, target: Output) -> None:
    """What was written, what was not read and what is doubted, on stderr."""
    from rashomon.app import problem_line
    from rashomon.render.safe import line

    for path in (target.file, target.html):
        if path:
            click.echo(f"Wrote {path}", err=True)
    if made.problems:
        click.echo(f"Not read ({len(made.problems)}):", err=True)
    for problem in made.problems[:PROBLEMS_SHOWN]:
        click.echo(f"  {line(problem_line(problem))}", err=True)
    if len(made.problems) > PROBLEMS_SHOWN:
        click.echo(f"  and {len(made.problems) - PROBLEMS_SHOWN} more", err=True)
    doubts = [f"{report.input}: {doubt}" for report in made.reports for doubt in report.doubts]
    if doubts:
        click.echo(f"Doubted, and kept as stated ({len(doubts)}):", err=True)
    for doubt in doubts[:PROBLEMS_SHOWN]:
        click.echo(f"  {line(doubt)}", err=True)
    if len(doubts) > PROBLEMS_SHOWN:
        click.echo(f"  and {len(doubts) - PROBLEMS_SHOWN} more", err=True)


def _show_removed(made: Comparison) -> None:
    """What of each report's page is no part of its text, and who took its pictures, on stderr."""
    from rashomon.render.removed import lines

    for shown in lines(made.reports):
        click.echo(shown, err=True)
