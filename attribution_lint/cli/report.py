"""attribution-lint report"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from attribution_lint.cli.options import config_options, input_options
from attribution_lint.cli.stories import STDIN, Stories
from attribution_lint.errors import DraftError
from attribution_lint.writing import write_whole

if TYPE_CHECKING:
    from attribution_lint.sourcemap.view import DraftView


@click.command("report")
@click.argument("paths", nargs=-1, required=True, metavar="DRAFT…", type=click.Path())
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(),
    help="Where the page goes; - for standard output.",
)
@input_options
@config_options
def command(paths: tuple[str, ...], output: str, **options: Any) -> int:
    """Write a page of HTML that shows what drafts rest on: the source map.

    Every figure with its source, who carries how much, and where a story hangs on air. The page is one file and
    fetches nothing.
    """
    stories = Stories(options)
    drafts = list(_views(stories, paths, output))
    if drafts:
        from attribution_lint.sourcemap import render

        page = render(drafts)
        if output == STDIN:
            click.echo(page, nl=False)
        else:
            write_whole(output, page.encode())
            click.echo(f"{output}: {len(drafts)} {'draft' if len(drafts) == 1 else 'drafts'}", err=True)
    return stories.status()


def _views(stories: Stories, paths: tuple[str, ...], output: str) -> Iterator[DraftView]:
    from attribution_lint.ledger import ledger_of
    from attribution_lint.sourcemap.view import DraftView

    for number, (linter, story) in enumerate(stories.read(paths), start=1):
        if os.path.realpath(story.draft.path) == os.path.realpath(output):
            raise DraftError(output, "is one of the drafts", "give the page another name")
        ledger = ledger_of(story.draft, story.prose, story.analysis)
        yield DraftView(number, story.prose, ledger, linter.lint(story).diagnostics)
