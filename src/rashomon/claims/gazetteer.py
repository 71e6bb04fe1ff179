"""The gazetteer: which cities, regions, countries and continents bear a name, and what lies in what.

The facts are those of GeoNames (https://www.geonames.org, CC BY 4.0), in data/places.tsv.gz, which
tools/make_places.py writes.  The file is read when the first name is looked up.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, NamedTuple

from rashomon.text.sounds import plain

Level = Literal["continent", "country", "region", "city"]
_LEVELS: Mapping[str, Level] = MappingProxyType({"A": "continent", "C": "country", "R": "region", "P": "city"})


class Spot(NamedTuple):
    """A place of the gazetteer: its level, its usual name, and the codes of what it lies in, the largest first.

    The last code is its own ("EU-", "IT", "IT.09"); that of a city is the number of its row.
    """

    level: Level
    name: str
    codes: tuple[str, ...]

    @property
    def country(self) -> str:
        """The code of its country (ISO 3166-1 alpha-2); empty for a continent."""
        return self.codes[1] if len(self.codes) > 1 else ""

    @property
    def region(self) -> str:
        """The code of its region; empty where it has none."""
        return next((code for code in self.codes if "." in code), "")

    def within(self, other: Spot) -> bool:
        """Whether it lies in the other place."""
        return len(self.codes) > len(other.codes) and self.codes[: len(other.codes)] == other.codes


class Gazetteer:
    """Places by name.

    ``text`` holds a line a place (level, name, code, code of what it lies in; a city's code is empty), the larger
    ones first, then an empty line, then names in plain letters, sorted, each with the numbers of its places.
    """

    def __init__(self, text: str) -> None:
        rows, _, index = text.partition("\n\n")
        self._rows = [row for row in rows.split("\n") if not row.startswith("#")]
        self._index = index.split("\n")
        self._codes: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        for row in self._rows:
            level, name, code, above = row.split("\t")
            if level == "P":
                break
            self._codes[code] = (*self._codes.get(above, ()), code)
            self._names[code] = name

    def find(self, name: str) -> tuple[Spot, ...]:
        """Every place that bears this name, whatever its accents, apostrophes and capitals; the larger ones first."""
        key = plain(name).removeprefix("the ") + "\t"
        at = bisect_left(self._index, key)
        if at == len(self._index) or not self._index[at].startswith(key):
            return ()
        return tuple(self._spot(int(number)) for number in self._index[at][len(key) :].split())

    def around(self, spot: Spot) -> str:
        """What a place lies in, the smallest first, without continents: "Lombardy, Italy"."""
        return ", ".join(self._names[code] for code in reversed(spot.codes[1:-1]))

    def _spot(self, at: int) -> Spot:
        level, name, code, above = self._rows[at].split("\t")
        return Spot(_LEVELS[level], name, self._codes[code] if code else (*self._codes.get(above, ()), f"#{at}"))


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer."""
    packed = (files("rashomon.claims") / "data" / "places.tsv.gz").read_bytes()
    return Gazetteer(gzip.decompress(packed).decode())
