"""Who gives an answer: mentions put together that say the same words with the same speaker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rashomon.model import Mention, Report, Variant
from rashomon.render.safe import line
from rashomon.render.words import listed, outlet_and_country, quoted, voice


class Voice(NamedTuple):
    """One thing said: the outlets that print it, who says it (None: the report itself), and the quote."""

    outlets: str
    speaker: str | None
    quote: str


def voices(variant: Variant, reports: Mapping[str, Report], *, dated: bool = False) -> list[Voice]:
    """The variant's mentions in their order, those with the same speaker and words as one.

    ``dated`` adds when each report was published.  Every part is one printable line, not escaped for
    any format.
    """
    same: dict[tuple[str | None, str], list[str]] = {}
    for mention in variant.mentions:
        outlets = same.setdefault(_said(mention), [])
        name = line(_name(reports[mention.report], dated))
        if name not in outlets:
            outlets.append(name)
    return [Voice(listed(outlets), speaker, quote) for (speaker, quote), outlets in same.items()]


def _said(mention: Mention) -> tuple[str | None, str]:
    speaker = voice(mention)
    return line(speaker) if speaker else None, line(quoted(mention.words))


def _name(report: Report, dated: bool) -> str:
    """The outlet, with the day and the minute of publication as the report gives them."""
    name = outlet_and_country(report)
    return f"{name}, {report.published[:16].replace('T', ' ')}" if dated and report.published else name
