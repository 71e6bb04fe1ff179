"""Lemmas as edits, and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.lemmas import apply, script


@pytest.mark.parametrize(
    ("form", "lemma", "edit"),
    [
        ("ferry", "ferry", "0|"),
        ("Ferry", "ferry", "0|"),
        ("FERRY", "ferry", "0|"),
        ("boats", "boat", "1|"),
        ("Ferries", "ferry", "3|y"),
        ("sank", "sink", "3|ink"),
        ("swimming", "swim", "4|"),
        ("better", "good", ">good"),
        ("went", "go", ">go"),
        ("is", "be", ">be"),
        ("Brint", "Brint", "^0|"),
        ("Orms", "Orm", "^1|"),
        ("NATO", "NATO", "^0|"),
        ("U.S.", "U.S.", "^0|"),
        ("McOrm", "McOrm", "^0|"),
        ("n't", "not", "2|ot"),
        ("n’t", "not", "2|ot"),
        ("’s", "'s", "0|"),
        ("Odo’s", "Odo’s", "^0|"),
        ("12", "12", "0|"),
        ("ÉTATS", "état", "1|"),
        ("İlke", "İlke", "^0|"),
        (".", ".", "0|"),
        ("a", "an", "0|n"),
    ],
)
def test_edits(form: str, lemma: str, edit: str) -> None:
    assert script(form, lemma) == edit
    assert apply(edit, form) == lemma.replace("’", "'")


@pytest.mark.parametrize(
    ("edit", "form", "lemma"),
    [
        ("1|", "Piers", "pier"),
        ("3|y", "COPIES", "copy"),
        ("^1|", "Halms", "Halm"),
        (">be", "was", "be"),
        ("3|ink", "drank", "drink"),
    ],
)
def test_an_edit_serves_other_words(edit: str, form: str, lemma: str) -> None:
    assert apply(edit, form) == lemma


@pytest.mark.parametrize(
    ("edit", "form", "lemma"),
    [
        ("", "Sank", "sank"),
        ("|", "Sank", "sank"),
        ("x|y", "Sank", "sank"),
        ("-1|y", "Sank", "sank"),
        ("5|ink", "Sank", "sank"),
        ("4|", "Sank", "sank"),
        ("4|swim", "Sank", "swim"),
        ("^", "Sank", "Sank"),
        ("^9|x", "Sank", "Sank"),
        ("0|", "", ""),
        pytest.param(
            "²|x",
            "Sank",
            "sank",
        ),
        pytest.param(
            "9" * 5000 + "|x",
            "Sank",
            "sank",
        ),
    ],
)
def test_an_edit_that_does_not_fit(edit: str, form: str, lemma: str) -> None:
    assert apply(edit, form) == lemma


letters = st.text(st.characters(), max_size=12)
likely = st.text(st.sampled_from(list("aAbBsS'’|^>0İßéÉ")), max_size=8)


@settings(max_examples=200, deadline=None)
@given(letters | likely, letters | likely)
def test_an_edit_turns_the_form_into_the_lemma(form: str, lemma: str) -> None:
    assert apply(script(form, lemma), form) == lemma.replace("’", "'")


@settings(max_examples=100, deadline=None)
@given(likely, likely, likely)
def test_any_words_edit_fits_any_word(form: str, lemma: str, other: str) -> None:
    found = apply(script(form, lemma), other)
    assert found or not other or not lemma


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from(list("^>|09-xY ")), max_size=6), likely)
def test_no_edit_fails(edit: str, form: str) -> None:
    assert isinstance(apply(edit, form), str)
