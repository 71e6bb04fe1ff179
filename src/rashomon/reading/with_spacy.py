"""A reader over a spaCy pipeline that the user has installed (``pip install 'rashomon[spacy]'``).

Each given sentence becomes one spaCy document, told to be one sentence, so that a parser makes one
tree of it.  Sentences are read alone, not in the context of their line as the shipped reader does.
Tags are the pipeline's own: a pipeline that was not trained on Universal Dependencies (spaCy's
English ones) has other labels, and what a pipeline does not make is filled with what says nothing:
``X`` for a part of speech, the word itself for a lemma, and without a parser a flat tree of ``dep``.

spaCy knows no attributions: there are none (``said=()``) unless a component of the pipeline puts
spans into ``doc.spans["source"]``, ``["cue"]`` and ``["content"]``.  Spans that share a ``span_id``
are one attribution; of those without one the first source, the first cue and the first content
belong together, the second of each, and so on, in the order of the groups.

spaCy is imported only when a pipeline is to be loaded by its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib import metadata
from itertools import count, zip_longest
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from rashomon import errors
from rashomon.model import Entity, EntityKind, Passage, Reading, ReadSentence, ReadWord, Said, Span
from rashomon.reading.kept import KEPT_WORDS, Kept

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

RULES = "1"  # the version of what this module adds to a pipeline
BATCH = 64  # documents that go through a pipeline together
LONGEST_PART = 5_000  # characters read at once; the rest of a longer sentence is read as another
LONGEST_RUN = 200  # characters without white space; spaCy's time grows with their square (10,000 marks: 9 s)
INSTALL = "Install it: pip install 'rashomon[spacy]'."
ROLES = ("source", "cue", "content")
# NORP (nationalities, religious and political groups) is left out: most are adjectives ("Russian"), and in the
# names that the shipped reader learned (UNER) 9 of 10 of such words are no PER, LOC or ORG.
KINDS: dict[str, EntityKind] = {
    "PER": "PER",
    "PERSON": "PER",
    "GPE": "LOC",
    "LOC": "LOC",
    "LOCATION": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
    "ORGANIZATION": "ORG",
}
_LONE = re.compile("[\ud800-\udfff]")
_HALF = float(np.finfo(np.float16).max)


@dataclass(frozen=True, slots=True)
class Read:
    """A part of a sentence that was read, with places counted from its own start."""

    words: tuple[ReadWord, ...]
    entities: tuple[Entity, ...]
    rows: bytes
    said: tuple[Said, ...]

    @property
    def size(self) -> int:
        """Words."""
        return len(self.words)


class SpacyReader:
    """A reader over a spaCy pipeline; a `rashomon.ports.Reader`.

    ``pipeline`` is a loaded pipeline, or the name or folder of one that is installed.  ``batch`` is how many
    sentences go through it together: None is `BATCH`, and 1 where a component is a transformer, since that
    pads sentences to one length and a sentence's numbers would hang on its neighbours.  ``kept`` bounds the
    words whose readings are kept.

    ``version`` tells pipelines apart by language, name, version and components.  Whoever changes a component's
    rules or weights gives the pipeline another name or version (``nlp.meta["version"]``).

    Raises BadSetting when spaCy or the pipeline is missing or does not load.
    """

    def __init__(self, pipeline: Language | str, batch: int | None = None, kept: int = KEPT_WORDS) -> None:
        self._nlp = _load(pipeline) if isinstance(pipeline, str) else pipeline
        padded = any("transformer" in factory for factory in self._nlp.pipe_factories.values())
        self._batch = batch or (1 if padded else BATCH)
        self._parts: Kept[Read] = Kept(kept)
        self._lock = Lock()  # a pipeline's vocabulary grows while it reads

    @property
    def version(self) -> str:
        """The pipeline's name and version, and a hash of its components, of spaCy's version and of the rules here."""
        components = (f"{name}={factory}" for name, factory in self._nlp.pipe_factories.items())
        made = "\n".join([RULES, metadata.version("spacy"), *components])
        return f"{self._name}-{_hash(made).hex()[:8]}"

    @property
    def _name(self) -> str:
        meta = self._nlp.meta
        return f"spacy-{meta['lang']}_{meta['name']}-{meta['version']}"

    def read(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Reading, ...]:
        """The readings of passages, one each, in order.

        ``progress(done, all)`` is called with numbers of sentences that are new while reading.  Raises BadSetting
        when a component of the pipeline fails, or changes the text.
        """
        most = max(1, min(LONGEST_PART, self._nlp.max_length))
        cut = [[tuple(_cut(passage.text, span, most)) for span in passage.sentences] for passage in passages]
        texts = dict.fromkeys(
            p.text[slice(*at)] for p, mine in zip(passages, cut, strict=True) for c in mine for at in c
        )
        known = self._read_all(list(texts), progress)
        return tuple(_reading(passage, mine, known) for passage, mine in zip(passages, cut, strict=True))

    def _read_all(self, texts: Sequence[str], progress: Callable[[int, int], None] | None) -> dict[str, Read]:
        """The readings of different texts; what is known is taken from what was kept."""
        version = self.version
        keys = {text: _hash(f"{version}\0{text}") for text in texts}
        found = {text: read for text, key in keys.items() if (read := self._parts.get(key)) is not None}
        new = [text for text in texts if text not in found]
        for done, (text, read) in enumerate(self._run(new), 1):
            found[text] = read
            self._parts.put(keys[text], read)
            if progress:
                progress(done, len(new))
        return found

    def _run(self, texts: Sequence[str]) -> Iterator[tuple[str, Read]]:
        """Each text with its reading, through the pipeline."""
        with self._lock:
            try:
                docs = self._nlp.pipe(map(self._document, texts), batch_size=self._batch)
                for text, doc in zip_longest(texts, docs):
                    if doc is None or doc.text.removesuffix(" ") != _clean(text):
                        raise _changed(self._name)
                    yield text, _read(doc)
            except errors.RashomonError:
                raise
            except Exception as error:
                raise _failed(self._name, error) from error

    def _document(self, text: str) -> Doc:
        """A text as a document of one sentence; a tokenizer that parses as well has its own say."""
        doc = self._nlp.make_doc(_clean(text))
        if not doc.has_annotation("DEP"):
            for token in doc[1:]:
                token.is_sent_start = False
        return doc


# -- the pipeline --


def _load(name: str) -> Language:
    try:
        import spacy
    except ImportError as error:
        raise errors.BadSetting(
            f"the pipeline {name!r} needs spaCy, which is not installed", place="reader", remedy=INSTALL
        ) from error
    try:
        return spacy.load(name)
    except Exception as error:
        missing = str(error).startswith("[E050]")  # spaCy: neither a package nor a folder
        what = "is not installed" if missing else f"does not load ({_first_line(error)})"
        remedy = f"Install it: python -m spacy download {name}; or name the folder that it was saved in."
        raise errors.BadSetting(f"the spaCy pipeline {name!r} {what}", place="reader", remedy=remedy) from error


def _failed(name: str, error: Exception) -> errors.BadSetting:
    remedy = "Read the sentences with spaCy alone to see which component fails, or choose another pipeline."
    return errors.BadSetting(f"the pipeline {name!r} failed ({_first_line(error)})", place="reader", remedy=remedy)


def _changed(name: str) -> errors.BadSetting:
    what = f"the pipeline {name!r} did not give a sentence back as it was"
    remedy = "Choose one whose tokenizer keeps every character (doc.text == text) and that drops no document."
    return errors.BadSetting(what, place="reader", remedy=remedy)


def _first_line(error: Exception) -> str:
    """An error's kind and what its message begins with."""
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:200]}" if lines else type(error).__name__


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _clean(text: str) -> str:
    """Half of a surrogate pair, which spaCy cannot encode, as U+FFFD."""
    return _LONE.sub("\ufffd", text)


