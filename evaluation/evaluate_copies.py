"""Measure who copied whom (``evaluate_copies.py --gold DIR [--misses]``).

Four tables: the pairs that people marked as copies in the stories of DIR, with the shipped limits and with limits
fitted without each story in turn; the pairs that stand in one origin; synthetic rewrites of the same reports by
seeded edits; and the directions that dates or agencies tell.  Pairs inside one file are not counted.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product, starmap
from pathlib import Path
from typing import NamedTuple

from evaluate import inputs, stories
from rashomon import langs
from rashomon.copies import compared, origins
from rashomon.copies.judge import NOTHING, Shared
from rashomon.copies.links import Limits
from rashomon.copies.texts import texts
from rashomon.model import Report
from rashomon.settings import Settings
from rashomon.sources import load_outlets, read

SEED = 5
EDITS = (0.05, 0.2, 0.5)
RUNS = (7, 8, 9, 10, 11, 12, 14)
TOLDS = (0.8, 1.0, 1.2, 1.45, 1.7, 2.0)
BESIDES = (0.3, 0.4, 0.5, 0.6)
MUCHS = (0.05, 0.07, 0.09, 0.11, 0.13)


class Pair(NamedTuple):
    """Two reports of a story, whether people call them copies, and what was found."""

    story: str
    names: tuple[str, str]
    gold: bool
    shared: Shared
    linked: bool
    one: bool


def f1(pairs: Iterable[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (gold, found) pairs."""
    known = list(pairs)
    hit = sum(gold and found for gold, found in known)
    found, gold = sum(f for _, f in known), sum(g for g, _ in known)
    return hit / max(1, found), hit / max(1, gold), 2 * hit / max(1, found + gold)


def named(report: Report) -> str:
    """The name of a report in gold.json."""
    return report.source_id or Path(report.input).stem


def reports_of(story: Path) -> list[Report]:
    """The reports of a story's files."""
    return [r for page in read(inputs(story), Settings(), outlets=load_outlets(None)) for r in page.reports]


def pairs_of(story: Path, reports: Sequence[Report]) -> Iterator[Pair]:
    """Every pair of a story's files; of files with several reports the best pair counts."""
    marked = json.loads((story / "gold.json").read_text(encoding="utf-8"))["copies"]
    gold = {tuple(sorted(copy["reports"])) for copy in marked}
    lexicon = langs.load("en")
    known = list(texts(reports, lexicon).values())
    made = origins(reports)
    linked = {frozenset(edge.reports) for origin in made for edge in origin.links}
    home = {id: origin.id for origin in made for id in origin.reports}
    best: dict[tuple[str, str], Pair] = {}
    shared_by = {(a.report.id, b.report.id): shared for a, b, shared in compared(known, lexicon)}
    for a, b in combinations(known, 2):
        names = tuple(sorted((named(a.report), named(b.report))))
        if names[0] == names[1]:
            continue
        ids = a.report.id, b.report.id
        shared = shared_by.get(ids, NOTHING)
        old = best.get(names)  # type: ignore[arg-type]
        found = frozenset(ids) in linked or bool(old and old.linked)
        one = home[ids[0]] == home[ids[1]] or bool(old and old.one)
        top = old.shared if old and old.shared.aligned.score > shared.aligned.score else shared
        best[names] = Pair(story.name, names, names in gold, top, found, one)  # type: ignore[index,arg-type]
    yield from best.values()


