"""Treebanks, names and news as training examples; every example is invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reader import data
from reader.data import Sentence

from rashomon.reading import lemmas

Write = Callable[..., Path]

# -- treebanks --


def row(
    number: str, form: str, lemma: str, tags: str = "NOUN NN", head: str = "0", label: str = "root", misc: str = "_"
) -> str:
    """A line of CoNLL-U."""
    upos, xpos = tags.split()
    return "\t".join([number, form, lemma, upos, xpos, "_", head, label, "_", misc])


FERRY = "\n".join(
    [
        "# sent_id = invented-1",
        "# text = The ferry's sunk.",
        row("1", "The", "the", "DET DT", "2", "det"),
        row("2-3", "ferry's", "_", "_ _", "_", "_"),
        row("2", "ferry", "ferry", "NOUN NN", "4", "nsubj"),
        row("3", "'s", "be", "AUX VBZ", "4", "aux"),
        row("3.1", "now", "now", "ADV RB", "_", "_"),
        row("4", "sunk", "sink", "VERB VBN", "0", "root", "SpaceAfter=No"),
        row("5", ".", ".", "PUNCT .", "4", "punct"),
        "",
        "",
    ]
)


def test_conllu(write: Write) -> None:
    (sentence,) = data.conllu(write(FERRY))
    assert sentence == Sentence(
        forms=["The", "ferry", "'s", "sunk", "."],
        written=["The", "ferry", "'s", "sunk", "."],
        upos=["DET", "NOUN", "AUX", "VERB", "PUNCT"],
        xpos=["DT", "NN", "VBZ", "VBN", "."],
        lemmas=["0|", "0|", ">be", "3|ink", "0|"],
        heads=[2, 4, 4, 0, 4],
        labels=["det", "nsubj", "aux", "root", "punct"],
        plain_lemmas=["the", "ferry", "be", "sink", "."],
        text="The ferry's sunk.",
    )
    assert sentence.entities is None


def test_conllu_lemmas_are_edits_of_the_forms(write: Write) -> None:
    (sentence,) = data.conllu(write(FERRY))
    assert [lemmas.apply(e, f) for e, f in zip(sentence.lemmas, sentence.forms, strict=True)] == sentence.plain_lemmas


@pytest.mark.parametrize("end", ["\n\n", "\n", "", "\n\n\n\n"])
def test_conllu_sentences_are_parted_by_empty_lines(end: str, write: Write) -> None:
    one, two = "# text = Boats\n" + row("1", "Boats", "boat"), "# text = Piers\n" + row("1", "Piers", "pier")
    found = list(data.conllu(write(f"# newdoc\n\n{one}\n\n\n{two}{end}")))
    assert [(s.forms, s.text) for s in found] == [(["Boats"], "Boats"), (["Piers"], "Piers")]


def test_conllu_of_nothing(write: Write) -> None:
    assert list(data.conllu(write(""))) == []
    assert list(data.conllu(write("# only a comment\n\n"))) == []


def test_conllu_without_text(write: Write) -> None:
    found = data.conllu(
        write("# text = Boats\n" + row("1", "Boats", "boat") + "\n\n" + row("1", "Piers", "pier") + "\n")
    )
    assert [s.text for s in found] == ["Boats", ""]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        # a star says that no space follows
        ('"* Go* ,* " he said', "“ Go , ” he said"),
        ("'* Go* ' he", "‘ Go ’ he"),
        ("boats* ' end", "boats ’ end"),
        ("``* Go* '' he", "“ Go ” he"),
        ("Odo* ’s do* n’t", "Odo 's do n't"),
        ("-LRB-* Go* -RRB-", "( Go )"),
        ('(* "* Go* "* )', "( “ Go ” )"),
        ("“* Go* ”", "“ Go ”"),
    ],
)
def test_conllu_quotation_marks(forms: str, expected: str, write: Write) -> None:
    lines = [
        row(str(n), form.rstrip("*"), "x", misc="SpaceAfter=No|Entity=1" if form.endswith("*") else "Entity=1")
        for n, form in enumerate(forms.split(), 1)
    ]
    (sentence,) = data.conllu(write("\n".join(lines)))
    assert " ".join(sentence.written) == expected
    assert sentence.forms == [form.rstrip("*") for form in forms.split()]


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("The ferry's sunk.", ["The", "ferry", "'s", "sunk", "."], [(0, 3), (4, 9), (9, 11), (12, 16), (16, 17)]),
        ("rain rain", ["rain", "rain"], [(0, 4), (5, 9)]),
        ("a an a", ["a", "an", "a"], [(0, 1), (2, 4), (5, 6)]),
        ("", [], []),
    ],
)
def test_places_of_words(text: str, forms: list[str], expected: list[tuple[int, int]]) -> None:
    sentence = Sentence(forms, forms, [], [], [], [], [], [], text)
    assert sentence.places() == expected


# -- names --


def iob(*tagged: str) -> str:
    """Lines of IOB2 of words and tags, ``ferry/O``."""
    return "".join(f"{n}\t{w.split('/')[0]}\t{w.split('/')[1]}\t-\t-\n" for n, w in enumerate(tagged, 1)) + "\n"


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O", "O O"),
        ("B-PER I-PER O", "B-PER I-PER O"),
        ("B-LOC B-LOC I-LOC", "B-LOC B-LOC I-LOC"),
        ("B-ORG B-PER", "B-ORG B-PER"),
        ("B-O B-O O", "O O O"),
        ("B-OTH I-OTH O", "O O O"),
        ("B-MISC", "O"),
        # what goes on after a dropped one, after another type or at the start begins a name
        ("B-OTH I-PER I-PER", "O B-PER I-PER"),
        ("B-O I-ORG", "O B-ORG"),
        ("B-PER I-LOC I-LOC", "B-PER B-LOC I-LOC"),
        ("I-LOC I-LOC", "B-LOC I-LOC"),
        ("O I-LOC", "O B-LOC"),
        ("B-PER B-OTH I-PER", "B-PER O B-PER"),
    ],
)
def test_iob2_tags(tags: str, expected: str, write: Write) -> None:
    ((forms, found),) = data.iob2(write(iob(*(f"w/{tag}" for tag in tags.split()))))
    assert found == expected.split()
    assert forms == ["w"] * len(found)


def test_iob2_sentences(write: Write) -> None:
    content = "# sent_id = 1\n" + iob("Odo/B-PER", "swam/O") + "\n# text = Marl\n" + iob("Marl/I-ORG").rstrip()
    assert list(data.iob2(write(content))) == [(["Odo", "swam"], ["B-PER", "O"]), (["Marl"], ["B-ORG"])]
    assert list(data.iob2(write(""))) == []


def test_a_treebank_takes_the_names_of_the_same_words(write: Write, tmp_path: Path) -> None:
    two = "\n".join([row("1", "Odo", "Odo", "PROPN NNP", "2", "nsubj"), row("2", "swam", "swim", "VERB VBD")])
    write(f"{FERRY}{two}\n\n", "invented.conllu.gz")
    names = write(iob("Odo/B-PER", "swam/O") + iob("The/O", "ferry/B-ORG"), "names.iob2.gz")
    found = data.treebank(tmp_path, "invented", names)
    assert [s.entities for s in found] == [None, ["B-PER", "O"]]
    assert [s.entities for s in data.treebank(tmp_path, "invented")] == [None, None]
    assert [s.forms for s in found] == [["The", "ferry", "'s", "sunk", "."], ["Odo", "swam"]]


# -- news --

NEWS = [
    {"text": "The ferry sank off Collmoor. It rose. The mayor saw nothing at all.\nThe ferry sank off Collmoor."},
    {"text": None},
    {"title": "no text"},
    {"text": "Nobody knew   who owned\nthe old boat. " + "Boats sank " * 40 + "."},
    {"text": "Lise Halm rowed home alone. Odo Brint swam to the pier."},
]
FOUND = {
    "The ferry sank off Collmoor.",
    "The mayor saw nothing at all.",
    "Nobody knew who owned",
    "Lise Halm rowed home alone.",
    "Odo Brint swam to the pier.",
}


def test_news_sentences_are_short_and_whole_and_each_once(write: Write) -> None:
    found = data.news_sentences(write(NEWS), 99, 1)
    assert set(found) == FOUND
    assert len(found) == len(FOUND)


def test_news_sentences_are_drawn_the_same_way_twice(write: Write) -> None:
    path, again = write(NEWS), write(NEWS[::-1], "turned.gz")
    drawn = data.news_sentences(path, 3, 1)
    assert len(drawn) == 3
    assert set(drawn) < FOUND
    assert data.news_sentences(path, 3, 1) == drawn
    assert data.news_sentences(again, 3, 1) == drawn
    assert any(data.news_sentences(path, 3, seed) != drawn for seed in range(2, 6))


@pytest.mark.parametrize(("words_", "kept"), [(3, False), (4, True), (60, True), (61, False)])
def test_news_sentences_have_4_to_60_words(words_: int, kept: bool, write: Write) -> None:
    assert (
        data.news_sentences(write([{"text": " ".join(["Boats"] * words_)}]), 9, 1)
        == [" ".join(["Boats"] * words_)] * kept
    )
