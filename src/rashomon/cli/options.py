"""The options that several commands have: how inputs are read, and how a result is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rashomon.settings import Settings

FILE = click.Path(path_type=Path)

_Command = TypeVar("_Command", bound=Callable[..., Any])

_READING = (
    click.option("--outlets", type=FILE, metavar="FILE", help="A table of outlets that adds to the shipped one."),
    click.option(
        "--layouts", type=FILE, metavar="FILE", help="How pages of several reports look: adds to the shipped rows."
    ),
    click.option("--allow-private", is_flag=True, help="Also fetch from this machine and private networks."),
    click.option("--max-bytes", type=int, metavar="N", help="Largest file or page, in bytes (default 10000000)."),
    click.option("--timeout", type=float, metavar="S", help="Longest wait for a server, in seconds (default 15)."),
    click.option(
        "--reader",
        metavar="NAME",
        help="Who reads the sentences: trained (default), none (rules alone) or spacy:PIPELINE.",
    ),
)
_SHOWING = (
    click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True, help="Colours."
    ),
    click.option(
        "--width", type=click.IntRange(20), metavar="N", help="Columns (default: the terminal's; 100 in a pipe)."
    ),
    click.option("-q", "--quiet", is_flag=True, help="No progress, no notes and no list of unread inputs on stderr."),
)


def reading(command: _Command) -> _Command:
    """Add how inputs are read: ``outlets``, and what `settings` takes."""
    return _added(command, _READING)


def showing(command: _Command) -> _Command:
    """Add how a result is shown: ``color``, ``width`` and ``quiet``."""
    return _added(command, _SHOWING)


def settings(
    layouts: Path | None, allow_private: bool, max_bytes: int | None, timeout: float | None, reader: str | None
) -> Settings:
    """The settings of the options that `reading` adds.  Raises BadSetting."""
    from rashomon import app

    return app.configured(
        allow_private=allow_private or None,
        max_bytes=max_bytes,
        timeout=timeout,
        reader=reader,
        layouts=str(layouts) if layouts else None,
    )


def _added(command: _Command, options: tuple[Callable[[_Command], _Command], ...]) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command
