"""What all tests share: nothing is kept outside their own folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder for this run alone."""
    folder = tmp_path_factory.mktemp("cache")
    with patch.dict(os.environ, {"XDG_CACHE_HOME": str(folder)}):
        yield folder
