"""The reader over a spaCy pipeline: what it takes from a document, and where it puts it."""

from __future__ import annotations

import re
import threading

import numpy as np
import pytest

pytest.importorskip("spacy")

import spacy

from rashomon import errors
from rashomon.model import Passage, Reading, Said, Span
from rashomon.ports import Reader
from rashomon.reading import vectors
from rashomon.reading.with_spacy import SpacyReader
from tests.reading_spacy import pipelines
from tests.reading_spacy.pipelines import made, passage


def read(nlp: spacy.Language, *sentences: str) -> tuple[Passage, Reading]:
    given = passage(*sentences)
    return given, SpacyReader(nlp).read([given])[0]


def quotes(given: Passage, said: Said) -> tuple[list[str], list[str], list[str]]:
    return tuple([given.text[s.start : s.end] for s in spans] for spans in (said.sources, said.cues, said.contents))


def test_it_is_a_reader() -> None:
    reader: Reader = SpacyReader(spacy.blank("en"))
    assert reader.read([]) == ()
    assert reader.read([Passage("", ())]) == (Reading((), ()),)


def test_words_tags_lemmas_heads_and_labels() -> None:
    given, reading = read(made("test_syntax"), "Rain fell.", "Mira Okello said yes.")
    words = reading.sentences[1].words
    assert [given.text[w.start : w.end] for w in words] == ["Mira", "Okello", "said", "yes", "."]
    assert [(w.lemma, w.upos, w.xpos, w.head, w.label) for w in words] == [
        ("Mira", "PROPN", "NNP", 2, "compound"),
        ("Okello", "PROPN", "NNP", 2, "nsubj"),
        ("say", "VERB", "VBD", -1, "root"),
        ("yes", "X", "FW", 2, "dep"),
        (".", "X", "FW", 2, "dep"),
    ]


