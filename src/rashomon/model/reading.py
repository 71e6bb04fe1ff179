"""What a reader finds in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rashomon.model.kinds import EntityKind, Span


class Passage(NamedTuple):
    """What a reader is given: a text and where its sentences stand in it, in order."""

    text: str
    sentences: tuple[Span, ...]


class ReadWord(NamedTuple):
    """A word as a reader sees it; ``start`` and ``end`` are offsets into the passage's text.

    ``upos``, ``xpos`` and ``label`` are the tags of Universal Dependencies (universal part of speech, the
    treebank's own, the relation to the head); ``head`` is the place of the head among the sentence's words,
    -1 for a root.  A sentence that is too long to be read at once has a root for each part.
    """

    start: int
    end: int
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str


class Entity(NamedTuple):
    """A name of a person (PER), place (LOC) or organisation (ORG)."""

    start: int
    end: int
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence that was read.

    ``rows`` holds a vector for each word, one after the other, as little-endian 16-bit floats; the
    mean of the rows of a span, normalised, is the span's vector (`rashomon.reading.vectors`).  It is
    empty when a reader makes no vectors.
    """

    span: Span
    words: tuple[ReadWord, ...]
    entities: tuple[Entity, ...]
    rows: bytes = b""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one attribution: where its source, its cue and its content stand; each may be in pieces or missing.

    ``depth`` is 0 for what the report itself attributes, 1 for an attribution inside a content, and so on.
    """

    sources: tuple[Span, ...]
    cues: tuple[Span, ...]
    contents: tuple[Span, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in a passage: its sentences as given, its attributions by their first words."""

    sentences: tuple[ReadSentence, ...]
    said: tuple[Said, ...]
