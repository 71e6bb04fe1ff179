"""A live blog in a text: entries, each below a line that holds nothing but its time."""

from __future__ import annotations

import re
from statistics import median

from rashomon.sources.parts.part import Line, Part, Parts, between, count, like_title, lines_of

_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})\)?)?"
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\.?\s+[a-z]{3,9}\.?|[a-z]{3,9}\.?\s+\d{1,2})"
    r"(?:,?\s+\d{4})?|\d{4}-\d{2}-\d{2}|today|yesterday"
)
TIME = re.compile(rf"(?i:(?:(?:{_DAY}),?\s+(?:at\s+)?)?(?:{_CLOCK})){_ZONE}(?i:\s*(?:,|on)?\s*(?:{_DAY}))?")
_LEAST = 3  # entries of a live blog
_USUAL = 12  # words of half its entries at the least: the lines of a timetable have fewer
_TITLE = 15  # words of an entry's title
_INTRO = 25  # words above the entries that are an article of their own


def live(text: str) -> Parts | None:
    """The entries of a live blog, with what stands above them as an article; None when the text is none."""
    lines = lines_of(text)
    times = [at for at, line in enumerate(lines) if is_time(line.words)]
    if len(times) < _LEAST:
        return None
    spans = list(zip(times, [*times[1:], len(lines)], strict=True))
    entries = [_entry(text, lines, at, end) for at, end in spans if end > at + 1]
    if len(entries) < _LEAST or median(count(entry.body) for entry in entries) < _USUAL:
        return None
    intro = between(text, lines, 0, times[0])
    if count(intro) < _INTRO:
        return Parts(tuple(entries), tuple(line.words for line in lines[: times[0]]))
    return Parts((Part(intro), *entries))


def is_time(line: str) -> bool:
    """Whether a line is a time of day, perhaps with its date, and nothing else."""
    return len(line) < 45 and bool(TIME.fullmatch(line.strip(" -–—|•·[]")))


def _entry(text: str, lines: list[Line], at: int, end: int) -> Part:
    first = lines[at + 1].words
    titled = at + 2 < end and like_title(first) and count(first) <= _TITLE
    return Part(
        between(text, lines, at + 1 + titled, end),
        title=first if titled else None,
        kind="live-entry",
        when=lines[at].words.strip(" -–—|•·[]"),
    )
