"""attribution-lint annotate"""

from __future__ import annotations

import os
from typing import Any

import click

from attribution_lint.annotations import WRITERS, annotated
from attribution_lint.cli.options import chosen, config_options, discovery_for
from attribution_lint.draft import read_bytes
from attribution_lint.errors import DraftError
from attribution_lint.formats import format_of
from attribution_lint.linter import Linter
from attribution_lint.writing import write_whole


@click.command("annotate")
@click.argument("path", metavar="DRAFT", type=click.Path())
@click.option(
    "-o", "--output", required=True, metavar="FILE", type=click.Path(), help="Where the copy with the remarks goes."
)
@click.option("--format", "input_format", type=click.Choice(list(WRITERS)), help="Read the draft in this format.")
@config_options
def command(path: str, output: str, input_format: str | None, **options: Any) -> int:
    """Write a copy of a Word or HTML draft with each diagnostic at its words: a comment, or a mark."""
    if os.path.realpath(path) == os.path.realpath(output):
        raise DraftError(output, "is the draft itself", "give the copy another name")
    data = read_bytes(path)
    name = input_format or format_of(path)
    settings = discovery_for(options["config_file"], options["isolated"]).settings_for(path)
    linter = Linter(chosen(settings, options["select"], options["extend_select"], options["ignore"]))
    found = linter.lint_bytes(data, path, name).diagnostics
    write_whole(output, annotated(data, path, name, found))
    click.echo(f"{output}: {len(found)} {'remark' if len(found) == 1 else 'remarks'}", err=True)
    return 0
