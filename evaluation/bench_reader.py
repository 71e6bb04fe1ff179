"""Measure what reading costs, beside the original encoder under torch (``make bench``).

    bench_reader.py --data DIR

Each figure is the median of several rounds in which the readers take turns, each in its own
process on two threads, so that ratios hold when the machine drifts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROUNDS = 3
COUNT = 600
WORDS = 20


def texts(folder: Path) -> list[str]:
    """Sentences of exactly `WORDS` words between spaces, each once, the first `COUNT` of the corpus of articles."""
    from rashomon.langs import load
    from rashomon.text import sentences

    found: dict[str, None] = {}
    with gzip.open(folder / "stories" / "articles_8k.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            text = json.loads(line).get("text") or ""
            for span in sentences(text, load("en")):
                sentence = text[span.start : span.end]
                if sentence.count(" ") == WORDS - 1:
                    found[sentence] = None
            if len(found) >= COUNT:
                break
    return list(found)[:COUNT]


def timed(job: Callable[[], object]) -> float:
    """Seconds of a job."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def ours(found: Sequence[str]) -> dict[str, float]:
    """The shipped reader: everything that a reading holds, attributions too."""
    start = time.perf_counter()
    from rashomon.model import Passage, Span
    from rashomon.reading.trained import TrainedReader

    reader = TrainedReader(threads=2)
    loaded = time.perf_counter() - start
    passages = [Passage(text, (Span(0, len(text)),)) for text in found]
    reader.read(passages[:20])
    fresh = TrainedReader(threads=2)
    first = timed(lambda: fresh.read(passages))
    second = timed(lambda: fresh.read(passages))
    return {"loads": loaded, "first": len(found) / first, "again": len(found) / second}


def original(found: Sequence[str]) -> dict[str, float]:
    """The six layers under torch in 32 bits, batches of 32 by token count: vectors alone."""
    import torch

    torch.set_num_threads(2)
    start = time.perf_counter()
    from reader.teacher import Teacher

    teacher = Teacher()
    loaded = time.perf_counter() - start
    teacher.vectors(found[:64], batch=32, fast=False)
    return {"loads": loaded, "first": len(found) / timed(lambda: teacher.vectors(found, batch=32, fast=False))}


def child(arguments: argparse.Namespace, which: str) -> dict[str, float]:
    """One measurement in a process of its own."""
    environment = os.environ | {"OMP_NUM_THREADS": "2", "PYTHONPATH": "training"}
    command = [sys.executable, __file__, "--data", str(arguments.data), "--child", which]
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    held: dict[str, float] = json.loads(run.stdout)
    return held


def main(given: Sequence[str] | None = None) -> int:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--child", choices=("ours", "original"), help=argparse.SUPPRESS)
    asked = parser.parse_args(given)
    if not (asked.data / "stories" / "articles_8k.jsonl.gz").is_file():
        print(f"{asked.data}: no stories/articles_8k.jsonl.gz there.  Name the data with DATA=folder.", file=sys.stderr)
        return 2
    if asked.child:
        found = (ours if asked.child == "ours" else original)(texts(asked.data))
        found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(found))
        return 0
    rounds = [{name: child(asked, name) for name in ("ours", "original")} for _ in range(ROUNDS)]
    print(f"reading {COUNT} sentences of {WORDS} words, medians of {ROUNDS} rounds")
    for name, key, unit in (
        ("ours", "loads", "s to load, with imports"),
        ("ours", "first", "sentences/s, all of a reading"),
        ("ours", "again", "sentences/s when read before"),
        ("ours", "peak_mb", "MB at most"),
        ("original", "first", "sentences/s, six layers, torch fp32, vectors alone"),
        ("original", "peak_mb", "MB at most"),
    ):
        print(f"  {name:9} {statistics.median(r[name][key] for r in rounds):10.2f} {unit}")
    ratio = statistics.median(r["ours"]["first"] / r["original"]["first"] for r in rounds)
    print(f"  ratio     {ratio:10.2f} ours to the original's")
    return 0


if __name__ == "__main__":
    sys.exit(main())
