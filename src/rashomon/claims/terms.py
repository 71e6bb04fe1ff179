"""Content words as terms that compare: one form for inflected forms, numbers and words of one class."""

from __future__ import annotations

from rashomon.langs import Lexicon
from rashomon.text import Token
from rashomon.text.stems import stem


def terms(words: tuple[Token, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The terms of a clause, in order: stems, ``=class`` for a word of a class, ``#value`` for a number."""
    return tuple(term for word in words for term in of_word(word, lexicon))


def of_word(word: Token, lexicon: Lexicon) -> tuple[str, ...]:
    """The terms of one word: none for a mark or a word without content, several for a compound."""
    if word.kind == "number":
        return ("#" + word.text.replace(",", ""),)
    if word.kind != "word" or word.lower in lexicon.stopwords:
        return ()
    parts = word.lower.split("-")
    whole = [word.lower] if len(parts) > 1 else []
    return tuple(_term(part, lexicon) for part in whole + parts if _counts(part, lexicon))


def _counts(part: str, lexicon: Lexicon) -> bool:
    bare = part.removesuffix("'s")
    return bool(bare) and bare not in lexicon.stopwords


def _term(part: str, lexicon: Lexicon) -> str:
    bare = part.removesuffix("'s")
    if bare in lexicon.classes:
        return "=" + lexicon.classes[bare]
    if bare in lexicon.numbers:
        return f"#{lexicon.numbers[bare]:.0f}"
    return stem(bare)
