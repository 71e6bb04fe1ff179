"""What a report says, taken apart: claims and their parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rashomon.model.kinds import Bound, Edge, Grain, Modality, Polarity, Role, Span, Tense


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
