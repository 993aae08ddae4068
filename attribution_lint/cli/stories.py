"""The drafts of a command that shows what they rest on: read and analysed one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from attribution_lint.cli import fail
from attribution_lint.cli.options import chosen, discovery_for
from attribution_lint.cli.progress import with_progress
from attribution_lint.draft import read_bytes, read_stream
from attribution_lint.errors import UserError
from attribution_lint.formats import formats, known_suffixes
from attribution_lint.linter import Linter, Story
from attribution_lint.paths import drafts_in
from attribution_lint.settings import Settings

STDIN = "-"


class Stories:
    """What the options of the command ask for; `errors` collects what kept a draft from being read.

    Raises a usage error for options that do not go together.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = options
        self.errors: list[UserError] = []
        name = options["input_format"]
        if name is not None and name not in formats():
            raise click.UsageError(f"no such format “{name}” (one of {', '.join(formats())})")
        self._discovery = discovery_for(options["config_file"], options["isolated"])
        self._linters: dict[int, tuple[Settings, Linter]] = {}

    def read(self, paths: Sequence[str]) -> Iterator[tuple[Linter, Story]]:
        """Yield each draft that the paths name, analysed, with the linter of its settings."""
        if self.options["stdin_filename"] and STDIN not in paths:
            raise click.UsageError("--stdin-filename is for the path “-”")
        found, errors = drafts_in(paths, known_suffixes(), self._is_excluded)
        self.errors += errors
        for path in with_progress(found, len(found)):
            try:
                linter = self._linter(self._discovery.settings_for(self._name(path)))
                data = read_stream(sys.stdin.buffer, self._name(path)) if path == STDIN else read_bytes(path)
                yield linter, linter.read(data, self._name(path), self.options["input_format"])
            except UserError as error:
                self.errors.append(error)

    def status(self) -> int:
        """Say on stderr what could not be read, and return the exit status for it."""
        for message in dict.fromkeys(map(str, self.errors)):
            fail(message)
        return 2 if self.errors else 0

    def _linter(self, settings: Settings) -> Linter:
        if id(settings) not in self._linters:
            options = self.options
            linter = Linter(chosen(settings, options["select"], options["extend_select"], options["ignore"]))
            self._linters[id(settings)] = settings, linter
        return self._linters[id(settings)][1]

    def _is_excluded(self, path: str) -> bool:
        try:
            return self._discovery.settings_for(self._name(path)).excludes(self._name(path))
        except UserError:
            return False  # reading the draft will say what is wrong with its configuration

    def _name(self, path: str) -> str:
        return (self.options["stdin_filename"] or "<stdin>") if path == STDIN else path
