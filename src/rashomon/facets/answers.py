"""Answers: what one claim says to a facet's question."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.facets.details import Detail
from rashomon.model import Claim, Figure, Located, Mention, Report, Span, Time
from rashomon.text import tokens

_TENS = range(21, 100)  # numbers that are spelled with a hyphen
_SHORT = 12  # words of an answer that is no figure


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim as an answer.

    When one is asked for, ``figure`` is the number, ``time`` the time, ``place`` the place, ``person`` the person's
    name with the words that describe him or her, ``name`` the spelling of a name, and ``detail`` the phrase that
    answers.  ``located`` is the place with what is told about it.
    """

    claim: Claim
    figure: Figure | None = None
    time: Time | None = None
    place: str | None = None
    person: str | None = None
    name: str | None = None
    detail: Detail | None = None
    located: Located | None = None


def mention(answer: Answer, report: Report, quoted: Span) -> Mention:
    """The answer as a mention with its exact words; ``quoted`` is the claim's clause with what stands around it.

    A detail is quoted alone: what stands around it answers other questions.
    """
    said = answer.claim.attribution
    clause: Span | None = answer.claim.span
    if answer.detail:
        quoted, clause = answer.detail.quote, None
    return Mention(
        report=report.id,
        span=quoted,
        sentence=answer.claim.sentence,
        quote=report.text[quoted.start : quoted.end],
        answer=answer_text(answer, report),
        speaker=said.speaker if said else None,
        cue=said.cue if said else None,
        via=said.via if said else None,
        clause=clause,
    )


def answer_text(answer: Answer, report: Report) -> str:
    """The answer in few words, as the report has them."""
    if answer.figure:
        return in_digits(answer.figure)
    if answer.time:
        return answer.time.label
    if answer.detail:
        return " ".join(report.text[slice(*answer.detail.phrase)].split())
    if answer.place or answer.person or answer.name:
        return answer.place or answer.person or answer.name or ""
    words = [word for word in tokens(report.text, *answer.claim.span) if word.kind != "mark"]
    if len(words) <= _SHORT:
        return report.text[answer.claim.span.start : answer.claim.span.end].rstrip(".,;:")
    return report.text[answer.claim.span.start : words[_SHORT - 1].end] + " …"


def in_digits(figure: Figure) -> str:
    """The figure's label, with “forty-seven” as 47."""
    value = figure.low or figure.high or 0.0
    hyphened = next((word for word in figure.label.split() if "-" in word), None)
    spelled = hyphened and not any(sign.isdigit() for sign in figure.label)
    if figure.unit or not spelled or value not in _TENS or not value % 10 or figure.bound == "about":
        return figure.label
    return figure.label.replace(hyphened or "", f"{value:g}", 1)
