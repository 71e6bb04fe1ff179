"""``rashomon compare``: options, files, what goes to stdout and what to stderr, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.cli.main import run
from tests.reports import FERRY, folder

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def saved(tmp_path: Path) -> str:
    return str(folder(tmp_path / "saved"))


def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    """The command line in a process of its own."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen([sys.executable, "-m", "rashomon", *arguments], **pipes)  # type: ignore[call-overload,no-any-return]


def test_terminal_view_in_a_pipe(saved: str, capfd: Capture) -> None:
    assert run(["compare", saved]) == 0
    out, err = capfd.readouterr()
    assert "2 reports" in out
    assert "injured" in out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 100
    assert err == ""


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
    ],
)
def test_color(
    saved: str,
    capfd: Capture,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    colored: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run(["compare", saved, *arguments]) == 0
    assert ("\x1b[" in capfd.readouterr().out) == colored


@pytest.mark.parametrize(
    ("environment", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_color_on_a_terminal(saved: str, environment: dict[str, str], colored: bool) -> None:
    ours, theirs = os.openpty()
    clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = start("compare", saved, stdout=theirs, env=clean | {"TERM": "xterm", "COLUMNS": "60"} | environment)
    os.close(theirs)
    out = b""
    while True:
        try:
            out += os.read(ours, 65536)
        except OSError:
            break
    assert process.wait() == 0
    assert b"injured" in out
    assert (b"\x1b[" in out) == colored


def test_width(saved: str, capfd: Capture) -> None:
    assert run(["compare", saved, "--width", "40"]) == 0
    assert max(map(len, capfd.readouterr().out.splitlines())) <= 40


def test_json(saved: str, capfd: Capture) -> None:
    assert run(["compare", saved, "--format", "json"]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["schema"] == "rashomon/breakdown/1"
    assert len(document["reports"]) == 2


def test_same_bytes_in_any_order(saved: str, capfd: Capture) -> None:
    files = [f"{saved}/ferry.txt", f"{saved}/tide.txt"]
    texts = []
    for inputs in (files, files[::-1]):
        assert run(["compare", *inputs, "--format", "json"]) == 0
        texts.append(capfd.readouterr().out)
    assert texts[0] == texts[1]


def test_csv_and_markdown(saved: str, capfd: Capture) -> None:
    assert run(["compare", saved, "--format", "csv"]) == 0
    assert any("injured" in row["quote"] for row in csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert run(["compare", saved, "--format", "series-csv"]) == 0
    assert {row["low"] for row in csv.DictReader(io.StringIO(capfd.readouterr().out))} == {"9.0", "14.0"}
    assert run(["compare", saved, "--format", "links-csv"]) == 0
    assert capfd.readouterr().out.startswith("origin,agency,kind,share,source,confidence,report_a,")
    assert run(["compare", saved, "--format", "md"]) == 0
    assert capfd.readouterr().out.startswith("# ")


def test_files(saved: str, tmp_path: Path, capfd: Capture) -> None:
    out, html = tmp_path / "out.json", tmp_path / "report.html"
    assert run(["compare", saved, "--format", "json", "-o", str(out), "--html", str(html)]) == 0
    assert capfd.readouterr() == ("", f"Wrote {out}\nWrote {html}\n")
    assert json.loads(out.read_text(encoding="utf-8"))["reports"]
    assert "<html" in html.read_text(encoding="utf-8")
    assert sorted(os.listdir(tmp_path)) == ["out.json", "report.html", "saved"]
    assert stat.S_IMODE(out.stat().st_mode) & 0o400


def test_what_was_removed_and_what_is_doubted(tmp_path: Path, capfd: Capture) -> None:
    for name in ("a", "b"):
        text = f"PUBLISHED: 1970-01-01\n\n{FERRY}\n\nAdvertisement\n\nThe ferry. (AP Photo/\x1b[31mJane Doe)"
        (tmp_path / f"{name}.txt").write_text(text)
    assert run(["compare", str(tmp_path), "--show-removed"]) == 0
    out, err = capfd.readouterr()
    assert "Advertisement" not in out
    assert "a.txt: 2 pieces removed\n  an advertisement's place: “Advertisement”\n  who took a picture: “(AP" in err
    assert f"Doubted, and kept as stated (2):\n  {tmp_path}/a.txt: Its date of publication is 1970-01-01" in err
    assert "\x1b" not in err
    assert run(["compare", str(tmp_path), "--strict", "--quiet"]) == 0
    assert capfd.readouterr().err == ""


def test_html_beside_stdout(saved: str, tmp_path: Path, capfd: Capture) -> None:
    assert run(["compare", saved, "--quiet", "-o", "-", "--html", str(tmp_path / "r.html")]) == 0
    out, err = capfd.readouterr()
    assert "2 reports" in out
    assert err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "{tmp}/no/out.txt"], "--output: the folder '{tmp}/no' does not exist. Create it"),
        (["--html", "{tmp}"], "--html: '{tmp}' is a folder. Name a file."),
        (["-o", "{tmp}/x", "--html", "{tmp}/x"], "--html: '{tmp}/x' is the file of --output, too."),
        (
            ["-o", "{tmp}/saved/ferry.txt", "{tmp}/saved/ferry.txt"],
            "--output: '{tmp}/saved/ferry.txt' is also an input",
        ),
        (["--max-bytes", "0"], "max_bytes: 0 is not a whole number above zero."),
        (["--max-bytes", "many"], "'many' is not a valid integer"),
        (["--limit", "-1"], "-1 is not in the range"),
        (["--format", "yaml"], "'yaml' is not one of"),
        (["--outlets", "{tmp}/none.csv"], "{tmp}/none.csv"),
    ],
)
def test_usage_errors(saved: str, tmp_path: Path, capfd: Capture, arguments: list[str], message: str) -> None:
    assert run(["compare", saved, *(part.format(tmp=tmp_path) for part in arguments)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert message.format(tmp=tmp_path) in err
    assert (tmp_path / "saved" / "ferry.txt").read_text(encoding="utf-8") == FERRY


def test_no_input_is_a_usage_error(capfd: Capture) -> None:
    assert run(["compare"]) == 2
    assert "Missing argument 'INPUT...'" in capfd.readouterr().err


def test_bad_environment(saved: str, capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_TIMEOUT", "soon")
    assert run(["compare", saved]) == 2
    assert "RASHOMON_TIMEOUT: 'soon' is not a number." in capfd.readouterr().err


def test_too_few(tmp_path: Path, capfd: Capture) -> None:
    assert run(["compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert "no report can be compared and two are needed" in err
    assert str(tmp_path / "a.txt") in err


@pytest.mark.parametrize(("strict", "code"), [([], 0), (["--strict"], 4)])
def test_problems_are_told(saved: str, capfd: Capture, strict: list[str], code: int) -> None:
    missing = [f"{saved}/missing-{n:02}.txt" for n in range(12)]
    assert run(["compare", saved, *missing, *strict]) == code
    out, err = capfd.readouterr()
    assert "2 reports" in out
    lines = err.splitlines()
    assert lines[0] == "Not read (12):"
    assert missing[0] in lines[1]
    assert len(lines) == 12
    assert lines[-1] == "  and 2 more"


def test_quiet_tells_no_problems(saved: str, capfd: Capture) -> None:
    assert run(["compare", saved, f"{saved}/missing.txt", "-q", "--strict"]) == 4
    assert capfd.readouterr().err == ""


def test_list_on_stdin(saved: str) -> None:
    process = start("compare", "-", stdin=subprocess.PIPE)
    out, err = process.communicate(f"{saved}/ferry.txt\n{saved}/tide.txt\n".encode())
    assert (process.returncode, err) == (0, b"")
    assert b"2 reports" in out


def test_closed_pipe_is_quiet(saved: str) -> None:
    process = start("compare", saved, "--format", "json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) == signal.SIG_IGN, reason="interrupts are ignored: run by nohup or &"
)
def test_interrupt_leaves_no_trace() -> None:
    process = start("compare", "-", stdin=subprocess.PIPE)
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert err.split() == [b"rashomon:", b"interrupted"]


def test_device_as_output(saved: str) -> None:
    assert run(["compare", saved, "-q", "-o", os.devnull]) == 0
    assert Path(os.devnull).is_char_device()


def test_a_file_is_replaced_whole(saved: str, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("old")
    out.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(out)
    assert run(["compare", saved, "-q", "--format", "md", "-o", str(link)]) == 0
    assert link.is_symlink()
    assert out.read_text(encoding="utf-8").startswith("# ")
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
