"""The corpora as the reader's training examples.

Every reader of a corpus yields plain dataclasses; nothing is kept of a corpus but what a step of
training needs.  The formats are described in ../shared/corpora/README.md.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.langs import load
from rashomon.reading.lemmas import script
from rashomon.reading.words import Word, normal, spaces, words
from rashomon.text.sentences import paragraphs, sentences

ROLES = ("source", "cue", "content")
LONGEST_PARAGRAPH = 320  # words; what is longer is cut for training
ENTITIES = {"PER", "LOC", "ORG"}


@dataclass(slots=True)
class Sentence:
    """A sentence of a treebank: words as the encoder sees them and their gold tags; None where there are none."""

    forms: list[str]
    written: list[str]
    upos: list[str]
    xpos: list[str]
    lemmas: list[str]
    heads: list[int]
    labels: list[str]
    plain_lemmas: list[str]
    text: str
    entities: list[str] | None = None

    def places(self) -> list[tuple[int, int]]:
        """Where each word stands in ``text``."""
        found, at = [], 0
        for form in self.forms:
            start = self.text.find(form, at)
            at = (start if start >= 0 else at) + len(form)
            found.append((at - len(form), at))
        return found


@dataclass(slots=True)
class Paragraph:
    """Sentences that are read together, a BIO tag a word, and for each attribution its spans' first words.

    ``links`` holds one tuple an attribution: the first words (counted over the paragraph) of its
    sources, cues and contents.
    """

    sentences: list[list[str]]
    tags: list[str]
    links: list[tuple[list[int], list[int], list[int]]] = field(default_factory=list)
    written: list[list[str]] = field(default_factory=list)


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file, compressed or not."""
    with path.open("rb") as file:
        compressed = file.read(2) == b"\x1f\x8b"
    with gzip.open(path, "rt", encoding="utf-8") if compressed else path.open(encoding="utf-8") as file:
        yield from file


def conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; multiword tokens and empty nodes are passed over."""
    rows: list[list[str]] = []
    text = ""
    for line in _lines(path):
        if line.startswith("#"):
            text = line.removeprefix("# text = ").rstrip("\n") if line.startswith("# text = ") else text
            continue
        if line.strip():
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif rows:
            yield _sentence(rows, text)
            rows, text = [], ""
    if rows:
        yield _sentence(rows, text)


def _sentence(rows: list[list[str]], text: str) -> Sentence:
    forms = [r[1] for r in rows]
    spaced = [i == 0 or "SpaceAfter=No" not in rows[i - 1][9] for i in range(len(rows))]
    return Sentence(
        forms=forms,
        written=normal(forms, spaced),
        upos=[r[3] for r in rows],
        xpos=[r[4] for r in rows],
        lemmas=[script(r[1], r[2]) for r in rows],
        heads=[int(r[6]) for r in rows],
        labels=[r[7] for r in rows],
        plain_lemmas=[r[2].replace("’", "'") for r in rows],
        text=text,
        entities=_named(rows),
    )


_OPENED = re.compile(r"\((\d+)-(\w+)|(\d+)\)")
_KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
_INSIDE = {"of", "the", "and", "for", "de", "la", "al", "bin", "-", ".", "’s", "'s"}
_RANKS = {"president", "mr.", "mrs.", "ms.", "dr.", "sen.", "gov.", "rep.", "sir", "king", "queen", "prince", "pope"}


def _named(rows: list[list[str]]) -> list[str] | None:
    """Entity tags from the mentions in GUM's MISC column; None for a treebank without them.

    GUM marks every noun phrase; only the run of proper nouns around the head of a person, place or
    organisation is kept, without a title, as Universal NER marks names.
    """
    if not any("Entity=" in r[9] for r in rows):
        return None
    spans: list[tuple[int, int, str]] = []
    opened: dict[str, tuple[int, str]] = {}
    for i, row in enumerate(rows):
        held = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for mark in _OPENED.finditer(held):
            if mark.group(1):
                opened[mark.group(1)] = (i, mark.group(2))
            if mark.group(3) and mark.group(3) in opened:
                first, kind = opened.pop(mark.group(3))
                spans.append((first, i + 1, kind))
            elif mark.group(1) and re.match(r"[^()]*\)", held[mark.end() :]):
                first, kind = opened.pop(mark.group(1))
                spans.append((first, i + 1, kind))
    tags = ["O"] * len(rows)
    for first, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        run = _proper(rows, first, end) if kind in _KINDS else None
        if run and all(t == "O" for t in tags[run[0] : run[1]]):
            tags[run[0]] = f"B-{_KINDS[kind]}"
            tags[run[0] + 1 : run[1]] = [f"I-{_KINDS[kind]}"] * (run[1] - run[0] - 1)
    return tags


def _proper(rows: list[list[str]], first: int, end: int) -> tuple[int, int] | None:
    """The run of proper nouns around the head of a noun phrase, or None when its head is none."""
    heads = [i for i in range(first, end) if not first < int(rows[i][6]) <= end]
    if not heads or rows[heads[0]][4][:3] != "NNP":
        return None
    left = right = heads[0]

    def inside(i: int) -> bool:
        return rows[i][4][:3] == "NNP" or rows[i][1].lower() in _INSIDE

    while left > first and inside(left - 1):
        left -= 1
    while right + 1 < end and inside(right + 1):
        right += 1
    while left < heads[0] and (rows[left][4][:3] != "NNP" or rows[left][1].lower() in _RANKS):
        left += 1
    while right > heads[0] and rows[right][4][:3] != "NNP":
        right -= 1
    return left, right + 1


def iob2(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Words and tags of an IOB2 file: PER, LOC and ORG; other types, and the old release's ``O`` spans, are dropped."""
    forms: list[str] = []
    tags: list[str] = []
    for line in _lines(path):
        if line.startswith("#"):
            continue
        if line.strip():
            cells = line.rstrip("\n").split("\t")
            forms.append(cells[1])
            kind = cells[2][2:]
            begins = cells[2][:1] == "B" or not tags or tags[-1][2:] != kind
            tags.append(("B-" if begins else "I-") + kind if kind in ENTITIES else "O")
        elif forms:
            yield forms, tags
            forms, tags = [], []
    if forms:
        yield forms, tags


