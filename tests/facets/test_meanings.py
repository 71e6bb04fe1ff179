"""What a reader's vectors say of claims, from sentences read by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rashomon.facets.meanings import Meanings, meanings
from rashomon.model import Claim, Reading, ReadSentence, ReadWord, Span
from tests.facets.made import claim

Word = tuple[str, str, list[float]]
UP, SIDE, DEEP = [1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 0.5]


def sentence(*words: Word, start: int = 0) -> ReadSentence:
    """A sentence of these words (lemma, tag, vector), each of three letters with a space behind it."""
    places = [start + 4 * n for n in range(len(words))]
    read = tuple(
        ReadWord(at, at + 3, lemma, tag, "", -1, "root") for at, (lemma, tag, _) in zip(places, words, strict=True)
    )
    rows = np.array([vector for _, _, vector in words], "<f2").tobytes()
    return ReadSentence(Span(start, start + 4 * len(words)), read, (), rows)


def of(read: ReadSentence, first: int = 0, last: int | None = None, at: str = "a") -> Claim:
    """The claim of a sentence's words from the first to the last."""
    end = read.span.end if last is None else read.span.start + 4 * last + 3
    return claim("ferri", at, span=Span(read.span.start + 4 * first, end), sentence=read.span)


def known(claims: list[Claim], *read: ReadSentence) -> Meanings:
    found = meanings(claims, {"a": Reading(read, ())})
    assert found is not None
    return found


FERRY = sentence(("ferry", "NOUN", UP), ("sink", "VERB", SIDE), ("Orm", "PROPN", DEEP))


@pytest.mark.parametrize(
    ("made", "whole", "bare"),
    [
        (of(FERRY), [2, 4, 1], [1, 2, 0]),
        (of(FERRY, 0, 1), [1, 2, 0], [1, 2, 0]),
        (of(FERRY, 1, 2), [0, 4, 1], [0, 1, 0]),
        # nothing but names
        (of(FERRY, 2, 2), [0, 0, 1], [0, 0, 1]),
        # no word lies in the claim: its sentence speaks for it
        (claim("ferri", "a", span=Span(1, 2), sentence=FERRY.span), [2, 4, 1], [1, 2, 0]),
    ],
)
def test_the_vectors_of_a_claim(made: Claim, whole: list[float], bare: list[float]) -> None:
    found = known([made], FERRY)
    for held, expected in ((found.whole, whole), (found.bare, bare), (found.sentence, [2, 4, 1])):
        assert held.dtype == np.float32
        assert held.shape == (1, 3)
        assert held[0] == pytest.approx(np.array(expected) / np.linalg.norm(expected), abs=1e-6)


@pytest.mark.parametrize(("tag", "left"), [("PROPN", True), ("NUM", True), ("PUNCT", True), ("NOUN", False)])
def test_bare_is_without_names_figures_and_marks(tag: str, left: bool) -> None:
    read = sentence(("ferry", "NOUN", UP), ("nine", tag, SIDE))
    assert known([of(read)], read).bare[0].tolist() == pytest.approx(UP if left else [5**-0.5, 2 * 5**-0.5, 0])


def test_around_are_the_sentences_beside_it() -> None:
    read = [sentence(("cod", "NOUN", vector), start=4 * n) for n, vector in enumerate((UP, UP, SIDE, DEEP))]
    found = known([of(one) for one in read], *read)
    expected = [[2, 0, 0], [2, 1, 0], [1, 1, 1], [0, 1, 1]]  # one unit vector a sentence, however long it is
    for held, sums in zip(found.around, expected, strict=True):
        assert held == pytest.approx(np.array(sums) / np.linalg.norm(sums), abs=1e-6)


def test_a_sentence_without_words_is_nothing_to_stand_beside() -> None:
    read = [sentence(start=0), sentence(("cod", "NOUN", UP), start=4)]
    assert known([of(read[1])], *read).around.tolist() == [UP]


