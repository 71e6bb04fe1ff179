"""Where the neighbours of claims are searched."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from rashomon.facets import pools as module
from rashomon.facets.meanings import Floats
from rashomon.facets.pools import pools
from rashomon.facets.postings import Postings, posted

SIZE, TOPICS = 120, 6


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Bounds that a small story passes."""
    for name, value in {"WHOLE": 50, "POOL": 40, "SHARING": 3, "COMMON": 4, "_PART": 8}.items():
        monkeypatch.setattr(module, name, value)
    return


def topics() -> Floats:
    """Unit vectors around the axes of six topics, in turn."""
    angle = np.linspace(0, 0.3, SIZE // TOPICS)
    found = np.zeros((SIZE, TOPICS + 1), np.float32)
    for n in range(SIZE):
        found[n, n % TOPICS], found[n, TOPICS] = np.cos(angle[n // TOPICS]), np.sin(angle[n // TOPICS])
    return found


def words() -> Postings:
    """Claims with a word of their own each, but that of claim 0 stands in claim 1 too."""
    return posted([{f"own{n}": 1.0} if n != 1 else {"own0": 0.6, "own1": 0.8} for n in range(SIZE)])


def test_a_small_story_is_compared_with_all() -> None:
    found = list(pools(words(), topics()))
    assert [len(block) for block, _ in found] == [SIZE]
    assert all(pool.tolist() == list(range(SIZE)) for _, pool in found)
    assert list(pools(posted([]), None)) == []


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("read", [True, False])
def test_every_claim_is_searched_once(read: bool) -> None:
    found = list(pools(words(), topics() if read else None))
    assert sorted(at for block, _ in found for at in block.tolist()) == list(range(SIZE))
    assert all(np.all(np.diff(pool) > 0) for _, pool in found)
    again = list(pools(words(), topics() if read else None))
    assert [(b.tolist(), p.tolist()) for b, p in found] == [(b.tolist(), p.tolist()) for b, p in again]


@pytest.mark.usefixtures("small")
def test_a_large_story_is_searched_by_meaning_and_by_words() -> None:
    for block, pool in pools(words(), topics()):
        assert len(pool) < SIZE
        # the claims of one topic that lie nearest are there
        assert all({n - TOPICS, n + TOPICS} & set(pool.tolist()) for n in block.tolist())
        assert set(block.tolist()) <= set(pool.tolist())
        if 0 in block:
            assert 1 in pool


@pytest.mark.usefixtures("small")
def test_without_vectors_by_words_alone() -> None:
    found = {at: set(pool.tolist()) for block, pool in pools(words(), None) for at in block.tolist()}
    assert {0, 1} <= found[0]
    assert found[SIZE - 1] == set(range(SIZE - 8, SIZE))


@pytest.mark.usefixtures("small")
def test_vectors_that_are_all_the_same() -> None:
    same = np.tile(np.array([[1, 0]], np.float32), (SIZE, 1))
    assert sorted(at for block, _ in pools(words(), same) for at in block.tolist()) == list(range(SIZE))
