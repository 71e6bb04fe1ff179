"""An aggregator's page: items with a headline, a summary, the whole text and the outlet that it was taken from.

Told by what stands between them: a line "Read full article" before each text, a line "Source: NAME | View
original article" behind it.  Two such lines make a page one of items; either may be missing from an item.
An item without a text is a summary of an article that the page only links to.
"""

from __future__ import annotations

import re

from rashomon.errors import BadPart
from rashomon.model import ReportKind
from rashomon.sources.parts.layouts import Layouts
from rashomon.sources.parts.part import Line, Part, Parts, between, count, like_title, lines_of

_LEAST = 2  # lines between items that show that there are items
_CREDIT = re.compile(r"(?P<label>[^:|]{3,40}):\s*(?P<name>[^|•·]{2,80}?)\s*(?:[|•·–—-]\s*(?P<link>[^|•·]{3,60}))?")
_SHORT = 5  # words of a text that is none
_REMEDY = "Look at the page, and give the outlet's own page where you have it."


def aggregated(text: str, layouts: Layouts) -> Parts | None:
    """The items of an aggregator's page with their summaries; None when the text is no such page."""
    lines = lines_of(text)
    ends = {at: name for at, line in enumerate(lines) if (name := _source(line.words, layouts))}
    opens = [at for at, line in enumerate(lines) if layouts.says(line.words, "full")]
    if len(ends) + len(opens) < _LEAST or (len(opens) < _LEAST and not ends):
        return None
    return _Reading(text, lines, layouts).read(ends, opens)


def _source(line: str, layouts: Layouts) -> str | None:
    """The outlet that a line names as the one an item was taken from, beside a link to its page."""
    found = _CREDIT.fullmatch(line) if len(line) < 200 else None
    if not found or found["label"].strip().lower() not in layouts.labels["source"]:
        return None
    name, link = found["name"].strip(), found["link"]
    if link is None:  # the link's words may follow with nothing between
        ended = max(
            (label for label in layouts.labels["original"] if name.lower().endswith(" " + label)), key=len, default=None
        )
        return name[: -len(ended)].strip() if ended else None
    return name if layouts.says(link, "original") else None


class _Reading:
    """One pass over the lines of a page; nothing is kept between pages."""

    def __init__(self, text: str, lines: list[Line], layouts: Layouts) -> None:
        self.text, self.lines, self.layouts = text, lines, layouts
        self.parts: list[Part] = []
        self.rest: list[str] = []
        self.errors: list[BadPart] = []

    def read(self, ends: dict[int, str], opens: list[int]) -> Parts:
        start = 0
        for last in (*ends, len(self.lines)):
            held = [at for at in opens if start <= at < last]
            if last == len(self.lines) and not held:
                self._leave(start, last)
                break
            self._run(start, last, held, ends.get(last))
            start = last + 1
        return Parts(tuple(self.parts), tuple(self.rest), tuple(self.errors))

    def _run(self, start: int, last: int, opens: list[int], source: str | None) -> None:
        """The items up to a line that names the last one's source; those before it name none."""
        begins = [self._begin(start, at, follows=n > 0 or start > 0) for n, at in enumerate(opens)] or [start]
        self._leave(start, begins[0])
        for n, begin in enumerate(begins):
            end = begins[n + 1] if n + 1 < len(begins) else last
            self._item(begin, opens[n] if opens else None, end, source if end == last else None)

    def _begin(self, start: int, opened: int, *, follows: bool) -> int:
        """Where the item begins whose text opens behind a line: at its headline.

        Behind another item with a source that is the next line; else the line before the summary, which is one
        paragraph, or the line itself where it reads as a headline.
        """
        if follows and not any(self.layouts.says(line.words, "full") for line in self.lines[start:opened]):
            return start
        before = opened - 1
        if before > start and not like_title(self.lines[before].words):
            before -= 1
        return max(start, before)

    def _item(self, begin: int, opened: int | None, end: int, source: str | None) -> None:
        first = self.lines[begin].words if begin < end else ""
        title = first if like_title(first) and begin != opened else None
        summary = between(self.text, self.lines, begin + bool(title), opened) if opened is not None else ""
        body = between(self.text, self.lines, begin + bool(title) if opened is None else opened + 1, end)
        name = f"item {sum(part.kind != 'summary' for part in self.parts) + len(self.errors) + 1}" + (
            f" (“{title}”)" if title else ""
        )
        if count(body) < _SHORT <= count(summary):
            self.parts.append(Part(summary, title=title, kind="summary", taken_from=source))
            return
        if count(body) < _SHORT:
            self.errors.append(BadPart("Nothing but its headline is there", place=name, remedy=_REMEDY))
            self.rest += [words for words in (title, summary, body) if words]
            return
        if source is None:
            self.errors.append(
                BadPart(
                    "It names no source; its text was read as that of an unknown outlet", place=name, remedy=_REMEDY
                )
            )
        if count(summary) >= _SHORT:
            self.parts.append(Part(summary, kind="summary", sums_up=len(self.parts) + 1))
        elif summary:
            self.rest.append(summary)
        kind: ReportKind = "live-entry" if self.layouts.opens_live(title) else "article"
        self.parts.append(Part(body, title=title, kind=kind, source=source))

    def _leave(self, first: int, last: int) -> None:
        self.rest += [line.words for line in self.lines[first:last]]
