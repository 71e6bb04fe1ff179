"""Measure the text that is taken from saved pages against their true text.

    evaluate_pages.py [--data FOLDER] [--worst N]

The folder holds ``ground-truth.json`` and ``html/*.html.gz`` as the article-extraction-benchmark of Scrapinghub
lays them out, and the scoring is that benchmark's: a text is the bag of its runs of four words; precision and
recall are taken for each page and then averaged over the pages, and F1 is made of these two means.  The ingest
is measured without the headline that it puts first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from rashomon.errors import InputError
from rashomon.settings import Settings
from rashomon.sources.content import to_text
from rashomon.sources.outlets import load_outlets
from rashomon.sources.pages import parse
from rashomon.sources.reports import report_of

RUN = 4
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Precision and recall, each None where nothing was taken or nothing was there."""

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float:
        """Their harmonic mean, 0 where one of them is None."""
        p, r = self.precision or 0.0, self.recall or 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


def score(true: str, taken: str) -> Score:
    """How much of ``taken`` is true, and how much of what is true was taken."""
    wanted, had = _runs(true), _runs(taken)
    shared = (wanted & had).total()
    return Score(
        shared / had.total() if had else None,
        shared / wanted.total() if wanted else None,
    )


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def averaged(scores: Iterable[Score]) -> Score:
    """The means over pages, those without a value left out, as the benchmark has it."""
    held = list(scores)
    return Score(
        mean(one.precision for one in held if one.precision is not None),
        mean(one.recall for one in held if one.recall is not None),
    )


def ingested(page: bytes) -> str:
    """The bodies of a page's reports, without related reports, as Rashomon reads them; empty where it refuses."""
    try:
        found = parse(to_text(page, Settings().max_bytes, markup=True), "page.html")
    except InputError:
        return ""
    reports = [report_of(draft, "page.html", load_outlets()) for draft in found.drafts]
    return "\n\n".join(report.text[report.body :] for report in reports if report.kind != "related")


def trafilatura_alone(page: bytes) -> str:
    """The text by trafilatura with its defaults."""
    from trafilatura import extract

    return extract(to_text(page, Settings().max_bytes, markup=True), include_comments=False) or ""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora/pages/article_extraction"))
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N pages with the least F1")
    options = parser.parse_args(arguments)
    truth = json.loads((options.data / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {name: gzip.decompress((options.data / "html" / f"{name}.html.gz").read_bytes()) for name in truth}
    ways: dict[str, Callable[[bytes], str]] = {"trafilatura": trafilatura_alone, "rashomon": ingested}
    found: dict[str, Score] = {}
    for way, take in ways.items():
        found = {name: score(truth[name]["articleBody"], take(page)) for name, page in pages.items()}
        whole = averaged(found.values())
        print(f"{way:12} precision {whole.precision:.4f}  recall {whole.recall:.4f}  F1 {whole.f1:.4f}")
    for name in sorted(found, key=lambda name: found[name].f1)[: options.worst]:
        one = found[name]
        print(f"{one.f1:.3f}  p {one.precision or 0:.3f}  r {one.recall or 0:.3f}  {name[:12]}  {truth[name]['url']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
