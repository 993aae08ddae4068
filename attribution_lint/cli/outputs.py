"""Where the report goes: formats, files, colour and width."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import click

from attribution_lint.errors import UserError
from attribution_lint.reporters import REPORTERS, Report, reporter_for

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_NARROWEST, _WIDEST = 60, 120
_OPTIONS = (
    click.option(
        "--output-format",
        type=click.Choice(list(REPORTERS)),
        default="text",
        show_default=True,
        help="How to print diagnostics.",
    ),
    click.option(
        "--output-file",
        multiple=True,
        metavar="[FORMAT=]FILE",
        help="Write to a file: in --output-format instead of printing, or besides it in another FORMAT.",
    ),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour the text. [default: on a terminal unless NO_COLOR is set]",
    ),
)


def output_options(function: Decorated) -> Decorated:
    """Add the options that say how and where to report."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def write(report: Report, output_format: str, files: Sequence[str], color: str) -> None:
    """Write the report to stdout and to the files that are asked for. Raises UserError for one that fails."""
    printed = True
    for given in files:
        name, separator, path = given.partition("=")
        if separator and name in REPORTERS:
            _to_file(path, report, name)
        else:
            _to_file(given, report, output_format)
            printed = False
    if printed:
        shown = replace(report, colour=_wants_colour(color), width=_width())
        for part in reporter_for(output_format)(shown):
            sys.stdout.write(part)


def _to_file(path: str, report: Report, name: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(reporter_for(name)(report))
    except OSError as error:
        raise UserError(path, f"cannot be written: {(error.strerror or str(error)).lower()}") from None


def _wants_colour(color: str) -> bool:
    if color != "auto":
        return color == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return min(max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST), _WIDEST)
