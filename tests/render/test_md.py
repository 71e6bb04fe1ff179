"""The Markdown notes: their order, and text of reports that can make no markup."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rashomon.model import Breakdown
from rashomon.render import as_markdown
from rashomon.render.safe import line
from tests.render.sample import sample


def test_headings_stand_most_contested_first() -> None:
    text = as_markdown.render(sample())
    assert [line for line in text.splitlines() if line.startswith(("# ", "## "))] == [
        "# Cable car stops above Tervane",
        "## Contested",
        "## Changed as the event went on",
        "## Compatible",
        "## Agreed",
        "## Figures by party and time",
        "## Only in one report",
        "## Copies",
        "## Not compared",
    ]


def test_a_facet_has_its_quotes_speakers_outlets_and_reasons() -> None:
    text = as_markdown.render(sample())
    assert (
        "### How many people were hurt?\n\n✗ conflict\n\n**six** (3 reports, 2 origins: Northlight Agency, own" in text
    )
    assert "> — the district hospital, in Northlight Agency (Canada) and The Ossel Courier (New Zealand)" in text
    assert "- conflict: six / eleven. Six and eleven cannot both be the number of people hurt on Saturday." in text


def test_a_series_is_a_table() -> None:
    made = sample()
    first = made.stories[0].series[0]
    hostile = replace(first, unit="a | b", rows=tuple(replace(row, label="1 | <b>2</b>") for row in first.rows))
    text = as_markdown.render(replace(made, stories=(replace(made.stories[0], series=(hostile,)),)))
    shown = MarkdownIt("commonmark").enable("table").render(text)
    assert shown.count("<tr>") == 1 + len(first.rows)
    assert shown.count("<td") == 5 * len(first.rows)
    assert "<td>1 | &lt;b&gt;2&lt;/b&gt;</td>" in shown
    assert r"| 2031-05-17 12:05 UTC | at least 5 | 1 \| &lt;b&gt;2&lt;/b&gt; | an ambulance worker | Harbour" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, (brackets) and 9:20 a.m.", "plain words, (brackets) and 9:20 a.m."),
        ("*bold* _it_ `code` ~~no~~", r"\*bold\* \_it\_ \`code\` \~\~no\~\~"),
        ("[a](http://b)", r"\[a\](http\://b)"),
        ("www.example.org", r"www\.example.org"),
        ("<b onclick=x>&amp;", "&lt;b onclick=x&gt;&amp;amp;"),
        ("# title", r"\# title"),
        ("- item", r"\- item"),
        ("1. first", r"1\. first"),
        ("12) twelfth", r"12\) twelfth"),
        ("41 people", "41 people"),
        ("a | b", r"a \| b"),
        ("a\\b", r"a\\b"),
        ("two\n\n# lines", "two # lines"),
        ("\x1b[31m", "\ufffd\\[31m"),
        ("lone \ud800", "lone \ufffd"),
        ("", ""),
    ],
)
def test_escaped(text: str, expected: str) -> None:
    assert as_markdown.escaped(text) == expected


def test_markup_of_outlets_and_titles_does_not_survive() -> None:
    made = sample()
    story = replace(made.stories[0], title="<script>x</script> [y](z)\n# w")
    text = as_markdown.render(replace(made, stories=(story,)))
    assert "<script" not in text
    assert text.startswith(r"# &lt;script&gt;x&lt;/script&gt; \[y\](z) # w")


def test_nothing_compared() -> None:
    made = replace(sample(), stories=())
    assert as_markdown.render(made).startswith("## Not compared\n\n- Northlight Agency (Canada)")
    assert as_markdown.render(Breakdown((), (), ())) == "\n"


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 #*_-+=.)(>|<&;!\\`~[]:/@$\n\t\"'“\x00\u202e")) | st.text())
@example("&#42; &copy; &lt;")
@example("![x](y) [x]: y")
@example("---")
@example("``` x")
@example("1234567890. x")
def test_any_text_reads_as_itself(text: str) -> None:
    shown = MARKDOWN.render(as_markdown.escaped(text))
    flat = line(text)
    expected = f"<p>{html.escape(flat, quote=False)}</p>\n" if flat else ""
    assert html.unescape(shown) == html.unescape(expected)
    assert shown.count("<") == expected.count("<")
