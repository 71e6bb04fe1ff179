"""The command's front: help, version, and errors that nobody expected."""

from __future__ import annotations

import click
import pytest

import rashomon
from rashomon.cli import main

Capture = pytest.CaptureFixture[str]


def test_version(capfd: Capture) -> None:
    assert main.run(["--version"]) == 0
    assert capfd.readouterr().out == f"rashomon, version {rashomon.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help_has_examples_and_exit_codes(arguments: list[str], capfd: Capture) -> None:
    assert main.run(arguments) == 0
    out = capfd.readouterr().out
    for part in ("Examples:", "Exit codes:", "130", "compare", "completion", "schema"):
        assert part in out


def test_unknown_command(capfd: Capture) -> None:
    assert main.run(["compute"]) == 2
    assert "No such command 'compute'" in capfd.readouterr().err


def test_no_command_shows_the_help(capfd: Capture) -> None:
    assert main.run([]) == 2
    assert "Usage: rashomon" in capfd.readouterr().err


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that fails in a way that no one foresaw."""

    @click.command()
    def fail() -> None:
        raise ZeroDivisionError("a \x1b[2Jfault\nof two lines")

    monkeypatch.setitem(main.commands.commands, "fail", fail)


@pytest.mark.usefixtures("broken")
def test_unexpected_error_is_one_line(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASHOMON_DEBUG", raising=False)
    assert main.run(["fail"]) == 1
    assert capfd.readouterr().err == (
        "rashomon: unexpected ZeroDivisionError: a �[2Jfault\n"
        "This is a fault of the program; run with RASHOMON_DEBUG=1 for the trace.\n"
    )


@pytest.mark.usefixtures("broken")
def test_unexpected_error_with_its_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main.run(["fail"])


def test_main_leaves_with_the_code() -> None:
    with pytest.raises(SystemExit) as left:
        main.main(["compute"])
    assert left.value.code == 2
