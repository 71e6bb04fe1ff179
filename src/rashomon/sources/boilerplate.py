"""What a page holds beside its article goes: whole lines, and pieces with clear ends, never a sentence of the article.

The patterns are data (langs/en/boilerplate.txt).  What goes is kept with the draft, so that nothing is lost
unseen; a line that names an agency as origin stays, as it is evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import accumulate, islice, pairwise, takewhile
from typing import NamedTuple

from rashomon.model import Removed, Span
from rashomon.sources.credits import credits
from rashomon.sources.dates import Stated, stated_times
from rashomon.sources.draft import Draft
from rashomon.sources.outlets import Agency

_WHERE = ("line", "beside", "counter", "start", "end", "piece")
_HEADING = re.compile(rf"\[(photo )?({'|'.join(_WHERE)})\] (.+)")
_SENTENCE_END = re.compile(r"[.!?…\"”’)\]|][ \t\u00a0]{0,3}")
_OUTER = " \t\u00a0•*·▪»>|⦁–—-"  # bullets and stars around a line
_SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", "’")
_NUMBER = re.compile(r"\d+")
_LEAST_NUMBERS = 6  # of three counters
_WORD = re.compile(r"[^\W_]")
_LINE = re.compile(r"[^\n]+")
_POST = re.compile(r"[—–-] ?[^—–\n]{2,60}\(@\w{1,20}\)")  # the signature of a post that an article shows
_EMPTY_LINES = re.compile(r"\n{3,}")
_LONGEST_LINE = 400
_LONGEST_END = 300
_LONGEST_PARAGRAPH = 20_000  # what is longer is looked into no more
_MOST_LINES = 20_000  # what is behind them is looked into no more
_MOST_PIECES = 5  # of a line at its start
_COMPANY = 3  # labels in a row that need no other removed line beside them
_LEAST_ENTRIES = 10
_LONGEST_ENTRY = 40
_LEAST_PARAGRAPH = 80
_LEAST_REPEATED = 60  # characters of a paragraph that may not stand there twice
_AGAIN = "a paragraph that stands above, word for word"
_HEADLINE = "the headline again"
_ENTRY = "an entry of the page's menu"
_DATE = "a line that dates the report"
_BLANK = "a line without a word"


class Rule(NamedTuple):
    """The patterns of one heading of the data as one."""

    where: str
    photo: bool
    reason: str
    pattern: re.Pattern[str]


class Cut(NamedTuple):
    """A part of the body that goes, and why; ``photo`` when it says who took a picture."""

    start: int
    end: int
    reason: str
    photo: bool = False


def clean(draft: Draft, agencies: Sequence[Agency] = ()) -> Draft:
    """The draft without boilerplate in its body, with what was removed, credits of pictures and times of date lines.

    Lines and pieces that credit one of the ``agencies`` as origin stay.  A body of boilerplate alone is left as it is.
    """
    body = draft.text[draft.body :]
    lines = [_Line(found.start(), found[0]) for found in islice(_LINE.finditer(body), _MOST_LINES)]
    times = _times(lines)
    cuts = [cut for line in lines for cut in _in_line(line, draft.title, line.start in times)]
    cuts += _menu(lines)
    cuts += _labels(lines, cuts)
    cuts += _repeated(lines, cuts)
    if not cuts:
        return draft
    kept = _credited(lines, cuts, agencies)
    cuts = [part for cut in _apart(cuts) for part in _without(cut, kept, body)]
    rest = _joined(body, cuts)
    if not _WORD.search(rest):
        return draft
    quotes = [(cut, " ".join(body[cut.start : cut.end].split())) for cut in cuts]
    return replace(
        _dated(draft, times.values()),
        text=draft.text[: draft.body] + rest,
        photo_credits=tuple(dict.fromkeys((*draft.photo_credits, *(quote for cut, quote in quotes if cut.photo)))),
        removed=draft.removed + tuple(Removed(quote, cut.reason) for cut, quote in quotes if not cut.photo),
    )


def picture_credits(caption: str) -> list[str]:
    """The words of a picture's caption, which is one line, that say who took it."""
    cuts = _apart(_in_line(_Line(0, caption), None, False))
    return [caption[cut.start : cut.end].strip() for cut in cuts if cut.photo]


class _Line(NamedTuple):
    """A line of the body and where it starts there."""

    start: int
    text: str

    def whole(self, reason: str, photo: bool = False) -> Cut:
        return Cut(self.start, self.start + len(self.text), reason, photo)


