"""Namesakes: speakers of several reports who are one, though each report spells the name its own way.

Two names are one when they have as many words and each word sounds like its counterpart, as far as
letters tell (`rashomon.text.sounds`); hyphens do not count.  Each union has its reason in words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from rashomon.langs import Lexicon
from rashomon.model import Claim
from rashomon.text.sounds import sound

_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
_FEWEST = 2  # words of a name that is compared
_SHORT = 4  # letters of a word from which its spelling may differ


class Union(NamedTuple):
    """The name that a spelling is shown under, and why the two are one."""

    name: str
    reason: str


def core(speaker: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a person's name in a speaker's words, without titles and offices; empty without a full name."""
    part = speaker.rsplit(", ", 1)[-1]
    words = _WORD.findall(part if part[:1].isupper() else speaker.split(", ", 1)[0])
    name: list[str] = []
    for word in reversed(words):
        lower = word.lower().removesuffix("’s").removesuffix("'s")
        if not word[0].isupper() or lower in lexicon.titles or lower in lexicon.speaker_nouns or lower != word.lower():
            break
        name.insert(0, word)
    return tuple(name) if len(name) >= _FEWEST and not words[-1].isupper() else ()


def reason(a: Sequence[str], b: Sequence[str]) -> str | None:
    """Why two names, word by word, are spellings of one; None when they are not, or do not differ."""
    first, second = _parted(a), _parted(b)
    if len(first) != len(second) or tuple(a) == tuple(b):
        return None
    differ = [(x, y) for x, y in zip(first, second, strict=True) if x.lower() != y.lower()]
    if any(min(len(x), len(y)) < _SHORT or sound(x) != sound(y) for x, y in differ):
        return None
    if not differ:
        return f"“{' '.join(a)}” and “{' '.join(b)}” differ in hyphens or capitals only"
    pairs = " and ".join(f"“{x}” and “{y}”" for x, y in differ)
    return f"{pairs} are two ways to write one sound, the rest of the name is the same"


def unions(speakers: Iterable[str], lexicon: Lexicon) -> Mapping[str, Union]:
    """For each speaker whose name is spelled otherwise more often: the name that is shown, and why.

    The most frequent spelling wins, of two as frequent the longer one, then the first in the alphabet.
    """
    named = Counter(name for name in (core(speaker, lexicon) for speaker in speakers) if name)
    ranked = sorted(named, key=lambda name: (-named[name], -len(" ".join(name)), name))
    kept: dict[tuple[str, ...], tuple[str, ...]] = {}
    found: dict[str, Union] = {}
    for name in ranked:
        key = tuple(sound(word) for word in _parted(name))
        first = kept.setdefault(key, name)
        why = reason(name, first)
        if why:
            found[" ".join(name)] = Union(" ".join(first), why)
    return MappingProxyType(found)


def unify(claims: Sequence[Claim], lexicon: Lexicon) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims of several reports with one spelling for each speaker, and the reasons, sorted."""
    found = unions((c.attribution.speaker for c in claims if c.attribution), lexicon)
    made = []
    used: set[str] = set()
    for claim in claims:
        said = claim.attribution
        union = found.get(" ".join(core(said.speaker, lexicon))) if said else None
        if said and union:
            spelled = " ".join(core(said.speaker, lexicon))
            claim = replace(claim, attribution=replace(said, speaker=said.speaker.replace(spelled, union.name)))
            used.add(union.reason)
        made.append(claim)
    return tuple(made), tuple(sorted(used))


def _parted(name: Sequence[str]) -> list[str]:
    """The words of a name, hyphens apart."""
    return [part for word in name for part in word.split("-") if part]
