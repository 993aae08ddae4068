"""The linter for each draft, as the command line would have it, made anew when a file that it rests on changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from attribution_lint import baseline, packs
from attribution_lint.baseline import Baseline
from attribution_lint.config import FILE_NAME, Discovery
from attribution_lint.errors import ConfigError
from attribution_lint.linter import Linter, Result, Story
from attribution_lint.settings import Settings

Stamp = tuple[int, int] | None


@dataclass(frozen=True)
class Desk:
    """A linter, and the baseline that its settings name."""

    linter: Linter
    known: Baseline | None = None

    def lint(self, story: Story) -> Result:
        """Return what is new in a story."""
        result = self.linter.lint(story)
        return self.known.applied_to(result) if self.known else result


@dataclass
class Linters:
    """Linters by settings. `fixed` is a configuration that counts for all drafts; `root` is where a draft counts
    as lying that is in no file; what lies in `ours` is no draft: the server wrote it to be shown."""

    fixed: Path | None = None
    root: Path = field(default_factory=Path.cwd)
    ours: Path | None = None
    _discovery: Discovery | None = None
    _desks: dict[int, Desk] = field(default_factory=dict)
    _settings: list[Settings] = field(default_factory=list)
    _folders: set[Path] = field(default_factory=set)
    _stamps: dict[Path, Stamp] = field(default_factory=dict)

    def settings_for(self, path: str) -> Settings:
        """Return the settings in force for a draft. Raises ConfigError."""
        located = self.located(path)
        self._folders.add(Path(located).absolute().parent)
        if self._discovery is None:
            self._stamps = {file: _stamp(file) for file in self._files()}  # before it is read: it may be refused
            if self.fixed is not None and not self.fixed.is_file():
                raise ConfigError(str(self.fixed), "does not exist", "correct the setting of the editor")
            self._discovery = Discovery(self.fixed)
        return self._discovery.settings_for(located)

    def desk_for(self, path: str) -> Desk:
        """Return what lints a draft. Raises ConfigError, PackError, and UserError for a baseline."""
        settings = self.settings_for(path)
        if id(settings) not in self._desks:
            self._settings.append(settings)  # keeps the id from being used again
            known = baseline.read(settings.baseline) if settings.baseline else None
            self._desks[id(settings)] = Desk(Linter(settings), known)
            self._stamps.update({file: _stamp(file) for file in self._files()})
        return self._desks[id(settings)]

    def excludes(self, path: str, settings: Settings) -> bool:
        """Whether the file at a path is not to be linted."""
        if self.ours is not None and Path(path).resolve().is_relative_to(self.ours.resolve()):
            return True
        return settings.excludes(self.located(path))

    def located(self, path: str) -> str:
        """Return the path by which a draft is linted: one that is in no file lies in the root folder."""
        return str(self.root / path.strip("<>")) if path.startswith("<") else path

    def forget(self) -> None:
        """Read everything anew when it is next asked for."""
        self._discovery = None
        self._desks.clear()
        self._settings.clear()

    def changed(self) -> bool:
        """Whether a file that the linters rest on is no longer as it was; if so they are forgotten."""
        now = {file: _stamp(file) for file in self._files()}
        before, self._stamps = self._stamps, now
        if not before or before == now:
            return False
        self.forget()
        return True

    def _files(self) -> set[Path]:
        """The files that are there, or may come to be there and would count."""
        found = {self.fixed} if self.fixed else set(_candidates(self._folders))
        for settings in self._settings:
            found.update(Path(origin) for origin in settings.origins.values() if origin.endswith(".toml"))
            if settings.baseline:
                found.add(settings.baseline)
            for folder in (*settings.packs, *settings.lexicons):
                found.update(_inside(folder))
        shipped = packs.shipped_folder()
        return {file for file in found if not file.is_relative_to(shipped)}


def _candidates(folders: set[Path]) -> Iterator[Path]:
    above = {parent for folder in folders for parent in (folder, *folder.parents)}
    for folder in above:
        yield folder / FILE_NAME
        yield folder / "pyproject.toml"


def _inside(pack: Path) -> Iterator[Path]:
    if not pack.is_dir():
        yield pack
        pack = pack.parent / "lexicons"
    for folder in (pack, pack / "lexicons"):
        if folder.is_dir():
            yield folder
            yield from (file for file in folder.iterdir() if file.suffix in {".toml", ".txt"})


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
