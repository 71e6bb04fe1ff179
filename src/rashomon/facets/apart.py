"""What tells two figures apart: they are of different days, times past, places, or somebody else's doing.

Tolls of two attacks share nearly all their words; what they do not share is when, where and who.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from rashomon.facets.times import MONTHS, kind
from rashomon.langs import Lexicon
from rashomon.model import Claim, Figure, Report, Span
from rashomon.text import tokens
from rashomon.text.dates import utc

_ALIKE = 5  # letters that a name and what comes of it share (“Ruritania”, “Ruritanian”)
_SPELLED = 0.7  # share of letters that two spellings of a name have in common
_SHORT = 3  # letters of a name that is none of a place
_PERIOD = 2  # words behind "since", or behind a number of days, that tell of a period
_DAY = 24  # hours
_LONG = 30  # terms of a sentence whose clauses are of different things
_OFTEN = 0.08  # share of a story's sentences that name a place which tells little apart
_DAYS = ("weekday", "date")
_PAST = ("year", "month")
_RECENT = ("weekday", "daypart", "relative")  # times since which an event at hand is counted

Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where what a claim tells took place, as its clause says, or else the sentence around it.

    ``past`` are years, months and words that look back, other than those in which the report was published.
    ``act`` is the sense of what took place, "" where it is not known, and ``extents`` are the figures of the claim
    that tell how far it reached ("in five regions").
    """

    days: tuple[frozenset[str], ...]
    past: frozenset[str]
    places: frozenset[str]
    act: str = ""
    extents: frozenset[Span] = frozenset()


def settings(claims: Sequence[Claim], reports: Mapping[str, Report], lexicon: Lexicon) -> list[Setting]:
    """The setting of each claim."""
    often = _often(claims)
    when = _around(claims, lambda claim: {part for time in claim.times for part in time.parts})
    where = _around(claims, lambda claim: {s for s in claim.sites if len(s) > _SHORT} - often)
    days = _inherited(claims, [{t for t in times if kind(t) in _DAYS} for times in when], reports)
    back = _around(claims, lambda claim: _looks_back(claim, reports[claim.report], lexicon))
    return [
        Setting(
            days=tuple(frozenset(t for t in on if kind(t) == wanted) for wanted in _DAYS),
            past=frozenset(t for t in times if kind(t) in _PAST and t not in _published(reports[claim.report]))
            | frozenset(looks),
            places=frozenset(sites),
            act=claim.event.sense if claim.event else "",
            extents=_extents(claim, reports[claim.report], lexicon),
        )
        for claim, times, on, sites, looks in zip(claims, when, days, where, back, strict=True)
    ]


def _around(claims: Sequence[Claim], told: Callable[[Claim], Collection[str]]) -> list[Collection[str]]:
    """What each claim tells; of one that tells nothing, its sentence, or in a long one the clauses beside it."""
    whole: dict[Place, list[Claim]] = {}
    for claim in claims:
        whole.setdefault((claim.report, claim.sentence), []).append(claim)
    found: list[Collection[str]] = []
    for claim in claims:
        beside = whole[claim.report, claim.sentence]
        if sum(len(c.terms) for c in beside) > _LONG:
            at = beside.index(claim)
            beside = beside[max(0, at - 1) : at + 2]
        found.append(told(claim) or {t for c in beside for t in told(c)})
    return found


def _inherited(
    claims: Sequence[Claim], found: Sequence[Collection[str]], reports: Mapping[str, Report]
) -> list[Collection[str]]:
    """What was found of each claim; where nothing was, what the one before it in its paragraph has, and of a
    headline the first sentence below it."""
    filled = list(found)
    for at, (before, claim) in enumerate(pairwise(claims), 1):
        text = reports[claim.report].text
        near = before.report == claim.report and "\n" not in text[before.span.end : claim.span.start]
        if near and not filled[at]:
            filled[at] = filled[at - 1]
    for at in range(len(claims) - 2, -1, -1):
        headline = claims[at].span.end <= reports[claims[at].report].body
        if headline and not filled[at] and claims[at + 1].report == claims[at].report:
            filled[at] = filled[at + 1]
    return filled


