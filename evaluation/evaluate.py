"""Measure Rashomon against gold breakdowns and hold it to its floors (``make eval``).

    evaluate.py --gold DIR [--misses N] [--plain]

Every story of DIR is compared as ``rashomon compare --format json`` would, but judged by a model that was
fitted without it (held_out.json, by training/fit_judge.py; a story that is not in it by the shipped model).
The results go to evaluation/out/, and DIR/../score.py scores them; a table by kind follows.  ``--plain``
takes the learned parts away: no reader, and the cosine of the words in place of the judge.  Exit status: 0
when every floor holds or the floors belong to other gold, 1 under a floor, 2 when the gold is not there.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple
from unittest.mock import patch

import numpy as np

import by_kind

if TYPE_CHECKING:
    from rashomon.facets.judge import Additive

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
FLOORS = HERE / "floors.json"
HELD_OUT = HERE / "held_out.json"
PROCESSES = 2


class MissingData(Exception):
    """The gold or its scorer is not where it was looked for."""


class Check(NamedTuple):
    """One floor: the figure's name, the floor, what was measured (None: not reported)."""

    name: str
    floor: float
    value: float | None

    @property
    def holds(self) -> bool:
        """Whether the figure reaches its floor."""
        return self.value is not None and self.value >= self.floor


def stories(gold: Path) -> list[Path]:
    """The folders of GOLD that hold a gold.json, sorted.  Raises MissingData when there are none."""
    if not gold.is_dir():
        raise MissingData(f"no folder {gold}")
    found = sorted(path.parent for path in gold.glob("*/gold.json"))
    if not found:
        raise MissingData(f"no STORY/gold.json in {gold}")
    return found


def scorer(gold: Path) -> Path:
    """The score.py beside GOLD.  Raises MissingData when it is not there."""
    path = gold.resolve().parent / "score.py"
    if not path.is_file():
        raise MissingData(f"no scorer {path}")
    return path


def inputs(story: Path) -> list[str]:
    """The report files of a story: its reports.jsonl, or its .txt files in order."""
    lines = story / "reports.jsonl"
    return [str(lines)] if lines.is_file() else [str(path) for path in sorted(story.glob("*.txt"))]


def fingerprint(gold: Path) -> str:
    """SHA-256 over the names and bytes of every file of GOLD's stories."""
    total = hashlib.sha256()
    for story in stories(gold):
        for path in sorted(story.iterdir()):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            total.update(f"{story.name}/{path.name} {content}\n".encode())
    return total.hexdigest()


def run_story(story: Path, plain: bool = False) -> Path:
    """Compare one story's reports and write evaluation/out/STORY.json; the path of it."""
    from rashomon import app
    from rashomon.facets import judge
    from rashomon.render import as_json
    from rashomon.settings import Settings

    models = json.loads(HELD_OUT.read_text(encoding="utf-8")).get(story.name)
    chosen = (lambda model: judge.parsed(models[model])) if models else judge.additive
    if plain:
        chosen = cosine_alone
    with patch.object(judge, "additive", chosen):
        result = app.compare(inputs(story), Settings(cache="none", reader="none" if plain else "trained"))
    target = OUT / f"{story.name}.json"
    target.write_text(as_json.render(result), encoding="utf-8")
    return target


def cosine_alone(_: str) -> Additive:
    """A judge that takes the cosine of two claims and their sentences for the score."""
    from rashomon.facets.judge import Additive

    edges = np.linspace(0.005, 0.995, 199)
    values = np.log(np.append(edges, 0.999) / (1 - np.append(edges, 0.999)))
    none = np.zeros(0), np.zeros(1)
    steps = (("words", *none), ("sentences", *none), ("both", edges, values))
    return Additive(0.0, steps)


def run_all(found: Sequence[Path], plain: bool = False) -> list[Path]:
    """Compare every story, two at a time; the breakdowns' paths in the stories' order."""
    OUT.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(PROCESSES) as pool:
        return list(pool.map(run_story, found, repeat(plain)))


def module(score: Path) -> ModuleType:
    """score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", score)
    if spec is None or spec.loader is None:
        raise MissingData(f"{score} cannot be loaded")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def table(score: Path, pairs: Sequence[str], misses: int) -> None:
    """Print score.py's own table; with ``misses``, the gold facets that were not found too."""
    extra = ["--misses", str(misses)] if misses else []
    sys.stdout.flush()
    subprocess.run([sys.executable, str(score), *pairs, *extra], check=True)


def totals(score: Path, pairs: Sequence[str]) -> dict[str, float]:
    """score.py's figures over all stories together."""
    run = subprocess.run([sys.executable, str(score), *pairs, "--json"], check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(run.stdout)["all"]
    return figures


def checks(floors: Mapping[str, float], figures: Mapping[str, float]) -> list[Check]:
    """Each floor beside what was measured."""
    return [Check(name, floor, figures.get(name)) for name, floor in floors.items()]


def verdict(pinned: Mapping[str, Any], measured_hash: str, figures: Mapping[str, float]) -> int:
    """Print floor, value and verdict for each figure; the exit status.

    Floors hold for the gold they were measured on; for any other they are only shown.
    """
    enforced = pinned["gold_sha256"] == measured_hash
    rows = checks(pinned["floors"], figures)
    print(f"\n{'figure':20}{'floor':>8}{'value':>8}  verdict")
    for row in rows:
        value = "none" if row.value is None else f"{row.value:.3f}"
        word = ("holds" if row.holds else "UNDER ITS FLOOR") if enforced else "not enforced"
        print(f"{row.name:20}{row.floor:8.3f}{value:>8}  {word}")
    if not enforced:
        print(f"\nThis is not the gold of {FLOORS.name} (its hash is {measured_hash}): the floors are not enforced.")
        return 0
    return 0 if all(row.holds for row in rows) else 1


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/eval/gold"), metavar="DIR")
    parser.add_argument("--plain", action="store_true", help="without the learned parts; no floors")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show up to N missed gold facets a story")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run everything; the exit status."""
    options = parse(arguments)
    try:
        found, score = stories(options.gold), scorer(options.gold)
    except MissingData as missing:
        print(f"The evaluation data is not there: {missing}.\nName it: make eval GOLD=dir", file=sys.stderr)
        return 2
    outputs = run_all(found, options.plain)
    pairs = [str(path) for story, out in zip(found, outputs, strict=True) for path in (story / "gold.json", out)]
    table(score, pairs, options.misses)
    by_kind.show(list(by_kind.rows(module(score), pairs)))
    if options.plain:
        return 0
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    return verdict(pinned, fingerprint(options.gold), totals(score, pairs))


if __name__ == "__main__":
    sys.exit(main())
