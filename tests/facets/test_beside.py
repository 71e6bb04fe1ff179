"""What stands beside a claim in its sentence."""

from __future__ import annotations

import pytest

from rashomon.facets.beside import in_sentences
from tests.facets.test_times import STORY


@pytest.mark.parametrize(
    ("items", "judged", "expected"),
    [
        ([], {(1, 3): 0.5}, {}),
        ([1, 3], {}, {}),
        ([1, 3], {(1, 3): 0.5}, {(1, 3): 0.5}),
        # of other clauses of the sentences a share counts
        ([1, 3], {(0, 4): 0.5}, {(1, 3): 0.4}),
        ([1, 3], {(0, 3): 0.5}, {(1, 3): 0.4}),
        # the best counts, whichever comes first
        ([1, 3], {(1, 3): 0.3, (0, 4): 0.5}, {(1, 3): 0.4}),
        ([1, 3], {(0, 4): 0.5, (1, 3): 0.3}, {(1, 3): 0.4}),
        ([1, 3], {(1, 3): 0.45, (0, 4): 0.5}, {(1, 3): 0.45}),
        # other sentences say nothing of these
        ([1, 3], {(2, 3): 0.5, (1, 5): 0.5, (1, 6): 0.5}, {}),
        # every pair of the two sentences that is asked about
        ([0, 1, 3], {(0, 4): 0.5}, {(0, 3): 0.4, (1, 3): 0.4}),
        # never two claims of one report
        ([0, 1, 2], {(0, 1): 0.9, (0, 2): 0.9}, {}),
    ],
)
def test_in_sentences(
    items: list[int], judged: dict[tuple[int, int], float], expected: dict[tuple[int, int], float]
) -> None:
    assert in_sentences(items, STORY, judged) == pytest.approx(expected)
