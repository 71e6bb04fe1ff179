"""Examples as numbers, and numbers as padded batches."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from rashomon.reading.pieces import Pieces

T = TypeVar("T")


@dataclass(slots=True)
class Batch:
    """A padded batch of sentences: ids, shapes, presence (S, P); pooling (S, W, P); words present (S, W)."""

    ids: Tensor
    shapes: Tensor
    present: Tensor
    pool: Tensor
    words: Tensor


def pad(part: Sequence[Pieces]) -> Batch:
    """Sentences to a batch; ``pool`` averages the pieces of each word."""
    s, p, w = len(part), max(len(e.ids) for e in part), max(e.words for e in part)
    ids, shapes = np.zeros((s, p), np.int64), np.zeros((s, p), np.int64)
    present, pool, words = np.zeros((s, p), np.float32), np.zeros((s, w, p), np.float32), np.zeros((s, w), np.float32)
    for row, e in enumerate(part):
        n = len(e.ids)
        ids[row, :n], shapes[row, :n], present[row, :n], words[row, : e.words] = e.ids, e.shapes, 1, 1
        owner = np.array(e.owner)
        held = owner >= 0
        pool[row, owner[held], np.nonzero(held)[0]] = 1
    pool /= np.maximum(pool.sum(2, keepdims=True), 1)
    return Batch(*(torch.from_numpy(a) for a in (ids, shapes, present, pool, words)))


def buckets(
    items: Sequence[T], size: Callable[[T], int], budget: int, rng: random.Random, pool: int = 1500
) -> Iterator[list[T]]:
    """Endless batches of items of about one size whose sizes, padded, sum up to at most ``budget``."""
    while True:
        order = list(items)
        rng.shuffle(order)
        for at in range(0, len(order), pool):
            part = sorted(order[at : at + pool], key=lambda x: size(x) * rng.uniform(0.9, 1.1))
            batches: list[list[T]] = []
            for item in part:
                if batches and max(size(i) for i in [*batches[-1], item]) * (len(batches[-1]) + 1) <= budget:
                    batches[-1].append(item)
                else:
                    batches.append([item])
            rng.shuffle(batches)
            yield from batches