@pytest.mark.parametrize(
    ("words", "content"),
    [
        # what says nothing of its own is left
        ((("the", "DET", UP), ("ferry", "NOUN", SIDE), ("sink", "VERB", DEEP)), ["ferry", "sink"]),
        ((("ferry", "NOUN", UP), ("be", "VERB", SIDE), ("old", "ADJ", DEEP)), ["ferry", "old"]),
        ((("Orm", "PROPN", UP), ("9", "NUM", SIDE), ("late", "ADV", DEEP)), ["Orm", "9", "late"]),
        ((("have", "VERB", UP), ("say", "VERB", SIDE), ("do", "VERB", DEEP), ("cod", "NOUN", UP)), ["cod"]),
        # where nothing is left, all is taken
        ((("it", "PRON", UP), ("be", "AUX", SIDE)), ["it", "be"]),
    ],
)
def test_content_words(words: tuple[Word, ...], content: list[str]) -> None:
    read = sentence(*words)
    found = known([of(read)], read)
    vectors = {lemma: np.array(vector) / np.linalg.norm(vector) for lemma, _, vector in words}
    assert found.words[0] == pytest.approx(np.array([vectors[lemma] for lemma in content]), abs=1e-6)
    assert found.weights[0].shape == (len(content),)


def test_a_word_weighs_by_how_few_claims_hold_it() -> None:
    one = sentence(("Ferry", "NOUN", UP), ("sink", "VERB", SIDE), ("sink", "VERB", SIDE))
    two = sentence(("ferry", "NOUN", UP), ("burn", "VERB", DEEP), start=20)
    found = known([of(one), of(two)], one, two)
    often, once = math.log(3 / 2.5), math.log(3 / 1.5)
    assert found.weights[0].tolist() == pytest.approx([often, once, once])
    assert found.weights[1].tolist() == pytest.approx([often, once])


def test_rows_are_small_floats() -> None:
    read = sentence(("cod", "NOUN", [0.1, 300.0]), ("cod", "NOUN", [0.1, 0.0]))
    assert len(read.rows) == 2 * 2 * 2
    found = known([of(read, 1)], read)
    assert found.whole.tolist() == [[1.0, 0.0]]
    assert found.sentence[0].tolist() == pytest.approx(np.array([0.2, 300]) / 300, abs=1e-5)


def test_words_without_a_direction_are_zeros() -> None:
    read = sentence(("cod", "NOUN", [0.0, 0.0]))
    found = known([of(read)], read)
    for held in (found.whole, found.bare, found.sentence, found.around, found.words[0]):
        assert held.tolist() == [[0.0, 0.0]]


def test_claims_keep_their_order_and_reports() -> None:
    up, side = sentence(("cod", "NOUN", UP)), sentence(("cod", "NOUN", SIDE))
    readings = {"a": Reading((up,), ()), "b": Reading((side,), ())}
    found = meanings([of(side, at="b"), of(up, at="a")], readings)
    assert found is not None
    assert found.whole.tolist() == [[0, 1, 0], UP]


BARE = sentence(("cod", "NOUN", []))  # a reader that makes no vectors


@pytest.mark.parametrize(
    ("claims", "readings"),
    [
        ([], {"a": Reading((FERRY,), ())}),
        ([of(FERRY)], {}),
        ([of(FERRY)], {"b": Reading((FERRY,), ())}),
        ([of(FERRY)], {"a": Reading((), ())}),
        ([of(FERRY), of(FERRY, at="b")], {"a": Reading((FERRY,), ())}),
        ([of(BARE)], {"a": Reading((BARE,), ())}),
        ([of(sentence(start=12)), of(FERRY)], {"a": Reading((FERRY, sentence(start=12)), ())}),
        ([of(sentence())], {"a": Reading((sentence(),), ())}),
    ],
)
def test_no_meanings(claims: list[Claim], readings: dict[str, Reading]) -> None:
    assert meanings(claims, readings) is None
