"""``rashomon schema``: the JSON Schema of ``--format json``."""

from __future__ import annotations

import click

from rashomon.cli.output import to_stdout
from rashomon.render import as_json


@click.command()
def schema() -> None:
    """Print the JSON Schema of a breakdown."""
    to_stdout(as_json.schema())
