"""The outlet table: domain -> name, country, kind, language; and the agencies with their other names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from rashomon.errors import BadOutlets
from rashomon.model import Outlet, OutletKind
from rashomon.sources.addresses import domain_of
from rashomon.sources.countries import country_code
from rashomon.sources.language import normal_tag

_KINDS = get_args(OutletKind)
_FIELDS = ("domain", "name", "country", "kind", "language")
_REMEDY = "A row has a domain and a name, and may have country, kind and language."


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: its usual name, the other names it is credited by, country (ISO alpha-2) and domain."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    domain: str | None = None


class OutletTable:
    """Outlets by domain and by name.  ``agencies`` are the news agencies with their aliases.

    Later rows win over earlier ones of the same domain.  ``curated`` domains win where several
    outlets share a name; a name that stays ambiguous finds nothing.
    """

    def __init__(
        self, outlets: Iterable[Outlet], agencies: Iterable[Agency] = (), *, curated: Iterable[str] = ()
    ) -> None:
        self._by_domain = {outlet.domain: outlet for outlet in outlets if outlet.domain}
        self._curated = frozenset(curated)
        self._by_name: dict[str, Outlet | None] = {}
        self.agencies: tuple[Agency, ...] = tuple(agencies)
        for outlet in self._by_domain.values():
            self._name(outlet)

    def __len__(self) -> int:
        return len(self._by_domain)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._by_domain.values())

    def find(self, domain_or_url: str) -> Outlet | None:
        """The outlet of a domain or an address, by its longest known suffix ("edition.cnn.com" -> cnn.com)."""
        domain = domain_of(domain_or_url) or ""
        while domain:
            if domain in self._by_domain:
                return self._by_domain[domain]
            domain = domain.partition(".")[2]
        return None

    def named(self, name: str) -> Outlet | None:
        """The outlet of this name, in any case and with or without "The"; None when there is none or several."""
        return self._by_name.get(_key(name))

    def with_outlets(self, outlets: Iterable[Outlet]) -> OutletTable:
        """A table with more outlets, which win over those of the same domain or name.

        One of the kind agency is an agency from then on, so that credits to it are found.
        """
        more = list(outlets)
        known = {agency.name for agency in self.agencies}
        wires = [Agency(o.name, (), o.country, o.domain) for o in more if o.kind == "agency" and o.name not in known]
        curated = {outlet.domain for outlet in more if outlet.domain} or self._curated
        table = OutletTable([*self, *more], (*self.agencies, *wires), curated=self._curated)
        table._curated = frozenset(curated)
        for outlet in more:
            table._by_name[_key(outlet.name)] = outlet
        return table

    def _name(self, outlet: Outlet) -> None:
        key, curated = _key(outlet.name), outlet.domain in self._curated
        other = self._by_name.get(key)
        if key not in self._by_name or (curated and not (other and other.domain in self._curated)):
            self._by_name[key] = outlet
        elif not curated and not (other and other.domain in self._curated):
            self._by_name[key] = None


def load_outlets(path: Path | None = None) -> OutletTable:
    """The shipped table, with the rows of the user's own file added or put in place of its rows.

    The file is CSV with a header line, or a JSON array of objects; its fields are domain, name,
    country (a code or an English name), kind and language.  Raises BadOutlets naming the line.
    """
    table = _shipped()
    return table.with_outlets(_user_outlets(path)) if path is not None else table


@cache
def _shipped() -> OutletTable:
    rows = list(_csv_rows(_data("outlets.csv")))
    outlets = [
        Outlet(
            name=row["name"] or row["domain"],
            domain=row["domain"],
            country=row["country"] or None,
            language=row["language"] or None,
            kind=row["kind"],  # type: ignore[arg-type]
        )
        for row in rows
    ]
    curated = [row["domain"] for row in rows if row["source"] == "hand"]
    return OutletTable(outlets, _agencies(), curated=curated)


def _agencies() -> Iterator[Agency]:
    for row in _csv_rows(_data("agencies.csv")):
        aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
        yield Agency(row["name"], aliases, row["country"] or None, row["domain"] or None)


def _data(name: str) -> str:
    return (files("rashomon.sources") / "data" / name).read_text("utf-8")


def _csv_rows(text: str) -> Iterator[dict[str, str]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader)
    for row in reader:
        yield dict(zip(header, row, strict=True))


def _user_outlets(path: Path) -> list[Outlet]:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise BadOutlets(f"It cannot be read ({error.strerror})", place=str(path), remedy="Check the path.") from None
    except UnicodeDecodeError:
        raise BadOutlets("It is not UTF-8", place=str(path), remedy="Save it as UTF-8.") from None
    rows = _json_rows(text, path) if text.lstrip().startswith(("[", "{")) else _user_csv_rows(text, path)
    return [_outlet(row, f"{path}, {place}") for place, row in rows]


def _json_rows(text: str, path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadOutlets(f"It is no JSON ({error})", place=str(path), remedy="Give a JSON array of objects.") from None
    if not isinstance(document, list):
        raise BadOutlets("It is no JSON array", place=str(path), remedy="Give a JSON array of objects.")
    for number, row in enumerate(document, start=1):
        if not isinstance(row, dict):
            raise BadOutlets("The item is no object", place=f"{path}, item {number}", remedy=_REMEDY)
        yield f"item {number}", row


def _user_csv_rows(text: str, path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if not {"domain", "name"} <= set(reader.fieldnames or ()):
            what = f"Its first line does not name the columns {', '.join(_FIELDS)}"
            raise BadOutlets(what, place=f"{path}, line 1", remedy="Start with: " + ",".join(_FIELDS))
        for row in reader:
            yield f"line {reader.line_num}", row
    except csv.Error as error:
        where = f"{path}, line {reader.line_num}"
        raise BadOutlets(f"It is no CSV ({error})", place=where, remedy=_REMEDY) from None


def _outlet(row: Mapping[str, Any], place: str) -> Outlet:
    values = {name: row.get(name) for name in _FIELDS}
    for name, value in values.items():
        if value is not None and not isinstance(value, str):
            raise BadOutlets(f'"{name}" is {value!r}, not a text', place=place, remedy=_REMEDY)
    texts = {name: (value or "").strip() for name, value in values.items()}
    domain = domain_of(texts["domain"])
    if not domain or "." not in domain or not texts["name"]:
        raise BadOutlets(
            f"The domain {texts['domain']!r} or the name {texts['name']!r} is missing or wrong",
            place=place,
            remedy=_REMEDY,
        )
    kind = texts["kind"].lower() or "other"
    if kind not in _KINDS:
        raise BadOutlets(f"The kind is {texts['kind']!r}", place=place, remedy=f"It is one of {', '.join(_KINDS)}.")
    country = country_code(texts["country"])
    if texts["country"] and not country:
        remedy = "Give a code of ISO 3166 such as FR, or the country's English name."
        raise BadOutlets(f"The country {texts['country']!r} is not known", place=place, remedy=remedy)
    language = normal_tag(texts["language"])
    if texts["language"] and not language:
        raise BadOutlets(f"The language {texts['language']!r} is no tag", place=place, remedy="Give a tag such as en.")
    return Outlet(texts["name"], domain, country, language, kind)  # type: ignore[arg-type]


def same_name(a: str, b: str) -> bool:
    """True when two names differ in case, spacing or "The" at most."""
    return _key(a) == _key(b)


def _key(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
