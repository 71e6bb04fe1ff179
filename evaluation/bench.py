"""Measure what Rashomon costs: cold start, speed and memory (``make bench``).

    bench.py --data DIR [--gold DIR] [--plot FILE]

Absolute figures drift with the machine by a factor of up to two, so each run also measures
fixed yardsticks (trafilatura alone on the same pages, a plain loop over words) and gives ratios
to them.  A comparison is measured with nothing read before ("first") and with its readings kept
("again"), each in a cache folder of its own.  The cost of growing numbers of reports goes into a plot,
docs/cost.svg.  Exit status: 0, or 2 when none of the data is there.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import cost

COMMAND = [sys.executable, "-m", "rashomon"]
RUNS = 5
WORD = re.compile(r"\w+")
PLOT = Path(__file__).resolve().parents[1] / "docs/cost.svg"


class Row(NamedTuple):
    """One line of the table: what was measured, the figure with its unit, a remark."""

    job: str
    figure: str
    remark: str = ""


class Run(NamedTuple):
    """One child process: wall-clock seconds, peak resident memory in MB, processor seconds over all cores."""

    seconds: float
    peak_mb: float
    processor: float = 0.0


def child(arguments: Sequence[str], cache: Path | None = None) -> Run:
    """Run a command to its end; ``cache`` is where it keeps what it reads.  Raises CalledProcessError when it fails."""
    environ = {**os.environ, "RASHOMON_CACHE": str(cache) if cache else "none"}
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environ)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(arguments))
    return Run(seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def median(arguments: Sequence[str], cache: Path | None = None) -> Run:
    """The median of RUNS runs after one that fills the disk's cache, and the program's own when there is one."""
    child(arguments, cache)
    runs = [child(arguments, cache) for _ in range(RUNS)]
    return Run(statistics.median(run.seconds for run in runs), max(run.peak_mb for run in runs))


def cold_start(gold: Path, scratch: Path) -> Iterator[Row]:
    """The wait of a user at a prompt: the version, and five pages."""
    run = median([*COMMAND, "--version"])
    yield Row("rashomon --version", f"{run.seconds:.2f} s", f"{run.peak_mb:.0f} MB")
    pages = sorted(map(str, (gold / "istanbul").glob("*.txt")))
    if not pages:
        yield Row("compare 5 pages", "not measured", f"no {gold / 'istanbul'}")
        return
    for name, cache in (("first", None), ("again", scratch / "pages")):
        run = median([*COMMAND, "compare", *pages], cache)
        yield Row(f"compare {len(pages)} pages, {name}", f"{run.seconds:.2f} s", f"{run.peak_mb:.0f} MB")


def whole_story(data: Path, scratch: Path) -> Iterator[Row]:
    """A large story through the whole command, beside a plain loop over the same words."""
    packed = data / "stories" / "inflation_46_reports.jsonl.gz"
    if not packed.is_file():
        yield Row("compare one large story", "not measured", f"no {packed}")
        return
    plain = scratch / "story.jsonl"
    with gzip.open(packed) as source, plain.open("wb") as target:
        shutil.copyfileobj(source, target)
    text = plain.read_text(encoding="utf-8")
    reports = sum(1 for line in text.splitlines() if line.strip())
    unit = word_loop(text)
    for name in ("first", "again"):
        run = child([*COMMAND, "compare", str(plain), "--format", "json"], scratch / "story")
        yield Row(f"compare {reports} reports, {name}", f"{run.seconds:.2f} s", f"{run.peak_mb:.0f} MB")
        yield Row("  its ratio to the word loop", f"{run.seconds / unit:.1f} x", f"loop {unit:.3f} s")


def growth(data: Path, scratch: Path, target: Path) -> Iterator[Row]:
    """The processor's time for growing numbers of reports of one topic, and the memory; writes the plot."""
    packed = data / "stories" / "articles_8k.jsonl.gz"
    if not packed.is_file():
        yield Row("compare 10 to 200 reports", "not measured", f"no {packed}")
        return
    from rashomon import langs

    found = cost.topic(cost.records(packed), langs.load("en").stopwords)
    command = [*COMMAND, "compare", "--format", "json"]

    def measure(file: Path) -> tuple[float, float]:
        run = child([*command, str(file)], scratch / file.stem)
        return run.processor, run.peak_mb

    held = list(cost.costs(found, measure, scratch))
    for each in held:
        memory = f"{each.first_mb:.0f} and {each.again_mb:.0f} MB, {each.words} words"
        yield Row(f"compare {each.reports} reports of a topic", f"{each.first:.1f}, {each.again:.1f} s", memory)
    for (a, b), (first, again) in zip(pairwise(held), cost.exponents(held), strict=True):
        yield Row(f"  power from {a.reports} to {b.reports}", f"{first:.2f}, {again:.2f}", "of the words; first, again")
    if held:
        target.write_text(cost.plot(held), encoding="utf-8")
        yield Row("  plotted", "", str(target))


