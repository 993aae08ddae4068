"""Rule packs: finds, parses and validates `rules/*.toml` and the lexicons beside them.

A pack is data. It is read with the standard TOML parser and checked against types; nothing in it is run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any, Literal
from unicodedata import normalize

import msgspec

from attribution_lint import checks
from attribution_lint.errors import PackError, nearest
from attribution_lint.house_files import tables_in, text_in
from attribution_lint.model import Example, Rule, Severity, Span
from attribution_lint.options import mismatch
from attribution_lint.parsed import Tables, key_of, parsed_packs

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 100  # that of a file has its limits
_MARK_END = re.compile(r"\]\](?!\])")
_COMMENT = re.compile(r"#[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")  # up to what ends a line
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

    A lexicon comes from the first of the folders `lexicons` that has it, else from beside the packs; those before it
    may add to it and remove from it. Raises PackError naming the pack, the rule and the field.
    """
    sources = [shipped_folder(), *packs]
    folders = (*lexicons, *(_lexicon_folder(source) for source in reversed(sources)))
    rules: dict[str, Rule] = {}
    library = Library(rules, folders)
    shipped: tuple[Rule, ...] = ()
    parsed = parsed_packs()
    for source in sources:
        for path in pack_files(source):
            text = text_of(path)
            for rule in rules_in(text, path, library, parsed.get(key_of(text))):
                if source is not sources[0]:  # the tests have done so for the shipped ones
                    rule = _alike(rule, [other for other in shipped if other.kind == rule.kind])
                    checks.validate(rule)
                rules[rule.code] = rule
        shipped = shipped or tuple(rules.values())
    _check_folders(lexicons, {name for rule in rules.values() for name in rule.lexicons})
    return library


def text_of(path: Path) -> str:
    """Return the text of a pack. Raises PackError."""
    return normalize("NFC", text_in(path, PackError))


def rules_in(text: str, path: Path, library: Library, parsed: Tables | None = None) -> list[Rule]:
    """Return the rules of the pack at `path`, which holds `text`, and these tables if it has been parsed before.

    Its lexicons are looked up in `library`. Raises PackError.
    """
    raw = tables_in(text, path, PackError) if parsed is None else parsed
    if not isinstance(raw.get("rule", []), list):
        raise PackError(str(path), "“rule” is no table of rules", "write [[rule]]")
    rules: list[Rule] = []
    for number, table in enumerate(raw.get("rule", []), start=1):
        name = table.get("code") or f"rule {number}" if isinstance(table, dict) else f"rule {number}"
        where = f"{path}: {name}"
        try:
            entry = msgspec.convert(table, RuleTable)
        except msgspec.ValidationError as error:
            raise PackError(where, *_said(str(error))) from None
        if any(rule.code == entry.code for rule in rules):
            raise PackError(where, "the code is used twice in this pack", "give each rule its own code")
        rules.append(_rule(entry, where, library))
    unknown = sorted(set(raw) - {"rule"})
    if unknown:
        raise PackError(str(path), f"unknown table “{unknown[0]}”", "a pack holds [[rule]] tables only")
    return rules


def read_lexicon(path: Path) -> frozenset[str]:
    """Return the entries of a lexicon file: one a line, `#` starts a comment. Raises PackError."""
    text = _COMMENT.sub("", text_in(path, PackError))
    if not text.isascii():
        text = normalize("NFC", text)
    return frozenset(filter(None, map(str.strip, text.splitlines())))


def find_lexicon(name: str, folders: Sequence[Path]) -> frozenset[str]:
    """Return the lexicon `name`: NAME.txt of the first folder that has it, with what the folders up to it change.

    NAME.add.txt adds entries and NAME.remove.txt takes some away, the first folder having the last word.
    Raises PackError if no folder has the lexicon, or if an entry that is to be removed is not in it.
    """
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise PackError(name, "is no name of a lexicon", "write lower-case words joined by hyphens")
    base = next((at for at, folder in enumerate(folders) if (folder / f"{name}.txt").is_file()), None)
    if base is None:
        known = {path.stem for folder in folders for path in folder.glob("*.txt") if "." not in path.stem}
        raise PackError(name, "no such lexicon", nearest(name, known, f"put {name}.txt into a folder “lexicons”"))
    entries = _of_a_house(folders[base] / f"{name}.txt")
    for folder in reversed(folders[: base + 1]):
        added, removed = folder / f"{name}.add.txt", folder / f"{name}.remove.txt"
        if added.is_file():
            entries |= _of_a_house(added)
        if removed.is_file():
            gone = read_lexicon(removed)
            for entry in sorted(gone - entries):
                raise PackError(str(removed), f"“{entry}” is not in the list", nearest(entry, entries, "leave it out"))
            entries -= gone
    return entries