def _extents(claim: Claim, report: Report, lexicon: Lexicon) -> frozenset[Span]:
    """The counts without a scope that stand behind a preposition of place, or with a bound that may be one ("over")."""
    counts = [figure for figure in claim.figures if not figure.unit and not figure.scope]
    if not counts:
        return frozenset()
    words = tokens(report.text, *claim.span)
    opens = lexicon.grammar["extent"]
    return frozenset(
        figure.span
        for figure in counts
        for before, word in pairwise((None, *words))
        if word and word.start == figure.span.start and (word.lower in opens or (before and before.lower in opens))
    )


def _looks_back(claim: Claim, report: Report, lexicon: Lexicon) -> set[str]:
    """The marks of a clause that looks back on times past ("last year") or over a period ("since", "in two weeks")."""
    words = [word.lower for word in tokens(report.text, *claim.span)]
    found = {f"{a}-{b}" for a, b in pairwise(words)} & lexicon.grammar["looks-back"]
    if any(_opens_period(words, at, lexicon) for at in range(len(words))):
        found.add("period")
    return found


def _opens_period(words: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a period begins here: “since the war began”, “the past two weeks”; not “the most since …”."""
    if words[at] in lexicon.grammar["since"]:
        recent = any(lexicon.times.get(word) in _RECENT for word in words[at + 1 : at + 1 + _PERIOD])
        return not recent and not any(w.endswith("est") or w in lexicon.grammar["superlative"] for w in words[:at])
    behind = (lexicon.units.get(word) for word in words[at + 2 : at + 2 + _PERIOD])
    return words[at] in lexicon.grammar["past"] and any(
        unit and unit.base == "h" and unit.factor >= _DAY for unit in behind
    )


def _published(report: Report) -> frozenset[str]:
    """The year and the month in which a report was published; none where it is not known."""
    date = utc(report.published)
    return frozenset((date[:4], MONTHS[int(date[5:7]) - 1])) if date else frozenset()


def _often(claims: Sequence[Claim]) -> frozenset[str]:
    """Places that many sentences name: the story's country, mostly."""
    held = {(claim.report, claim.sentence, site) for claim in claims for site in claim.sites}
    sentences = len({(claim.report, claim.sentence) for claim in claims})
    counts = Counter(site for _, _, site in held)
    return frozenset(site for site, n in counts.items() if n > max(2, _OFTEN * sentences))


def apart(a: Figure, x: Setting, b: Figure, y: Setting) -> str | None:
    """What tells two figures apart: "day", "past", "place", "act", "doer" or "owner"; None for nothing."""
    if any(p and q and not p & q for p, q in zip(x.days, y.days, strict=True)):
        return "day"
    if _past(a, x) != _past(b, y) and not _past(a, x) & _past(b, y):
        return "past"
    if x.places and y.places and not related(x.places, y.places):
        return "place"
    if x.act and y.act and x.act != y.act and a.span in x.extents and b.span in y.extents:
        return "act"
    if a.by and b.by and not related(a.by, b.by):
        return "doer"
    own, other = _owners(a), _owners(b)
    return "owner" if own and other and not related(own, other) else None


def _past(figure: Figure, setting: Setting) -> frozenset[str]:
    """What looks back around a figure; a period tells tolls apart, not what is counted once."""
    return setting.past if figure.scope else setting.past - {"period"}


def _owners(figure: Figure) -> list[str]:
    """The names among what is counted (“Ruritanian drones”)."""
    return [word.lower() for word in figure.noun.split() if word[:1].isupper()]


def related(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two sets of names have a word in common, the beginnings of one, or two spellings of one."""
    if set(a) & set(b):
        return True
    first, second = ({word.lower() for name in names for word in name.split()} for names in (a, b))
    return any(_one_name(x, y) for x in first for y in second)


@lru_cache(maxsize=4096)
def _one_name(a: str, b: str) -> bool:
    return a[:_ALIKE] == b[:_ALIKE] or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SPELLED
