"""What the tests of sources share: a writer of files and a reader with the usual settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rashomon.model import Page, Report
from rashomon.settings import Settings
from rashomon.sources import read


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Page]:
    """Writes a file and gives its page."""

    def make(name: str, content: str | bytes, settings: Settings | None = None) -> Page:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        (found,) = read([str(path)], settings or Settings())
        return found

    return make


@pytest.fixture
def report(page: Callable[..., Page]) -> Callable[..., Report]:
    """Writes a file and gives the one report in it."""

    def make(name: str, content: str | bytes) -> Report:
        found = page(name, content)
        assert not found.problems
        (only,) = found.reports
        return only

    return make
