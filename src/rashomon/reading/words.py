"""Words as the reader knows them: those of Universal Dependencies' English treebanks.

A word here is smaller than a token of `rashomon.text`: “doesn't” is “does” and “n't”, “Kremlin’s”
is “Kremlin” and “’s”, “coal-fired” is three words.  The rules are those of the treebanks that the
reader was trained on (https://universaldependencies.org/u/overview/tokenization.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_LONGEST = 60  # letters of one word; a longer run is cut, so that hostile text stays bounded
_CHUNK = re.compile(
    r"""
    (?: https?:// | www\. ) [^\s<>"“”]+ (?<! [.,;:!?)\]’'] )
  | [\w.+-]{1,64} @ [\w-]{1,64} (?: \. [\w-]{1,64} ){1,4}
  | [0-9]+ (?: [.,:][0-9]+ )* (?: (?:st|nd|rd|th|s) (?![^\W_]) )?
  | (?<= [.”"’\w)\]] ) [’'] (?:s|re|ve|ll|d|m) (?![^\W_])
  | (?: [^\W\d_]{1,2}\. ){2,}
  | [^\W\d_] (?: [^\W_] | [\u0300-\u036f] )* (?: [’'] [^\W\d_] (?: [^\W\d_] | [\u0300-\u036f] )* )*
  | \.{2,} | -{2,} | !{2,} | \?{2,}
  | [^\w\s] | _+ | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?<=.)(?:n[’']t|[’'](?:s|re|ve|ll|d|m))$|[’'](?=[^’']+$)", re.IGNORECASE)
_WHOLE = re.compile(r"(?:[od]|al|ma|sha|sa|qur|ba|ta|ka)[’']", re.IGNORECASE)
_TWO = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}
_NOT_A_WORD = re.compile(r"[^\w\s]|_", re.ASCII)


class Word(NamedTuple):
    """A word with its place: ``text[start:end]`` is what was read."""

    text: str
    start: int
    end: int


def words(text: str, abbreviations: frozenset[str], start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]``, in order, with places counted from the start of ``text``.

    ``abbreviations`` are words that keep their full stop, in lower case with it (``mr.``).
    """
    found: list[Word] = []
    stop = len(text) if end is None else end
    at = start
    while chunk := _CHUNK.search(text, at, stop):
        first, at = chunk.span()
        if at < stop - 1 and text[at] == "." and f"{chunk.group().lower()}." in abbreviations:
            at += 1
        found.extend(_parts(text, first, at))
    return tuple(found)


def _parts(text: str, first: int, end: int) -> Iterable[Word]:
    """A chunk cut before its clitic, and where it is too long for a word."""
    while end - first > _LONGEST:
        yield Word(text[first : first + _LONGEST], first, first + _LONGEST)
        first += _LONGEST
    chunk = text[first:end]
    if cut := _TWO.get(chunk.lower()):
        places = [0, cut, len(chunk)]
    elif (clitic := _CLITIC.search(chunk)) and not _is_whole(chunk, clitic.start()):
        places = [0, clitic.start(), len(chunk)] if clitic.end() == len(chunk) else [0, len(chunk)]
    else:
        places = [0, len(chunk)]
    for left, right in pairwise(places):
        yield Word(chunk[left:right], first + left, first + right)


def _is_whole(chunk: str, apostrophe: int) -> bool:
    """Whether an apostrophe belongs to a name ("Sa'd", "O'Neil") and parts nothing."""
    prefix = _WHOLE.match(chunk)
    return bool(prefix) and prefix.end() == apostrophe + 1 and chunk[apostrophe + 1 :].lower() != "s"  # type: ignore[union-attr]


_OPENING = frozenset("([{-–—/“‘ \t\n\r\xa0")
_TREEBANK = {
    "``": "“",
    "''": "”",
    "`": "‘",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}


def normal(forms: Sequence[str], spaced: Sequence[bool]) -> list[str]:
    """The words as the encoder sees them: quotation marks that say whether they open or close.

    ``spaced[i]`` says whether white space (or nothing at all) stands before word ``i``.  The
    bracket and quotation codes of the Penn Treebank are turned back into marks.
    """
    seen: list[str] = []
    for form, space in zip(forms, spaced, strict=True):
        if form in _TREEBANK:
            form = _TREEBANK[form]
        elif form in {'"', "'"}:
            opens = space or (bool(seen) and seen[-1][-1] in _OPENING)
            form = ("“" if opens else "”") if form == '"' else ("‘" if opens else "’")
        elif form[0] in "'’" and len(form) > 1:
            form = "'" + form[1:]
        seen.append(form.replace("’", "'") if len(form) > 1 else form)
    return seen


def spaces(found: Sequence[Word]) -> list[bool]:
    """Whether white space, or nothing at all, stands before each word."""
    return [i == 0 or found[i - 1].end < word.start for i, word in enumerate(found)]


SHAPES = 8


def shape(form: str) -> int:
    """How a word is written, a number under `SHAPES`.

    0 lower case, 1 a capital first, 2 all capitals, 3 one capital letter, 4 mixed, 5 with digits,
    6 a mark, 7 letters without case.
    """
    if not any(c.isalnum() for c in form):
        return 6
    if any(c.isdigit() for c in form):
        return 5
    if form.islower():
        return 0
    if form.isupper():
        return 3 if len(form.replace(".", "")) == 1 else 2
    if form[0].isupper() and form[1:].islower():
        return 1
    return 4 if form.lower() != form.upper() else 7
