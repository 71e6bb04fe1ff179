"""Claims that say where something happened."""

from __future__ import annotations

import pytest

from rashomon.claims.gazetteer import gazetteer
from rashomon.facets.atlas import Atlas
from rashomon.facets.places import Sited, scores, sited
from rashomon.model import Located
from tests.facets.made import LEXICON, claim

ORM = Located("Orm", "in", "sink")
ATLAS = Atlas(
    [Located(name, "in", "") for name in ("Gothenburg", "Sweden", "Bombay", "Mumbai", "Augsburg")], gazetteer(), LEXICON
)


def test_sited() -> None:
    harbour = Located("Fenwick", "near", "harbour")
    told = [claim("ferri", places=(ORM, harbour)), claim("tide"), claim("quay", places=(ORM,))]
    assert sited(told) == (Sited(0, ORM), Sited(0, harbour), Sited(2, ORM))


@pytest.mark.parametrize(
    ("other", "score", "expected"),
    [
        # .1 for the name, .1 for the same word located
        (ORM, 0.5, 0.7),
        (Located("orm", "in", "sink"), 0.5, 0.7),
        (Located("Orm", "near", "sink"), 0.5, 0.7),
        (Located("Orm", "in", "burn"), 0.5, 0.6),
        (Located("Collmoor", "in", "sink"), 0.5, 0.6),
        (ORM, 0.95, 1.0),
        (ORM, 0.1, 0.3),
        # too far apart, or nothing alike
        (ORM, 0.09, None),
        (Located("Collmoor", "near", "run"), 0.9, None),
        (Located("Collmoor", "in", "burn"), 0.9, None),
    ],
)
def test_scores(other: Located, score: float, expected: float | None) -> None:
    found = scores([Sited(3, ORM), Sited(8, other)], {(3, 8): score}, ATLAS)
    assert found == pytest.approx({} if expected is None else {(0, 1): expected})


def test_what_is_located_must_be_known() -> None:
    here, there = Located("Orm", "in", ""), Located("Collmoor", "in", "")
    assert scores([Sited(0, here), Sited(1, there)], {(0, 1): 0.9}, ATLAS) == {}
    assert scores([Sited(0, here), Sited(1, here)], {(0, 1): 0.5}, ATLAS) == pytest.approx({(0, 1): 0.6})


def test_every_place_of_a_claim_is_compared() -> None:
    fenwick = Located("Fenwick", "near", "orm")
    items = [Sited(0, ORM), Sited(0, fenwick), Sited(1, ORM), Sited(1, fenwick), Sited(2, ORM)]
    assert scores(items, {(0, 1): 0.5}, ATLAS) == pytest.approx({(0, 2): 0.7, (1, 3): 0.7})
    assert scores(items, {}, ATLAS) == {}


def test_pairs_are_in_order_whatever_the_order_of_the_places() -> None:
    assert scores([Sited(8, ORM), Sited(3, ORM)], {(3, 8): 0.5}, ATLAS) == pytest.approx({(0, 1): 0.7})


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("Gothenburg", "Sweden", 0.6), ("Mumbai", "Bombay", 0.6), ("Gothenburg", "Augsburg", None)],
)
def test_one_place_and_places_in_one_another_are_alike(a: str, b: str, expected: float | None) -> None:
    found = scores([Sited(0, Located(a, "in", "sink")), Sited(1, Located(b, "near", "burn"))], {(0, 1): 0.5}, ATLAS)
    assert found == pytest.approx({} if expected is None else {(0, 1): expected})
