"""Whether one report copied another: the share of the smaller text's fingerprints in the other."""

from __future__ import annotations

from rashomon.copies.keys import SHINGLE, own_words, shingles
from rashomon.model import Evidence, Link, LinkKind, Report

COPIED = 0.3  # containment from which two texts are copies (docs/dependencies.md has what was measured)
_VERBATIM = 12  # words in a row
_FEWEST = 8  # fingerprints; a text of a line or two proves nothing


def judge(a: frozenset[int], b: frozenset[int]) -> Evidence:
    """How much of the smaller set of fingerprints is in the other one (0 to 1)."""
    small = min(len(a), len(b))
    if small < _FEWEST:
        return Evidence(0.0, ("one of the texts is too short to tell",))
    share = len(a & b) / small
    return Evidence(share, (f"{share:.0%} of the shorter text stands in the other one, quotations aside",))


def link(a: Report, b: Report, evidence: Evidence) -> Link:
    """The link between two copies, with the longest run of words that they share."""
    words = own_words(a)
    start, length = _longest_run(shingles(words), frozenset(shingles(own_words(b))))
    last = words[start + length + SHINGLE - 2] if length else None
    quote = a.text[words[start].start : last.end] if last else ""
    kind: LinkKind = "verbatim" if length + SHINGLE - 1 >= _VERBATIM else "rewrite"
    return Link((a.id, b.id), kind, round(evidence.score, 3), quote)


def _longest_run(hashes: tuple[int, ...], other: frozenset[int]) -> tuple[int, int]:
    """Start and length of the longest run of shingles that the other text has as well."""
    best, start = (0, 0), 0
    for at, value in enumerate((*hashes, -1)):
        if value not in other:
            if at - start > best[1]:
                best = (start, at - start)
            start = at + 1
    return best
