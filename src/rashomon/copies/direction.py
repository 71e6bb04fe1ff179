"""Which of two linked reports was copied from the other, as far as anything tells.

Each sign votes with the odds that it is right; signs that disagree weaken each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.copies.texts import Text
from rashomon.model import Report
from rashomon.text.dates import is_later

_OWN_AND_CREDITED = 0.95  # one is the agency's own report, the other names the agency
_OWN = 0.8  # one is an agency's own report, the other no agency's
_NAMED = 0.7  # one names the other's outlet, or the agency that the other credits
_EARLIER = 0.65
_FULLER = 0.55  # all of one is in the other, and the other tells more
_MUCH_FULLER = 1.5
_SURE_ENOUGH = 0.52


class Sign(NamedTuple):
    """That the first text is the source (or the second one, where ``first`` is false), and how sure that is."""

    first: bool
    sure: float
    why: str


def agencies(report: Report) -> frozenset[str]:
    """The agencies that a report is by: its own outlet's, or those that its credits name."""
    own = {report.outlet.name} if report.outlet and report.outlet.kind == "agency" else set()
    return frozenset(own | {credit.agency for credit in report.credits})


def direction(a: Text, b: Text) -> tuple[str | None, float, str]:
    """The id of the source, how sure that is (0 to 1), and why; (None, 0, "") where nothing tells."""
    signs = [*_signs(a, b, True), *_signs(b, a, False)]
    odds = sum((1 if sign.first else -1) * math.log(sign.sure / (1 - sign.sure)) for sign in signs)
    sure = 1 / (1 + math.exp(-abs(odds)))
    if sure < _SURE_ENOUGH:
        return None, 0.0, ""
    source = a if odds > 0 else b
    best = max((sign for sign in signs if sign.first == (odds > 0)), key=lambda sign: sign.sure)
    return source.report.id, sure, best.why


def _signs(a: Text, b: Text, first: bool) -> Iterator[Sign]:
    """The signs that b was copied from a."""
    one, other = a.report, b.report
    own = one.outlet.name if one.outlet and one.outlet.kind == "agency" else None
    if own and own in {credit.agency for credit in other.credits}:
        yield Sign(first, _OWN_AND_CREDITED, f"one is {own}'s own report and the other names {own}")
    elif own and not (other.outlet and other.outlet.kind == "agency"):
        yield Sign(first, _OWN, f"one is {own}'s own report")
    elif name := _named(one, b):
        yield Sign(first, _NAMED, f"one names {name}, from which the other is")
    if is_later(other.published, one.published):
        yield Sign(first, _EARLIER, "one was published earlier")
    if len(a.words) >= _MUCH_FULLER * len(b.words):
        yield Sign(first, _FULLER, "one tells more than the other")


def _named(report: Report, other: Text) -> str | None:
    """The outlet of a report, or the agency it credits, that another text's own words name but whose it is not."""
    names = sorted(agencies(report) | ({report.outlet.name} if report.outlet else set()))
    own = agencies(other.report) | ({other.report.outlet.name} if other.report.outlet else set())
    text = other.report.text[other.report.body :]
    for name in names:
        if name not in own and len(name) > 1 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return name
    return None
