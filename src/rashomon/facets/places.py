"""Places: claims that say where the same thing happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rashomon.model import Claim, Located

_ALIKE = 0.1  # added for the same name, and for what is located being the same
_LEAST = 0.1  # score from which two claims are compared


class Sited(NamedTuple):
    """A claim (by position) that names a place."""

    claim: int
    place: Located


def sited(claims: Sequence[Claim]) -> tuple[Sited, ...]:
    """The places that claims name, in their order."""
    return tuple(Sited(at, place) for at, claim in enumerate(claims) for place in claim.places)


def scores(items: Sequence[Sited], beside: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The score of each pair of places that bear one name, or locate the same word in the same way.

    ``beside`` is `beside.in_sentences` of what was judged.
    """
    held: dict[int, list[int]] = {}
    for n, item in enumerate(items):
        held.setdefault(item.claim, []).append(n)
    found: dict[tuple[int, int], float] = {}
    for (a, b), score in beside.items():
        for i in held.get(a, ()):
            for j in held.get(b, ()):
                named, placed = _alike(items[i].place, items[j].place)
                if score >= _LEAST and (named or placed):
                    found[min(i, j), max(i, j)] = min(1.0, score + _ALIKE * named + _ALIKE * placed)
    return found


def _alike(a: Located, b: Located) -> tuple[bool, bool]:
    return a.name.casefold() == b.name.casefold(), bool(a.of) and (a.case, a.of) == (b.case, b.of)
