"""What stands beside a claim in its sentence: clauses of two sentences that are near bring the others near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.model import Claim

_BESIDE = 0.8  # share of the score of other clauses of their sentences that counts


def in_sentences(
    items: Sequence[int], claims: Sequence[Claim], judged: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The scores of pairs of claims, or a share of the best score of two clauses of their sentences.

    ``items`` are the claims (by position) that are asked about.
    """
    members: dict[tuple[str, tuple[int, int]], list[int]] = {}
    for at in items:
        members.setdefault((claims[at].report, claims[at].sentence), []).append(at)
    found: dict[tuple[int, int], float] = {}
    for (a, b), score in judged.items():
        first, second = (members.get((claims[at].report, claims[at].sentence), ()) for at in (a, b))
        for x in first:
            for y in second:
                value = score if (x, y) == (a, b) else _BESIDE * score
                if claims[x].report != claims[y].report and value > found.get((x, y), 0.0):
                    found[x, y] = value
    return found
