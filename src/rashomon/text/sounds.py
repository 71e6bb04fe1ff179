"""How words sound, as far as their letters tell, and which letters of theirs are plain.

Transliterations differ in -skyy, -skiy and -sky, in y and i, kh and h, z and s, double letters and accents.
"""

from __future__ import annotations

import re
import unicodedata

_SAME_SOUND = (
    (re.compile(r"[iyj]+"), "y"),
    (re.compile(r"[ou]+"), "o"),
    (re.compile(r"[kg]h"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"w"), "v"),
    (re.compile(r"z"), "s"),
    (re.compile(r"[qc](?![h])"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)
# Letters that are no plain letter with a mark.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ə": "e"}
)


def plain(text: str) -> str:
    """Lower-case letters and figures without accents and apostrophes; whatever else parts words is one space."""
    bare = unicodedata.normalize("NFD", text.lower().translate(_LETTERS))
    kept = (
        letter if letter.isalnum() else " "
        for letter in bare
        if not unicodedata.combining(letter) and letter not in "'’ʼʻʹ`‘"
    )
    return " ".join("".join(kept).split())


def sound(word: str) -> str:
    """One form for what transliterations keep apart; nothing but letters is heard."""
    heard = "".join(letter for letter in plain(word) if letter.isalpha())
    for pattern, letter in _SAME_SOUND:
        heard = pattern.sub(letter, heard)
    return heard
