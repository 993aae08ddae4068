"""attribution-lint sources"""

from __future__ import annotations

import sys
from typing import Any

import click

from attribution_lint.cli.options import config_options, input_options
from attribution_lint.cli.outputs import in_utf8, look
from attribution_lint.cli.stories import Stories
from attribution_lint.reporters.ledgers import FORMS, renderer_for


@click.command("sources")
@click.argument("paths", nargs=-1, metavar="[PATH…]", type=click.Path())
@click.option(
    "--output-format", type=click.Choice(list(FORMS)), default="text", show_default=True, help="How to print them."
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour the text. [default: on a terminal unless NO_COLOR is set]",
)
@input_options
@config_options
def command(paths: tuple[str, ...], output_format: str, color: str, **options: Any) -> int:
    """Show the sources of drafts: who says what, and which figures and quotations rest on whom.

    The current folder is read if nothing is named; - is standard input.
    """
    from attribution_lint.ledger import ledger_of

    stories = Stories(options)
    ledgers = (ledger_of(each.draft, each.prose, each.analysis) for _, each in stories.read(paths or (".",)))
    if output_format != "text":
        in_utf8(sys.stdout)
    for piece in renderer_for(output_format)(ledgers, look(color)):
        sys.stdout.write(piece)
    return stories.status()
