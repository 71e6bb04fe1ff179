"""Where output goes: stdout, or a file that is either the old one or the new one, never half of it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from rashomon.errors import UsageError
from rashomon.render.safe import encodable

WIDTH_IN_A_PIPE = 100


def columns(file: Path | None, given: int | None) -> int:
    """How wide text is made: as wide as was asked for, else as the terminal that it goes to, else 100 columns."""
    if given:
        return given
    if file is None and sys.stdout.isatty():
        return max(shutil.get_terminal_size((WIDTH_IN_A_PIPE, 24)).columns, 20)
    return WIDTH_IN_A_PIPE


def is_colored(file: Path | None, choice: str) -> bool:
    """Whether text gets colours: as the choice says, with "auto" only on a terminal that wants them."""
    if choice != "auto":
        return choice == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return file is None and sys.stdout.isatty() and not plain


def to_stdout(text: str) -> None:
    """Write text to stdout as UTF-8, or as the terminal's encoding where it is a terminal.

    A reader that went away (``| head``) is no error: the rest is dropped.  Raises UsageError when the
    system refuses (a full disk, a closed stdout).
    """
    if sys.stdout is None:
        raise UsageError("there is no standard output", place="stdout", remedy="Use --output FILE.")
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    data = text.encode(encoding or "utf-8", errors="replace")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        what = f"the output cannot be written ({error.strerror})"
        raise UsageError(what, place="stdout", remedy="Make room, or use --output FILE.") from error


def check_target(path: Path, option: str) -> None:
    """Raise UsageError when a file cannot be written there: no such folder, a folder, not allowed."""
    if path.is_dir():
        raise UsageError(f"{str(path)!r} is a folder", place=option, remedy="Name a file.")
    if not path.parent.is_dir():
        remedy = "Create it, or choose another place."
        raise UsageError(f"the folder {str(path.parent)!r} does not exist", place=option, remedy=remedy)
    if not os.access(path if _is_special(path) else path.parent, os.W_OK):
        raise UsageError(f"{str(path)!r} may not be written", place=option, remedy="Choose another place.")


def to_file(path: Path, text: str, option: str) -> None:
    """Write text to a file as UTF-8: into a temporary file beside it, which then takes its place.

    A device or a pipe is written to directly.  Raises UsageError when the system refuses.
    """
    data = encodable(text).encode("utf-8")
    try:
        if _is_special(path):
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        what = f"{str(path)!r} cannot be written ({error.strerror})"
        raise UsageError(what, place=option, remedy="Choose another place.") from error


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _replace(path: Path, data: bytes) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
