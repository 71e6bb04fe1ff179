"""Whether two claims answer the same question."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from typing import Any, get_args

import numpy as np
import pytest

from rashomon.facets import judge as module
from rashomon.facets import judging, matching
from rashomon.facets.judge import FEATURES, Additive, Judge, Model, additive, parsed
from rashomon.facets.keys import LAST, Candidates
from rashomon.facets.meanings import Meanings
from rashomon.facets.weights import weigh
from rashomon.model import Attribution, Claim, Span
from tests.facets.made import claim, figure, read, said, when
from tests.reports import report

SAME = "ferri sank collmoor sandbank tide low"
PLAIN = list(FEATURES)[: list(FEATURES).index("meaning")]
REST = [claim(f"rest{n}", "c") for n in range(20)]


def judged_by(claims: Sequence[Claim], seen: Meanings | None = None, words: Sequence[str] = ()) -> Judge:
    """A judge of these claims in reports of 100 characters, of which 10 are the headline; ``words`` are the claims'."""
    reports = {c.report: report(c.report, "x" * 100, body=10) for c in claims}
    return Judge(claims, weigh(claims), seen, reports, [one.split() for one in words] or [()] * len(claims))


def paired(judge: Judge, *pairs: tuple[int, int], ranks: tuple[int, int] = (0, 0)) -> Candidates:
    cosines = [judge.weights.near(a, b) for a, b in pairs]
    return Candidates(
        np.array(pairs, np.int64).reshape(-1, 2),
        np.array(cosines, np.float32),
        np.array([ranks] * len(pairs), np.int64).reshape(-1, 2),
    )


def values(judge: Judge, a: int = 0, b: int = 1, ranks: tuple[int, int] = (0, 0)) -> dict[str, float]:
    names = list(FEATURES) if judge.seen else PLAIN
    return dict(zip(names, judge.features(paired(judge, (a, b), ranks=ranks))[0].tolist(), strict=True))


NINE, TEN = figure("Nine boats."), figure("Ten boats.")
DIRECT = Attribution("Anna Berger", direct=True)
LATE = {"span": Span(50, 60), "sentence": Span(50, 60)}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({}, {}, {"overlap": 1, "smaller": 3, "larger": 3}),
        ({}, {"terms": "ferri low"}, {"overlap": 0.5, "smaller": 2, "larger": 3}),
        ({}, {"terms": "quay"}, {"overlap": 0, "words": 0, "rare": 0, "sentences": 0, "both": 0}),
        ({"terms": "ferri ferri"}, {"terms": "ferri"}, {"overlap": 1, "smaller": 1, "larger": 1}),
        ({}, {"terms": ""}, {"overlap": 0, "smaller": 0}),
        # names, word by word
        ({"names": ("Anna Berger",)}, {"names": ("Berger", "Orm")}, {"names": 1, "other names": 2}),
        ({"names": ("BERGER",)}, {"names": ("Berger",)}, {"names": 1, "other names": 0}),
        ({}, {"names": ("Orm",)}, {"names": 0, "other names": 1}),
        # figures, times
        ({}, {}, {"figure": 0, "time": 0}),
        ({"figures": (NINE,)}, {"figures": (TEN, NINE)}, {"figure": 1}),
        ({"figures": (NINE,)}, {"figures": (TEN,)}, {"figure": -1}),
        ({"figures": (NINE,)}, {"figures": (replace(NINE, unit="km"),)}, {"figure": -1}),
        ({"figures": (NINE,)}, {}, {"figure": -0.5}),
        ({"times": (when("noon"), when("Tuesday"))}, {"times": (when("Tuesday"),)}, {"time": 1}),
        ({"times": (when("noon"),)}, {"times": (when("Tuesday"),)}, {"time": -1}),
        ({}, {"times": (when("Tuesday"),)}, {"time": -0.5}),
        # voices
        ({}, {}, {"speaker": 1, "direct": 0}),
        ({"attribution": said("Anna Berger")}, {"attribution": said("Mrs Berger")}, {"speaker": 2, "direct": 0}),
        ({"attribution": said("Anna Berger")}, {"attribution": said("police")}, {"speaker": -1}),
        ({"attribution": said("Anna Berger")}, {}, {"speaker": 0}),
        ({"attribution": DIRECT}, {"attribution": DIRECT}, {"speaker": 2, "direct": 2}),
        ({"attribution": DIRECT}, {}, {"speaker": 0, "direct": 1}),
        # where they stand
        ({}, {}, {"apart": 0, "headline": 2}),
        ({}, LATE, {"apart": 0.5, "headline": 1}),
        (LATE, LATE, {"apart": 0, "headline": 0}),
        ({"span": Span(0, 10)}, {"span": Span(0, 11)}, {"headline": 1}),
    ],
)
def test_features_of_a_pair(a: dict[str, Any], b: dict[str, Any], expected: dict[str, float]) -> None:
    pair = [
        claim(**{"terms": "ferri sank tide", "at": "a", **a}),
        claim(**{"terms": "ferri sank tide", "at": "b", **b}),
    ]
    for told in (pair, pair[::-1]):
        found = values(judged_by([*told, *REST]))
        assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_words_of_claims_and_sentences() -> None:
    claims = [claim("ferri sank", "a"), claim("ferri tide", "b"), claim("sank", "b"), *REST]
    judge = judged_by(claims)
    found = values(judge)
    assert found["words"] == pytest.approx(judge.weights.near(0, 1), abs=1e-6)
    # "sank" stands in the sentence of the second claim too
    assert found["sentences"] == pytest.approx(judge.weights.context(claims[0], claims[1]))
    assert found["sentences"] > found["words"] > 0
    assert found["both"] == pytest.approx(math.sqrt(found["words"] * found["sentences"]), abs=1e-6)
    assert found["rare"] == pytest.approx(judge.weights.idf["ferri"])


