"""The words of a language, as data.

Each folder beside this file is a language (``en``).  Its files hold words, not code; ``#`` starts
a comment.  ``load`` reads them once into a frozen Lexicon.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast

from rashomon.model import Bound, RelationKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: the base it converts to, the factor (``mile``: ``m``, 1609.344) and what is added then."""

    base: str
    factor: float
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Opposites:
    """Words that exclude other words, and whether that is a ``conflict`` or an ``update``."""

    relation: RelationKind
    words: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the core knows of one language.  Words are lower case; forms map to their base.

    ``calendar`` maps kinds of words of time ("month", "hours") to the words and the numbers they stand for.
    ``rarity`` maps a stem to its inverse document frequency in general news, in nats;
    ``rarest`` is the value of a stem that is not in it.
    """

    language: str
    abbreviations: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    stopwords: frozenset[str]
    reporting: Mapping[str, str]
    speaker_nouns: frozenset[str]
    not_speakers: frozenset[str]
    titles: frozenset[str]
    pronouns: Mapping[str, str]
    negations: frozenset[str]
    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    fractions: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    bounds_before: Mapping[str, Bound]
    bounds_after: Mapping[str, Bound]
    units: Mapping[str, Unit]
    classes: Mapping[str, str]
    scopes: Mapping[str, str]
    parts: frozenset[str]
    times: Mapping[str, str]
    calendar: Mapping[str, Mapping[str, tuple[float, ...]]]
    modality: Mapping[str, str]
    opposites: tuple[Opposites, ...]
    questions: Mapping[str, str]
    senses: Mapping[str, str]
    events: Mapping[str, tuple[str, ...]]
    grammar: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]
    rarest: float


LANGUAGES = ("en",)


def is_read(language: str | None) -> bool:
    """Whether texts of a language (BCP 47) can be read; None is taken for one that can."""
    return language is None or language.split("-")[0].lower() in LANGUAGES


@cache
def load(language: str = "en") -> Lexicon:
    """The lexicon of a language.  Raises KeyError for one that is not shipped."""
    if language not in LANGUAGES:
        raise KeyError(language)
    numbers = dict(_pairs(language, "numbers"))
    bounds = dict(_pairs(language, "bounds"))
    rarity, rarest = _rarity(language)
    return Lexicon(
        language=language,
        abbreviations=_words(language, "abbreviations"),
        may_end=_words(language, "may_end"),
        openers=_words(language, "openers"),
        stopwords=_words(language, "stopwords"),
        reporting=_forms(language, "reporting"),
        speaker_nouns=_with_plurals(_words(language, "speaker_nouns")),
        not_speakers=_words(language, "not_speakers"),
        titles=_words(language, "titles"),
        pronouns=MappingProxyType(dict(_pairs(language, "pronouns"))),
        negations=_words(language, "negations"),
        numbers=MappingProxyType({k: float(v) for k, v in numbers.items() if v.replace(".", "").isdigit()}),
        fractions=MappingProxyType({k: _fraction(v) for k, v in numbers.items() if "/" in v}),
        multipliers=MappingProxyType({k: float(v[1:]) for k, v in numbers.items() if v.startswith("x")}),
        vague=MappingProxyType({k: _range(v) for k, v in _pairs(language, "vague")}),
        bounds_before=MappingProxyType({k: cast(Bound, v) for k, v in bounds.items() if k[0] != ">"}),
        bounds_after=MappingProxyType({k[1:].strip(): cast(Bound, v) for k, v in bounds.items() if k[0] == ">"}),
        units=_units(language),
        classes=_forms(language, "classes"),
        scopes=_forms(language, "scopes"),
        parts=_words(language, "parts"),
        times=_forms(language, "times"),
        calendar=_calendar(language),
        modality=_forms(language, "modality"),
        opposites=tuple(_opposites(language)),
        grammar=MappingProxyType({key: frozenset(words.split()) for key, words in _pairs(language, "grammar")}),
        questions=MappingProxyType(dict(_pairs(language, "questions"))),
        senses=_forms(language, "senses"),
        events=MappingProxyType({key: tuple(words.split()) for key, words in _pairs(language, "events")}),
        rarity=rarity,
        rarest=rarest,
    )


def _lines(language: str, name: str) -> Iterator[str]:
    text = (files(__package__) / language / f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(word.lower() for line in _lines(language, name) for word in line.split())


def _with_plurals(nouns: frozenset[str]) -> frozenset[str]:
    """The nouns and their regular plurals."""
    plurals = (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in nouns if noun[-1] != "s")
    return nouns | frozenset(plurals)


def _pairs(language: str, name: str) -> Iterator[tuple[str, str]]:
    for line in _lines(language, name):
        key, _, value = line.partition(":")
        yield key.strip(), value.strip()


def _forms(language: str, name: str) -> Mapping[str, str]:
    return MappingProxyType({form: base for base, forms in _pairs(language, name) for form in forms.split()})


def _opposites(language: str) -> Iterator[Opposites]:
    for relation, sides in _pairs(language, "opposites"):
        words, others = (frozenset(side.split()) for side in sides.split("/"))
        yield Opposites(cast(RelationKind, relation), words, others)


def _fraction(text: str) -> float:
    part, _, whole = text.partition("/")
    return float(part) / float(whole)


def _range(text: str) -> tuple[float, float]:
    low, high = text.split()
    return float(low), float(high)


def _calendar(language: str) -> Mapping[str, Mapping[str, tuple[float, ...]]]:
    """Words of time by kind, each with its numbers."""
    found: dict[str, dict[str, tuple[float, ...]]] = {}
    for kind, line in _pairs(language, "calendar"):
        cells = line.split()
        for word, value in zip(cells[::2], cells[1::2], strict=True):
            found.setdefault(kind, {})[word] = tuple(map(float, value.split("_")))
    return MappingProxyType({kind: MappingProxyType(words) for kind, words in found.items()})


def _units(language: str) -> Mapping[str, Unit]:
    found: dict[str, Unit] = {}
    for key, words in _pairs(language, "units"):
        base, *numbers = key.split()
        found.update((word, Unit(base, *map(float, numbers))) for word in words.split())
    return MappingProxyType(found)


def _rarity(language: str) -> tuple[Mapping[str, float], float]:
    """A file of "stem documents"; its first row is the number of documents under the name "*"."""
    counts = {stem: int(n) for stem, n in (line.split() for line in _lines(language, "frequency"))}
    total = counts.pop("*")
    rarity = {stem: math.log((total + 1) / (n + 1)) for stem, n in counts.items()}
    return MappingProxyType(rarity), math.log(total + 1)
