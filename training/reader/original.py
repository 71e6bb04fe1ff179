"""Writes what the original encoder reaches on the similarity figures, which `make eval-reader` compares with.

python -m reader.original --data ../shared/corpora --to evaluation/original_encoder.json
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from evaluate_reader import data_hash, similarity
from reader.teacher import SHA256, Teacher


def main() -> None:
    """Measures the six layers in 32 bits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--to", type=Path, default=Path("evaluation/original_encoder.json"))
    asked = parser.parse_args()
    teacher = Teacher()
    figures = similarity(lambda texts: teacher.vectors(texts, fast=False).astype(np.float32), asked.data)
    held = {"encoder_sha256": SHA256, "data_sha256": data_hash(asked.data), "figures": figures}
    asked.to.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")
    print(figures)


if __name__ == "__main__":
    sys.exit(main())
