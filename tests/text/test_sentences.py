"""Where sentences and paragraphs begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import langs
from rashomon.text import paragraphs, sentences

LEXICON = langs.load()


def split(text: str, start: int = 0) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, LEXICON, start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t ", []),
        ("The tide rose. Boats sank.", ["The tide rose.", "Boats sank."]),
        ("It sank!! Then it rose?! Yes.", ["It sank!!", "Then it rose?!", "Yes."]),
        ("Did it sink? yes it did.", ["Did it sink? yes it did."]),
        ("Mr. Brint left. He ran.", ["Mr. Brint left.", "He ran."]),
        ("St. Orm flooded. The end.", ["St. Orm flooded.", "The end."]),
        ("J. R. Halm spoke. He left.", ["J. R. Halm spoke.", "He left."]),
        ("Ann saw I. He left.", ["Ann saw I.", "He left."]),
        ("Vitamin C. It helps.", ["Vitamin C.", "It helps."]),
        ("It rose 3.5 metres. Then it fell.", ["It rose 3.5 metres.", "Then it fell."]),
        ("It rose to 5. Two fell.", ["It rose to 5.", "Two fell."]),
        ("It cost $5. $6 was paid.", ["It cost $5.", "$6 was paid."]),
        ("He came on Jan. 5. It rained.", ["He came on Jan. 5.", "It rained."]),
        ("No. 5 came first. No. 6 was late.", ["No. 5 came first.", "No. 6 was late."]),
        ("It sank at 7 a.m. The crew swam.", ["It sank at 7 a.m.", "The crew swam."]),
        ("It sank at 7 a.m. on Monday.", ["It sank at 7 a.m. on Monday."]),
        ("He lives in the U.S. The rest do not.", ["He lives in the U.S.", "The rest do not."]),
        ("He left the U.S. Coast Guard base.", ["He left the U.S. Coast Guard base."]),
        ("Sold to Marl Inc. The firm paid.", ["Sold to Marl Inc.", "The firm paid."]),
        ("Anna met Bo et al. They spoke.", ["Anna met Bo et al.", "They spoke."]),
        ("e.g. this one. It is.", ["e.g. this one.", "It is."]),
        ("Wait... what? No.", ["Wait... what?", "No."]),
        ("Wait… She left.", ["Wait…", "She left."]),
        ("(It sank.) They swam.", ["(It sank.)", "They swam."]),
        ("One.Two. Three.", ["One.Two.", "Three."]),
        ("• First item. • Second item.", ["• First item.", "• Second item."]),
    ],
)
def test_stops(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go!” he said. They went.", ["“Go!” he said.", "They went."]),
        ("“Go.” They went.", ["“Go.”", "They went."]),
        ("“It was loud. It sank,” she said.", ["“It was loud.", "It sank,” she said."]),
        ('"Run! Now!" she cried. It was late.', ['"Run!', 'Now!" she cried.', "It was late."]),
        ("‘Stop.’ He stopped.", ["‘Stop.’", "He stopped."]),
        ("He said “It sank.” “When?” she asked.", ["He said “It sank.”", "“When?” she asked."]),
        ("He asked: «Où?» Puis il part.", ["He asked: «Où?»", "Puis il part."]),
        pytest.param(
            "„Komm!“ Sie kam.",
            ["„Komm!“", "Sie kam."],
            marks=pytest.mark.xfail(reason="“ closes a German quotation, but is no closing mark of a sentence"),
        ),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferry sinks\nThe ferry sank. All lived.", ["Ferry sinks", "The ferry sank.", "All lived."]),
        ("a\u2028b\x85c\x0bd\re\r\nf", ["a", "b", "c", "d", "e", "f"]),
        ("  lead. Tail.  \n\n x ", ["lead.", "Tail.", "x"]),
        ("Он ушёл. Она осталась.", ["Он ушёл.", "Она осталась."]),
    ],
)
def test_lines_and_other_scripts(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He said no. They left.",
            ["He said no.", "They left."],
            marks=pytest.mark.xfail(reason="“no.” is taken for the abbreviation of number, also before a word"),
        ),
        pytest.param(
            "It sank at 7 a.m. Odo Brint swam.",
            ["It sank at 7 a.m.", "Odo Brint swam."],
            marks=pytest.mark.xfail(reason="after “a.m.” only a common opener begins a sentence, not a name"),
        ),
    ],
)
def test_known_misses(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_starts_in_the_middle() -> None:
    assert split("Ferry sinks. It sank. All lived.", 13) == ["It sank.", "All lived."]


def test_paragraphs_are_trimmed_lines() -> None:
    text = "  one \n\n\ttwo\n"
    assert [text[line.start : line.end] for line in paragraphs(text)] == ["one", "two"]


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("aAbM.!?…“”\"'’() \n5,é")), max_size=120))
def test_sentences_cover_all_but_white_space_once(text: str) -> None:
    spans = sentences(text, LEXICON)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
