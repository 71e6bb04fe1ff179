"""What every `rashomon.ports.Reader` must do.

    class TestMyReader(ReaderContract): ...

in a module with two fixtures: ``reader``, a reader that all tests of the module share, and ``fresh``,
a function that makes another one that has read nothing yet.  What a reader cannot do is overridden
in the subclass with a strict xfail and its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon import langs
from rashomon.model import Entity, Passage, Reading, ReadSentence, ReadWord, Said, Span
from rashomon.ports import Reader
from rashomon.reading.vectors import rows, vector
from rashomon.text import sentences

Fresh = Callable[[], Reader]
MEGABYTE = 1_000_000


def passage(*parts: str, between: str = " ", lead: str = "") -> Passage:
    """A passage of these sentences."""
    spans, at = [], len(lead)
    for part in parts:
        spans.append(Span(at, at + len(part)))
        at += len(part) + len(between)
    return Passage(lead + between.join(parts), tuple(spans))


def split(text: str) -> Passage:
    """A text with the sentences that `rashomon.text` finds in it."""
    return Passage(text, sentences(text, langs.load()))


def moved(reading: Reading, by: int) -> Reading:
    """The same reading of a passage that stands ``by`` characters further on."""

    def place(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(Span(span.start + by, span.end + by) for span in spans)

    return Reading(
        tuple(
            ReadSentence(
                place([s.span])[0],
                tuple(w._replace(start=w.start + by, end=w.end + by) for w in s.words),
                tuple(Entity(e.start + by, e.end + by, e.kind) for e in s.entities),
                s.rows,
            )
            for s in reading.sentences
        ),
        tuple(Said(place(s.sources), place(s.cues), place(s.contents), s.depth) for s in reading.said),
    )


def first(said: Said) -> int:
    """Where an attribution begins."""
    return min(span.start for part in (said.sources, said.cues, said.contents) for span in part)


def check_words(text: str, sentence: ReadSentence) -> None:
    """Words stand in order and apart inside their sentence and hold every character that is no white space."""
    start, end = sentence.span
    words = sentence.words
    assert all(start <= w.start < w.end <= end for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert "".join(text[w.start : w.end] for w in words) == "".join(text[start:end].split())


def check_syntax(words: tuple[ReadWord, ...]) -> None:
    """Heads are other words of the sentence, nothing goes in a circle, and every word has a label."""
    assert all(-1 <= w.head < len(words) and w.head != i for i, w in enumerate(words))
    assert all(isinstance(tag, str) for w in words for tag in (w.lemma, w.upos, w.xpos))
    assert all(w.label for w in words)
    rooted: set[int] = {-1}
    for i in range(len(words)):
        path: list[int] = []
        while i not in rooted and len(path) <= len(words):
            path.append(i)
            i = words[i].head
        assert i in rooted, "heads go in a circle"
        rooted.update(path)


def check_sentence(text: str, sentence: ReadSentence) -> None:
    """What holds for every sentence that was read."""
    check_words(text, sentence)
    check_syntax(sentence.words)
    starts, ends = {w.start for w in sentence.words}, {w.end for w in sentence.words}
    assert all(e.start in starts and e.end in ends and e.start < e.end for e in sentence.entities)
    assert all(e.kind in {"PER", "LOC", "ORG"} for e in sentence.entities)
    assert all(a.end <= b.start for a, b in pairwise(sentence.entities))
    held = rows(sentence)
    assert len(held) == len(sentence.words)
    assert np.isfinite(held).all()
    assert float(np.linalg.norm(vector(sentence))) == pytest.approx(1 if held.size else 0, abs=1e-3)


def check(given_: Passage, reading: Reading) -> None:
    """What holds for the reading of any passage."""
    assert tuple(sentence.span for sentence in reading.sentences) == given_.sentences
    for sentence in reading.sentences:
        check_sentence(given_.text, sentence)
    starts = {w.start for s in reading.sentences for w in s.words}
    ends = {w.end for s in reading.sentences for w in s.words}
    for said in reading.said:
        spans = [*said.sources, *said.cues, *said.contents]
        assert spans
        assert all(span.start in starts and span.end in ends and span.start < span.end for span in spans)
        assert said.depth >= 0


ORDINARY = [
    passage("Odo Brint, the mayor of Collmoor, said the ferry sank on Monday."),
    passage("“The pier fell,” said Lise Halm, who runs Marl Shipping.", "“Nobody was on it,” she added."),
    split(
        "The coast guard said in a statement that the captain had told it the engine failed. It gave no details.\n"
        "“We saw a fire,” a passenger, Bo Renn, told the Collmoor Post. “Then we jumped.”\n\n"
        "According to two officials, 41 people were on board; the owners speak of 12."
    ),
    passage("Ferry sinks off Collmoor", "Officials: engine failed", between="\n"),
    passage("O’Neil's boats weren't insured, he can't pay $5m."),
    passage("rain", "rain", "rain"),
]

HOSTILE = {
    "empty": "",
    "white space": " \t\u3000\xa0",
    "lines": "\n\r\n\u2028",
    "nul": "\x00",
    "nul inside": "Odo\x00Brint said\x00 it sank.",
    "control": "".join(map(chr, [*range(1, 32), *range(127, 160)])),
    "zero width": "\u200b\u200d\u2060\ufeff",
    "soft hyphens": "The fer\xadry sank, he sa\xadid.",
    "private and unassigned": "\ue000\uffff\U0010ffff\U000e0001",
    "emoji": "🚢🚢 sank 👩‍👩‍👧‍👦 said 🇳🇴 ❤️.",
    "right to left": "قال رئيس البلدية إن العبارة غرقت. ראש העיר אמר זאת.",
    "direction marks": "\u202eOdo said\u202c \u2066it\u2069 sank\u200f.",
    "combining": "Z\u0301\u0302\u0303\u0304a\u0308\u0323lgo\u0489 sai\u0307d it sank.",
    "decomposed": "Cafe\u0301 Ma\u030arl said it sank.",
    "one letter, two in lower case": "İİİ said İlke " * 5,
    "ligatures": "The oﬃcials ﬂed; ½ of Ⅻ stayed.",
    "no alphabet": "渡し船が沈んだと市長は言った。" * 12,
    "marks only": ".,;:!?…—“”‘’\"'()[]{}<>/\\|@#$%^&*~`",
    "quotation marks": "\"'“”‘’«»" * 30,
    "digits": "9" * 300 + "." + "1,2.3:4" * 20,
    "an address": "see https://marl.example/" + "a/" * 150 + "?q=[SEP]",
    "codes of the vocabulary": "[CLS] Odo said [SEP] it [MASK] sank [PAD] [UNK] ##ing",
    "codes of the treebanks": "-LRB- Odo said `` it sank '' -RRB-",
    "markup": "<p>Odo &amp; Bo said <b>it sank</b></p>",
    "lines inside": "Odo said\nthe ferry\r\nsank\x0bon\x85Monday.",
    "long word": "a" * 700,
}

# Of each pair, the first must not change how the second is read.
RUN = " ".join(["boat"] * 128)
NAMESAKES = {
    "cut before a clitic, cut before a mark": (passage(RUN + "'s crew swam home"), passage(RUN + " 's crew swam home")),
    "cut inside an address, cut before a word": (
        passage(" ".join(["boat"] * 127) + " https://marl.example/" + "a" * 39 + "crew/swam/home"),
        passage(RUN + " crew/swam/home"),
    ),
    "two sentences, one with a line break": (
        passage("Mr.", "Brint said the ferry sank, Mr.", "Halm said the pier fell and Mr.", "Renn said it rained."),
        passage("Mr.\nBrint said the ferry sank, Mr.\nHalm said the pier fell and Mr.\nRenn said it rained."),
    ),
}

RUN_ON = (
    "Odo Brint said the ferry sank and Lise Halm said “the pier fell” while officials, who told nobody, "
    "denied that the owners had known of it, and the captain added that"
)


class ReaderContract:
    """The tests; see the top of this file."""

    # -- shape --

    def test_it_has_a_version(self, reader: Reader, fresh: Fresh) -> None:
        assert reader.version
        assert fresh().version == reader.version

    def test_nothing_is_read_of_nothing(self, reader: Reader) -> None:
        assert reader.read([]) == ()

    def test_one_reading_a_passage_in_order(self, reader: Reader) -> None:
        readings = reader.read(ORDINARY)
        assert isinstance(readings, tuple)
        assert len(readings) == len(ORDINARY)
        for given_, reading in zip(ORDINARY, readings, strict=True):
            check(given_, reading)

    def test_attributions_come_in_the_order_of_their_first_words(self, reader: Reader) -> None:
        for reading in reader.read(ORDINARY):
            starts = [first(said) for said in reading.said]
            assert starts == sorted(starts)

    def test_a_passage_without_sentences(self, reader: Reader) -> None:
        assert reader.read([Passage("The ferry sank.", ()), Passage("", ())]) == (Reading((), ()),) * 2

    def test_empty_sentences(self, reader: Reader) -> None:
        text = "It sank.  It rose."
        given_ = Passage(text, (Span(0, 0), Span(0, 8), Span(8, 8), Span(8, 10), Span(10, 18), Span(18, 18)))
        (reading,) = reader.read([given_])
        check(given_, reading)
        assert [len(s.words) for s in reading.sentences] == [0, 3, 0, 0, 3, 0]
        assert reading.sentences[0] == ReadSentence(Span(0, 0), (), ())

    def test_only_the_given_sentences_are_read(self, reader: Reader) -> None:
        text = "It sank. Odo swam home. It rose."
        given_ = Passage(text, (Span(9, 23),))
        (reading,) = reader.read([given_])
        check(given_, reading)
        assert [text[w.start : w.end] for w in reading.sentences[0].words][:2] == ["Odo", "swam"]

    def test_a_sentence_may_begin_and_end_anywhere(self, reader: Reader) -> None:
        text = "  Odo said the ferry sank.  "
        for span in (Span(0, len(text)), Span(1, 5), Span(3, 22), Span(5, 6), Span(25, 27)):
            given_ = Passage(text, (span,))
            check(given_, reader.read([given_])[0])

    def test_readings_cannot_be_changed(self, reader: Reader) -> None:
        (reading,) = reader.read(ORDINARY[:1])
        sentence = reading.sentences[0]
        for thing, name in ((reading, "said"), (sentence, "words"), (sentence.words[0], "head")):
            with pytest.raises(AttributeError):
                setattr(thing, name, ())
        assert isinstance(hash(reading), int)

    # -- the same answer twice --

    def test_a_passage_alone_is_read_as_among_others(self, reader: Reader, fresh: Fresh) -> None:
        together = reader.read(ORDINARY)
        assert tuple(fresh().read([given_])[0] for given_ in ORDINARY) == together

    def test_the_order_changes_nothing(self, reader: Reader, fresh: Fresh) -> None:
        assert fresh().read(ORDINARY[::-1]) == reader.read(ORDINARY)[::-1]

    def test_the_batch_changes_nothing(self, reader: Reader, fresh: Fresh) -> None:
        other = fresh()
        pairs = [other.read(ORDINARY[at : at + 2]) for at in range(0, len(ORDINARY), 2)]
        assert tuple(reading for pair in pairs for reading in pair) == reader.read(ORDINARY)

    def test_the_second_time_is_as_the_first(self, fresh: Fresh) -> None:
        reader = fresh()
        assert reader.read(ORDINARY) == reader.read(ORDINARY) == reader.read([*ORDINARY, *ORDINARY])[: len(ORDINARY)]

    def test_a_list_is_as_good_as_a_tuple(self, reader: Reader) -> None:
        assert reader.read(tuple(ORDINARY)) == reader.read(list(ORDINARY))

    @pytest.mark.parametrize("pair", NAMESAKES.values(), ids=NAMESAKES)
    def test_what_was_read_before_changes_nothing(self, pair: tuple[Passage, Passage], fresh: Fresh) -> None:
        before, given_ = pair
        reader = fresh()
        check(before, reader.read([before])[0])
        (reading,) = reader.read([given_])
        check(given_, reading)
        assert reading == fresh().read([given_])[0]

    def test_the_place_in_the_text_changes_nothing(self, reader: Reader, fresh: Fresh) -> None:
        parts = ("“It sank,” said Odo Brint.", "He said it was Marl’s ferry.")
        (reading,) = reader.read([passage(*parts)])
        for lead in ("\n", "  ", "Headline\n\n", "🚢 "):
            given_ = passage(*parts, lead=lead)
            (found,) = fresh().read([given_])
            check(given_, found)
            assert found == moved(reading, len(lead))

    @pytest.mark.parametrize("between", ["\n", "\r\n", "\n\n", "\r", "\u2028", " \n "], ids=ascii)
    def test_lines_are_read_apart(self, between: str, reader: Reader) -> None:
        parts = ("Odo Brint said: “It sank.", "Nobody helped", "and the pier fell,” Halm said.")
        (together,) = reader.read([passage(*parts, between=between)])
        alone = reader.read([passage(part) for part in parts])
        places = [sentence.span.start for sentence in together.sentences]
        said = [said for at, reading in zip(places, alone, strict=True) for said in moved(reading, at).said]
        assert list(together.said) == said

    # -- any text --

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
    def test_bad_input(self, text: str, reader: Reader) -> None:
        for given_ in (passage(text), split(text), passage("Odo said:", text, "It sank.")):
            check(given_, reader.read([given_])[0])

    @pytest.mark.parametrize("text", ["\ud800", "Odo\udfff said it sank.", "\udcff\ud83d \udea2"], ids=ascii)
    def test_lone_surrogates(self, text: str, reader: Reader) -> None:
        given_ = passage(text, "It sank.")
        check(given_, reader.read([given_])[0])

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
    @given(st.lists(st.text(max_size=40), max_size=4), st.sampled_from([" ", "", "\n"]))
    def test_any_text(self, reader: Reader, parts: list[str], between: str) -> None:
        given_ = passage(*parts, between=between)
        check(given_, reader.read([given_])[0])

    # -- any length --

    def test_ten_thousand_words_in_a_sentence(self, reader: Reader) -> None:
        text = " ".join((RUN_ON + " ").split() * 300)
        given_ = passage(" ".join(text.split(" ")[:10_000]))
        check(given_, reader.read([given_])[0])

    def test_a_megabyte_that_is_one_word(self, reader: Reader) -> None:
        given_ = passage("a" * MEGABYTE)
        check(given_, reader.read([given_])[0])

    def test_a_megabyte_of_words_without_a_stop(self, reader: Reader) -> None:
        words = "Antidisestablishmentarianism counterrevolutionaries incomprehensibilities "
        given_ = passage((words * (MEGABYTE // len(words) + 1))[:MEGABYTE].rstrip())
        check(given_, reader.read([given_])[0])

    def test_a_paragraph_of_many_sentences(self, reader: Reader) -> None:
        given_ = passage(*(f"Odo Brint said that ferry {n} sank, and “{n} crews swam”." for n in range(70)))
        (reading,) = reader.read([given_])
        check(given_, reading)
        assert sum(len(s.words) for s in reading.sentences) > 900

    def test_many_empty_passages(self, reader: Reader) -> None:
        assert len(reader.read([Passage("", ()), passage(""), passage(" ")] * 500)) == 1500
