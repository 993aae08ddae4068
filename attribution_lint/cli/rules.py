"""attribution-lint rules"""

from __future__ import annotations

import json
from typing import Any

import click

from attribution_lint import packs
from attribution_lint.cli.options import config_options, settings_here
from attribution_lint.explanation import headline
from attribution_lint.model import Rule


@click.command("rules")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
@config_options
def command(output_format: str, **choices: Any) -> None:
    """List the rules, those of the configuration's own packs included; a star marks those in force here."""
    settings = settings_here(**choices)
    known = packs.load(settings.packs, settings.lexicons).rules
    chosen = settings.applied_to(known)
    rules = [chosen.get(code, rule) for code, rule in sorted(known.items())]
    if output_format == "json":
        click.echo(json.dumps([_object(rule, rule.code in chosen) for rule in rules], ensure_ascii=False, indent=2))
        return
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        mark = "*" if rule.code in chosen else " "
        fix = f"  [fix: {rule.fix}]" if rule.fix else ""
        click.echo(f"{mark} {rule.code}  {rule.name:<{width}}  {rule.severity.label:<7}  {headline(rule)}{fix}")


def _object(rule: Rule, in_force: bool) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.label,
        "message": rule.message,
        "fix": rule.fix,
        "in_force": in_force,
        "pack": rule.pack,
        "url": rule.url,
    }