def _cut(text: str, span: Span, most: int) -> Iterator[Span]:
    """Where the parts of a sentence stand: none is longer than ``most``, none starts or ends with white space."""
    runs = re.compile(rf"\S{{1,{min(LONGEST_RUN, most)}}}")
    first = end = span.start
    for run in runs.finditer(text, span.start, span.end):
        if first < end and (run.start() == end or run.end() - first > most):
            yield Span(first, end)
            first = end
        if first == end:
            first = run.start()
        end = run.end()
    if first < end:
        yield Span(first, end)


# -- a document --


def _read(doc: Doc) -> Read:
    """What the pipeline says of a document, white space left out."""
    tokens = [token for token in doc if not token.text.isspace()]
    places = {token.i: n for n, token in enumerate(tokens)}
    words = tuple(map(_word, tokens, _heads(doc, tokens, places)))
    entities = tuple(
        Entity(*place, KINDS[name.label_.upper()])
        for name in doc.ents
        if name.label_.upper() in KINDS and (place := _place(name, places, words))
    )
    return Read(words, entities, _rows(tokens), tuple(_said(doc, places, words)))


def _word(token: Token, head: int) -> ReadWord:
    label = "root" if head < 0 else token.dep_.lower()
    if not label or (label == "root" and head >= 0):
        label = "dep"
    lemma, upos = token.lemma_ or token.text, token.pos_ or "X"
    return ReadWord(token.idx, token.idx + len(token.text), lemma, upos, token.tag_, head, label)


