"""JSON schemas of the files that people write, so that their editors complete them."""

from __future__ import annotations

from typing import Any

import msgspec

from attribution_lint import checks, config, packs
from attribution_lint.config_table import EXAMPLES, Table

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_RULE = {
    "code": "Three capitals for the family and three digits, such as HSE101.",
    "name": "Lower-case words joined by hyphens.",
    "kind": "The kind of check that the rule is an instance of.",
    "severity": "error: wrong as it stands; warning: asks for action; info: worth a look.",
    "message": "What an editor reads. {text} is the words reported; a check may fill other braces.",
    "why": "Why the rule is there, in a sentence or two.",
    "standard": "The published standard that the rule rests on.",
    "enabled": "Whether the rule is in force unless the configuration says otherwise.",
    "fix": "Whether the first suggestion is a fix that --fix makes (safe), or one to be looked at (unsafe).",
    "bad": "Texts that the rule reports; [[…]] marks the words.",
    "fixed": "What --fix makes of the bad texts, in the same order.",
    "good": "Texts that the rule leaves alone.",
    "options": "What the kind needs; configurations may set them.",
    "lexicons": "Names of word lists: lexicons/NAME.txt beside the pack.",
}
_CONFIG = {
    "extend": "Another configuration file to build on.",
    "preset": "A shipped house line to build on.",
    "select": "The rules to use: codes, prefixes of codes, or ALL.",
    "ignore": "The rules not to use.",
    "extend-select": "Rules to use besides those selected.",
    "per-file-ignores": "Rules not to use in drafts that a glob matches.",
    "severity": "Severities by code or prefix.",
    "rules": "Options by rule code.",
    "packs": "Rule packs of your own: files, folders, or package:NAME.",
    "lexicons": "Folders of word lists: NAME.txt stands in for a lexicon, NAME.add.txt and NAME.remove.txt change it.",
    "exclude": "Globs of drafts that a folder does not give.",
    "fail-on": "The least severity that makes the exit status 1.",
    "baseline": "The file of diagnostics that are known and not reported.",
}


def pack_schema() -> dict[str, Any]:
    """Return the JSON schema of a rule pack."""
    schema = _schema(packs.PackFile, "A rule pack of attribution-lint")
    rule = schema["$defs"]["RuleTable"]["properties"]
    rule["code"]["pattern"] = "^[A-Z]{3}[0-9]{3}$"
    rule["kind"]["enum"] = sorted({*checks.KINDS, *checks.OWN_KINDS})
    _describe(rule, _RULE)
    return schema


def config_schema() -> dict[str, Any]:
    """Return the JSON schema of `.attribution-lint.toml`."""
    schema = _schema(Table, "The configuration of attribution-lint")
    table = schema["$defs"]["Table"]
    table["properties"]["preset"]["enum"] = [*config.presets(), None]
    _describe(table["properties"], _CONFIG)
    for key, value in EXAMPLES.items():
        table["properties"][key]["examples"] = [value]
    tool = {"type": "object", "properties": {"attribution-lint": {"$ref": "#/$defs/Table"}}}
    return {
        "$schema": _DRAFT,
        "title": schema["title"],
        "type": "object",
        "properties": {"tool": tool},
        "$defs": schema["$defs"],
    }


def _schema(table: type[msgspec.Struct], title: str) -> dict[str, Any]:
    (made,), definitions = msgspec.json.schema_components([table], ref_template="#/$defs/{name}")
    return {"$schema": _DRAFT, "title": title, **made, "$defs": definitions}


def _describe(properties: dict[str, Any], texts: dict[str, str]) -> None:
    for key, text in texts.items():
        properties[key]["description"] = text