@pytest.mark.parametrize(
    ("a", "b", "terms", "expected"),
    [
        ("the ferry sank off orm", "then the ferry sank near orm", "ferri sank", 3),
        ("the ferry sank", "sank ferry the", "ferri sank", 1),
        ("ferry ferry ferry", "ferry ferry", "ferri sank", 2),
        ("the ferry", "a quay", "ferri sank", 0),
        ("", "the ferry", "ferri sank", 0),
        ("the ferry sank", "the ferry sank", "ferri", 0),  # it takes two shared terms
    ],
)
def test_the_longest_run_of_words(a: str, b: str, terms: str, expected: int) -> None:
    claims = [claim(terms, "a"), claim(terms, "b"), *REST]
    assert values(judged_by(claims, words=[a, b, *[""] * len(REST)]))["run"] == expected
    assert values(judged_by(claims, words=[b, a, *[""] * len(REST)]))["run"] == expected


@pytest.mark.parametrize("ranks", [(0, 3), (3, 0), (2, 2), (LAST, 0)])
def test_ranks(ranks: tuple[int, int]) -> None:
    found = values(judged_by([claim("ferri", "a"), claim("ferri", "b")]), ranks=ranks)
    assert (found["nearest"], found["farthest"]) == (min(ranks), max(ranks))


X, Y = [1.0, 0.0], [0.0, 1.0]
XY = [0.6, 0.8]


def meant(a: Any, b: Any, words: Any, weights: Any) -> Meanings:
    """The meanings of two claims: (whole, bare, sentence, around) of each, and their words."""
    whole, bare, sentence, around = (np.array(pair, np.float32) for pair in zip(a, b, strict=True))
    told, held = (tuple(np.array(one, np.float32) for one in table) for table in (words, weights))
    return Meanings(whole, bare, sentence, around, told, held)


def test_features_of_meaning() -> None:
    seen = meant((X, X, X, XY), (X, XY, Y, XY), [[X, Y], [X, XY]], [[1, 3], [2, 2]])
    found = values(judged_by([claim("ferri", "a"), claim("tide", "b")], seen))
    assert [found[name] for name in ("meaning", "bare", "whole", "around")] == pytest.approx([1, 0.6, 0, 1])
    # by hand: X finds X (1) and Y finds XY (.8), with weights 1 and 3; X finds X (1) and XY finds Y (.8), with 2 and 2
    left, right = (1 + 3 * 0.8) / 4, (2 + 2 * 0.8) / 4
    assert [found["least"], found["most"]] == pytest.approx([left, right])
    assert found["aligned"] == pytest.approx(2 * left * right / (left + right))
    # the weight of the best of the first: .8² · 3 and 1² · 1, of at most three
    assert found["strongest"] == pytest.approx((0.64 * 3 + 1) / 3)


