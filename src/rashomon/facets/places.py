"""Places: claims that say where the same thing happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rashomon.facets.atlas import Atlas
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


def scores(
    items: Sequence[Sited], beside: Mapping[tuple[int, int], float], atlas: Atlas
) -> dict[tuple[int, int], float]:
    """The score of each pair of places that are one or nested, or that locate the same word.

    ``beside`` is `beside.in_sentences` of what was judged.
    """
    held: dict[int, list[int]] = {}
    for n, item in enumerate(items):
        held.setdefault(item.claim, []).append(n)
    found: dict[tuple[int, int], float] = {}
    for (a, b), score in beside.items():
        for i in held.get(a, ()):
            for j in held.get(b, ()):
                named, placed = _alike(items[i].place, items[j].place, atlas)
                if score >= _LEAST and (named or placed):
                    found[min(i, j), max(i, j)] = min(1.0, score + _ALIKE * named + _ALIKE * placed)
    return found


def _alike(a: Located, b: Located, atlas: Atlas) -> tuple[bool, bool]:
    """Whether two places are one or one inside the other, and whether the same word is located, however."""
    standing = atlas.standing(a, b)
    return bool(standing and standing.kind != "apart"), bool(a.of) and a.of == b.of
