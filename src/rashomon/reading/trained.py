"""The reader that is shipped: one small network over sentences, one over the words of a paragraph.

Each sentence is read by itself, not padded into a batch: the 8-bit arithmetic scales its numbers by
the largest of what it is given, so that in a batch a sentence's result would hang on its
neighbours.  One by one on several threads is as fast.  A sentence is read once and kept by the hash
of its text, a paragraph by the hash of its sentences, so that a copy costs nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from rashomon import langs
from rashomon.model import Entity, Passage, Reading, ReadSentence, ReadWord, Said, Span
from rashomon.reading import lemmas, weights
from rashomon.reading.kept import KEPT_WORDS, Kept
from rashomon.reading.pieces import Pieces, encode
from rashomon.reading.roles import Linked, RoleSpan, best_path, link, spans
from rashomon.reading.trees import tree
from rashomon.reading.words import Word, normal, spaces, words

LONGEST_SENTENCE = 128  # words read at once; the rest of a longer sentence is read as another
LONGEST_PARAGRAPH = 320  # words of a paragraph read at once; the training saw no longer ones
NESTED = 5  # words of a content, at least, to be read again for attributions inside it
LINE_ENDS = frozenset("\r\n\u2028\u2029\x0b\x0c\x85")
Half = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A part of a sentence that was read, with places counted from its own start."""

    words: tuple[Word, ...]
    tags: tuple[tuple[str, str, str, int, str], ...]
    entities: tuple[RoleSpan, ...]
    states: Half
    rows: Half

    @property
    def size(self) -> int:
        """Words."""
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Attributed:
    """The attributions of a paragraph over its words, with their depths."""

    found: tuple[tuple[Linked, int], ...]
    size: int


