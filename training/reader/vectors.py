"""What the original encoder says about sentences and spans, kept on disk for the training to imitate."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rashomon.langs import load
from rashomon.reading.words import normal, spaces, words
from reader.teacher import Teacher


@dataclass(slots=True)
class News:
    """Sentences of news: words as the encoder sees them, the sentence's vector, a span of words and its vector."""

    written: list[list[str]]
    vectors: np.ndarray
    spans: list[tuple[int, int]]
    span_vectors: np.ndarray


def news(texts: Sequence[str], teacher: Teacher, kept: Path, seed: int) -> News:
    """The original's vectors of texts and of one span of each, computed once and kept in ``kept``."""
    abbreviations = load("en").abbreviations
    rng = random.Random(seed)
    written, spans, parts = [], [], []
    for text in texts:
        cut = words(text, abbreviations)
        written.append(normal([w.text for w in cut], spaces(cut)))
        length = min(len(cut), rng.randint(2, 25))
        first = rng.randint(0, len(cut) - length)
        spans.append((first, first + length))
        parts.append(text[cut[first].start : cut[first + length - 1].end])
    if not kept.exists():
        np.savez(kept, whole=teacher.vectors(texts), parts=teacher.vectors(parts))
    held = np.load(kept)
    return News(written, held["whole"], spans, held["parts"])


def plain(written: Sequence[Sequence[str]], teacher: Teacher, kept: Path) -> np.ndarray:
    """The original's vectors of sentences given as words."""
    if not kept.exists():
        np.save(kept, teacher.vectors([" ".join(w) for w in written]))
    found: np.ndarray = np.load(kept)
    return found
