"""The shipped table, the user's own table, and what a report's outlet is taken from."""

from __future__ import annotations

import csv
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale

from rashomon.errors import BadOutlets
from rashomon.model import OutletKind
from rashomon.settings import Settings
from rashomon.sources import load_outlets, read
from rashomon.sources.countries import CODES, country_code, country_of_domain
from rashomon.sources.draft import Draft
from rashomon.sources.parts import load_layouts
from rashomon.sources.reports import outlet_of

TABLE = load_outlets()
ROOT = Path(__file__).parent.parent.parent


def test_the_shipped_table_keeps_its_promises() -> None:
    text = (files("rashomon.sources") / "data/outlets.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    domains = [row["domain"] for row in rows]
    assert len(rows) >= 500
    assert len(text.encode()) < 400_000
    assert domains == sorted(set(domains))
    countries = {row["country"] for row in rows} - {""}
    assert len(countries) >= 60
    assert countries <= CODES
    assert {row["kind"] for row in rows} <= set(get_args(OutletKind))


def test_agencies() -> None:
    assert len(TABLE.agencies) >= 25
    assert all(agency.country in CODES for agency in TABLE.agencies)
    names = [name.casefold() for agency in TABLE.agencies for name in {agency.name, *agency.aliases}]
    assert len(set(names)) >= 100


def test_countries_are_those_of_the_standard() -> None:
    assert set(Locale("en").territories) >= CODES
    assert len(CODES) == 250  # 249 and XK


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("edition.cnn.com", "cnn.com"),
        ("https://www.bbc.co.uk/news/1", "bbc.co.uk"),
        ("HTTP://User@AMP.theguardian.com:443/x", "theguardian.com"),
        ("timesofindia.indiatimes.com", "timesofindia.indiatimes.com"),
        ("notcnn.com", None),
        ("com", None),
        ("", None),
        ("http://[bad", None),
    ],
)
def test_find_takes_the_longest_suffix(address: str, domain: str | None) -> None:
    found = TABLE.find(address)
    assert (found and found.domain) == domain


@pytest.mark.parametrize(
    ("name", "domain"), [("the guardian", "guardian.co.uk"), ("Haaretz", "haaretz.co.il"), ("Daily News", None)]
)
def test_named(name: str, domain: str | None) -> None:
    found = TABLE.named(name)
    assert (found and found.domain) == domain


@pytest.mark.parametrize(
    ("draft", "url", "expected"),
    [
        (Draft("x", outlet="The Valley Post"), None, ("The Valley Post", None, None)),
        (Draft("x", outlet="BBC Sport"), "https://www.bbc.com/a", ("BBC Sport", "bbc.com", "GB")),
        (Draft("x", outlet="Reuters"), "https://news.yahoo.com/a", ("Reuters", "reuters.com", "GB")),
        (Draft("x", country="Canada"), "https://cnn.com/a", ("CNN", "cnn.com", "CA")),
        (Draft("x"), "https://www.valleypost.com.fj/a", ("valleypost.com.fj", "valleypost.com.fj", "FJ")),
        (Draft("x"), "https://valley.tv/a", ("valley.tv", "valley.tv", None)),
        (Draft("x", site="Valley Post"), "https://valley.uk/a", ("Valley Post", "valley.uk", "GB")),
        (Draft("x", country="France"), None, ("Unnamed outlet (FR)", None, "FR")),
        (Draft("x"), None, None),
    ],
)
def test_outlet_of(draft: Draft, url: str | None, expected: tuple[str, str, str] | None) -> None:
    found = outlet_of(draft, url, TABLE, load_layouts())
    assert (found and (found.name, found.domain, found.country)) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GB", "GB"),
        ("gb", "GB"),
        ("UK", "GB"),
        ("United Kingdom", "GB"),
        ("Türkiye", "TR"),
        ("South Korea", "KR"),
        ("Bosnia and Herzegovina", "BA"),
        ("Narnia", None),
        ("", None),
        (None, None),
    ],
)
def test_country_code(text: str | None, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("domain", "code"), [("a.co.uk", "GB"), ("a.fr", "FR"), ("a.io", None), ("a.com", None), ("a.eu", None)]
)
def test_country_of_domain(domain: str, code: str | None) -> None:
    assert country_of_domain(domain) == code


@pytest.mark.parametrize(
    "content",
    [
        "domain,name,country,kind,language\nwww.valley.nz,Valley Post,New Zealand,newspaper,en\ncnn.com,My CNN,,,\n",
        """[{"domain": "valley.nz", "name": "Valley Post", "country": "NZ", "kind": "newspaper", "language": "en"},
            {"domain": "cnn.com", "name": "My CNN"}]""",
    ],
)
def test_the_users_table_adds_and_overrides(tmp_path: Path, content: str) -> None:
    (tmp_path / "mine").write_text(content)
    table = load_outlets(tmp_path / "mine")
    valley, cnn = table.find("valley.nz"), table.find("cnn.com")
    assert valley is not None
    assert (valley.name, valley.country, valley.kind, valley.language) == ("Valley Post", "NZ", "newspaper", "en")
    assert table.named("The valley post") == valley
    assert cnn is not None
    assert cnn.name == "My CNN"
    assert len(table) == len(TABLE) + 1


@pytest.mark.parametrize(
    ("content", "place", "what"),
    [
        ("domain,name\ncnn.com,CNN\n,Valley\n", "line 3", "missing"),
        ("domain,name,kind\ncnn.com,CNN,gazette\n", "line 2", "gazette"),
        ("domain,name,country\ncnn.com,CNN,Narnia\n", "line 2", "Narnia"),
        ("domain,name,language\ncnn.com,CNN,?\n", "line 2", "?"),
        ("host,title\n", "line 1", "columns"),
        ('[{"domain": "cnn.com", "name": "CNN"}, 7]', "item 2", "object"),
        ('[{"domain": "cnn.com", "name": 7}]', "item 1", "name"),
        ("{", "mine", "JSON"),
        ("", "line 1", "columns"),
    ],
)
def test_bad_tables_name_the_line(tmp_path: Path, content: str, place: str, what: str) -> None:
    (tmp_path / "mine").write_text(content)
    with pytest.raises(BadOutlets) as error:
        load_outlets(tmp_path / "mine")
    assert place in (error.value.place or "")
    assert what in error.value.what


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadOutlets):
        load_outlets(tmp_path / "none.csv")


@pytest.mark.skipif(not (ROOT.parent / "shared/corpora/outlets").is_dir(), reason="the data sets are not here")
def test_the_table_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    made = tmp_path / "outlets.csv"
    subprocess.run([sys.executable, ROOT / "tools/make_outlets.py", "--to", made], check=True, capture_output=True)
    assert made.read_bytes() == (ROOT / "src/rashomon/sources/data/outlets.csv").read_bytes()


def test_an_agency_of_the_users_table_is_credited(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("domain,name,country,kind,language\nwire.example,Quill Wire,NZ,agency,en\n", encoding="utf-8")
    page = tmp_path / "page.txt"
    page.write_text(
        "TITLE: Bridge closed\n\nPORT ASH (Quill Wire) — The bridge was closed on Monday.\n", encoding="utf-8"
    )
    (read_page,) = read([str(page)], Settings(), outlets=load_outlets(table))
    assert [credit.agency for credit in read_page.reports[0].credits] == ["Quill Wire"]
