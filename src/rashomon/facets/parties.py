"""Parties: two sides that give different figures for one thing, as the reports that quote both tell.

Claims of opposed parties often share few words, so that their figures form two groups.  The groups
belong together where each has its own named voices and several origins set one against the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.facets.intervals import overlap
from rashomon.facets.quantities import Counted, comparable, same_voice
from rashomon.model import Claim

_ORIGINS = 2  # origins that must give both figures
_MIXED = 0.34  # most that the two sides may share of their voices


def joined(
    groups: Sequence[tuple[int, ...]],
    items: Sequence[Counted],
    claims: Sequence[Claim],
    origin: Mapping[str, str],
) -> list[tuple[int, ...]]:
    """The groups of figures (by position in ``items``), those of two opposed parties put together.

    ``origin`` maps a report to its origin: copies of one text do not tell twice.
    """
    left = list(groups)
    found = []
    while left:
        first = left.pop(0)
        rated = [(_together(first, other, items, claims, origin), -at) for at, other in enumerate(left)]
        most, at = max(rated, default=(0, 0))
        found.append(tuple(sorted((*first, *(left.pop(-at) if most >= _ORIGINS else ())))))
    return found


def _together(
    a: tuple[int, ...],
    b: tuple[int, ...],
    items: Sequence[Counted],
    claims: Sequence[Claim],
    origin: Mapping[str, str],
) -> int:
    """How many origins set the figures of one group against those of the other; 0 when they are not opposed."""
    first, second = [items[at] for at in a], [items[at] for at in b]
    clash = all(comparable(x.figure, y.figure) and not overlap(x.figure, y.figure) for x in first for y in second)
    if not first[0].figure.unit or not clash or not _apart(first, second, claims):
        return 0
    return len({origin[report] for report in _reports(first, claims) & _reports(second, claims)})


def _reports(held: Sequence[Counted], claims: Sequence[Claim]) -> set[str]:
    return {claims[item.claim].report for item in held}


def _apart(first: Sequence[Counted], second: Sequence[Counted], claims: Sequence[Claim]) -> bool:
    """Whether both sides name speakers, and hardly any in common (a pronoun may have been read wrongly)."""
    a, b = _voices(first, claims), _voices(second, claims)
    return bool(a and b) and min(_shared(a, b), _shared(b, a)) <= _MIXED


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of the voices of one side that speak on the other side too."""
    return sum(any(same_voice(x, y) for y in b) for x in a) / len(a)


def _voices(held: Sequence[Counted], claims: Sequence[Claim]) -> list[str]:
    said = (claims[item.claim].attribution for item in held)
    return [attribution.speaker for attribution in said if attribution]
