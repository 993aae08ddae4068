"""attribution-lint check"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import click

from attribution_lint.cli import outputs
from attribution_lint.cli.options import chosen, config_options, discovery_for
from attribution_lint.cli.progress import with_progress
from attribution_lint.config import Discovery
from attribution_lint.draft import read_bytes
from attribution_lint.errors import DraftError, UserError
from attribution_lint.formats import formats, known_suffixes
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Rule, Severity
from attribution_lint.paths import drafts_in
from attribution_lint.reporters import Report
from attribution_lint.settings import Settings


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@outputs.output_options
@config_options
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="Least severity that makes the exit status 1. [default: warning]",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although there are diagnostics.")
@click.option(
    "--format", "input_format", metavar="FORMAT", help="Read every draft in this format instead of by its suffix."
)
@click.option(
    "--stdin-filename", metavar="PATH", help="Name of the draft on standard input: finds its configuration and format."
)
@click.option("--force-exclude", is_flag=True, help="Keep to “exclude” for drafts that are named, too.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Lint drafts: files, folders, or - for standard input; the current folder if nothing is named."""
    run = _Run(options)
    for path in with_progress(run.drafts(paths or (".",))):
        run.lint(path)
    for error in run.errors:
        click.echo(f"error: {error}", err=True)
    outputs.write(run.report(), options["output_format"], options["output_file"], options["color"])
    if run.errors:
        return 2
    return 1 if run.failed and not options["exit_zero"] else 0


@dataclass
class _Run:
    """One run of the command: settings and linters as drafts ask for them, and what came of each draft."""

    options: dict[str, Any]
    results: list[Result] = field(default_factory=list)
    errors: list[UserError] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)
    failed: bool = False
    _linters: dict[int, Linter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        name = self.options["input_format"]
        if name is not None and name not in formats():
            raise click.UsageError(f"no such format “{name}” (one of {', '.join(formats())})")
        self.discovery: Discovery = discovery_for(self.options["config_file"], self.options["isolated"])

    def drafts(self, paths: Sequence[str]) -> list[str]:
        """Return the drafts that the paths name; what is wrong with a path is kept in `errors`."""
        stdin_name = self.options["stdin_filename"]
        if stdin_name and "-" not in paths:
            raise click.UsageError("--stdin-filename is for the path “-”")
        found, errors = drafts_in(paths, known_suffixes(), self._is_excluded, self.options["force_exclude"])
        self.errors += errors
        return found

    def lint(self, path: str) -> None:
        """Lint one draft; what keeps it from being linted is kept in `errors`."""
        try:
            linter = self.linter_for(path)
            data = sys.stdin.buffer.read() if path == "-" else read_bytes(path)
            result = linter.lint_bytes(data, self._name(path), self.options["input_format"])
        except UserError as error:
            self.errors.append(error)
            return
        except Exception as error:
            self.errors.append(DraftError(path, f"internal error: {type(error).__name__}: {error}", "please report it"))
            return
        self._keep(result, linter.settings)

    def linter_for(self, path: str) -> Linter:
        """Return the linter with the settings of the draft at `path`. Raises ConfigError and PackError."""
        settings = self.discovery.settings_for(self._name(path))
        if id(settings) not in self._linters:
            options = self.options
            linter = Linter(chosen(settings, options["select"], options["extend_select"], options["ignore"]))
            self._linters[id(settings)] = linter
            self.rules.update(linter.rules)
        return self._linters[id(settings)]

    def report(self) -> Report:
        """Return what the run found."""
        return Report(self.results, self.errors, self.rules)

    def _keep(self, result: Result, settings: Settings) -> None:
        least = self.options["fail_on"]
        fail_on = Severity.parse(least) if least else settings.fail_on
        self.failed |= any(found.severity >= fail_on for found in result.diagnostics)
        self.results.append(result)

    def _is_excluded(self, path: str) -> bool:
        try:
            return self.discovery.settings_for(self._name(path)).excludes(self._name(path))
        except UserError:
            return False  # linting the draft will say what is wrong with its configuration

    def _name(self, path: str) -> str:
        return (self.options["stdin_filename"] or "<stdin>") if path == "-" else path
