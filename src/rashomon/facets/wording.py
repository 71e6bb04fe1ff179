"""Wording: two reports that put different words of one speaker into quotation marks."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import product

from rashomon.claims.quotations import quotations
from rashomon.model import Claim, Report

_FEWEST = 3  # words of a quotation that is compared
_ALIKE = 0.5  # share of the words of two quotations that are the same when they are versions of one
_SHOWN = 14  # words of a quotation that is shown


def altered(x: Claim, y: Claim, reports: Mapping[str, Report]) -> tuple[str, str] | None:
    """The two quotations, shortened, in which claims give the same words of a speaker differently; None for none.

    A quotation that is only cut shorter is not altered.  Likeness is Ratcliff and Obershelp's over words.
    """
    found = []
    for a, b in product(_quoted(x, reports[x.report].text), _quoted(y, reports[y.report].text)):
        first, second = _words(a), _words(b)
        alike = SequenceMatcher(None, first, second, autojunk=False).ratio()
        if alike >= _ALIKE and not _holds(first, second) and not _holds(second, first):
            found.append((alike, a, b))
    if not found:
        return None
    _, a, b = max(found)
    return _short(a), _short(b)


def _quoted(claim: Claim, text: str) -> list[str]:
    """What stands in quotation marks in a claim's sentence and reaches into its clause, without the marks."""
    inside = (q for q in quotations(text, claim.sentence) if q.start < claim.span.end and claim.span.start < q.end)
    passages = (text[q.start : q.end].strip("“”\"'‘’„«» ,.") for q in inside)
    return [passage for passage in passages if len(passage.split()) >= _FEWEST]


def _words(passage: str) -> list[str]:
    bare = (word.strip(".,;:!?…–—-()[]\"“”'‘’").lower().replace("’", "'") for word in passage.replace("-", " ").split())
    return [word for word in bare if word]


def _holds(whole: list[str], part: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _short(passage: str) -> str:
    words = passage.split()
    return " ".join(words) if len(words) <= _SHOWN else " ".join(words[:_SHOWN]) + " …"
