"""attribution-lint explain"""

from __future__ import annotations

import json
import textwrap
from typing import Any

import click

from attribution_lint import packs
from attribution_lint.cli.completion import codes
from attribution_lint.cli.options import config_options, settings_here
from attribution_lint.errors import UserError
from attribution_lint.explanation import as_markdown, as_object, fix_label, grade, headline, reason, settable, shown
from attribution_lint.model import Rule
from attribution_lint.settings import nearest_code


@click.command("explain")
@click.argument("codes", nargs=-1, required=True, metavar="CODE…", shell_complete=codes)
@click.option(
    "--output-format", type=click.Choice(["text", "json", "markdown"]), default="text", help="How to print it."
)
@config_options
def command(codes: tuple[str, ...], output_format: str, **choices: Any) -> None:
    """Explain rules: why they are there, what they rest on, examples, and the fix."""
    settings = settings_here(**choices)
    known = packs.load(settings.packs, settings.lexicons).rules
    by_name = {rule.name: rule for rule in known.values()}
    rules: list[Rule] = []
    for code in codes:
        rule = known.get(code.upper()) or by_name.get(code.lower())
        if rule is None:
            family = any(other.startswith(code.upper()) for other in known)
            hint = f"“attribution-lint rules {code.upper()}” lists those that begin so" if family else ""
            raise UserError(code, "there is no such rule", hint or nearest_code(code, known, selects=False))
        rules.append(rule)
    if output_format == "json":
        objects = [as_object(rule) for rule in rules]
        click.echo(json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=2))
    elif output_format == "markdown":
        click.echo("\n".join(as_markdown(rule) for rule in rules))
    else:
        click.echo("\n\n".join(_text(rule) for rule in rules))


def _text(rule: Rule) -> str:
    parts = [
        f"{rule.code} {rule.name} ({grade(rule)}{'' if rule.enabled else ', off unless selected'})",
        _wrapped(headline(rule)),
    ]
    if reason(rule):
        parts.append(_wrapped(reason(rule)))
    if rule.standard:
        parts.append("Standard:\n" + _wrapped(rule.standard, "  "))
    parts.append(f"Fix: {fix_label(rule)}")
    options = settable(rule)
    if options:
        parts.append("Options:\n" + "\n".join(f"  {key} = {value}" for key, value in options.items()))
    if rule.lexicons:
        parts.append("Word lists, which a house may change:\n" + _wrapped(", ".join(sorted(rule.lexicons)), "  "))
    for title, texts in shown(rule):
        parts.append(f"{title}:\n" + "\n\n".join(textwrap.indent(text, "  ") for text in texts))
    parts.append(rule.url)
    return "\n\n".join(parts)


def _wrapped(text: str, indent: str = "") -> str:
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(
        textwrap.fill(" ".join(p.split()), 90, initial_indent=indent, subsequent_indent=indent) for p in paragraphs
    )
