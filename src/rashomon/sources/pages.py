"""Inputs -> pages: each file or address is read alone, and its failure is its own."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

from rashomon.errors import InputError, NoText, NotFound, Unreadable
from rashomon.model import Page
from rashomon.ports import Fetcher
from rashomon.settings import Settings
from rashomon.sources.addresses import domain_of, is_address
from rashomon.sources.content import to_text, too_large
from rashomon.sources.draft import Draft, Found
from rashomon.sources.inputs import Input, expand
from rashomon.sources.markup import looks_like_html, read_html
from rashomon.sources.outlets import OutletTable, load_outlets
from rashomon.sources.parts import Layouts, load_layouts, split_html
from rashomon.sources.plain import read_plain
from rashomon.sources.records import read_records
from rashomon.sources.reports import report_of, unique
from rashomon.sources.summaries import summaries

Progress = Callable[[int, int, str], None]
"""Called with how many inputs are read, how many there are, and the one at work."""


def read(
    inputs: Sequence[str],
    settings: Settings,
    *,
    outlets: OutletTable | None = None,
    fetcher: Fetcher | None = None,
    progress: Progress | None = None,
    stdin: TextIO | None = None,
    today: date | None = None,
) -> tuple[Page, ...]:
    """The pages of files, folders, patterns, http(s) addresses and ``-`` (a list of them on ``stdin``).

    One page for each file and address, sorted by input, whatever the order they were named in.
    A page that cannot be read has no reports and one problem; nothing is raised for it.  Raises BadLayouts when the
    file of layouts that the settings name cannot be used.
    ``progress(done, total, name)`` is called after each.  Reports dated after ``today`` (None: this day in UTC)
    are doubted.
    """
    table = outlets if outlets is not None else load_outlets()
    layouts = layouts_of(settings)
    found = expand(inputs, stdin)
    fetcher = fetcher or (_default_fetcher(settings) if any(is_address(item.name) for item in found) else None)
    day = today or datetime.now(UTC).date()
    pages, drafts = [], []
    for number, item in enumerate(found, start=1):
        page, held = _page(item, settings, table, fetcher, layouts, day)
        pages.append(page)
        drafts.append(held)
        if progress:
            progress(number, len(found), item.name)
    return summaries(unique(pages), drafts)


def layouts_of(settings: Settings) -> Layouts:
    """The layouts that the settings name.  Raises BadLayouts when their file cannot be used."""
    return load_layouts(None if settings.layouts == "shipped" else Path(settings.layouts))


def _default_fetcher(settings: Settings) -> Fetcher:
    from rashomon.sources.fetch import HttpFetcher  # httpx takes 200 ms to import

    return HttpFetcher(settings)


def _page(
    item: Input, settings: Settings, table: OutletTable, fetcher: Fetcher | None, layouts: Layouts, today: date
) -> tuple[Page, tuple[Draft, ...]]:
    """A page and the drafts of its reports."""
    try:
        if item.error:
            raise item.error
        found = (
            _fetched(item.name, settings, fetcher, layouts)
            if fetcher and is_address(item.name)
            else _file(item.name, settings, layouts)
        )
    except InputError as error:
        return Page(item.name, (), (error.problem(item.name),)), ()
    reports = tuple(report_of(draft, item.name, table, layouts=layouts, today=today) for draft in found.drafts)
    return Page(item.name, reports, tuple(error.problem(item.name) for error in found.errors)), found.drafts


def _fetched(url: str, settings: Settings, fetcher: Fetcher, layouts: Layouts) -> Found:
    answer = fetcher.fetch(url)
    text = to_text(answer.content, settings.max_bytes, answer.encoding, markup=True)
    found = parse(text, urlsplit(answer.url).path, layouts)
    return Found(tuple(_at(draft, answer.url) for draft in found.drafts), found.errors)


def _at(draft: Draft, url: str) -> Draft:
    """A draft with the address that it came from, unless it names another of the same domain."""
    same = draft.url and domain_of(draft.url) == domain_of(url)
    return draft if same or draft.source_id else replace(draft, url=url)


def _file(path: str, settings: Settings, layouts: Layouts) -> Found:
    name = path.lower().removesuffix(".gz")
    text = to_text(_bytes(path, settings.max_bytes), settings.max_bytes, markup=not name.endswith((".txt", ".md")))
    return parse(text, name, layouts)


def _bytes(path: str, limit: int) -> bytes:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("It is no regular file", remedy="Save what it gives to a file.")
        if status.st_size > limit:
            raise too_large(limit, status.st_size)
        with open(path, "rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise NotFound("There is no such file or folder", remedy="Check the path.") from None
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or str(error)
        raise Unreadable(f"It cannot be opened ({what})", remedy="Check its permissions.") from None


def parse(text: str, name: str, layouts: Layouts | None = None) -> Found:
    """The drafts of a text, read by the ending of its name and else by how it opens.

    ``layouts`` tell how pages of several reports are laid out (None: those that are shipped).
    Raises NoText, TooLarge or BadRecord.
    """
    name = name.lower().removesuffix(".gz")
    opening = text[:1_000].lstrip("\ufeff \t\r\n")
    if name.endswith((".jsonl", ".ndjson")):
        return read_records(text, lines=True)
    if name.endswith(".json"):
        return read_records(text, lines=False)
    if name.endswith((".html", ".htm", ".xhtml")) or looks_like_html(text):
        return _web_page(text, layouts or load_layouts())
    if not name.endswith((".txt", ".md", ".markdown")) and opening.startswith(("{", "[{")):
        return read_records(text, lines=False)
    return read_plain(text, markdown=name.endswith((".md", ".markdown")), layouts=layouts)


def _web_page(text: str, layouts: Layouts) -> Found:
    """The reports of a web page: its parts where it holds several, else its article.  Raises NoText or TooLarge."""
    try:
        found = read_html(text)
    except NoText:
        if several := split_html(text, None, layouts):
            return several
        raise
    return split_html(text, found.drafts[0], layouts) or found
