"""An atlas: which places the names of one story mean, and how two of them stand to each other.

A name that several places bear means the one that the story's other places speak for, and nothing where
they do not decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from rashomon.claims.gazetteer import Gazetteer, Spot, gazetteer
from rashomon.facets.sides import one_word
from rashomon.langs import Lexicon
from rashomon.model import Located
from rashomon.text.sounds import plain, sound

_SHORT = 5  # letters of a name from which its spelling may differ
_HOLDS = 4  # letters of a name that a longer one holds


class Standing(NamedTuple):
    """How two names of places stand, and why: one place, one inside the other, or two apart on one level."""

    kind: Literal["same", "nested", "apart"]
    reason: str


class Atlas:
    """What the names of a story's places mean; ``places`` are all that its claims name."""

    def __init__(self, places: Iterable[Located], gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        self._parts = lexicon.grammar["part-of-place"]
        self._of = lexicon.grammar["of"]
        self._areas = lexicon.grammar["area"]
        names = sorted({name for place in places for name in (place.name, *place.inside)})
        borne = {name: self._borne(name) for name in names}
        sure = [spots for spots in borne.values() if len({spot.country for spot in spots}) == 1]
        countries = frozenset(spot.country for spots in sure for spot in spots if spot.country)
        chosen = {name: _in_countries(spots, countries) for name, spots in borne.items()}
        regions = frozenset(
            spots[0].codes for spots in chosen.values() if len(spots) == 1 and spots[0].level == "region"
        )
        self._means: Mapping[str, tuple[Spot, ...]] = {name: _decided(spots, regions) for name, spots in chosen.items()}

    def means(self, name: str) -> tuple[Spot, ...]:
        """The places that a name may mean: one, or a city and the region that is named after it; none when unknown."""
        return self._means.get(name, ())

    def standing(self, a: Located, b: Located) -> Standing | None:
        """How two places stand to each other, None where it is not known."""
        return self._worded(a, b) or self._told(a, b) or self._known(a, b) or _heard(a.name, b.name)

    def _borne(self, name: str) -> tuple[Spot, ...]:
        """The places of a name, also without the word for what they are ("Orm province")."""
        found = _largest(self._gazetteer.find(name))
        bare = " ".join(word for word in name.split() if word.lower() not in self._areas)
        if found or bare == name:
            return found
        return tuple(spot for spot in self._gazetteer.find(bare) if spot.level == "region")

    def _worded(self, a: Located, b: Located) -> Standing | None:
        """What the words alone tell: one name, or one inside the other ("northern Orm", "Old Quay of Orm")."""
        first, second = plain(a.name), plain(b.name)
        if first == second:
            same = a.name.casefold() == b.name.casefold()
            return Standing("same", "They name the same place.") if same else _spelled(a.name, b.name)
        short, long = sorted((a.name, b.name), key=lambda name: len(plain(name)))
        inner, outer = plain(short).split(), plain(long).split()
        if len(plain(short)) >= _HOLDS and outer[-len(inner) :] == inner:
            ahead = set(outer[: -len(inner)])
            if ahead <= self._parts or ahead & self._of:
                return Standing("nested", f"{long} is a part of {short}.")
        if outer[: len(inner)] == inner and outer[len(inner)] in self._of:
            return Standing("nested", f"{long} is the fuller name of {short}.")
        return None

    def _told(self, a: Located, b: Located) -> Standing | None:
        """What a report itself says: "Orm, Northshire" lies in Northshire."""
        for inner, outer in ((a, b), (b, a)):
            if any(plain(name) == plain(outer.name) for name in inner.inside):
                return Standing("nested", f"{inner.name} lies in {outer.name}, as a report says.")
        return None

    def _known(self, a: Located, b: Located) -> Standing | None:
        """What the gazetteer tells."""
        first, second = self.means(a.name), self.means(b.name)
        if not first or not second:
            return None
        if set(first) & set(second):
            return _spelled(a.name, b.name)
        for inner, held, outer, holders in ((a, first, b, second), (b, second, a, first)):
            lower = next((x for x in held if any(x.within(y) for y in holders)), None)
            if lower:
                return Standing("nested", self._lies(inner.name, lower, outer.name))
        apart = {x.level for x in first} & {y.level for y in second}
        return Standing("apart", f"{self._placed(a.name, first)} and {self._placed(b.name, second)}") if apart else None

    def _lies(self, inner: str, spot: Spot, outer: str) -> str:
        around = self._gazetteer.around(spot)
        parts = [plain(part) for part in around.split(", ")]
        if plain(outer) == parts[0]:
            return f"{inner} lies in {around}."
        return (
            f"{inner} lies in {outer}."
            if plain(outer) in parts or not around
            else f"{inner} lies in {outer} ({around})."
        )

    def _placed(self, name: str, spots: tuple[Spot, ...]) -> str:
        around = self._gazetteer.around(spots[-1])
        return f"{name} ({around})" if around else name


def one_country(a: str, b: str, lexicon: Lexicon) -> bool:
    """Whether one of two speakers' names has the country that the other one tells of, or a form of its name
    ("Kyiv", "Ukrainian officials")."""
    return any(
        _names_country(plain(name), plain(country))
        for name, other in ((a, b), (b, a))
        for country in _countries(tuple(_names(other, lexicon)))
    )


def _names_country(speaker: str, country: str) -> bool:
    """Whether a speaker's name holds a country's, word for word, or a form of one that is a single word."""
    if " " in country:
        return f" {country} " in f" {speaker} "
    return any(one_word(country, word) for word in speaker.split())


def _names(speaker: str, lexicon: Lexicon) -> list[str]:
    """The words of a speaker's name that may name a place."""
    words = re.findall(r"[^\W\d_]+", speaker)
    return [word for word in words if word[:1].isupper() and word.lower() not in lexicon.speaker_nouns]


@lru_cache(maxsize=4096)
def _countries(names: tuple[str, ...]) -> frozenset[str]:
    """The countries that some names name or lie in; none of a name that places of several countries bear."""
    found = set()
    for spots in map(gazetteer().find, names):
        wide = [spot for spot in spots if spot.level != "city" and spot.country] or spots
        if len({spot.country for spot in wide}) == 1 and wide[0].country:
            found.add(gazetteer().around(wide[0]).split(", ")[-1] or wide[0].name)
    return frozenset(found)


def _largest(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Countries and continents before the towns of their name; no choice where a region has the name, too."""
    wide = tuple(spot for spot in spots if spot.level in {"continent", "country"})
    return wide if wide and not any(spot.level == "region" for spot in spots) else spots


def _in_countries(spots: tuple[Spot, ...], countries: frozenset[str]) -> tuple[Spot, ...]:
    """The places in countries that the story surely names, all where there are none."""
    return tuple(spot for spot in spots if spot.country in countries) or spots


def _decided(spots: tuple[Spot, ...], regions: frozenset[tuple[str, ...]]) -> tuple[Spot, ...]:
    """One place, or a city and what is named after it around it; none when several are left."""
    near = tuple(spot for spot in spots if spot.codes[:3] in regions) or spots
    wide = tuple(spot for spot in near if spot.level != "city")
    cities = tuple(spot for spot in near if spot.level == "city")
    if len({spot.country for spot in wide}) == 1:
        cities = tuple(spot for spot in cities if spot.country == wide[0].country)
    elif wide:
        return ()
    return (*wide, *cities) if len(cities) <= 1 else wide if len(wide) == 1 else ()


def _heard(a: str, b: str) -> Standing | None:
    """Two spellings that the gazetteer does not know."""
    first, second = plain(a).split(), plain(b).split()
    pairs = [(x, y) for x, y in zip(first, second, strict=False) if x != y]
    alike = all(min(len(x), len(y)) >= _SHORT and sound(x) == sound(y) for x, y in pairs)
    return _spelled(a, b) if len(first) == len(second) and alike else None


def _spelled(a: str, b: str) -> Standing:
    return Standing("same", f"“{a}” and “{b}” are two names or spellings of one place.")
