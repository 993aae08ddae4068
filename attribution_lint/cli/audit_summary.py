"""attribution-lint audit-summary"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("audit-summary")
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="EARLIER",
    help="Show what changed since this audit of the same archive by other rules.",
)
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@click.option(
    "--examples", type=click.IntRange(min=0), default=3, show_default=True, metavar="N", help="Examples of each rule."
)
def command(folder: Path, against: Path | None, output_format: str, examples: int) -> int:
    """Show what an audit found: how often each rule fires, on what share of stories, and examples."""
    from attribution_lint.audit import need_pyarrow

    need_pyarrow()
    from attribution_lint.audit.comparison import changes_between
    from attribution_lint.audit.summary import summary_of
    from attribution_lint.audit.telling import as_json, as_text

    summary = summary_of(folder, examples)
    changes = changes_between(folder, against, examples) if against else None
    if output_format == "json":
        click.echo(as_json(summary, changes))
    else:
        for line in as_text(summary, changes):
            click.echo(line)
    return 0