def treebank(folder: Path, name: str, names: Path | None = None) -> list[Sentence]:
    """A treebank's sentences, with the entity tags of ``names`` where the words are the same."""
    found = list(conllu(folder / f"{name}.conllu.gz"))
    if names:
        known = {tuple(forms): tags for forms, tags in iob2(names)}
        for sentence in found:
            sentence.entities = known.get(tuple(sentence.forms))
    return found


def polnear(path: Path) -> Iterator[Paragraph]:
    """PolNeAR's articles as paragraphs with flat tags: one role a word, pieces of a span tagged apart.

    Attributions of PolNeAR that overlap (under one in a hundred) cannot all stand in flat tags: the
    later one in the file wins, as in the sentences that published results use.
    """
    abbreviations = load("en").abbreviations
    for line in _lines(path):
        article = json.loads(line)
        text = article["text"].replace("\xa0", " ")
        owner = _owners(text, article["attributions"])
        for span in paragraphs(text):
            inner = [s for s in sentences(text[: span.end], load("en"), span.start) if s.start >= span.start]
            cut = [words(text, abbreviations, s.start, s.end) for s in inner]
            yield from _paragraphs([list(w) for w in cut if w], owner)


def _owners(text: str, attributions: Iterable[dict[str, list[list[int]]]]) -> list[tuple[str, int, int] | None]:
    """For each character the (role, attribution, piece) that it belongs to."""
    owner: list[tuple[str, int, int] | None] = [None] * len(text)
    for number, attribution in enumerate(attributions):
        for role in ROLES:
            for start, end in attribution.get(role, []):
                owner[start:end] = [(role, number, start)] * (end - start)
    return owner


def _paragraphs(cut: list[list[Word]], owner: list[tuple[str, int, int] | None]) -> Iterator[Paragraph]:
    """One paragraph, or several where it is too long."""
    part: list[list[Word]] = []
    for sentence in cut:
        if part and sum(map(len, part)) + len(sentence) > LONGEST_PARAGRAPH:
            yield _paragraph(part, owner)
            part = []
        part.append(sentence[:LONGEST_PARAGRAPH])
    if part:
        yield _paragraph(part, owner)


def _paragraph(cut: list[list[Word]], owner: list[tuple[str, int, int] | None]) -> Paragraph:
    tags: list[str] = []
    parts: dict[int, tuple[list[int], list[int], list[int]]] = {}
    before: tuple[str, int, int] | None = None
    for place, word in enumerate(word for sentence in cut for word in sentence):
        held = next((o for o in owner[word.start : word.end] if o), None)
        if held is None:
            tags.append("O")
        elif held == before:
            tags.append(f"I-{held[0]}")
        else:
            tags.append(f"B-{held[0]}")
            parts.setdefault(held[1], ([], [], []))[ROLES.index(held[0])].append(place)
        before = held
    return Paragraph(
        sentences=[[w.text for w in s] for s in cut],
        tags=tags,
        links=list(parts.values()),
        written=[normal([w.text for w in s], spaces(s)) for s in cut],
    )


_STOPS, _CLOSING = frozenset(".!?"), frozenset("”’)]")


def units(path: Path) -> Iterator[Paragraph]:
    """The rows of a file of tokenised BIO paragraphs (``polnear_dev_sentences``), cut into sentences."""
    for line in _lines(path):
        row = json.loads(line)
        forms = normal(row["tokens"], [form != "'" for form in row["tokens"]])
        found: list[list[str]] = [[]]
        ended = False
        for form, after in zip(forms, [*forms[1:], ""], strict=True):
            found[-1].append(form)
            ended = form in _STOPS or (ended and form in _CLOSING)
            if ended and after and after not in _CLOSING and not after[0].islower():
                found.append([])
        yield Paragraph(sentences=found, tags=row["labels"], written=found)


def news_sentences(path: Path, count: int, seed: int) -> list[str]:
    """Sentences of a corpus of articles, drawn evenly, 4 to 60 words long, each once."""
    lexicon = load("en")
    found: set[str] = set()
    for line in _lines(path):
        text = json.loads(line).get("text") or ""
        for span in sentences(text, lexicon):
            sentence = " ".join(text[span.start : span.end].split())
            if 4 <= sentence.count(" ") + 1 <= 60:
                found.add(sentence)
    return random.Random(seed).sample(sorted(found), min(count, len(found)))
