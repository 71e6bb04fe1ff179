"""What comes out: origins, facets and the breakdown."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.kinds import Bound, Dated, FacetKind, LinkKind, RelationKind, Span, Status, Verdict
from rashomon.model.reports import Problem, Report


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a report that answers a facet.

    ``quote == text[span]``, at most 45 words, is the clause that answers with as much of its sentence around
    as helps to understand it; ``clause`` is where the clause itself stands (None: it is all of the quote).
    """

    report: str
    span: Span
    sentence: Span
    quote: str
    answer: str
    speaker: str | None = None
    cue: str | None = None
    via: str | None = None
    clause: Span | None = None

    @property
    def words(self) -> str:
        """The words of the clause that answers."""
        start, end = self.clause or self.span
        return self.quote[start - self.span.start : end - self.span.start]


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the different answers to a facet; ``origins`` counts the independent origins behind it.

    ``value`` is the normalised value ("41", "40-45", "2014-06-02"), or None where there is none.
    """

    id: str
    label: str
    value: str | None
    origins: int
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two variants of a facet stand to each other, with the reason in one sentence."""

    variants: tuple[str, str]
    relation: RelationKind
    reason: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One question of fact that claims of two or more reports answer."""

    id: str
    question: str
    kind: FacetKind
    status: Status
    variants: tuple[Variant, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One value of a series: who gives it, for what time, and the mention that is its evidence.

    ``low`` to ``high`` (None: nothing bounds it above) is the interval that the words ``label`` leave open, in the
    series' unit.  ``party`` is the side that the speaker is of, None when the report says it itself.

    ``as_of`` is an RFC 3339 date or date-time, or None.  ``dated`` says how it is known: "stated", the claim names
    the day; "report", the report was last changed then; "before", the report tells it as outdated, so that it was
    true at some time before ``as_of``; "unknown", the report has no date.  ``time`` is the time that the claim
    names, as `Claim.times` writes it.  ``facet`` and ``variant`` are ids.
    """

    low: float
    high: float | None
    bound: Bound
    label: str
    party: str | None
    as_of: str | None
    dated: Dated
    time: str | None
    facet: str
    variant: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Series:
    """A quantity of which parties, or reports of different times, give different values.

    ``unit`` is what the rows' values are in (None for a plain count).  ``parties`` are in the order of how often
    they speak; ``rows`` in the order of time, those of unknown time last.
    """

    id: str
    question: str
    unit: str | None
    parties: tuple[str, ...]
    rows: tuple[SeriesRow, ...]


@dataclass(frozen=True, slots=True)
class Exclusive:
    """A claim that only one report of the story has."""

    report: str
    span: Span
    sentence: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Link:
    """Why two reports belong to one origin.

    ``share`` is the part of the smaller text in the other, 0 to 1; ``quote`` the longest run of words that both
    have, or the credit, as the first report writes it.  ``reason`` says in a sentence what shows it.  ``source`` is
    the id of the report that the other one was copied from, None where nothing tells; ``confidence`` is how sure that
    direction is, 0 (not known) to 1.
    """

    reports: tuple[str, str]
    kind: LinkKind
    share: float
    quote: str
    reason: str = ""
    source: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """A number that a copy has otherwise than the text it was copied from.

    ``reports`` are the source and the copy (in the order of the link where nothing tells which is which), ``spans``
    the sentence of each, ``values`` the words of the number in each.  ``reason`` is one sentence.
    """

    reports: tuple[str, str]
    spans: tuple[Span, Span]
    quotes: tuple[str, str]
    values: tuple[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The reports that descend from one text; agreement is counted in origins.

    Every report is in ``reports`` of exactly one origin.  ``also`` are reports of other origins that draw on this one
    too; their links to it are in ``links``.  ``changes`` are numbers that differ inside its copies.
    """

    id: str
    agency: str | None
    reports: tuple[str, ...]
    links: tuple[Link, ...] = ()
    also: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """What an article says to one claim of a summary of it.

    ``report`` and ``span`` are the summary's words, ``quote``; ``article``, ``article_span`` and ``article_quote``
    the words of the article that it was compared with (None where the article has nothing like it).
    """

    report: str
    span: Span
    quote: str
    verdict: Verdict
    article: str
    article_span: Span | None
    article_quote: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one event with what they agree and differ on; most contested facets first.

    ``spellings`` says which spellings of a speaker's name were taken for one, and why, a sentence each.
    """

    id: str
    title: str
    reports: tuple[str, ...]
    facets: tuple[Facet, ...]
    exclusives: tuple[Exclusive, ...]
    spellings: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The result: reports, origins and stories.

    A report that stands in no story was not compared (its language cannot be read yet).
    ``problems`` are inputs that could not be read at all; the edge that read them adds them.  ``checks`` are the
    claims of reports that sum up another report of the breakdown, compared with it.
    """

    reports: tuple[Report, ...]
    origins: tuple[Origin, ...]
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()
    checks: tuple[Check, ...] = ()

    def report(self, id: str) -> Report:
        """The report with this id.  Raises KeyError when there is none."""
        for report in self.reports:
            if report.id == id:
                return report
        raise KeyError(id)

    def origin_of(self, report: str) -> Origin:
        """The origin that a report (its id) belongs to.  Raises KeyError when there is none."""
        for origin in self.origins:
            if report in origin.reports:
                return origin
        raise KeyError(report)

    @property
    def compared(self) -> frozenset[str]:
        """The ids of the reports that stand in a story."""
        return frozenset(id for story in self.stories for id in story.reports)