def fitted(pairs: Sequence[Pair]) -> Limits:
    """The limits with the highest F1 on some pairs; of equal ones those in the middle, limit by limit."""
    scores = {limits: _f1_of(limits, pairs) for limits in starmap(Limits, product(RUNS, TOLDS, BESIDES, MUCHS))}
    best = [limits for limits, score in scores.items() if score >= max(scores.values()) - 1e-9]
    return Limits(*(sorted(values)[len(values) // 2] for values in zip(*best, strict=True)))


def _f1_of(limits: Limits, pairs: Sequence[Pair]) -> float:
    return f1((pair.gold, limits.is_copy(pair.shared)) for pair in pairs)[2]


def held_out(pairs: Sequence[Pair]) -> Iterator[tuple[bool, bool]]:
    """(gold, found) of each pair by limits that were fitted without its story."""
    for story in sorted({pair.story for pair in pairs}):
        limits = fitted([pair for pair in pairs if pair.story != story])
        yield from ((pair.gold, limits.is_copy(pair.shared)) for pair in pairs if pair.story == story)


def edited(text: str, kind: str, share: float, chance: random.Random) -> str:
    """A text with a share of its words, or of its sentences, changed: dropped, replaced by other words, moved."""
    lines = [text[slice(*span)] for span in langs_sentences(text)]
    if kind == "words":
        pool = text.split()
        words = (_word(word, pool, share, chance) for word in pool)
        return " ".join(word for word in words if word)
    if kind == "dropped":
        return " ".join(line for line in lines if chance.random() >= share)
    order = sorted(range(len(lines)), key=lambda at: at + (chance.uniform(-8, 8) if chance.random() < share else 0))
    return " ".join(lines[at] for at in order)


def langs_sentences(text: str) -> Sequence[tuple[int, int]]:
    """The sentences of a text."""
    from rashomon.text import sentences

    return sentences(text, langs.load("en"))


def _word(word: str, pool: Sequence[str], share: float, chance: random.Random) -> str:
    if chance.random() >= share:
        return word
    return chance.choice(pool) if chance.random() < 0.5 else ""


def synthetic(reports: Sequence[Report]) -> Iterator[tuple[str, int, int, int, int]]:
    """For each kind of edit: its name, copies made, found, in one origin, and links between others."""
    chance = random.Random(SEED)  # noqa: S311
    long = [report for report in reports if len(report.text.split()) >= 120][:60]
    kinds = [(kind, share) for kind in ("words", "dropped", "moved") for share in EDITS]
    for kind, share in kinds:
        copies = [_copy(report, edited(report.text[report.body :], kind, share, chance)) for report in long]
        yield (f"{kind} {share:.0%}", *_found(long, copies))
    whole = [_copy(r, _inside(r, long, at)) for at, r in enumerate(long)]
    yield ("inside a text four times as long", *_found(long, whole))
    halves = [
        _copy(r, r.text[r.body :][: (len(r.text) - r.body) // 2] + "\n" + _other(long, at)) for at, r in enumerate(long)
    ]
    yield ("half of a text in another one", *_found(long, halves))


def _copy(report: Report, text: str) -> Report:
    return replace(report, id=f"{report.id}-copy", text=text, body=0, credits=(), outlet=None)


def _other(reports: Sequence[Report], at: int) -> str:
    """As much text of an unlike report: the one half the list away, which is of another story."""
    other = reports[(at + len(reports) // 2) % len(reports)]
    return other.text[other.body :][: len(reports[at].text) // 2]


def _inside(report: Report, reports: Sequence[Report], at: int) -> str:
    text, more = report.text[report.body :], ""
    step = len(reports) // 2
    while len(more) < 3 * len(text):
        other = reports[(at + step) % len(reports)]
        more += other.text[other.body :] + "\n"
        step += 1
    half = 3 * len(text) // 2
    return more[:half] + "\n" + text + "\n" + more[half : 3 * len(text)]


def _found(sources: Sequence[Report], copies: Sequence[Report]) -> tuple[int, int, int, int]:
    """Copies made, linked with their source, in one origin with it, and links from a copy to a report of others."""
    found = one = wrong = 0
    for at, (source, copy) in enumerate(zip(sources, copies, strict=True)):
        far = sources[(at + 7) % len(sources)]
        made = origins([source, copy, far])
        linked = {frozenset(edge.reports) for origin in made for edge in origin.links}
        found += frozenset((source.id, copy.id)) in linked
        one += any({source.id, copy.id} <= set(origin.reports) for origin in made)
        wrong += frozenset((far.id, copy.id)) in linked
    return len(copies), found, one, wrong


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="print the pairs that were missed or wrong")
    options = parser.parse_args(argv)
    read_ = {story: reports_of(story) for story in stories(options.gold)}
    pairs = [pair for story, reports in read_.items() for pair in pairs_of(story, reports)]
    lines = {
        "linked pairs": f1((pair.gold, pair.linked) for pair in pairs),
        "linked pairs, limits fitted without the story": f1(held_out(pairs)),
        "pairs in one origin": f1((pair.gold, pair.one) for pair in pairs),
    }
    print(f"{len(pairs)} pairs, {sum(pair.gold for pair in pairs)} of them copies; fitted on all: {fitted(pairs)}")
    for name, (precision, recall, score) in lines.items():
        print(f"{name:48} P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}")
    if options.misses:
        for pair in pairs:
            if pair.gold != pair.linked:
                told = pair.shared.aligned
                print(
                    f"{'missed' if pair.gold else 'wrong':7}{pair.story} {pair.names} share {pair.shared.share:.3f}",
                    end="",
                )
                print(f" run {pair.shared.run.size} told {told.score:.2f} in {len(told.pairs)}")
    everything = [report for reports in read_.values() for report in reports]
    print("synthetic copies: made, linked, in one origin, linked with another text")
    for name, made, found, one, wrong in synthetic(everything):
        print(f"{name:34} {made:4} {found / made:.3f} {one / made:.3f} {wrong:3}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
