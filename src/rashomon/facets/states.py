"""States: whether a claim speaks of an event as still to come, as under way or as over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from rashomon.claims.terms import of_word
from rashomon.langs import Lexicon
from rashomon.text import Token

State = Literal["planned", "now", "past"]
_REACH = 2  # words behind "will" or "due to" within which its verb stands


def state(words: Sequence[Token], shared: Collection[str], lexicon: Lexicon) -> State | None:
    """The state in which a claim's words see what they tell; None when nothing shows it.

    A plan counts where its verb is one of the terms that the other claim shares, or one that says no
    more than that something takes place.
    """
    marks = [_mark(words, at, lexicon) for at in range(len(words))]
    for at, mark in enumerate(marks):
        if mark == "planned":
            ahead = range(at + 1, min(at + 1 + _REACH, len(words)))
            if any(marks[i] == "coming" or _is_shared(words[i], shared, lexicon) for i in ahead):
                return "planned"
    if "planned" in marks:
        return None
    return "now" if "now" in marks else "past" if "past" in marks else None


def _is_shared(word: Token, shared: Collection[str], lexicon: Lexicon) -> bool:
    return not word.is_name and bool(set(of_word(word, lexicon)) & set(shared))


def same_turn(a: Sequence[Token], b: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two claims may be of one turn of what comes in turns ("the second round", "the previous one")."""
    first, second = ({word.lower for word in words} & lexicon.grammar["turn"] for words in (a, b))
    return not first or not second or bool(first & second)


def _mark(words: Sequence[Token], at: int, lexicon: Lexicon) -> str | None:
    """The mark of a word, of it with the next one ("due to", "under way") or of both with a hyphen."""
    pair = f"{words[at].lower}-{words[at + 1].lower}" if at + 1 < len(words) else ""
    return lexicon.modality.get(pair) or lexicon.modality.get(words[at].lower)