def test_the_strongest_are_three() -> None:
    seen = meant([X] * 4, [X] * 4, [[X, X, X, X, Y], [X]], [[1, 2, 3, 4, 5], [1]])
    assert values(judged_by([claim("ferri", "a"), claim("tide", "b")], seen))["strongest"] == pytest.approx(3)


def test_without_a_reader_the_features_end_before_meaning() -> None:
    seen = meant([X] * 4, [XY] * 4, [[X], [Y]], [[1], [1]])
    pair = [claim("ferri sank", "a"), claim("ferri low", "b")]
    plain, full = values(judged_by(pair)), values(judged_by(pair, seen))
    assert list(plain) == PLAIN
    assert list(full) == list(FEATURES)
    assert full | plain == full


def test_the_features_of_a_pair_are_the_same_either_way() -> None:
    seen = meant((X, XY, X, Y), (XY, XY, Y, Y), [[X, Y], [XY, XY]], [[1, 2], [1.5, 1.5]])
    a = claim("ferri sank tide", "a", names=("Orm",), figures=(NINE,), attribution=said("Anna Berger"))
    b = claim("tide low ferri", "b", times=(when("noon"),), **LATE)
    judge = judged_by([a, b], seen, ["the ferry sank", "a ferry sank low"])
    one, other = values(judge, 0, 1, (1, 4)), values(judge, 1, 0, (4, 1))
    # what the best matches weigh is asked of the first claim only
    assert {n: v for n, v in one.items() if n != "strongest"} == pytest.approx(
        {n: v for n, v in other.items() if n != "strongest"}
    )


def test_no_candidates() -> None:
    for seen in (None, meant([X] * 4, [X] * 4, [[X], [X]], [[1], [1]])):
        judge = judged_by([claim("ferri", "a"), claim("tide", "b")], seen)
        assert judge.features(paired(judge)).shape == (0, len(FEATURES) if seen else len(PLAIN))
        assert judge.scores(paired(judge)).shape == (0,)


@pytest.mark.parametrize(("value", "expected"), [(-9, 1), (0.5, 1), (0.500001, 2), (2, 2), (2.1, 3), (99, 3)], ids=str)
def test_a_value_on_an_edge_falls_left(value: float, expected: float) -> None:
    held = Additive(0, (("words", np.array([0.5, 2]), np.array([1.0, 2, 3])),))
    assert held.parts(np.array([[value]])).tolist() == [[expected]]


def test_each_feature_has_its_column() -> None:
    model = parsed(
        {
            "bias": -1.5,
            "steps": {"words": {"edges": [0.5], "values": [-1, 1]}, "rare": {"edges": [], "values": [0.25]}},
        }
    )
    assert (model.bias, [name for name, _, _ in model.steps]) == (-1.5, ["words", "rare"])
    assert model.parts(np.array([[0, 9], [1, 9]], np.float64)).tolist() == [[-1, 0.25], [1, 0.25]]
    assert model.parts(np.zeros((0, 2))).shape == (0, 2)
    assert Additive(0, ()).parts(np.zeros((3, 2))).shape == (3, 0)


def test_a_score_is_the_chance_that_the_parts_add_up_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def model(name: Model) -> Additive:
        asked.append(name)
        flat = {name: {"edges": [], "values": [0.0]} for name in (FEATURES if name == "read" else PLAIN)}
        steps = flat | {"overlap": {"edges": [0.4, 0.9], "values": [-2, 1, 3]}}
        return parsed({"bias": -1, "steps": steps})

    monkeypatch.setattr(module, "additive", model)
    claims = [claim("ferri sank", "a"), claim("ferri sank", "b"), claim("ferri low", "c"), claim("tide", "d")]
    same = np.array([X] * 4, np.float32)
    seen = Meanings(same, same, same, same, (same,) * 4, (np.ones(4, np.float32),) * 4)
    for held in (None, seen):
        judge = judged_by(claims, held)
        expected = [1 / (1 + math.exp(-total)) for total in (2, 0, -3)]
        assert judge.scores(paired(judge, (0, 1), (0, 2), (0, 3))).tolist() == pytest.approx(expected)
        assert judge.judge(paired(judge, (0, 1), (0, 2)), 1).score == pytest.approx(0.5)
    assert asked == ["plain", "plain", "read", "read"]


