"""The command line. A command is a file here, imported when it is called; exit codes are made nowhere else.

0: clean; 1: diagnostics at or above `--fail-on`; 2: usage, configuration or read error; 130: interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from attribution_lint import __version__
from attribution_lint.errors import UserError
from attribution_lint.visible import shown

COMMANDS = {
    "check": "Lint drafts: files, folders, or - for standard input.",
    "rules": "List the rules.",
    "explain": "Explain a rule: why it is there, what it rests on, examples, and the fix.",
    "config": "Show the configuration in force for a draft, and where it comes from.",
    "sources": "Show who says what, and which figures and quotations rest on whom.",
    "report": "Write a page that shows what drafts rest on: the source map.",
    "annotate": "Write a copy of a Word or HTML draft with each diagnostic at its words.",
    "audit": "Lint a whole archive, and keep what is found as Parquet.",
    "audit-summary": "Show what an audit found, rule by rule, and what changed between two.",
    "lsp": "Run the language server for an editor.",
}


_GARBAGE = 1_000_000
"""New objects between two looks for garbage in cycles.

Linting leaves next to none, some ten objects in sixty stories, and what is kept of stories is half a million: looking
through it more often took a twelfth of the time.
"""


class _ReaderGoneError(Exception):
    """Whoever reads standard output has seen enough. click would end as if something was found."""


class _LazyGroup(click.Group):
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _ReaderGoneError from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"attribution_lint.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            from attribution_lint.errors import nearest

            hint = (
                f"to lint a draft: attribution-lint check {name}" if os.path.exists(name) else nearest(name, COMMANDS)
            )
            ctx.fail(f"no such command “{shown(name)}” ({hint})")
        return super().resolve_command(ctx, args)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def group() -> None:
    """Find unattributed figures, broken attributions and boilerplate in journalism drafts."""


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit. Whatever goes wrong is said in one line on stderr."""
    gc.set_threshold(_GARBAGE)
    # numpy, which spaCy imports, would start threads for sums that we never do; a process with threads forks badly.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        os.getcwd()
    except OSError:
        sys.exit(fail("the current folder is gone (go to one that is there)"))
    try:
        status = group.main(args, prog_name="attribution-lint", standalone_mode=False)
        sys.stdout.flush()
    except UserError as error:
        status = fail(str(error))
    except click.ClickException as error:
        error.show()
        status = 2
    except (click.Abort, KeyboardInterrupt):
        status = 130
    except (BrokenPipeError, _ReaderGoneError):
        _give_up_output()
        status = 141
    except OSError as error:
        # Files are answered for where they are read and written: what is left is standard output.
        _give_up_output()
        status = fail(f"standard output: cannot be written: {(error.strerror or str(error)).lower()}")
    except Exception as error:
        if os.environ.get("ATTRIBUTION_LINT_DEBUG"):
            raise
        status = fail(f"internal error: {type(error).__name__}: {error} (set ATTRIBUTION_LINT_DEBUG=1 for more)")
    sys.exit(status or 0)


def _give_up_output() -> None:
    """Keep the interpreter from flushing into nothing when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fail(message: str) -> int:
    """Say what is wrong on stderr and return the exit status for it."""
    told = shown(message, kept="\n")
    click.echo(f"error: {told}", err=True)
    return 2