def word_loop(text: str) -> float:
    """The yardstick: seconds to count the words of the text twenty times in plain Python."""
    start = time.perf_counter()
    for _ in range(20):
        Counter(word.lower() for word in WORD.findall(text))
    return time.perf_counter() - start


def reading(data: Path, scratch: Path) -> Iterator[Row]:
    """Pages a second from bytes to reports, beside trafilatura alone on the same pages."""
    folder = data / "pages" / "article_extraction" / "html"
    packed = sorted(folder.glob("*.html.gz"))
    if not packed:
        yield Row("read saved pages", "not measured", f"no pages in {folder}")
        return
    pages = [unpack(path, scratch) for path in packed]
    alone = trafilatura_alone(pages)
    seconds, read = read_pages(pages)
    yield Row("read saved pages", f"{len(pages) / seconds:.1f} pages/s", f"{read} of {len(pages)} gave a report")
    yield Row("  trafilatura alone", f"{len(pages) / alone:.1f} pages/s")
    yield Row("  its ratio to trafilatura alone", f"{seconds / alone:.2f} x")


def unpack(path: Path, scratch: Path) -> Path:
    """The page as a user would have saved it: plain HTML in a scratch folder."""
    target = scratch / path.name.removesuffix(".gz")
    with gzip.open(path) as source:
        target.write_bytes(source.read())
    return target


def trafilatura_alone(pages: Sequence[Path]) -> float:
    """The yardstick: seconds that trafilatura needs, in the mode that Rashomon uses."""
    import trafilatura

    start = time.perf_counter()
    for page in pages:
        trafilatura.bare_extraction(page.read_bytes(), fast=True, with_metadata=True)
    return time.perf_counter() - start


def read_pages(pages: Sequence[Path]) -> tuple[float, int]:
    """Seconds to read the pages, and how many gave a report."""
    from rashomon import sources
    from rashomon.settings import Settings

    start = time.perf_counter()
    read = sources.read([str(page) for page in pages], Settings())
    return time.perf_counter() - start, sum(1 for page in read if page.reports)


def show(rows: Sequence[Row]) -> None:
    """Print the rows in columns."""
    print(f"{'job':34}{'figure':>18}  remark")
    for row in rows:
        print(f"{row.job:34}{row.figure:>18}  {row.remark}".rstrip())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything that the data allows; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"), metavar="DIR")
    parser.add_argument("--gold", type=Path, default=Path("../shared/eval/gold"), metavar="DIR")
    parser.add_argument("--plot", type=Path, default=PLOT, metavar="FILE")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        rows = [*cold_start(options.gold, scratch), *whole_story(options.data, scratch)]
        rows += [*growth(options.data, scratch, options.plot), *reading(options.data, scratch)]
    show(rows)
    if not options.data.is_dir() and not options.gold.is_dir():
        print(f"No data in {options.data} or {options.gold}.  Name it: make bench DATA=dir GOLD=dir", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
