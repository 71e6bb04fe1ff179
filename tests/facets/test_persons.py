"""Who two or more reports name with an office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.facets.persons import describes_its_speaker, named
from rashomon.model import Attribution, Described, Span
from tests.facets.made import LEXICON, read


def people(*texts: str) -> list[list[tuple[str, str]]]:
    reports, claims = read(*texts)
    found = named(claims, {report.id: report for report in reports}, LEXICON)
    return [[(claims[one.claim].report, one.words) for one in held] for held in found]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("Mayor Odo Brint opened the bridge.", "The bridge was opened by mayor Odo Brint."),
            [[("a", "Mayor Odo Brint"), ("b", "mayor Odo Brint")]],
        ),
        (
            ("Mayor Odo Brint opened the bridge.", "The bridge was opened by Governor O. Brint."),
            [],
        ),
        (
            ("Mayor Odo Brint opened the bridge.", "The bridge was opened by governor Olav Brint."),
            [[("a", "Mayor Odo Brint"), ("b", "governor Olav Brint")]],
        ),
        (("Mayor Odo Brint opened the bridge.", "The bridge was opened by Odo Brint."), []),
        (("Mayor Odo Brint opened the bridge.", "The bridge was opened by mayor Brint."), []),
        (("Mayor Odo Brint spoke. Later mayor Odo Brint left the bridge.", "Rain fell on the bridge."), []),
        (("The bridge is open.", "Rain fell on the bridge."), []),
    ],
)
def test_named(texts: tuple[str, ...], expected: list[list[tuple[str, str]]]) -> None:
    assert people(*texts) == expected


BERGER = "Anna Berger"
MASTER = Described(BERGER, "the harbour master")


@pytest.mark.parametrize(
    ("texts", "described", "expected"),
    [
        # a title in one report, a description in the other
        (
            ("Captain Anna Berger opened the bridge.", "Anna Berger, the harbour master, opened the bridge."),
            {1: [MASTER]},
            [[("a", BERGER, "Captain Anna Berger"), ("b", BERGER, "Anna Berger, the harbour master")]],
        ),
        (
            ("Anna Berger, 40, opened the bridge.", "The bridge was opened by Anna Berger."),
            {0: [MASTER], 1: [Described(BERGER, "the engineer")]},
            [[("a", BERGER, "Anna Berger, the harbour master"), ("b", BERGER, "Anna Berger, the engineer")]],
        ),
        # the title goes before what is described, so that a report answers once
        (
            ("Captain Anna Berger opened the bridge.", "Captain Anna Berger opened the bridge."),
            {0: [MASTER], 1: [MASTER]},
            [[("a", BERGER, "Captain Anna Berger"), ("b", BERGER, "Captain Anna Berger")]],
        ),
        # one person for one report is no facet
        (
            ("Anna Berger opened the bridge.", "The bridge was opened by Anna Berger."),
            {0: [MASTER]},
            [],
        ),
        # a name of one word or of five is no full name
        (
            ("Anna Berger opened the bridge.", "The bridge was opened by Berger."),
            {0: [MASTER], 1: [Described("Berger", "the harbour master")]},
            [],
        ),
        (
            ("Anna Berger opened the bridge.", "The bridge was opened by Anna Berger."),
            {0: [MASTER], 1: [Described("Anna Lisa Maria Rosa Berger", "the harbour master")]},
            [],
        ),
        # the same initial and surname are one person, and the genitive is no part of the name
        (
            ("Anna Berger opened the bridge.", "The bridge was opened by A. Berger."),
            {0: [Described("Anna Berger’s", "the harbour master")], 1: [Described("A. Berger", "the engineer")]},
            [[("a", BERGER, "Anna Berger, the harbour master"), ("b", "A. Berger", "A. Berger, the engineer")]],
        ),
        # two persons are two facets, by initial and surname
        (
            ("Anna Berger and Odo Brint opened the bridge.", "Anna Berger and Odo Brint opened the bridge."),
            {n: [Described("Odo Brint", "the mayor"), MASTER] for n in (0, 1)},
            [
                [("a", BERGER, "Anna Berger, the harbour master"), ("b", BERGER, "Anna Berger, the harbour master")],
                [("a", "Odo Brint", "Odo Brint, the mayor"), ("b", "Odo Brint", "Odo Brint, the mayor")],
            ],
        ),
    ],
)
def test_titles_and_descriptions(
    texts: tuple[str, ...],
    described: dict[int, list[Described]],
    expected: list[list[tuple[str, str, str]]],
) -> None:
    reports, told = read(*texts)
    assert len(told) == len(texts)
    claims = [replace(claim, persons=tuple(described.get(n, ()))) for n, claim in enumerate(told)]
    found = named(claims, {report.id: report for report in reports}, LEXICON)
    assert [[(claims[one.claim].report, one.name, one.words) for one in held] for held in found] == expected


def test_the_first_place_of_a_report_counts() -> None:
    reports, told = read(
        "The bridge is old. Captain Anna Berger opened the bridge. Mayor Anna Berger left the bridge.",
        "Captain Anna Berger opened the bridge.",
    )
    ((one, other),) = named(told, {report.id: report for report in reports}, LEXICON)
    assert (one.claim, one.words) == (1, "Captain Anna Berger")
    assert told[other.claim].report == "b"


@pytest.mark.parametrize(
    ("text", "clause", "expected"),
    [
        (
            "Odo Brint, a professor at the college of Orm, called the storm a blow.",
            "a professor at the college of Orm",
            True,
        ),
        (
            "It was a blow, said Odo Brint, a professor at the college of Orm.",
            "a professor at the college of Orm.",
            True,
        ),
        ("Odo Brint, a professor at the college of Orm, called the storm a blow.", "called the storm a blow.", False),
        ("It was a blow for the town, a professor at the college said.", "a professor at the college said.", False),
    ],
)
def test_a_clause_that_says_only_who_speaks(text: str, clause: str, expected: bool) -> None:
    start = text.index(clause)
    reports, claims = read(text)
    made = replace(
        claims[0],
        span=Span(start, start + len(clause)),
        sentence=Span(0, len(text)),
        attribution=Attribution("Odo Brint"),
        event=None,
        figures=(),
    )
    assert describes_its_speaker(made, {report.id: report for report in reports}) is expected
