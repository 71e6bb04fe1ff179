"""What only one report has."""

from __future__ import annotations

import pytest

from rashomon.copies import origins
from rashomon.facets import facets
from rashomon.facets.exclusives import exclusives
from rashomon.model import Exclusive
from tests.facets.made import LEXICON, read

WHALE = "A whale of ten metres was seen near Orm Point, fisherman Bram Holt said."
SHARED = "Nine passengers were injured when the ferry hit a sandbank."


def found(*texts: str) -> tuple[Exclusive, ...]:
    reports, claims = read(*texts)
    descent = origins(reports)
    return exclusives({r.id: r for r in reports}, claims, facets(reports, claims, descent, LEXICON), descent)


def quotes(*texts: str) -> list[tuple[str, str]]:
    return [(e.report, e.quote) for e in found(*texts)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((f"{SHARED} {WHALE}", SHARED), [("a", WHALE)]),
        ((SHARED, f"{SHARED} {WHALE}"), [("b", WHALE)]),
        ((f"{SHARED} {WHALE}", f"{SHARED} {WHALE}"), []),
        ((f"{SHARED} The grey water lay flat under the moon.", SHARED), []),
        ((f"{SHARED}\n{WHALE.rstrip('.')}", SHARED), []),
        ((f"{SHARED} It saw Bram.", SHARED), []),
        ((f"{SHARED}\nUpdated at Fenwick · Photographs by Bram Holt.", SHARED), []),
        ((SHARED, SHARED), []),
    ],
)
def test_alone_and_worth_showing(texts: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert quotes(*texts) == expected


COPY = " ".join(
    f"{name} Holt of {place} pulled {n} sheep out of the {what} before dark."
    for name, place, n, what in [("Bram", "Orm", 7, "mud"), ("Ida", "Fenwick", 5, "reeds"), ("Ulf", "Hovby", 3, "surf")]
)


def test_copies_of_one_text_have_their_exclusives_together() -> None:
    reports, claims = read(COPY, COPY, "The mayor of Collmoor will speak about the harbour at noon on Friday.")
    descent = origins(reports)
    assert [origin.reports for origin in descent] == [("a", "b"), ("c",)]
    made = exclusives({r.id: r for r in reports}, claims, (), descent)
    assert {exclusive.report for exclusive in made} == {"a", "b", "c"}


def test_no_more_than_five_a_report_and_one_a_sentence() -> None:
    names = "Bram Ida Ulf Signe Odd Tove Rolf Liv".split()
    own = [f"{name} Holt bought {n} {name.lower()}wood oars in {name}by." for n, name in enumerate(names, 2)]
    made = found(" ".join(own), SHARED)
    assert [exclusive.report for exclusive in made].count("a") == 5
    assert len({exclusive.sentence for exclusive in made if exclusive.report == "a"}) == 5


def test_offsets() -> None:
    text = f"{SHARED} {WHALE}"
    (exclusive,) = found(text, SHARED)
    assert text[exclusive.span.start : exclusive.span.end] == exclusive.quote
