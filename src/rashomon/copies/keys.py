"""Fingerprints of a text: what it shares with one that was copied from it, or that it copied.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003) over shingles of three words, window four.
"""

from __future__ import annotations

from zlib import crc32

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

SHINGLE = 3
WINDOW = 4

Hashes = NDArray[np.uint32]

_FACTOR = np.uint32(0x01000193)
_MIX = ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1))  # MurmurHash3's finaliser, public domain (Austin Appleby)


def hashed(words: str) -> int:
    """The hash of some words, 32 bits, the same on every machine."""
    return crc32(words.encode("utf-8", "replace"))


def whole(words: Hashes) -> int:
    """The hash of words in a row, however many; ``words`` are their hashes."""
    return crc32(words.tobytes())


def shingles(words: Hashes, size: int = SHINGLE) -> Hashes:
    """The hash of each run of ``size`` words, in order; ``words`` are the hashes of a text's words."""
    runs = max(0, len(words) - size + 1)
    mixed = np.zeros(runs, np.uint32)
    for at in range(size):
        mixed = mixed * _FACTOR + words[at : at + runs]
    for shift, factor in _MIX:
        mixed = (mixed ^ (mixed >> np.uint32(shift))) * np.uint32(factor)
    return mixed


def fingerprints(hashes: Hashes) -> Hashes:
    """The smallest hash of each window of four, of fewer hashes the smallest: each once, in the order of size."""
    if len(hashes) < WINDOW:
        return np.unique(hashes)[:1]
    return np.unique(sliding_window_view(hashes, WINDOW).min(axis=1))


def common(a: Hashes, b: Hashes) -> int:
    """How many hashes are in both (each of them in order, without repeats)."""
    return len(np.intersect1d(a, b, assume_unique=True))
