"""The parts of pages that hold several reports, against the parts of a gold story.

    python evaluation/evaluate_parts.py [--gold ../shared/eval/gold/istanbul]

A part is found when a report of the same file begins with its first words (past a repeated headline or the caption of
a picture); outlet, kind, title and date are counted for the parts that were found.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from rashomon.model import Report
from rashomon.settings import Settings
from rashomon.sources import read
from rashomon.sources.countries import country_code

_OPENING = 400  # characters of a report in which its first words may stand
_KINDS = {"live-blog": "live-entry"}  # what the breakdown calls it
_FIELDS = ("outlet", "country", "kind", "title")


def main() -> None:
    """Prints a row for each part and the sums."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, default=Path("../shared/eval/gold/istanbul"))
    folder: Path = options.parse_args().gold
    parts = json.loads((folder / "gold.json").read_text("utf-8")).get("parts", [])
    reports = {name: _reports(folder / f"{name}.txt") for name in sorted({part["file"] for part in parts})}
    sums = dict.fromkeys(("found", *_FIELDS), 0)
    for part in parts:
        report = _found(part, reports[part["file"]])
        right = {"found": report is not None} | {name: bool(report and _right(part, report, name)) for name in _FIELDS}
        sums = {name: count + right[name] for name, count in sums.items()}
        print(f"{part['part']:34}", *(f"{name}: {'yes' if ok else 'NO':4}" for name, ok in right.items()))
    extra = sum(len(held) for held in reports.values()) - sums["found"]
    counts = ", ".join(f"{name} {count}" for name, count in sums.items())
    print(f"\n{len(parts)} parts: {counts}; {extra} reports more")


def _reports(path: Path) -> list[Report]:
    (page,) = read([str(path)], Settings())
    return list(page.reports)


def _found(part: dict[str, Any], reports: list[Report]) -> Report | None:
    words = " ".join(part["first_words"].split())
    begun = [report for report in reports if words in " ".join(report.text[report.body :][:_OPENING].split())]
    titled = [report for report in begun if report.kind == part["kind"]]
    return next(iter(titled or begun), None)


def _right(part: dict[str, Any], report: Report, name: str) -> bool:
    if name == "kind":
        return bool(report.kind == _KINDS.get(part["kind"], part["kind"]))
    if name == "title":
        return bool(report.title == part["title"])
    if name == "country":
        return part["outlet"] is None or bool(report.country == country_code(part["country"]))
    if part["outlet"] is None:
        return report.outlet is None
    held = f"{report.outlet.name} {report.outlet.domain}".casefold() if report.outlet else ""
    return bool(part["outlet"].casefold() in held)


if __name__ == "__main__":
    main()
