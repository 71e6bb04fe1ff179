"""What two texts share, into a link: whether one copied the other, which one, and what shows it.

The limits were measured on the pairs of 26 stories of which people had marked the copies
(evaluation/evaluate_copies.py prints how they do, fitted without each story in turn).
"""

from __future__ import annotations

from rashomon.copies.direction import agencies, direction
from rashomon.copies.judge import BESIDE, COPIED, Shared
from rashomon.copies.texts import Text
from rashomon.model import Credit, Link, LinkKind

RUN = 9  # words in a row, where the sentences around them tell the same too
TOLD = 1.45  # score of sentences that tell the same in one order
_CREDITED = 0.6  # that score where both name one agency
_VERBATIM = 12  # words in a row
_FIRM = 0.125  # score by the sentences of the shorter text, from which the texts are one
_FIRM_CREDITED = 0.06  # the same where both name one agency


def is_copy(shared: Shared) -> bool:
    """Whether the shared text alone shows that one copied the other."""
    told = shared.aligned.score
    return shared.share >= COPIED or told >= TOLD or (shared.run.size >= RUN and told >= BESIDE)


def link(a: Text, b: Text, shared: Shared) -> Link | None:
    """The link between two texts; None where they are independent."""
    both = sorted(agencies(a.report) & agencies(b.report))
    alone = is_copy(shared)
    if not alone and not (both and shared.aligned.score >= _CREDITED):
        return None
    kind: LinkKind = "verbatim" if shared.run.size >= _VERBATIM else "rewrite" if alone else "credit"
    source, confidence, why = direction(a, b)
    credit = _credit(a, both) if kind == "credit" else None
    return Link(
        reports=(a.report.id, b.report.id),
        kind=kind,
        share=round(shared.share, 3),
        quote=credit.quote if credit else _quote(a, shared),
        reason=_reason(shared, min(len(a.told), len(b.told)), both, why),
        source=source,
        confidence=round(confidence, 2),
    )


def summary_link(article: Text, summary: Text, shared: Shared) -> Link:
    """The link between an article and a summary of it."""
    return Link(
        reports=(article.report.id, summary.report.id),
        kind="verbatim" if shared.run.size >= _VERBATIM else "rewrite",
        share=round(shared.share, 3),
        quote=_quote(article, shared),
        reason="The page gives it as a summary of that article",
        source=article.report.id,
        confidence=1.0,
    )


def is_firm(a: Text, b: Text, shared: Shared) -> bool:
    """Whether so much is shared that the two are one witness, and not two that took something over."""
    told = shared.aligned.score
    shorter = max(1, min(len(a.told), len(b.told)))
    if agencies(a.report) & agencies(b.report) and told >= 1.0 and told / shorter >= _FIRM_CREDITED:
        return True
    return shared.share >= COPIED or (told >= TOLD and told / shorter >= _FIRM)


def _credit(text: Text, both: list[str]) -> Credit | None:
    return next((credit for credit in text.report.credits if credit.agency in both and credit.quote), None)


def _quote(text: Text, shared: Shared) -> str:
    start, size = shared.run
    return text.report.text[text.words[start].start : text.words[start + size - 1].end] if size else ""


def _reason(shared: Shared, sentences: int, both: list[str], why: str) -> str:
    """One sentence that says what shows the link."""
    told, same = len(shared.aligned.pairs), shared.run.size
    parts = [
        f"{shared.share:.0%} of the shorter text stands in the other one, quotations aside",
        f"{told} of its {sentences} sentences tell the same in the same order" if told and sentences else "",
        f"{same} words in a row are the same" if same else "",
        f"both name {', '.join(both)}" if both else "",
        why,
    ]
    return "; ".join(part for part in parts if part)
