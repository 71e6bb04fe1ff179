"""Answers: what one claim says to a facet's question."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Claim, Figure, Mention, Report
from rashomon.text import tokens

_SHORT = 12  # words of an answer that is no figure


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim as an answer.

    When one is asked for, ``figure`` is the number, ``day`` the day, ``person`` the person's name with the
    title before it and ``name`` the spelling of a name that answers.
    """

    claim: Claim
    figure: Figure | None = None
    day: str | None = None
    person: str | None = None
    name: str | None = None


def mention(answer: Answer, report: Report) -> Mention:
    """The answer as a mention with its exact words."""
    said = answer.claim.attribution
    return Mention(
        report=report.id,
        span=answer.claim.span,
        sentence=answer.claim.sentence,
        quote=report.text[answer.claim.span.start : answer.claim.span.end],
        answer=answer_text(answer, report),
        speaker=said.speaker if said else None,
        cue=said.cue if said else None,
        via=said.via if said else None,
    )


def answer_text(answer: Answer, report: Report) -> str:
    """The answer in few words, as the report has them."""
    if answer.figure:
        return answer.figure.label
    if answer.day:
        return answer.day.title()
    if answer.person or answer.name:
        return answer.person or answer.name or ""
    words = [word for word in tokens(report.text, *answer.claim.span) if word.kind != "mark"]
    if len(words) <= _SHORT:
        return report.text[answer.claim.span.start : answer.claim.span.end].rstrip(".,;:")
    return report.text[answer.claim.span.start : words[_SHORT - 1].end] + " …"
