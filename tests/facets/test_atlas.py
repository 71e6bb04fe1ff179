"""What the names of a story's places mean, and how two of them stand to each other."""

from __future__ import annotations

import pytest

from rashomon.claims.gazetteer import gazetteer
from rashomon.facets.atlas import Atlas, one_country
from rashomon.model import Located
from tests.facets.made import LEXICON


def place(name: str, *inside: str) -> Located:
    return Located(name, "in", "sink", inside)


def atlas(*names: str) -> Atlas:
    return Atlas([place(name) for name in names], gazetteer(), LEXICON)


@pytest.mark.parametrize(
    ("a", "b", "kind", "reason"),
    [
        # names and spellings of one
        ("Orm", "ORM", "same", "They name the same place."),
        ("Örm Bridge", "Orm Bridge", "same", "“Örm Bridge” and “Orm Bridge” are two names or spellings of one place."),
        ("Mumbai", "Bombay", "same", "“Mumbai” and “Bombay” are two names or spellings of one place."),
        ("the Netherlands", "Holland", "same", None),
        ("Akhmenby", "Ahmenbi", "same", None),
        # one inside the other
        ("Gothenburg", "Sweden", "nested", "Gothenburg lies in Sweden."),
        ("Bavaria", "Augsburg", "nested", "Augsburg lies in Bavaria, Germany."),
        ("Bavaria", "Europe", "nested", "Bavaria lies in Europe (Germany)."),
        ("northern Fenwick", "Fenwick", "nested", "northern Fenwick is a part of Fenwick."),
        ("Fenwick", "Old Quay of Fenwick", "nested", "Old Quay of Fenwick is a part of Fenwick."),
        ("Old Quay", "Old Quay of Fenwick", "nested", "Old Quay of Fenwick is the fuller name of Old Quay."),
        # two of one level
        ("Gothenburg", "Augsburg", "apart", "Gothenburg (Västra Götaland, Sweden) and Augsburg (Bavaria, Germany)"),
        ("Sweden", "Norway", "apart", "Sweden and Norway"),
        # a city and a region that it does not lie in, or what nobody knows
        ("Gothenburg", "Bavaria", None, None),
        ("Orm", "Collmoor", None, None),
        ("Orm", "Sweden", None, None),
        ("New Orm", "Orm", None, None),
        ("Orm", "Orms", None, None),
    ],
)
def test_standing(a: str, b: str, kind: str | None, reason: str | None) -> None:
    found = atlas(a, b).standing(place(a), place(b))
    assert (found and found.kind) == kind
    assert reason is None or (found and found.reason) == reason
    turned = atlas(a, b).standing(place(b), place(a))
    assert (turned and turned.kind) == kind


def test_what_a_report_says_itself() -> None:
    found = atlas("Orm", "Collmoor").standing(place("Collmoor"), place("Orm", "Collmoor"))
    assert found
    assert (found.kind, found.reason) == ("nested", "Orm lies in Collmoor, as a report says.")


@pytest.mark.parametrize(
    ("others", "around"),
    [
        # a name of many cities means none of them,
        ((), None),
        (("Sweden",), None),
        # but the one in a country, or of several in a country the one in a region, that the story names
        (("Canada",), "Ontario, Canada"),
        (("United States", "Kentucky"), "Kentucky, United States"),
        (("United States",), None),
    ],
)
def test_a_name_of_many_places(others: tuple[str, ...], around: str | None) -> None:
    means = atlas("London", *others).means("London")
    assert [gazetteer().around(spot) for spot in means if spot.level == "city"] == ([around] if around else [])


@pytest.mark.parametrize(
    ("name", "levels"),
    [("Uppsala", ["region", "city"]), ("Augsburg", ["city"]), ("Poltava region", ["region"]), ("Collmoor", [])],
)
def test_a_city_and_the_region_named_after_it(name: str, levels: list[str]) -> None:
    assert sorted({spot.level for spot in atlas(name).means(name)}, reverse=True) == levels


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Budapest", "Hungarian officials", True),
        ("Hungary’s army", "Budapest", True),
        ("Budapest", "Danish officials", False),
        ("the harbour master", "Budapest", False),
        ("Police", "Polish officials", False),
        ("Washington", "United Nations", False),
        ("Seoul", "South Sudan", False),
        ("Mali", "Somali officials", False),
    ],
)
def test_speakers_of_one_country(a: str, b: str, expected: bool) -> None:
    assert one_country(a, b, LEXICON) is expected
    assert one_country(b, a, LEXICON) is expected
