"""Spellings: one person whom reports name in two ways ("Anna Berger" and "Anne Berger")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.langs import Lexicon
from rashomon.model import Claim
from rashomon.text.sounds import sound
from rashomon.text.stems import stem

_LONG = 5  # letters of a word from which one letter more or less may be a slip
_EACH = 2  # claims of a report that stand for a spelling
_MOST = 200  # names with the same initials that are compared
_HEAD = 2  # letters that a short form of a name shares with it ("Sam", "Samuel")


def spelled(claims: Sequence[Claim], lexicon: Lexicon) -> list[list[tuple[int, str]]]:
    """For each pair of rival spellings in different reports, the claims (by position) with the name each has.

    A name has two words or more; no report has both spellings.  Where both end in words of general news
    ("World Health Organisation"), they are no names of people.
    """
    holders: dict[str, list[int]] = {}
    for at, claim in enumerate(claims):
        for name in claim.names:
            holders.setdefault(name, []).append(at)
    found = []
    for a, b in _candidates(holders):
        if rivals(a, b) and not (_is_word(a, lexicon) and _is_word(b, lexicon)):
            places = {name: _places(name, a, b, holders) for name in (a, b)}
            first, second = ({claims[at].report for at in held} for held in places.values())
            if not first & second:
                found.append(sorted((at, name) for name, held in places.items() for at in _bounded(held, claims)))
    return found


def _candidates(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of full names whose words begin with the same letters."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(name for name in names if " " in name):
        alike.setdefault(tuple(word[0].lower() for word in name.split()), []).append(name)
    for held in alike.values():
        yield from combinations(held[:_MOST], 2)


def _is_word(name: str, lexicon: Lexicon) -> bool:
    return stem(name.split()[-1].lower()) in lexicon.rarity


def _places(name: str, a: str, b: str, holders: Mapping[str, list[int]]) -> list[int]:
    """The claims with a name, or with its last word alone where the two names end in different words."""
    last = name.split()[-1]
    alone = holders.get(last, []) if a.split()[-1] != b.split()[-1] else []
    return sorted({*holders[name], *alone})


def rivals(a: str, b: str) -> bool:
    """Whether two names differ in the letters of one word only, and not merely in how a sound is put into letters."""
    first, second = a.lower().split(), b.lower().split()
    if len(first) != len(second):
        return False
    pairs = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    slips = [(x, y) for x, y in pairs if _slip(x, y)]
    return len(slips) == 1 and all(x[:_HEAD] == y[:_HEAD] for x, y in pairs if (x, y) not in slips)


def _slip(x: str, y: str) -> bool:
    if min(len(x), len(y)) < _LONG or sound(x) == sound(y) or x[0] != y[0] or x.startswith(y) or y.startswith(x):
        return False
    return _swapped(x, y) or _one_letter(x, y)


def _swapped(x: str, y: str) -> bool:
    """Whether two neighbouring letters have changed places."""
    apart = [at for at, (p, q) in enumerate(zip(x, y, strict=False)) if p != q]
    return len(x) == len(y) and len(apart) == 2 and x[apart[0]] == y[apart[1]] and x[apart[1]] == y[apart[0]]


def _one_letter(x: str, y: str) -> bool:
    """Whether one letter is another one, or one is missing."""
    if len(x) == len(y):
        return sum(p != q for p, q in zip(x, y, strict=True)) == 1
    short, long = sorted((x, y), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _bounded(held: Iterable[int], claims: Sequence[Claim]) -> list[int]:
    """The first claims of each report."""
    seen: dict[str, int] = {}
    kept = []
    for at in held:
        report = claims[at].report
        seen[report] = seen.get(report, 0) + 1
        if seen[report] <= _EACH:
            kept.append(at)
    return kept
