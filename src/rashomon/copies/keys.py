"""Fingerprints of a text: what it shares with one that was copied from it, or that it copied.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003) over shingles of three words, window four.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from rashomon.text import Token

SHINGLE = 3
WINDOW = 4


def hashed(words: str) -> int:
    """The hash of some words, the same on every machine."""
    return crc32(words.encode("utf-8", "replace"))


def shingles(words: Sequence[Token]) -> tuple[int, ...]:
    """The hash of each run of three words, in order."""
    lower = [word.lower for word in words]
    return tuple(hashed(" ".join(lower[i : i + SHINGLE])) for i in range(len(lower) - SHINGLE + 1))


def fingerprints(hashes: Sequence[int]) -> frozenset[int]:
    """The smallest hash of each window of four; of fewer hashes the smallest."""
    return frozenset(min(hashes[i : i + WINDOW]) for i in range(max(1, len(hashes) - WINDOW + 1)) if hashes)
