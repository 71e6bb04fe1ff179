"""The event that a clause tells: its predicate, who takes part in it and whether it is said to take place.

Relations are those of Universal Dependencies (https://universaldependencies.org/u/dep/).  The words that say
who tells it (“police said”) are put aside; verbs that only carry another (“plans to meet”, “carried out an
attack”, “failed to”) give way to what they carry.
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.claims.participants import participants
from rashomon.claims.predicates import Parse
from rashomon.claims.stances import stance
from rashomon.model import Event, Span

_PREDICATES = ("VERB", "ADJ", "NOUN", "AUX", "PROPN", "NUM")
_OPERATORS = ("denies", "plans", "doubts", "alleges", "demands")
_NO_PREDICATES = ("case", "mark", "aux", "cop", "nummod", "advmod", "amod", "compound", "flat", "punct")
_DEEPEST = 6  # words that give way one after the other


def event(parse: Parse, clause: Span, phrases: Iterable[Span]) -> Event | None:
    """The event that a clause tells; None where it holds no predicate.

    ``phrases`` are the words of the sentence's attributions: their sources and cues.
    """
    words = parse.inside(clause)
    said = {i for span in phrases for i in parse.inside(span)}
    top = _top(parse, [i for i in words if i not in said]) if said else None
    top = _top(parse, words) if top is None else top
    if top is None:
        return None
    at = _settled(parse, top, frozenset(words))
    if not _predicates(parse, at):
        return None
    lemma, sense = parse.sense(at)
    polarity, modality, tense = stance(parse, at)
    place = Span(parse.words[at].start, parse.words[at].end)
    return Event(lemma, sense, place, participants(parse, at), polarity, modality, tense)


def _top(parse: Parse, words: list[int]) -> int | None:
    """The predicate that the most hangs on: of the words whose heads stand elsewhere, a verb before a noun.

    Where these are only things, what is told of them: “the ferry, which sank”.
    """
    held = set(words)
    level = [i for i in words if parse.words[i].head not in held and parse.words[i].upos in _PREDICATES]
    for _ in range(_DEEPEST):
        tops = [i for i in level if parse.label(i) not in _NO_PREDICATES and _may_tell(parse, i)]
        if tops or not level:
            return min(tops, key=lambda i: (_rank(parse, i), i), default=None)
        level = [child for i in level for child in parse.children[i] if child in held]
    return None


def _may_tell(parse: Parse, at: int) -> bool:
    """Whether a word tells something itself or carries what does."""
    return _predicates(parse, at) or _carried(parse, at) is not None


def _predicates(parse: Parse, at: int) -> bool:
    """Whether a word is a predicate: a verb, a noun that tells a deed, or a word with a copula or a subject."""
    if parse.words[at].upos in ("VERB", "AUX") or parse.tells(at):
        return True
    said_of = parse.first(at, "cop", "nsubj") is not None
    return said_of or (parse.words[at].upos == "ADJ" and bool(parse.sense(at)[1]))


def _rank(parse: Parse, at: int) -> int:
    """0 for a predicate with its own subject, 1 for another verb, 2 for a noun that tells a deed, 3 for the rest."""
    if parse.label(at) in ("acl", "advcl"):
        return 3
    if parse.first(at, "nsubj", "cop") is not None or parse.words[at].label == "root":
        return 0
    return 1 if parse.words[at].upos == "VERB" else 2 if parse.tells(at) else 3


def _settled(parse: Parse, at: int, inside: frozenset[int]) -> int:
    """The word that tells the event, where a predicate only carries it."""
    for _ in range(_DEEPEST):
        below = _carried(parse, at)
        if below is None or below not in inside:
            break
        at = below
    return at


def _carried(parse: Parse, at: int) -> int | None:
    """What a word carries and gives way to, if it is one that only carries."""
    operates = parse.known(at, *_OPERATORS)
    to_come = next((i for i in parse.of(at, "acl") if parse.to_come(i)), None)
    if to_come is not None:
        return to_come
    if operates or parse.known(at, "have") or parse.known(at, "phase"):
        for child in parse.of(at, "xcomp", "ccomp", "csubj"):
            if parse.words[child].upos in ("VERB", "NOUN", "ADJ"):
                return child
    if operates:
        found = [i for i in parse.of(at, "advcl", "acl") if _is_of(parse, i)]
        found += [i for i in parse.of(at, "obj", "obl", "nmod") if parse.tells(i) or parse.known(i, *_OPERATORS)]
        if found:
            return found[0]
    if parse.known(at, "light") or parse.words[at].lemma == "be":
        return _noun(parse, at)
    return None


def _is_of(parse: Parse, at: int) -> bool:
    return any(parse.forms[i] in ("of", "to", "from", "that") for i in parse.of(at, "mark"))


def _noun(parse: Parse, at: int) -> int | None:
    """The noun that a light verb or “there is” carries; fire is opened."""
    if parse.words[at].lemma == "be" and parse.first(at, "expl") is None:
        return None
    nouns = parse.of(at, "obj", "nsubj:pass") if parse.words[at].lemma != "be" else parse.of(at, "nsubj")
    return next((i for i in nouns if parse.tells(i)), None)
