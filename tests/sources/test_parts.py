"""Pages that hold several reports: each is one of its own, and an article stays whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.errors import BadLayouts
from rashomon.model import Page
from rashomon.settings import Settings
from rashomon.sources import read
from rashomon.sources.parts import load_layouts, split_text
from rashomon.sources.parts.live import is_time
from rashomon.sources.parts.part import MOST

LAYOUTS = Path(__file__).parent / "layouts"


def page(name: str, settings: Settings | None = None) -> Page:
    (found,) = read([str(LAYOUTS / name)], settings or Settings())
    return found


def shown(name: str) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (report.kind, report.outlet.name if report.outlet else None, report.title, report.text[report.body :][:20])
        for report in page(name).reports
    ]


ITEMS = [
    ("summary", None, None, "A ferry with 212 peo"),
    ("article", "harbourpost.com", "Ferry strikes sandbank off Ostrel, passengers led ashore", "OSTREL — The ferry M"),
    ("summary", None, None, "Police questioned th"),
    ("article", "The Prairie Ledger", "Captain of grounded ferry questioned", "The captain of the f"),
]
LAST = [
    ("summary", None, None, "Divers went down to "),
    ("article", "coralcoast.tv", "Divers look at the hull", "Divers of the coast "),
]
NAMELESS = [(kind, None if outlet == "The Prairie Ledger" else outlet, *rest) for kind, outlet, *rest in ITEMS]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("items.txt", ITEMS + LAST),
        ("items.html", ITEMS),
        ("items-no-source.txt", NAMELESS + LAST),
        (
            "related.txt",
            [
                ("article", None, "Ferry runs aground off Ostrel", "The ferry Marigold s"),
                ("related", "Harbour Post", "Captain of grounded ferry questioned", "The captain of the f"),
                ("related", "Prairie Ledger", "Divers look at the hull", "Divers of the coast "),
            ],
        ),
        (
            "live.txt",
            [
                ("article", None, "Ferry aground off Ostrel: as it happened", "The ferry Marigold s"),
                ("live-entry", None, "Last boat reaches the quay", "The last boat has re"),
                ("live-entry", None, None, "The harbour master, "),
                ("live-entry", None, "Boats on their way", "Four fishing boats h"),
            ],
        ),
        (
            "live-stated.html",
            [
                ("live-entry", "Harbour Post", "Last boat reaches the quay", "The last boat has re"),
                ("live-entry", "Harbour Post", "140 ashore", "The harbour master, "),
            ],
        ),
        (
            "live-blocks.html",
            [
                ("live-entry", None, "Last boat reaches the quay", "The last boat has re"),
                ("live-entry", None, "140 ashore", "The harbour master, "),
                ("live-entry", None, "Boats on their way", "Four fishing boats h"),
            ],
        ),
        ("article-with-comments.html", [("article", None, "Ferry aground off Ostrel", "The last boat has re")]),
        (
            "versions.txt",
            [
                ("article", None, "Ferry strikes sandbank off Ostrel, 212 led ashore", "The ferry Marigold s"),
                ("article", None, "Ferry strikes sandbank off Ostrel", "The ferry Marigold s"),
            ],
        ),
    ],
)
def test_the_reports_of_a_page(name: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    assert shown(name) == expected


def test_a_summary_names_the_article_it_is_of() -> None:
    reports = page("items.txt").reports
    assert [report.of for report in reports] == [reports[1].id, None, reports[3].id, None, reports[5].id, None]


LINKED = """Ferries of the day

Captain of grounded ferry questioned

Police questioned the captain of the Marigold on Wednesday. He said the lights were out.

Read full article
Source: The Prairie Ledger | View original article

Divers look at the hull

Divers went down to the hull on Thursday. The ferry may sail again within a month.

