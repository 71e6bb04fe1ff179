"""Bad input for the reader over a spaCy pipeline: no crash, exact offsets, bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("spacy")

import spacy

from rashomon.model import Passage, Reading, Span
from rashomon.reading import vectors
from rashomon.reading.with_spacy import LONGEST_PART, LONGEST_RUN, SpacyReader
from tests.reading_spacy import pipelines
from tests.reading_spacy.pipelines import passage

BLANK = SpacyReader(spacy.blank("en"))
MADE = SpacyReader(pipelines.made("test_syntax", "test_attribution"))
NEURAL = SpacyReader(pipelines.neural())
CASES = {
    "nothing": "",
    "white space": " \t\r\n\u2028\u3000",
    "controls": "".join(map(chr, range(32))) + "a\x00b\x7f\x85c",
    "lone surrogates": "a\ud800b \udfff said: \udc00\ud800",
    "emoji": "👩\u200d🚒 said: 🇺🇳🔥 ok\ufe0f",
    "right to left": "قال: \u202eabc\u202c שלום",
    "combining": "e" + "\u0301" * 3_000,
    "mark of order": "\ufeffThe\u200bferry",
    "brackets": "(" * 3_000,
    "ten thousand words": "said: " * 5_000,
    "one long address": "https://example.org/" + "a%20" * 3_000,
}


def check(given: Passage, reading: Reading) -> None:
    """What the port promises."""
    assert [s.span for s in reading.sentences] == list(given.sentences)
    for sentence in reading.sentences:
        start, end = sentence.span
        last = start
        for word in sentence.words:
            assert last <= word.start < word.end <= end
            assert not given.text[word.start : word.end].isspace()
            assert -1 <= word.head < len(sentence.words)
            assert (word.head == -1) == (word.label == "root")
            last = word.end
        assert all(start <= name.start < name.end <= end for name in sentence.entities)
        assert len(vectors.rows(sentence)) == len(sentence.words)
        covered = "".join(given.text[w.start : w.end] for w in sentence.words)
        assert covered == "".join(given.text[start:end].split())
    for said in reading.said:
        spans = said.sources + said.cues + said.contents
        assert spans
        for span in spans:
            assert span.start < span.end
            assert any(s.start <= span.start and span.end <= s.end for s in given.sentences)


@pytest.mark.parametrize("reader", [BLANK, MADE, NEURAL], ids=["blank", "made", "neural"])
@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_bad_input(reader: SpacyReader, text: str) -> None:
    given_ = passage("It rained.", text, "So be it.")
    check(given_, reader.read([given_])[0])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(st.characters() | st.sampled_from("\ud800\udfff said: \n")), max_size=5), st.sampled_from("\n ")
)
def test_any_text(sentences: list[str], between: str) -> None:
    given_ = passage(*sentences, between=between)
    for reader in (BLANK, MADE):
        reading = reader.read([given_])[0]
        check(given_, reading)
        assert reader.read([given_])[0] == reading


@pytest.mark.parametrize("unit", ["a", "(", "\U0001f525", "the ferry sank ", "said: "])
def test_a_megabyte(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    given_ = Passage(text, (Span(0, len(text)),))
    start = time.monotonic()
    reader = SpacyReader(spacy.blank("en"))
    reading = reader.read([given_])[0]
    assert time.monotonic() - start < 60
    check(given_, reading)


def test_a_long_sentence_is_cut_at_white_space_and_each_part_has_a_root() -> None:
    text = "word " * 3_000
    given_ = passage(text)
    words = BLANK.read([given_])[0].sentences[0].words
    parts = -(-len(text) // LONGEST_PART)
    assert len(words) == 3_000
    assert sum(w.head == -1 for w in words) == parts
    assert all(words[w.head].head == -1 for w in words if w.head >= 0)


def test_a_long_run_is_cut() -> None:
    words = BLANK.read([passage("x " + "a" * (LONGEST_RUN + 5))])[0].sentences[0].words
    assert [w.end - w.start for w in words] == [1, LONGEST_RUN, 5]


def test_the_pipelines_own_limit_is_kept() -> None:
    nlp = pipelines.neural()
    nlp.max_length = 12
    given_ = passage("The ferry sank near Verrin on Monday morning", "Incomprehensibilities")
    check(given_, SpacyReader(nlp).read([given_])[0])
