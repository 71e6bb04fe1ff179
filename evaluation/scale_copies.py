"""Find the origins of many articles (``scale_copies.py ARTICLES.jsonl.gz [--first N] [--show N]``).

Prints the seconds that each part took, the most memory, how many origins have more than one report, how many links
join articles of two outlets that lie more than a month apart (few of them can be right) and, with ``--show``, a
seeded sample of origins for the eye.  A line of the file is an article: id, url, date, title, text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from rashomon.copies import origins
from rashomon.model import Origin, Report
from rashomon.sources import load_outlets
from rashomon.sources.draft import Draft
from rashomon.sources.reports import report_of

SEED = 5
FAR = timedelta(days=30)


def articles(path: Path, most: int | None) -> Iterator[Report]:
    """The articles as reports, their ids those of the file."""
    outlets = load_outlets(None)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, most)):
            text, title = row["text"], row["title"]
            body = len(title) if text.startswith(title) else 0
            yield report_of(
                Draft(text, body, title, source_id=row["id"], url=row["url"], published=row["date"]), str(path), outlets
            )


def far(made: Sequence[Origin], reports: Sequence[Report]) -> int:
    """How many links join reports of different outlets that lie far apart in time."""
    known = {report.id: report for report in reports}
    pairs = (tuple(known[id] for id in edge.reports) for origin in made for edge in origin.links)
    return sum(
        a.outlet != b.outlet
        and bool(a.published and b.published)
        and abs(date.fromisoformat(str(a.published)[:10]) - date.fromisoformat(str(b.published)[:10])) > FAR
        for a, b in pairs
    )


def show(made: Sequence[Origin], reports: Sequence[Report], most: int) -> None:
    """Print a sample of the origins with more than one report: titles, outlets and the strongest link."""
    known = {report.id: report for report in reports}
    several = [origin for origin in made if len(origin.reports) > 1]
    for origin in random.Random(SEED).sample(several, min(most, len(several))):  # noqa: S311
        print(f"\n{origin.id} {origin.agency or ''} {len(origin.reports)} reports, also {len(origin.also)}")
        for id in origin.reports[:4]:
            report = known[id]
            print(f"   {report.outlet.name if report.outlet else '?'} {report.published}: {report.title}")
        edge = origin.links[0] if origin.links else None
        if edge:
            print(f"   {edge.kind} {edge.reason} | {edge.source is not None} {edge.confidence} | {edge.quote[:200]!r}")
        for change in origin.changes[:2]:
            print(f"   CHANGED {change.values} {change.quotes}")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--first", type=int)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args(argv)
    begun = time.perf_counter()
    reports = list({report.id: report for report in articles(options.articles, options.first)}.values())
    read = time.perf_counter()
    made = origins(reports)
    done = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(reports)} articles: read in {read - begun:.1f} s, origins in {done - read:.1f} s, {memory:.0f} MB")
    sizes = Counter(len(origin.reports) for origin in made)
    print(f"{sum(n for size, n in sizes.items() if size > 1)} origins of more than one report; by size {dict(sizes)}")
    kinds = Counter(edge.kind for origin in made for edge in origin.links)
    print(f"links {dict(kinds)}, also {sum(len(o.also) for o in made)}, changes {sum(len(o.changes) for o in made)}")
    print(f"{far(made, reports)} links join articles of two outlets more than {FAR.days} days apart")
    show(made, reports, options.show)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
