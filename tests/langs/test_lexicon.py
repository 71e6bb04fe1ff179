"""The words of a language, as they are read."""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Iterable, Mapping
from importlib.resources import files

import pytest

from rashomon import langs
from rashomon.langs import Lexicon, Unit

LEXICON = langs.load()


def test_every_list_holds_something() -> None:
    assert [field.name for field in dataclasses.fields(LEXICON) if not getattr(LEXICON, field.name)] == []


@pytest.mark.parametrize("language", ["", "xx", "../en", "EN"])
def test_a_language_that_is_not_shipped(language: str) -> None:
    with pytest.raises(KeyError):
        langs.load(language)


def test_the_lexicon_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        LEXICON.language = "fr"  # type: ignore[misc]
    with pytest.raises(TypeError):
        LEXICON.numbers["gross"] = 144.0  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("reporting", "said", "say"),
        ("reporting", "tells", "tell"),
        ("numbers", "forty", 40.0),
        ("multipliers", "million", 1e6),
        ("vague", "dozens", (24.0, 99.0)),
        ("bounds_before", "more than", "more than"),
        ("bounds_before", "no fewer than", "at least"),
        ("bounds_after", "or more", "at least"),
        ("units", "km", Unit("m", 1000.0)),
        ("units", "$", Unit("USD", 1.0)),
        ("classes", "dead", "killed"),
        ("scopes", "killed", "killed"),
        ("times", "tuesday", "weekday"),
        ("pronouns", "she", "person"),
        ("modality", "will", "planned"),
    ],
)
def test_maps(name: str, word: str, expected: object) -> None:
    assert getattr(LEXICON, name)[word] == expected


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("abbreviations", "mr."),
        ("may_end", "a.m."),
        ("openers", "the"),
        ("stopwords", "of"),
        ("titles", "mayor"),
        ("speaker_nouns", "police"),
        ("speaker_nouns", "ceo"),
        ("not_speakers", "this"),
        ("parts", "including"),
        ("negations", "not"),
    ],
)
def test_words(name: str, word: str) -> None:
    assert word in getattr(LEXICON, name)


def words(lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    for field in dataclasses.fields(lexicon):
        held = getattr(lexicon, field.name)
        if isinstance(held, frozenset | Mapping):
            yield from ((field.name, word) for word in held)


def test_words_are_lower_case() -> None:
    assert [(name, word) for name, word in words(LEXICON) if word != word.lower()] == []


def test_no_form_is_listed_under_two_bases() -> None:
    """The later base would win in silence."""
    for name in ("reporting", "classes", "scopes", "times", "modality"):
        lines = (files("rashomon.langs") / "en" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        rows = [line.partition(":") for line in lines if line.strip() and not line.startswith("#")]
        forms = [form for _, _, all_forms in rows for form in sorted(set(all_forms.split()))]
        assert sorted({form for form in forms if forms.count(form) > 1}) == [], name


def test_scopes_are_classes() -> None:
    assert set(LEXICON.scopes) <= set(LEXICON.classes.values())


def test_what_may_end_a_sentence_is_an_abbreviation() -> None:
    assert LEXICON.may_end - LEXICON.abbreviations == set()


def test_questions_use_known_places_only() -> None:
    for key, form in LEXICON.questions.items():
        names = {name for _, name, _, _ in string.Formatter().parse(form) if name}
        assert names <= {"noun", "about", "speaker", "unit", "lead", "tail", "on", "case"}, key


def test_a_rarer_stem_weighs_more() -> None:
    assert 0 <= LEXICON.rarity["a"] < LEXICON.rarity["aarp"] < LEXICON.rarest