def _alike(rule: Rule, shipped: Sequence[Rule]) -> Rule:
    """Return a house rule with the options that the shipped rules of its kind share, where it has none of its own.

    Raises PackError if it asks of its kind what no shipped rule asks, or lacks what each has in its own way.
    """
    where = f"{rule.pack}: {rule.code}"
    known = {key: value for other in shipped for key, value in other.options.items()}
    for key, value in rule.options.items() if shipped else ():
        if key not in known:
            hint = nearest(key, known) if known else f"“{rule.kind}” has no options"
            raise PackError(where, f"options: unknown option “{key}”", hint)
        wrong = mismatch(key, value, known[key])
        if wrong:
            raise PackError(where, f"options: {wrong[0]}", wrong[1])
    shared = {key: value for key, value in known.items() if all(key in other.options for other in shipped)}
    for key, value in shared.items():
        if key not in rule.options and any(other.options[key] != value for other in shipped):
            raise PackError(where, f"options: “{key}” is missing", f"such as {key} = {value!r}")
    for name in sorted({name for other in shipped for name in other.lexicons}):
        if name not in rule.lexicons and all(name in other.lexicons for other in shipped):
            raise PackError(where, f"the lexicon “{name}” is missing", f"“{rule.kind}” looks into it: list it")
    return replace(rule, options={**shared, **rule.options})


def _check_folders(folders: Sequence[Path], used: set[str]) -> None:
    """Raise PackError for a word list that changes nothing, as no rule names the lexicon."""
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            name = path.name.removesuffix(".txt").removesuffix(".add").removesuffix(".remove")
            if name in used:
                continue
            if (shipped_folder() / "lexicons" / f"{name}.txt").is_file():
                what = f"the shipped list “{name}” belongs to the analysis, and only the lists of rules can be changed"
                raise PackError(str(path), what, "“attribution-lint explain CODE” names the lists of a rule")
            raise PackError(str(path), f"no rule uses a lexicon “{name}”", nearest(name, used))


def _of_a_house(path: Path) -> frozenset[str]:
    """Return the entries of a lexicon file. Raises PackError for one that is not made as those of the shipped list are.

    Where shipped entries have parts, with a colon between them, so has each of a house.
    """
    shipped = _shipped_lexicons() / f"{path.name.partition('.')[0]}.txt"
    if path == shipped:
        return shipped_lexicon(shipped.stem)
    entries = read_lexicon(path)
    if not shipped.is_file():
        return entries
    model = shipped_lexicon(shipped.stem)
    parts = {entry.count(":") for entry in model}
    if parts == {0}:
        return entries
    for entry in sorted(entries):
        count = entry.count(":")
        if count < min(parts) or (len(parts) == 1 and count > max(parts)) or not all(map(str.strip, entry.split(":"))):
            sample = max(model, key=lambda other: (other.count(":"), other))
            raise PackError(str(path), f"“{entry}” is not written as entries of this list are", f"such as {sample}")
    return entries


@cache
def shipped_lexicon(name: str) -> frozenset[str]:
    """Return a lexicon of the shipped rules, which nothing beside it changes."""
    path = _shipped_lexicons() / f"{name}.txt"
    return read_lexicon(path) if path.is_file() else find_lexicon(name, (_shipped_lexicons(),))


@cache
def _shipped_lexicons() -> Path:
    return shipped_folder() / "lexicons"


def _said(what: str) -> tuple[str, str]:
    """Return what is wrong with a field of a rule, and what to do about it."""
    unknown = re.search(r"unknown field `(.*?)`", what, re.DOTALL)
    if unknown:
        return f"unknown field “{unknown[1]}”", nearest(unknown[1], RuleTable.__struct_fields__)
    level = re.search(r"Invalid enum value '(.*)' - at `\$\.(severity|fix)`", what, re.DOTALL)
    if level:
        choices = ("error", "warning", "info") if level[2] == "severity" else ("safe", "unsafe")
        return f"{level[2]}: unknown value “{level[1]}”", nearest(level[1], choices)
    return what, "see rules/README.md for the fields of a rule"


def _lexicon_folder(source: Path) -> Path:
    return (source if source.is_dir() else source.parent) / "lexicons"


def pack_files(source: Path) -> list[Path]:
    """Return the packs at a file or in a folder, in order."""
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
    while (start := table.text.find("[[", at)) >= 0 and (end := _MARK_END.search(table.text, start + 2)):
        before, marked = table.text[at:start], table.text[start + 2 : end.start()]
        parts += [before, marked]
        spans.append(Span(length + len(before), length + len(before) + len(marked)))
        length = spans[-1].end
        at = end.end()
    return Example("".join([*parts, table.text[at:]]), tuple(spans), table.format, table.options)
