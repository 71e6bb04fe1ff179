"""Other outlets' articles under an article: each with its outlet, how long ago it was published, and its text."""

from __future__ import annotations

import re

from rashomon.errors import BadPart
from rashomon.sources.parts.layouts import Layouts
from rashomon.sources.parts.part import Line, Part, Parts, between, count, like_title, lines_of

AGO = re.compile(
    r"(?i)(?:about\s+)?(?P<n>\d{1,3}|an?|one)\s*(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|[smhdw])"
    r"(?:\s+ago)|(?P<compact>\d{1,3}[mhdw])|(?P<day>yesterday|just now)"
)
_MARKS = " -–—|•·"
_NAME = 6  # most words of an outlet's name
_LEAST = 2  # articles that show that there is a list of them, where no line above says so
_TEXT = 12  # words of the first paragraph of an article's text; shorter lines only announce it
_HEADING = 12  # lines above a list in which its heading may stand


def related(text: str, layouts: Layouts) -> Parts | None:
    """The article of a page and those of other outlets under it; None when there are none under it.

    The first part is the page's own article.
    """
    lines = lines_of(text)
    times = [at for at in range(1, len(lines)) if _heads(lines, at)]
    if not times:
        return None
    above = range(times[0] - 1, max(-1, times[0] - _HEADING), -1)
    heading = next((at for at in above if layouts.says(lines[at].words, "related")), None)
    if (heading is None and len(times) < _LEAST) or times[0] < _LEAST:
        return None
    top = times[0] - 1 if heading is None else heading
    parts = [Part(between(text, lines, 0, top))]
    rest = [line.words for line in lines[top : times[0] - 1]]
    errors = []
    for at, following in zip(times, [*times[1:], len(lines) + 1], strict=True):
        entry = _entry(text, lines, at, following - 1)
        if count(entry.body.partition("\n")[0]) >= _TEXT:
            parts.append(entry)
            continue
        rest += [line.words for line in lines[at - 1 : following - 1]]
        if not entry.body:
            errors.append(
                BadPart(
                    "Nothing but its headline is there",
                    place=f"related article “{entry.title}”" if entry.title else f"related article of {entry.source}",
                    remedy="Give the outlet's own page where you want it compared.",
                )
            )
    told = len(parts) - 1  # a list of headlines is no part of a report, and no report
    return Parts(tuple(parts), tuple(rest), tuple(errors)) if told and 2 * told >= len(times) else None


def _heads(lines: list[Line], at: int) -> bool:
    """Whether a line is how long ago what follows was published, below the name of its outlet."""
    outlet = lines[at - 1].words
    return bool(
        len(lines[at].words) < 30
        and AGO.fullmatch(lines[at].words.strip(_MARKS))
        and count(outlet) <= _NAME
        and like_title(outlet)
        and _title_below(lines, at)
    )


def _title_below(lines: list[Line], time: int) -> int | None:
    """The line of the headline below a time; between them the outlet may be named again."""
    outlet = lines[time - 1].words.strip(_MARKS)
    first = time + 1
    if first < len(lines) and lines[first].words.strip(_MARKS).casefold() == outlet.casefold():
        first += 1
    return first if first < len(lines) and like_title(lines[first].words) else None


def _entry(text: str, lines: list[Line], time: int, end: int) -> Part:
    """The article whose time stands on a line."""
    title = _title_below(lines, time) or time
    return Part(
        between(text, lines, title + 1, end),
        title=lines[title].words,
        kind="related",
        source=lines[time - 1].words.strip(_MARKS),
        when=lines[time].words.strip(_MARKS),
    )
