"""Where the report goes: formats, files, colour and width."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import unified_diff
from itertools import pairwise
from typing import Any, TextIO, TypeVar

import click

from attribution_lint.draft import Draft
from attribution_lint.errors import UserError, nearest
from attribution_lint.reporters import REPORTERS, Report, reporter_for
from attribution_lint.reporters.ledgers import Look
from attribution_lint.visible import shown

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_NARROWEST, _WIDEST = 60, 120
_FOR_CONSOLES = ("text", "concise")
_NOT_IN_A_NAME = re.compile('[\0-\x1f"\\\\\x7f\udc80-\udcff]')
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
        type=click.Path(),
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


def write(report: Report, options: Mapping[str, Any], to_stderr: bool = False) -> None:
    """Print the report and write it to the files that are asked for. Raises UserError for one that fails."""
    name, printed = options["output_format"], True
    for given in options["output_file"]:
        other, path = _target(given)
        if other:
            _to_file(path, report, other)
        else:
            _to_file(given, report, name)
            printed = False
    if printed:
        stream = sys.stderr if to_stderr else sys.stdout
        if name not in _FOR_CONSOLES:
            in_utf8(stream)
        shown = replace(report, colour=_wants_colour(options["color"], stream), width=_width())
        stream.writelines(reporter_for(name)(shown))


def check_targets(files: Iterable[str], drafts: Iterable[str] = ()) -> None:
    """Raise a usage error for a value of --output-file that names no file, a draft, or a format that does not exist."""
    written: set[str] = set()
    read = {os.path.realpath(draft) for draft in drafts}
    for given in files:
        path = os.path.realpath(_target(given)[1])
        if path in read:
            raise click.UsageError(f"--output-file {given}: is one of the drafts: give the report another name")
        if path in written and (os.path.isfile(path) or not os.path.exists(path)):
            raise click.UsageError(f"--output-file {given}: is named twice: give each report its own file")
        written.add(path)


def _target(given: str) -> tuple[str, str]:
    """Return the format, if one is given, and the file of a value of --output-file."""
    other, separator, path = given.partition("=")
    if not separator or not other.isalpha():
        other, path = "", given
    elif other not in REPORTERS:
        hint = f"{nearest(other, REPORTERS)} For a file of that name write ./{given}"
        raise click.UsageError(f"--output-file {given}: no such format “{other}”: {hint}")
    if not path:
        raise click.UsageError(f"--output-file {given}: no file is named")
    return other, path


def in_utf8(stream: TextIO) -> None:
    """Have a stream write UTF-8, as the programs that read our formats expect, whatever the console's encoding is."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=stream.errors)


def look(color: str) -> Look:
    """Return how standard output is to be written for people."""
    return Look(_wants_colour(color, sys.stdout), _width())


def diff(path: str, old: str, new: str, for_people: bool = False) -> Iterator[str]:
    """Yield a unified diff of a draft, lines as a draft counts them.

    It can be applied as a patch, but for that on a terminal, `for_people`, hidden characters are shown.
    """
    if for_people:
        yield from (shown(line.rstrip("\r\n")) + "\n" for line in diff(path, old, new))
        return
    before, after = (_quoted(f"{side}/{path.lstrip('/')}") for side in "ab")
    for line in unified_diff(_lines(path, old), _lines(path, new), before, after):
        yield line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"


def _quoted(name: str) -> str:
    r"""Return a name as a patch has it: as git does, in quotes if it could be taken for more than a name."""
    if not _NOT_IN_A_NAME.search(name):
        return name
    escaped = _NOT_IN_A_NAME.sub(lambda match: _octal(match[0]), name)
    return f'"{escaped}"'


def _octal(sign: str) -> str:
    return f"\\{sign}" if sign in '"\\' else "".join(f"\\{byte:03o}" for byte in os.fsencode(sign))


def _lines(path: str, text: str) -> list[str]:
    starts = [*Draft(path, text).line_starts, len(text)]
    return [text[start:end] for start, end in pairwise(starts) if start < end]


def _to_file(path: str, report: Report, name: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(reporter_for(name)(report))
    except OSError as error:
        raise UserError(path, f"cannot be written: {(error.strerror or str(error)).lower()}") from None


def _wants_colour(color: str, stream: TextIO) -> bool:
    if color != "auto":
        return color == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return min(max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST), _WIDEST)
