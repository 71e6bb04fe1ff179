"""Plain text and Markdown -> drafts: header lines, front matter, the title on the first line, parts of a page."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.errors import NoText
from rashomon.sources.draft import Draft, Found, with_headline
from rashomon.sources.parts import Layouts, drafts, load_layouts, split_text
from rashomon.sources.parts.part import Parts
from rashomon.sources.repair import one_line, tidy

KEYS = ("url", "title", "published", "updated", "outlet", "byline", "country", "language")

_HEADER = re.compile(rf"({'|'.join(KEYS)})[ \t]*:[ \t]*(.*)", re.I)
_MARKDOWN_TITLE = re.compile(r"#[ \t]+(\S.*)\n*")
_SENTENCE_END = re.compile(r"""[.!?…。！？؟।:;,][)\]"'’”»“]*\Z""")
_LONGEST_TITLE = 200
_MOST_HEADERS = 20


def read_plain(text: str, *, markdown: bool = False, layouts: Layouts | None = None) -> Found:
    """The report of a text file, or its reports where it is laid out as a page of several (`layouts`).

    Header lines (``URL:``, ``TITLE:``, ``PUBLISHED:`` ... in any case) at the top are metadata
    and leave the text; Markdown may have them in front matter between ``---`` lines and its
    title as ``# Title``.  Raises NoText when nothing but headers is in it.
    """
    text = tidy(text)
    fields, text = _front_matter(text) if markdown else ({}, text)
    more, text = _headers(text)
    fields |= more
    if (found := split_text(text, layouts or load_layouts())) and found.parts:
        return _several(found, fields)
    return Found((_draft(text, fields, markdown=markdown),))


def _several(parts: Parts, fields: dict[str, str]) -> Found:
    """The drafts of a text that holds several reports; one that is the page's own has its header lines."""
    own, *others = parts.parts
    if own.source or own.title or own.kind != "article":
        fields.pop("title", None)
        return drafts(parts, Draft(text="", **fields))  # type: ignore[arg-type]
    page = _draft(own.body, fields, markdown=False)
    own = replace(own, title=page.title, body=page.text[page.body :])
    return drafts(parts._replace(parts=(own, *others)), page)


def _draft(text: str, fields: dict[str, str], *, markdown: bool) -> Draft:
    title = fields.pop("title", None)
    if markdown and (heading := _MARKDOWN_TITLE.match(text)):
        title, text = title or one_line(heading[1].rstrip("# ")), text[heading.end() :]
    if not text:
        raise NoText("Nothing but header lines is in it", remedy="Add the report's text below them.")
    if title:
        text, body = with_headline(title, text)
    else:
        title, body = first_line_title(text)
    return Draft(text=text, body=body, title=title, **fields)  # type: ignore[arg-type]


def first_line_title(text: str) -> tuple[str | None, int]:
    """The first line when it reads as a headline, and the offset of the text after it; else (None, 0).

    A headline is at most 200 characters, does not end like a sentence, and is followed by text.
    """
    line, _, rest = text.partition("\n")
    if not rest.strip() or len(line) > _LONGEST_TITLE or _SENTENCE_END.search(line):
        return None, 0
    return line, len(text) - len(rest.lstrip())


def _headers(text: str) -> tuple[dict[str, str], str]:
    fields: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        found = _HEADER.match(text)
        if not found:
            break
        value = one_line(found[2])
        if value:
            fields.setdefault(found[1].lower(), value)
        text = text[found.end() :].removeprefix("\n")
    return fields, text.strip()


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    if not text.startswith("---\n"):
        return {}, text
    block, end, rest = text[4:].partition("\n---\n")
    if not end:
        return {}, text
    fields: dict[str, str] = {}
    for line in block.split("\n"):
        found = _HEADER.fullmatch(line)
        value = one_line(found[2].strip().strip("\"'")) if found else None
        if found and value:
            fields[found[1].lower()] = value
    return fields, rest.strip()
