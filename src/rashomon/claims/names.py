"""Names: runs of words written with a capital."""

from __future__ import annotations

from itertools import groupby

from rashomon.langs import Lexicon
from rashomon.text import Token


def names(words: tuple[Token, ...], lexicon: Lexicon, *, opens: bool) -> tuple[str, ...]:
    """The names in a clause, without titles, sorted; ``opens`` says that it begins its sentence."""
    marked = [word.is_name and not _common(word, lexicon, first=opens and at == 0) for at, word in enumerate(words)]
    runs = groupby(zip(words, marked, strict=True), key=lambda pair: pair[1])
    found = {
        " ".join(word.text.removesuffix("’s").removesuffix("'s") for word, _ in run) for named, run in runs if named
    }
    return tuple(sorted(found))


def _common(word: Token, lexicon: Lexicon, *, first: bool) -> bool:
    lower = word.lower
    if lower in lexicon.titles or lower in lexicon.times or lower in lexicon.pronouns or lower in lexicon.stopwords:
        return True
    counts = lower.split("-")[0] in lexicon.numbers or lower in lexicon.vague
    return first and (
        counts or any(lower in words for words in (lexicon.openers, lexicon.speaker_nouns, lexicon.classes))
    )
