"""Which figures answer one question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.facets.apart import settings
from rashomon.facets.quantities import alike, comparable, counted, of_two, one_kind, same_voice, scores
from rashomon.facets.weights import weigh
from tests.facets.made import LEXICON, figure, read, said


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Nine passengers were injured.", "Fourteen passengers were injured.", True),
        ("Nine passengers were injured.", "Fourteen were injured.", True),
        ("Nine people were killed.", "Nine people were injured.", False),
        ("Nine people were killed.", "Fourteen boats capsized.", False),
        ("Nine sailors were there.", "Nine passengers were there.", False),
        ("It is 12 km away.", "It is 20 miles away.", True),
        ("It is 12 km away.", "It took 12 hours.", False),
        ("It cost $5 million.", "It cost €5 million.", False),
        ("It cost $5 million.", "It cost 7 million dollars.", True),
        ("The load includes nine sheep.", "There were nine sheep.", False),
        ("The toll includes nine dead sailors.", "Nine sailors were killed.", False),
        ("Nine of those hurt are in hospital.", "Fourteen were hurt.", False),
        ("Nine of the injured are in hospital.", "Fourteen were injured.", False),
        # what two nouns share must be the head of one
        ("There were nine star systems.", "There were ten stars.", True),
        ("There were nine harbour boats.", "There were ten harbour walls.", False),
    ],
)
def test_comparable(a: str, b: str, expected: bool) -> None:
    assert comparable(figure(a), figure(b)) is expected
    assert comparable(figure(b), figure(a)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("nine boats", "ten boats", True), ("nine boats", "nine sheep", False), ("5 km away", "9 km away", True)],
)
def test_alike_in_claims_that_are_surely_of_one_thing(a: str, b: str, expected: bool) -> None:
    assert alike(figure(f"There were {a}."), figure(f"There were {b}.")) is expected


def test_a_bare_number_asks_nothing() -> None:
    _, claims = read("The crew chose seven, not nine boats.")
    assert [item.figure.low for item in counted(claims)] == [9]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Nine boats were damaged.", "Ten ships were hit.", True),
        ("Nine boats were damaged.", "Ten were damaged.", False),
        ("Nine boats were damaged.", "Ten boats were rescued.", False),
        ("There were nine boats.", "There were ten boats.", False),
    ],
)
def test_one_kind(a: str, b: str, expected: bool) -> None:
    assert one_kind(figure(a), figure(b)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Odo Brint", "harbour master Odo Brint", True),
        ("BRINT", "Odo Brint", True),
        ("Odo Brint", "Lise Hanning", False),
        ("police", "coast guard", False),
    ],
)
def test_same_voice(a: str, b: str, expected: bool) -> None:
    assert same_voice(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("A 37-year-old widow came.", "A 65-year-old man came.", True),
        ("A 37-year-old man came.", "A 65-year-old man came.", False),
        ("It took nine years.", "It took ten years of work.", False),
    ],
)
def test_measures_of_two_things(a: str, b: str, expected: bool) -> None:
    assert of_two(figure(a), figure(b)) is expected


def test_tolls_far_apart_are_rivals() -> None:
    assert _found("Nine people were killed in the harbour.", "Ninety people were killed in the harbour.", (None, None))


def _found(a: str, b: str, voices: tuple[str | None, str | None]) -> bool:
    reports, made = read(a, b)
    held = [replace(one, attribution=said(voice) if voice else None) for one, voice in zip(made, voices, strict=True)]
    known = {one.id: one for one in reports}
    return (0, 1) in scores(counted(held), held, weigh(held), {(0, 1): 0.9}, settings(held, known, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("many", "voices", "expected"),
    [
        ("Twenty", (None, None), True),
        ("Ninety", (None, None), False),
        ("Ninety", ("Marsh Council", None), False),
        ("Ninety", ("Marsh Council", "Fen Council"), False),  # they share a word
        ("Ninety", ("Marsh rebels", "Fen Council"), True),
        ("Ninety", ("Budapest", "Hungarian officials"), False),
    ],
)
def test_figures_far_apart_are_rivals_as_two_parties_only(
    many: str, voices: tuple[str | None, str | None], expected: bool
) -> None:
    boats = "boats were damaged in the harbour."
    assert _found(f"Nine {boats}", f"{many} {boats}", voices) is expected
