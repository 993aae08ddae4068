"""The settings in force for a draft, and the rules that they choose."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attribution_lint.errors import ConfigError, nearest
from attribution_lint.model import Rule, Severity
from attribution_lint.options import mismatch

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_ALL = "ALL"
_FAMILIES = ("ATT", "BOI", "FIG", "LNT", "QUO", "REA", "SRC")
_FAMILY = 3  # letters of a family
_COMMAND_LINE = "command line"


@dataclass(frozen=True, eq=False)
class Settings:
    """What is in force for a draft. `origins` names for each key the file, or the command line, that set it.

    `files` are the files that were read, each built on those before it. Empty `select` means every rule that its pack
    enables. Globs of `per_file_ignores` and `exclude` are read as in a .gitignore and count from `root`; one of
    `per_file_ignores` that begins with `!` is for all other drafts.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    severity: dict[str, Severity] = field(default_factory=dict)
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    packs: tuple[Path, ...] = ()
    lexicons: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    baseline: Path | None = None
    root: Path = field(default_factory=Path.cwd)
    files: tuple[str, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)

    def with_choices(self, **choices: Iterable[str]) -> Settings:
        """Return the settings with `select`, `ignore` or `extend_select` of the command line put first."""
        given = {key: tuple(value) for key, value in choices.items() if value}
        if "extend_select" in given:
            given["extend_select"] = (*self.extend_select, *given["extend_select"])
        if "ignore" in given and "select" not in given:
            given["ignore"] = (*self.ignore, *given["ignore"])
        elif "select" in given:
            given.setdefault("ignore", ())
        origins = {**self.origins, **dict.fromkeys(given, _COMMAND_LINE)}
        return replace(self, origins=origins, **given)  # type: ignore[arg-type]

    def applied_to(self, known: dict[str, Rule]) -> dict[str, Rule]:
        """Return the rules in force by code, with the severities and options that are set for them.

        An exemption stays in force whatever is selected, so that a rule finds the same alone as with all others; it
        tells of its figures (`report`) only where it is selected itself.

        Raises ConfigError for a selector, a code or an option that no rule of `known` answers to, and for a bad glob.
        """
        self._check_selectors(known)
        self._check_globs()
        chosen: dict[str, Rule] = {}
        for code, rule in sorted(known.items()):
            selected = self._is_selected(rule)
            if not selected and not self._exempts_unselected(rule):
                continue
            severity = self._severity_of(code)
            options = self._options_of(rule)
            if not selected and "report" in options:
                options["report"] = False
            chosen[code] = replace(rule, severity=severity or rule.severity, options=options)
        return chosen

    def has_own_severity(self, code: str) -> bool:
        """Whether the configuration sets the severity of the rule."""
        return self._severity_of(code) is not None

    def in_force_for(self, path: str, rules: Iterable[Rule]) -> list[Rule]:
        """Return those of the rules in force that `per-file-ignores` leaves so for the draft at `path`."""
        ignored = self.ignored_for(path)
        return [rule for rule in rules if not rule.code.startswith(_aimed_at(rule, ignored))]

    def ignored_for(self, path: str) -> tuple[str, ...]:
        """Return the selectors that `per-file-ignores` switches off for the draft at `path`."""
        return tuple(
            "" if prefix == _ALL else prefix
            for glob, prefixes in self.per_file_ignores.items()
            if self._matches((glob.removeprefix("!"),), path) != glob.startswith("!")
            for prefix in prefixes
        )

    def excludes(self, path: str) -> bool:
        """Whether `exclude` names the draft at `path` or its folder; a word list of the house is no draft."""
        return self._matches(self.exclude, path) or self._is_word_list(path)

    def _is_word_list(self, path: str) -> bool:
        if not path.endswith(".txt"):
            return False
        beside = (place / "lexicons" for pack in self.packs for place in (pack, pack.parent))
        return Path(path).absolute().parent in {folder.absolute() for folder in (*self.lexicons, *beside)}

    def _is_selected(self, rule: Rule) -> bool:
        wanted = _longest_match(rule.code, (*self.select, *self.extend_select))
        if wanted is None and not self.select and rule.enabled:
            wanted = 0
        unwanted = _longest_match(rule.code, self.ignore)
        return wanted is not None and (unwanted is None or wanted > unwanted)

    def _exempts_unselected(self, rule: Rule) -> bool:
        ignored = any(rule.code.startswith(selector) for selector in _aimed_at(rule, self.ignore))
        return rule.exempts and rule.enabled and not ignored

    def _severity_of(self, code: str) -> Severity | None:
        matching = [prefix for prefix in self.severity if prefix == _ALL or code.startswith(prefix)]
        return self.severity[max(matching, key=_weight)] if matching else None

    def _options_of(self, rule: Rule) -> dict[str, Any]:
        given = self.rules.get(rule.code, {})
        where = f"{self.origins.get('rules', _COMMAND_LINE)}: rules.{rule.code}"
        for key, value in given.items():
            if key not in rule.options:
                hint = nearest(key, rule.options) if rule.options else "this rule has no options"
                raise ConfigError(where, f"unknown option “{key}”", hint)
            wrong = mismatch(key, value, rule.options[key])
            if wrong:
                raise ConfigError(where, *wrong)
        return {**rule.options, **given}

    def _check_selectors(self, known: dict[str, Rule]) -> None:
        named = {
            "select": self.select,
            "ignore": self.ignore,
            "extend-select": self.extend_select,
            "severity": tuple(self.severity),
            "per-file-ignores": tuple(p for prefixes in self.per_file_ignores.values() for p in prefixes),
        }
        for key, selectors in named.items():
            for selector in selectors:
                if selector not in (_ALL, *_FAMILIES) and not any(code.startswith(selector or "?") for code in known):
                    where = f"{self._origin(key)}: {key}"
                    raise ConfigError(where, f"no rule answers to “{selector}”", nearest_code(selector, known))
        for code in self.rules:
            if code not in known:
                where = f"{self._origin('rules')}: rules.{code}"
                raise ConfigError(where, "there is no such rule", nearest_code(code, known, selects=False))
            self._options_of(known[code])

    def _origin(self, key: str) -> str:
        return self.origins.get(key.replace("-", "_"), _COMMAND_LINE)

    def _check_globs(self) -> None:
        for key, globs in (("exclude", self.exclude), ("per-file-ignores", self.per_file_ignores)):
            for glob in globs:
                try:
                    _spec((glob,))
                    if key == "per-file-ignores":
                        _spec((glob.removeprefix("!"),))
                except (ValueError, re.error):
                    where = f"{self._origin(key)}: {key}"
                    raise ConfigError(where, f"“{glob}” is no glob", "such as archive/ or *.md") from None

    def _matches(self, globs: tuple[str, ...], path: str) -> bool:
        if not globs:
            return False
        absolute = Path(path).absolute()
        inside = absolute.is_relative_to(self.root)
        relative = absolute.relative_to(self.root).as_posix() if inside else absolute.as_posix().lstrip("/")
        return _spec(globs).match_file(_composed(relative))


