"""How many gold pairs the keys propose."""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "evaluation"))

import key_recall  # noqa: E402
from key_recall import Recall  # noqa: E402
from rashomon.model import Claim, Span  # noqa: E402
from tests.facets.made import claim  # noqa: E402
from tests.reports import report  # noqa: E402

TEXT = "The ferry sank, and ten people swam ashore."
FIRST, SECOND, WHOLE = Span(0, 14), Span(16, 43), Span(0, 43)


class Mention(NamedTuple):
    """A mention as score.py has it; here it matches what has the same words."""

    file: str
    report: str
    quote: str
    speaker: str = ""
    variant: str = "A"
    value: str | None = None

    def matches(self, other: Mention) -> bool:
        return (self.file, self.quote) == (other.file, other.quote)


class Facet(NamedTuple):
    mentions: list[Mention]

    def pairs(self) -> list[tuple[Mention, Mention]]:
        return list(combinations(self.mentions, 2))


def scorer() -> ModuleType:
    made = ModuleType("score")
    made.Mention, made.stem = Mention, lambda path: Path(path).stem  # type: ignore[attr-defined]
    return made


def made(id: str, span: Span) -> Claim:
    return claim("ferri", id, span=span, sentence=WHOLE)


CLAIMS = [made(id, span) for id in "ab" for span in (FIRST, SECOND)]
REPORTS = {id: report(id, TEXT, source_id=id) for id in "ab"}


def gold(*quotes: tuple[str, str]) -> Facet:
    return Facet([Mention(id, "", quote) for id, quote in quotes])


CLAUSES, SENTENCES = gold(("a", TEXT[:14]), ("b", TEXT[:14])), gold(("a", TEXT), ("b", TEXT))


@pytest.mark.parametrize(
    ("facets", "pairs", "expected"),
    [
        ([CLAUSES], [(0, 2)], Recall(1, 1, 1, 1, 0, 0)),
        ([CLAUSES], [(1, 3)], Recall(1, 1, 1, 0, 0, 0)),
        ([CLAUSES], [], Recall(0, 1, 1, 0, 0, 0)),
        # each clause is quoted with its whole sentence
        ([SENTENCES], [(0, 3)], Recall(1, 1, 0, 0, 1, 1)),
        ([CLAUSES, SENTENCES], [(0, 2)], Recall(1, 2, 1, 1, 1, 1)),
        # what no claim matches cannot be proposed
        ([gold(("a", TEXT[:14]), ("b", "ashore"))], [(0, 2)], Recall(1, 1, 0, 0, 0, 0)),
        ([], [(0, 2)], Recall(1, 0, 0, 0, 0, 0)),
    ],
)
def test_recall(facets: list[Facet], pairs: list[tuple[int, int]], expected: Recall) -> None:
    assert key_recall.recall(facets, CLAIMS, REPORTS, pairs, scorer()) == expected


def test_recall_over_stories_in_words() -> None:
    assert key_recall.line([Recall(10, 4, 4, 3, 4, 4), Recall(5, 4, 3, 2, 3, 2)]) == (
        "gold pairs that the keys propose: by clause 0.625 of 0.875 that claims meet, "
        "by quote 0.750 of 0.875; 15 pairs for 8"
    )
