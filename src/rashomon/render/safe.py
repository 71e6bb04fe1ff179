"""Text of reports is hostile input: what the renderers do to it before it is written."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")


def encodable(text: str) -> str:
    """The same text with every lone surrogate as U+FFFD: UTF-8 can hold it, no offset moves."""
    return _SURROGATE.sub("\ufffd", text)


def printable(text: str) -> str:
    """The same text, safe to show: what steers a terminal or turns the direction of writing becomes U+FFFD.

    Tabs and line feeds stay, every other control character, bidirectional override and invisible tag
    goes.  No offset moves.
    """
    return _CONTROL.sub("\ufffd", encodable(text))


def line(text: str) -> str:
    """Printable text on one line: each run of white space becomes one blank."""
    return printable(" ".join(text.split()))
