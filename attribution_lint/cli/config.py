"""attribution-lint config"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from attribution_lint import config, packs
from attribution_lint.cli.options import config_options, settings_here
from attribution_lint.cli.outputs import in_utf8
from attribution_lint.model import Severity
from attribution_lint.settings import Settings
from attribution_lint.visible import shown


@click.command("config")
@click.argument("draft", default="draft.txt", type=click.Path())
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@config_options
def command(draft: str, output_format: str, **choices: Any) -> None:
    """Show what is in force for a draft (in the current folder if none is named), and which file says so."""
    settings = settings_here(**choices, path=draft)
    known = packs.load(settings.packs, settings.lexicons).rules
    in_force = settings.in_force_for(draft, settings.applied_to(known).values())
    reporting = [rule.code for rule in in_force if not rule.exempts]
    exempting = [rule.code for rule in in_force if rule.exempts]
    values = {**_values(settings), "rules-in-force": reporting, "exemptions-in-force": exempting}
    origins = {key: settings.origins.get(key.replace("-", "_"), "default") for key in values}
    if output_format == "json":
        in_utf8(sys.stdout)
        told: dict[str, Any] = {"files": list(settings.files)}
        told |= {key: {"value": value, "from": origins[key]} for key, value in values.items()}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    click.echo(f"# {shown(_read(settings))}\n")
    for key, value in values.items():
        if not key.endswith("-in-force"):
            click.echo(shown(f"{key} = {json.dumps(value, ensure_ascii=False)}  # {origins[key]}"))
    possible = sum(rule.exempts for rule in known.values())
    click.echo(f"\n{len(reporting)} of {len(known) - possible} rules in force: {' '.join(reporting)}")
    click.echo(f"{len(exempting)} of {possible} exemptions in force: {' '.join(exempting)}")


def _read(settings: Settings) -> str:
    """Say which files were read, and where the user's own would be."""
    if settings.files:
        return "from " + ", then ".join(settings.files)
    return f"no configuration; {config.user_file()} would count where no folder has one"


def _values(settings: Settings) -> dict[str, Any]:
    keys = (
        "select", "extend_select", "ignore", "per_file_ignores", "severity", "rules", "packs", "lexicons",
        "exclude", "fail_on", "baseline",
    )  # fmt: skip
    return {key.replace("_", "-"): _plain(getattr(settings, key)) for key in keys}


def _plain(value: Any) -> Any:
    if isinstance(value, Severity):
        return value.label
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value
