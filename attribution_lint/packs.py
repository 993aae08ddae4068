"""Rule packs: finds, parses and validates `rules/*.toml` and the lexicons beside them.

A pack is data. It is read with the standard TOML parser and checked against types; nothing in it is run.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any, Literal

import msgspec

from attribution_lint import checks
from attribution_lint.errors import PackError, nearest
from attribution_lint.model import Example, Rule, Severity, Span

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class ExampleTable(msgspec.Struct, forbid_unknown_fields=True):
    """An example that needs more than its text: a format, or options set for it."""

    text: str
    format: str = "plain"
    options: dict[str, Any] = {}


class RuleTable(msgspec.Struct, forbid_unknown_fields=True):
    """A `[[rule]]` table as it is written."""

    code: str
    name: str
    kind: str
    severity: Literal["error", "warning", "info"]
    message: str
    why: str
    standard: str = ""
    enabled: bool = True
    fix: Literal["safe", "unsafe"] | None = None
    bad: list[str | ExampleTable] = []
    fixed: list[str] = []
    good: list[str | ExampleTable] = []
    options: dict[str, Any] = {}
    lexicons: list[str] = []


class PackFile(msgspec.Struct, forbid_unknown_fields=True):
    """A pack as it is written."""

    rule: list[RuleTable]


@dataclass(frozen=True)
class Library:
    """All rules of a run by code, and the folders that its lexicons come from, the strongest first."""

    rules: dict[str, Rule]
    folders: tuple[Path, ...]
    _lexicons: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def lexicon(self, name: str) -> frozenset[str]:
        """Return the entries of a lexicon. Raises PackError if no folder has it."""
        if name not in self._lexicons:
            self._lexicons[name] = find_lexicon(name, self.folders)
        return self._lexicons[name]


@cache
def shipped_folder() -> Path:
    """Return the folder of the shipped rules: inside the package in a wheel, else beside it."""
    packaged = Path(str(files("attribution_lint"))) / "rules"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[1] / "rules"


def load(packs: Sequence[Path] = (), lexicons: Sequence[Path] = ()) -> Library:
    """Read the shipped packs and then `packs` (files or folders); a later rule of the same code wins.

    A lexicon comes from the first of the folders `lexicons` that has it, else from beside the packs.
    Raises PackError naming the pack, the rule and the field.
    """
    sources = [shipped_folder(), *packs]
    folders = (*lexicons, *(_lexicon_folder(source) for source in reversed(sources)))
    rules: dict[str, Rule] = {}
    library = Library(rules, folders)
    for source in sources:
        for path in _pack_files(source):
            for rule in read_pack(path, library):
                if source is not sources[0]:
                    checks.validate(rule)  # the tests have done so for the shipped ones
                rules[rule.code] = rule
    return library


def read_pack(path: Path, library: Library) -> list[Rule]:
    """Read one pack; its lexicons are looked up in `library`. Raises PackError."""
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except OSError as error:
        raise PackError(str(path), (error.strerror or str(error)).lower(), "check the path") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(str(path), f"is not valid TOML: {error}", "correct it at the place named") from None
    if not isinstance(raw.get("rule", []), list):
        raise PackError(str(path), "“rule” is no table of rules", "write [[rule]]")
    rules: list[Rule] = []
    for number, table in enumerate(raw.get("rule", []), start=1):
        name = table.get("code") or f"rule {number}" if isinstance(table, dict) else f"rule {number}"
        where = f"{path}: {name}"
        try:
            entry = msgspec.convert(table, RuleTable)
        except msgspec.ValidationError as error:
            raise PackError(where, str(error), "see rules/README.md for the fields of a rule") from None
        if any(rule.code == entry.code for rule in rules):
            raise PackError(where, "the code is used twice in this pack", "give each rule its own code")
        rules.append(_rule(entry, where, library))
    unknown = sorted(set(raw) - {"rule"})
    if unknown:
        raise PackError(str(path), f"unknown table “{unknown[0]}”", "a pack holds [[rule]] tables only")
    return rules


def read_lexicon(path: Path) -> frozenset[str]:
    """Return the entries of a lexicon file: one a line, `#` starts a comment. Raises PackError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(str(path), f"cannot be read: {error}", "a lexicon is UTF-8 text") from None
    entries = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(entry for entry in entries if entry)


def find_lexicon(name: str, folders: Sequence[Path]) -> frozenset[str]:
    """Return the lexicon `name` from the first folder that has it. Raises PackError if none has."""
    for folder in folders:
        path = folder / f"{name}.txt"
        if path.is_file():
            return read_lexicon(path)
    raise PackError(name, "no such lexicon", f"put {name}.txt into a folder “lexicons” beside the pack")


@cache
def shipped_lexicon(name: str) -> frozenset[str]:
    """Return a lexicon of the shipped rules."""
    return find_lexicon(name, (shipped_folder() / "lexicons",))


def _lexicon_folder(source: Path) -> Path:
    return (source if source.is_dir() else source.parent) / "lexicons"


def _pack_files(source: Path) -> list[Path]:
    if source.is_dir():
        return sorted(source.glob("*.toml"))
    return [source]


def _rule(entry: RuleTable, where: str, library: Library) -> Rule:
    if not _CODE.fullmatch(entry.code):
        raise PackError(where, f"code “{entry.code}” is not three letters and three digits", "as in HSE101")
    if not _NAME.fullmatch(entry.name):
        raise PackError(where, f"name “{entry.name}” is not lower-case words joined by hyphens", "as in bare-source")
    kinds = {*checks.KINDS, *checks.OWN_KINDS}
    if entry.kind not in kinds:
        raise PackError(where, f"unknown kind “{entry.kind}”", nearest(entry.kind, kinds))
    try:
        list(Formatter().parse(entry.message))
    except ValueError as error:
        raise PackError(where, f"message: {error}", "write {{ and }} for braces that are meant as such") from None
    for key, value in msgspec.structs.asdict(entry).items():
        if isinstance(value, str) and _CONTROL.search(value):
            raise PackError(where, f"{key} holds a control character", "write patterns in single quotes: '\\bword\\b'")
    try:
        lexicons = {name: library.lexicon(name) for name in entry.lexicons}
    except PackError as error:
        raise PackError(where, f"lexicon {error.where}: {error.what}", error.hint) from None
    return Rule(
        code=entry.code,
        name=entry.name,
        kind=entry.kind,
        severity=Severity.parse(entry.severity),
        message=entry.message,
        why=entry.why,
        standard=entry.standard,
        enabled=entry.enabled,
        fix=entry.fix,
        bad=tuple(_example(example) for example in entry.bad),
        fixed=tuple(entry.fixed),
        good=tuple(_example(example) for example in entry.good),
        options=entry.options,
        lexicons=lexicons,
        pack=where.partition(": ")[0],
    )


def _example(written: str | ExampleTable) -> Example:
    """Return an example and the places that its text marks as `[[…]]`, counted without the marks."""
    table = ExampleTable(written) if isinstance(written, str) else written
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for match in _MARK.finditer(table.text):
        before = table.text[at : match.start()]
        parts += [before, match[1]]
        spans.append(Span(length + len(before), length + len(before) + len(match[1])))
        length = spans[-1].end
        at = match.end()
    return Example("".join([*parts, table.text[at:]]), tuple(spans), table.format, table.options)
