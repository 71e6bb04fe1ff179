"""The words of Rashomon as immutable data.

Every offset is a count of Unicode code points into the ``text`` of the report it belongs to, half open, and
``text[start:end]`` is exactly what was quoted.  Needs the standard library only and does nothing but hold values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

OutletKind = Literal["agency", "newspaper", "broadcaster", "magazine", "website", "aggregator", "government", "other"]
ReportKind = Literal["article", "summary", "live-entry", "related"]
FacetKind = Literal["quantity", "time", "place", "person", "actor", "cause", "means", "outcome", "statement", "other"]
RelationKind = Literal["compatible", "update", "conflict"]
Status = Literal["agree", "compatible", "update", "conflict"]
LinkKind = Literal["verbatim", "rewrite", "credit"]
EntityKind = Literal["PER", "LOC", "ORG"]
Grain = Literal["decade", "year", "month", "week", "day", "part", "hour", "minute"]
Edge = Literal["at", "before", "after", "about"]
Bound = Literal["exact", "at least", "more than", "at most", "less than", "about"]
Role = Literal["agent", "patient", "recipient", "instrument", "cause", "purpose", "place", "time", "manner"]
Polarity = Literal["affirmed", "denied"]
Modality = Literal["actual", "planned", "possible", "demanded", "conditional", "unverified"]
Tense = Literal["past", "now", "to come"]
Dated = Literal["stated", "report", "before", "unknown"]


class Span(NamedTuple):
    """A half-open range of code points: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes.  ``country`` is ISO 3166-1 alpha-2, ``language`` BCP 47; None is unknown."""

    name: str
    domain: str | None = None
    country: str | None = None
    language: str | None = None
    kind: OutletKind = "other"


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that names an agency as origin; ``quote`` is the exact words at ``span``."""

    agency: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """One text of one outlet.

    ``text`` starts with the headline where the report has one; ``body`` is the offset at
    which the article proper begins (0 when there is no headline in it).  ``input`` is the
    file or address as the user gave it, ``source_id`` the input's own id for the report.
    ``published`` and ``updated`` are RFC 3339 dates or date-times.  ``id`` is unique in a
    breakdown and does not depend on the order of the inputs.
    """

    id: str
    input: str
    text: str
    body: int = 0
    source_id: str | None = None
    outlet: Outlet | None = None
    language: str | None = None
    title: str | None = None
    url: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    kind: ReportKind = "article"
    credits: tuple[Credit, ...] = ()

    @property
    def country(self) -> str | None:
        """The outlet's country, ISO 3166-1 alpha-2."""
        return self.outlet.country if self.outlet else None


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, or a part of one, that could not be read: what, where, why and what to do."""

    input: str
    place: str | None
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from one file or address: its reports, in the order they stand there."""

    input: str
    reports: tuple[Report, ...]
    problems: tuple[Problem, ...] = ()


class Passage(NamedTuple):
    """What a reader is given: a text and where its sentences stand in it, in order."""

    text: str
    sentences: tuple[Span, ...]


class ReadWord(NamedTuple):
    """A word as a reader sees it; ``start`` and ``end`` are offsets into the passage's text.

    ``upos``, ``xpos`` and ``label`` are the tags of Universal Dependencies (universal part of speech, the
    treebank's own, the relation to the head); ``head`` is the place of the head among the sentence's words,
    -1 for a root.  A sentence that is too long to be read at once has a root for each part.
    """

    start: int
    end: int
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str


