"""A sentence's parse as the rules for events see it: its words, what hangs on each, and which lists know a word.

A reader's lemmas miss at times (“denie”), so a word is looked up by its lemma, its form and their stems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from rashomon import langs
from rashomon.model import ReadSentence, ReadWord, Span
from rashomon.text.stems import stem

_PARTICLES = frozenset({"compound:prt"})


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The lists of a language, by words and stems; ``senses`` gives the base form and the class."""

    lists: Mapping[str, frozenset[str]]
    senses: Mapping[str, tuple[str, str]]
    irregular: Mapping[str, str]


@cache
def _vocabulary(language: str) -> _Vocabulary:
    lexicon = langs.load(language)
    lists = {name: frozenset(words) | _stems(words) for name, words in lexicon.events.items()}
    senses: dict[str, tuple[str, str]] = {}
    for word, sense in lexicon.senses.items():
        senses.setdefault(_stem(word), (word, sense))
    senses.update({word: (word, sense) for word, sense in lexicon.senses.items()})
    irregular = dict(pair.split("/") for pair in lexicon.events["irregular"])
    return _Vocabulary(MappingProxyType(lists), MappingProxyType(senses), MappingProxyType(irregular))


def _stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of words but for adverbs: “reportedly” is not “report”."""
    return frozenset(_stem(word) for word in words if not word.endswith("ly"))


def _stem(word: str) -> str:
    """The stem of a verb, its particle kept behind it."""
    first, dash, rest = word.partition("-")
    return stem(first) + dash + rest


@lru_cache(maxsize=100_000)
def _looks(lemma: str, form: str, particle: str) -> tuple[str, ...]:
    """What a word is looked up by, the surest first; with its particle before without."""
    bare = tuple(dict.fromkeys((lemma, form, _stem(form), _stem(lemma))))
    return tuple(f"{look}-{particle}" for look in bare) + bare if particle else bare


class Parse:
    """One sentence's words with what hangs on each."""

    __slots__ = ("_particles", "_vocabulary", "children", "forms", "text", "words")

    def __init__(self, sentence: ReadSentence, text: str, language: str) -> None:
        self.text = text
        self.words: tuple[ReadWord, ...] = sentence.words
        self.forms = tuple(text[w.start : w.end].lower().replace("’", "'") for w in sentence.words)
        self.children: list[list[int]] = [[] for _ in sentence.words]
        self._vocabulary = _vocabulary(language)
        self._particles: dict[int, str] = {}
        for i, word in enumerate(sentence.words):
            if word.head >= 0:
                self.children[word.head].append(i)
                if word.label in _PARTICLES:
                    self._particles[word.head] = self.forms[i]

    def label(self, at: int) -> str:
        """The relation of a word to its head without its subtype."""
        return self.words[at].label.partition(":")[0]

    def of(self, at: int, *labels: str) -> Iterator[int]:
        """What hangs on a word by one of these relations, with or without a subtype."""
        return (i for i in self.children[at] if self.words[i].label in labels or self.label(i) in labels)

    def first(self, at: int, *labels: str) -> int | None:
        """The first word that hangs on a word by one of these relations."""
        return next(self.of(at, *labels), None)

    def lemma(self, at: int) -> str:
        """The base form of a word, as the reader has it but for irregular forms."""
        lemma = self.words[at].lemma.lower()
        if self.words[at].upos in ("VERB", "AUX"):
            irregular = self._vocabulary.irregular
            return irregular.get(self.forms[at]) or irregular.get(lemma, lemma)
        return lemma

    def known(self, at: int, *lists: str) -> bool:
        """Whether one of these lists of langs/*/events.txt holds a word."""
        looks = _looks(self.lemma(at), self.forms[at], self._particles.get(at, ""))
        return any(not self._vocabulary.lists[name].isdisjoint(looks) for name in lists)

    def sense(self, at: int) -> tuple[str, str]:
        """The base form of a word and the class of what it tells, "" where none is known."""
        lemma = self.lemma(at)
        if self.words[at].upos == "ADJ" and not self.known(at, "adjectives"):
            return lemma, ""
        for look in _looks(lemma, self.forms[at], self._particles.get(at, "")):
            if look in self._vocabulary.senses:
                return self._vocabulary.senses[look]
        return lemma, ""

    def tells(self, at: int) -> bool:
        """Whether a noun tells a deed."""
        return self.words[at].upos == "NOUN" and bool(self.sense(at)[1])

    def to_come(self, at: int) -> bool:
        """Whether a verb is what a headline says is to come: “Minister to visit Orm”."""
        head = self.words[at].head
        bare = head >= 0 and self.first(head, "det", "case") is None and self.label(head) in ("root", "nsubj", "ccomp")
        marked = any(self.known(i, "to") for i in self.of(at, "mark"))
        return self.words[at].label == "acl" and bare and marked and not self.known(head, "plans", "demands")

    def inside(self, span: Span) -> list[int]:
        """The words of a span, in order."""
        return [i for i, w in enumerate(self.words) if span.start <= w.start < span.end]