def test_more_in_common_scores_higher() -> None:
    near = [claim(text, "b") for text in (SAME, "ferri sank collmoor harbour crew fog", "mayor crew fog harbour")]
    judge = judged_by([claim(SAME, "a"), *near, *REST])
    found = judge.scores(paired(judge, (0, 1), (0, 2), (0, 3))).tolist()
    assert 1 > found[0] > found[1] > found[2] > 0
    assert found[0] > 0.5


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({}, {}, ("both mention ship, ferri",)),
        ({}, {"terms": "ferri low"}, ("both mention ferri",)),
        ({}, {"terms": "low"}, ()),
        ({"terms": "#9 sank"}, {"terms": "#9"}, ("both mention 9",)),
        ({"figures": (NINE,)}, {"figures": (NINE,)}, ("both mention ship, ferri", "they give the same figure")),
        ({"figures": (NINE,)}, {"figures": (TEN,)}, ("both mention ship, ferri",)),
        (
            {"times": (when("noon"),)},
            {"times": (when("noon"),)},
            ("both mention ship, ferri", "they name the same time"),
        ),
        (
            {"attribution": said("Anna Berger")},
            {"attribution": said("Berger")},
            ("both mention ship, ferri", "the same voice says both"),
        ),
    ],
)
def test_reasons(a: dict[str, Any], b: dict[str, Any], expected: tuple[str, ...]) -> None:
    pair = [claim(**{"terms": "ferri =ship", "at": "a", **a}), claim(**{"terms": "ferri =ship", "at": "b", **b})]
    judge = judged_by([*pair, claim("ferri", "c"), *REST])
    assert judge.judge(paired(judge, (0, 1)), 0).reasons == expected


def test_a_reason_names_at_most_four_terms() -> None:
    judge = judged_by([claim(SAME, "a"), claim(SAME, "b"), *REST])
    (reason,) = judge.judge(paired(judge, (0, 1)), 0).reasons
    assert reason == "both mention collmoor, ferri, low, sandbank"


@pytest.mark.parametrize(("cosine", "named"), [(0.71, True), (0.69, False)])
def test_meaning_is_a_reason(cosine: float, named: bool) -> None:
    other = [cosine, math.sqrt(1 - cosine**2)]
    judge = judged_by([claim("ferri", "a"), claim("tide", "b")], meant([X] * 4, [other] * 4, [[X], [X]], [[1], [1]]))
    assert judge.judge(paired(judge, (0, 1)), 0).reasons == (("they mean nearly the same",) if named else ())


def test_two_reports_read_from_texts() -> None:
    reports, told = read(
        "The ferry Marsh Lark ran aground off Orm at noon. Rain fell on the hills.",
        "Anna Berger said the ferry Marsh Lark ran aground off Orm at noon.",
    )
    judge, found = judging(reports, told, {})
    assert judge.seen is None
    ((a, b),) = found.pairs.tolist()
    assert (told[a].report, told[b].report) == ("a", "b")
    judged = judge.judge(found, 0)
    assert judged.score == pytest.approx(judge.scores(found)[0])
    assert judged.reasons[0].startswith("both mention ")
    assert judged.reasons[1:] == ("they share a run of words", "they name the same time")


SHIPPED = json.loads((files("rashomon.facets") / "judge.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "features"), [("read", list(FEATURES)), ("plain", PLAIN), ("details", list(matching.FEATURES))]
)
def test_the_shipped_model_has_a_step_function_for_each_feature(name: Model, features: list[str]) -> None:
    assert list(SHIPPED[name]["steps"]) == features
    model = additive(name)
    assert [step for step, _, _ in model.steps] == features
    assert model.bias == SHIPPED[name]["bias"]
    for _, edges, held in model.steps:
        assert len(held) == len(edges) + 1
        assert np.isfinite([*edges, *held]).all()
    assert set(SHIPPED) == set(get_args(Model))


def test_the_edges_of_the_shipped_model_rise() -> None:
    for model in SHIPPED.values():
        for name, step in model["steps"].items():
            assert all(a < b for a, b in pairwise(step["edges"])), name
