"""Use cases: what the command line, the library's front door and later the web page ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from html import escape
from pathlib import Path
from typing import Any, TextIO

from rashomon import langs
from rashomon.breakdown import breakdown, can_read, summed_up
from rashomon.checks import checks
from rashomon.errors import BadSetting, Binary, InputError, TooFewReports, TooLarge, UsageError
from rashomon.model import Breakdown, Page, Problem, Report
from rashomon.ports import Fetcher, Reader
from rashomon.reading import choose
from rashomon.render.agreement import not_compared, why_not_compared
from rashomon.render.words import count
from rashomon.settings import Settings, checked, from_environment
from rashomon.sources import OutletTable, Progress, load_outlets, read
from rashomon.sources.pages import layouts_of, parse
from rashomon.sources.reports import report_of
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
    return Comparison(made.reports, made.origins, made.stories, (*made.problems, *problems), made.checks)


def check(
    summary: str | Path | Report,
    articles: Sequence[str | Path | Report],
    settings: Settings,
    *,
    outlets_file: Path | None = None,
    fetcher: Fetcher | None = None,
    progress: Progress | None = None,
    stdin: TextIO | None = None,
) -> Breakdown:
    """Compare a summary with the articles that it sums up; the result's ``checks`` hold a row for each claim.

    ``summary`` is a file, an address, "-" (its text on ``stdin``) or a Report.  Without articles it is a page that
    holds summaries and the articles that they sum up.  Raises TooFewReports when a side has nothing that can be read,
    BadOutlets when the table of outlets cannot be used.
    """
    outlets = load_outlets(outlets_file)
    given = _pages([summary], settings, outlets, fetcher, progress, stdin)
    whole = _pages(articles, settings, outlets, fetcher, progress, None)
    problems = _problems((*given, *whole))
    told = [report for page in given for report in page.reports if can_read(report)]
    against = [report for page in whole for report in page.reports if report.kind != "summary" and can_read(report)]
    reader = _reader(settings)
    if not articles:
        found = summed_up(told, reader)
        if not found:
            raise _nothing("no summary with its article is in it", problems)
        return Breakdown(tuple(told), (), (), problems, found)
    if not told or not against:
        raise _nothing(f"no {'summary' if not told else 'article'} can be compared", problems)
    against = _apart(told, against)
    sums = [replace(report, kind="summary", of=against[0].id) for report in told]
    found = tuple(c for report in sums for c in checks(report, against, langs.load("en"), reader))
    return Breakdown((*sums, *against), (), (), problems, found)


def _pages(
    inputs: Sequence[str | Path | Report],
    settings: Settings,
    outlets: OutletTable,
    fetcher: Fetcher | None,
    progress: Progress | None,
    stdin: TextIO | None,
) -> list[Page]:
    """The pages of inputs; ``-`` is a text on stdin where that is given."""
    pages = [Page(item.input, (item,)) for item in inputs if isinstance(item, Report)]
    places = [str(item) for item in inputs if not isinstance(item, Report)]
    if stdin and "-" in places:
        places.remove("-")
        pages.append(_typed(stdin, settings, outlets))
    return [*pages, *(read(places, settings, outlets=outlets, fetcher=fetcher, progress=progress) if places else ())]


def _typed(stdin: TextIO, settings: Settings, outlets: OutletTable) -> Page:
    """The reports of a text on stdin."""
    layouts = layouts_of(settings)
    try:
        text = stdin.read(settings.max_bytes + 1)
        if len(text) > settings.max_bytes:
            raise TooLarge(f"It is larger than {settings.max_bytes} bytes", remedy="Give less, or set --max-bytes.")
        found = parse(text, "", layouts)
    except UnicodeDecodeError:
        error: InputError = Binary("It is no text", remedy="Give the summary as UTF-8 text.")
        return Page("-", (), (error.problem("-"),))
    except InputError as error:
        return Page("-", (), (error.problem("-"),))
    return Page("-", tuple(report_of(draft, "-", outlets, layouts=layouts) for draft in found.drafts))


def _apart(told: Sequence[Report], against: Sequence[Report]) -> list[Report]:
    """The articles with ids that no summary has."""
    taken = {report.id for report in told}
    return [replace(report, id=f"{report.id}-article") if report.id in taken else report for report in against]


def _nothing(what: str, problems: Sequence[Problem]) -> TooFewReports:
    lines = [problem_line(problem) for problem in problems][:LISTED]
    return TooFewReports(what, remedy="\n  ".join(["Give a summary and, with --against, what it sums up.", *lines]))


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
