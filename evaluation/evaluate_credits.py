"""Measure credits on PolNeAR (``evaluate_credits.py polnear_train.jsonl.gz [--misses]``).

Its ``wire`` field says which agency an article is of, as its annotators knew from the page.  Precision counts every
credit that is not of that agency; recall is over all wire articles, and over those whose text names the agency or has
an agency's signature at all.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Sequence
from pathlib import Path

from rashomon.sources import load_outlets
from rashomon.sources.credits import credits

AGENCIES = {"ap": "Associated Press", "upi": "UPI", "afp": "AFP", "reuters": "Reuters"}
_SHOWN = re.compile(r"\bAP\b|Associated Press|UPI|AFP|Agence France|Reuters|\((?:Additional r|R)eporting by")


def main(argv: Sequence[str] | None = None) -> int:
    """Print precision, recall and F1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was missed or wrong")
    options = parser.parse_args(argv)
    agencies = load_outlets(None).agencies
    hit = wrong = missed = unseen = 0
    with gzip.open(options.articles, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold = AGENCIES.get(str(row["wire"]).lower())
            found = {credit.agency for credit in credits(row["text"], None, agencies)}
            hit += gold in found
            wrong += len(found - {gold})
            if gold and gold not in found:
                missed += 1
                unseen += not _SHOWN.search(row["text"])
            if options.misses and found != ({gold} if gold else set()):
                print(f"{row['id']}: wire {gold}, found {', '.join(sorted(found)) or 'none'}")
    for name, total in (("all wire articles", hit + missed), ("those whose text shows it", hit + missed - unseen)):
        f1 = 2 * hit / max(1, hit + wrong + total)
        print(f"{name:26} {total:3}  P {hit / max(1, hit + wrong):.3f}  R {hit / max(1, total):.3f}  F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
