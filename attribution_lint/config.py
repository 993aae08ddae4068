"""Configuration files: finds the one nearest to a draft and reads it strictly, with all that it extends.

The table is `[tool.attribution-lint]` in `pyproject.toml` or in `.attribution-lint.toml`. A file counts alone,
unless it names another one with `extend` or a shipped house line with `preset`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import msgspec

from attribution_lint import packs
from attribution_lint.errors import ConfigError, nearest
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

FILE_NAME = ".attribution-lint.toml"

Level = Literal["error", "warning", "info"]


class Table(msgspec.Struct, rename="kebab", forbid_unknown_fields=True, omit_defaults=True):
    """The configuration table as it is written. Selectors are rule codes, prefixes of them, or ALL."""

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


def find(start: Path) -> Path | None:
    """Return the configuration file nearest to the folder `start`, going up; None if there is none."""
    for folder in (start, *start.parents):
        own = folder / FILE_NAME
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and _table_in(_parsed(project)) is not None:
            return project
    return None


def read(path: Path, root: Path | None = None) -> Settings:
    """Read a configuration file and all that it extends; globs count from `root`, else from its folder.

    Raises ConfigError naming the file, the key, and the nearest right one.
    """
    settings = Settings(root=(root or path.parent).absolute())
    for source, table in _chain(path, ()):
        settings = _merged(settings, table, source)
    return settings


def presets() -> list[str]:
    """Return the names of the shipped house lines."""
    return sorted(path.stem for path in (packs.shipped_folder() / "presets").glob("*.toml"))


class Discovery:
    """Settings for each draft, a file read once. `fixed` counts for all drafts; `isolated` reads no file."""

    def __init__(self, fixed: Path | None = None, isolated: bool = False) -> None:
        self._fixed = read(fixed, root=Path.cwd()) if fixed else Settings() if isolated else None
        self._by_folder: dict[Path, Path | None] = {}
        self._by_file: dict[Path | None, Settings] = {None: Settings()}

    def settings_for(self, path: str) -> Settings:
        """Return the settings in force for the draft at `path`. Raises ConfigError."""
        if self._fixed is not None:
            return self._fixed
        folder = Path(path).absolute().parent
        if folder not in self._by_folder:
            self._by_folder[folder] = find(folder)
        file = self._by_folder[folder]
        if file not in self._by_file:
            assert file is not None
            self._by_file[file] = read(file)
        return self._by_file[file]


def _chain(path: Path, seen: tuple[Path, ...]) -> list[tuple[Path, Table]]:
    """Return the file and what it builds on, the furthest first."""
    resolved = path.resolve()
    if resolved in seen:
        raise ConfigError(str(path), "extends itself", "remove one “extend” of the circle")
    raw = _table_in(_parsed(path))
    if raw is None:
        raise ConfigError(str(path), "has no table [tool.attribution-lint]", "add it")
    table = _validated(raw, path)
    below: list[tuple[Path, Table]] = []
    if table.preset is not None:
        if table.preset not in presets():
            raise ConfigError(f"{path}: preset", f"unknown preset “{table.preset}”", nearest(table.preset, presets()))
        below += _chain(packs.shipped_folder() / "presets" / f"{table.preset}.toml", (*seen, resolved))
    if table.extend is not None:
        below += _chain(path.parent / Path(table.extend).expanduser(), (*seen, resolved))
    return [*below, (path, table)]


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(str(path), (error.strerror or str(error)).lower(), "check the path") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(str(path), f"is not valid TOML: {error}", "correct it at the place named") from None


def _table_in(parsed: dict[str, Any]) -> dict[str, Any] | None:
    tool = parsed.get("tool", {})
    table = tool.get("attribution-lint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _validated(raw: dict[str, Any], path: Path) -> Table:
    known = {item.encode_name for item in msgspec.structs.fields(Table)}
    for key in raw:
        if key not in known:
            raise ConfigError(str(path), f"unknown key “{key}”", nearest(key, known))
    try:
        return msgspec.convert(raw, Table)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at ")
        key = place.strip("`").removeprefix("$.")
        wrong = re.search(r"Invalid enum value '(.+)'", what)
        if wrong:
            raise ConfigError(
                f"{path}: {key}", f"unknown value “{wrong[1]}”", nearest(wrong[1], ("error", "warning", "info"))
            ) from None
        raise ConfigError(f"{path}: {key}", what[:1].lower() + what[1:], "see docs/configuration.md") from None


def _merged(settings: Settings, table: Table, path: Path) -> Settings:
    new: dict[str, Any] = {}
    if table.select is not None:
        new["select"] = tuple(table.select)
    if table.ignore is not None:
        new["ignore"] = tuple(table.ignore)
    if table.extend_select is not None:
        new["extend_select"] = (*settings.extend_select, *table.extend_select)
    if table.exclude is not None:
        new["exclude"] = tuple(table.exclude)
    if table.per_file_ignores is not None:
        given = {glob: tuple(prefixes) for glob, prefixes in table.per_file_ignores.items()}
        new["per_file_ignores"] = {**settings.per_file_ignores, **given}
    if table.severity is not None:
        levels = {prefix: Severity.parse(level) for prefix, level in table.severity.items()}
        new["severity"] = {**settings.severity, **levels}
    if table.rules is not None:
        new["rules"] = {
            code: {**settings.rules.get(code, {}), **table.rules.get(code, {})}
            for code in {**settings.rules, **table.rules}
        }
    if table.packs is not None:
        new["packs"] = (*settings.packs, *(_located(name, path, "packs") for name in table.packs))
    if table.lexicons is not None:
        new["lexicons"] = (*(_located(n, path, "lexicons") for n in table.lexicons), *settings.lexicons)
    if table.fail_on is not None:
        new["fail_on"] = Severity.parse(table.fail_on)
    if table.baseline is not None:
        new["baseline"] = path.parent / table.baseline
    origins = {**settings.origins, **dict.fromkeys(new, str(path))}
    return replace(settings, origins=origins, **new)


def _located(name: str, path: Path, key: str) -> Path:
    """Return the file or folder that a pack or lexicon entry names: a path, or `package:NAME`."""
    if name.startswith("package:"):
        package = name.removeprefix("package:")
        spec = find_spec(package) if package.isidentifier() else None
        if spec is None or not spec.submodule_search_locations:
            raise ConfigError(f"{path}: {key}", f"no package “{package}” is installed", "install it")
        return Path(spec.submodule_search_locations[0])
    located = path.parent / Path(name).expanduser()
    if not located.exists():
        raise ConfigError(f"{path}: {key}", f"“{name}” does not exist", "paths count from the configuration file")
    return located