def _times(lines: Sequence[_Line]) -> dict[int, Stated]:
    """The lines, by where they start, that state the text's times: alone, or a label and the date below it."""
    found: dict[int, Stated] = {}
    for line, below in zip(lines, [*lines[1:], _Line(0, "")], strict=True):
        if stated := stated_times(line.text):
            found[line.start] = stated
        elif line.text.rstrip().endswith(":") and (stated := stated_times(f"{line.text} {below.text}")):
            found[line.start] = found[below.start] = stated
    return found


def _in_line(line: _Line, title: str | None, dates: bool) -> list[Cut]:
    """The line as a whole where it is boilerplate, else its pieces that are."""
    words = line.text.strip(_OUTER)
    if not _WORD.search(words):
        return [line.whole(_BLANK)]
    if title and words == title:
        return [line.whole(_HEADLINE)]
    if dates:
        return [line.whole(_DATE)]
    if counted := next((rule for rule in _rules("counter") if _counts_on(rule, line.text)), None):
        return [line.whole(counted.reason)]
    if len(words) <= _LONGEST_LINE and not _POST.search(words):
        for rule in _rules("line"):
            if rule.pattern.fullmatch(words) or rule.pattern.fullmatch(line.text.strip()):
                return [line.whole(rule.reason, rule.photo)]
    return list(_pieces(line)) if len(line.text) <= _LONGEST_PARAGRAPH else []


def _counts_on(rule: Rule, text: str) -> bool:
    """Whether a line holds three counters in a row, each one more than the last ("1 of 9", "2 of 9", "3 of 9")."""
    if len(_NUMBER.findall(text)) < _LEAST_NUMBERS:
        return False
    counts = [_NUMBER.findall(found[0]) for found in rule.pattern.finditer(text)]
    steps = [all_ == before and int(at) == int(last) + 1 for (last, before), (at, all_) in pairwise(counts)]
    return any(a and b for a, b in pairwise(steps))


def _pieces(line: _Line) -> Iterator[Cut]:
    start, end = 0, len(line.text)
    for _ in range(_MOST_PIECES):
        found = next((m for rule in _rules("start") if (m := _opens(rule, line.text, start))), None)
        if not found:
            break
        start = found[1].end
        yield found[1]._replace(start=line.start + found[0], end=line.start + start)
    if tail := _tail(line.text, start):
        end = tail.start
        yield tail._replace(start=line.start + tail.start, end=line.start + tail.end)
    for rule in _rules("piece"):
        for match in rule.pattern.finditer(line.text, start, end):
            yield Cut(line.start + match.start(), line.start + match.end(), rule.reason, rule.photo)


def _tail(text: str, start: int) -> Cut | None:
    """The piece at the end of a line that starts behind the end of a sentence."""
    for place in _SENTENCE_END.finditer(text, max(start, len(text) - _LONGEST_END)):
        for rule in _rules("end"):
            if place.end() < len(text) and rule.pattern.fullmatch(text, place.end()):
                return Cut(place.end(), len(text), rule.reason, rule.photo)
    return None


def _opens(rule: Rule, text: str, start: int) -> tuple[int, Cut] | None:
    """The piece at the start of a text, unless nothing would be left behind it."""
    match = rule.pattern.match(text, start)
    return (start, Cut(start, match.end(), rule.reason, rule.photo)) if match and match.end() < len(text) else None


def _menu(lines: Sequence[_Line]) -> Iterator[Cut]:
    """Ten or more entries of a few words each before the first paragraph."""
    entries = list(takewhile(_is_entry, lines))
    below = lines[len(entries) : len(entries) + 1]
    if len(entries) >= _LEAST_ENTRIES and below and len(below[0].text) >= _LEAST_PARAGRAPH:
        yield from (line.whole(_ENTRY) for line in entries)


def _is_entry(line: _Line) -> bool:
    words = line.text.strip()
    return len(words) <= _LONGEST_ENTRY and not words.endswith(_SENTENCE_ENDS)


def _labels(lines: Sequence[_Line], cuts: Iterable[Cut]) -> Iterator[Cut]:
    """Words that are buttons only in the company of other removed lines, or of two more of their sort."""
    gone = {cut.start for cut in cuts}
    run: list[tuple[_Line, Rule | None]] = []
    for line in [*lines, None]:
        rule = _label(line) if line else None
        if line and (rule or line.start in gone):
            run.append((line, None if line.start in gone else rule))
            continue
        if len(run) >= _COMPANY or any(found is None for _, found in run):
            yield from (held.whole(found.reason) for held, found in run if found)
        run = []


