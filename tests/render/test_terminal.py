"""The terminal view: it fits, it is plain in a pipe, and a report cannot steer the terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from rashomon.model import Breakdown, Facet, Outlet
from rashomon.render import terminal
from tests.render.sample import sample

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def with_outlet(name: str) -> Breakdown:
    """The sample with another name for the first report's outlet."""
    made = sample()
    report = replace(made.reports[0], outlet=Outlet(name, country="CA"))
    return replace(made, reports=(report, *made.reports[1:]))


def many(n: int) -> Breakdown:
    """The sample with n contested facets."""
    made = sample()
    facet: Facet = made.stories[0].facets[0]
    facets = tuple(replace(facet, id=f"f{i}", question=f"Question {i}?") for i in range(n))
    return replace(made, stories=(replace(made.stories[0], facets=facets),))


@pytest.mark.parametrize("width", [20, 40, 80, 100, 200])
@pytest.mark.parametrize("color", [True, False])
def test_rows_fit(width: int, color: bool) -> None:
    for breakdown in (sample(), with_outlet("東京" * 30), with_outlet("x" * 300)):
        text = ANSI.sub("", terminal.render(breakdown, width=width, color=color, limit=0))
        assert max(cell_len(row) for row in text.splitlines()) <= width
        assert not any(row.endswith(" ") for row in text.splitlines())


def test_no_ansi_without_colour() -> None:
    assert "\x1b" not in terminal.render(sample(), color=False)
    assert "\x1b[1;31m" in terminal.render(sample(), color=True)


def test_colour_carries_no_meaning_alone() -> None:
    plain = terminal.render(sample(), color=False)
    assert ANSI.sub("", terminal.render(sample(), color=True)) == plain
    for row in ("✗ conflict  How many people were hurt?", "↻ update  How many passengers", "≈ compatible  How many"):
        assert row in plain


def test_masthead_and_order() -> None:
    rows = terminal.render(sample(), width=100).splitlines()
    assert rows[:2] == [
        "Cable car stops above Tervane",
        "6 reports · 4 outlets · 3 countries · 5 independent origins · 1 number changed in a copy",
    ]
    assert rows[2].startswith("Origins: Northlight Agency, own reporting (Harbour Ledger ×2 and Radio")
    assert rows[4:5] == [
        "✗ 2 conflict   ↻ 1 update   ≈ 2 compatible   ✓ 3 agree",
    ]
    sections = [row for row in rows if re.fullmatch(r"[A-Z][a-z, ]+ \(\d+\)", row)]
    assert sections == [
        "Agreed (3)",
        "Figures by party and time (2)",
        "Only in one report (4)",
        "Copies, counted as one origin (1)",
        "Not compared (1)",
    ]


def test_a_facet_names_outlets_speakers_origins_and_the_reason() -> None:
    text = " ".join(terminal.render(sample(), width=80).split())
    assert "six · 3 reports, 2 origins: Northlight Agency, own reporting (" in text
    assert "Northlight Agency (Canada) and The Ossel Courier (New Zealand): the district" in text
    assert "hospital: “Six passengers were treated for bruises and cold”" in text
    assert "→ conflict, six / eleven: Six and eleven cannot both be" in text


def test_a_series_is_a_table_with_the_values_under_each_other() -> None:
    made = sample()
    made = replace(made, reports=tuple(replace(report, outlet=Outlet(report.id)) for report in made.reports))
    text = terminal.render(made, width=60)
    rows = text[text.index("Figures by party and time") :].splitlines()[1:7]
    assert rows == [
        "How many people were hurt?",
        "  at least 5  an ambulance worker · r3 · 2031-05-17",
        "        12:05 UTC",
        "           6  the hospital · r1, r2 and r7 ·",
        "        2031-05-17 15:10 UTC to 2031-05-18",
        "          11  the drivers' union · r5 · 2031-05-17",
    ]


def test_what_changed_is_dated() -> None:
    text = " ".join(terminal.render(sample(), width=80).split())
    assert "Harbour Ledger (United Kingdom), 2031-05-17 12:05: police: “Twenty-three people" in text
    assert "The Ossel Courier (New Zealand), 2031-05-18: Ida Marrow" in text


@pytest.mark.parametrize(
    ("limit", "shown", "more"),
    [(12, 12, "18 more questions: --limit 0 or --html FILE"), (29, 29, "1 more question: "), (30, 30, ""), (0, 30, "")],
)
def test_limit(limit: int, shown: int, more: str) -> None:
    text = terminal.render(many(30), limit=limit)
    assert text.count("✗ conflict  Question") == shown
    assert more in text
    assert ("more question" in text) == bool(more)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("\x1b[2J\x1b]0;title\x07Daily", "�[2J�]0;title�Daily (Canada)"),
        ("\x9b31mDaily", "�31mDaily (Canada)"),
        ("abc\rDaily\x08", "abc Daily� (Canada)"),
        ("\u202egnorts\u202c", "�gnorts� (Canada)"),
        ("[bold red]Daily[/]", "[bold red]Daily[/] (Canada)"),
        ("[link=http://x]Daily", "[link=http://x]Daily (Canada)"),
        (":smile: Daily", ":smile: Daily (Canada)"),
        ("two\n\nlines", "two lines (Canada)"),
        ("lone \ud800", "lone � (Canada)"),
        ("\U000e0041tag", "�tag (Canada)"),
    ],
)
def test_hostile_names_are_shown_as_they_are(name: str, expected: str) -> None:
    text = terminal.render(with_outlet(name), width=200, color=False)
    assert expected in text
    assert text.encode("utf-8")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


def test_nothing_in_common() -> None:
    made = sample()
    bare = replace(made, stories=(replace(made.stories[0], facets=(), exclusives=()),))
    assert "No question of fact is answered by two or more reports." in terminal.render(bare)
    assert terminal.render(Breakdown((), (), ())).startswith("--html FILE")


@settings(deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_any_name_fits_and_steers_nothing(name: str) -> None:
    text = terminal.render(with_outlet(name), width=40, color=False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    assert max(cell_len(row) for row in text.splitlines()) <= 40
