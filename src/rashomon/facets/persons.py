"""Persons: claims that name somebody with an office or a role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rashomon.langs import Lexicon
from rashomon.model import Claim, Report
from rashomon.text import Token, tokens

_FEWEST, _MOST = 2, 4  # words of a full name
_BEFORE = 4  # words before a name that may hold its title


class Named(NamedTuple):
    """A claim (by position) that names a person; ``words`` is the title and the name as written."""

    claim: int
    words: str


def named(claims: Sequence[Claim], reports: Mapping[str, Report], lexicon: Lexicon) -> list[list[Named]]:
    """For each person whom two or more reports name with a title: where each does so first."""
    found: dict[tuple[str, str], dict[str, Named]] = {}
    for at, claim in enumerate(claims):
        for name in claim.names:
            parts = name.split()
            words = _titled(claim, name, reports[claim.report].text, lexicon)
            if words and _FEWEST <= len(parts) <= _MOST:
                found.setdefault((parts[0][0], parts[-1].lower()), {}).setdefault(claim.report, Named(at, words))
    return [list(held.values()) for _, held in sorted(found.items()) if len(held) > 1]


def _titled(claim: Claim, name: str, text: str, lexicon: Lexicon) -> str | None:
    """The name with the title before it, or None when it has none in the claim."""
    start = text.find(name, *claim.span)
    before = [word for word in tokens(text, claim.span.start, max(start, claim.span.start)) if start >= 0]
    title: list[Token] = []
    for word in reversed(before[-_BEFORE:]):
        if word.kind != "word" or word.lower in lexicon.stopwords:
            break
        title.insert(0, word)
    while title and not _is_office(title[0], lexicon):
        title.pop(0)
    return text[title[0].start : start + len(name)] if title else None


def _is_office(word: Token, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.titles or word.lower in lexicon.speaker_nouns
