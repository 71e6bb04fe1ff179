"""``rashomon completion``: the script that teaches a shell to complete the command line."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from rashomon.cli.output import to_stdout


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    \b
    bash: rashomon completion bash > ~/.local/share/bash-completion/completions/rashomon
    zsh:  rashomon completion zsh > "${fpath[1]}/_rashomon"
    fish: rashomon completion fish > ~/.config/fish/completions/rashomon.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{shell} is not known; use bash, zsh or fish.")
    to_stdout(kind(context.find_root().command, {}, "rashomon", "_RASHOMON_COMPLETE").source() + "\n")
