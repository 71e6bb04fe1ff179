"""docs/reference.md says what the program says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rashomon.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def generated() -> str:
    code = "import make_reference, sys; sys.stdout.write(make_reference.reference())"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT / "tools", capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def test_the_reference_is_up_to_date() -> None:
    committed = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert committed == generated(), "Run: make reference"


def test_the_reference_names_every_setting_and_command() -> None:
    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    for name in Settings.__slots__:
        assert f"RASHOMON_{name.upper()}" in text
    for command in ("compare", "completion", "schema"):
        assert f"### rashomon {command}\n" in text
