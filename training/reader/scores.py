"""Scores that both the training and `make eval-reader` count with; no torch here."""

from __future__ import annotations

from collections.abc import Sequence, Set

from rashomon.reading.roles import RoleSpan


def f1(pairs: Sequence[tuple[Set[RoleSpan], Set[RoleSpan]]], kind: str | None) -> float:
    """Exact F1 of the spans of one kind (None: of all) over (gold, found) pairs, between 0 and 1."""
    right = gold = ours = 0
    for wanted, found in pairs:
        wanted, found = ({s for s in part if kind in {None, s.kind}} for part in (wanted, found))
        right, gold, ours = right + len(wanted & found), gold + len(wanted), ours + len(found)
    return 2 * right / max(1, gold + ours)
