"""``rashomon check``: a summary against the articles that it sums up."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.cli.options import FILE, reading, settings, showing
from rashomon.cli.output import check_target, columns, is_colored, to_file, to_stdout
from rashomon.cli.progress import Bar

FLAGGED = 1

HELP = """Compare a summary with the articles that it sums up, claim by claim.

SUMMARY is a file, an http(s) address, or - for the summary's text on stdin. An ARTICLE is a file, a folder, a
pattern or an address. Each claim is supported, or it has the wrong speaker, a changed quotation, a changed figure
or lost its attribution, or it is not in the article.

Without --against, SUMMARY is a page that holds summaries and their articles.

\b
Examples:
  rashomon check summary.txt --against article.html
  rashomon check summary.txt --against first.html --against second.html --format json
  pbpaste | rashomon check - --against https://example.org/article

\b
Exit codes:
  0 every claim is supported    1 a claim is flagged    2 usage    3 nothing to compare
"""


@click.command(help=HELP, short_help="Compare a summary with its articles, claim by claim.")
@click.argument("summary", metavar="SUMMARY", type=click.Path())
@click.option(
    "--against", "articles", metavar="ARTICLE", multiple=True, type=click.Path(), help="What it sums up; repeatable."
)
@click.argument("more", metavar="[ARTICLE]...", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="How to show it.",
)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write to FILE instead of stdout.")
@reading
@showing
def check(
    summary: str,
    articles: tuple[str, ...],
    more: tuple[str, ...],
    format_: str,
    output: Path | None,
    outlets: Path | None,
    layouts: Path | None,
    allow_private: bool,
    max_bytes: int | None,
    timeout: float | None,
    reader: str | None,
    color: str,
    width: int | None,
    quiet: bool,
) -> int:
    """Read, check, write; the exit code."""
    if more and not articles:
        raise click.UsageError("articles follow --against.")
    file = None if output == Path("-") else output
    if file:
        check_target(file, "--output")
    from rashomon import app
    from rashomon.render import as_json, checks_terminal
    from rashomon.render.safe import line

    chosen = settings(layouts, allow_private, max_bytes, timeout, reader)
    with Bar(quiet) as progress:
        made = app.check(summary, (*articles, *more), chosen, outlets_file=outlets, progress=progress, stdin=sys.stdin)
    if format_ == "json":
        text = as_json.render_checks(made)
    else:
        text = checks_terminal.render_checks(made, width=columns(file, width), color=is_colored(file, color))
    if file:
        to_file(file, text, "--output")
    else:
        to_stdout(text)
    for problem in () if quiet else made.problems:
        click.echo(f"Not read: {line(app.problem_line(problem))}", err=True)
    return FLAGGED if any(found.verdict != "supported" for found in made.checks) else 0
