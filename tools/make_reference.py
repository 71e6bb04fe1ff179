"""Write docs/reference.md from the program itself (``make reference``).

The command line's help, the settings, the error tree with its exit codes and the JSON format
each come from the code that they describe; tests/docs checks that the file is up to date.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

from rashomon import errors
from rashomon.cli.main import commands
from rashomon.render import as_csv, as_json
from rashomon.settings import Settings

TARGET = Path(__file__).resolve().parent.parent / "docs" / "reference.md"
WIDTH = 100

INTRODUCTION = """# Reference

Written by `make reference` from the program itself; do not edit it by hand."""

JSON_INTRODUCTION = """## The breakdown as JSON

What `rashomon compare INPUT... --format json` prints. `rashomon schema` prints the JSON Schema. \
Two mentions in one variant agree; a pair of variants without a row in `relations` is compatible. \
The format is public interface: `schema` names its version."""

CSV_SECTION = """## The mentions, the series and the links as CSV

`--format csv` writes one row for each mention, UTF-8, with a header row. The columns: {columns}.

`--format series-csv` writes one row for each value of a series (a contested quantity by party and time). \
The columns: {series}.

`--format links-csv` writes one row for each link between two reports: the origin in which it stands, its kind, the \
share of the shorter text, the id of the source where it is known and how sure that is. The columns: {links}.

A cell that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@` or a tab, \
and is no plain number) gets an apostrophe before it."""


def reference() -> str:
    """The whole file."""
    csv = CSV_SECTION.format(
        columns=", ".join(as_csv.COLUMNS), series=", ".join(as_csv.SERIES_COLUMNS), links=", ".join(as_csv.LINK_COLUMNS)
    )
    parts = [INTRODUCTION, *_commands(), _settings(), _errors(), csv, *_schema()]
    return "\n\n".join(parts) + "\n"


def _commands() -> Iterator[str]:
    """Each command's help, as the command line prints it."""
    yield "## Command line"
    root = _context(commands, "rashomon")
    yield _block(commands.get_help(root))
    for name in commands.list_commands(root):
        command = commands.get_command(root, name)
        assert command is not None, name
        yield f"### rashomon {name}"
        yield _block(command.get_help(_context(command, name, root)))


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    width = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    return command.make_context(name, [], parent, resilient_parsing=True, **width)


def _block(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return f"```text\n{lines}\n```"


def _settings() -> str:
    """The rows of Settings."""
    rows = [
        f"| {row.name} | RASHOMON_{row.name.upper()} | {row.default} | {row.metadata['help']} |"
        for row in fields(Settings)
    ]
    head = ["## Settings", "", "An option of the command line overrides the environment.", ""]
    return "\n".join(
        [*head, "| setting | in the environment | default | meaning |", "| --- | --- | --- | --- |", *rows]
    )


def _errors() -> str:
    """The tree at the top of errors.py."""
    text = inspect.getdoc(errors) or ""
    tree = "\n".join(line for line in text.splitlines()[2:] if line.strip() and line.startswith("    "))
    head = "## Errors\n\nEvery error that the library raises, with the exit code of the command line."
    return f"{head}\n\n{_block(inspect.cleandoc(tree))}"


def _schema() -> Iterator[str]:
    """A table for each object of the JSON format."""
    schema: dict[str, Any] = json.loads(as_json.schema())
    yield JSON_INTRODUCTION
    yield _object("breakdown", schema)
    for name, part in schema["$defs"].items():
        if part.get("type") == "object":
            yield _object(name, part)


def _object(name: str, part: dict[str, Any]) -> str:
    rows = [
        f"| {key} | {_type(value)} | {_cell(value.get('description', ''))} |"
        for key, value in part["properties"].items()
    ]
    head = [f"### {name}", "", part.get("description", ""), "", "| field | type | meaning |", "| --- | --- | --- |"]
    return "\n".join([*head, *rows])


def _type(value: dict[str, Any]) -> str:
    """The type of a field in a few words."""
    if "const" in value:
        return f'"{value["const"]}"'
    if "enum" in value:
        return " \\| ".join("null" if item is None else str(item) for item in value["enum"])
    if "$ref" in value:
        return str(value["$ref"]).rsplit("/", 1)[-1]
    kind = value.get("type", "any")
    if kind == "array":
        return f"list of {_type(value.get('items', {}))}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|")


def main() -> int:
    """Write the file."""
    TARGET.write_text(reference(), encoding="utf-8")
    print(f"Wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
