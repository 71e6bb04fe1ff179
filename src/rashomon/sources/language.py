"""Which language a text is in: detection where it is sure, else what the page declares.

English, the common case, is told by its function words alone; for anything else a trained
detector (py3langid) is loaded, which takes most of a second the first time.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_ENGLISH_WORDS = (
    "the of and to in a is that for it on was with as at by from he his her she they their has have had be been "
    "were are said but not which who this will an or its after when would about more than we i you"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_SAMPLE = 5_000
_ENOUGH = 40  # words that make the share of function words sure
_ENGLISH_SHARE = 0.22
_FEW = 8  # words below which nothing is detected
_SURE = 0.95
_FIRST_GREEK = "\u0370"


def language_of(text: str, declared: str | None = None) -> str | None:
    """The BCP 47 tag of a text, or None when it is neither detected nor declared.

    A sure detection wins over a declared tag of another language; a declared tag of the same
    language is kept with its region ("en-GB").
    """
    tag = normal_tag(declared)
    found = _detected(text)
    if found and (tag is None or tag.split("-")[0] != found):
        return found
    return tag


def normal_tag(tag: str | None) -> str | None:
    """A language tag in BCP 47's usual case ("en_us" -> "en-US"), or None when it is none."""
    tag = (tag or "").strip()
    if not _TAG.fullmatch(tag):
        return None
    head, *rest = re.split("[-_]", tag)
    return "-".join([head.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def _detected(text: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) >= _ENOUGH and sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    latin = sum(map(_is_latin, words)) >= len(words) / 2
    if latin and len(words) < _FEW:
        return None
    language, probability = _detector().classify(text[:_SAMPLE])
    return str(language) if probability >= _SURE or not latin else None


def _is_latin(word: str) -> bool:
    """Whether a word is in Latin letters, as far as its first one tells; others are certainly no English."""
    return word[0] < _FIRST_GREEK


@cache
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
