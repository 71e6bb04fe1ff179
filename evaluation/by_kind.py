"""How well each kind of question does, by score.py's own rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

KINDS = ("quantity", "time", "place", "person", "actor", "cause", "means", "outcome", "statement", "other")


class Row(NamedTuple):
    """The gold facets of a kind and how many are found, its pairs of mentions, and the relations of those found."""

    kind: str
    facets: int
    facets_found: int
    pairs: int
    pairs_found: int
    relations_right: int


def rows(scorer: Any, pairs: Sequence[str]) -> Iterator[Row]:
    """A row for each kind of gold facet; ``pairs`` are gold and breakdown files in turn, ``scorer`` is score.py."""
    total: Counter[tuple[str, str]] = Counter()
    for gold_path, made_path in zip(pairs[::2], pairs[1::2], strict=True):
        _count(scorer, scorer.read_gold(gold_path), scorer.read_system(made_path), total)
    for kind in KINDS:
        counts = (total[kind, name] for name in ("facets", "found", "pairs", "pairs found", "relations"))
        yield Row(kind, *counts)


def _count(scorer: Any, gold: Sequence[Any], made: Sequence[Any], total: Counter[tuple[str, str]]) -> None:
    said: dict[tuple[int, int, int], set[str]] = {}
    stood_for: set[int] = set()
    for facet in made:
        held: Counter[int] = Counter()
        matched = {id(m): _matches(gold, m) for m in facet.mentions}
        for a, b in facet.pairs():
            hits = [
                (n, i, j)
                for n, i in matched[id(a)]
                for other, j in matched[id(b)]
                if n == other and i != j and gold[n].mentions[i].report != gold[n].mentions[j].report
            ]
            held.update({n for n, _, _ in hits})
            for n, i, j in hits:
                said.setdefault((n, min(i, j), max(i, j)), set()).add(facet.relation(a, b))
        if held:
            stood_for.add(min(held, key=lambda n: (-held[n], n)))
    for n, facet in enumerate(gold):
        total[facet.kind, "facets"] += 1
        total[facet.kind, "found"] += n in stood_for
        places = {id(m): i for i, m in enumerate(facet.mentions)}
        for a, b in facet.pairs():
            i, j = places[id(a)], places[id(b)]
            found = said.get((n, min(i, j), max(i, j)))
            total[facet.kind, "pairs"] += 1
            total[facet.kind, "pairs found"] += found is not None
            total[facet.kind, "relations"] += bool(found) and facet.relation(a, b) in (found or ())


def _matches(gold: Sequence[Any], mention: Any) -> list[tuple[int, int]]:
    """The mentions of gold facets that a mention matches, as (facet, mention)."""
    return [(n, i) for n, facet in enumerate(gold) for i, m in enumerate(facet.mentions) if mention.matches(m)]


def show(found: Sequence[Row]) -> None:
    """Prints the rows with shares."""
    print(f"\n{'kind':12}{'facets':>8}{'found':>8}{'pairs':>8}{'found':>8}{'relation right':>16}")
    for row in found:
        shares = (row.facets_found / max(1, row.facets), row.pairs_found / max(1, row.pairs))
        right = row.relations_right / max(1, row.pairs_found)
        print(f"{row.kind:12}{row.facets:8}{shares[0]:8.3f}{row.pairs:8}{shares[1]:8.3f}{right:16.3f}")
