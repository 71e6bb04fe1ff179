"""The whole core in one page: reports -> Breakdown.

A pure function: no clock, no disk, no network, no chance.  The same reports give the same
breakdown, in whatever order they come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from rashomon import langs
from rashomon.checks import checks
from rashomon.claims import claims, namesakes
from rashomon.copies import origins
from rashomon.facets import facets
from rashomon.facets.exclusives import exclusives
from rashomon.facets.judge import FITTED_ON
from rashomon.facets.tables import tables
from rashomon.langs import is_read
from rashomon.model import Breakdown, Check, Claim, Origin, Passage, Reading, Report, Story
from rashomon.ports import Reader
from rashomon.text import sentences
from rashomon.text.dates import utc


def breakdown(
    reports: Sequence[Report],
    *,
    reader: Reader | None = None,
    max_facets: int = 400,
    max_exclusives: int = 30,
    progress: Callable[[int, int], None] | None = None,
) -> Breakdown:
    """What the reports of one story agree on, where they differ, and what only one of them has.

    Reports in a language that cannot be read yet are in the breakdown but in no story.  ``reader`` reads
    their sentences (None: the rules do alone); ``progress(done, all)`` is told how many are read.
    """
    known = ordered(reports)
    read = tuple(report for report in known if can_read(report))
    found = origins(known)
    stories: tuple[Story, ...] = ()
    seen: Mapping[str, Reading] = {}
    if len(read) > 1:
        seen = readings(read, reader, progress)
        known_vectors = seen if reader and reader.version.startswith(FITTED_ON) else {}
        stories = (_story(read, seen, known_vectors, found, max_facets, max_exclusives),)
    return Breakdown(reports=known, origins=found, stories=stories, checks=summed_up(read, reader, seen))


def summed_up(
    reports: Sequence[Report], reader: Reader | None = None, readings: Mapping[str, Reading] | None = None
) -> tuple[Check, ...]:
    """The summaries among the reports against the reports that they sum up (`Report.of`), if these are there, too."""
    known = {report.id: report for report in reports}
    pairs = ((report, known[report.of]) for report in reports if report.of in known and report.of != report.id)
    lexicon = langs.load("en")
    return tuple(check for summary, whole in pairs for check in checks(summary, [whole], lexicon, reader, readings))


def ordered(reports: Sequence[Report]) -> tuple[Report, ...]:
    """Reports in an order that does not depend on the one they came in: by date, outlet and input."""
    return tuple(sorted(reports, key=_place))


def can_read(report: Report) -> bool:
    """Whether the report's language can be read; an unknown language is taken for the default one."""
    return is_read(report.language)


def readings(
    reports: Sequence[Report], reader: Reader | None, progress: Callable[[int, int], None] | None = None
) -> dict[str, Reading]:
    """What the reader found in each report; nothing without one."""
    if reader is None:
        return {}
    passages = [Passage(report.text, sentences(report.text, langs.load("en"))) for report in reports]
    return {report.id: seen for report, seen in zip(reports, reader.read(passages, progress), strict=True)}


def stated(reports: Sequence[Report], readings: Mapping[str, Reading]) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims of reports with the spellings of speakers' names unified, and what was unified, a sentence each."""
    lexicon = langs.load("en")
    told = [claim for report in reports for claim in claims(report, lexicon, readings.get(report.id))]
    return namesakes.unify(told, lexicon)


def _story(
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    vectors: Mapping[str, Reading],
    descent: Sequence[Origin],
    max_facets: int,
    max_exclusives: int,
) -> Story:
    known = {report.id: report for report in reports}
    told, spellings = stated(reports, readings)
    asked = facets(reports, told, descent, langs.load("en"), vectors)
    shown = asked[:max_facets]
    return Story(
        id="s1",
        title=_title(reports, told),
        reports=tuple(report.id for report in reports),
        facets=shown,
        exclusives=exclusives(known, told, asked, descent)[:max_exclusives],
        spellings=spellings,
        series=tables(shown, told, known, langs.load("en")),
    )


def _place(report: Report) -> tuple[str, ...]:
    """A report's place among the others, from what it is and not from where it came in the list."""
    outlet = report.outlet.name if report.outlet else ""
    return (utc(report.published) or "9", outlet, report.input, report.source_id or "", report.id)


def _title(reports: Sequence[Report], stated: Sequence[Claim]) -> str:
    """The story's title: the headline whose words most reports share; the shorter one of two."""
    spread = Counter(term for term, _ in {(term, claim.report) for claim in stated for term in claim.terms})
    body = {report.id: report.body for report in reports}
    ranked: dict[str, float] = {}
    for claim in (claim for claim in stated if claim.span.end <= body[claim.report]):
        ranked[claim.report] = ranked.get(claim.report, 0.0) + sum(spread[term] - 1 for term in set(claim.terms))
    titled = sorted((-ranked.get(r.id, 0.0) / (4 + len(r.title.split())), r.title) for r in reports if r.title)
    return titled[0][1] if titled else "Untitled story"
