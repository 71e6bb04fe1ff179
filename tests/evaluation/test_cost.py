"""The cost of growing numbers of reports: which topic, which numbers, and the plot."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "evaluation"))

import cost  # noqa: E402
from cost import Cost  # noqa: E402


def record(title: str, words: int = 4) -> dict[str, str]:
    return {"title": title, "text": "ferry " * words}


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Ferry Sinks Off Collmoor", "Collmoor mourns", "Ferries wait"], [0, 1]),
        (["What Orm Says", "What Now"], []),  # four letters that are no common word
        (["What Now", "What Then", "Tide falls"], [2]),
        (["Anna Berger speaks", "Berger leaves Anna"], [0, 1]),
        ([], []),
    ],
)
def test_the_topic_is_the_name_of_most_titles(titles: list[str], expected: list[int]) -> None:
    found = [record(title) for title in titles]
    common = frozenset({"what", "then", "says"})
    assert cost.topic(found, common) == [found[at] for at in expected]


def test_each_size_is_measured_twice(tmp_path: Path) -> None:
    asked: list[int] = []

    def measure(file: Path) -> tuple[float, float]:
        asked.append(len(file.read_text(encoding="utf-8").splitlines()))
        return float(len(asked)), 100.0

    found = list(cost.costs([record("Orm")] * 25, measure, tmp_path))
    assert asked == [10, 10, 20, 20]  # there are too few for more
    assert found == [Cost(10, 40, 1, 2, 100, 100), Cost(20, 80, 3, 4, 100, 100)]


def test_exponents() -> None:
    held = [Cost(10, 100, 1, 1, 0, 0), Cost(20, 200, 2, 4, 0, 0), Cost(40, 800, 2, 8, 0, 0)]
    assert [pytest.approx(pair) for pair in cost.exponents(held)] == [(1, 2), (0, 0.5)]


def test_the_plot_is_a_picture_of_all_points() -> None:
    held = [Cost(10, 8_000, 2.5, 0.9, 0, 0), Cost(20, 16_000, 4.5, 1.9, 0, 0), Cost(200, 160_000, 75, 46, 0, 0)]
    drawn = ElementTree.fromstring(cost.plot(held))  # noqa: S314
    space = "{http://www.w3.org/2000/svg}"
    written = [text.text for text in drawn.iter(f"{space}text")]
    assert {"10 (8 k)", "20 (16 k)", "200 (160 k)", "2.5", "46.0", "first", "again", "n log n"} <= set(written)
    lines = [line.attrib["points"].split() for line in drawn.iter(f"{space}polyline")]
    assert [len(points) for points in lines] == [3, 3, 3]
    places = [tuple(map(float, point.split(","))) for points in lines for point in points]
    assert all(0 <= x <= cost.WIDTH and 0 <= y <= cost.HEIGHT for x, y in places)
    # the quadratic end stands above n log n: smaller y
    assert places[5][1] < places[2][1]
