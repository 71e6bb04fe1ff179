"""Stems: one form for the inflected forms of a word (Porter's second English stemmer, by snowballstemmer)."""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a lower-case word; a possessive ending goes."""
    return str(_STEMMER.stemWord(word.removesuffix("'s").removesuffix("'")))
