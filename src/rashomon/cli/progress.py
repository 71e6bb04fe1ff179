"""A progress bar on stderr for work that takes longer than a reader wants to wonder."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from rashomon.render.safe import line
from rashomon.render.words import shorten

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 2.0
"""Seconds of work before the bar appears."""


class Bar:
    """Called with (done, total, name) it shows how far the work is; on a terminal only, and only after PATIENCE."""

    def __init__(self, quiet: bool) -> None:
        self._on = not quiet and sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Progress | None = None

    def __enter__(self) -> Bar:
        return self

    def __call__(self, done: int, total: int, name: str) -> None:
        if not self._on or time.monotonic() - self._began < PATIENCE:
            return
        if self._bar is None:
            self._bar = _started(total)
        self._bar.update(self._bar.task_ids[0], completed=done, total=total, description=shorten(line(name), 40))

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()


def _started(total: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(20), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar
