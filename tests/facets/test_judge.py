"""Whether two claims answer the same question."""

from __future__ import annotations

from rashomon.facets.judge import FEATURES, WEIGHTS, features, judge
from rashomon.facets.weights import weigh
from rashomon.model import Claim, Span
from tests.facets.made import claim, figure, said

SAME = "ferri sank collmoor sandbank tide low"


def values(*claims: Claim) -> dict[str, float]:
    return dict(zip(FEATURES, features(claims, weigh(claims), 0, 1), strict=True))


def score(*claims: Claim) -> float:
    return judge(claims, weigh(claims), 0, 1).score


def test_a_weight_for_each_feature() -> None:
    assert len(FEATURES) == len(WEIGHTS)


def test_features_of_a_pair() -> None:
    nine = figure("Nine boats.")
    a = claim("ferri sank", "a", figures=(nine,), attribution=said("Odo Brint"))
    b = claim("ferri sank tide", "b", figures=(nine,), attribution=said("Odo Brint"))
    found = values(a, b, claim("rest"))
    assert (found["overlap"], found["figure"], found["speaker"], found["size"]) == (1, 1, 1, 2)
    assert found["same report"] == 0
    assert 0 < found["words"] < 1


def test_nothing_in_common() -> None:
    found = values(claim("ferri sank", "a"), claim("tide low", "a", sentence=Span(5, 9)), claim("rest", "b"))
    assert {found[name] for name in FEATURES[:7]} == {0}
    assert found["same report"] == 1


def test_more_in_common_scores_higher() -> None:
    others = [claim(f"rest{n}", "c") for n in range(20)]
    first = claim(SAME, "a")
    near = [claim(text, "b") for text in (SAME, "ferri sank collmoor harbour crew fog", "mayor crew fog harbour")]
    scores = [score(first, second, *others) for second in near]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[2] < 0.2 < 0.5 < scores[0] < 1


def test_a_pair_scores_the_same_either_way() -> None:
    claims = [claim("ferri sank tide", "a"), claim("ferri tide low fog", "b"), claim("rest", "c")]
    weights = weigh(claims)
    assert judge(claims, weights, 0, 1).score == judge(claims, weights, 1, 0).score


def test_the_reason_names_the_rarest_shared_terms() -> None:
    claims = [claim("ferri =ship sank", "a"), claim("ferri =ship low", "b"), claim("ferri x", "c"), claim("ferri y")]
    assert judge(claims, weigh(claims), 0, 1).reasons == ("both mention ship, ferri",)
    assert judge(claims, weigh(claims), 0, 3).reasons == ("both mention ferri",)
