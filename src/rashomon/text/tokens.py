"""Tokens: words, numbers and marks, with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<number> [0-9]+ (?: [.,:][0-9]+ )* (?: (?:st|nd|rd|th) (?![^\W_]) )? )
  | (?P<word>   (?: [^\W\d_]\. ){2,} | [^\W_]+ (?: [’'\-‑&] [^\W_]+ )* )
  | (?P<mark>   [^\w\s] | _ )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word, number or mark: ``text[start:end] == token.text``."""

    text: str
    start: int
    end: int
    kind: str

    @property
    def lower(self) -> str:
        """The token in lower case, with straight apostrophes."""
        return self.text.lower().replace("’", "'")

    @property
    def is_name(self) -> bool:
        """Whether it is written like a name: a capital letter first."""
        return self.kind == "word" and self.text[0].isupper()


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, in order; offsets count from the start of ``text``."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(m.group(), m.start(), m.end(), m.lastgroup or "mark") for m in found)