def test_a_blank_pipeline_says_nothing_in_the_words_of_universal_dependencies() -> None:
    _, reading = read(spacy.blank("en"), "Two boats sank.")
    sentence = reading.sentences[0]
    assert [(w.lemma, w.upos, w.xpos, w.head, w.label) for w in sentence.words] == [
        ("Two", "X", "", -1, "root"),
        ("boats", "X", "", 0, "dep"),
        ("sank", "X", "", 0, "dep"),
        (".", "X", "", 0, "dep"),
    ]
    assert (sentence.entities, sentence.rows, reading.said) == ((), b"", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mira Okello left.", [("Mira Okello", "PER")]),
        ("It sank off Verrin at Harbour Nine.", [("Verrin", "LOC"), ("Harbour Nine", "LOC")]),
        ("Coast Watch came.", [("Coast Watch", "ORG")]),
        ("A Verrinian boat came on Monday.", []),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    given, reading = read(made(), "Well.", text)
    found = [(given.text[e.start : e.end], e.kind) for e in reading.sentences[1].entities]
    assert found == expected


def test_white_space_is_no_word() -> None:
    text = "  The  ferry\n\tsank \u2003."
    given, reading = read(made("test_syntax"), text)
    words = reading.sentences[0].words
    assert [given.text[w.start : w.end] for w in words] == ["The", "ferry", "sank", "."]
    assert [w.head for w in words] == [2, 2, -1, 2]


def test_a_word_whose_head_is_white_space_takes_that_ones_head() -> None:
    nlp = spacy.blank("en")
    doc = nlp("a  b c")
    assert [t.text for t in doc] == ["a", " ", "b", "c"]
    spaces = spacy.tokens.Doc(
        nlp.vocab, words=["a", " ", "b", "c"], spaces=[True, False, True, False], heads=[0, 0, 1, 1], deps=["dep"] * 4
    )
    nlp.tokenizer = lambda text: spaces
    _, reading = read(nlp, "a  b c")
    assert [w.head for w in reading.sentences[0].words] == [-1, 0, 0]


def test_heads_in_a_circle_are_cut() -> None:
    _, reading = read(made("test_circle"), "one two three")
    heads = [w.head for w in reading.sentences[0].words]
    labels = [w.label for w in reading.sentences[0].words]
    assert heads.count(-1) == 1
    assert [label == "root" for label in labels] == [head == -1 for head in heads]


def test_a_parser_makes_one_tree_of_a_sentence() -> None:
    text = "The ferry sank. Mira Okello said so! Nobody knew why: two boats came late"
    _, reading = read(pipelines.neural(), text)
    words = reading.sentences[0].words
    assert sum(w.head == -1 for w in words) == 1
    assert all(-1 <= w.head < len(words) for w in words)


def test_rows_from_the_tensor() -> None:
    nlp = pipelines.neural()
    _, reading = read(nlp, "The  ferry sank", "near Verrin")
    for sentence, text in zip(reading.sentences, ("The  ferry sank", "near Verrin"), strict=True):
        doc = nlp(text)
        expected = doc.tensor[[t.i for t in doc if not t.is_space]]
        assert np.allclose(vectors.rows(sentence), expected, atol=0.01)


def test_rows_from_the_table_of_vectors() -> None:
    nlp = pipelines.with_vectors(ferry=[3.0, 4.0], boat=[3.0, 4.5], huge=[1e9, float("nan")])
    _, reading = read(nlp, "ferry boat", "unknown", "huge")
    ferry, unknown, huge = reading.sentences
    assert vectors.rows(ferry).tolist() == [[3.0, 4.0], [3.0, 4.5]]
    assert vectors.vector(ferry, Span(0, 5)).tolist() == pytest.approx([0.6, 0.8])
    assert unknown.rows == b""
    assert vectors.similarity(vectors.vector(unknown), vectors.vector(ferry)) == 0
    assert np.isfinite(vectors.rows(huge)).all()


def test_a_part_without_a_known_word_has_rows_of_zeros() -> None:
    nlp = pipelines.with_vectors(ferry=[3.0, 4.0])
    nlp.max_length = 8
    _, reading = read(nlp, "ferry unknown ferry")
    assert vectors.rows(reading.sentences[0]).tolist() == [[3.0, 4.0], [0.0, 0.0], [3.0, 4.0]]


def test_rows_from_a_graphics_card() -> None:
    class Away:
        def get(self) -> np.ndarray:
            return np.array([1.0, 2.0])

    nlp = spacy.blank("en")

    @spacy.Language.component("test_away")
    def away(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        doc.user_token_hooks["vector"] = lambda token: Away()
        return doc

    nlp.add_pipe("test_away")
    assert vectors.rows(read(nlp, "two words")[1].sentences[0]).tolist() == [[1.0, 2.0]] * 2


def test_only_roots_are_called_root() -> None:
    _, reading = read(made("test_syntax"), "The ferry sank sank")
    assert [w.label for w in reading.sentences[0].words] == ["det", "nsubj", "root", "dep"]


# -- attributions --


def test_groups_of_spans_are_linked_in_order() -> None:
    given, reading = read(
        made("test_attribution"), "A storm came.", "Mira Okello said: we left. Coast Watch said: all saved."
    )
    assert [quotes(given, said) for said in reading.said] == [
        (["Mira Okello"], ["said"], ["we left."]),
        (["Coast Watch"], ["said"], ["all saved."]),
    ]
    assert [said.depth for said in reading.said] == [0, 0]


def test_a_span_id_links_the_pieces_of_a_content() -> None:
    given, reading = read(made("test_linked"), "GONE , she said , FOREVER .")
    assert [quotes(given, said) for said in reading.said] == [([], ["said"], ["GONE", "FOREVER"])]


def test_an_attribution_inside_a_content_is_deeper() -> None:
    given, reading = read(made("test_nested"), "she said he said nothing")
    assert [(quotes(given, said)[2], said.depth) for said in reading.said] == [
        (["he said nothing"], 0),
        (["nothing"], 1),
    ]


def test_a_content_alone_is_not_inside_itself() -> None:
    @spacy.Language.component("test_content")
    def content(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        doc.spans["content"] = [doc[:]]
        return doc

    _, reading = read(made("test_content"), "nobody came")
    assert reading.said == (Said((), (), (Span(0, 11),)),)


# -- once --


def test_a_sentence_is_read_once() -> None:
    pipelines.SEEN.clear()
    reader = SpacyReader(made("test_counts"))
    first = reader.read([passage("A bell rang.", "A bell rang."), passage("  A bell rang. ")])
    second = reader.read([passage("Nobody came.", "A bell rang.")])
    assert pipelines.SEEN == ["A bell rang.", "Nobody came."]
    assert [w.start for w in second[0].sentences[1].words] == [w.start + 13 for w in first[0].sentences[0].words]
    assert [w.start for w in first[1].sentences[0].words] == [2, 4, 9, 13]


def test_little_is_kept_when_little_may_be() -> None:
    reader = SpacyReader(made("test_syntax"), kept=1)
    given = [passage(*(f"Boat {n} sank." for n in range(50)))]
    assert reader.read(given) == reader.read(given) == SpacyReader(made("test_syntax")).read(given)


def test_a_pipeline_that_gets_another_component_reads_anew() -> None:
    nlp = made()
    reader = SpacyReader(nlp)
    before, old = reader.version, reader.read([passage("The ferry sank")])
    nlp.add_pipe("test_syntax")
    assert reader.version != before
    assert reader.read([passage("The ferry sank")]) != old


def test_progress_counts_what_is_new() -> None:
    reader = SpacyReader(spacy.blank("en"))
    reader.read([passage("One.")])
    told: list[tuple[int, int]] = []
    reader.read([passage("One.", "Two.", "Three.", "Two.")], progress=lambda done, all_: told.append((done, all_)))
    assert told == [(1, 2), (2, 2)]


def test_a_sentence_does_not_hang_on_its_neighbours() -> None:
    nlp = pipelines.neural()
    texts = [" ".join(["The ferry sank near Verrin"] * (n % 7 + 1)) + f" {n}" for n in range(90)]
    together = SpacyReader(nlp).read([passage(*texts)])[0]
    for text, sentence in list(zip(texts, together.sentences, strict=True))[::9]:
        alone = SpacyReader(nlp, batch=1).read([passage(text)])[0].sentences[0]
        assert [w[2:] for w in sentence.words] == [w[2:] for w in alone.words]
        assert sentence.rows == alone.rows


def test_threads_share_a_reader() -> None:
    reader = SpacyReader(pipelines.neural())
    given = [passage(*(f"The ferry number {n} sank near Verrin" for n in range(40)))]
    found: list[tuple[Reading, ...]] = []
    threads = [threading.Thread(target=lambda: found.append(reader.read(given))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(one == found[0] for one in found)


# -- versions and errors --


def test_the_version_names_the_pipeline_and_its_components() -> None:
    plain, more = SpacyReader(made()).version, SpacyReader(made("test_syntax")).version
    assert re.fullmatch(r"spacy-en_made-1\.2-[0-9a-f]{8}", plain)
    assert plain != more
    assert plain == SpacyReader(made()).version


def test_a_pipeline_by_its_folder(tmp_path: object) -> None:
    made().to_disk(f"{tmp_path}/made")
    by_name = SpacyReader(f"{tmp_path}/made")
    assert by_name.version == SpacyReader(made()).version
    assert by_name.read([passage("Coast Watch came.")]) == SpacyReader(made()).read([passage("Coast Watch came.")])


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "/no/such/folder", "a\0b"])
def test_a_pipeline_that_is_not_there(name: str) -> None:
    with pytest.raises(errors.BadSetting) as raised:
        SpacyReader(name)
    assert repr(name) in str(raised.value)
    assert "is not installed" in str(raised.value)
    assert f"python -m spacy download {name}" in raised.value.remedy


@pytest.mark.parametrize("name", ["blank:zzz", "numpy", "tests", "", "en"])
def test_a_pipeline_that_does_not_load(name: str) -> None:
    with pytest.raises(errors.BadSetting, match="does not load"):
        SpacyReader(name)


def test_a_component_that_fails() -> None:
    reader = SpacyReader(made("test_fails"))
    with pytest.raises(errors.BadSetting, match=r"spacy-en_made-1\.2") as raised:
        reader.read([passage("A bell rang.")])
    assert "ZeroDivisionError: a component's fault)" in str(raised.value)
    with pytest.raises(errors.BadSetting):  # and the lock is free again
        reader.read([passage("A bell rang.")])


def test_a_pipeline_that_drops_what_fails() -> None:
    nlp = made("test_fails")
    nlp.set_error_handler(lambda *_: None)
    with pytest.raises(errors.BadSetting, match="did not give a sentence back"):
        SpacyReader(nlp).read([passage("A bell rang.")])


def test_a_tokenizer_that_changes_the_text() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: spacy.tokens.Doc(nlp.vocab, words=text.lower().split())
    assert SpacyReader(nlp).read([passage("a bell rang")])[0].sentences[0].words[2].start == 7
    with pytest.raises(errors.BadSetting, match="did not give a sentence back"):
        SpacyReader(nlp).read([passage("A bell rang")])


def test_a_transformer_reads_one_sentence_at_a_time() -> None:
    spacy.Language.factory("test_transformer", func=lambda nlp, name: lambda doc: doc)
    nlp = spacy.blank("en")
    assert SpacyReader(nlp)._batch > 1
    nlp.add_pipe("test_transformer")
    assert SpacyReader(nlp)._batch == 1
    assert SpacyReader(nlp, batch=8)._batch == 8