Read full article
Source: Harbour Post | View original article
"""


def test_a_summary_of_an_article_elsewhere_is_of_the_one_that_is_most_like_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"OUTLET: Newsbasket\n{LINKED}", "utf-8")
    for name, title in (("b", "Captain questioned about grounded ferry"), ("c", "Rain over the prairie")):
        text = f"OUTLET: Prairie Ledger\nTITLE: {title}\n\n{title} on Wednesday, said those who know of it."
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    first, second, third = read([str(tmp_path)], Settings())
    assert [(report.kind, report.outlet and report.outlet.name) for report in first.reports] == [
        ("summary", "Newsbasket")
    ] * 2
    assert [report.of for report in first.reports] == [second.reports[0].id, None]
    assert third.reports[0].of is None


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (
            "About the Author\nIna Corr\nIna Corr is an editor at theguardian.com.",
            "The Guardian",
        ),
        ("About the author\nIna Corr has been a reporter for The Guardian since 2010.", "The Guardian"),
        ("© 2025 The Guardian. All rights reserved.", "The Guardian"),
        ("Copyright 2025 The Associated Press. All rights reserved.", None),
        ("“I was a reporter for The Guardian,” she said.", None),
        ("About the author\nIna Corr lives at sea.", None),
    ],
)
def test_the_outlet_that_a_text_calls_its_own(tmp_path: Path, end: str, expected: str | None) -> None:
    (tmp_path / "a.txt").write_text(f"Ferry aground\nThe ferry struck a bank, the harbour said.\n{end}", "utf-8")
    ((found,),) = (page.reports for page in read([str(tmp_path / "a.txt")], Settings()))
    assert (found.outlet.name if found.outlet else None) == expected


def test_a_users_words_above_the_author_tell_the_outlet(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[labels]\nauthor = ["who wrote this"]\n', "utf-8")
    (tmp_path / "a.txt").write_text(
        "Ferry aground\nThe ferry struck a bank.\nWho wrote this\nIna Corr is an editor at theguardian.com.", "utf-8"
    )
    for layouts, expected in (("shipped", None), (str(own), "The Guardian")):
        (page,) = read([str(tmp_path / "a.txt")], Settings(layouts=layouts))
        assert (page.reports[0].outlet.name if page.reports[0].outlet else None) == expected


def test_what_stands_around_the_parts_is_listed() -> None:
    removed = [words for report in page("items.txt").reports for words, _ in report.removed]
    assert "How was it told where you live? Write below." in removed
    assert "Leave a Reply" in removed


def test_an_item_without_a_source_is_reported_and_read() -> None:
    (problem,) = page("items-no-source.txt").problems
    assert problem.place == "item 2 (“Captain of grounded ferry questioned”)"
    assert "names no source" in problem.message


def test_an_item_without_text_is_reported_and_the_rest_read(tmp_path: Path) -> None:
    text = (LAYOUTS / "items.txt").read_text("utf-8")
    start = text.index("Police questioned the captain")
    (tmp_path / "a.txt").write_text(text[:start] + text[text.index("Source: The Prairie") :], "utf-8")
    (found,) = read([str(tmp_path / "a.txt")], Settings())
    assert [report.kind for report in found.reports] == ["summary", "article"] * 2
    assert [problem.place for problem in found.problems] == ["item 2 (“Captain of grounded ferry questioned”)"]


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("related-dated.txt", ["2025-06-03", "2025-06-03", "2025-06-03"]),
        ("related.txt", [None, None, None]),
        ("live-stated.html", ["2025-06-03T22:40:00Z", "2025-06-03T21:15:00Z"]),
        ("live-blocks.html", ["2025-06-03T22:40:00Z", "2025-06-03T21:15:00Z", "2025-06-03T20:02:00Z"]),
        ("versions.txt", ["2025-06-04", "2025-06-03"]),
    ],
)
def test_when_each_was_published(name: str, published: list[str | None]) -> None:
    assert [report.published for report in page(name).reports] == published


def test_how_long_ago_is_doubted_aloud() -> None:
    assert [report.doubts for report in page("related.txt").reports][1] == (
        "It says “36 minutes ago”, and nothing tells when the page was read.",
    )
    assert [report.doubts for report in page("related-dated.txt").reports][1] == (
        "“36 minutes ago” is counted from the day of the page.",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("22:40", True),
        ("9.05 p.m.", True),
        ("21:15 GMT", True),
        ("June 3, 21:15", True),
        ("21:15, 3 June 2025", True),
        ("Tuesday, 3 June at 9:05pm", True),
        ("22:40 The ferry sails", False),
        ("2025", False),
        ("The ferry left at 22:40", False),
    ],
)
def test_a_line_that_is_a_time(line: str, expected: bool) -> None:
    assert is_time(line) is expected


TIMETABLE = "Ferries from Ostrel\n" + "".join(f"{hour}:30\nFerry to the island, quay {hour}\n" for hour in range(8, 20))
CHARTS = (
    "Tolls rose\nThe tolls of the harbour rose by a tenth.\nSource: Harbour office\nThey fell in May.\nSource: Town\n"
)


@pytest.mark.parametrize("text", [TIMETABLE, CHARTS, "Read more\nRead full article\nThe ferry sank.", "22:40", ""])
def test_an_article_stays_whole(text: str) -> None:
    assert split_text(text, load_layouts()) is None


def test_no_page_has_more_parts_than_are_read(tmp_path: Path) -> None:
    entry = "\nThe harbour office says that one more boat has reached the quay of the town with people number {}.\n"
    lines = (f"{n // 60 % 24:02}:{n % 60:02}{entry.format(n)}" for n in range(MOST + 30))
    (tmp_path / "a.txt").write_text("Live\n" + "".join(lines), "utf-8")
    (found,) = read([str(tmp_path / "a.txt")], Settings())
    assert len(found.reports) == MOST
    assert f"It holds {MOST + 30} reports" in found.problems[0].message


SITE = """
[labels]
full = ["Whole text"]
[[site]]
domain = "harbourpost.example"
item = "card"
title = "head"
outlet = "from"
time = "when"
kind = "related"
"""
CARD = (
    '<div class="big card"><b class="head">{0}</b><i class="from">Ledger</i><i class="when">2025-06-0{1}</i>'
    "<p>The ferry number {1} left the quay at noon with all its passengers aboard.</p></div>"
)


def test_a_row_of_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(SITE, "utf-8")
    head = '<html><head><link rel="canonical" href="https://harbourpost.example/a/b"></head><body>'
    (tmp_path / "a.html").write_text(head + CARD.format("One", 1) + CARD.format("Two", 2) + "</body></html>", "utf-8")
    settings = replace(Settings(), layouts=str(tmp_path / "own.toml"))
    (found,) = read([str(tmp_path / "a.html")], settings)
    assert [(r.kind, r.title, r.outlet and r.outlet.name, r.published) for r in found.reports] == [
        ("related", "One", "Ledger", "2025-06-01"),
        ("related", "Two", "Ledger", "2025-06-02"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[labels]\nfull = 3", "labels.full: It is 3"),
        ("[labels]\nwhole = []", "There is no label 'whole'"),
        ("[lables]", "There is no part 'lables'"),
        ("[[site]]\nitem = 'a'", "Its domain or item is missing"),
        ("[[site]]\ndomain = 'a.example'\nitem = 'a'\nkind = 'song'", "The kind is 'song'"),
        ("[[site]]\ncolour = 'a'", "There is no key 'colour'"),
        ("[", "It is no TOML"),
    ],
)
def test_a_bad_file_of_layouts(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "own.toml").write_text(text, "utf-8")
    with pytest.raises(BadLayouts, match=message.replace("[", r"\[").replace("'", ".")):
        load_layouts(tmp_path / "own.toml")


def test_a_file_of_layouts_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadLayouts, match="cannot be read"):
        load_layouts(tmp_path / "none.toml")
