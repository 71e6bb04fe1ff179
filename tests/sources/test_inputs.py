"""What the user named -> single inputs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from rashomon.errors import NotFound
from rashomon.sources.inputs import expand


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_is_not_the_current_folder(name: str) -> None:
    (item,) = expand([name])
    assert isinstance(item.error, NotFound)
    assert "empty" in item.error.what


@pytest.mark.parametrize("end", ["\n", "\0"])
def test_a_list_on_stdin(tmp_path: Path, end: str) -> None:
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    for name in names:
        Path(name).write_text("Some words.", encoding="utf-8")
    assert [item.name for item in expand(["-"], io.StringIO(end.join([*names, ""])))] == names


def test_each_file_once_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("Some words.", encoding="utf-8")
    found = expand([str(tmp_path / "b.txt"), str(tmp_path), str(tmp_path / "*.txt")])
    assert [Path(item.name).name for item in found] == ["a.txt", "b.txt"]
