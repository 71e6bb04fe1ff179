"""Vectors of sentences and of spans of them, and how near two are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.model import ReadSentence, Span

Vector = NDArray[np.float32]


def rows(sentence: ReadSentence) -> Vector:
    """The vectors of a sentence's words, (words, D); D is 0 when its reader makes none."""
    if not sentence.words:
        return np.zeros((0, 0), np.float32)
    flat = np.frombuffer(sentence.rows, dtype="<f2").astype(np.float32)
    return flat.reshape(len(sentence.words), -1)


def vector(sentence: ReadSentence, span: Span | None = None) -> Vector:
    """The unit vector of a sentence, or of the words of it that lie in ``span`` (offsets into the passage's text).

    All zeros where there are no words.  The mean of the words' vectors, as sentence-transformers pool
    (Reimers and Gurevych 2019, https://aclanthology.org/D19-1410/).
    """
    held = rows(sentence)
    if span is not None:
        inside = [i for i, w in enumerate(sentence.words) if w.start >= span.start and w.end <= span.end]
        held = held[inside]
    if not held.size:
        return np.zeros(held.shape[1] if held.ndim == 2 else 0, np.float32)
    mean = held.mean(0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), np.float32)


def similarity(a: Vector, b: Vector) -> float:
    """The cosine of two unit vectors, -1 to 1; 0 where one is empty."""
    return float(a @ b) if a.size and a.size == b.size else 0.0
