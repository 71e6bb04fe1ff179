"""What the command line must not overwrite, and output that the system refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.cli.main import run
from tests.reports import folder

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("inputs", ["{tmp}/saved", "{tmp}/saved/*", "{tmp}/saved/ferry.txt"])
@pytest.mark.parametrize("option", ["--html", "--output"])
def test_an_input_is_never_overwritten(tmp_path: Path, capfd: Capture, inputs: str, option: str) -> None:
    saved = folder(tmp_path / "saved")
    page = saved / "ferry.txt"
    before = page.read_bytes()
    code = run(["compare", inputs.format(tmp=tmp_path), str(saved), option, str(page)])
    assert code == 2
    assert "is also an input" in capfd.readouterr().err
    assert page.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_a_clear_error(tmp_path: Path) -> None:
    saved = folder(tmp_path / "saved")
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "rashomon", "compare", str(saved)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "the output cannot be written" in done.stderr
    assert "fault of the program" not in done.stderr
