"""Details: a phrase of a sentence and the word that it hangs on, from the parse.

Sentences that two reports tell alike answer several questions at once: who, whom, where, when, why and how.
Each is a phrase with the word it hangs on (“crashed” and “into a truck”, “guitarist” and the name beside it),
in one of the relations of Universal Dependencies (https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.model import ReadSentence, ReadWord, Span

ROLES: Mapping[str, str] = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubj:pass": "patient",
    "obj": "object",
    "obl": "oblique",
    "obl:npmod": "oblique",
    "obl:agent": "agent",
    "obl:tmod": "time",
    "nmod:tmod": "time",
    "nmod": "modifier",
    "nmod:poss": "owner",
    "appos": "apposition",
    "advcl": "circumstance",
    "acl": "clause",
    "acl:relcl": "clause",
    "xcomp": "content",
    "ccomp": "content",
}
"""The relations that make a detail, and the role of the phrase in each."""

_HEADS = frozenset({"NOUN", "PROPN", "NUM", "VERB", "ADJ", "PRON", "ADV"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_NAMED_BY_PRONOUN = frozenset({"subject", "patient"})
_LEADS = frozenset({"nsubj", "csubj", "aux", "cop", "advmod", "expl", "det", "amod", "compound", "nummod", "obl"})
_APART = frozenset({"conj", "cc", "parataxis", "advcl", "punct", "appos", "acl"})
_SHORT, _AROUND = 4, 7  # words of a subject that a question names in full, and of what it says of the predicate
_PHRASE, _REACH = 12, 6  # words of a phrase; words of a longer one beside its head that count
_SHORTEST, _LONGEST = 7, 18  # words of a quote
_BEFORE = 3  # words before the predicate that a short quote takes in first

Place = tuple[str, Span]


class Detail(NamedTuple):
    """A phrase and the word it hangs on, in a sentence of a report.

    ``quote`` is both with the words between them, ``phrase`` the phrase alone and ``on`` the word it hangs on;
    ``lead`` is that word with its subject and what stands between, ``tail`` that word with its auxiliaries and what
    follows, both without the phrase;
    ``head_at`` is where the phrase's head begins,
    ``predicate`` and ``head`` are lemmas in lower case, ``kind`` the name's kind where the head is part of a name,
    ``case`` the preposition or conjunction before it, ``words`` the content words (lemmas) of the quote.
    """

    place: Place
    quote: Span
    phrase: Span
    predicate: str
    on: Span
    lead: Span
    tail: Span
    head: str
    head_at: int
    role: str
    kind: str
    case: str
    words: frozenset[str]


class Parts(NamedTuple):
    """Where a detail's words stand among the sentence's words."""

    predicate: int
    head: int
    quote: list[int]
    phrase: list[int]


def of_sentence(place: Place, sentence: ReadSentence) -> Iterator[tuple[Detail, Parts]]:
    """The details of a sentence, in its order."""
    words = sentence.words
    children: list[list[int]] = [[] for _ in words]
    for at, word in enumerate(words):
        if word.head >= 0:
            children[word.head].append(at)
    for at, word in enumerate(words):
        if word.label not in ROLES or word.upos not in _HEADS or word.head < 0 or words[word.head].upos == "NUM":
            continue
        if word.upos == "PRON" and ROLES[word.label] not in _NAMED_BY_PRONOUN:
            continue
        phrase = _phrase(at, children)
        quote = _quote(words, word.head, phrase)
        telling = frozenset(words[i].lemma.lower() for i in quote if words[i].upos in _TELLING)
        detail = Detail(
            place=place,
            quote=_span(words, quote),
            phrase=_span(words, phrase),
            predicate=words[word.head].lemma.lower(),
            on=_named(sentence, words[word.head]),
            lead=_span(words, _lead(words, word.head, phrase, children)),
            tail=_span(words, _tail(words, word.head, phrase, children)),
            head=word.lemma.lower(),
            head_at=word.start,
            role=ROLES[word.label],
            kind=next((e.kind for e in sentence.entities if e.start <= word.start < e.end), ""),
            case=next((words[i].lemma.lower() for i in children[at] if words[i].label in {"case", "mark"}), ""),
            words=telling,
        )
        yield detail, Parts(word.head, at, quote, phrase)


def _named(sentence: ReadSentence, word: ReadWord) -> Span:
    """A word, or the whole name that it is part of."""
    names = (Span(e.start, e.end) for e in sentence.entities if e.start <= word.start and word.end <= e.end)
    return next(names, Span(word.start, word.end))


def _lead(
    words: Sequence[ReadWord], predicate: int, phrase: Sequence[int], children: Sequence[Sequence[int]]
) -> list[int]:
    """A word with what hangs on it before it: subject and auxiliaries, or article and adjectives."""
    start = predicate
    for child in children[predicate]:
        if child < predicate and child not in phrase and words[child].label.split(":")[0] in _LEADS:
            whole = _phrase(child, children)
            start = min(start, whole[0] if len(whole) <= _SHORT else child)
    if predicate - start > _AROUND or any(at in phrase for at in range(start, predicate)):
        start = predicate
    return list(range(start, predicate + 1))


def _tail(
    words: Sequence[ReadWord], predicate: int, phrase: Sequence[int], children: Sequence[Sequence[int]]
) -> list[int]:
    """A word with its auxiliaries and what hangs on it behind it, up to the phrase, a mark or a further clause."""
    helpers = [c for c in children[predicate] if c < predicate and words[c].label.split(":")[0] in {"aux", "cop"}]
    start = min([c for c in helpers if not any(c <= at < predicate for at in phrase)], default=predicate)
    end = predicate
    for child in sorted(c for c in children[predicate] if c > predicate):
        whole = _phrase(child, children)
        gap = any(words[at].upos == "PUNCT" for at in range(end + 1, whole[-1] + 1))
        if child in phrase or words[child].label.split(":")[0] in _APART or gap or whole[-1] - predicate > _AROUND:
            break
        end = whole[-1]
    return list(range(start, end + 1))


def _phrase(head: int, children: Sequence[Sequence[int]]) -> list[int]:
    """The words that hang on a word, and it, sorted; of a long phrase those beside it."""
    found, left = [head], [head]
    while left:
        for child in children[left.pop()]:
            found.append(child)
            left.append(child)
    return sorted(found if len(found) <= _PHRASE else (at for at in found if abs(at - head) <= _REACH))


def _quote(words: Sequence[ReadWord], predicate: int, phrase: Sequence[int]) -> list[int]:
    """Phrase and predicate with the words between them, or, where they stand far apart, the phrase; not too short."""
    start, end = min(predicate, phrase[0]), max(predicate, phrase[-1])
    if end - start >= _LONGEST:
        start, end = phrase[0], phrase[-1]
    while end - start + 1 < _SHORTEST and (start > 0 or end < len(words) - 1):
        if start > 0 and (end == len(words) - 1 or start > predicate - _BEFORE):
            start -= 1
        else:
            end += 1
    return list(range(start, end + 1))


def _span(words: Sequence[ReadWord], held: Sequence[int]) -> Span:
    """Where words stand, without marks at either end."""
    told = [at for at in held if words[at].upos != "PUNCT"] or list(held)
    return Span(words[told[0]].start, words[told[-1]].end)