def _label(line: _Line) -> Rule | None:
    words = line.text.strip(_OUTER)
    return next((rule for rule in _rules("beside") if len(words) < 60 and rule.pattern.fullmatch(words)), None)


def _repeated(lines: Sequence[_Line], cuts: Iterable[Cut]) -> Iterator[Cut]:
    """The second of two equal paragraphs of sentences (captions, quotes drawn out); what comes oftener is a form."""
    gone = {cut.start for cut in cuts}
    places: dict[str, list[_Line]] = {}
    for line in lines:
        words = line.text.strip()
        if len(words) >= _LEAST_REPEATED and words.endswith(_SENTENCE_ENDS) and line.start not in gone:
            places.setdefault(words, []).append(line)
    yield from (held[1].whole(_AGAIN) for held in places.values() if len(held) == 2)


def _credited(lines: Sequence[_Line], cuts: Iterable[Cut], agencies: Sequence[Agency]) -> list[Span]:
    """Where the lines with cuts name an agency as origin."""
    starts = [line.start for line in lines]
    touched = [lines[at] for at in sorted({bisect_right(starts, cut.start) - 1 for cut in cuts})]
    text = "\n".join(line.text for line in touched)
    places = list(accumulate((len(line.text) + 1 for line in touched), initial=0))
    spans = []
    for credit in credits(text, None, agencies):
        at = bisect_right(places, credit.span.start) - 1
        moved = touched[at].start - places[at]
        spans.append(Span(credit.span.start + moved, credit.span.end + moved))
    return spans


def _apart(cuts: Iterable[Cut]) -> Iterator[Cut]:
    """The cuts in order of place, none reaching into another."""
    last = 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end, not cut.photo)):
        if cut.end > last:
            yield cut._replace(start=max(cut.start, last))
            last = cut.end


def _without(cut: Cut, kept: Iterable[Span], body: str) -> list[Cut]:
    """What is left of a cut when these spans are not to be cut; an agency in a picture's credit is no origin."""
    inside = [span for span in kept if span.start < cut.end and cut.start < span.end]
    if cut.photo or not inside:
        return [cut]
    starts, ends = [cut.start, *(span.end for span in inside)], [*(span.start for span in inside), cut.end]
    parts = [cut._replace(start=start, end=end) for start, end in zip(starts, ends, strict=True) if start < end]
    return [part for part in parts if _WORD.search(body, part.start, part.end)]


def _joined(body: str, cuts: Sequence[Cut]) -> str:
    """The body without the cuts, one space where a piece stood, and no line left empty for a removed one."""
    parts: list[str] = []
    at, last = 0, "\n"
    for start, end in [*((cut.start, cut.end) for cut in cuts), (len(body), len(body))]:
        part = body[at:start]
        part = part.lstrip(" \t") if at else part
        part = part.rstrip(" \t") if start < len(body) else part
        part = part.removeprefix("\n") if last == "\n" else part  # the end of a line that went
        if part:
            parts += [" ", part] if last != "\n" and part[0] not in "\n.,;:!?)" else [part]
            last = part[-1]
        at = max(at, end)
    return _EMPTY_LINES.sub("\n\n", "".join(parts)).strip()


def _dated(draft: Draft, times: Iterable[Stated]) -> Draft:
    """The draft with the first times that its own lines state, where nothing better does."""
    for stated in times:
        draft = replace(draft, published=draft.published or stated.published, updated=draft.updated or stated.updated)
    return draft


def _rules(where: str) -> tuple[Rule, ...]:
    return _table()[where]


@cache
def _table() -> dict[str, tuple[Rule, ...]]:
    """The rules of the data by where they look, those of pictures first."""
    text = (files("rashomon.langs") / "en" / "boilerplate.txt").read_text(encoding="utf-8")
    sections: list[tuple[bool, str, str, list[str]]] = []
    for line in text.splitlines():
        if heading := _HEADING.fullmatch(line):
            sections.append((bool(heading[1]), heading[2], heading[3], []))
        elif line and not line.startswith("#"):
            sections[-1][3].append(line)
    rules = [Rule(where, photo, reason, _compiled(where, patterns)) for photo, where, reason, patterns in sections]
    rules.sort(key=lambda rule: not rule.photo)
    return {where: tuple(rule for rule in rules if rule.where == where) for where in _WHERE}


def _compiled(where: str, patterns: Sequence[str]) -> re.Pattern[str]:
    one = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"(?:{one})\W{{0,10}}" if where in {"line", "end"} else one, re.I)