def nearest_code(word: str, known: dict[str, Rule], selects: bool = True) -> str:
    """Return the hint that names the code or the name most like `word`, or the code of the rule of this name.

    `selects`: a prefix or ALL will do.
    """
    by_name = {rule.name: code for code, rule in known.items()}
    if word.lower() in by_name:
        return f"write its code, {by_name[word.lower()]}"
    prefixes = {*(code[:3] for code in known), *_FAMILIES, _ALL} if selects else set()
    near = nearest(word, {*known, *prefixes}, "")
    return near or nearest(word, by_name, "“attribution-lint rules” lists the codes")


@lru_cache(maxsize=1024)
def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # only runs that use globs need it

    with warnings.catch_warnings(action="ignore", category=FutureWarning):  # of what brackets may mean one day
        return GitIgnoreSpec.from_lines(map(_composed, globs))


def _composed(text: str) -> str:
    """Return the text with accents in one code point: macOS hands out file names in which they are two."""
    return unicodedata.normalize("NFC", text)


def _longest_match(code: str, selectors: Iterable[str]) -> int | None:
    weights = [_weight(selector) for selector in selectors if selector == _ALL or code.startswith(selector)]
    return max(weights, default=None)


def _aimed_at(rule: Rule, selectors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the selectors that can switch a rule off: ALL and a family mean what reports, not what exempts."""
    return tuple(each for each in selectors if not rule.exempts or (len(each) > _FAMILY and each != _ALL))


def _weight(selector: str) -> int:
    return 0 if selector == _ALL else len(selector)
