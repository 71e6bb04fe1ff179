"""Where quotations are cut: who copies a report takes its quotations over from the same first to the same last word.

Two reporters who heard one speaker choose for themselves what to quote of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rashomon.claims.quotations import quotations
from rashomon.copies.keys import Hashes, hashed, shingles, whole
from rashomon.model import Report
from rashomon.text import paragraphs, tokens

_FEWEST = 4  # words of a quotation that is more than a turn of phrase
_MOST = 300  # quotations of a report that are compared


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: the hash of all its words, and that of each run of four."""

    whole: int
    runs: Hashes


def quoted(report: Report) -> tuple[Quoted, ...]:
    """The quotations of a report's body that have four words or more."""
    found: list[Quoted] = []
    for line in paragraphs(report.text):
        for span in quotations(report.text, line) if line.start >= report.body else ():
            words = [hashed(token.lower) for token in tokens(report.text, *span) if token.kind != "mark"]
            if len(words) >= _FEWEST and len(found) < _MOST:
                ids = np.array(words, np.uint32)
                found.append(Quoted(whole(ids), shingles(ids, _FEWEST)))
    return tuple(found)


def cut_alike(a: tuple[Quoted, ...], b: tuple[Quoted, ...]) -> int:
    """How many quotations two reports cut alike, less those that share words and are cut otherwise; 0 or more."""
    same = {one.whole for one in a} & {other.whole for other in b}
    if not same:
        return 0
    left = [other.runs for other in b if other.whole not in same]
    elsewhere = np.concatenate([np.zeros(0, np.uint32), *left])
    otherwise = sum(bool(np.isin(one.runs, elsewhere).any()) for one in a if one.whole not in same)
    return max(0, len(same) - otherwise)
