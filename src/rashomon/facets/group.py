"""Pairs into groups: average-link clustering, so that one wrong link chains nothing together.

Agglomerative clustering with the unweighted pair-group average (UPGMA; Sokal and Michener 1958)
over a sparse graph; a pair that was never judged counts as 0.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping

LEAST = 0.2  # mean score within which two groups are joined


def group(size: int, scores: Mapping[tuple[int, int], float], least: float = LEAST) -> list[tuple[int, ...]]:
    """The groups of two or more among ``size`` things, each sorted, in order of their first members.

    ``scores`` holds pairs (a, b) with a < b; ties are settled by the numbers of the groups, so the
    result does not depend on the order of the pairs.
    """
    near: dict[int, dict[int, float]] = {at: {} for at in range(size)}
    for (a, b), score in scores.items():
        near[a][b] = near[b][a] = score
    members: dict[int, tuple[int, ...]] = {at: (at,) for at in range(size)}
    heap = [(-score, a, b) for (a, b), score in scores.items() if score >= least]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if a in members and b in members and near[a].get(b) == -score:
            _join(a, b, members, near, heap, least)
    return sorted(tuple(sorted(held)) for held in members.values() if len(held) > 1)


def _join(
    a: int,
    b: int,
    members: dict[int, tuple[int, ...]],
    near: dict[int, dict[int, float]],
    heap: list[tuple[float, int, int]],
    least: float,
) -> None:
    """Put group b into group a and score the joined group against its neighbours."""
    left, right = len(members[a]), len(members[b])
    members[a] += members.pop(b)
    others = (set(near[a]) | set(near[b])) - {a, b}
    joined = {o: (left * near[a].get(o, 0.0) + right * near[b].get(o, 0.0)) / (left + right) for o in others}
    for other, score in joined.items():
        near[other].pop(b, None)
        near[other][a] = score
        if score >= least:
            heapq.heappush(heap, (-score, min(a, other), max(a, other)))
    near[a] = joined
    del near[b]
