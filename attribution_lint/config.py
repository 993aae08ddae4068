"""Configuration files: finds the one nearest to a draft and reads it strictly, with all that it extends.

The table is `[tool.attribution-lint]` in `pyproject.toml` or in `.attribution-lint.toml`. A file counts alone,
unless it names another one with `extend` or a shipped house line with `preset`. Where there is none, the user's own
file counts, if there is one.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from attribution_lint import packs
from attribution_lint.config_table import Table, table_of
from attribution_lint.errors import ConfigError, nearest
from attribution_lint.house_files import MOST_BYTES_OF_SETTINGS, tables_in, text_in
from attribution_lint.model import Severity
from attribution_lint.settings import Settings

FILE_NAME = ".attribution-lint.toml"


def find(start: Path) -> Path | None:
    """Return the configuration file nearest to the folder `start`, going up; None if there is none."""
    for folder in (start, *start.parents):
        own = folder / FILE_NAME
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and _written_in(project) is not None:
            return project
    return None


def user_file() -> Path:
    """Return where the user's own configuration is looked for, as the operating system has it."""
    return user_config_path("attribution-lint", appauthor=False) / "attribution-lint.toml"


def read(path: Path, root: Path | None = None) -> Settings:
    """Read a configuration file and all that it extends; globs count from `root`, else from its folder.

    Raises ConfigError naming the file, the key, and the nearest right one.
    """
    chain = _chain(path, ())
    settings = Settings(root=(root or path.parent).absolute(), files=tuple(str(source) for source, _ in chain))
    for source, table in chain:
        settings = merged(settings, table, source)
    return settings


def presets() -> list[str]:
    """Return the names of the shipped house lines."""
    return sorted(path.stem for path in (packs.shipped_folder() / "presets").glob("*.toml"))


class Discovery:
    """Settings for each draft, a file read once. `fixed` counts for all drafts; `isolated` reads no file.

    Globs of a file that is not found from a draft, `fixed` or the user's own, count from the current folder.
    """

    def __init__(self, fixed: Path | None = None, isolated: bool = False) -> None:
        self._fixed = read(fixed, root=Path.cwd()) if fixed else Settings() if isolated else None
        self._by_folder: dict[Path, Path | None] = {}
        self._by_file: dict[Path | None, Settings] = {}

    def settings_for(self, path: str) -> Settings:
        """Return the settings in force for the draft at `path`. Raises ConfigError."""
        if self._fixed is not None:
            return self._fixed
        folder = Path(path).absolute().parent
        if folder not in self._by_folder:
            self._by_folder[folder] = find(folder)
        file = self._by_folder[folder]
        if file not in self._by_file:
            self._by_file[file] = read(file) if file else self._of_the_user()
        return self._by_file[file]

    def _of_the_user(self) -> Settings:
        file = user_file()
        return read(file, root=Path.cwd()) if file.is_file() else Settings()


def _chain(path: Path, seen: tuple[Path, ...]) -> list[tuple[Path, Table]]:
    """Return the file and what it builds on, the furthest first."""
    resolved = path.resolve()
    if resolved in seen:
        raise ConfigError(str(path), "extends itself", "remove one “extend” of the circle")
    raw = _written_in(path)
    if raw is None:
        raise ConfigError(str(path), "has no table [tool.attribution-lint]", "add it")
    table = table_of(raw, str(path))
    below: list[tuple[Path, Table]] = []
    if table.preset is not None:
        if table.preset not in presets():
            raise ConfigError(f"{path}: preset", f"unknown preset “{table.preset}”", nearest(table.preset, presets()))
        below += _chain(packs.shipped_folder() / "presets" / f"{table.preset}.toml", (*seen, resolved))
    if table.extend is not None:
        below += _chain(_located(table.extend, path, "extend"), (*seen, resolved))
    return [*below, (path, table)]


def _written_in(path: Path) -> dict[str, Any] | None:
    return table_in(text_in(path, ConfigError, MOST_BYTES_OF_SETTINGS), path)


def table_in(text: str, path: Path) -> dict[str, Any] | None:
    """Return our table of the configuration file at `path`, which holds `text`; None if it has none.

    Raises ConfigError naming the file if it is not TOML.
    """
    tool = tables_in(text, path, ConfigError).get("tool", {})
    table = tool.get("attribution-lint") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def merged(settings: Settings, table: Table, path: Path) -> Settings:
    """Return the settings with what the table of the file at `path` sets. Raises ConfigError for a wrong path."""
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
        new["baseline"] = _beside(path, table.baseline, "baseline")
    origins = {**settings.origins, **dict.fromkeys(new, str(path))}
    return replace(settings, origins=origins, **new)


def _located(name: str, path: Path, key: str) -> Path:
    """Return the file or folder that a pack or lexicon entry names: a path, or `package:NAME`."""
    where = f"{path}: {key}"
    if name.startswith("package:"):
        return _package(name.removeprefix("package:"), where)
    located = _beside(path, name, key)
    try:
        exists = located.exists()
    except OSError as error:
        raise ConfigError(where, f"“{name}”: {(error.strerror or str(error)).lower()}", "check the path") from None
    if not exists:
        raise ConfigError(where, f"“{name}” does not exist", _neighbour(located))
    return located


def _package(name: str, where: str) -> Path:
    """Return the folder of an installed package; nothing of it is run."""
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        spec = None
    if spec is None or not spec.submodule_search_locations:
        raise ConfigError(where, f"no package “{name}” is installed", "install it beside attribution-lint")
    return Path(spec.submodule_search_locations[0])


def _beside(path: Path, name: str, key: str) -> Path:
    """Return the place that `name` has as it is written under `key` in the configuration file at `path`."""
    if "\0" in name:
        raise ConfigError(f"{path}: {key}", "holds a NUL character", "write a path")
    try:
        return path.parent / Path(name).expanduser()
    except RuntimeError:
        raise ConfigError(f"{path}: {key}", f"“{name}” is in no home folder that is known", "write it out") from None


def _neighbour(missing: Path) -> str:
    """Return the hint that names what stands where something is missed and is called almost the same."""
    beside = [each.name for each in missing.parent.iterdir()] if missing.parent.is_dir() else []
    return nearest(missing.name, beside, f"paths count from {missing.parent}")
