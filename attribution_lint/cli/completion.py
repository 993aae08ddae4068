"""What a shell is told when someone presses Tab: codes and formats; files are the shell's own."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from attribution_lint.errors import UserError


def codes(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return the codes that go on from what is typed, those of the packs of the current folder included."""
    return [CompletionItem(code, help=name) for code, name in _rules().items() if code.startswith(typed.upper())]


def selectors(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return the families and codes that go on from the last of those that are typed, between commas."""
    before, comma, last = typed.rpartition(",")
    known = _rules()
    choices = sorted({"ALL", *(code[:3] for code in known), *known})
    return [CompletionItem(f"{before}{comma}{code}") for code in choices if code.startswith(last.upper())]


def input_formats(ctx: click.Context, param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return the formats of drafts that go on from what is typed."""
    from attribution_lint.formats import formats

    return [CompletionItem(name) for name in formats() if name.startswith(typed)]


def _rules() -> dict[str, str]:
    from attribution_lint import packs
    from attribution_lint.config import Discovery

    try:
        settings = Discovery().settings_for("draft")
        known = packs.load(settings.packs, settings.lexicons).rules
    except UserError:
        known = packs.load().rules
    return {code: rule.name for code, rule in sorted(known.items())}
