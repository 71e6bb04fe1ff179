"""Whether two claims tell of one event, and in what they are at odds about it.

Pure functions on what the parse gave (`rashomon.claims.events`); nothing here decides a relation by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from rashomon.langs import Lexicon
from rashomon.model import Claim, Event, Evidence, Participant, RelationKind, Report
from rashomon.text.stems import stem

Kind = Literal["polarity", "modality", "roles", "actor", "opposites"]
_CORE = ("agent", "patient", "recipient")
_ALIKE = 0.5  # similarity from which differences between two events count
_SAME_SENSE, _OPPOSED = 0.8, 0.6  # similarity of predicates by their classes; the same predicate has 1
_UNKNOWN = 0.4  # similarity of participants when no role is filled in both
_HELD = frozenset({"actual", "planned", "unverified"})  # modalities in which a denial contradicts


class AtOdds(NamedTuple):
    """In what two claims of one event are at odds, how that makes them stand to each other, and why."""

    kind: Kind
    relation: RelationKind
    reason: str


def same_event(a: Claim, b: Claim, lexicon: Lexicon) -> Evidence:
    """How much alike the events of two claims are, 0 to 1, by predicate and by who takes part in which role."""
    if a.event is None or b.event is None:
        return Evidence(0.0, ())
    predicate, why = _predicates(a.event, b.event, lexicon)
    shared = list(_shared(a.event, b.event, lexicon))
    taking = sum(alike for _, _, _, alike in shared) / len(shared) if shared else _UNKNOWN
    same = tuple(f"the same {role}: {one.words}" for role, one, _, alike in shared if alike)
    return Evidence(round(predicate * (0.5 + 0.5 * taking), 4), ((why,) if why else ()) + same)


def at_odds(a: Claim, b: Claim, reports: Mapping[str, Report], lexicon: Lexicon) -> AtOdds | None:
    """In what two claims are at odds about what they tell; None where they are not or tell of two events."""
    x, y = a.event, b.event
    if x is None or y is None or same_event(a, b, lexicon).score < _ALIKE:
        return None
    if not any(alike for _, _, _, alike in _shared(x, y, lexicon)) and not _crossed(x, y, lexicon):
        return None
    first, second = (_words(claim, reports) for claim in (a, b))
    return (
        _opposed(x, y, first, second, lexicon)
        or _polarity(x, y, first, second)
        or _modality(x, y, first, second)
        or _roles(x, y, first, second, lexicon)
    )


def _words(claim: Claim, reports: Mapping[str, Report]) -> str:
    return " ".join(reports[claim.report].text[slice(*claim.span)].split())


def _predicates(x: Event, y: Event, lexicon: Lexicon) -> tuple[float, str]:
    """How much alike two predicates are, and why."""
    if stem(x.predicate) == stem(y.predicate):
        return 1.0, f"both tell of “{x.predicate}”"
    if x.sense and x.sense == y.sense:
        return _SAME_SENSE, f"“{x.predicate}” and “{y.predicate}” tell the same"
    if _relation(x.sense, y.sense, lexicon):
        return _OPPOSED, f"“{x.predicate}” and “{y.predicate}” exclude each other"
    return 0.0, ""


def _relation(one: str, other: str, lexicon: Lexicon) -> RelationKind | None:
    """How two classes exclude each other."""
    for pair in lexicon.opposed_senses:
        if (one in pair.words and other in pair.others) or (other in pair.words and one in pair.others):
            return pair.relation
    return None


def _shared(x: Event, y: Event, lexicon: Lexicon) -> Iterator[tuple[str, Participant, Participant, float]]:
    """The core roles that both fill with more than a pronoun, and whether with the same."""
    for role in _CORE:
        one, other = (_filled(event, role, lexicon) for event in (x, y))
        if one and other:
            yield role, one, other, _alike(one, other, lexicon)


def _filled(event: Event, role: str, lexicon: Lexicon) -> Participant | None:
    found = next((p for p in event.participants if p.role == role), None)
    return found if found and found.head not in lexicon.pronouns and found.head not in lexicon.stopwords else None


def _alike(one: Participant, other: Participant, lexicon: Lexicon) -> float:
    """1 for the same head, by class or stem; 0.5 where only another word is in both; else 0."""
    if _key(one.head, lexicon) == _key(other.head, lexicon):
        return 1.0
    return 0.5 if _keys(one, lexicon) & _keys(other, lexicon) else 0.0


def _keys(one: Participant, lexicon: Lexicon) -> set[str]:
    words = (word.strip(".,'\"“”‘’").lower() for word in one.words.split())
    return {_key(word, lexicon) for word in words if word and word not in lexicon.stopwords}


def _key(word: str, lexicon: Lexicon) -> str:
    return lexicon.classes.get(word) or stem(word)


def _opposed(x: Event, y: Event, first: str, second: str, lexicon: Lexicon) -> AtOdds | None:
    relation = _relation(x.sense, y.sense, lexicon)
    if relation is None or x.polarity != y.polarity:
        return None
    return AtOdds(
        "opposites", relation, f"One says “{x.predicate}” (“{first}”), the other “{y.predicate}” (“{second}”)."
    )


def _polarity(x: Event, y: Event, first: str, second: str) -> AtOdds | None:
    if x.polarity == y.polarity or not {x.modality, y.modality} <= _HELD:
        return None
    said, denied = (first, second) if y.polarity == "denied" else (second, first)
    return AtOdds("polarity", "conflict", f"One says “{said}”, the other denies it: “{denied}”.")


def _modality(x: Event, y: Event, first: str, second: str) -> AtOdds | None:
    if {x.modality, y.modality} != {"actual", "planned"}:
        return None
    past = x if x.modality == "actual" else y
    ahead, done = (second, first) if past is x else (first, second)
    if past.tense != "past":
        return None
    return AtOdds("modality", "update", f"One says that it is to come, “{ahead}”, the other that it is so: “{done}”.")


def _roles(x: Event, y: Event, first: str, second: str, lexicon: Lexicon) -> AtOdds | None:
    """Who did it to whom: the two change places, or another one did it to the same."""
    if _crossed(x, y, lexicon):
        return AtOdds("roles", "conflict", f"Who did it to whom is the other way round: “{first}” and “{second}”.")
    agents = [(one, other, alike) for role, one, other, alike in _shared(x, y, lexicon) if role == "agent"]
    for one, other, alike in agents:
        if not alike:
            reason = f"One names “{one.words}” as the one who did it, the other “{other.words}”."
            return AtOdds("actor", "conflict", reason)
    return None


def _crossed(x: Event, y: Event, lexicon: Lexicon) -> bool:
    """Whether the agent of each is the patient of the other."""
    pairs = ((_filled(x, a, lexicon), _filled(y, b, lexicon)) for a, b in (("agent", "patient"), ("patient", "agent")))
    return all(one and other and _alike(one, other, lexicon) == 1.0 for one, other in pairs)
