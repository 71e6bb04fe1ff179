"""What a sentence's tree tells of its figures, from parses made by hand."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.claims.counted import refined
from rashomon.claims.figures import figures
from rashomon.model import Figure
from rashomon.text import tokens
from tests.claims.test_parts import parsed

LEXICON = langs.load("en")


KILLED = "were/AUX/7/aux:pass killed/VERB/0/root"
HURT = "over/ADV/7/advmod 30/NUM/8/nummod others/NOUN/10/nsubj:pass were/AUX/10/aux:pass wounded/VERB/4/conj"


def told(spec: str) -> list[Figure]:
    """The figures of a sentence that was parsed by hand, refined."""
    text, sentence = parsed(spec)
    return [refined(figure, sentence, text, LEXICON) for figure in figures(tokens(text), LEXICON)]


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        # nothing behind the noun is counted
        ("Several/ADJ/2/amod boats/NOUN/3/nsubj caught~catch/VERB/0/root fire/NOUN/3/obj", [("boats", ("hit",))]),
        ("Nine/NUM/2/nummod boats/NOUN/4/nsubj also/ADV/4/advmod sank/VERB/0/root", [("boats", ())]),
        # but a participle before it, and what a hyphen joins, is
        (
            "Nine/NUM/3/nummod damaged/VERB/3/amod boats/NOUN/4/nsubj left/VERB/0/root",
            [("boats", ("hit",))],
        ),
        # both of two beside each other
        (
            f"Ten/NUM/2/nummod rebels/NOUN/7/nsubj:pass and/CCONJ/5/cc four/NUM/5/nummod soldiers/NOUN/2/conj {KILLED}",
            [("rebels", ("killed",)), ("soldiers", ("killed",))],
        ),
        # a subject's own verb, not that of the clause before
        (
            f"Nine/NUM/2/nummod people/NOUN/4/nsubj:pass were/AUX/4/aux:pass killed/VERB/0/root and/CCONJ/10/cc {HURT}",
            [("people", ("killed",)), ("", ("injured",))],
        ),
        # who does is not done to
        (
            "Nine/NUM/2/nummod officers/NOUN/3/nsubj arrested/VERB/0/root him/PRON/3/obj",
            [("officers", ())],
        ),
    ],
)
def test_what_is_counted_and_what_happened_to_it(spec: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(figure.noun, figure.scope) for figure in told(spec)] == expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Orm/PROPN/2/nsubj launched/VERB/0/root nine/NUM/4/nummod drones/NOUN/2/obj", ("orm",)),
        (
            "Nine/NUM/2/nummod drones/NOUN/0/root launched/VERB/2/acl by/ADP/5/case Orm/PROPN/3/obl:agent",
            ("orm",),
        ),
        ("Ormish/ADJ/2/amod guns/NOUN/3/nsubj damaged/VERB/0/root nine/NUM/5/nummod boats/NOUN/3/obj", ("ormish",)),
        # a day does nothing
        ("Sunday/PROPN/2/compound storms/NOUN/3/nsubj damaged/VERB/0/root nine/NUM/5/nummod boats/NOUN/3/obj", ()),
        # a capital letter at the beginning makes no name
        ("Storms/NOUN/2/nsubj damaged/VERB/0/root nine/NUM/4/nummod boats/NOUN/2/obj", ()),
        ("Nine/NUM/2/nummod boats/NOUN/4/nsubj:pass were/AUX/4/aux:pass damaged/VERB/0/root", ()),
    ],
)
def test_who_did_it(spec: str, expected: tuple[str, ...]) -> None:
    assert told(spec)[0].by == expected


@pytest.mark.parametrize(
    ("spec", "label"),
    [
        ("three/NUM/2/nummod boats/NOUN/3/obl adrift/ADV/0/root", "three boats"),
        ("nine/NUM/2/nummod weeks/NOUN/0/root laid/VERB/2/acl out/ADP/3/compound:prt", "nine weeks"),
        ("two/NUM/2/nummod boats/NOUN/0/root", "two boats"),
    ],
)
def test_the_label_ends_with_the_noun(spec: str, label: str) -> None:
    text, _ = parsed(spec)
    (figure,) = told(spec)
    assert figure.label == label == text[figure.span.start : figure.span.end]


def test_a_tree_that_tells_nothing_changes_nothing() -> None:
    text, sentence = parsed("nine/NUM/2/dep boats/NOUN/0/root were/AUX/2/dep damaged/VERB/2/dep")
    (figure,) = figures(tokens(text), LEXICON)
    assert refined(figure, sentence, text, LEXICON) == figure
