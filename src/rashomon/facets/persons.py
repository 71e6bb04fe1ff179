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
    """A claim (by position) that names a person; ``words`` are the name with the title or what describes him or her."""

    claim: int
    name: str
    words: str


def named(claims: Sequence[Claim], reports: Mapping[str, Report], lexicon: Lexicon) -> list[list[Named]]:
    """For each person whom two or more reports name with a title or a role: where each does so first."""
    found: dict[tuple[str, str], dict[str, Named]] = {}
    for at, claim in enumerate(claims):
        for name, words in _told(claim, reports[claim.report].text, lexicon):
            parts = name.split()
            if _FEWEST <= len(parts) <= _MOST:
                key = parts[0][0].lower(), parts[-1].lower()
                found.setdefault(key, {}).setdefault(claim.report, Named(at, name, words))
    return [list(held.values()) for _, held in sorted(found.items()) if len(held) > 1]


def describes_its_speaker(claim: Claim, reports: Mapping[str, Report]) -> bool:
    """Whether a clause only says who its speaker is ("…, a professor at Orm,"): that is nothing that was said."""
    said = claim.attribution
    if not said or claim.event or claim.figures:
        return False
    before = reports[claim.report].text[claim.sentence.start : claim.span.start].rstrip()
    return before.endswith(",") and before.rstrip(",").endswith(said.speaker.split()[-1])


def _told(claim: Claim, text: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The names in a claim with their titles, then those that a reader found described."""
    titled = ((name, _titled(claim, name, text, lexicon)) for name in claim.names)
    found = [(name, words) for name, words in titled if words]
    return found + [(_bare(name), f"{_bare(name)}, {words}") for name, words in claim.persons]


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")


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
