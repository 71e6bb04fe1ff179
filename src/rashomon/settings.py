"""Settings: rows of (name, default, help), read once at the edge into one frozen value.

Each field is a row; ``RASHOMON_<NAME>`` in the environment overrides the default, an option
of the command line overrides both.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from rashomon.errors import BadSetting


def _row(default: Any, help: str) -> Any:
    return field(default=default, metadata={"help": help})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set.  Sizes are in bytes, times in seconds."""

    max_bytes: int = _row(10_000_000, "largest file or page that is read, in bytes")
    max_reports: int = _row(2_000, "most reports that one comparison takes")
    timeout: float = _row(15.0, "longest wait for a server, in seconds")
    max_redirects: int = _row(5, "most redirects that are followed")
    allow_private: bool = _row(False, "also fetch addresses of this machine and of private networks")
    max_facets: int = _row(400, "most facets that a story shows")
    max_exclusives: int = _row(30, "most exclusives that a story shows")
    reader: str = _row("trained", "who reads the sentences: trained, none (rules alone), or spacy: and a pipeline")
    layouts: str = _row("shipped", "how pages of several reports are laid out: shipped, or a TOML file that adds to it")
    cache: str = _row("auto", "the folder where readings are kept between runs: auto (the user's), none, or a path")
    cache_bytes: int = _row(500_000_000, "most bytes of readings that are kept there")


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings with the environment's values.

    Raises BadSetting, naming the variable, when a value cannot be read.
    """
    values: dict[str, Any] = {}
    for row in fields(Settings):
        name = f"RASHOMON_{row.name.upper()}"
        if name in environ:
            values[row.name] = _parse(name, environ[name], row.default)
    return checked(Settings(**values))


def checked(settings: Settings) -> Settings:
    """The same settings.

    Raises BadSetting for a value of another type, or a number that is not finite and above zero.
    """
    for row in fields(Settings):
        value = getattr(settings, row.name)
        if isinstance(row.default, bool):
            if not isinstance(value, bool):
                raise BadSetting(
                    f"{value!r} is neither True nor False", place=row.name, remedy=f"{row.metadata['help']}?"
                )
        elif isinstance(row.default, str):
            if not isinstance(value, str) or not value.strip():
                raise BadSetting(f"{value!r} is no name", place=row.name, remedy=f"Say {row.metadata['help']}.")
        elif not _fits(value, row.default) or not 0 < value < math.inf:
            kind = "number" if isinstance(row.default, float) else "whole number"
            what = f"{value!r} is not a {kind} above zero"
            raise BadSetting(what, place=row.name, remedy=f"Give the {row.metadata['help']}.")
    return settings


def _fits(value: Any, default: Any) -> bool:
    numbers = (int, float) if isinstance(default, float) else (int,)
    return isinstance(value, numbers) and not isinstance(value, bool)


def _parse(name: str, text: str, default: Any) -> Any:
    if isinstance(default, bool):
        if text.lower() in {"1", "true", "yes", "on"}:
            return True
        if text.lower() in {"0", "false", "no", "off", ""}:
            return False
        raise BadSetting(f"{text!r} is neither yes nor no", place=name, remedy="Use 1 or 0.")
    try:
        return type(default)(text)
    except ValueError:
        kind = "a whole number" if isinstance(default, int) else "a number"
        raise BadSetting(f"{text!r} is not {kind}", place=name, remedy=f"The default is {default}.") from None
