"""Words in pieces: every word has at least one, and no sentence too many."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import langs
from rashomon.reading import weights
from rashomon.reading.pieces import CLS, LONGEST_PIECES, LONGEST_WORD, SEP, UNKNOWN, Pieces, encode
from rashomon.reading.trained import LONGEST_SENTENCE
from rashomon.reading.words import normal, shape, spaces, words

TOKENIZER = weights.load().tokenizer
MOST = 512  # places that the encoder knows


def pieces(*written: str) -> Pieces:
    (found,) = encode([written], TOKENIZER)
    return found


def check(found: Pieces, written: list[str]) -> None:
    """What holds for every sentence."""
    assert len(found.ids) == len(found.owner) == len(found.shapes) <= MOST
    assert (found.ids[0], found.ids[-1]) == (CLS, SEP)
    assert (found.owner[0], found.owner[-1]) == (-1, -1)
    assert (found.shapes[0], found.shapes[-1]) == (0, 0)
    inner = found.owner[1:-1]
    assert found.words == len(written)
    assert sorted(set(inner)) == list(range(len(written)))
    assert all(a <= b for a, b in pairwise(inner))
    assert found.shapes[1:-1] == [shape(written[word]) + 1 for word in inner]


def test_the_marks_of_a_sentence_are_those_of_the_vocabulary() -> None:
    assert [TOKENIZER.id_to_token(i) for i in (UNKNOWN, CLS, SEP)] == ["[UNK]", "[CLS]", "[SEP]"]


def test_words_in_pieces() -> None:
    found = pieces("The", "ferryboat", "sank", ".")
    check(found, ["The", "ferryboat", "sank", "."])
    of = [""] * 4
    for piece, word in zip(found.ids[1:-1], found.owner[1:-1], strict=True):
        of[word] += (TOKENIZER.id_to_token(piece) or "").removeprefix("##")
    assert of == ["the", "ferryboat", "sank", "."]


def test_sentences_are_independent() -> None:
    held = [["The", "ferry", "sank", "."], [], ["Collmoor"]]
    assert encode(held, TOKENIZER) == [pieces(*sentence) for sentence in held]
    assert encode([], TOKENIZER) == []


def test_no_words() -> None:
    assert pieces() == Pieces([CLS, SEP], [-1, -1], [0, 0], 0)


@pytest.mark.parametrize(
    "word",
    [
        "\x00",
        "\u200b",
        "\u0301",
        "\ufeff",
        "\x85",
        "\ufffd",
        "\U0001f6a2",
        "\uffff",
        "\U000e0001",
        "x" * (LONGEST_WORD + 1),
    ],
)
def test_a_word_that_the_vocabulary_does_not_know_is_one_piece(word: str) -> None:
    assert pieces("a", word, "b").ids[2:-2] == [UNKNOWN]


def test_a_long_word_has_pieces_up_to_a_limit() -> None:
    assert len(pieces("x" * LONGEST_WORD).ids) > 3


@pytest.mark.parametrize("word", ["qxjzvwk" * 5, "文" * LONGEST_WORD, "٣" * LONGEST_WORD])
def test_a_sentence_of_too_many_pieces(word: str) -> None:
    written = [word] * LONGEST_SENTENCE
    found = pieces(*written)
    check(found, written)
    assert found.ids[1:-1] == [UNKNOWN] * LONGEST_SENTENCE


def test_short_words_stay_where_a_sentence_has_too_many_pieces() -> None:
    written = [*["文" * LONGEST_WORD] * 20, "ferry"]
    found = pieces(*written)
    check(found, written)
    assert found.ids[-2] == pieces("ferry").ids[1] != UNKNOWN


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_every_word_of_any_text_has_a_piece(text: str) -> None:
    found = words(text, langs.load().abbreviations)[:LONGEST_SENTENCE]
    written = normal([w.text for w in found], spaces(found))
    check(pieces(*written), written)
    assert len(pieces(*written).ids) <= LONGEST_PIECES + 2


def test_a_lone_surrogate_is_unknown() -> None:
    assert pieces("a", "\ud800", "b").ids[2:-2] == [UNKNOWN]


@pytest.mark.parametrize("mark", ["[SEP]", "[CLS]", "[MASK]", "[PAD]"])
def test_marks_of_the_vocabulary_in_a_text_are_text(mark: str) -> None:
    (word,) = words(f"https://marl.example/{mark}/x", frozenset())
    assert TOKENIZER.token_to_id(mark) not in pieces(word.text).ids[1:-1]
