"""Whom a source stands for: "he", "Mr. Brint", "the mayor", "CGS" or "the letter" as the fullest name.

`Resolver.name` takes the words of a source, wherever these were found, and gives the speaker's name.
Its memory goes forward with the text: `Resolver.heard` is told who spoke, `Resolver.met` who was
the subject of a sentence in which nobody spoke.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rashomon.claims.cast import ARTICLE, Body, Cast, Person
from rashomon.langs import Lexicon

_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_APPOSED = re.compile(r"^(?:[^\W\d_]+[’']s )?([^,]+), (?:the )?([A-Z]{2,})$")  # "the land's navy, the ABC"
_ROLE = 4  # words of an office that stands for a person
_PAPER = 3  # words of a paper that stands for its issuer
_NEAR = 400  # characters over which "it" and "they" reach back
_RECENT = 6  # people who a pronoun may stand for
_LINKS = frozenset({"of", "for", "the", "and", "on", "in", "to"})
_ALIKE = ("lawyer", "judge", "doctor", "coach", "minister", "priest")


@dataclass(slots=True)
class Resolver:
    """The memory of a reader: the cast of the report and whom the last sentences spoke of."""

    text: str
    cast: Cast
    lexicon: Lexicon
    people: list[str] = field(default_factory=list)
    group: str | None = None
    group_at: int = 0

    def name(self, source: str, at: int) -> str:
        """The speaker that a source at a place of the text stands for; itself, without its article, when unknown."""
        pronoun = self._pronoun(source, at)
        if pronoun:
            return pronoun
        bare = _APPOSED.sub(r"\1, \2", ARTICLE.sub("", source))
        named = self._author(bare, at) or self._short(bare) or self._person(bare, at)
        if named:
            return named
        definite = source[:4].lower() == "the "
        return (self._office(bare, at) or self._paper(bare, at) or self._body(bare, at) if definite else None) or bare

    def heard(self, source: str, speaker: str, at: int) -> None:
        """Somebody has spoken."""
        if source.lower() not in self.lexicon.pronouns:
            self.met(speaker, at)

    def met(self, subject: str, at: int) -> None:
        """Somebody was the subject of a sentence."""
        if subject.lower() in self.lexicon.pronouns:
            return
        person = self._known(subject)
        if person:
            self.people = [person, *(p for p in self.people if p != person)][:_RECENT]
        else:
            self.met_group(subject, at)

    def met_group(self, subject: str, at: int) -> None:
        """A body or several people were the subject of a clause; a person is not remembered so."""
        if self._is_group(subject) and not self._known(subject):
            self.group, self.group_at = ARTICLE.sub("", subject), at

    def _is_group(self, subject: str) -> bool:
        noun = any(w.lower() in self.lexicon.speaker_nouns for w in _WORD.findall(subject))
        return noun or any(body.name in subject for body in self.cast.bodies)

    def _known(self, words: str) -> str | None:
        for person in self.cast.people:
            if person.name in words:
                before = words[: words.index(person.name)].split()
                titled = all(w.lower().strip(".") in self.lexicon.titles for w in before)
                return person.name if titled and len(before) == 1 and words.endswith(person.name) else words
        return None

    def _pronoun(self, source: str, at: int) -> str | None:
        kind = self.lexicon.pronouns.get(source.lower())
        group = self.group if at - self.group_at < _NEAR else None
        if kind == "person":
            fits = [p for p in self.people if self._sex(p) in {None, self._pronoun_sex(source)}]
            return next(iter(fits), source)
        if kind == "group":
            return group or next(iter(self.people), source)
        return group or source if kind == "body" else None

    def _pronoun_sex(self, source: str) -> str | None:
        return next((sex for sex in ("male", "female") if source.lower() in self.lexicon.grammar[sex]), None)

    def _sex(self, speaker: str) -> str | None:
        return next((p.sex for p in self.cast.people if p.sex and p.name in speaker), None)

    def _person(self, bare: str, at: int) -> str | None:
        """A short name as the full one: the last words of a name that the report gives in full."""
        words = [w for w in _WORD.findall(bare) if w.lower().strip(".") not in self.lexicon.titles]
        if not words or not all(w[0].isupper() for w in words):
            return None
        fits = [p for p in self.cast.people if _ends(p.name.split(), words)]
        best = self._nearest([p for p in fits if len(p.name.split()) > len(words)] or fits, at)
        return best.name if best and (len(words) == 1 or len(best.name.split()) > len(words)) else None

    @staticmethod
    def _nearest(fits: list[Person], at: int) -> Person | None:
        """The last one named before, else the first one behind."""
        earlier = [p for p in fits if p.at <= at]
        return earlier[-1] if earlier else next(iter(fits), None)

    def _office(self, bare: str, at: int) -> str | None:
        """“The mayor said”: the mayor whom the report names."""
        found = _WORD.findall(bare)
        words = [w.lower() for w in found]
        if not words or len(words) > _ROLE or not self._is_office(found):
            return None
        wanted = [self._alike(w) for w in words if w not in _LINKS]
        fits = [p for p in self.cast.people if p.role and set(wanted) <= self._role(p)]
        best = self._nearest(fits, at)
        if not best:
            return None
        longer = [p for p in self.cast.people if len(p.name) > len(best.name) and p.name.endswith(f" {best.name}")]
        return longer[0].name if longer else best.name

    def _is_office(self, words: list[str]) -> bool:
        """Whether words are an office and no proper name ("the Home Secretary", not "the CGS")."""
        titles, nouns = self.lexicon.titles, self.lexicon.speaker_nouns
        written = all(w.islower() or set(re.split(r"[’'-]", w.lower())) & (titles | nouns) for w in words)
        return written and not words[-1].isupper() and (words[-1].lower() in titles | nouns or "-" in words[-1])

    def _role(self, person: Person) -> set[str]:
        return {self._alike(w.lower()) for w in _WORD.findall(person.role)}

    def _alike(self, word: str) -> str:
        word = word.removesuffix("'s").removesuffix("’s")
        return next((kind for kind in _ALIKE if word in self.lexicon.grammar[kind]), word)

    def _author(self, bare: str, at: int) -> str | None:
        """“A statement by the firm”: the firm."""
        words = bare.split()
        for k in range(len(words) - 1):
            author = words[k + 1] in self.lexicon.grammar["author"] and words[k + 1] != "of"
            if words[k].lower() in self.lexicon.grammar["document"] and author and len(words) > k + 2:
                return self.name(" ".join(words[k + 2 :]), at)
        return None

    def _paper(self, bare: str, at: int) -> str | None:
        """“The letter said”: who wrote it, as far as the report has told."""
        words = bare.lower().split()
        if not words or len(words) > _PAPER or words[-1] not in self.lexicon.grammar["document"]:
            return None
        told = [p for p in self.cast.papers if p.noun == words[-1] and p.at < at]
        if not told:
            return None
        issuer = self.text[slice(*told[-1].issuer)]
        same = ARTICLE.sub("", issuer).lower() == bare.lower()
        return None if same else self.name(issuer, told[-1].issuer.start)

    def _short(self, bare: str) -> str | None:
        """“CGS”: the Coast Guard Service, by the brackets behind its name or by its first letters."""
        for body in self.cast.bodies:
            if body.short and bare in {body.short, body.name}:
                return f"{body.name} ({body.short})"
        if not (bare.isupper() and bare.isalpha() and len(bare) > 2):
            return None
        return next((f"{b.name} ({bare})" for b in self.cast.bodies if _initials(b) == bare), None)

    def _body(self, bare: str, at: int) -> str | None:
        """“The ministry said”: the ministry that was named last."""
        words = bare.split()
        if len(words) != 1:
            return None
        heads = self.lexicon.grammar["agency"] if bare == "agency" else {bare.lower()}
        fits = [b for b in self.cast.bodies if b.at < at and heads & {w.lower() for w in b.name.split()}]
        if fits:
            return self._short(fits[-1].name) or fits[-1].name
        named = self.group and any(w[0].isupper() for w in self.group.split())
        return self.group if named and bare in self.lexicon.grammar["generic"] else None


def _ends(full: list[str], short: list[str]) -> bool:
    return len(full) >= len(short) and full[-len(short) :] == short


def _initials(body: Body) -> str:
    return "".join(word[0] for word in body.name.split() if word.lower() not in _LINKS).upper()
