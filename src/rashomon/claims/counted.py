"""What a figure counts, as a reader's dependencies tell: where the noun ends, what happened to it, and who did it.

The rules (`rashomon.claims.figures`) read words in a row.  The tree knows that in “several planes caught fire”
nothing behind “planes” is counted, that in “ten rebels and four soldiers were killed” both were, and that in
“Ruritania launched 80 drones” Ruritania did.  Relations are those of Universal Dependencies
(https://universaldependencies.org/u/dep/).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.langs import Lexicon
from rashomon.model import Figure, ReadSentence, ReadWord, Span

_JOINS = frozenset({"conj", "appos", "nummod", "flat", "compound", "advmod"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "conj", "nummod", "flat"})
_ENDS = frozenset({"VERB", "AUX", "ADV", "SCONJ", "PRON", "DET", "CCONJ"})
_TELLS = frozenset({"acl", "amod"})
_CLAUSES = frozenset({"xcomp", "advcl", "conj", "acl"})
_NAMES = frozenset({"compound", "amod", "flat", "nmod:poss"})
_STEPS = 6  # words up the tree from a number to its verb
_NEAR = 12  # words between a verb and its object


def refined(figure: Figure, sentence: ReadSentence, text: str, lexicon: Lexicon) -> Figure:
    """A figure of a sentence with what the sentence's tree tells of it; the same where it tells nothing."""
    tree = _Tree(sentence, text, lexicon)
    figure = _trimmed(figure, tree)
    top = tree.top(figure.span)
    if top is None or tree.is_whole(figure.span.start):
        return figure
    verb = tree.verb(top)
    scope = _scope(figure, tree, top, verb)
    happened = set(scope) - {"part"}
    if happened and verb is None:
        verb = tree.before(top, min(happened))
    return replace(figure, scope=scope, by=tree.doer(top, verb) if happened else ())


def _scope(figure: Figure, tree: _Tree, top: int, verb: int | None) -> tuple[str, ...]:
    """What happened to what is counted: what a participle on it says, the verb whose subject it is, what the rules
    found near it, or the verb whose object it is."""
    part = tuple(mark for mark in figure.scope if mark == "part")
    told = figure.scope[len(part) :]
    happened = tree.participle(top)
    if verb is not None and not happened and (not told or tree.is_subject(top, verb)):
        happened = tree.happened(verb, top)
    if happened:
        return *part, happened
    acts = verb is not None and tree.does(verb, top) and told == (tree.scope(verb),)
    return part if acts else figure.scope


def _trimmed(figure: Figure, tree: _Tree) -> Figure:
    """The figure without what stands behind its noun (“several planes caught”)."""
    if len(figure.counted) < 2 - bool(figure.unit) or figure.noun != figure.label[-len(figure.noun) :]:
        return figure
    start = figure.span.end - len(figure.noun)
    ends = [tree.words[i].start for i in tree.within(Span(start, figure.span.end)) if tree.ends_noun(i)]
    ends = [end for end in ends if tree.text[end - 1].isspace()]
    cut = min((end for end in ends if end > start or figure.unit), default=None)
    if cut is None:
        return figure
    noun = tree.text[start:cut].rstrip(" -")
    left = len(noun.split())
    if tree.text[start : figure.span.end].split() != figure.noun.split() or not (left or figure.unit):
        return figure
    label = (figure.label[: len(figure.label) - len(figure.noun)] + noun).rstrip(" -")
    span = Span(figure.span.start, start + len(noun) if noun else len(tree.text[:start].rstrip(" -")))
    return replace(figure, counted=figure.counted[:left], noun=noun, label=label, span=span)


