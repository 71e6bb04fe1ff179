"""How much terms say, and how near claims are."""

from __future__ import annotations

import math

import pytest

from rashomon.facets.weights import cosine, weigh
from rashomon.model import Span
from tests.facets.made import claim


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({"x": 1.0}, {"x": 1.0}, 1.0),
        ({"x": 1.0}, {"y": 1.0}, 0.0),
        ({}, {"y": 1.0}, 0.0),
        ({"x": 0.6, "y": 0.8}, {"x": 1.0}, 0.6),
    ],
)
def test_cosine(a: dict[str, float], b: dict[str, float], expected: float) -> None:
    assert cosine(a, b) == pytest.approx(expected)
    assert cosine(b, a) == cosine(a, b)


def test_vectors_have_length_one() -> None:
    weights = weigh([claim("ferri sank"), claim("ferri tide tide low"), claim("ferri")])
    assert [math.hypot(*vector.values()) for vector in weights.claims] == pytest.approx([1, 1, 1])


def test_what_every_claim_has_weighs_least() -> None:
    weights = weigh([claim("ferri sank"), claim("ferri tide"), claim("ferri tide")])
    assert weights.idf["ferri"] < weights.idf["tide"] < weights.idf["sank"]


def test_near() -> None:
    weights = weigh([claim("ferri sank"), claim("ferri sank"), claim("tide low"), claim("ferri low")])
    assert weights.near(0, 1) == pytest.approx(1)
    assert weights.near(0, 2) == 0
    assert 0 < weights.near(0, 3) < 1


def test_a_sentence_is_all_of_its_claims() -> None:
    whole = Span(0, 20)
    weights = weigh([claim("ferri sank", sentence=whole), claim("tide", sentence=whole), claim("ferri")])
    assert set(weights.sentences["r", whole]) == {"ferri", "sank", "tide"}


def test_no_claims() -> None:
    assert weigh([]).claims == ()
