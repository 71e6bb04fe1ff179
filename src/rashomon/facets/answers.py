"""Answers: what one claim says to a facet's question."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Claim, Figure, Located, Mention, Report, Span
from rashomon.text import tokens

_SHORT = 12  # words of an answer that is no figure


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim as an answer.

    When one is asked for, ``figure`` is the number, ``time`` the time, ``place`` the place, ``person`` the person's
    name with the words that describe him or her, and ``name`` the spelling of a name that answers.  ``located`` is
    the place with what is told about it.
    """

    claim: Claim
    figure: Figure | None = None
    time: str | None = None
    place: str | None = None
    person: str | None = None
    name: str | None = None
    located: Located | None = None


def mention(answer: Answer, report: Report, quoted: Span) -> Mention:
    """The answer as a mention with its exact words; ``quoted`` is the claim's clause with what stands around it."""
    said = answer.claim.attribution
    return Mention(
        report=report.id,
        span=quoted,
        sentence=answer.claim.sentence,
        quote=report.text[quoted.start : quoted.end],
        answer=answer_text(answer, report),
        speaker=said.speaker if said else None,
        cue=said.cue if said else None,
        via=said.via if said else None,
        clause=answer.claim.span,
    )


def answer_text(answer: Answer, report: Report) -> str:
    """The answer in few words, as the report has them."""
    if answer.figure:
        return answer.figure.label
    if answer.time:
        return answer.time.title()
    if answer.place or answer.person or answer.name:
        return answer.place or answer.person or answer.name or ""
    words = [word for word in tokens(report.text, *answer.claim.span) if word.kind != "mark"]
    if len(words) <= _SHORT:
        return report.text[answer.claim.span.start : answer.claim.span.end].rstrip(".,;:")
    return report.text[answer.claim.span.start : words[_SHORT - 1].end] + " …"