class TrainedReader:
    """The shipped reader; a `rashomon.ports.Reader`.

        ``threads`` sentences are read side by side (None: one a processor, at most 8); ``kept`` bounds the
    words whose readings are kept; ``trained`` are other weights than the shipped ones.
    """

    def __init__(
        self, threads: int | None = None, kept: int = KEPT_WORDS, trained: weights.Weights | None = None
    ) -> None:
        self._trained = trained
        self._threads = threads or min(8, os.cpu_count() or 1)
        self._sentences: Kept[Tagged] = Kept(kept)
        self._paragraphs: Kept[Attributed] = Kept(kept)
        self._abbreviations = langs.load("en").abbreviations

    @property
    def version(self) -> str:
        """The name of the weights and the rules around them."""
        return self._trained.version if self._trained else weights.version()

    @property
    def _weights(self) -> weights.Weights:
        """The weights, loaded when the first sentence is read."""
        if self._trained is None:
            self._trained = weights.load()
        return self._trained

    def read(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> tuple[Reading, ...]:
        """The readings of passages, one each, in order.

        ``progress(done, all)`` is called with numbers of sentences while reading.
        """
        texts = [p.text[s.start : s.end] for p in passages for s in p.sentences]
        tagged = self._tag_all(texts, progress)
        readings, at = [], 0
        for passage in passages:
            mine = tagged[at : at + len(passage.sentences)]
            at += len(mine)
            readings.append(self._reading(passage, mine))
        return tuple(readings)

    def read_words(self, sentences: Sequence[Sequence[str]]) -> list[tuple[Tagged, ...]]:
        """The parts of sentences that are cut into words already, for measuring against treebanks.

        The words must have gone through `words.normal`.
        """
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(lambda written: tuple(self._tag_words(written)), sentences))

    def roles(self, parts: Sequence[Tagged]) -> list[RoleSpan]:
        """The spans of sources, cues and contents in sentences that stand together, over the words of all of them."""
        states = np.concatenate([p.states for p in parts]) if parts else np.zeros((0, 0), np.float16)
        found: list[RoleSpan] = []
        for at in range(0, len(states), LONGEST_PARAGRAPH):
            spans_, _ = self._spans(states[at : at + LONGEST_PARAGRAPH])
            found += [RoleSpan(s.kind, s.first + at, s.end + at) for s in spans_]
        return found

    def attributions(self, parts: Sequence[Tagged]) -> tuple[tuple[Linked, int], ...]:
        """The attributions of sentences that stand together, over the words of all of them."""
        if not parts:
            return ()
        found = self._attribute(np.concatenate([p.states for p in parts]))
        return tuple(sorted(found, key=lambda made: min(s.first for part in made[0] for s in part)))

    # -- sentences --

    def _tag_all(self, texts: Sequence[str], progress: Callable[[int, int], None] | None) -> list[tuple[Tagged, ...]]:
        """Each sentence's parts; what is known is taken from what was kept, equal sentences are read once."""
        unique = list(dict.fromkeys(texts))
        found: list[tuple[Tagged, ...]] = []
        with ThreadPoolExecutor(self._threads) as pool:
            for parts in pool.map(lambda text: tuple(self._tag(text)), unique):
                found.append(parts)
                if progress:
                    progress(len(found), len(unique))
        by_text = dict(zip(unique, found, strict=True))
        return [by_text[text] for text in texts]

    def _tag(self, text: str) -> Iterator[Tagged]:
        found = words(text, self._abbreviations)
        for at in range(0, len(found), LONGEST_SENTENCE):
            part = found[at : at + LONGEST_SENTENCE]
            first, end = part[0].start, part[-1].end
            cut = "" if len(part) == len(found) else ",".join(str(w.end - first) for w in part)
            key = _key(text[first:end], f"words {cut}")
            known = self._sentences.get(key)
            if known is None:
                moved = tuple(Word(w.text, w.start - first, w.end - first) for w in part)
                known = self._run(moved, normal([w.text for w in moved], spaces(moved)))
                self._sentences.put(key, known)
            yield known

    def _tag_words(self, written: Sequence[str]) -> Iterator[Tagged]:
        for at in range(0, len(written), LONGEST_SENTENCE):
            part = list(written[at : at + LONGEST_SENTENCE])
            yield self._run(tuple(Word(w, i, i + 1) for i, w in enumerate(part)), part)

    def _run(self, found: tuple[Word, ...], written: list[str]) -> Tagged:
        """One sentence through the network."""
        held = self._weights
        pieces = encode([written], held.tokenizer)[0]
        out = held.sentence.run(None, _feed(pieces))
        upos, xpos, edits, entities, labels, arcs, states, rows = out
        heads = tree(arcs)
        tags = tuple(
            (
                lemmas.apply(held.lemmas[edits[i]], word.text),
                held.upos[upos[i]],
                held.xpos[xpos[i]],
                heads[i] - 1,
                held.labels[labels[i]] if heads[i] else "root",
            )
            for i, word in enumerate(found)
        )
        names = tuple(spans([held.entities[e] for e in best_path(entities, held.entity_chain)]))
        return Tagged(found, tags, names, states.astype(np.float16), rows.astype(np.float16))

    # -- paragraphs --

    def _attribute(self, states: Half) -> Iterator[tuple[Linked, int]]:
        """The attributions in the states of a paragraph's words, long ones part by part, and those inside contents."""
        for at in range(0, len(states), LONGEST_PARAGRAPH):
            part = states[at : at + LONGEST_PARAGRAPH]
            for linked in self._linked(part):
                yield _moved(linked, at), 0
                for content in linked.contents:
                    if content.end - content.first >= NESTED and linked.cues:
                        yield from self._inside(part, content, at)

    def _inside(self, part: Half, content: RoleSpan, at: int) -> Iterator[tuple[Linked, int]]:
        """What is attributed inside a content: a source, a cue and a content that is less than all of it."""
        for inner in self._linked(part[content.first : content.end]):
            if inner.sources and inner.cues and inner.contents:
                yield _moved(inner, at + content.first), 1

    def _linked(self, states: Half) -> list[Linked]:
        found, sides = self._spans(states)
        return link(found, sides, self._weights.none)

    def _spans(self, states: Half) -> tuple[list[RoleSpan], list[NDArray[np.float32]]]:
        """The spans of a paragraph's words, and the sides that link them."""
        held = self._weights
        scores, *sides = held.paragraph.run(None, {"states": states.astype(np.float32)})
        return spans([held.roles[t] for t in best_path(scores, held.role_chain)]), sides

    # -- results --

    def _reading(self, passage: Passage, tagged: Sequence[tuple[Tagged, ...]]) -> Reading:
        found = tuple(
            _sentence(span, parts, passage.text) for span, parts in zip(passage.sentences, tagged, strict=True)
        )
        said: list[Said] = []
        for group in _paragraphs(passage):
            parts = [(passage.sentences[i].start, part) for i in group for part in tagged[i]]
            if parts:
                said.extend(self._said(passage, group, [p for _, p in parts], found))
        return Reading(found, tuple(said))

    def _said(
        self, passage: Passage, group: Sequence[int], parts: list[Tagged], found: tuple[ReadSentence, ...]
    ) -> Iterator[Said]:
        texts = [passage.text[slice(*passage.sentences[i])] for i in group]
        key = _key("".join(texts), f"paragraph {','.join(str(len(t)) for t in texts)}")
        known = self._paragraphs.get(key)
        if known is None:
            known = Attributed(self.attributions(parts), sum(p.size for p in parts))
            self._paragraphs.put(key, known)
        places = [word for i in group for word in found[i].words]
        for linked, depth in known.found:
            sources, cues, contents = (
                tuple(Span(places[s.first].start, places[s.end - 1].end) for s in part) for part in linked
            )
            yield Said(sources, cues, contents, depth)