def _heads(doc: Doc, tokens: Sequence[Token], places: dict[int, int]) -> list[int]:
    """The place of each token's head among the words, -1 for a root; without a parse all hang on the first."""
    if not doc.has_annotation("DEP"):
        return [min(n, 1) - 1 for n in range(len(tokens))]
    heads = [_head(token, places) for token in tokens]
    sure = {-1}
    for n in range(len(heads)):  # a component may set heads that go round in a circle: cut it
        path, at = set[int](), n
        while at not in sure and at not in path:
            path.add(at)
            at = heads[at]
        if at in path:
            heads[at] = -1
        sure |= path
    return heads


def _head(token: Token, places: dict[int, int]) -> int:
    """The place of a token's head, white space passing its own on."""
    head = token.head if token.head.i in places else token.head.head
    return -1 if head.i == token.i else places.get(head.i, -1)


def _place(span: Tokens, places: dict[int, int], words: Sequence[ReadWord]) -> Span | None:
    """Where the words of a span stand; None when it is empty or white space."""
    inside = [places[i] for i in range(span.start, span.end) if i in places]
    return Span(words[inside[0]].start, words[inside[-1]].end) if inside else None


def _rows(tokens: Sequence[Token]) -> bytes:
    """The tokens' vectors: the pipeline's table of them, else the rows of its tensor.

    Nothing where there is neither, and where the table knows none of the words.
    """
    vectors = [token.vector for token in tokens]
    held = [np.asarray(v.get() if hasattr(v, "get") else v, np.float32) for v in vectors]  # get: from a GPU
    if len({v.shape for v in held}) != 1 or not any(v.any() for v in held):
        return b""
    return np.nan_to_num(np.stack(held)).clip(-_HALF, _HALF).astype("<f2").tobytes()


# -- attributions --


def _said(doc: Doc, places: dict[int, int], words: Sequence[ReadWord]) -> list[Said]:
    """The attributions in a document's groups of spans, in the order of their first words."""
    linked: dict[str | int, tuple[list[Span], list[Span], list[Span]]] = {}
    for role, name in enumerate(ROLES):
        numbers = count()
        for span in doc.spans.get(name) or ():
            key = span.id_ or next(numbers)
            if place := _place(span, places, words):
                linked.setdefault(key, ([], [], []))[role].append(place)
    found = [Said(tuple(sorted(s)), tuple(sorted(c)), tuple(sorted(w))) for s, c, w in linked.values()]
    nested = [replace(said, depth=_depth(said, found)) for said in found]
    return sorted(nested, key=lambda said: (_extent(said), said.depth))


def _extent(said: Said) -> Span:
    spans = said.sources + said.cues + said.contents
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _depth(said: Said, found: Sequence[Said]) -> int:
    """In how many of the others' contents an attribution lies, being less than all of it."""
    mine = _extent(said)
    holders = (other for other in found if other.contents)
    return sum(any(c.start <= mine.start and mine.end <= c.end and c != mine for c in o.contents) for o in holders)


# -- results --


def _reading(passage: Passage, cut: Sequence[Sequence[Span]], known: dict[str, Read]) -> Reading:
    sentences: list[ReadSentence] = []
    said: list[Said] = []
    for span, places in zip(passage.sentences, cut, strict=True):
        parts = [(place.start, known[passage.text[slice(*place)]]) for place in places]
        sentences.append(_sentence(span, parts))
        said += (_moved(found, at) for at, part in parts for found in part.said)
    return Reading(tuple(sentences), tuple(said))


def _sentence(span: Span, parts: Sequence[tuple[int, Read]]) -> ReadSentence:
    """A sentence with its parts' results at their places in the passage."""
    words: list[ReadWord] = []
    entities: list[Entity] = []
    width = max((len(part.rows) // max(1, part.size) for _, part in parts), default=0)
    for at, part in parts:
        before = len(words)
        for word in part.words:
            head = word.head + before if word.head >= 0 else -1
            words.append(word._replace(start=word.start + at, end=word.end + at, head=head))
        entities += (Entity(name.start + at, name.end + at, name.kind) for name in part.entities)
    rows = b"".join(part.rows.ljust(width * part.size, b"\0") for _, part in parts)
    return ReadSentence(span, tuple(words), tuple(entities), rows)


def _moved(said: Said, by: int) -> Said:
    sources, cues, contents = (
        tuple(Span(s.start + by, s.end + by) for s in spans) for spans in (said.sources, said.cues, said.contents)
    )
    return Said(sources, cues, contents, said.depth)
