"""attribution-lint lsp"""

from __future__ import annotations

import sys

import click

from attribution_lint.errors import UserError


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Talk over standard input and output. [default]")
@click.option(
    "--tcp",
    "port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Talk over TCP on 127.0.0.1 instead, to one client; 0 takes a free port and prints it on stderr.",
)
def command(stdio: bool, port: int | None) -> int:
    """Run the language server for an editor."""
    if stdio and port is not None:
        raise click.UsageError("--stdio and --tcp exclude each other")
    from attribution_lint.lsp import run

    if port is None:
        if sys.stdin.isatty():
            click.echo("This serves an editor, which starts it by itself. Ctrl-C ends it.", err=True)
        return run.serve_streams()
    try:
        return run.serve_tcp(port, lambda taken: click.echo(f"listening on 127.0.0.1:{taken}", err=True))
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        raise UserError(f"--tcp {port}", what, "choose another port, or 0 for a free one") from None
