"""Every offline command and every Python block of the tutorial, the how-to and the README works on the examples.

A ``$ `` line of a ``console`` block that calls ``rashomon`` is run as it stands, in a folder that
holds nothing but a copy of examples/; lines with an http(s) address are left out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/tutorial.md", "docs/how-to.md")
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CALL = re.compile(r"(^|\| *)rashomon ")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def blocks(page: str, kind: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [body for found, body in BLOCK.findall(text) if found == kind]


def commands(page: str) -> list[str]:
    lines = [line[2:] for block in blocks(page, "console") for line in block.splitlines() if line.startswith("$ ")]
    return [line for line in lines if CALL.search(line) and "http" not in line]


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1"}
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_commands_work(page: str, folder: Path) -> None:
    found = commands(page)
    assert found, f"{page} shows no command that can be run here"
    for line in found:
        result = run(["bash", "-o", "pipefail", "-c", line], folder)
        assert result.returncode == 0, f"{line}\n{result.stderr}"
        assert result.stdout or result.stderr, line


def test_python_blocks_work(folder: Path) -> None:
    code = "\n\n".join(blocks("docs/how-to.md", "python"))
    assert "rashomon.compare" in code
    result = run([sys.executable, "-c", code], folder)
    assert result.returncode == 0, result.stderr
    assert result.stdout


def pages() -> list[str]:
    return ["README.md", *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/**/*.md"))]


@pytest.mark.parametrize("page", pages())
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    missing = [link for link in LINK.findall(text) if not ((ROOT / page).parent / link).exists()]
    assert not missing
