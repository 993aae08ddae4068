"""Options that several commands share, and the settings that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from attribution_lint.cli.completion import input_formats, selectors
from attribution_lint.config import Discovery
from attribution_lint.settings import Settings

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--config",
        "config_file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Use this configuration for every draft instead of the nearest one.",
    ),
    click.option("--isolated", is_flag=True, help="Read no configuration."),
    click.option(
        "--select",
        multiple=True,
        metavar="CODES",
        shell_complete=selectors,
        help="Rules to use: codes, prefixes or ALL, comma-separated.",
    ),
    click.option(
        "--extend-select",
        multiple=True,
        metavar="CODES",
        shell_complete=selectors,
        help="Rules to use besides those selected.",
    ),
    click.option("--ignore", multiple=True, metavar="CODES", shell_complete=selectors, help="Rules not to use."),
)
_INPUT_OPTIONS = (
    click.option(
        "--format",
        "input_format",
        metavar="FORMAT",
        shell_complete=input_formats,
        help="Read every draft in this format instead of by its suffix.",
    ),
    click.option(
        "--stdin-filename",
        metavar="PATH",
        type=click.Path(),
        help="Name of the draft on standard input: tells its configuration and format.",
    ),
)


def config_options(function: Decorated) -> Decorated:
    """Add the options that choose a configuration and rules."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def input_options(function: Decorated) -> Decorated:
    """Add the options that say how drafts are read."""
    for option in reversed(_INPUT_OPTIONS):
        function = option(function)
    return function


def discovery_for(config_file: Path | None, isolated: bool) -> Discovery:
    """Return where settings come from. Raises a usage error if both options are given."""
    if config_file and isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    return Discovery(config_file, isolated)


def chosen(settings: Settings, select: Iterable[str], extend_select: Iterable[str], ignore: Iterable[str]) -> Settings:
    """Return the settings with the choices of the command line."""
    return settings.with_choices(select=_codes(select), extend_select=_codes(extend_select), ignore=_codes(ignore))


def settings_here(
    config_file: Path | None,
    isolated: bool,
    select: Iterable[str],
    extend_select: Iterable[str],
    ignore: Iterable[str],
    path: str = "draft",
) -> Settings:
    """Return the settings in force for a draft at `path`, by default one in the current folder."""
    settings = discovery_for(config_file, isolated).settings_for(path)
    return chosen(settings, select, extend_select, ignore)


def _codes(given: Iterable[str]) -> list[str]:
    return [code for part in given for code in part.replace(",", " ").split()]
