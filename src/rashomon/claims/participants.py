"""Who and what takes part in an event, by role, from what hangs on its predicate and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.claims.predicates import Parse
from rashomon.model import Participant, Role, Span

_APART = frozenset({"punct", "parataxis", "advcl", "dep", "discourse"})
_BY_CASE: tuple[Role, ...] = ("recipient", "instrument", "cause", "purpose", "place", "manner")
_GOES_BEFORE = frozenset({"case", "mark", "cc", "punct"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def participants(parse: Parse, at: int) -> tuple[Participant, ...]:
    """The participants of the event that a word tells, in the order of the text."""
    found: dict[int, Role] = {}
    for child, role in (*_hanging(parse, at), *_beyond(parse, at, passive=_is_passive(parse, at))):
        if child != at and (role not in found.values() or role not in ("agent", "patient")):
            found.setdefault(_antecedent(parse, child, at), role)
    made = (_participant(parse, word, role) for word, role in sorted(found.items()))
    return tuple(one for one in made if one.words)


def _is_passive(parse: Parse, at: int) -> bool:
    word = parse.words[at]
    marked = any(parse.words[i].label in ("aux:pass", "nsubj:pass", "obl:agent") for i in parse.children[at])
    return marked or (word.xpos == "VBN" and parse.first(at, "aux") is None)


def _hanging(parse: Parse, at: int) -> Iterator[tuple[int, Role]]:
    """The words that hang on a predicate, each with its role."""
    noun = parse.words[at].upos in ("NOUN", "PROPN") and parse.first(at, "cop") is None
    for child in parse.children[at]:
        label, whole = parse.label(child), parse.words[child].label
        role: Role | None = None
        if whole == "nsubj:pass" or label == "obj":
            role = "patient"
        elif label == "nsubj":
            role = _subject(parse, at)
        elif label == "iobj":
            role = "recipient"
        elif label == "obl" or (label == "nmod" and noun):
            role = _by_case(parse, at, child, noun=noun)
        elif label == "advcl":
            role = _by_mark(parse, child)
        elif label == "advmod" and parse.forms[child].endswith("ly"):
            role = "manner"
        elif whole == "nummod" and parse.words[at].upos == "ADJ":
            role = "patient"
        if role:
            yield child, role
    if noun and parse.label(at) in ("obj", "nsubj") and parse.known(parse.words[at].head, "light"):
        carried = ((child, _by_case(parse, at, child, noun=True)) for child in parse.of(parse.words[at].head, "obl"))
        yield from ((child, role) for child, role in carried if role)


def _subject(parse: Parse, at: int) -> Role:
    """The role of a subject: of a copula and of verbs like “die” it undergoes what is told."""
    undergoes = parse.known(at, "undergo") and parse.first(at, "obj") is None
    verb = parse.words[at].upos == "VERB"
    return "agent" if verb and not undergoes and not _is_passive_participle(parse, at) else "patient"


def _is_passive_participle(parse: Parse, at: int) -> bool:
    """Headlines leave the auxiliary out: “Two killed in crash”."""
    return parse.words[at].xpos == "VBN" and parse.first(at, "aux", "obj") is None


def _by_case(parse: Parse, at: int, child: int, *, noun: bool) -> Role | None:
    """The role of a phrase by its preposition and its head."""
    if _is_time(parse, child):
        return "time"
    cases = list(parse.of(child, "case"))
    if parse.words[child].label == "obl:agent" or any(parse.known(i, "agent") for i in cases):
        return "agent"
    if parse.words[child].label == "obl" and not cases and not noun:  # “killed at least 12” is read so at times
        return "patient" if parse.first(at, "obj") is None and parse.words[at].upos == "VERB" else None
    if noun:
        if parse.words[child].label == "nmod:poss":
            return "patient" if parse.known(at, "undergo") else "agent"
        if any(parse.known(i, "target") for i in cases):
            return "patient"
    role: Role | None = next((role for role in _BY_CASE for i in cases if parse.known(i, role)), None)
    return None if role == "purpose" and parse.words[child].upos in ("NUM", "SYM") else role


def _is_time(parse: Parse, at: int) -> bool:
    form = parse.forms[at]
    return parse.known(at, "period") or (form.isdigit() and len(form) == 4)


def _by_mark(parse: Parse, at: int) -> Role | None:
    marks = list(parse.of(at, "mark", "advmod"))
    if any(parse.forms[i] == "to" for i in marks):
        return "purpose"
    if any(parse.known(i, "causes") for i in marks):
        return "cause"
    return "time" if any(parse.known(i, "times") for i in marks) else None


def _beyond(parse: Parse, at: int, *, passive: bool) -> Iterator[tuple[int, Role]]:
    """The subject that a predicate shares with what it hangs on."""
    undergoes: Role = "patient" if passive else _subject(parse, at) if parse.words[at].upos == "VERB" else "agent"
    below = at
    for _ in range(4):
        head, label = parse.words[below].head, parse.label(below)
        if head < 0 or parse.first(below, "nsubj") is not None:
            return
        if parse.label(below) == "acl" and parse.words[below].label != "acl:relcl":
            if parse.to_come(below) or not any(parse.known(i, "to") for i in parse.of(below, "mark")):
                yield head, undergoes
            return
        if parse.known(head, "light") and label in ("obj", "nsubj") and parse.words[below].label == "nsubj:pass":
            yield from ((i, role) for i, role in _hanging(parse, head) if role == "agent")
            return
        carried = label == "nmod" and parse.known(head, "denies", "alleges", "plans", "doubts")
        if not carried and label not in ("xcomp", "conj", "advcl", "obj", "parataxis", "ccomp"):
            return
        turned = label == "xcomp" or (label == "advcl" and parse.first(below, "mark") is not None)
        governor = parse.first(head, "obj", "iobj") if turned else None
        governor = parse.first(head, "nsubj") if governor is None else governor
        if governor is not None and governor != below:
            yield governor, undergoes
            return
        below = head


def _antecedent(parse: Parse, at: int, event: int) -> int:
    """What a relative pronoun stands for."""
    clause = event
    for _ in range(4):
        if parse.words[clause].label == "acl:relcl" and parse.forms[at] in _RELATIVE:
            return parse.words[clause].head
        if parse.words[clause].head < 0:
            break
        clause = parse.words[clause].head
    return at


def _participant(parse: Parse, at: int, role: Role) -> Participant:
    words = parse.words
    inside = _phrase(parse, at)
    span = Span(words[inside[0]].start, words[inside[-1]].end)
    last = max(parse.of(at, "flat"), default=at)
    head = words[last].lemma if words[at].upos != "NUM" else parse.forms[at]
    return Participant(role, " ".join(parse.text[slice(*span)].split()), head.lower(), span)


def _phrase(parse: Parse, at: int) -> list[int]:
    """A word and the unbroken run of what hangs on it, without the preposition and without clauses."""
    found, left = {at}, [at]
    while left:
        for child in parse.children[left.pop()]:
            label = parse.label(child)
            own = child != at and (label not in _APART and parse.words[child].label != "acl:relcl")
            if own and not (label in _GOES_BEFORE and parse.words[child].head == at and child < at):
                found.add(child)
                left.append(child)
    first = last = at
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    return list(range(first, last + 1))
