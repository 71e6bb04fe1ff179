"""Names of places, and what lies in what."""

from __future__ import annotations

import subprocess
import sys

import pytest

from rashomon.claims.gazetteer import Gazetteer, Spot, gazetteer

SMALL = Gazetteer(
    "# made by hand\nA\tEast Land\tEL-\t\nC\tMarland\tML\tEL-\nR\tNorthshire\tML.01\tML\n"
    "P\tOrm\t\tML.01\nP\tÖrm\t\tML\n\neast land\t0\nmarland\t1\nnorthshire\t2\norm\t3 4\normen\t3"
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Orm", [("city", "Orm", ("EL-", "ML", "ML.01", "#3")), ("city", "Örm", ("EL-", "ML", "#4"))]),
        ("ØRM", [("city", "Orm", ("EL-", "ML", "ML.01", "#3")), ("city", "Örm", ("EL-", "ML", "#4"))]),
        ("Ormen", [("city", "Orm", ("EL-", "ML", "ML.01", "#3"))]),
        ("the Marland", [("country", "Marland", ("EL-", "ML"))]),
        ("East Land", [("continent", "East Land", ("EL-",))]),
        ("Or", []),
        ("Orma", []),
        ("Zum", []),
        ("", []),
    ],
)
def test_find(name: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert [tuple(spot) for spot in SMALL.find(name)] == expected


def test_what_a_place_lies_in() -> None:
    orm, marland = SMALL.find("Ormen")[0], SMALL.find("Marland")[0]
    assert (orm.country, orm.region, marland.country, marland.region) == ("ML", "ML.01", "ML", "")
    assert SMALL.find("East Land")[0].country == ""
    assert SMALL.around(orm) == "Northshire, Marland"
    assert SMALL.around(marland) == ""
    assert orm.within(marland)
    assert not marland.within(orm)
    assert not orm.within(orm)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Mumbai", "Bombay"), ("Göteborg", "Gothenburg"), ("Gdańsk", "Gdansk"), ("Yangon", "Rangoon"), ("the US", "USA")],
)
def test_the_shipped_one_knows_other_names(a: str, b: str) -> None:
    assert set(gazetteer().find(a)) & set(gazetteer().find(b))


@pytest.mark.parametrize(
    ("name", "around"), [("Gothenburg", "Västra Götaland, Sweden"), ("Bavaria", "Germany"), ("Sweden", "")]
)
def test_the_shipped_one_knows_what_lies_in_what(name: str, around: str) -> None:
    shipped = gazetteer()
    assert around in {shipped.around(spot) for spot in shipped.find(name)}


def test_the_shipped_one_names_its_source() -> None:
    import gzip
    from importlib.resources import files

    packed = (files("rashomon.claims") / "data" / "places.tsv.gz").read_bytes()
    assert "GeoNames (https://www.geonames.org), CC BY 4.0" in gzip.decompress(packed).decode().splitlines()[0]


def test_it_is_read_with_the_first_name() -> None:
    code = (
        "import rashomon.breakdown, rashomon.claims.gazetteer as g; assert not g.gazetteer.cache_info().currsize;"
        "g.gazetteer(); print(g.gazetteer.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "1\n"


def test_spots_are_ordered_by_what_they_lie_in() -> None:
    outer, inner = Spot("region", "Northshire", ("EL-", "ML", "ML.01")), Spot("region", "X", ("EL-", "ML", "ML.012"))
    assert not inner.within(outer)
