"""One form for the inflected forms of a word."""

from __future__ import annotations

import pytest

from rashomon.text.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("ferry", "ferries", "ferry's"),
        ("flood", "floods", "flooding", "flooded"),
        ("passenger", "passengers", "passengers'"),
        ("rescue", "rescued", "rescues"),
        ("run", "running"),
    ],
)
def test_forms_of_one_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("a", "b"), [("harbour", "harbinger"), ("boat", "boot"), ("general", "generous")])
def test_different_words_keep_apart(a: str, b: str) -> None:
    assert stem(a) != stem(b)
