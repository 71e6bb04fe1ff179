"""Attributions as training examples; every example is invented."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader import data
from reader.data import LONGEST_PARAGRAPH, Paragraph

from rashomon import langs

ABBREVIATIONS = langs.load().abbreviations
Write = Callable[..., Path]
Spans = dict[str, list[list[int]]]

# -- articles --


def spans(text: str, **quotes: str | list[str]) -> Spans:
    """An attribution by the words of its parts, each as they stand first in the text."""
    found: Spans = {}
    for role, held in quotes.items():
        for quote in [held] if isinstance(held, str) else held:
            start = text.index(quote)
            found.setdefault(role, []).append([start, start + len(quote)])
    return found


def paragraphs(write: Write, text: str, *attributions: Spans, **options: bool) -> list[Paragraph]:
    return list(data.polnear(write([{"text": text, "attributions": list(attributions)}]), **options))


def written(paragraph: Paragraph) -> str:
    """The words with their tags, O left out: ``Odo/B-source swam``."""
    forms = [word for sentence in paragraph.sentences for word in sentence]
    return " ".join(w if t == "O" else f"{w}/{t}" for w, t in zip(forms, paragraph.tags, strict=True))


def check(paragraph: Paragraph) -> None:
    """A tag a word, and every link the beginning of a span of its role."""
    size = sum(map(len, paragraph.sentences))
    assert len(paragraph.tags) == size == sum(map(len, paragraph.written))
    assert all(paragraph.sentences)
    linked = []
    for link in paragraph.links:
        assert any(link)
        for role, starts in zip(data.ROLES, link, strict=True):
            assert all(paragraph.tags[at] == f"B-{role}" for at in starts)
            linked += starts
    assert sorted(linked) == [at for at, tag in enumerate(paragraph.tags) if tag[0] == "B"]


def test_polnear(write: Write) -> None:
    text = "The mayor said the ferry sank.\n\nNobody spoke."
    one, two = paragraphs(write, text, spans(text, source="The mayor", cue="said", content="the ferry sank"))
    assert written(one) == ("The/B-source mayor/I-source said/B-cue the/B-content ferry/I-content sank/I-content .")
    assert one.links == [([0], [2], [3])]
    assert (written(two), two.links) == ("Nobody spoke .", [])
    check(one)
    check(two)


def test_polnear_sentences_and_marks(write: Write) -> None:
    text = '"It sank," Odo said. "Odo\'s boats don\'t."'
    (found,) = paragraphs(write, text)
    assert found.sentences == [
        ['"', "It", "sank", ",", '"', "Odo", "said", "."],
        ['"', "Odo", "'s", "boats", "do", "n't", ".", '"'],
    ]
    assert found.written == [
        ["“", "It", "sank", ",", "”", "Odo", "said", "."],
        ["“", "Odo", "'s", "boats", "do", "n't", ".", "”"],
    ]
    check(found)


@pytest.mark.parametrize(
    ("quotes", "tagged", "link"),
    [
        ({"cue": "said"}, "It sank , Odo said/B-cue , and fast .", ([], [4], [])),
        ({"source": "Odo"}, "It sank , Odo/B-source said , and fast .", ([3], [], [])),
        (
            {"source": "Odo", "cue": "said", "content": ["It sank", "and fast"]},
            "It/B-content sank/I-content , Odo/B-source said/B-cue , and/B-content fast/I-content .",
            ([3], [4], [0, 6]),
        ),
        # pieces that touch are two
        (
            {"content": ["It", "sank"]},
            "It/B-content sank/B-content , Odo said , and fast .",
            ([], [], [0, 1]),
        ),
        # a part of a word is the word
        ({"source": "do"}, "It sank , Odo/B-source said , and fast .", ([3], [], [])),
        # white space around a span is no word
        ({"cue": " said"}, "It sank , Odo said/B-cue , and fast .", ([], [4], [])),
    ],
)
def test_polnear_parts(quotes: dict[str, str | list[str]], tagged: str, link: object, write: Write) -> None:
    text = "It sank, Odo said, and fast."
    (found,) = paragraphs(write, text, spans(text, **quotes))
    assert written(found) == tagged
    assert found.links == [link]
    check(found)


@pytest.mark.parametrize("attribution", [{}, {"source": []}, {"cue": [[7, 8]]}, {"cue": [[3, 3]]}])
def test_polnear_attributions_without_words(attribution: Spans, write: Write) -> None:
    (found,) = paragraphs(write, "It sank. Odo swam.", attribution)
    assert found.tags.count("O") >= 5
    check(found)


def test_polnear_several_attributions(write: Write) -> None:
    text = "Odo said it sank. Lise denied that boats burnt."
    first = spans(text, source="Odo", cue="said", content="it sank")
    second = spans(text, source="Lise", cue="denied", content="that boats burnt")
    (found,) = paragraphs(write, text, second, first)
    assert sorted(found.links) == [([0], [1], [2]), ([5], [6], [7])]
    assert len(found.sentences) == 2
    check(found)


def test_polnear_the_later_of_two_that_overlap_wins(write: Write) -> None:
    text = "Odo said Lise knew it sank."
    outer = spans(text, source="Odo", cue="said", content="Lise knew it sank")
    inner = spans(text, source="Lise", cue="knew", content="it sank")
    (found,) = paragraphs(write, text, outer, inner)
    assert written(found) == ("Odo/B-source said/B-cue Lise/B-source knew/B-cue it/B-content sank/I-content .")
    assert sorted(found.links) == [([0], [1], []), ([2], [3], [4])]
    (found,) = paragraphs(write, text, inner, outer)
    assert found.links == [([0], [1], [2])]


def test_polnear_spans_over_paragraphs_begin_again(write: Write) -> None:
    text = "Odo said: it sank\n\nand burnt. Nobody swam."
    one, two = paragraphs(write, text, spans(text, source="Odo", cue="said", content="it sank\n\nand burnt"))
    assert written(one) == "Odo/B-source said/B-cue : it/B-content sank/I-content"
    assert written(two) == "and/B-content burnt/I-content . Nobody swam ."
    assert (one.links, two.links) == ([([0], [1], [3])], [([], [], [0])])
    assert len(two.sentences) == 2


def test_polnear_spans_over_sentences_go_on(write: Write) -> None:
    text = "Odo said: It sank. Boats burnt."
    (found,) = paragraphs(write, text, spans(text, content="It sank. Boats burnt."))
    assert found.tags == ["O", "O", "O", "B-content", *["I-content"] * 5]
    assert [len(sentence) for sentence in found.sentences] == [6, 3]


def test_polnear_hard_spaces(write: Write) -> None:
    text = "Odo\xa0said it\xa0sank."
    (found,) = paragraphs(write, text, spans(text, cue="said", content="it\xa0sank"))
    assert written(found) == "Odo said/B-cue it/B-content sank/I-content ."


def test_polnear_hyphens_are_words(write: Write) -> None:
    text = "The coal-fired ferry sank."
    (found,) = paragraphs(write, text, spans(text, source="coal-fired"))
    assert written(found).replace("-/I-source", "-") == "The coal/B-source - fired/I-source ferry sank ."
    check(found)


def sentence(size: int) -> str:
    """A sentence of so many words, the full stop counted."""
    return "Boats " + " ".join(["sank"] * (size - 2)) + "."


def test_polnear_long_paragraphs_are_cut_between_sentences(write: Write) -> None:
    text = " ".join([sentence(100)] * 7)
    found = paragraphs(write, text, {"content": [[0, len(text)]]})
    assert [[len(s) for s in p.sentences] for p in found] == [[100, 100, 100], [100, 100, 100], [100]]
    assert all(p.tags == ["B-content", *["I-content"] * (len(p.tags) - 1)] for p in found)
    for part in found:
        check(part)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([LONGEST_PARAGRAPH], [[LONGEST_PARAGRAPH]]),
        ([LONGEST_PARAGRAPH - 20, 20], [[LONGEST_PARAGRAPH - 20, 20]]),
        ([LONGEST_PARAGRAPH - 20, 21], [[LONGEST_PARAGRAPH - 20], [21]]),
        # the end of a sentence that alone is too long is left out
        ([400], [[LONGEST_PARAGRAPH]]),
        ([10, 400, 10], [[10], [LONGEST_PARAGRAPH], [10]]),
    ],
)
def test_polnear_sizes_of_paragraphs(sizes: list[int], expected: list[list[int]], write: Write) -> None:
    found = paragraphs(write, " ".join(map(sentence, sizes)))
    assert [[len(s) for s in p.sentences] for p in found] == expected


def test_polnear_articles(write: Write) -> None:
    rows: list[Any] = [{"text": text, "attributions": []} for text in ("It sank.", "", " \n ", "It rose.\nIt fell.")]
    assert [written(p) for p in data.polnear(write(rows))] == ["It sank .", "It rose .", "It fell ."]
    assert list(data.polnear(write([]))) == []


texts = st.text(st.sampled_from(list("aB .\n-'\"“”,\xa0?")), max_size=80)


@settings(max_examples=40, deadline=None)
@given(texts, st.data())
def test_polnear_of_any_text(tmp_path_factory: pytest.TempPathFactory, text: str, draw: st.DataObject) -> None:
    place = st.lists(st.integers(0, len(text)), min_size=2, max_size=2).map(sorted)
    some = draw.draw(
        st.lists(st.fixed_dictionaries({}, optional={r: st.lists(place, max_size=2) for r in data.ROLES}), max_size=3)
    )
    path = tmp_path_factory.mktemp("any") / "corpus.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": text, "attributions": some}).encode()))
    for paragraph in data.polnear(path):
        check(paragraph)


# -- tokenised paragraphs --


def units(write: Write, *lines: str) -> list[Paragraph]:
    rows = [{"tokens": line.split(), "labels": [f"O{n}" for n in range(len(line.split()))]} for line in lines]
    return list(data.units(write(rows)))


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ("It sank .", ["It sank ."]),
        ("It sank . Boats burnt .", ["It sank .", "Boats burnt ."]),
        ("Why ? No ! Go .", ["Why ?", "No !", "Go ."]),
        ("It sank . then rose", ["It sank . then rose"]),
        ("Mr. Brint swam .", ["Mr. Brint swam ."]),
        ("`` It sank . '' He swam .", ["“ It sank . ”", "He swam ."]),
        ("`` It sank ? '' he said .", ["“ It sank ? ” he said ."]),
        ("`` It sank , '' he said . Go .", ["“ It sank , ” he said .", "Go ."]),
        ("`` It sank . Boats burnt . ''", ["“ It sank .", "Boats burnt . ”"]),
        ("He said `` no '' Then", ["He said “ no ” Then"]),
        ("-LRB- It sank -RRB- . Go", ["( It sank ) .", "Go"]),
        ("no stop", ["no stop"]),
        (".", ["."]),
        pytest.param(
            "-LRB- It sank . -RRB- They swam .",
            ["( It sank . )", "They swam ."],
        ),
        pytest.param(
            "`` ` It sank . ' '' He swam .",
            ["“ ‘ It sank . ’ ”", "He swam ."],
        ),
    ],
)
def test_units_are_cut_into_sentences(tokens: str, expected: list[str], write: Write) -> None:
    (found,) = units(write, tokens)
    assert [" ".join(sentence) for sentence in found.written] == expected
    assert found.sentences == found.written


def test_units_know_an_apostrophe(write: Write) -> None:
    (found,) = units(write, "the boats ' end")
    assert found.written == [["the", "boats", "’", "end"]]


def test_units_keep_their_labels(write: Write) -> None:
    found = units(write, "It sank . Boats burnt .", "Go")
    assert [unit.tags for unit in found] == [[f"O{n}" for n in range(6)], ["O0"]]
    assert [len(s) for unit in found for s in unit.sentences] == [3, 3, 1]
    assert all(unit.links == [] for unit in found)
    assert list(data.units(write([]))) == []
