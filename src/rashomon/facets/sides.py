"""Sides: which speakers speak for one party, by their names alone.

“Ruritania’s army” and “Ruritanian officials” are one side, “Harbour master Ann Pell” and “Pell”, too.
Words that many speakers share (“ministry”, “spokesman”, “local”) make no side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rashomon.langs import Lexicon
from rashomon.text.stems import stem

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"\w+(?:[-‑]\w+)+")
_OWNER = re.compile(r"(.+?)[’']s? .*", re.DOTALL)
_FEWEST = 4  # letters that two forms of one name begin with


class _Name(NamedTuple):
    """A speaker's name: all its words, stemmed, and those of them that tell its side, in order."""

    words: tuple[str, ...]
    marks: tuple[str, ...]


def sides(speakers: Iterable[str], lexicon: Lexicon) -> Mapping[str, str]:
    """The side of each speaker, under the shortest name of its members that tells a side.

    ``speakers`` holds each as often as it speaks.  Two sides are never joined by a name that fits both.
    """
    counts = Counter(speakers)
    names = {speaker: _name(speaker, lexicon) for speaker in counts}
    groups: list[list[str]] = []
    for speaker in sorted(counts, key=lambda name: (not names[name].marks, -counts[name], len(name), name)):
        homes = [group for group in groups if any(_one_side(names[speaker], names[other]) for other in group)]
        if homes and (names[speaker].marks or len(homes) == 1):
            homes[0].append(speaker)
        else:
            groups.append([speaker])
    shown = [min(group, key=lambda name: (not names[name].marks, len(name), -counts[name], name)) for group in groups]
    return {speaker: name for group, name in zip(groups, shown, strict=True) for speaker in group}


def _name(speaker: str, lexicon: Lexicon) -> _Name:
    """The name's words, up to a possessive ending.

    Its side is told by those before a preposition and outside compounds (“rebel-held”); by all where these tell none.
    """
    owner = _OWNER.fullmatch(speaker)
    named = owner[1] if owner else speaker
    words, plain = _words(named), _words(_COMPOUND.sub(" ", named))
    at = next((n for n, word in enumerate(plain) if word in lexicon.grammar["preposition"]), len(plain))
    marks = _marks(plain[:at], lexicon) or _marks(words, lexicon)
    return _Name(tuple(stem(word) for word in words if word not in lexicon.stopwords), marks)


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]


def _marks(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The words that tell a side: no nouns of offices and bodies, no forms of address, no small words."""
    common = lexicon.speaker_nouns | lexicon.titles | lexicon.stopwords | lexicon.grammar["sideless"]
    common |= lexicon.grammar["preposition"]
    return tuple(word for word in words if word not in common)


def _one_side(a: _Name, b: _Name) -> bool:
    """Whether two names begin or end with one word that tells a side, or one is no more than a part of the other."""
    if "".join(a.words) == "".join(b.words):
        return True
    if a.marks and b.marks:
        return one_word(a.marks[0], b.marks[0]) or one_word(a.marks[-1], b.marks[-1])
    short, full = (a, b) if not a.marks else (b, a)
    return not short.marks and bool(full.marks and short.words) and set(short.words) <= set(full.words)


def one_word(a: str, b: str) -> bool:
    """Whether two words are forms of one name: they begin alike up to the last letter of the shorter one."""
    least = max(_FEWEST, min(len(a), len(b)) - 1)
    return a == b or (min(len(a), len(b)) >= _FEWEST and a[:least] == b[:least])
