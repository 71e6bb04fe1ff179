"""Which details of sentences told alike answer one question."""

from __future__ import annotations

import numpy as np

from rashomon.facets.details import of_sentence
from rashomon.facets.matching import FEATURES, Details, asked, details, near_sentences
from rashomon.model import Reading, ReadSentence
from tests.claims.test_parts import parsed
from tests.facets.made import claim

SANK = "The/DET/2/det ferry/NOUN/3/nsubj sank~sink/VERB/0/root in/ADP/5/case Orm/PROPN/3/obl/LOC"
BURNED = "A/DET/2/det barn/NOUN/3/nsubj burned~burn/VERB/0/root in/ADP/5/case Fenwick/PROPN/3/obl/LOC"


def sentence(spec: str) -> ReadSentence:
    """A sentence whose words have vectors of their own: one place each for their lemmas."""
    _, read = parsed(spec)
    places = {"the": 0, "a": 0, "ferry": 1, "sink": 2, "in": 0, "orm": 3, "barn": 4, "burn": 5, "fenwick": 6}
    rows = np.zeros((len(read.words), 8), "<f2")
    for at, word in enumerate(read.words):
        rows[at, places[word.lemma.lower()]] = 1
    return ReadSentence(read.span, read.words, read.entities, rows.tobytes())


def made(*specs: str) -> Details:
    """The details of reports a, b, … of a sentence each."""
    read = {"abc"[n]: Reading((sentence(spec),), ()) for n, spec in enumerate(specs)}
    return details(read, frozenset((id, reading.sentences[0].span) for id, reading in read.items()))


def test_details_have_unit_vectors() -> None:
    found = made(SANK, BURNED)
    assert [len(table) for table in found.vectors] == [len(found.items)] * 4
    for table in found.vectors:
        assert np.allclose(np.linalg.norm(table, axis=1), 1, atol=1e-3)


def test_sentences_that_were_not_told_or_have_no_vectors_make_none() -> None:
    read = {"a": Reading((sentence(SANK),), ()), "b": Reading((parsed(SANK)[1],), ())}
    told = frozenset({("b", read["b"].sentences[0].span)})
    assert details(read, told).items == ()
    assert details({}, frozenset()).items == ()


def test_pairs_of_near_sentences() -> None:
    found = made(SANK, SANK, BURNED)
    a, b, c = (item.place for item in found.items[::2])
    pairs, first = found.pairs({(a, b): 0.6, (b, c): 0.05})
    assert {(found.items[i].place[0], found.items[j].place[0]) for i, j in pairs.tolist()} == {("a", "b")}
    assert set(first[:, 0].tolist()) == {0.6}
    values = found.features(pairs, first)
    assert values.shape == (len(pairs), len(FEATURES))
    same = dict(zip(FEATURES, values[pairs.tolist().index([0, 2])].tolist(), strict=True))
    assert same["head"] > 0.99
    assert (same["same predicate"], same["same head"], same["same role"], same["share"]) == (1, 1, 1, 1)


def test_no_pairs_without_near_sentences() -> None:
    found = made(SANK, SANK)
    pairs, first = found.pairs({})
    assert found.features(pairs, first).shape == (0, len(FEATURES))


def test_the_best_clauses_make_sentences_near() -> None:
    told = [claim("ferri sank", "a"), claim("ferri", "b"), claim("sank", "a")]
    one, other = (told[0].report, told[0].sentence), (told[1].report, told[1].sentence)
    assert near_sentences({(0, 1): 0.2, (1, 2): 0.7}, told) == {(one, other): 0.7}


def test_what_is_asked() -> None:
    found = made(SANK, SANK)  # ferry, Orm of a, then of b
    assert asked(found, {(0, 2): 0.9, (1, 3): 0.8}) == [[0, 2]]  # the second quote stands in the first's
    assert asked(found, {(0, 2): 0.5}) == []
    assert asked(found, {}) == []


def test_details_of_one_report_are_no_question() -> None:
    found = made(SANK)
    assert len(found.items) == len(list(of_sentence(("a", found.items[0].place[1]), sentence(SANK))))
    assert asked(found, {(0, 1): 0.9}) == []
