"""Writes what is made from the rules: reference, schemas, parsed packs, what patterns need.

With --check, says what is stale.
"""

from __future__ import annotations

import gc
import importlib
import json
import pkgutil
import sys
from pathlib import Path

import msgspec

import attribution_lint
from attribution_lint import packs, parsed, schemas
from attribution_lint.alternatives import Alternatives
from attribution_lint.checks import shares
from attribution_lint.checks.boilerplate import blanks, defaults, inserts, marks
from attribution_lint.errors import PackError
from attribution_lint.explanation import as_markdown
from attribution_lint.house_files import tables_in
from attribution_lint.necessary import key_of, worked_out
from attribution_lint.nlp.exemptions import exemptions_of
from attribution_lint.patterns import LazyPattern

ROOT = Path(__file__).resolve().parents[1]
FAMILIES = {
    "FIG": "Figures",
    "ATT": "Attribution phrases",
    "SRC": "Sources",
    "QUO": "Quotations",
    "BOI": "Boilerplate and residue",
    "REA": "Readability",
    "LNT": "The linter’s own comments",
}


def reference() -> str:
    """Return the rule reference as Markdown."""
    rules = packs.load().rules
    parts = [
        "# Rules",
        "Made from the rule packs; `attribution-lint explain CODE` shows the same in a terminal. "
        "In the examples `[[…]]` marks the words that are reported.",
    ]
    for family, title in FAMILIES.items():
        members = [rule for code, rule in sorted(rules.items()) if code.startswith(family)]
        if members:
            parts.append(f"## {family}: {title}")
            parts += [as_markdown(rule, level=3, anchored=True).strip() for rule in members]
    return "\n\n".join(parts) + "\n"


def needs() -> str:
    """Return what the patterns need that are made when something of them is seen, by the keys of the patterns."""
    for module in pkgutil.walk_packages(attribution_lint.__path__, "attribution_lint."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    # Some are made when they are first asked for; they are held here until they have been counted.
    held = (
        *map(marks.patterns_of, marks._LEXICONS),
        *(defaults._patterns(name) for _, name in defaults._LEXICONS),
        *(blanks._patterns(), blanks._quoted_patterns(), inserts._labels()),
        *(shares._ways(), exemptions_of(list(packs.load().rules.values()))),
    )
    patterns = {
        key for each in gc.get_objects() if isinstance(each, Alternatives | LazyPattern) for key in each.asked()
    }
    del held
    rows = {key_of(*key): worked_out(*key) for key in patterns}
    lines = (f"{json.dumps(key)}: {msgspec.json.encode(rows[key]).decode()}" for key in sorted(rows))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def parsed_packs() -> str:
    """Return the tables of the shipped packs."""
    texts = {path: packs.text_of(path) for path in packs.pack_files(packs.shipped_folder())}
    return parsed.as_json((text, tables_in(text, path, PackError)) for path, text in texts.items())


def generated() -> dict[Path, str]:
    """Return the content of every file that is made here."""
    return {
        ROOT / "docs" / "rules.md": reference(),
        ROOT / "attribution_lint" / "needs.json": needs(),
        ROOT / "attribution_lint" / "packs.json": parsed_packs(),
        ROOT / "rules" / "pack.schema.json": _json(schemas.pack_schema()),
        ROOT / "rules" / "config.schema.json": _json(schemas.config_schema()),
    }


def main() -> int:
    """Write the files, or return 1 if --check finds one that is stale."""
    stale = [
        path for path, text in generated().items() if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    for path in stale:
        if "--check" in sys.argv:
            print(f"{path.relative_to(ROOT)} is stale: run python docs/generate.py", file=sys.stderr)
        else:
            path.write_text(generated()[path], encoding="utf-8")
    return int("--check" in sys.argv and bool(stale))


def _json(schema: dict[str, object]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main())
