"""attribution-lint annotate"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import click

from attribution_lint.annotations import WRITERS, annotated
from attribution_lint.cli.options import chosen, config_options, discovery_for
from attribution_lint.draft import read_bytes
from attribution_lint.errors import DraftError
from attribution_lint.formats import format_of
from attribution_lint.linter import Linter


@click.command("annotate")
@click.argument("path", metavar="DRAFT")
@click.option("-o", "--output", required=True, metavar="FILE", help="Where the copy with the remarks goes.")
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
    _write(output, annotated(data, path, name, found))
    click.echo(f"{output}: {len(found)} {'remark' if len(found) == 1 else 'remarks'}", err=True)
    return 0


def _write(path: str, data: bytes) -> None:
    """Write the file in one step: whole or not at all."""
    target = Path(path)
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, mode)
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise DraftError(path, f"cannot be written: {(error.strerror or str(error)).lower()}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
