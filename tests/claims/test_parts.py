"""Places and persons of a clause, from parses made by hand."""

from __future__ import annotations

from typing import cast

import pytest

from rashomon import langs
from rashomon.claims.parts import persons, places
from rashomon.model import Entity, EntityKind, ReadSentence, ReadWord, Span

LEXICON = langs.load("en")


def parsed(spec: str) -> tuple[str, ReadSentence]:
    """A sentence from its words, each "form/tag/head/label", with "/LOC" or "/PER" behind a name's; heads count from 1.

    A mark is written alone.  The lemma stands behind "~" where it is not the form.  A name is a run of words of
    one kind.  "_" is a line break.
    """
    text, words, entities, before = "", [], list[Entity](), ""
    for piece in spec.split():
        told, upos, head, label, kind, *_ = [*(f"{piece}/PUNCT/1/punct" if piece in ",." else piece).split("/"), ""]
        form, _, lemma = told.partition("~")
        text += "" if form in ",." or not text else "\n" if form.startswith("_") else " "
        start, form = len(text), form.lstrip("_")
        text += form
        words.append(ReadWord(start, len(text), lemma or form.lower(), upos, "", int(head) - 1, label))
        if kind and kind == before:
            entities.append(entities.pop()._replace(end=len(text)))
        elif kind:
            entities.append(Entity(start, len(text), cast(EntityKind, kind)))
        before = kind
    return text, ReadSentence(Span(0, len(text)), tuple(words), tuple(entities))


SANK = "The/DET/2/det ferry/NOUN/3/nsubj sank~sink/VERB/0/root"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (f"{SANK} in/ADP/5/case Orm/PROPN/3/obl/LOC .", [("Orm", "in", "sink")]),
        (f"{SANK} Near~near/ADP/6/case Port/PROPN/6/compound/LOC Orm/PROPN/3/obl/LOC", [("Port Orm", "near", "sink")]),
        # the words are the text's own
        (f"{SANK} near/ADP/5/case Port/PROPN/3/obl/LOC _Orm/PROPN/5/flat/LOC", [("Port\nOrm", "near", "sink")]),
        (
            "The/DET/2/det harbour/NOUN/5/nsubj at/ADP/4/case Orm/PROPN/2/nmod/LOC burned~burn/VERB/0/root",
            [("Orm", "at", "harbour")],
        ),
        (
            f"{SANK} in/ADP/5/case Orm/PROPN/3/obl:unmarked/LOC near/ADP/7/case Fenwick/PROPN/5/nmod/LOC",
            [("Orm", "in", "sink"), ("Fenwick", "near", "orm")],
        ),
        # the second of two has no preposition of its own
        (
            f"{SANK} near/ADP/5/case Orm/PROPN/3/obl/LOC and/CCONJ/7/cc Fenwick/PROPN/5/conj/LOC",
            [("Orm", "near", "sink")],
        ),
        # no preposition of place, none at all, or no place
        ("The/DET/2/det harbour/NOUN/5/nsubj of/ADP/4/case Orm/PROPN/2/nmod/LOC burned/VERB/0/root", []),
        ("Orm/PROPN/2/nsubj/LOC burned/VERB/0/root", []),
        ("The/DET/2/det ferry/NOUN/3/nsubj hit/VERB/0/root Orm/PROPN/3/obj/LOC", []),
        (f"{SANK} in/ADP/5/case Anna/PROPN/3/obl/PER Berger/PROPN/5/flat/PER", []),
        (f"{SANK} in/ADP/5/case fog/NOUN/3/obl", []),
        ("In/ADP/2/case Orm/PROPN/0/root/LOC", []),
        ("", []),
    ],
)
def test_places(spec: str, expected: list[tuple[str, str, str]]) -> None:
    text, sentence = parsed(spec)
    found = places(sentence, sentence.span, text, LEXICON)
    assert [tuple(place[:3]) for place in found] == expected
    assert all(place.name in text for place in found)


BEHIND = f"{SANK} in/ADP/5/case Orm/PROPN/3/obl/LOC ,"


@pytest.mark.parametrize(
    ("spec", "inside"),
    [
        (f"{BEHIND} Northshire/PROPN/5/appos/LOC .", ("Northshire",)),
        (f"{BEHIND} Northshire/PROPN/5/appos/LOC , Marland/PROPN/7/appos/LOC .", ("Northshire", "Marland")),
        (f"{BEHIND} police/NOUN/9/nsubj in/ADP/8/case Fenwick/PROPN/6/nmod/LOC say/VERB/3/parataxis", ()),
        (f"{SANK} in/ADP/5/case Orm/PROPN/3/obl/LOC .", ()),
    ],
)
def test_what_a_place_lies_in(spec: str, inside: tuple[str, ...]) -> None:
    text, sentence = parsed(spec)
    assert places(sentence, sentence.span, text, LEXICON)[0].inside == inside


