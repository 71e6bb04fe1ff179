"""The progress bar: on a terminal, after some patience, and never otherwise."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SLOW = "progress.PATIENCE = 0"
CODE = """
from rashomon.cli import progress
{patience}
with progress.Bar(quiet={quiet}) as bar:
    for n in range(3):
        bar(n, 3, "a [red]\\x1b[2J file")
"""


def shown(patience: str, quiet: bool) -> bytes:
    """What the bar writes to stderr when that is a terminal."""
    ours, theirs = os.openpty()
    code = CODE.format(patience=patience, quiet=quiet)
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    process = subprocess.Popen([sys.executable, "-c", code], stderr=theirs, env=environment)
    os.close(theirs)
    text = b""
    while True:
        try:
            text += os.read(ours, 65536)
        except OSError:
            break
    assert process.wait() == 0
    return text


def test_slow_work_shows_a_bar_with_a_harmless_name() -> None:
    text = shown(SLOW, quiet=False)
    assert "2/3" in text.decode()
    assert "a [red]�[2J file" in text.decode()
    assert b"\x1b[2J" not in text


@pytest.mark.parametrize(("patience", "quiet"), [("", False), (SLOW, True)])
def test_no_bar(patience: str, quiet: bool) -> None:
    assert shown(patience, quiet) == b""


def test_no_bar_in_a_pipe() -> None:
    code = CODE.format(patience=SLOW, quiet=False)
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stderr == b""
