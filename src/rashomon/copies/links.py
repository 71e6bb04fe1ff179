"""What two texts share, into a link: whether one copied the other, which one, and what shows it.

The limits were measured on the pairs of 26 stories of which people had marked the copies
(evaluation/evaluate_copies.py prints how they do, fitted without each story in turn).
"""

from __future__ import annotations

from typing import NamedTuple

from rashomon.copies.direction import agencies, direction
from rashomon.copies.judge import BESIDE, COPIED, Shared
from rashomon.copies.texts import Text
from rashomon.model import Credit, Link, LinkKind

_LEAST = 0.035  # share of the shorter text's fingerprints; with less, nothing else shows a copy
_CUTS = 3  # quotations cut alike, where the sentences around them tell the same too
_ALMOST = 1.0  # score of sentences that tell the same, in texts of which very much is alike
_VERY_MUCH = 0.25
_CREDITED = 0.6  # that score where both name one agency
_VERBATIM = 12  # words in a row
_FIRM_SHARE = 0.05  # of one witness: share of the shorter text's fingerprints,
_FIRM_TOLD = 1.0  # score of the sentences where both name one agency,
_DENSE = 0.06  # and density there or where much of one is in the other,
_VERY_DENSE = 0.125  # or elsewhere


class Limits(NamedTuple):
    """From where on what two texts share is a copy.

    ``run``: words in a row, where the sentences around them tell the same too, by a score of ``beside``; ``told``:
    score of sentences that tell the same in one order; ``much``: the share of the shorter text and its density.
    """

    run: int = 9
    told: float = 1.45
    beside: float = BESIDE
    much: float = 0.07

    def is_copy(self, shared: Shared) -> bool:
        """Whether the shared text alone shows that one copied the other."""
        told = shared.aligned.score
        dense = told >= _ALMOST and shared.share + shared.density >= _VERY_MUCH
        taken = shared.run.size >= self.run or shared.cuts >= _CUTS
        alike = told >= self.told or dense or (taken and told >= self.beside)
        return shared.is_contained or (self.is_much(shared) and alike)

    def is_much(self, shared: Shared) -> bool:
        """Whether so much is the same, for the length of the shorter text, that it is not the words of the trade.

        A rewriter's own words may be all others, where the quotations are the source's.
        """
        own = shared.share >= _LEAST or shared.cuts >= _CUTS
        return own and shared.share + shared.density >= self.much


LIMITS = Limits()


def link(a: Text, b: Text, shared: Shared) -> Link | None:
    """The link between two texts; None where they are independent."""
    both = sorted(agencies(a.report) & agencies(b.report))
    alone = LIMITS.is_copy(shared)
    if not alone and not (both and LIMITS.is_much(shared) and shared.aligned.score >= _CREDITED):
        return None
    kind: LinkKind = "verbatim" if shared.run.size >= _VERBATIM else "rewrite" if alone else "credit"
    source, confidence, why = direction(a, b)
    credit = _credit(a, both) if kind == "credit" else None
    return Link(
        reports=(a.report.id, b.report.id),
        kind=kind,
        share=round(shared.share, 3),
        quote=credit.quote if credit else a.quote(*shared.run),
        reason=_reason(shared, both, why),
        source=source,
        confidence=round(confidence, 2),
    )


def summary_link(article: Text, summary: Text, shared: Shared) -> Link:
    """The link between an article and a summary of it."""
    return Link(
        reports=(article.report.id, summary.report.id),
        kind="verbatim" if shared.run.size >= _VERBATIM else "rewrite",
        share=round(shared.share, 3),
        quote=article.quote(*shared.run),
        reason="The page gives it as a summary of that article",
        source=article.report.id,
        confidence=1.0,
    )


def is_firm(a: Text, b: Text, shared: Shared) -> bool:
    """Whether so much is shared that the two are one witness, and not two that took something over."""
    if shared.is_contained and shared.share >= COPIED:
        return True
    told = shared.aligned.score
    near = shared.is_contained or (told >= _FIRM_TOLD and not agencies(a.report).isdisjoint(agencies(b.report)))
    dense = shared.density >= (_DENSE if near else _VERY_DENSE)
    return dense and shared.share >= _FIRM_SHARE and (near or told >= LIMITS.told)


def _credit(text: Text, both: list[str]) -> Credit | None:
    return next((credit for credit in text.report.credits if credit.agency in both and credit.quote), None)


def _reason(shared: Shared, both: list[str], why: str) -> str:
    """One sentence that says what shows the link."""
    told, same = len(shared.aligned.pairs), shared.run.size
    parts = [
        f"{shared.share:.0%} of the shorter text stands in the other one, quotations aside",
        f"{told} of its {shared.sentences} sentences tell the same in the same order" if told else "",
        f"{same} words in a row are the same" if same else "",
        f"{shared.cuts} quotations begin and end with the same words" if shared.cuts > 1 else "",
        f"both name {', '.join(both)}" if both else "",
        why,
    ]
    return "; ".join(part for part in parts if part)
