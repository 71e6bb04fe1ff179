"""``rashomon completion``: the scripts, and that bash's completes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.cli.main import run

Capture = pytest.CaptureFixture[str]

COMPLETE = """
source "$1"
COMP_WORDS=({words}) COMP_CWORD={at}
_rashomon_completion rashomon
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize(("shell", "sign"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete --")])
def test_script(shell: str, sign: str, capfd: Capture) -> None:
    assert run(["completion", shell]) == 0
    out = capfd.readouterr().out
    assert sign in out
    assert "_RASHOMON_COMPLETE" in out


def test_unknown_shell(capfd: Capture) -> None:
    assert run(["completion", "tcsh"]) == 2
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish'" in capfd.readouterr().err


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["rashomon", "comp"], ["compare", "completion"]),
        (["rashomon", "sch"], ["schema"]),
        (["rashomon", "compare", "--form"], ["--format"]),
        (["rashomon", "compare", "--format", "j"], ["json"]),
        (["rashomon", "completion", ""], ["bash", "zsh", "fish"]),
    ],
)
def test_bash_completes(words: list[str], expected: list[str], tmp_path: Path, capfd: Capture) -> None:
    assert run(["completion", "bash"]) == 0
    script = tmp_path / "completion.bash"
    script.write_text(capfd.readouterr().out)
    command = tmp_path / "rashomon"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m rashomon "$@"\n')
    command.chmod(0o755)
    code = COMPLETE.format(words=" ".join(f"'{word}'" for word in words), at=len(words) - 1)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    result = subprocess.run(
        ["bash", "-c", code, "bash", str(script)],
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split() == expected
