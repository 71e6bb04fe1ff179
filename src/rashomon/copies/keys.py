"""Fingerprints of a report: what it shares with a text that was copied from it, or that it copied.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003) over shingles of three words, window four.  Words inside quotation
marks are left out: two reporters who quote the same speaker have not copied each other.
"""

from __future__ import annotations

from zlib import crc32

from rashomon.claims.quotations import is_quoted, quotations
from rashomon.model import Report
from rashomon.text import Token, paragraphs, tokens

SHINGLE = 3
WINDOW = 4


def own_words(report: Report) -> tuple[Token, ...]:
    """The words of a report's body outside quotation marks."""
    found: list[Token] = []
    for line in paragraphs(report.text):
        if line.start >= report.body:
            quoted = quotations(report.text, line)
            found.extend(
                token
                for token in tokens(report.text, *line)
                if token.kind != "mark" and not is_quoted(quoted, token.start)
            )
    return tuple(found)


def shingles(words: tuple[Token, ...]) -> tuple[int, ...]:
    """The hash of each run of three words, in order (the same on every machine)."""
    lower = [word.lower for word in words]
    return tuple(
        crc32(" ".join(lower[i : i + SHINGLE]).encode("utf-8", "replace")) for i in range(len(lower) - SHINGLE + 1)
    )


def keys(report: Report) -> frozenset[int]:
    """The fingerprints of a report."""
    hashes = shingles(own_words(report))
    return frozenset(min(hashes[i : i + WINDOW]) for i in range(max(1, len(hashes) - WINDOW + 1)) if hashes)
