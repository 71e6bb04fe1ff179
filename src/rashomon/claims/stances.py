"""Whether an event is said to take place: polarity, modality and tense, from the words around its predicate.

The words that hang on the predicate count (“did not”, “may”, “allegedly”, “no one”), and so do those that it
hangs on (“denied that”, “plans to”, “refused to”), up to where its clause is no more than a part of another.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.claims.predicates import Parse
from rashomon.model import Modality, Polarity, Tense

_OPERATORS: tuple[tuple[str, Modality], ...] = (
    ("plans", "planned"),
    ("doubts", "possible"),
    ("alleges", "unverified"),
    ("demands", "demanded"),
)
_WEIGHT: tuple[Modality, ...] = ("actual", "planned", "possible", "demanded", "conditional", "unverified")
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "obj", "nmod", "acl", "advcl", "obl", "parataxis", "nsubj"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "csubj"})
_OF = frozenset({"of", "to", "from", "for", "that"})
_DEEPEST = 8  # steps up from a predicate


class _Stance:
    """What was gathered on the way up."""

    def __init__(self) -> None:
        self.denials = 0
        self.modality: Modality = "actual"
        self.ahead = False

    def raises(self, modality: Modality) -> None:
        self.modality = max(self.modality, modality, key=_WEIGHT.index)


def stance(parse: Parse, at: int) -> tuple[Polarity, Modality, Tense | None]:
    """The polarity, modality and tense of the event that a word tells."""
    found = _Stance()
    _own(parse, at, found)
    if parse.to_come(at) or _is_to(parse, at):
        found.raises("planned")
    for below, above, by in _above(parse, at):
        if by == "conj":
            _auxiliaries(parse, above, found)
        else:
            _operator(parse, above, found)
            if parse.to_come(above):
                found.raises("planned")
            _own(parse, above, found, below=below)
    if found.modality in ("planned", "demanded"):
        found.ahead = True
    return ("denied" if found.denials % 2 else "affirmed"), found.modality, _tense(parse, at, ahead=found.ahead)


def _above(parse: Parse, at: int) -> Iterator[tuple[int, int, str]]:
    """The words that turn what a word tells, from the nearest up: what hangs on each, it, and the relation."""
    for _ in range(_DEEPEST):
        head, label = parse.words[at].head, parse.label(at)
        if head < 0:
            return
        if label == "conj":
            if parse.first(at, "nsubj", "aux") is None:
                yield at, head, "conj"
        elif not _turned(parse, at, head, label):
            return
        else:
            yield at, head, label
        at = head


def _turned(parse: Parse, at: int, head: int, label: str) -> bool:
    """Whether a word is a complement of its head, so that the head says how it is told."""
    if parse.words[at].label == "acl:relcl" or label not in _COMPLEMENTS:
        return False
    if label in _CLAUSAL:
        return True
    if label in ("advcl", "acl", "nmod", "obl"):
        marks = {parse.forms[i] for i in parse.of(at, "mark", "case")}
        return _operates(parse, head) and bool(marks & _OF or label == "acl" or not marks)
    if label == "nsubj":
        return parse.words[at].label == "nsubj:pass" or parse.words[head].lemma == "be" or parse.known(head, "doubts")
    return _operates(parse, head) or parse.known(head, "light", "phase", "verifies")


def _operates(parse: Parse, at: int) -> bool:
    return parse.known(at, "denies", *(name for name, _ in _OPERATORS))


def _operator(parse: Parse, at: int, found: _Stance) -> None:
    """What a word says of what hangs on it."""
    if parse.known(at, "denies"):
        found.denials += 1
    for name, modality in _OPERATORS:
        if parse.known(at, name):
            found.raises(modality)


def _own(parse: Parse, at: int, found: _Stance, below: int | None = None) -> None:
    """What the words that hang on a predicate say of it; ``below`` is the one that was looked at before."""
    _auxiliaries(parse, at, found)
    for child in parse.children[at]:
        label = parse.label(child)
        if child == below:
            continue
        if parse.known(child, "yet") and parse.known(at, "have", "was") and below is not None:
            found.denials += 1
        elif label in ("advmod", "amod", "case"):
            _adverb(parse, child, found)
        elif label == "parataxis" and parse.known(child, "denies", "alleges") and below is None:
            _operator(parse, child, found)
        elif label in ("nsubj", "obj", "det") and _is_nobody(parse, child):
            found.denials += 1
        elif label == "advcl" and _is_if(parse, child):
            found.raises("conditional")
    if _is_if(parse, at):
        found.raises("conditional")
    if parse.known(at, "verifies") and found.denials:
        found.denials, found.modality = 0, "unverified"


def _is_to(parse: Parse, at: int) -> bool:
    """“The delegations are to meet”."""
    to = any(parse.known(i, "to") for i in parse.of(at, "mark"))
    return to and any(parse.lemma(i) == "be" for i in parse.of(at, "cop", "aux") if parse.forms[i] != "be")


def _adverb(parse: Parse, at: int, found: _Stance) -> None:
    if parse.known(at, "without"):
        found.denials += 1
    elif not parse.known(at, "not"):
        for name, modality in _OPERATORS:
            if parse.known(at, name) and parse.first(at, "advmod") is None:  # a “well-planned” deed may be done
                found.raises(modality)


def _is_nobody(parse: Parse, at: int) -> bool:
    """“No one”, “none of them”, “no ship”, and the “no” itself."""
    return parse.known(at, "nobody") or any(parse.known(i, "nobody") for i in parse.of(at, "det"))


def _is_if(parse: Parse, at: int) -> bool:
    return any(parse.known(i, "if") for i in parse.of(at, "mark"))


def _auxiliaries(parse: Parse, at: int, found: _Stance) -> None:
    """“Not”, “will”, “may”, “should” on a predicate."""
    denied = sum(parse.known(i, "not") and parse.label(i) in ("advmod", "aux") for i in parse.children[at])
    found.denials += denied
    for aux in parse.of(at, "aux"):
        form = parse.forms[aux]
        if parse.known(aux, "will"):
            found.ahead = True
            found.raises("planned")
        elif parse.known(aux, "would"):
            found.raises("conditional" if any(parse.known(i, "have") for i in parse.of(at, "aux")) else "planned")
        elif parse.known(aux, "must"):
            found.raises("demanded")
        elif parse.known(aux, "may") and not (denied and form in ("can", "could", "ca")):
            found.raises("possible")


def _tense(parse: Parse, at: int, *, ahead: bool) -> Tense | None:
    """When a predicate places what it tells, by its form and its auxiliaries."""
    if ahead:
        return "to come"
    helpers = [at, *parse.of(at, "aux", "cop")]
    tags = {parse.words[i].xpos for i in helpers}
    if "VBD" in tags or any(parse.known(i, "have", "was") for i in helpers[1:]):
        return "past"
    if tags & {"VBZ", "VBP", "VBG"}:
        return "now"
    return "past" if "VBN" in tags else None
