"""The state of agreement: one paragraph for each sort of story."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.model import Breakdown, Facet, Outlet
from rashomon.render.agreement import state_of_agreement, why_not_compared
from rashomon.render.places import country_name, language_name
from rashomon.render.words import outlet_and_country
from tests.render.sample import HOSTILE_NAME, sample

NAMES = f"Northlight Agency, own reporting (Harbour Ledger ×2 and {HOSTILE_NAME} ×2)"


def state(*ids: str, breakdown: Breakdown | None = None) -> str:
    """The paragraph for the sample with these facets only."""
    made = breakdown or sample()
    facets = tuple(facet for facet in made.stories[0].facets if facet.id in ids)
    return state_of_agreement(made, replace(made.stories[0], facets=facets))


def test_the_whole_sample() -> None:
    made = sample()
    assert state_of_agreement(made, made.stories[0]) == (
        f"6 reports from 4 outlets in 3 countries, with 5 independent origins: {NAMES}. 1 number changed in a copy. "
        "8 questions of fact are answered by two or more reports. "
        "2 are contested: How many people were hurt (six / eleven / at least five); "
        "What made the cable car stop (a gust of wind / a worn cable). "
        "1 has an answer that changed as the event went on: How many passengers were brought down (41 / 23). "
        "3 are agreed by two or more origins: When did the cable car stop (9:20 a.m.); "
        "Who led the rescue (Ida Marrow); Where did the cabin hang (between the third and fourth pylons). "
        "1 report was not compared: it is in Portuguese, which cannot be read yet."
    )


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ((), "No question of fact is answered by two or more reports."),
        (("f1",), "1 question of fact is answered by two or more reports. 1 is contested: "),
        (("f6",), "None is contested. 1 is agreed by two or more origins: "),
        (("f4",), "None is contested. All reports give the same answer to none of them."),
    ],
)
def test_sorts_of_story(ids: tuple[str, ...], expected: str) -> None:
    assert expected in state(*ids)


def test_agreement_within_one_origin_is_no_confirmation() -> None:
    made = sample()
    alone: tuple[Facet, ...] = tuple(
        replace(facet, variants=(replace(facet.variants[0], origins=1),)) if facet.id in {"f6", "f7"} else facet
        for facet in made.stories[0].facets
    )
    changed = replace(made, stories=(replace(made.stories[0], facets=alone),))
    assert "1 is agreed, but by one origin only: no independent report" in state("f6", breakdown=changed)
    assert "1 is agreed by two or more origins: Who led" in state("f6", "f7", "f8", breakdown=changed)
    assert "2 more rest on one origin only, repeated." in state("f6", "f7", "f8", breakdown=changed)


def test_unknown_countries_are_said() -> None:
    made = sample()
    first = replace(made.reports[0], outlet=Outlet("Nowhere Post"))
    changed = replace(made, reports=(first, *made.reports[1:]))
    assert state(breakdown=changed).startswith("6 reports from 4 outlets in 2 countries (the country of 1 is unknown)")


def test_unknown_outlets_are_said() -> None:
    made = sample()
    some = replace(made, reports=(replace(made.reports[0], outlet=None), *made.reports[1:]))
    assert state(breakdown=some).startswith(
        "6 reports from 3 outlets in 2 countries (the outlet of 1 is unknown), with"
    )
    none = replace(made, reports=tuple(replace(report, outlet=None) for report in made.reports))
    assert state(breakdown=none).startswith("6 reports (no outlet is named), with 5 independent origins: ")


@pytest.mark.parametrize(
    ("input", "source_id", "name"),
    [
        ("saved/a.txt", None, "a.txt"),
        ("saved/all.jsonl", "17", "all.jsonl, 17"),
        ("https://example.org/2031/a", None, "example.org"),
        ("http://", None, "http://"),
    ],
)
def test_name_of_an_unknown_outlet(input: str, source_id: str | None, name: str) -> None:
    report = replace(sample().reports[0], outlet=None, input=input, source_id=source_id)
    assert outlet_and_country(report) == name


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr-CA", "it is in French, which cannot be read yet"),
        ("xx", "it is in xx, which cannot be read yet"),
        (None, "its language is unknown"),
        ("en-GB", "it tells of another event or has too little text"),
    ],
)
def test_why_not_compared(language: str | None, expected: str) -> None:
    assert why_not_compared(replace(sample().reports[0], language=language)) == expected


@pytest.mark.parametrize(("code", "name"), [("NZ", "New Zealand"), ("nz", "New Zealand"), ("ZZZ", "ZZZ")])
def test_country_name(code: str, name: str) -> None:
    assert country_name(code) == name


@pytest.mark.parametrize(("code", "name"), [("pt", "Portuguese"), ("pt-BR", "Portuguese"), ("qqx", "qqx")])
def test_language_name(code: str, name: str) -> None:
    assert language_name(code) == name
