"""Use cases: what the command line, the library's front door and later the web page ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from html import escape
from pathlib import Path
from typing import Any, TextIO

from rashomon.breakdown import breakdown
from rashomon.errors import BadSetting, TooFewReports, UsageError
from rashomon.model import Breakdown, Page, Problem, Report
from rashomon.ports import Fetcher, Reader
from rashomon.reading import choose
from rashomon.render.agreement import not_compared, why_not_compared
from rashomon.render.words import count
from rashomon.settings import Settings, checked, from_environment
from rashomon.sources import Progress, load_outlets, read
from rashomon.stores import readings

LISTED = 10
"""How many lines of what was not read a message holds."""


@dataclass(frozen=True, slots=True)
class Comparison(Breakdown):
    """A breakdown that shows itself in a notebook."""

    def _repr_html_(self) -> str:
        """The HTML report in a frame that can reach neither the notebook nor the network."""
        from rashomon.render import html

        page = escape(html.render(self), quote=True)
        return f'<iframe sandbox="allow-scripts allow-popups" srcdoc="{page}" style="width:100%;height:45rem"></iframe>'


def compare(
    inputs: Sequence[str | Path | Report],
    settings: Settings,
    *,
    outlets_file: Path | None = None,
    fetcher: Fetcher | None = None,
    progress: Progress | None = None,
    stdin: TextIO | None = None,
) -> Comparison:
    """Read the inputs and compare their reports.

    An input is a file, a folder, a pattern, an http(s) address, "-" (a list of these on ``stdin``) or a
    Report that is ready.  What cannot be read is in the comparison's ``problems``.

    Raises TooFewReports when fewer than two reports can be compared, UsageError when there are more than
    ``settings.max_reports`` or two have one id, and BadOutlets when ``outlets_file`` cannot be used.
    """
    places = [str(item) for item in inputs if not isinstance(item, Report)]
    ready = [item for item in inputs if isinstance(item, Report)]
    outlets = load_outlets(outlets_file)
    pages = read(places, settings, outlets=outlets, fetcher=fetcher, progress=progress, stdin=stdin) if places else ()
    reports = _checked([*ready, *(report for page in pages for report in page.reports)], settings)
    problems = _problems(pages)
    if len(reports) < 2:
        raise _too_few(len(reports), problems, ())
    if progress:
        progress(len(places), len(places), "comparing")
    made = breakdown(
        reports,
        reader=_reader(settings),
        max_facets=settings.max_facets,
        max_exclusives=settings.max_exclusives,
        progress=_reading(progress) if progress else None,
    )
    if len(made.compared) < 2:
        raise _too_few(len(made.compared), problems, not_compared(made))
    return Comparison(made.reports, made.origins, made.stories, (*made.problems, *problems))


def _reader(settings: Settings) -> Reader | None:
    """The reader of the settings, with what it read before."""
    chosen, folder = choose.reader(settings.reader), readings.folder(settings.cache)
    return readings.KeepingReader(chosen, folder, settings.cache_bytes) if chosen and folder else chosen


def _reading(progress: Progress) -> Callable[[int, int], None]:
    """Tells how many sentences are read, and then that they are compared."""
    return lambda done, total: progress(done, total, "reading sentences" if done < total else "comparing")


def configured(**values: Any) -> Settings:
    """The environment's settings with these values over them; a value of None leaves the environment's.

    Raises BadSetting when there is no such setting or it has a value that it cannot have.
    """
    known = {row.name for row in fields(Settings)}
    for name in sorted(values.keys() - known):
        raise BadSetting("there is no such setting", place=name, remedy=f"Settings are {', '.join(sorted(known))}.")
    given = {name: value for name, value in values.items() if value is not None}
    return checked(replace(from_environment(), **given))


def _problems(pages: Iterable[Page]) -> tuple[Problem, ...]:
    return tuple(problem for page in pages for problem in page.problems)


def _checked(reports: list[Report], settings: Settings) -> list[Report]:
    if len(reports) > settings.max_reports:
        raise UsageError(
            f"{len(reports)} reports are more than the {settings.max_reports} that one comparison takes",
            place="max_reports",
            remedy="Give fewer inputs, or set RASHOMON_MAX_REPORTS.",
        )
    seen: set[str] = set()
    for report in reports:
        if report.id in seen:
            raise UsageError(f"two reports have the id {report.id!r}", place=report.input, remedy="Give each its own.")
        seen.add(report.id)
    return reports


def _too_few(n: int, problems: Sequence[Problem], left_out: Sequence[Report]) -> TooFewReports:
    lines = [problem_line(problem) for problem in problems]
    lines += [f"{report.input}: {why_not_compared(report)}." for report in left_out]
    more = len(lines) - LISTED
    if more > 0:
        lines[LISTED - 1 :] = [f"and {more + 1} more"]
    found = f"{count(n, 'report')} can be compared" if n else "no report can be compared"
    remedy = "Give two or more reports of one event."
    return TooFewReports(f"{found} and two are needed", remedy="\n  ".join([remedy, *lines]))


def problem_line(problem: Problem) -> str:
    """A problem on one line: the place, what is wrong and what to do."""
    place = problem.place or problem.input
    where = place if problem.input in place else f"{problem.input}, {place}"
    return f"{where}: {problem.message.rstrip('.')}. {problem.remedy}".strip()
