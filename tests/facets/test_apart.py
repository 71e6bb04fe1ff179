"""What tells two figures apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.facets.apart import Setting, apart, related, settings
from rashomon.model import Event, Span
from tests.facets.made import LEXICON, claim, figure, read
from tests.reports import report

NINE, TEN = figure("Nine boats were damaged."), figure("Ten boats were damaged.")


def setting(text: str, published: str | None = None) -> Setting:
    """The setting of the last claim of a report."""
    reports, claims = read(text)
    known = {one.id: replace(one, published=published) for one in reports}
    return settings(claims, known, LEXICON)[-1]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Nine boats were damaged on Sunday.", "Ten boats were damaged on Monday.", "day"),
        ("Nine boats were damaged on Sunday.", "Ten boats were damaged on Sunday.", None),
        ("Nine boats were damaged on Sunday.", "Ten boats were damaged.", None),
        ("Nine boats were damaged on June 2.", "Ten boats were damaged on June 3.", "day"),
        ("Nine boats were damaged on Sunday.", "Ten boats were damaged on June 3.", None),
        # the day of the sentence before in the paragraph
        ("The storm came on Sunday. It damaged nine boats.", "Ten boats were damaged on Monday.", "day"),
        ("The storm came on Sunday.\n\nIt damaged nine boats.", "Ten boats were damaged on Monday.", None),
        ("Nine boats were damaged in 1987.", "Ten boats were damaged.", "past"),
        ("Nine boats were damaged in 1987.", "Ten boats were damaged in 1987.", None),
        ("Nine boats were damaged in 1987.", "Ten boats were damaged in 1999.", "past"),
        ("Nine boats were damaged last year.", "Ten boats were damaged.", "past"),
        ("Nine boats have been damaged since the war began.", "Ten boats were damaged.", "past"),
        ("Nine boats were damaged in the past two weeks.", "Ten boats were damaged.", "past"),
        ("Nine boats have been damaged since Sunday.", "Ten boats were damaged.", None),
        ("Nine boats were damaged, the most since records began.", "Ten boats were damaged.", None),
    ],
)
def test_other_times(a: str, b: str, expected: str | None) -> None:
    assert apart(NINE, setting(a), TEN, setting(b)) == expected
    assert apart(TEN, setting(b), NINE, setting(a)) == expected


@pytest.mark.parametrize(("published", "expected"), [("2031-03-02", None), ("2032-03-02", "past"), (None, "past")])
def test_the_year_of_the_report_is_not_past(published: str | None, expected: str | None) -> None:
    dated = setting("Nine boats were damaged in 2031.", published)
    assert apart(NINE, dated, TEN, setting("Ten boats were damaged.")) == expected


def test_a_period_tells_tolls_apart_only() -> None:
    since, now = setting("The port has had nine boats since the war began."), setting("The port has ten boats.")
    assert apart(figure("There are nine boats."), since, figure("There are ten boats."), now) is None


@pytest.mark.parametrize(
    ("sites", "others", "expected"),
    [
        (("Marsh",), ("Fenwick",), "place"),
        (("Marsh",), ("Marsh", "Fenwick"), None),
        (("Marsh",), (), None),
        # too short to be one
        (("Orm",), ("Fenwick",), None),
        (("Fenwick harbour",), ("Fenwick",), None),
        # spellings of one name
        (("Slavanka",), ("Slovanka",), None),
    ],
)
def test_other_places(sites: tuple[str, ...], others: tuple[str, ...], expected: str | None) -> None:
    claims = [claim("nine boats", "a", sites=sites), claim("ten boats", "b", sites=others)]
    known = {id: report(id, "x") for id in "ab"}
    first, second = settings(claims, known, LEXICON)
    assert apart(NINE, first, TEN, second) == expected


def test_a_place_that_many_sentences_name_tells_nothing_apart() -> None:
    claims = [claim("nine boats", id, sites=("Ormland",)) for id in "abcd"] + [claim("ten", "e", sites=("Fenwick",))]
    known = {id: report(id, "x") for id in "abcde"}
    held = settings(claims, known, LEXICON)
    assert held[0].places == frozenset()
    assert apart(NINE, held[0], TEN, held[-1]) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [(("orm",), ("fenwick",), "doer"), (("ormland",), ("ormlandish", "air"), None), ((), ("fenwick",), None)],
)
def test_somebody_elses_doing(a: tuple[str, ...], b: tuple[str, ...], expected: str | None) -> None:
    nothing = setting("Boats were damaged there.")
    assert apart(replace(NINE, by=a), nothing, replace(TEN, by=b), nothing) == expected


def test_what_belongs_to_somebody_else() -> None:
    nothing = setting("Boats were damaged there.")
    own, other = figure("The storm damaged nine Ormish boats."), figure("The storm damaged ten Fenwick boats.")
    assert apart(own, nothing, other, nothing) == "owner"
    assert apart(own, nothing, TEN, nothing) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({"Orm"}, {"orm"}, True),
        ({"Ormland"}, {"Ormlandish"}, True),
        ({"Slavanka"}, {"Slovanka"}, True),
        ({"Orm"}, {"Fenwick"}, False),
        (set(), {"Orm"}, False),
    ],
)
def test_related(a: set[str], b: set[str], expected: bool) -> None:
    assert related(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "senses", "expected"),
    [
        ("Boats were sent through nine bays.", "Boats were stopped in ten bays.", ("launch", "intercept"), "act"),
        ("Boats were sent in nine bays.", "Boats were sent over ten bays.", ("launch", "launch"), None),
        ("Boats were sent in nine bays.", "Boats did something in ten bays.", ("launch", ""), None),
        ("Nine boats were sent.", "They stopped ten boats.", ("launch", "intercept"), None),
    ],
)
def test_how_far_two_deeds_reached(a: str, b: str, senses: tuple[str, str], expected: str | None) -> None:
    reports, made = read(a, b)
    events = [Event("x", sense, Span(0, 1)) for sense in senses]
    first, second = (replace(one, event=event) for one, event in zip(made, events, strict=True))
    held = settings([first, second], {one.id: one for one in reports}, LEXICON)
    assert apart(first.figures[0], held[0], second.figures[0], held[1]) == expected
