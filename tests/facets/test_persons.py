"""Who two or more reports name with an office."""

from __future__ import annotations

import pytest

from rashomon.facets.persons import named
from tests.facets.made import LEXICON, read


def people(*texts: str) -> list[list[tuple[str, str]]]:
    reports, claims = read(*texts)
    found = named(claims, {report.id: report for report in reports}, LEXICON)
    return [[(claims[one.claim].report, one.words) for one in held] for held in found]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("Mayor Odo Brint opened the bridge.", "The bridge was opened by mayor Odo Brint."),
            [[("a", "Mayor Odo Brint"), ("b", "mayor Odo Brint")]],
        ),
        (
            ("Mayor Odo Brint opened the bridge.", "The bridge was opened by Governor O. Brint."),
            [],
        ),
        (
            ("Mayor Odo Brint opened the bridge.", "The bridge was opened by governor Olav Brint."),
            [[("a", "Mayor Odo Brint"), ("b", "governor Olav Brint")]],
        ),
        (("Mayor Odo Brint opened the bridge.", "The bridge was opened by Odo Brint."), []),
        (("Mayor Odo Brint opened the bridge.", "The bridge was opened by mayor Brint."), []),
        (("Mayor Odo Brint spoke. Later mayor Odo Brint left the bridge.", "Rain fell on the bridge."), []),
        (("The bridge is open.", "Rain fell on the bridge."), []),
    ],
)
def test_named(texts: tuple[str, ...], expected: list[list[tuple[str, str]]]) -> None:
    assert people(*texts) == expected
