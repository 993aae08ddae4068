"""attribution-lint audit"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attribution_lint.cli.completion import input_formats
from attribution_lint.cli.jobs import processors
from attribution_lint.cli.options import config_options, settings_here
from attribution_lint.formats import formats
from attribution_lint.visible import shown

if TYPE_CHECKING:
    from attribution_lint.audit.run import Progress

_STEPS = 10_000


@click.command("audit")
@click.argument("source", metavar="SOURCE", type=click.Path())
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Folder for the findings: new, empty, or that of the same audit, which is then gone on with.",
)
@click.option("--id-column", default="id", show_default=True, help="Column that names each story.")
@click.option("--text-column", default="text", show_default=True, help="Column with the text of each story.")
@click.option(
    "--format",
    "input_format",
    metavar="FORMAT",
    shell_complete=input_formats,
    help="How each text is read: plain, html, markdown… [default: plain; in a folder by suffix]",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Audit in so many processes. [default: one per processor]"
)
@click.option(
    "--stories-per-part",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    metavar="N",
    help="Stories in a file; at most so many are audited again after a stop.",
)
@config_options
def command(source: str, output: Path, **options: Any) -> int:
    """Audit a whole archive: JSON Lines, CSV, Parquet, or a folder of stories.

    What is found goes to OUT as Parquet: stories, diagnostics, figures and sources. An audit that was stopped is gone
    on with by the same command.
    """
    from attribution_lint.audit import need_pyarrow

    need_pyarrow()
    from attribution_lint.audit.archives import open_archive
    from attribution_lint.audit.run import audit
    from attribution_lint.audit.unit import Audit

    name = options["input_format"]
    if name is not None and name not in formats():
        raise click.UsageError(f"no such format “{name}” (one of {', '.join(formats())})")
    rules = {key: options[key] for key in ("config_file", "isolated", "select", "extend_select", "ignore")}
    settings = settings_here(**rules, path=source)
    archive = open_archive(source, options["id_column"], options["text_column"])
    unit = Audit(settings, name or (None if archive.folder else "plain"), archive.folder or "")
    same = {
        "format": unit.format,
        **{key: options[key] for key in ("id_column", "text_column")},
        "per-file-ignores": {glob: list(codes) for glob, codes in settings.per_file_ignores.items()},
    }
    jobs = options["jobs"] or processors()
    size = options["stories_per_part"]
    try:
        with _progress() as told:
            kept = audit(archive, unit, output, same, jobs=jobs, stories_per_part=size, told=told)
    except KeyboardInterrupt:
        click.echo("Stopped; the same command goes on from here.", err=True)
        raise
    failed = f", {kept.errors:,} of which could not be read" if kept.errors else ""
    click.echo(shown(f"{kept.stories:,} stories are audited{failed}: {output}"), err=True)
    return 2 if kept.errors else 0


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """Show on a terminal how far an audit is."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    stories = 0
    bar: Any
    with click.progressbar(
        length=_STEPS, label="Auditing", file=sys.stderr, item_show_func=lambda _: f"{stories:,} stories"
    ) as bar:

        def told(progress: Progress) -> None:
            nonlocal stories
            stories = progress.stories
            bar.update(int(progress.share * _STEPS) - bar.pos)

        yield told
