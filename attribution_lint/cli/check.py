"""attribution-lint check"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from attribution_lint.cli import fail, outputs, statistics
from attribution_lint.cli.jobs import outcomes
from attribution_lint.cli.options import config_options, input_options
from attribution_lint.cli.progress import with_progress
from attribution_lint.cli.run import STDIN, Run
from attribution_lint.visible import shown


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH…]", type=click.Path())
@outputs.output_options
@config_options
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="Least severity that makes the exit status 1. [default: warning]",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although there are diagnostics.")
@click.option("--fix", is_flag=True, help="Make the safe fixes; - writes the mended draft to standard output.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: make the fixes that need a look, too.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option(
    "--baseline", type=click.Path(dir_okay=False, path_type=Path), help="Report only what this file does not know."
)
@click.option("--write-baseline", is_flag=True, help="Write what is found to the baseline instead of reporting it.")
@input_options
@click.option("--statistics", is_flag=True, help="Print how hard each draft is to read, once all are linted.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Lint in so many processes. [default: one for every 40 new drafts, at most one for every processor]",
)
@click.option("--no-cache", is_flag=True, help="Analyse every draft anew and keep nothing.")
@click.option(
    "--cache-dir",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="ATTRIBUTION_LINT_CACHE_DIR",
    show_envvar=True,
    help="Where to keep what was found. [default: your folder of caches]",
)
@click.option("--force-exclude", is_flag=True, help="Keep to “exclude” for drafts that are named, too.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Lint drafts: files, folders, or - for standard input; the current folder if nothing is named."""
    outputs.check_targets(options["output_file"])
    run = Run(options)
    drafts = run.drafts(paths or (".",))
    outputs.check_targets(options["output_file"], drafts)
    for outcome in with_progress(outcomes(run, drafts, options["jobs"]), len(drafts)):
        run.add(outcome)
    run.end()
    for message in dict.fromkeys(map(str, run.errors)):  # a configuration is wrong for many drafts
        fail(message)
    if options["write_baseline"]:
        count = run.write_baseline()
        known = f"{_count(count, 'diagnostic')} of {_count(len(run.results), 'draft')}"
        click.echo(f"The baseline knows {known}.", err=True)
        return 2 if run.errors else 0
    changed = _show_changes(run, paths, **options)
    if run.measured:
        click.echo(statistics.table(run.measured), err=True)
    if run.errors:
        return 2
    return 1 if (run.failed or (changed and options["diff"])) and not options["exit_zero"] else 0


def _show_changes(run: Run, paths: tuple[str, ...], **options: Any) -> bool:
    """Print the diff, the mended draft or the report, whichever is asked for; return whether fixes were made."""
    fixed = sum(mended.count for _, mended in run.mended)
    if options["diff"]:
        for path, mended in run.mended:
            sys.stdout.writelines(outputs.diff(path, mended.old_text, mended.new_text, sys.stdout.isatty()))
        what = f"Would fix {_count(fixed, 'problem')} in {_count(len(run.mended), 'draft')}." if fixed else "No fixes."
        click.echo(what, err=True)
        _tell_of_documents(run)
        return bool(run.mended)
    if options["fix"] and STDIN in paths:
        outputs.write(run.report(), options, to_stderr=True)
        for result in run.results:
            sys.stdout.write(result.draft.text)
    else:
        outputs.write(run.report(), options)
    if run.mended:
        click.echo(f"Fixed {_count(fixed, 'problem')} in {_count(len(run.mended), 'draft')}.", err=True)
    if options["fix"]:
        _tell_of_documents(run)
    return bool(run.mended)


def _tell_of_documents(run: Run) -> None:
    """Say of documents with fixes, which stay as they are, what writes the remarks into a copy."""
    for result in run.results:
        if result.draft.extracted and any(found.fix for found in result.diagnostics):
            path = shown(result.draft.path)
            how = f"“attribution-lint annotate {path} -o COPY.docx” writes the remarks into a copy"
            click.echo(f"{path} was not changed: {how}.", err=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
