"""What a clause says of places and persons, from a reader's names and dependencies.

“in Orm” locates what it hangs on; “Anna Berger, the harbour master”, “harbour master Anna Berger”,
“the harbour master, Anna Berger” and “Anna Berger is the harbour master” describe a person.
Relations are those of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.langs import Lexicon
from rashomon.model import Described, Entity, Located, ReadSentence, Span

_LOCATES = frozenset({"obl", "nmod", "appos", "conj", "obj"})
_BEFORE = frozenset({"compound", "nmod", "flat"})
_BESIDE = frozenset({"appos", "flat"})
_APART = frozenset({"acl:relcl", "punct", "parataxis"})
_CLAUSE = frozenset({"cop", "nsubj", "conj", "cc", "advmod", "advcl", "aux", "expl", "mark"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LONGEST = 120  # characters of a description
_FEWEST, _MOST = 2, 4  # words of a full name


def places(sentence: ReadSentence, clause: Span, text: str, lexicon: Lexicon) -> tuple[Located, ...]:
    """The places that a clause names behind a preposition of place."""
    found = []
    for name, ids, head in _named(sentence, clause, "LOC"):
        words = sentence.words
        cases = [w.lemma for w in words if w.head == head and w.label == "case"]
        if cases and cases[0] in lexicon.grammar["where"] and _plain(words[head].label) in _LOCATES:
            of = words[words[head].head].lemma if words[head].head >= 0 else ""
            written = text[name.start : words[ids[-1]].end]
            found.append(Located(written, cases[0], of, _inside(sentence, name, text)))
    return tuple(found)


def _inside(sentence: ReadSentence, name: Entity, text: str) -> tuple[str, ...]:
    """The places that follow a place, each behind a comma."""
    found: list[str] = []
    for after in sentence.entities:
        if after.kind == "LOC" and after.start > name.start and text[name.end : after.start].strip() == ",":
            found.append(text[after.start : after.end])
            name = after
    return tuple(found)


def sites(sentence: ReadSentence, clause: Span, text: str) -> tuple[str, ...]:
    """The names of places in a clause, wherever they stand, sorted."""
    inside = (e for e in sentence.entities if e.kind == "LOC" and clause.start <= e.start and e.end <= clause.end)
    return tuple(sorted({" ".join(text[e.start : e.end].split()) for e in inside}))


def persons(sentence: ReadSentence, clause: Span, text: str) -> tuple[Described, ...]:
    """The persons whom a clause names in full with an office or a role."""
    found = []
    for name, ids, head in _named(sentence, clause, "PER"):
        written = text[name.start : name.end]
        told = _description(sentence, ids, head)
        if told and _FEWEST <= len(written.split()) <= _MOST:
            start, end = (
                min(sentence.words[i].start for i in told),
                max(sentence.words[i].end for i in told),
            )
            if end - start <= _LONGEST and not start < name.start < end:
                found.append(Described(written, " ".join(text[start:end].split())))
    return tuple(found)


def _named(sentence: ReadSentence, clause: Span, kind: str) -> Iterator[tuple[Entity, list[int], int]]:
    """The names of a kind inside a clause, each with its words (by place) and the head among them."""
    for name in sentence.entities:
        if name.kind == kind and clause.start <= name.start and name.end <= clause.end:
            ids = [i for i, w in enumerate(sentence.words) if name.start <= w.start and w.end <= name.end]
            heads = [i for i in ids if sentence.words[i].head not in ids]
            if heads:
                yield name, ids, heads[0]


def _description(sentence: ReadSentence, ids: list[int], head: int) -> list[int]:
    """The words (by place) that say who the person is; none where nothing does."""
    words = sentence.words
    above = words[head].head
    inside = frozenset(ids)
    for i, word in enumerate(words):
        if word.head == head and word.label == "appos" and word.upos in _NOUNS and i not in inside:
            return _phrase(sentence, i, inside)
    if above >= 0 and words[head].label in _BESIDE and words[above].upos in _NOUNS:
        return _phrase(sentence, above, inside)
    titles = [
        i
        for i, w in enumerate(words)
        if w.head == head and i < ids[0] and _plain(w.label) in _BEFORE and w.upos in _NOUNS
    ]
    if titles:
        return [part for i in titles for part in _phrase(sentence, i, inside)]
    linked = above >= 0 and words[above].upos == "NOUN" and words[head].label.startswith("nsubj")
    if linked and any(w.head == above and w.label == "cop" for w in words):
        return _phrase(sentence, above, inside, _CLAUSE)
    return []


def _phrase(
    sentence: ReadSentence, top: int, without: frozenset[int], apart: frozenset[str] = frozenset()
) -> list[int]:
    """A word with all that hangs on it, but for relative clauses, marks, ``without`` and ``apart``."""
    found, left = [top], [top]
    while left:
        at = left.pop()
        for i, word in enumerate(sentence.words):
            if word.head == at and i not in without and word.label not in _APART and _plain(word.label) not in apart:
                found.append(i)
                left.append(i)
    return found


def _plain(label: str) -> str:
    return label.split(":")[0]
