"""Pipelines for the tests, made here: no trained one has to be downloaded."""

from __future__ import annotations

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from rashomon.model import Passage
from rashomon.model import Span as Place

# word: part of speech, tag, lemma, label; the head of all is the first verb
WORDS = {
    "said": ("VERB", "VBD", "say", "ROOT"),
    "sank": ("VERB", "VBD", "sink", "ROOT"),
    "Mira": ("PROPN", "NNP", "Mira", "compound"),
    "Okello": ("PROPN", "NNP", "Okello", "nsubj"),
    "ferry": ("NOUN", "NN", "ferry", "nsubj"),
    "The": ("DET", "DT", "the", "det"),
}


@Language.component("test_syntax")
def syntax(doc: Doc) -> Doc:
    """Tags the words of the table and hangs every word on the first verb."""
    root = next((t.i for t in doc if WORDS.get(t.text, "X")[0] == "VERB"), 0)
    for token in doc:
        token.pos_, token.tag_, token.lemma_, token.dep_ = WORDS.get(token.text, ("X", "FW", token.lower_, "dep"))
        token.head = doc[root]
    return doc


@Language.component("test_attribution")
def attribution(doc: Doc) -> Doc:
    """Every “NAME said: …” up to the next one, with the words before “said” as its source."""
    cues = [t.i for t in doc if t.text == "said"]
    ends = [*(at - 2 for at in cues[1:]), len(doc)][: len(cues)]
    doc.spans["source"] = [doc[at - 2 : at] for at in cues if at >= 2]
    doc.spans["cue"] = [doc[at : at + 1] for at in cues]
    doc.spans["content"] = [doc[at + 2 : end] for at, end in zip(cues, ends, strict=True)]
    return doc


@Language.component("test_linked")
def linked(doc: Doc) -> Doc:
    """“A” NAME said “B” where a word in capitals is a content, with an id that links the pieces."""
    pieces = [t.i for t in doc if t.text.isupper()]
    cue = next(t.i for t in doc if t.text == "said")
    doc.spans["content"] = [Span(doc, at, at + 1, span_id="one") for at in pieces]
    doc.spans["cue"] = [Span(doc, cue, cue + 1, span_id="one")]
    return doc


@Language.component("test_nested")
def nested(doc: Doc) -> Doc:
    """The whole after the first “said” is a content, and so is the whole after the second."""
    cues = [t.i for t in doc if t.text == "said"]
    doc.spans["cue"] = [doc[at : at + 1] for at in reversed(cues)]
    doc.spans["content"] = [doc[at + 1 : len(doc)] for at in reversed(cues)]
    return doc


@Language.component("test_circle")
def circle(doc: Doc) -> Doc:
    """Heads that go round."""
    size = len(doc)
    heads = [(i + 1) % size for i in range(size)]
    return Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        heads=heads,
        deps=["dep"] * size,
    )


@Language.component("test_fails")
def fails(doc: Doc) -> Doc:
    """A component with a fault."""
    raise ZeroDivisionError("a component's fault\nwith a second line")


@Language.component("test_counts")
def counts(doc: Doc) -> Doc:
    """Notes what goes through."""
    SEEN.append(doc.text)
    return doc


SEEN: list[str] = []


def made(*components: str) -> Language:
    """A blank pipeline with an entity ruler and these components."""
    nlp = spacy.blank("en", meta={"name": "made", "version": "1.2"})
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "Mira Okello"},
            {"label": "GPE", "pattern": "Verrin"},
            {"label": "FAC", "pattern": "Harbour Nine"},
            {"label": "ORG", "pattern": "Coast Watch"},
            {"label": "NORP", "pattern": "Verrinian"},
            {"label": "DATE", "pattern": "Monday"},
        ]
    )
    for component in components:
        nlp.add_pipe(component)
    return nlp


def neural() -> Language:
    """A tagger and a parser over a tok2vec with random weights: nothing it says is true, but it says something."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": shared,
    }
    nlp.add_pipe("parser", config={"model": parser})
    words = "The ferry sank near Verrin on Monday morning".split()
    deps = ["det", "nsubj", "ROOT", "case", "obl", "case", "obl", "obl"]
    gold = Doc(nlp.vocab, words=words, tags=[w[0] for w in words], heads=[2] * len(words), deps=deps)
    example = Example(nlp.make_doc(" ".join(words)), gold)
    nlp.initialize(lambda: [example] * 60)
    return nlp


def with_vectors(**vectors: list[float]) -> Language:
    """A blank pipeline with a table of vectors."""
    nlp = spacy.blank("en")
    nlp.vocab.reset_vectors(width=len(next(iter(vectors.values()))))
    for word, vector in vectors.items():
        nlp.vocab.set_vector(word, np.array(vector, np.float32))
    return nlp


def passage(*sentences: str, between: str = " ") -> Passage:
    """Sentences side by side."""
    places, at = [], 0
    for sentence in sentences:
        places.append(Place(at, at + len(sentence)))
        at += len(sentence) + len(between)
    return Passage(between.join(sentences), tuple(places))
