"""The outlet that a text names as its own: below "About the author", or in a copyright line."""

from __future__ import annotations

import re

from rashomon.model import Outlet
from rashomon.sources.outlets import OutletTable
from rashomon.sources.parts.layouts import Layouts
from rashomon.sources.parts.part import lines_of

_BELOW = 4  # lines below "About the author" that tell of him or her
_LAST = 12  # lines at the end among which the copyright stands
_AT = re.compile(
    r"\b(?:at|for|with|of)\s+(?:the\s+)?(?P<name>[a-z0-9-]+\.[a-z.]{2,20}|[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,3})"
)
_COPYRIGHT = re.compile(
    r"(?i:copyright|©)\s*(?:©|\(c\))?\s*\d{4}(?:[-–]\d{4})?,?\s*(?:by\s+)?(?:[Tt]he\s+)?(?P<name>[A-Z][^.|\n]{2,40})"
)


def self_named(text: str, outlets: OutletTable, layouts: Layouts) -> Outlet | None:
    """The outlet of the table that a text calls its own; None when it names none, or an agency.

    ``layouts`` have the words above lines on the author.
    """
    lines = [line.words for line in lines_of(text)]
    told = [
        line[:500]
        for at, above in enumerate(lines)
        if layouts.says(above, "author")
        for line in lines[at + 1 : at + 1 + _BELOW]
    ]
    named = [match["name"] for line in told for match in _AT.finditer(line)]
    named += [match["name"] for line in lines[-_LAST:] for match in _COPYRIGHT.finditer(line[:300])]
    found = [outlet for name in named for outlet in [_known(name.strip(" .,"), outlets)] if outlet]
    return next((outlet for outlet in found if outlet.kind != "agency"), None)


def _known(name: str, outlets: OutletTable) -> Outlet | None:
    words = name.split()
    if "." in words[0].strip("."):
        return outlets.find(words[0].lower())
    tried = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((outlet for outlet in map(outlets.named, tried) if outlet), None)
