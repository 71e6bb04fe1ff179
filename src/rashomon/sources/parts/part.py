"""What a page is split into, and its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.errors import InputError
from rashomon.model import ReportKind

MOST = 200
"""Parts of one page; what is behind them is not read, and said to be missing."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ENDED = re.compile(r"""[.!?…。！？؟,;:][)\]"'’”»“]*\Z""")
_LONGEST_TITLE = 200


class Line(NamedTuple):
    """A line of a text that is not blank: its words without outer space, and where it stands."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """One report of a page.

    ``source`` is the outlet's name or domain as the page names it, ``when`` the time as the page writes it;
    ``sums_up`` is the place of the part that a summary is of, ``taken_from`` the outlet of an article elsewhere.
    """

    body: str
    title: str | None = None
    kind: ReportKind = "article"
    source: str | None = None
    when: str | None = None
    updated: str | None = None
    url: str | None = None
    byline: str | None = None
    sums_up: int | None = None
    taken_from: str | None = None


class Parts(NamedTuple):
    """A page's parts in their order, what of it is no part of them, and an error for each item that is no report.

    ``rest`` are the words before, between and behind the parts.
    """

    parts: tuple[Part, ...]
    rest: tuple[str, ...] = ()
    errors: tuple[InputError, ...] = ()


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    return [Line(m[0].strip(), *m.span()) for m in _LINE.finditer(text)]


def between(text: str, lines: list[Line], first: int, last: int) -> str:
    """The text of the lines from ``first`` up to ``last`` (left out), outer space gone."""
    return text[lines[first].start : lines[last - 1].end].strip() if first < last else ""


def like_title(line: str) -> bool:
    """Whether a line reads as a headline: at most 200 characters, and no end of a sentence."""
    return len(line) <= _LONGEST_TITLE and not _ENDED.search(line) and any(sign.isalpha() for sign in line)


def count(text: str) -> int:
    """How many words a text has, by white space."""
    return len(text.split())
