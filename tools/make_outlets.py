"""Makes src/rashomon/sources/data/outlets.csv from public facts: domain, name, country, kind, language.

    python tools/make_outlets.py [--from FOLDER] [--to FILE]

The facts come from, in order of precedence:
  hand        tools/outlets_extra.csv, kept by hand
  media       media_data.json, a list of media with country and type of ownership
  local       local_news_dataset_2018.csv, outlets of the United States by state
  kite        kite_feeds.json, feeds by country; used where the domain's ending confirms the country
Descriptions are read to tell the kind of an outlet and are not copied.  Same input, same bytes out.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tld import get_fld

from rashomon.sources.addresses import domain_of
from rashomon.sources.countries import country_code, country_of_domain
from rashomon.sources.language import normal_tag

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = ("domain", "name", "country", "kind", "language", "source")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
KINDS = (
    ("agency", r"\b(?:news|press|wire) agency\b"),
    ("aggregator", r"\baggregat(?:or|es|ing)\b"),
    (
        "government",
        r"\b(?:ministry|federal administration|state information service|government (?:agency|portal|body))\b",
    ),
    ("broadcaster", r"\b(?:broadcast(?:er|ers|ing)|(?:TV|television|radio) (?:channel|network|station|group)s?)\b"),
    ("newspaper", r"\b(?:newspapers?|tabloid|broadsheet)\b"),
    ("magazine", r"\bmagazines?\b"),
)
# The papers of colleges and the magazines would fill the file with outlets that rarely report events.
MEDIUMS = {
    "Newspapers": "newspaper",
    "TV station": "broadcaster",
}
# Sites where anybody publishes: their domain says nothing about the outlet.
PLATFORMS = re.compile(
    r"(?:^|\.)(?:facebook|twitter|youtube|blogspot|wordpress|tumblr|reddit|nitter|github|medium|substack|feedburner|"
    r"tripod|angelfire|myspace|google|steamcommunity|weebly|wixsite|issuu|linkedin|instagram|geocities)\.[a-z.]+$"
)
MOST_SHARED = 3  # a domain under more stations than that belongs to none of them


class Row(NamedTuple):
    """A line of the table; empty strings where nothing is known, an empty name stands for the domain."""

    domain: str
    name: str
    country: str
    kind: str
    language: str
    source: str


def main() -> None:
    """Reads the sources and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--from", dest="folder", type=Path, default=ROOT.parent / "shared/corpora/outlets")
    parser.add_argument("--to", type=Path, default=ROOT / "src/rashomon/sources/data/outlets.csv")
    options = parser.parse_args()
    rows = table(options.folder)
    with options.to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    countries = {row.country for row in rows if row.country}
    print(f"{len(rows)} outlets of {len(countries)} countries, {options.to.stat().st_size} bytes in {options.to}")


def table(folder: Path) -> list[Row]:
    """The rows by domain; of several sources for a domain the first in order of precedence."""
    sources = (hand(), media_data(folder), local_news(folder), kite(folder))
    kept: dict[str, Row] = {}
    for source in sources:
        for row in sorted(source, key=lambda row: (row.domain, len(row.name), row.name)):
            if HOST.fullmatch(row.domain) and (row.source == "hand" or not PLATFORMS.search(row.domain)):
                kept.setdefault(row.domain, row)
    return [kept[domain] for domain in sorted(kept)]


def hand() -> Iterator[Row]:
    """The outlets kept by hand."""
    with (ROOT / "tools/outlets_extra.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Row(row["domain"], row["name"], row["country"], row["kind"], row["language"], "hand")


def media_data(folder: Path) -> Iterator[Row]:
    """The media of media_data.json; "Global" and its like are no country."""
    for item in json.loads((folder / "media_data.json").read_text("utf-8")):
        country = country_code(item["country"].partition("/")[0]) or ""
        for given in item["domains"]:
            domain = domain_of(given) or ""
            yield Row(domain, _name(item["organization"]), country, _kind(item), "", "media")


def local_news(folder: Path) -> Iterator[Row]:
    """The outlets of the United States, without domains that many stations share."""
    by_domain: dict[str, list[Row]] = defaultdict(list)
    with (folder / "local_news_dataset_2018.csv").open(encoding="utf-8", newline="") as file:
        for item in csv.DictReader(file):
            domain = domain_of(item["domain"]) or ""
            kind, name = MEDIUMS.get(item["medium"]), _name(item["name"])
            if kind and name and item["state"] != "MX" and HOST.fullmatch(domain):
                by_domain[domain].append(Row(domain, name, "US", kind, "en", "local"))
    for rows in by_domain.values():
        if len({row.name for row in rows}) <= MOST_SHARED:
            yield from rows


def kite(folder: Path) -> Iterator[Row]:
    """The feeds' domains whose ending is that of the country they are listed under."""
    for title, category in json.loads((folder / "kite_feeds.json").read_text("utf-8")).items():
        country = country_code(title.partition(" | ")[0].partition(" (")[0])
        for feed in category["feeds"] if country else ():
            domain = _registered(feed)
            if domain and country_of_domain(domain) == country:
                kind = (
                    "government" if re.search(r"(?:^|\.)(?:gov|gob|gouv|go|admin|gv)\.[a-z]{2}$", domain) else "website"
                )
                language = "" if kind == "government" else normal_tag(category["source_language"]) or ""
                yield Row(domain, "", country or "", kind, LANGUAGES.get(language, language), "kite")


LANGUAGES = {"gr": "el", "arq": "ar"}  # a country's code for a language's, a dialect's for the written language's


def _registered(address: str) -> str | None:
    host = urlsplit(address).hostname
    if not host:
        return None
    found = get_fld(f"https://{host}", fail_silently=True)
    return found if isinstance(found, str) else domain_of(host)


def _name(text: str) -> str:
    return " ".join(text.split())


def _kind(item: dict[str, Any]) -> str:
    """By the name and the first sentence of the description."""
    first: str = re.split(r"(?<=[a-z])\.\s", item["description"], maxsplit=1)[0]
    return next(
        (kind for kind, words in KINDS if re.search(words, f"{item['organization']}. {first}", re.I)), "website"
    )


if __name__ == "__main__":
    main()
