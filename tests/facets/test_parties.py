"""Two sides that give different figures for one thing."""

from __future__ import annotations

import pytest

from rashomon.facets.parties import joined
from rashomon.facets.quantities import Counted
from rashomon.model import Claim
from tests.facets.made import claim, figure, said

OWNER, HARBOUR = "Lise Hanning", "Odo Brint"
DEPTHS = {"low": "It lay 9 metres deep.", "lower": "It lay 4 metres deep.", "about": "It lay 5 to 10 metres deep."}
BOATS = {"low": "There were nine boats.", "lower": "There were four boats."}
Told = list[tuple[str, str, str | None]]


def sides(first: Told, second: Told, texts: dict[str, str], origin: dict[str, str]) -> list[tuple[int, ...]]:
    """The groups that come of two groups of (report, figure, speaker)."""
    told = [*first, *second]
    claims: list[Claim] = [claim("x", at, attribution=said(who) if who else None) for at, _, who in told]
    items = [Counted(at, figure(texts[which])) for at, (_, which, _) in enumerate(told)]
    groups = [tuple(range(len(first))), tuple(range(len(first), len(told)))]
    return joined(groups, items, claims, origin)


BOTH_TELL = ([("a", "low", OWNER), ("b", "low", OWNER)], [("a", "lower", HARBOUR), ("b", "lower", HARBOUR)])
APART = {"a": "o1", "b": "o2"}


@pytest.mark.parametrize(
    ("told", "texts", "origin", "together"),
    [
        (BOTH_TELL, DEPTHS, APART, True),
        (BOTH_TELL, DEPTHS, {"a": "o1", "b": "o1"}, False),
        (BOTH_TELL, BOATS, APART, False),
        (([("a", "low", OWNER)], [("b", "lower", HARBOUR)]), DEPTHS, APART, False),
        (
            ([("a", "low", OWNER), ("b", "low", OWNER)], [("a", "lower", OWNER), ("b", "lower", OWNER)]),
            DEPTHS,
            APART,
            0,
        ),
        (([("a", "low", OWNER), ("b", "low", OWNER)], [("a", "lower", None), ("b", "lower", None)]), DEPTHS, APART, 0),
        (
            ([("a", "low", OWNER), ("b", "low", None)], [("a", "lower", HARBOUR), ("b", "lower", None)]),
            DEPTHS,
            APART,
            1,
        ),
        (
            ([("a", "low", OWNER), ("b", "low", OWNER)], [("a", "about", HARBOUR), ("b", "about", HARBOUR)]),
            DEPTHS,
            APART,
            0,
        ),
    ],
)
def test_two_opposed_parties(
    told: tuple[Told, Told], texts: dict[str, str], origin: dict[str, str], together: bool
) -> None:
    size = len(told[0]) + len(told[1])
    apart = [tuple(range(len(told[0]))), tuple(range(len(told[0]), size))]
    assert sides(*told, texts, origin) == ([tuple(range(size))] if together else apart)


def test_no_groups() -> None:
    assert joined([], [], [], {}) == []
