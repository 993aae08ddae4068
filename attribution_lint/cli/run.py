"""One run of `check`: settings and linters as drafts ask for them, and what came of each draft."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attribution_lint import baseline, fixes
from attribution_lint.baseline import Baseline
from attribution_lint.cache import Cache, default_folder
from attribution_lint.cli.options import chosen, discovery_for
from attribution_lint.config import Discovery
from attribution_lint.draft import read_bytes, read_stream
from attribution_lint.errors import DraftError, UserError
from attribution_lint.fixes import Mended
from attribution_lint.formats import formats, known_suffixes
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Rule, Severity
from attribution_lint.paths import drafts_in
from attribution_lint.reporters import Report
from attribution_lint.settings import Settings

if TYPE_CHECKING:
    from attribution_lint.nlp.measures import Measures

STDIN = "-"


@dataclass(frozen=True)
class Outcome:
    """What came of one draft. `failed` says whether a diagnostic is bad enough for exit status 1."""

    path: str
    result: Result | None = None
    error: UserError | None = None
    mended: Mended | None = None
    measured: tuple[str, Measures] | None = None
    failed: bool = False


@dataclass
class Run:
    """What the options of the command ask for, and what was found so far.

    `failed` says whether a diagnostic is bad enough for exit status 1; `mended` are the drafts that fixes change;
    `measured` are the measures of each draft if statistics are asked for.
    Raises a usage error for options that do not go together.
    """

    options: dict[str, Any]
    results: list[Result] = field(default_factory=list)
    errors: list[UserError] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)
    mended: list[tuple[str, Mended]] = field(default_factory=list)
    measured: list[tuple[str, Measures]] = field(default_factory=list)
    failed: bool = False
    _linters: dict[int, Linter] = field(default_factory=dict)
    _baselines: dict[Path, Baseline] = field(default_factory=dict)
    _cache: Cache | None = None

    def __post_init__(self) -> None:
        options = self.options
        name = options["input_format"]
        if name is not None and name not in formats():
            raise click.UsageError(f"no such format “{name}” (one of {', '.join(formats())})")
        if options["unsafe_fixes"] and not (options["fix"] or options["diff"]):
            raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
        if options["write_baseline"] and (options["fix"] or options["diff"]):
            raise click.UsageError("--write-baseline goes without --fix and --diff")
        self.discovery: Discovery = discovery_for(options["config_file"], options["isolated"])
        if not options["no_cache"]:
            self._cache = Cache(options["cache_dir"] or default_folder())

    def drafts(self, paths: Sequence[str]) -> list[str]:
        """Return the drafts that the paths name; what is wrong with a path is kept in `errors`."""
        if self.options["stdin_filename"] and STDIN not in paths:
            raise click.UsageError("--stdin-filename is for the path “-”")
        found, errors = drafts_in(paths, known_suffixes(), self._is_excluded, self.options["force_exclude"])
        self.errors += errors
        return found

    def lint(self, path: str) -> Outcome:
        """Lint one draft, and mend it if asked; an outcome with an error says what keeps it from being linted."""
        try:
            return self._lint(path)
        except UserError as error:
            return Outcome(path, error=error)
        except Exception as error:  # one draft that breaks us must not keep the others from being linted
            what = f"internal error: {type(error).__name__}: {error}"
            return Outcome(path, error=DraftError(path, what, "please report it with the draft"))

    def needs_analysis(self, path: str) -> bool:
        """Whether linting a draft takes more than reading what an earlier run found."""
        if path == STDIN:
            return False  # only this process can read it
        name = self._name(path)
        try:
            linter = self._linter(self._settings(name))
            if self._cache is None or any(self.options[more] for more in ("fix", "diff", "statistics")):
                return True
            return not self._cache.has(linter, read_bytes(path), name, self.options["input_format"])
        except UserError:
            return False  # linting it will say what is wrong, and at once

    def add(self, outcome: Outcome) -> None:
        """Take up what came of a draft; outcomes are reported in the order in which they are added."""
        if outcome.error is not None:
            self.errors.append(outcome.error)
        if outcome.result is not None:
            self.results.append(outcome.result)
        if outcome.mended is not None:
            self.mended.append((outcome.path, outcome.mended))
        if outcome.measured is not None:
            self.measured.append(outcome.measured)
        self.failed |= outcome.failed

    def warm_up(self) -> None:
        """Load what any draft needs."""
        Linter().lint_text("Officials said on Monday that 5 percent agreed.")

    def end(self) -> None:
        """Keep the cache within its bounds."""
        if self._cache is not None:
            self._cache.trim()

    def report(self) -> Report:
        """Return what the run found."""
        return Report(self.results, self.errors, self.rules)

    def write_baseline(self) -> int:
        """Write the baselines of all drafts anew and return how many diagnostics they know of these drafts."""
        by_file: dict[Path, list[Result]] = {}
        for result in self.results:
            file = self._baseline_file(self._settings(result.draft.path))
            if file is None:
                raise click.UsageError("--write-baseline needs --baseline FILE or “baseline” in the configuration")
            by_file.setdefault(file, []).append(result)
        for file, results in by_file.items():
            baseline.read(file, may_be_missing=True).updated(results).write()
        return sum(len(result.diagnostics) for result in self.results)

    def _lint(self, path: str) -> Outcome:
        name = self._name(path)
        settings = self._settings(name)
        linter = self._linter(settings)
        known = self._baseline(settings)

        def lint(data: bytes) -> Result:
            result = self._result(linter, data, name)
            return known.applied_to(result) if known else result

        data = read_stream(sys.stdin.buffer, name) if path == STDIN else read_bytes(path)
        result = lint(data)
        mended = measured = None
        if self.options["fix"] or self.options["diff"]:
            mended = fixes.mend(data, result, lint, self.options["unsafe_fixes"])
            if mended is not None:
                if self.options["fix"] and not self.options["diff"] and path != STDIN:
                    fixes.write(path, mended)
                result = mended.result
        least = self.options["fail_on"]
        fail_on = Severity.parse(least) if least else settings.fail_on
        failed = any(found.severity >= fail_on for found in result.diagnostics)
        if self.options["statistics"]:
            from attribution_lint.nlp.measures import measure  # textstat is imported only if it is asked for

            story = linter.read(data, name, self.options["input_format"])
            measured = (name, measure(story.analysis))
        return Outcome(path, result, None, mended, measured, failed)

    def _result(self, linter: Linter, data: bytes, name: str) -> Result:
        format = self.options["input_format"]
        if self._cache is None:
            return linter.lint_bytes(data, name, format)
        return self._cache.lint_bytes(linter, data, name, format)

    def _settings(self, name: str) -> Settings:
        return self.discovery.settings_for(name)

    def _linter(self, settings: Settings) -> Linter:
        if id(settings) not in self._linters:
            options = self.options
            linter = Linter(chosen(settings, options["select"], options["extend_select"], options["ignore"]))
            self._linters[id(settings)] = linter
            self.rules.update({code: rule for code, rule in linter.rules.items() if rule.reports})
        return self._linters[id(settings)]

    def _baseline(self, settings: Settings) -> Baseline | None:
        file = self._baseline_file(settings)
        if file is None or self.options["write_baseline"]:
            return None
        if file not in self._baselines:
            self._baselines[file] = baseline.read(file)
        return self._baselines[file]

    def _baseline_file(self, settings: Settings) -> Path | None:
        given: Path | None = self.options["baseline"]
        return given or settings.baseline

    def _is_excluded(self, path: str) -> bool:
        try:
            return self._settings(self._name(path)).excludes(self._name(path))
        except UserError:
            return False  # linting the draft will say what is wrong with its configuration

    def _name(self, path: str) -> str:
        return (self.options["stdin_filename"] or "<stdin>") if path == STDIN else path
