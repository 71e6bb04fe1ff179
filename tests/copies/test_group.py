"""Copies into origins."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rashomon.copies.group import group
from rashomon.model import Credit, Link, Report, Span
from tests.reports import outlet, report


def links(*pairs: str) -> list[Link]:
    return [Link((pair[0], pair[1]), "verbatim", 1.0, "") for pair in pairs]


@pytest.mark.parametrize(
    ("ids", "pairs", "expected"),
    [
        ("abc", [], ["a", "b", "c"]),
        ("abc", ["ab"], ["ab", "c"]),
        ("abcd", ["ab", "bc"], ["abc", "d"]),
        ("abcd", ["cd", "ab"], ["ab", "cd"]),
        ("abcd", ["ad", "bc", "ac"], ["abcd"]),
        ("abc", ["ab", "bc", "ac"], ["abc"]),
        ("", [], []),
    ],
)
def test_connected_reports_are_one_origin(ids: str, pairs: list[str], expected: list[str]) -> None:
    made = group([report(id, "") for id in ids], links(*pairs))
    assert ["".join(origin.reports) for origin in made] == expected
    assert [origin.id for origin in made] == [f"o{n}" for n in range(1, len(expected) + 1)]
    assert sorted("".join(edge.reports) for origin in made for edge in origin.links) == sorted(pairs)


def test_links_stay_with_their_origin() -> None:
    made = group([report(id, "") for id in "abcd"], links("ab", "cd"))
    assert [["".join(edge.reports) for edge in origin.links] for origin in made] == [["ab"], ["cd"]]


def credited(id: str, *agencies: str) -> Report:
    return report(id, "", credits=tuple(Credit(name, Span(0, 0), "") for name in agencies))


AGENCY = report("x", "", outlet=outlet("Marsh Wire", "agency"))


@pytest.mark.parametrize(
    ("reports", "agency"),
    [
        ([credited("a"), credited("b")], None),
        ([credited("a", "Marsh Wire"), credited("b")], "Marsh Wire"),
        ([credited("a", "Fen News"), credited("b", "Marsh Wire"), credited("c", "Marsh Wire")], "Marsh Wire"),
        ([credited("a", "Marsh Wire"), credited("b", "Fen News")], "Fen News"),
        ([credited("a", "Marsh Wire", "Marsh Wire"), credited("b", "Fen News"), credited("c", "Fen News")], "Fen News"),
        ([credited("a", "Fen News"), credited("b", "Fen News"), AGENCY], "Marsh Wire"),
        ([report("a", "", outlet=outlet("Fen Post")), credited("b")], None),
    ],
)
def test_the_agency_of_an_origin(reports: list[Report], agency: str | None) -> None:
    chain = links(*(a.id + b.id for a, b in pairwise(reports)))
    assert [origin.agency for origin in group(reports, chain)] == [agency]


def directed(*edges: str) -> list[Link]:
    """Links "ab": b was copied from a."""
    return [Link((edge[0], edge[1]), "verbatim", 1.0, "", source=edge[0], confidence=0.9) for edge in edges]


@pytest.mark.parametrize(
    ("edges", "firm", "origins", "also"),
    [
        (["ac", "bc"], ["ac", "bc"], ["ac", "b"], ["", "c"]),  # c was put together from a and b
        (["ab", "ac"], ["ab", "ac"], ["abc"], [""]),
        (["ab", "bc"], ["ab", "bc"], ["abc"], [""]),
        (["ac", "bc", "ab"], ["ac", "bc", "ab"], ["abc"], [""]),
        (["ab"], [], ["a", "b", "c"], ["b", "", ""]),  # b took something over
        (["ab", "bc"], ["ab"], ["ab", "c"], ["c", ""]),
    ],
)
def test_a_report_may_draw_on_two_origins(
    edges: list[str], firm: list[str], origins: list[str], also: list[str]
) -> None:
    made = group([report(id, "") for id in "abc"], directed(*edges), {(e[0], e[1]) for e in firm})
    assert ["".join(origin.reports) for origin in made] == origins
    assert ["".join(origin.also) for origin in made] == also
    assert sorted("".join(edge.reports) for origin in made for edge in origin.links) == sorted(edges)


def test_a_summary_is_of_the_origin_of_its_article() -> None:
    made = group([report("a", ""), report("b", ""), report("s", "", of="a"), report("t", "", of="gone")], [])
    assert ["".join(origin.reports) for origin in made] == ["as", "b", "t"]
