"""What a comparison costs as reports are added: processor time and memory over a corpus's largest topic, and a plot.

Part of ``make bench`` (bench.py).  The topic is the word with a capital letter that most titles have;
its first reports are compared in growing numbers, each number once with nothing read before and once
more.  Seconds are the processor's, over all cores, since these are nearly the same on a busy machine.
Exponents are those of time over words between two sizes: 1 is linear, and n log n is about 1.1 here.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

SIZES = (10, 20, 46, 100, 200)
WIDTH, HEIGHT, EDGE = 640, 400, 60
COLOURS = {"first": "#b3261e", "again": "#1a5fb4"}
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
Record = Mapping[str, str]


class Cost(NamedTuple):
    """The cost of one number of reports: seconds and peak MB, read for the first time and again."""

    reports: int
    words: int
    first: float
    again: float
    first_mb: float
    again_mb: float


def records(packed: Path) -> list[Record]:
    """The records of a packed file of lines."""
    with gzip.open(packed, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def topic(found: Sequence[Record], common: frozenset[str]) -> list[Record]:
    """The records whose titles hold the name that most titles hold; ``common`` words are no names."""
    spread = Counter(name for record in found for name in sorted(_names(record)) if name.lower() not in common)
    if not spread:
        return []
    name = min(spread, key=lambda name: (-spread[name], name))
    return [record for record in found if name in _names(record)]


def _names(record: Record) -> set[str]:
    return set(NAME.findall(record.get("title") or ""))


def costs(
    found: Sequence[Record], measure: Callable[[Path], tuple[float, float]], scratch: Path, sizes: Sequence[int] = SIZES
) -> Iterator[Cost]:
    """The cost of each size that there are enough records for.

    ``measure`` compares a file of records and gives seconds and peak MB; it is called twice for each.
    """
    for size in (size for size in sizes if size <= len(found)):
        file = scratch / f"topic{size}.jsonl"
        file.write_text("".join(json.dumps(record) + "\n" for record in found[:size]), encoding="utf-8")
        words = sum(len(record["text"].split()) for record in found[:size])
        (first, first_mb), (again, again_mb) = measure(file), measure(file)
        yield Cost(size, words, first, again, first_mb, again_mb)


def exponents(held: Sequence[Cost]) -> list[tuple[float, float]]:
    """Between each two sizes the power of the words with which the seconds grow, first and again."""
    return [
        (_power(a.words, b.words, a.first, b.first), _power(a.words, b.words, a.again, b.again))
        for a, b in pairwise(held)
    ]


def _power(few: float, many: float, low: float, high: float) -> float:
    return math.log(high / low) / math.log(many / few)


def plot(held: Sequence[Cost]) -> str:
    """The seconds against the words as SVG, both in powers of ten, beside n log n from the first size on."""
    left, right = held[0].words, held[-1].words
    low = min(cost.again for cost in held) / 1.5
    high = 1.5 * max(max(cost.first for cost in held), _n_log_n(held[0], right))

    def place(words: float, seconds: float) -> str:
        x = EDGE + (WIDTH - 2 * EDGE) * math.log(words / left) / math.log(right / left)
        y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * math.log(seconds / low) / math.log(high / low)
        return f"{x:.1f},{y:.1f}"

    lines = [
        *_axes(held, place, low),
        _line([place(c.words, _n_log_n(held[0], c.words)) for c in held], "#777777", "n log n", dashed=True),
        _line([place(c.words, c.first) for c in held], COLOURS["first"], "first"),
        _line([place(c.words, c.again) for c in held], COLOURS["again"], "again"),
    ]
    return "\n".join([*_head(), *lines, "</svg>", ""])


def _n_log_n(start: Cost, words: float) -> float:
    return start.first * words * math.log(words) / (start.words * math.log(start.words))


def _head() -> list[str]:
    return [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
            'font-size="12" role="img" aria-label="Seconds of a comparison against the number of reports">'
        ),
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{EDGE}" y="24">Processor seconds of a comparison by reports (words), both axes logarithmic</text>',
    ]


def _axes(held: Sequence[Cost], place: Callable[[float, float], str], low: float) -> Iterator[str]:
    """A mark for each size, and each time written at its point."""
    for cost in held:
        x, y = place(cost.words, low).split(",")
        words = f"{cost.reports} ({cost.words / 1000:.0f} k)"
        yield f'<text x="{x}" y="{float(y) + 20:.1f}" text-anchor="middle">{words}</text>'
        for seconds, shift in ((cost.first, -10), (cost.again, 18)):
            x, y = place(cost.words, seconds).split(",")
            yield f'<text x="{x}" y="{float(y) + shift:.1f}" text-anchor="middle">{seconds:.1f}</text>'


def _line(points: Sequence[str], colour: str, name: str, dashed: bool = False) -> str:
    x, y = points[-1].split(",")
    marks = "".join(f'<circle cx="{p.split(",")[0]}" cy="{p.split(",")[1]}" r="3" fill="{colour}"/>' for p in points)
    dash = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'
        f"{'' if dashed else marks}"
        f'<text x="{float(x) + 8:.1f}" y="{float(y) + 4:.1f}" fill="{colour}">{name}</text>'
    )
