"""Tokens: words, numbers and marks, with their places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<number> [0-9]+ (?: [.,:][0-9]+ )* (?: (?:st|nd|rd|th) (?![^\W_]) )? )
  | (?P<word>   (?: [^\W\d_]\. ){2,} | [^\W_]+ (?: [’'\-‑&] [^\W_]+ )* )
  | (?P<mark>   [^\w\s] | _ )
    """,
    re.VERBOSE,
)

_KEPT = 4096  # spans whose tokens are kept: each is asked for by several rules


class Token(NamedTuple):
    """A word, number or mark: ``text[start:end] == token.text``; ``lower``: small letters, straight apostrophes."""

    text: str
    start: int
    end: int
    kind: str
    lower: str

    @property
    def is_name(self) -> bool:
        """Whether it is written like a name: a capital letter first."""
        return self.kind == "word" and self.text[0].isupper()


@lru_cache(maxsize=_KEPT)
def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, in order; offsets count from the start of ``text``."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(t := m[0], *m.span(), m.lastgroup or "mark", small(t)) for m in found)


def small(word: str) -> str:
    """A word in small letters, its apostrophes straight."""
    return word.lower().replace("’", "'")
