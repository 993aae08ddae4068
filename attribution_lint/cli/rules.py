"""attribution-lint rules"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from attribution_lint import packs
from attribution_lint.cli.completion import codes as completed
from attribution_lint.cli.options import config_options, settings_here
from attribution_lint.cli.outputs import in_utf8
from attribution_lint.errors import UserError
from attribution_lint.explanation import grade, headline
from attribution_lint.model import Rule
from attribution_lint.packs import shipped_folder
from attribution_lint.settings import Settings, nearest_code


@click.command("rules")
@click.argument("codes", nargs=-1, metavar="[CODE…]", shell_complete=completed)
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
@click.option("--check-examples", is_flag=True, help="Run the examples of the configuration's own packs instead.")
@config_options
def command(codes: tuple[str, ...], output_format: str, check_examples: bool, **choices: Any) -> int:
    """List the rules, those of the configuration's own packs included; a star marks those in force here.

    CODE: list those only whose codes begin so, or that are called so. What “exempts” or “softens” reports nothing: it
    keeps others from reporting.
    """
    settings = settings_here(**choices)
    known = packs.load(settings.packs, settings.lexicons).rules
    chosen = settings.applied_to(known)
    asked = _asked(codes, known)
    if check_examples:
        return _check_examples(
            [rule for rule in asked.values() if Path(rule.pack).parent != shipped_folder()], settings
        )
    rules = [chosen.get(code, rule) for code, rule in sorted(asked.items())]
    if output_format == "json":
        in_utf8(sys.stdout)
        click.echo(json.dumps([_object(rule, rule.code in chosen) for rule in rules], ensure_ascii=False, indent=2))
        return 0
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        mark = "*" if rule.code in chosen else " "
        fix = f"  [fix: {rule.fix}]" if rule.fix else ""
        click.echo(f"{mark} {rule.code}  {rule.name:<{width}}  {grade(rule):<7}  {headline(rule)}{fix}")
    return 0


def _asked(codes: tuple[str, ...], known: dict[str, Rule]) -> dict[str, Rule]:
    """Return the rules that the codes, prefixes or names ask for, all without any. Raises UserError for one of none."""
    if not codes:
        return known
    found: dict[str, Rule] = {}
    for word in codes:
        matching = {c: rule for c, rule in known.items() if c.startswith(word.upper()) or rule.name == word.lower()}
        if not matching:
            raise UserError(word, "no rule begins so or is called so", nearest_code(word, known))
        found |= matching
    return found


def _check_examples(rules: list[Rule], settings: Settings) -> int:
    """Say what is wrong with the examples of the rules; return 1 if anything is."""
    from attribution_lint.examples import problems  # starts the analysis

    count = 0
    for rule in rules:
        for problem in problems(rule, settings.packs, settings.lexicons):
            click.echo(f"{rule.pack}: {rule.code}: {problem}")
            count += 1
    many, whose = ("rule", "its") if len(rules) == 1 else ("rules", "their")
    found = f"{count} problem" if count == 1 else f"{count} problems"
    click.echo(f"{len(rules)} {many}, {found} with {whose} examples.", err=True)
    return 1 if count else 0


def _object(rule: Rule, in_force: bool) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.label,
        "reports": rule.reports,
        "message": rule.message,
        "fix": rule.fix,
        "in_force": in_force,
        "pack": rule.pack,
        "url": rule.url,
    }