def _key(text: str, kind: str) -> bytes:
    return blake2b(f"{kind}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _feed(pieces: Pieces) -> dict[str, NDArray[np.generic]]:
    """The network's inputs: ids, shapes and the matrix (words, pieces) that averages each word's pieces."""
    owner = np.array(pieces.owner)
    pool = (owner[None, :] == np.arange(pieces.words)[:, None]).astype(np.float32)
    pool /= pool.sum(1, keepdims=True)
    return {"pieces": np.array(pieces.ids), "shapes": np.array(pieces.shapes), "pool": pool}


def _moved(linked: Linked, by: int) -> Linked:
    return Linked(*(tuple(RoleSpan(s.kind, s.first + by, s.end + by) for s in part) for part in linked))


def _sentence(span: Span, parts: tuple[Tagged, ...], text: str) -> ReadSentence:
    """A sentence with its parts' results at their places in the passage."""
    found: list[ReadWord] = []
    entities: list[Entity] = []
    at = span.start
    for part in parts:
        at = _skip(text, at)
        before = len(found)
        for word, (lemma, upos, xpos, head, label) in zip(part.words, part.tags, strict=True):
            place = head + before if head >= 0 else -1
            found.append(ReadWord(at + word.start, at + word.end, lemma, upos, xpos, place, label))
        for name in part.entities:
            start, end = found[before + name.first].start, found[before + name.end - 1].end
            entities.append(Entity(start, end, name.kind))  # type: ignore[arg-type]
        at = found[-1].end
    rows = b"".join(np.ascontiguousarray(p.rows, "<f2").tobytes() for p in parts)
    return ReadSentence(span, tuple(found), tuple(entities), rows)


def _skip(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at


def _paragraphs(passage: Passage) -> Iterator[list[int]]:
    """The places of the sentences that share a line."""
    group: list[int] = []
    for i, span in enumerate(passage.sentences):
        if group:
            between = passage.text[passage.sentences[i - 1].end : span.start]
            if not LINE_ENDS.isdisjoint(between):
                yield group
                group = []
        group.append(i)
    if group:
        yield group
