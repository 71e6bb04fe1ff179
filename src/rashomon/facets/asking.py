"""The question that details answer, by the role in which the phrase hangs there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.facets.details import Detail
from rashomon.langs import Lexicon
from rashomon.model import FacetKind

_BESIDE = frozenset({"oblique", "modifier"})
_KINDS: Mapping[str, FacetKind] = {
    "subject": "actor",
    "agent": "actor",
    "where": "place",
    "when": "time",
    "after": "time",
    "why": "cause",
    "purpose": "cause",
    "circumstance": "cause",
    "how": "means",
    "apposition": "person",
}


def detail_question(held: Sequence[tuple[Detail, str]], lexicon: Lexicon) -> tuple[FacetKind, str]:
    """The kind and the question of details, each given with the text of its report."""
    forms = [_form(detail, lexicon) for detail, _ in held]
    form = max(forms, key=lambda name: (Counter(forms)[name], -forms.index(name)))
    detail, text = held[forms.index(form)]
    lead, tail, on = (" ".join(text[slice(*span)].split()) for span in (detail.lead, detail.tail, detail.on))
    if form == "patient" and detail.tail.start < detail.on.start:
        form = "subject"
    question = lexicon.questions[form].format(lead=lead, tail=tail, on=on, case=detail.case.capitalize())
    return _KINDS.get(form, "other"), question


def _form(detail: Detail, lexicon: Lexicon) -> str:
    """Which of the forms of lexicon.questions asks for a phrase."""
    if detail.role == "time" or (detail.role in _BESIDE and detail.head in lexicon.times):
        return "when"
    if detail.role in _BESIDE and detail.kind == "LOC" and detail.case in lexicon.grammar["where"]:
        return "where"
    if detail.role == "oblique":
        return "beside" if detail.case else "content"
    if detail.role == "circumstance":
        marks = ("why", "after", "purpose", "how", "condition")
        return next((mark for mark in marks if detail.case in lexicon.grammar[mark]), "circumstance")
    return {"modifier": "which", "clause": "described"}.get(detail.role, detail.role)
