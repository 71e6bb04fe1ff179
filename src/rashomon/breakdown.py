"""The whole core in one page: reports -> Breakdown.

A pure function: no clock, no disk, no network, no chance.  The same reports give the same
breakdown, in whatever order they come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from rashomon import langs
from rashomon.claims import claims, namesakes
from rashomon.copies import origins
from rashomon.facets import facets
from rashomon.facets.exclusives import exclusives
from rashomon.langs import LANGUAGES
from rashomon.model import Breakdown, Claim, Origin, Passage, Reading, Report, Story
from rashomon.ports import Reader
from rashomon.text import sentences
from rashomon.text.dates import utc


def breakdown(
    reports: Sequence[Report],
    *,
    reader: Reader | None = None,
    max_facets: int = 200,
    max_exclusives: int = 30,
    progress: Callable[[int, int], None] | None = None,
) -> Breakdown:
    """What the reports of one story agree on, where they differ, and what only one of them has.

    Reports in a language that cannot be read yet are in the breakdown but in no story.  ``reader`` reads
    their sentences (None: the rules do alone); ``progress(done, all)`` is told how many are read.
    """
    ordered = tuple(sorted(reports, key=_place))
    read = tuple(report for report in ordered if can_read(report))
    found = origins(ordered)
    stories: tuple[Story, ...] = ()
    if len(read) > 1:
        lexicon = langs.load("en")
        readings: Sequence[Reading | None] = [None] * len(read)
        if reader:
            readings = reader.read([Passage(r.text, sentences(r.text, lexicon)) for r in read], progress)
        stated = tuple(
            claim for report, reading in zip(read, readings, strict=True) for claim in claims(report, lexicon, reading)
        )
        stories = (_story(read, stated, found, max_facets, max_exclusives),)
    return Breakdown(reports=ordered, origins=found, stories=stories)


def can_read(report: Report) -> bool:
    """Whether the report's language can be read; an unknown language is taken for the default one."""
    return report.language is None or report.language.split("-")[0] in LANGUAGES


def _story(
    reports: Sequence[Report], told: Sequence[Claim], descent: Sequence[Origin], max_facets: int, max_exclusives: int
) -> Story:
    lexicon = langs.load("en")
    known = {report.id: report for report in reports}
    stated, spellings = namesakes.unify(told, lexicon)
    asked = facets(reports, stated, descent, lexicon)
    return Story(
        id="s1",
        title=_title(reports, stated),
        reports=tuple(report.id for report in reports),
        facets=asked[:max_facets],
        exclusives=exclusives(known, stated, asked, descent)[:max_exclusives],
        spellings=spellings,
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
