"""The ``rashomon`` command: its group, and the one place where an error becomes an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from rashomon.cli.check import check
from rashomon.cli.compare import compare
from rashomon.cli.completion import completion
from rashomon.cli.schema import schema
from rashomon.errors import RashomonError
from rashomon.render.safe import printable

INTERRUPTED = 130
_RUBBISH = 200_000  # objects made before a search for cycles: claims are many and hold none

HELP = """Compare many outlets' reports of one event, claim by claim.

\b
Examples:
  rashomon compare saved/*.html
  rashomon compare saved/ --html report.html
  rashomon compare reports.jsonl --format json -o breakdown.json
  cat addresses.txt | rashomon compare -
  rashomon check summary.txt --against article.html

\b
Exit codes:
  0    the breakdown was made; inputs that could not be read are on stderr
  1    something unexpected: a fault of this program; with check: a claim was flagged
  2    an option or a setting makes no sense
  3    nothing could be read, or fewer than two reports
  4    with --strict: an input could not be read
  130  interrupted
"""


@click.group(help=HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="rashomon", prog_name="rashomon")
def commands() -> None:
    pass


commands.add_command(compare)
commands.add_command(check)
commands.add_command(schema)
commands.add_command(completion)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # many small products, which threads only make dearer
    gc.set_threshold(_RUBBISH, 50, 50)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; messages go to stderr, never a trace of an error we know."""
    try:
        code = commands.main(arguments, prog_name="rashomon", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("rashomon: interrupted", err=True)
        return INTERRUPTED
    except RashomonError as error:
        click.echo(f"rashomon: {printable(str(error))}", err=True)
        return error.exit_code
    except Exception as error:
        return _unexpected(error)
    return code if isinstance(code, int) else 0


def _unexpected(error: Exception) -> int:
    if os.environ.get("RASHOMON_DEBUG", "0") not in {"", "0"}:
        raise error
    first = (str(error).splitlines() or [""])[0]
    click.echo(f"rashomon: unexpected {type(error).__name__}: {printable(first)}", err=True)
    click.echo("This is a fault of the program; run with RASHOMON_DEBUG=1 for the trace.", err=True)
    return 1