class Entity(NamedTuple):
    """A name of a person (PER), place (LOC) or organisation (ORG)."""

    start: int
    end: int
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence that was read.

    ``rows`` holds a vector for each word, one after the other, as little-endian 16-bit floats; the
    mean of the rows of a span, normalised, is the span's vector (`rashomon.reading.vectors`).  It is
    empty when a reader makes no vectors.
    """

    span: Span
    words: tuple[ReadWord, ...]
    entities: tuple[Entity, ...]
    rows: bytes = b""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one attribution: where its source, its cue and its content stand; each may be in pieces or missing.

    ``depth`` is 0 for what the report itself attributes, 1 for an attribution inside a content, and so on.
    """

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in a passage: its sentences as given, its attributions by their first words."""

    sentences: tuple[ReadSentence, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it.  ``via`` is the medium it came through ("told AFP").

    ``direct`` is true when the words stand in quotation marks.
    """

    speaker: str
    cue: str | None = None
    via: str | None = None
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a claim uses it: the interval [low, high] that it leaves open.

    ``high`` is None when nothing bounds it above.  ``unit`` is a normalised unit ("km", "USD",
    "percent", "hour") or None for a plain count; ``counted`` holds the stems of what is counted,
    head noun last, and ``noun`` the same as written; ``label`` is the words of the figure with its
    bound and unit; ``span`` is where these words stand.  ``scope`` marks what the same nouns do not
    tell apart ("killed"; "part" for a part of a whole named before).  ``whole`` is the whole that it
    is said to be a part of (84 in “52 out of 84”), and ``by`` the names of who did it ("launched by …"),
    in lower case, where a reader has read the sentence.
    """

    low: float
    high: float | None
    bound: Bound
    unit: str | None
    counted: tuple[str, ...]
    scope: tuple[str, ...]
    noun: str
    label: str
    span: Span
    whole: float | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """When something happens, as a claim tells it.

    ``label`` is its words and ``span`` where they stand.  ``parts`` are the words normalised and sorted
    ("jun 2", "monday", "2014"): what it says whenever the report was written.  ``grain`` is how fine it is.
    ``start`` and ``end`` are the half-open interval that it leaves open, as ISO 8601 dates or local date-times,
    where the words and the report's date tell it; of a time with the ``bound`` "before" or "after" one is None.
    ``value`` is that interval as ISO 8601 writes it ("2014-06", "2014-06-02T18:00/2014-06-03T06:00", ".." for an
    open end), or the parts where it is not known.
    ``hours`` are those of its day that a part of the day or a clock leaves open, past 24 where they reach into
    the next one; ``share`` is the part of it that "early" or "late" leaves, 0 to 1.  ``zone`` is the offset from
    UTC ("+01:00") where the zone is stated, or its name.
    """

    label: str
    span: Span
    parts: tuple[str, ...]
    grain: Grain
    value: str
    start: str | None = None
    end: str | None = None
    bound: Edge = "at"
    hours: tuple[float, float] | None = None
    share: tuple[float, float] | None = None
    zone: str | None = None


class Located(NamedTuple):
    """A place that a claim names: the name as written, the preposition before it and the lemma of what it locates.

    ``inside`` are the names behind it that say what it lies in ("Orm, Northshire").
    """

    name: str
    case: str
    of: str
    inside: tuple[str, ...] = ()


class Described(NamedTuple):
    """A person whom a claim names with an office or a role: the name, and the words that describe it, as written."""

    name: str
    words: str


class Participant(NamedTuple):
    """Who or what takes part in an event: the role, the words as written, the lemma of their head, where they stand."""

    role: Role
    words: str
    head: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """What a clause says takes place.

    ``predicate`` is the lemma of the word at ``span`` that tells it; ``sense`` names the class of predicates
    that tell the same ("kill" for “death”), "" where none is known.  ``polarity`` is denied when the clause, or
    what it hangs on, says that it does not take place; ``modality`` is how it is told: as a fact, as still to
    come, as perhaps so, as what should be, as hanging on something, or as told without proof.  A participant
    may stand in another clause of the sentence.
    """

    predicate: str
    sense: str
    span: Span
    participants: tuple[Participant, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one report: its words and place, who said it, and its parts.

    ``span`` is the clause, at most 45 words, inside ``sentence``.  ``terms`` are the stems of
    its content words in order, ``names`` the proper names in it, ``figures`` its numbers,
    ``times`` its expressions of time.  ``places``, ``persons``, ``event`` and ``sites`` (the names of
    places, wherever they stand) are known where a reader has read the sentence.
    """

    report: str
    span: Span
    sentence: Span
    attribution: Attribution | None
    terms: tuple[str, ...]
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    denied: bool = False
    places: tuple[Located, ...] = ()
    persons: tuple[Described, ...] = ()
    event: Event | None = None
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A judgement on a pair: a score between 0 and 1 and its reasons in plain words."""

    score: float
    reasons: tuple[str, ...]


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
    """Why two reports belong to one origin.  ``share`` is the part of the smaller text in the other, 0 to 1."""

    reports: tuple[str, str]
    kind: LinkKind
    share: float
    quote: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The reports that descend from one text; agreement is counted in origins."""

    id: str
    agency: str | None
    reports: tuple[str, ...]
    links: tuple[Link, ...] = ()


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
    ``problems`` are inputs that could not be read at all; the edge that read them adds them.
    """

    reports: tuple[Report, ...]
    origins: tuple[Origin, ...]
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()

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