@dataclass(frozen=True, slots=True)
class _Tree:
    """A sentence's words with their heads, and what the language knows of words."""

    sentence: ReadSentence
    text: str
    lexicon: Lexicon

    @property
    def words(self) -> tuple[ReadWord, ...]:
        """The words of the sentence."""
        return self.sentence.words

    def form(self, at: int) -> str:
        word = self.words[at]
        return self.text[word.start : word.end].lower()

    def label(self, at: int) -> str:
        return self.words[at].label.split(":")[0]

    def within(self, span: Span) -> list[int]:
        return [i for i, word in enumerate(self.words) if span.start <= word.start and word.end <= span.end]

    def below(self, at: int) -> Iterator[int]:
        return (i for i, word in enumerate(self.words) if word.head == at)

    def scope(self, at: int) -> str | None:
        return self.lexicon.scopes.get(self.lexicon.classes.get(self.form(at), ""))

    def ends_noun(self, at: int) -> bool:
        """Whether a word behind a noun is no part of it."""
        return self.words[at].upos in _ENDS and self.label(at) not in _BEFORE_NOUN

    def top(self, span: Span) -> int | None:
        """The word of a figure on which its others hang; None where there are several and no noun among them."""
        ids = self.within(span)
        tops = [i for i in ids if self.words[i].head not in ids]
        named = [i for i in tops if self.words[i].upos in {"NOUN", "PROPN", "NUM"}]
        return named[-1] if named else None

    def is_whole(self, start: int) -> bool:
        """Whether what starts here stands behind "of" ("52 out of 84")."""
        before = [i for i, word in enumerate(self.words) if word.end <= start]
        return bool(before) and self.form(before[-1]) in self.lexicon.grammar["of"]

    def is_subject(self, top: int, verb: int) -> bool:
        """Whether a figure, or the noun that it counts, is itself the subject before a verb."""
        noun = self.words[top].head if self.label(top) == "nummod" else top
        return self.label(noun) == "nsubj" and self.words[noun].head == verb and noun < verb

    def verb(self, top: int) -> int | None:
        """The verb whose subject or object a figure is, alone or beside others."""
        at = top
        for _ in range(_STEPS):
            head = self.words[at].head
            if head < 0:
                return None
            if self.label(at) in {"obj", "nsubj"} and self.words[head].upos == "VERB":
                return head if at < head or at - head <= _NEAR else None
            if self.label(at) not in _JOINS or self.words[head].upos == "VERB":
                return None
            at = head
        return None

    def before(self, top: int, scope: str) -> int | None:
        """The last verb of a scope before a figure that hangs on something else ("the most drones: 472")."""
        verbs = (i for i in range(top - 1, max(-1, top - _NEAR), -1) if self.words[i].upos == "VERB")
        return next((i for i in verbs if self.scope(i) == scope), None)

    def participle(self, top: int) -> str | None:
        """What a participle or a relative clause on the noun says (“42 people detained since”)."""
        found = (self.scope(i) for i in self.below(top) if self.label(i) in _TELLS and self.words[i].upos == "VERB")
        return next((scope for scope in found if scope), None)

    def does(self, verb: int, top: int) -> bool:
        """Whether what is counted is the doer: the subject before a verb that has an object."""
        active = any(self.words[i].label == "nsubj" and i <= verb for i in self.below(verb) if i <= verb)
        return active and top < verb and any(self.label(i) == "obj" for i in self.below(verb))

    def happened(self, verb: int, top: int) -> str | None:
        """The scope of a verb for its object or subject, or of the object that a subject has (“caught fire”)."""
        if self.does(verb, top):
            found = (self.scope(i) for i in self.below(verb) if self.label(i) == "obj")
            return next((scope for scope in found if scope), None)
        return self.scope(verb)

    def doer(self, top: int, verb: int | None) -> tuple[str, ...]:
        """The names of who did it: the verb's subject, or whom “by” names."""
        acts = [i for i in self.below(top) if self.label(i) in _TELLS and self.words[i].upos == "VERB"]
        at = acts[0] if acts else verb
        for _ in range(_STEPS):
            if at is None:
                return ()
            for i in self.below(at):
                agent = self.words[i].label == "obl:agent" or (
                    self.label(i) == "obl" and any(self.form(c) in self.lexicon.grammar["by"] for c in self.below(i))
                )
                subject = self.words[i].label == "nsubj" and i < at and i < top
                if agent or subject:
                    return self._names(i)
            at = self.words[at].head if self.label(at) in _CLAUSES and not acts else None
        return ()

    def _names(self, at: int) -> tuple[str, ...]:
        """The names in a noun phrase, in lower case."""
        ids, left = [at], [at]
        while left:
            left = [
                i for up in left for i in self.below(up) if self.label(i) in _NAMES or self.words[i].label in _NAMES
            ]
            ids += left
        named = (self.words[i] for i in sorted(ids) if self.words[i].upos != "NOUN")
        words = (self.text[word.start : word.end] for word in named)
        return tuple(w.lower() for w in words if w[:1].isupper() and w.lower() not in self.lexicon.times)
