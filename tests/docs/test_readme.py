"""The README shows what the program prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n\$ (rashomon compare examples/ferry [^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_excerpt_is_what_the_command_prints() -> None:
    ((command, shown),) = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=environment | {"NO_COLOR": "1", "COLUMNS": "100"},
        capture_output=True,
        check=True,
    )
    assert shown == done.stdout.decode("utf-8"), f"Paste what this prints: {command}"
