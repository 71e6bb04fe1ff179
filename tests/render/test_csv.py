"""The CSV table: one row a mention, and no cell that a spreadsheet computes."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from rashomon.model import Breakdown
from rashomon.render import as_csv
from tests.render.sample import sample


def rows(breakdown: Breakdown) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv.render(breakdown), newline="")))


def with_speaker(speaker: str) -> Breakdown:
    """The sample with another speaker at its first mention."""
    made = sample()
    story = made.stories[0]
    facet = story.facets[0]
    variant = facet.variants[0]
    mention = replace(variant.mentions[0], speaker=speaker)
    variant = replace(variant, mentions=(mention, *variant.mentions[1:]))
    facet = replace(facet, variants=(variant, *facet.variants[1:]))
    return replace(made, stories=(replace(story, facets=(facet, *story.facets[1:])),))


def test_header() -> None:
    header = as_csv.render(Breakdown((), (), ())).splitlines()
    expected = (
        "story,facet,question,kind,status,variant,label,value,origins,report,outlet,country,language,published,url,"
        "start,end,quote,answer,speaker,cue,via"
    )
    assert header == [expected]


def test_one_row_a_mention() -> None:
    facets = sample().stories[0].facets
    mentions = [mention for facet in facets for variant in facet.variants for mention in variant.mentions]
    found = rows(sample())
    assert [row["quote"] for row in found] == [mention.quote for mention in mentions]
    assert found[0] | {"published": "", "url": ""} == {
        "story": "s1",
        "facet": "f1",
        "question": "How many people were hurt?",
        "kind": "quantity",
        "status": "conflict",
        "variant": "f1a",
        "label": "six",
        "value": "6",
        "origins": "2",
        "report": "r1",
        "outlet": "Northlight Agency",
        "country": "CA",
        "language": "en",
        "published": "",
        "url": "",
        "start": found[0]["start"],
        "end": str(int(found[0]["start"]) + len(found[0]["quote"])),
        "quote": "Six passengers were treated for bruises and cold",
        "answer": "Six",
        "speaker": "the district hospital",
        "cue": "said",
        "via": "",
    }


def test_one_row_a_value_of_a_series() -> None:
    found = list(csv.DictReader(io.StringIO(as_csv.render_series(sample()), newline="")))
    series = sample().stories[0].series
    assert list(found[0]) == list(as_csv.SERIES_COLUMNS)
    assert [row["quote"] for row in found] == [row.mention.quote for each in series for row in each.rows]
    assert found[0] | {"url": "", "start": "", "end": ""} == {
        "story": "s1",
        "series": "q1",
        "question": "How many people were hurt?",
        "unit": "",
        "low": "5.0",
        "high": "",
        "bound": "at least",
        "label": "At least five",
        "party": "an ambulance worker",
        "speaker": "an ambulance worker",
        "as_of": "2031-05-17T12:05:00Z",
        "dated": "report",
        "time": "",
        "facet": "f1",
        "variant": "f1c",
        "report": "r3",
        "outlet": "Harbour Ledger",
        "country": "GB",
        "url": "",
        "start": "",
        "end": "",
        "quote": "At least five people were being treated at the scene",
    }


def test_cells_of_series_are_guarded() -> None:
    made = sample()
    first = made.stories[0].series[0]
    series = replace(first, rows=(replace(first.rows[0], party="=1+1"),))
    text = as_csv.render_series(replace(made, stories=(replace(made.stories[0], series=(series,)),)))
    assert ",'=1+1," in text


def test_no_series_is_a_header() -> None:
    assert as_csv.render_series(Breakdown((), (), ())) == ",".join(as_csv.SERIES_COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("+12.5", "+12.5"),
        ("plain, with a comma", "plain, with a comma"),
        ("two\nlines", "two\nlines"),
        ('a "quote"', 'a "quote"'),
        ("\x1b[31mred\x00", "\ufffd[31mred\ufffd"),
        ("lone \ud800", "lone \ufffd"),
    ],
)
def test_cells_survive_and_are_guarded(cell: str, expected: str) -> None:
    made = with_speaker(cell)
    assert rows(made)[0]["speaker"] == expected
    assert as_csv.render(made).encode("utf-8")


def test_one_row_a_link() -> None:
    made = sample()
    links = [(origin, link) for origin in made.origins for link in origin.links]
    found = list(csv.DictReader(io.StringIO(as_csv.render_links(made), newline="")))
    assert tuple(found[0]) == as_csv.LINK_COLUMNS
    assert [(row["origin"], row["report_a"], row["report_b"], row["quote"]) for row in found] == [
        (origin.id, *link.reports, link.quote) for origin, link in links
    ]
    assert as_csv.render_links(Breakdown((), (), ())).splitlines() == [",".join(as_csv.LINK_COLUMNS)]
