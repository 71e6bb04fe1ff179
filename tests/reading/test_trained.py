"""The shipped reader: the contract of all readers, and what is its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from rashomon.model import EntityKind, Passage, Reading, Said, Span
from rashomon.reading import weights
from rashomon.reading.kept import Kept
from rashomon.reading.roles import RoleSpan
from rashomon.reading.trained import LONGEST_PARAGRAPH, LONGEST_SENTENCE, Attributed, TrainedReader
from rashomon.reading.vectors import rows, similarity, vector
from tests.reading.contract import HOSTILE, ORDINARY, Fresh, ReaderContract, passage, split


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    return TrainedReader(threads=2)


@pytest.fixture(scope="module")
def fresh() -> Fresh:
    return lambda: TrainedReader(threads=2)


class TestTrainedReader(ReaderContract):
    """The contract."""


# -- the same answer however it is run --


def test_threads_change_nothing(reader: TrainedReader) -> None:
    given = [*ORDINARY, *map(passage, HOSTILE.values())]
    assert TrainedReader(threads=1).read(given) == TrainedReader(threads=2).read(given) == reader.read(given)


@pytest.mark.parametrize("kept", [0, 1, 30])
def test_what_is_forgotten_is_read_again(kept: int, reader: TrainedReader) -> None:
    small = TrainedReader(threads=2, kept=kept)
    assert small.read(ORDINARY) == small.read(ORDINARY) == reader.read(ORDINARY)


def test_other_weights_can_be_given(reader: TrainedReader) -> None:
    other = TrainedReader(trained=weights.load())
    assert other.version == reader.version == weights.load().version
    assert other.read(ORDINARY[:1]) == reader.read(ORDINARY[:1])


def test_progress_counts_the_sentences_that_differ(reader: TrainedReader) -> None:
    seen: list[tuple[int, int]] = []
    reader.read([passage("It sank.", "It rose.", "It sank."), passage("It rose.", "")], lambda *n: seen.append(n))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_kept_forgets_what_was_not_asked_for_longest() -> None:
    held: Kept[Attributed] = Kept(10)
    one, two, three = (Attributed((), size) for size in (3, 3, 4))
    held.put(b"1", one)
    held.put(b"2", two)
    assert held.get(b"1") is one
    held.put(b"3", three)
    assert (held.get(b"1"), held.get(b"2"), held.get(b"3")) == (one, None, three)


def test_kept_holds_one_however_large() -> None:
    held: Kept[Attributed] = Kept(10)
    large = Attributed((), 99)
    held.put(b"0", Attributed((), 1))
    held.put(b"1", large)
    assert (held.get(b"0"), held.get(b"1")) == (None, large)
    held.put(b"2", Attributed((), 1))
    assert held.get(b"1") is None


def test_kept_counts_a_key_once() -> None:
    held: Kept[Attributed] = Kept(10)
    for _ in range(5):
        held.put(b"1", Attributed((), 4))
    held.put(b"2", Attributed((), 4))
    assert held.get(b"1")
    assert held.get(b"2")


# -- what a paragraph is, and what is attributed inside a content --


class Written:
    """A network of paragraphs that gives each as many role scores as are written for its number of words.

    A word has a letter: s, c or t (source, cue, content; a capital begins a span) or ``_``.  ``pairs``
    are the (cue, other) first words of each paragraph that choose each other.  ``seen`` are the numbers of words read.
    """

    def __init__(self, **paragraphs: list[tuple[int, int]]) -> None:
        self.held = {len(letters): (letters, pairs) for letters, pairs in paragraphs.items()}
        self.seen: list[int] = []

    def run(self, _: None, feed: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
        """Role scores, then the sides of cues, sources and contents."""
        size = len(feed["states"])
        self.seen.append(size)
        letters, pairs = self.held.get(size, ("_" * size, []))
        scores = np.full((size, 7), -100, np.float32)
        scores[np.arange(size), ["_SsCcTt".index(letter) for letter in letters]] = 100
        cues, eye = np.zeros((size, size), np.float32), np.eye(size, dtype=np.float32) * 100
        for cue, other in pairs:
            cues[cue, other] = 100
        return [scores, cues, eye, eye]


def reading(given: Passage, **paragraphs: list[tuple[int, int]]) -> tuple[list[tuple[int, ...]], list[int]]:
    """(depth, first words of all spans) of each attribution, and the lengths that the network saw."""
    network = Written(**paragraphs)
    changed = replace(weights.load(), paragraph=network)
    (found,) = TrainedReader(threads=1, trained=changed).read([given])
    place = {w.start: i for i, w in enumerate(w for s in found.sentences for w in s.words)}
    firsts = [
        (said.depth, *(place[s.start] for s in [*said.sources, *said.cues, *said.contents])) for said in found.said
    ]
    return firsts, network.seen


def boats(number: int) -> str:
    return " ".join(["boat"] * number)


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        *((between, [5]) for between in (" ", "", "\t", "\xa0")),
        *((between, [2, 3]) for between in ("\n", "\r\n", "\r", "\n\n", " \n ", "\u2028", "\u2029")),
        *((between, [2, 3]) for between in ("\x0b", "\x0c", "\x85")),
    ],
    ids=ascii,
)
def test_a_paragraph_is_what_shares_a_line(between: str, expected: list[int]) -> None:
    assert reading(passage("Boats.", "They sank.", between=between)) == ([], expected)


def test_a_long_paragraph_is_read_in_parts() -> None:
    given = passage(boats(300), boats(300), boats(100))
    assert reading(given) == ([], [LONGEST_PARAGRAPH, LONGEST_PARAGRAPH, 60])


def test_sentences_without_words_are_no_paragraph() -> None:
    assert reading(passage("", " ", "\t")) == ([], [])
    assert reading(passage("Boats", "", "sank", between="\n")) == ([], [1, 1])


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ({"SCT": [(1, 0), (1, 2)]}, [(0, 0, 1, 2)]),
        # a content of five words or more is read again by itself
        ({"SCTttt": [(1, 0), (1, 2)], "SCTt": [(1, 0), (1, 2)]}, [(0, 0, 1, 2)]),
        ({"SCTtttt": [(1, 0), (1, 2)], "SCTt_": [(1, 0), (1, 2)]}, [(0, 0, 1, 2), (1, 2, 3, 4)]),
        # inside, a source, a cue and a content are wanted
        ({"SCTtttt": [(1, 0), (1, 2)], "_CTt_": [(1, 2)]}, [(0, 0, 1, 2)]),
        ({"SCTtttt": [(1, 0), (1, 2)], "SC___": [(1, 0)]}, [(0, 0, 1, 2)]),
        ({"SCTtttt": [(1, 0), (1, 2)], "_____": []}, [(0, 0, 1, 2)]),
        # a content without a cue is not read again
        ({"_Ttttttt": [], "SCTtttt": [(1, 0), (1, 2)]}, [(0, 1)]),
        # inside of inside is not read
        (
            {"SCTtttttttt": [(1, 0), (1, 2)], "SCTtttttt": [(1, 0), (1, 2)], "SCTtttt": [(1, 0), (1, 2)]},
            [(0, 0, 1, 2), (1, 2, 3, 4)],
        ),
        pytest.param(
            {"TSCSCTTttttt": [(2, 1), (2, 0), (2, 6), (4, 3), (4, 5)], "SCTtt_": [(1, 0), (1, 2)]},
            [(0, 1, 2, 0, 6), (0, 3, 4, 5), (1, 6, 7, 8)],
        ),
    ],
)
def test_attributions_inside_contents(
    paragraphs: dict[str, list[tuple[int, int]]], expected: list[tuple[int, ...]]
) -> None:
    size = max(map(len, paragraphs))
    assert reading(passage(boats(size)), **paragraphs)[0] == expected


# -- what it finds --


def one(reader: TrainedReader, *parts: str) -> tuple[Passage, Reading]:
    given = passage(*parts)
    return given, reader.read([given])[0]


def parts(given: Passage, said: Said) -> tuple[list[str], ...]:
    return tuple([given.text[s.start : s.end] for s in spans] for spans in (said.sources, said.cues, said.contents))


def test_words_have_every_tag(reader: TrainedReader) -> None:
    found = weights.load()
    for reading in reader.read([*ORDINARY, *map(passage, HOSTILE.values())]):
        words = [word for sentence in reading.sentences for word in sentence.words]
        assert all(w.upos in found.upos and w.xpos in found.xpos and w.lemma for w in words)
        assert all(w.label in {*found.labels, "root"} for w in words)


@pytest.mark.parametrize("size", [1, LONGEST_SENTENCE, LONGEST_SENTENCE + 1, 3 * LONGEST_SENTENCE])
def test_a_root_for_each_part_of_a_long_sentence(size: int, reader: TrainedReader) -> None:
    _, reading = one(
        reader, " ".join("The ferry sank while Odo Brint swam home and".split()[i % 9] for i in range(size))
    )
    words = reading.sentences[0].words
    assert len(words) == size
    assert sum(w.head == -1 for w in words) == -(-size // LONGEST_SENTENCE)
    assert all(w.head == -1 or w.head // LONGEST_SENTENCE == i // LONGEST_SENTENCE for i, w in enumerate(words))
    assert all(w.label == "root" for w in words if w.head == -1)


def test_nothing_but_the_root_is_labelled_root(reader: TrainedReader) -> None:
    readings = reader.read([*ORDINARY, *map(passage, HOSTILE.values())])
    words = [word for reading in readings for sentence in reading.sentences for word in sentence.words]
    assert [word for word in words if word.label == "root" and word.head != -1] == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Anna Brint lives in Norway.", "Anna Brint", "PER"),
        ("Anna Brint lives in Norway.", "Norway", "LOC"),
        ("He worked for the United Nations in Geneva.", "Geneva", "LOC"),
    ],
)
def test_names(text: str, name: str, kind: EntityKind, reader: TrainedReader) -> None:
    given, reading = one(reader, text)
    assert (name, kind) in [(text[e.start : e.end], e.kind) for e in reading.sentences[0].entities]
    assert given.text == text


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Odo Brint said the ferry sank on Monday."], ["Odo Brint", "said", "the ferry sank on Monday"]),
        (["The mayor denied that he knew the captain."], ["The mayor", "denied", "that he knew the captain"]),
        (["The bridge is old.", "“It will fall,” she warned."], ["she", "warned", "“It will fall,”"]),
    ],
)
def test_attributions(sentences: list[str], expected: list[str], reader: TrainedReader) -> None:
    given, reading = one(reader, *sentences)
    assert [[" ".join(part) for part in parts(given, said)] for said in reading.said] == [expected]


def test_an_attribution_inside_a_content_lies_inside_it(reader: TrainedReader) -> None:
    given = split(
        "The minister said on Friday that the captain had told him the ferry would not sail. She said police "
        "believed that the owners had claimed the engine was new. “Odo Brint told me that the pier was safe,” "
        "Lise Halm told the inquiry. Officials said that witnesses reported seeing smoke before the ferry sank."
    )
    (reading,) = reader.read([given])
    contents = [span for said in reading.said if not said.depth for span in said.contents]
    assert {said.depth for said in reading.said} <= {0, 1}
    for said in reading.said:
        if said.depth:
            assert said.sources
            assert said.cues
            spans = [*said.sources, *said.cues, *said.contents]
            assert any(all(c.start <= s.start and s.end <= c.end for s in spans) for c in contents)


def test_vectors_are_near_where_the_meaning_is(reader: TrainedReader) -> None:
    near, other = "The boat went down off the coast.", "Parliament voted on the new school budget."
    _, reading = one(reader, "The ferry sank near the shore.", near, other)
    ferry, boat, budget = map(vector, reading.sentences)
    assert similarity(ferry, boat) > similarity(ferry, budget)
    assert rows(reading.sentences[0]).shape == (7, 384)


def test_a_span_has_its_own_vector(reader: TrainedReader) -> None:
    given, reading = one(reader, "The ferry sank while the mayor slept.")
    whole, ferry = vector(reading.sentences[0]), vector(reading.sentences[0], Span(0, 14))
    assert similarity(whole, vector(reading.sentences[0], Span(0, len(given.text)))) == pytest.approx(1, abs=1e-5)
    assert similarity(whole, ferry) < 0.999


# -- words that are cut already --


def test_read_words_reads_as_read_does(reader: TrainedReader) -> None:
    _, reading = one(reader, "Odo Brint said the ferry sank.")
    ((part,),) = reader.read_words([["Odo", "Brint", "said", "the", "ferry", "sank", "."]])
    assert [(w.lemma, w.upos, w.xpos, w.head, w.label) for w in reading.sentences[0].words] == list(part.tags)
    assert part.rows.astype("<f2").tobytes() == reading.sentences[0].rows
    assert [(e.kind, e.first, e.end) for e in part.entities] == [("PER", 0, 2)]


def test_read_words_cuts_long_sentences(reader: TrainedReader) -> None:
    found = reader.read_words([["ferry"] * (2 * LONGEST_SENTENCE + 5), [], ["ferry"]])
    assert [[part.size for part in sentence] for sentence in found] == [
        [LONGEST_SENTENCE, LONGEST_SENTENCE, 5],
        [],
        [1],
    ]


def test_roles_over_a_paragraph(reader: TrainedReader) -> None:
    held = reader.read_words(["Odo Brint said the ferry sank .".split(), "“ It fell , ” she said .".split()])
    found = reader.roles([part for sentence in held for part in sentence])
    assert found[:3] == [RoleSpan("source", 0, 2), RoleSpan("cue", 2, 3), RoleSpan("content", 3, 6)]
    assert all(0 <= s.first < s.end <= 15 for s in found)


def test_roles_over_a_long_paragraph(reader: TrainedReader) -> None:
    sentence = "Odo Brint said the ferry sank .".split()
    held = reader.read_words([sentence] * (LONGEST_PARAGRAPH // len(sentence) * 2))
    found = reader.roles([part for one in held for part in one])
    words = len(sentence) * len(held)
    assert found == sorted(found, key=lambda s: s.first)
    assert words > LONGEST_PARAGRAPH
    assert LONGEST_PARAGRAPH < max(s.end for s in found) <= words


def test_attributions_of_nothing(reader: TrainedReader) -> None:
    assert reader.attributions([]) == ()


def test_roles_of_nothing(reader: TrainedReader) -> None:
    assert reader.roles([]) == []
