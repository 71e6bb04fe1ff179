"""The training's code stands outside the package; its tests write small corpora."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

for folder in ("evaluation", "training"):
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / folder))

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a packed file; what is no string becomes lines of JSON."""

    def make(content: str | list[Any], name: str = "corpus.gz") -> Path:
        text = content if isinstance(content, str) else "".join(json.dumps(row) + "\n" for row in content)
        path = tmp_path / name
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.write(text)
        return path

    return make
