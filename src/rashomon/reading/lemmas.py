"""Lemmas as edits: what is cut from a word's end and put there instead.

The edit-script idea of Chrupała (https://aclanthology.org/L06-1234/) in its simplest form: English
inflects at the end, so an edit is ``cut|add`` over the word in lower case, ``^cut|add`` over the
word as it is written (names), and ``>lemma`` for what no suffix explains (``went`` → ``>go``).
"""

from __future__ import annotations

KEEPS_CASE, WHOLE = "^", ">"


def script(form: str, lemma: str) -> str:
    """The edit that makes ``lemma`` of ``form``; `apply` turns it back."""
    lemma = lemma.replace("’", "'")
    keeps = lemma[:1].isupper() and form[:1] == lemma[:1]
    base = _base(form, keeps)
    kept = 0
    while kept < min(len(base), len(lemma)) and base[kept] == lemma[kept]:
        kept += 1
    if kept == 0 or len(base) - kept > max(4, kept):
        return WHOLE + lemma
    return f"{KEEPS_CASE if keeps else ''}{len(base) - kept}|{lemma[kept:]}"


def apply(edit: str, form: str) -> str:
    """The lemma of ``form`` by an edit; an edit that does not fit gives the word in lower case."""
    if edit.startswith(WHOLE):
        return edit[1:]
    base = _base(form, edit.startswith(KEEPS_CASE))
    cut, _, add = edit.removeprefix(KEEPS_CASE).partition("|")
    if (
        not (cut.isascii() and cut.isdigit() and len(cut) < 4)
        or int(cut) > len(base)
        or not base[: len(base) - int(cut)] + add
    ):
        return base
    return base[: len(base) - int(cut)] + add


def _base(form: str, keeps: bool) -> str:
    form = form.replace("’", "'")
    return form if keeps else form.lower()
