"""The configuration table as it is written: its keys, their types, and what is said about one that is wrong."""

from __future__ import annotations

import re
from typing import Any, Literal

import msgspec

from attribution_lint.errors import ConfigError, nearest

LEVELS = ("error", "warning", "info")

Level = Literal["error", "warning", "info"]


class Table(msgspec.Struct, rename="kebab", forbid_unknown_fields=True, omit_defaults=True):
    """The table `[tool.attribution-lint]`. Selectors are rule codes, prefixes of them, or ALL."""

    extend: str | None = None
    preset: str | None = None
    select: list[str] | None = None
    ignore: list[str] | None = None
    extend_select: list[str] | None = None
    per_file_ignores: dict[str, list[str]] | None = None
    severity: dict[str, Level] | None = None
    rules: dict[str, dict[str, Any]] | None = None
    packs: list[str] | None = None
    lexicons: list[str] | None = None
    exclude: list[str] | None = None
    fail_on: Level | None = None
    baseline: str | None = None


EXAMPLES: dict[str, Any] = {
    "extend": "../newsroom.toml",
    "preset": "wire",
    "select": ["FIG", "ATT101"],
    "ignore": ["REA"],
    "extend-select": ["SRC103"],
    "per-file-ignores": {"sport/*": ["FIG"]},
    "severity": {"SRC": "error"},
    "rules": {"REA101": {"words": 45}},
    "packs": ["house/rules.toml"],
    "lexicons": ["house/words"],
    "exclude": ["archive/"],
    "fail-on": "error",
    "baseline": "known.json",
}
"""A right value for each key."""


def table_of(raw: dict[str, Any], where: str) -> Table:
    """Return the table that the parsed TOML `raw` of the file `where` gives.

    Raises ConfigError naming the key, and the nearest right one or a right value.
    """
    for key in raw:
        if key not in EXAMPLES:
            raise ConfigError(where, f"unknown key “{key}”", nearest(key, EXAMPLES))
    try:
        return msgspec.convert(raw, Table)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at ")
        place = place.strip("`").removeprefix("$.").replace("[...]", "")
        raise _wrong_value(f"{where}: {place}", what, raw) from None


def _wrong_value(where: str, what: str, raw: dict[str, Any]) -> ConfigError:
    unknown = re.search(r"Invalid enum value '(.*)'", what, re.DOTALL)
    if unknown:
        levels = raw.get(where.rpartition(": ")[2])
        entries = levels.items() if isinstance(levels, dict) else ()
        entry = next((f".{key}" for key, level in entries if level == unknown[1]), "")
        return ConfigError(where + entry, f"unknown value “{unknown[1]}”", nearest(unknown[1], LEVELS))
    key = re.split(r"[.\[]", where.rpartition(": ")[2])[0]
    key = key if key in EXAMPLES else next((name for name in raw if where.endswith(f": {name}")), "")
    hint = f"such as {key} = {as_toml(EXAMPLES[key])}" if key else "see docs/configuration.md"
    types = re.fullmatch(r"Expected `(\w+)(?: \| null)?`, got `(\w+)`", what)
    if types:
        return ConfigError(where, f"is {_KINDS.get(types[2], types[2])}, not {_KINDS.get(types[1], types[1])}", hint)
    return ConfigError(where, what[:1].lower() + what[1:], hint)


_KINDS = {
    "str": "text",
    "array": "a list",
    "object": "a table",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "datetime": "a date",
    "date": "a date",
    "time": "a time",
}


def as_toml(value: Any) -> str:
    """Return a value of text, numbers, lists and tables as TOML writes it on a line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{as_toml(key)} = {as_toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