ANNA = "Anna/PROPN/{}/compound/PER Berger/PROPN/{}/{}/PER"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        # behind the name
        (
            f"{ANNA.format(2, 7, 'nsubj')} , the/DET/6/det harbour/NOUN/6/compound master/NOUN/2/appos ran/VERB/0/root",
            "the harbour master",
        ),
        (
            f"{ANNA.format(2, 7, 'nsubj')} , master/NOUN/2/appos of/ADP/6/case Orm/PROPN/4/nmod/LOC spoke/VERB/0/root",
            "master of Orm",
        ),
        (  # what a relative clause adds is left
            f"{ANNA.format(2, 8, 'nsubj')} , the/DET/5/det master/NOUN/2/appos who/PRON/7/nsubj left/VERB/5/acl:relcl",
            "the master",
        ),
        (  # white space is one space
            f"{ANNA.format(2, 6, 'nsubj')} , harbour/NOUN/5/compound _master/NOUN/2/appos ran/VERB/0/root",
            "harbour master",
        ),
        # before the name
        (
            f"The/DET/3/det harbour/NOUN/3/compound master/NOUN/7/nsubj , {ANNA.format(6, 3, 'appos')} ran/VERB/0/root",
            "The harbour master",
        ),
        (
            f"Master/NOUN/4/nsubj {ANNA.format(3, 1, 'flat')} spoke/VERB/0/root",
            "Master",
        ),
        # as a title
        (
            f"Harbour/NOUN/2/compound master/NOUN/4/compound {ANNA.format(4, 5, 'nsubj')} spoke/VERB/0/root",
            "Harbour master",
        ),
        (
            f"harbour/NOUN/2/compound master/NOUN/4/nmod:desc {ANNA.format(4, 5, 'nsubj')} spoke/VERB/0/root",
            "harbour master",
        ),
        # by "is"
        (
            f"{ANNA.format(2, 6, 'nsubj')} is/AUX/6/cop the/DET/6/det harbour/NOUN/6/compound master/NOUN/0/root .",
            "the harbour master",
        ),
        (  # the link is needed
            f"{ANNA.format(2, 5, 'nsubj')} the/DET/5/det harbour/NOUN/5/compound master/NOUN/0/root",
            None,
        ),
        # not at all
        (f"{ANNA.format(2, 3, 'nsubj')} spoke/VERB/0/root", None),
        (f"{ANNA.format(2, 0, 'root')}", None),
        (f"{ANNA.format(2, 4, 'nsubj')} is/AUX/4/cop ill/ADJ/0/root", None),
        (f"The/DET/2/det quay/NOUN/3/nsubj hit/VERB/0/root {ANNA.format(5, 3, 'obj')}", None),
        # a name of one word
        ("Berger/PROPN/5/nsubj/PER , the/DET/4/det master/NOUN/1/appos spoke/VERB/0/root", None),
        # a description too long to be one
        (
            f"{ANNA.format(2, 5, 'nsubj')} , {'o' * 121}/NOUN/2/appos spoke/VERB/0/root",
            None,
        ),
        # no person
        (
            "Anna/PROPN/2/compound/ORG Berger/PROPN/6/nsubj/ORG , a/DET/5/det ship/NOUN/2/appos sank/VERB/0/root",
            None,
        ),
    ],
)
def test_persons(spec: str, expected: str | None) -> None:
    text, sentence = parsed(spec)
    found = persons(sentence, sentence.span, text)
    assert [tuple(person) for person in found] == ([("Anna Berger", expected)] if expected else [])


def test_only_the_names_of_the_clause() -> None:
    text, sentence = parsed(
        f"{SANK} in/ADP/5/case Orm/PROPN/3/obl/LOC , master/NOUN/9/compound "
        "Anna/PROPN/9/compound/PER Berger/PROPN/10/nsubj/PER said/VERB/3/parataxis"
    )
    cut = text.index(",")
    for clause, where, who in ((Span(0, cut), ["Orm"], []), (Span(cut + 2, len(text)), [], ["Anna Berger"])):
        assert [place.name for place in places(sentence, clause, text, LEXICON)] == where
        assert [person.name for person in persons(sentence, clause, text)] == who
