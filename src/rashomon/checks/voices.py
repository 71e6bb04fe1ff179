"""Voices: whether a summary and its article name the same speaker, as far as names and offices tell.

"The minister" and "Jane Doe" are one when the article gives Jane Doe that office.  Where nothing tells, the
answer is None, and no fault is found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.claims import namesakes
from rashomon.claims.cast import ARTICLE, Person
from rashomon.langs import Lexicon
from rashomon.text.sounds import sound
from rashomon.text.stems import stem

_WORD = re.compile(r"[^\W\d_]+(?:[’'.&][^\W_]+)*")
_PREFIX = 5  # letters that "Norland" and "Norlandic" share
_SPOKEN = re.compile(r"spokes(?:man|men|woman|women|person|people)$")
_ALIKE = ("lawyer", "judge", "doctor", "coach", "minister", "priest")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: the words, the surname where it is a person's, and the words that describe him, her or it.

    ``own`` are those of the words as written, ``known`` with what the article says of the person.
    ``head`` is the noun of the office or body; ``beside`` are the words of the sentences that name a person.
    """

    words: str
    surname: str | None
    head: str | None
    own: frozenset[str]
    known: frozenset[str]
    beside: frozenset[str] = frozenset()


def voice(words: str, people: Sequence[Person], lexicon: Lexicon, sentences: Sequence[str] = ()) -> Voice:
    """A speaker's words with what the people of a text, and its sentences, tell of him or her."""
    bare = ARTICLE.sub("", words)
    surname = _surname(bare, people, lexicon)
    own = _described(bare, lexicon, surname)
    same = [p for p in people if surname and sound(p.name.split()[-1]) == sound(surname)]
    roles = frozenset(w for p in same for w in _described(p.role, lexicon, surname))
    naming = [s for s in sentences if surname and surname in s]
    beside = frozenset(word for s in naming for word in _described(s, lexicon, surname))
    return Voice(words, surname, None if surname else _head(bare, lexicon), own, own | roles, beside)


def same(a: Voice, b: Voice, others: Sequence[Voice]) -> bool | None:
    """Whether two speakers are one; None when nothing tells.  ``others`` are all speakers and people of the article."""
    if a.surname and b.surname:
        return sound(a.surname) == sound(b.surname) or a.surname in b.words or b.surname in a.words
    if a.surname or b.surname:
        named, unnamed = (a, b) if a.surname else (b, a)
        return _holds(named, unnamed, others)
    return _one_body(a, b, others)


def mentions(a: Voice, text: str, lexicon: Lexicon) -> bool:
    """Whether a text has the surname of a speaker, or all words of an office or a body."""
    if a.surname:
        return a.surname in text or any(sound(a.surname) == sound(w) for w in _WORD.findall(text) if w[0].isupper())
    return bool(a.own) and _shared(a.own, _described(text, lexicon, None)) == a.own


def is_medium(a: Voice, lexicon: Lexicon) -> bool:
    """Whether a speaker is a medium, which tells what others did and is no party."""
    return any(word.lower() in lexicon.grammar["medium"] for word in _WORD.findall(a.words))


def is_generic(a: Voice, lexicon: Lexicon) -> bool:
    """Whether a speaker is nobody in particular ("officials", "reports", "he")."""
    words = _WORD.findall(ARTICLE.sub("", a.words))
    plural = bool(words) and words[-1].islower() and words[-1].endswith("s") and not any(w[0].isupper() for w in words)
    return not a.surname and (plural or not a.own or a.words.lower() in lexicon.pronouns)


def _holds(named: Voice, office: Voice, others: Sequence[Voice]) -> bool | None:
    """Whether a person holds an office, or speaks for a body."""
    if not office.own:
        return None
    shared = _shared(office.own, named.known)
    held = office.head is not None and _has(office.head, named.known)
    if shared == office.own or (held and len(office.own) == 1):
        return True
    rivals = [o for o in others if o.surname and o.surname != named.surname]
    if any(len(_shared(office.own, o.known)) > len(shared) for o in rivals) or (
        office.head and not held and _is_person(office.head) and named.known - named.own
    ):
        return False
    if held or shared:
        return True
    if office.head and named.beside and not _shared(office.own, named.beside):
        return False
    told = any(o is not office and not o.surname and o.own == office.own for o in others)
    return False if told and named.known else None


def _one_body(a: Voice, b: Voice, others: Sequence[Voice]) -> bool | None:
    """Whether two unnamed speakers are one."""
    if not a.own or not b.own:
        return None
    shared = _shared(a.own, b.own)
    if shared in (a.own, b.own) or _shared(b.own, a.own) == b.own:
        return True
    if a.head and b.head and _alike(a.head, b.head):
        return not (a.own - {a.head} and b.own - {b.head} and len(shared) == 1)
    known = any(o.words != b.words and _shared(a.own, o.own) == a.own for o in others)
    if not shared:
        return False if known or (a.head and _is_person(a.head)) else None
    return False if known else None


def _surname(bare: str, people: Sequence[Person], lexicon: Lexicon) -> str | None:
    name = namesakes.core(bare, lexicon)
    if name:
        return re.sub(r"[’']s?$", "", name[-1])
    words = _WORD.findall(bare)
    if not words or not words[-1][0].isupper() or words[-1].lower() in lexicon.speaker_nouns:
        return None
    last = sound(words[-1])
    known = any(sound(p.name.split()[-1]) == last for p in people if p.name)
    titled = len(words) > 1 and words[-2].lower().strip(".") in lexicon.titles
    return words[-1] if known or titled else None


def _head(bare: str, lexicon: Lexicon) -> str | None:
    """The noun of an office or a body: the last one before "of", "for" or a comma."""
    before = re.split(r",| (?:of|for|in|at|with|from|on|who|to) ", bare)[0]
    words = [w.lower() for w in _WORD.findall(before)]
    nouns = [w for w in words if w in lexicon.speaker_nouns or w in lexicon.titles or _SPOKEN.search(w)]
    return _form(nouns[-1]) if nouns else None


def _described(words: str, lexicon: Lexicon, surname: str | None) -> frozenset[str]:
    """The telling words of an office or a body, one form for those of one meaning."""
    names = {surname.lower()} if surname else set()
    held = {re.sub(r"[’']s?$", "", w.lower()) for w in _WORD.findall(words)}
    return frozenset(_form(_kind(w, lexicon)) for w in held - names if w and w not in lexicon.stopwords)


def _kind(word: str, lexicon: Lexicon) -> str:
    return next((kind for kind in _ALIKE if word in lexicon.grammar[kind]), word)


def _form(word: str) -> str:
    word = _SPOKEN.sub("spokesperson", word)
    return stem("defense" if word == "defence" else word)


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= _PREFIX and a[:_PREFIX] == b[:_PREFIX])


def _has(word: str, held: frozenset[str]) -> bool:
    return any(_alike(word, other) for other in held)


def _shared(words: frozenset[str], held: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if _has(word, held))


_PERSONS = frozenset(
    map(
        _form,
        "spokesman president minister secretary mayor governor chief judge prosecutor lawyer attorney analyst expert"
        " professor coach captain director chairman chairwoman senator ambassador general commander mother father"
        " brother sister wife husband witness economist activist leader head priest bishop pope king queen".split(),
    )
)


def _is_person(head: str) -> bool:
    return head in _PERSONS
