"""Which pairs of texts are compared."""

from __future__ import annotations

import pytest

from rashomon import langs
from rashomon.copies.candidates import candidates
from rashomon.copies.texts import texts
from tests.reports import FERRY, TIDE, report

LEXICON = langs.load("en")
OTHER = "A choir of forty that had not sung since the flood filled the small church of Orm on the first Sunday of May."


def pairs(*words: str) -> list[tuple[int, int]]:
    made = texts([report(f"r{n}", text) for n, text in enumerate(words)], LEXICON)
    return candidates(list(made.values()), LEXICON)


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), []), ((FERRY,), []), ((FERRY, OTHER), []), ((FERRY, OTHER, FERRY), [(0, 2)]), ((FERRY, TIDE), [(0, 1)])],
)
def test_texts_that_share_something(words: tuple[str, ...], expected: list[tuple[int, int]]) -> None:
    assert pairs(*words) == expected


def test_what_very_many_print_makes_no_pairs_by_the_square() -> None:
    made = pairs(*[FERRY] * 120)
    assert {(n, n + 1) for n in range(119)} <= set(made)
    assert len(made) < 4 * 120
