"""What the user named -> single inputs: files, folders, patterns, addresses and lists on stdin."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from rashomon.errors import InputError, NotFound, Unreadable
from rashomon.sources.addresses import is_address

ENDINGS = (".html", ".htm", ".xhtml", ".txt", ".md", ".markdown", ".jsonl", ".ndjson", ".json")
_MOST_LINES = 100_000


class Input(NamedTuple):
    """One thing to read: the name to show for it, and the error that ended its search, if any."""

    name: str
    error: InputError | None = None


def expand(inputs: Sequence[str], stdin: TextIO | None = None) -> tuple[Input, ...]:
    """The single files and addresses of what the user named, each once, sorted by name.

    Folders are read with their subfolders, hidden files and unknown endings skipped; ``-`` reads a
    list from ``stdin``, one name a line (or between NULs, as find -print0 writes it), with empty lines and
    lines that start with ``#`` skipped.
    """
    named = [name for given in inputs for name in (_listed(stdin) if given == "-" else [given])]
    found: dict[str, Input] = {}
    for item in sorted({item.name: item for name in named for item in _one(name)}.values(), key=lambda i: i.name):
        found.setdefault(_identity(item.name), item)
    return tuple(found.values())


def _listed(stdin: TextIO | None) -> Iterator[str]:
    lines = (part for line in stdin or () for part in line.split("\0"))
    for number, line in enumerate(lines):
        name = line.strip().strip("\ufeff")
        if name and name != "-" and not name.startswith("#") and number < _MOST_LINES:
            yield name


def _one(name: str) -> Iterable[Input]:
    if is_address(name):
        return [Input(name)]
    if not name.strip():
        return [Input(name, NotFound("The name is empty", remedy="Was a variable of the shell not set?"))]
    try:
        path = Path(name)
        if path.is_dir():
            return _folder(path)
        if path.exists():
            return [Input(name)]
    except (OSError, ValueError) as error:
        return [Input(name, Unreadable(f"The path cannot be read ({error})", remedy="Check the path."))]
    if glob.has_magic(name):
        return _pattern(name)
    return [Input(name, NotFound("There is no such file or folder", remedy="Check the path."))]


def _pattern(name: str) -> list[Input]:
    paths = sorted(glob.glob(name, recursive=True))
    if not paths:
        return [Input(name, NotFound("No file matches this pattern", remedy="Check the path and the pattern."))]
    files = [item for path in paths for item in (_folder(Path(path)) if Path(path).is_dir() else [Input(path)])]
    return files


def _folder(folder: Path) -> list[Input]:
    problems: list[Input] = []

    def note(error: OSError) -> None:
        what = f"The folder cannot be listed ({error.strerror})"
        problems.append(Input(str(error.filename), Unreadable(what, remedy="Check its permissions.")))

    files: list[Input] = []
    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [Input(os.path.join(parent, name)) for name in sorted(names) if _readable(name)]
    if not files and not problems:
        what = "The folder holds no readable file"
        return [Input(str(folder), NotFound(what, remedy=f"Read are files ending in {', '.join(ENDINGS)}."))]
    return files + problems


def _readable(name: str) -> bool:
    return not name.startswith(".") and name.lower().removesuffix(".gz").endswith(ENDINGS)


def _identity(name: str) -> str:
    if is_address(name):
        return name.partition("#")[0]
    try:
        return os.path.realpath(name)
    except (OSError, ValueError):
        return name
