"""``rashomon schema``."""

from __future__ import annotations

import json

import pytest

from rashomon.cli.main import run


def test_schema_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    printed = json.loads(capfd.readouterr().out)
    assert printed["properties"]["schema"]["const"] == "rashomon/breakdown/1"
