"""What pages of several reports write between them: shipped rows and the user's own, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

from rashomon.errors import BadLayouts
from rashomon.model import ReportKind
from rashomon.sources.addresses import domain_of

_LABELS = ("full", "original", "source", "related", "version", "live", "author")
_SITE = ("domain", "item", "title", "outlet", "time", "kind")
_REMEDY = "docs/how-to.md shows a file of layouts."
_MARKS = " \t\u00a0.,:;|>»▼▾▸►→↓…-–—*#()[]+"


@dataclass(frozen=True, slots=True)
class Site:
    """The classes of the elements in which one site's pages hold their reports."""

    domain: str
    item: str
    title: str | None = None
    outlet: str | None = None
    time: str | None = None
    kind: ReportKind = "article"


@dataclass(frozen=True, slots=True)
class Layouts:
    """The labels by what they mean, in small letters, and sites by their domain."""

    labels: Mapping[str, frozenset[str]]
    sites: Mapping[str, Site] = field(default_factory=dict)

    def says(self, line: str, what: str) -> bool:
        """Whether a line is one of the labels of this meaning and nothing else."""
        return len(line) < 80 and line.strip(_MARKS).lower() in self.labels[what]

    def opens_live(self, title: str | None) -> bool:
        """Whether a headline says that it is a live blog's ("Ferry updates: ...", "Live: ...")."""
        words = (title or "").lower()
        return any(f" {label}" in f" {words}" for label in self.labels["live"])


def load_layouts(path: Path | None = None) -> Layouts:
    """The shipped layouts with those of the user's own TOML file.

    Raises BadLayouts when the file cannot be read or has a key or value that means nothing.
    """
    shipped = _shipped()
    if path is None:
        return shipped
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise BadLayouts(f"It cannot be read ({error.strerror})", place=str(path), remedy="Check the path.") from None
    except UnicodeDecodeError:
        raise BadLayouts("It is not UTF-8", place=str(path), remedy="Save it as UTF-8.") from None
    more = _parsed(text, str(path))
    labels = {name: shipped.labels[name] | more.labels[name] for name in _LABELS}
    return Layouts(labels, {**shipped.sites, **more.sites})


@cache
def _shipped() -> Layouts:
    return _parsed((files("rashomon.sources") / "data" / "layouts.toml").read_text("utf-8"), "layouts.toml")


def _parsed(text: str, place: str) -> Layouts:
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadLayouts(f"It is no TOML ({error})", place=place, remedy=_REMEDY) from None
    for name in held.keys() - {"labels", "site"}:
        raise BadLayouts(f"There is no part {name!r}", place=place, remedy="Its parts are [labels] and [[site]].")
    labels, sites = held.get("labels", {}), held.get("site", [])
    if not isinstance(labels, dict) or not isinstance(sites, list):
        raise BadLayouts("Its parts are not [labels] and [[site]]", place=place, remedy=_REMEDY)
    for name in labels.keys() - set(_LABELS):
        raise BadLayouts(f"There is no label {name!r}", place=place, remedy=f"Labels are {', '.join(_LABELS)}.")
    known = {name: _lines(labels.get(name, []), f"{place}, labels.{name}") for name in _LABELS}
    made = [_site(site, f"{place}, site {n}") for n, site in enumerate(sites, 1)]
    return Layouts(known, {site.domain: site for site in made})


def _lines(value: Any, place: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(line, str) and line.strip(_MARKS) for line in value):
        raise BadLayouts(f"It is {value!r}", place=place, remedy="Give a list of texts.")
    return frozenset(line.strip(_MARKS.replace(":", "")).lower() for line in value)


def _site(row: Any, place: str) -> Site:
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise BadLayouts("It is no table of texts", place=place, remedy=_REMEDY)
    for name in row.keys() - set(_SITE):
        raise BadLayouts(f"There is no key {name!r}", place=place, remedy=f"Keys are {', '.join(_SITE)}.")
    domain = domain_of(row.get("domain", ""))
    if not domain or not row.get("item"):
        raise BadLayouts("Its domain or item is missing or wrong", place=place, remedy=_REMEDY)
    kind = row.get("kind", "article")
    if kind not in get_args(ReportKind):
        raise BadLayouts(
            f"The kind is {kind!r}", place=place, remedy=f"It is one of {', '.join(get_args(ReportKind))}."
        )
    return Site(domain, row["item"], row.get("title"), row.get("outlet"), row.get("time"), kind)
