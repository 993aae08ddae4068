"""What findings rest on besides the draft, in one digest: the rules in force, this program and its libraries."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from unicodedata import unidata_version

from attribution_lint import __version__
from attribution_lint.linter import Linter
from attribution_lint.packs import shipped_folder

_LIBRARIES = (
    *("spacy", "numpy", "regex", "ftfy", "lemminflect", "symspellpy", "rapidfuzz", "jellyfish"),
    *("markdown-it-py", "mdit-py-plugins", "python-docx", "lxml"),
)


def fingerprint_of(linter: Linter, by_content: bool = False) -> bytes:
    """Return 32 bytes that differ whenever the linter could find something else in the same draft.

    The files of this program are told by their sizes and times, which is quick, or else by their content, which is the
    same for every installation of one version.
    """
    settings = linter.settings
    foreign = bool(settings.packs or settings.lexicons)  # the shipped ones are told by their files
    parts: list[object] = [_program(by_content), sorted(linter.library.rules)]
    for code, rule in sorted(linter.rules.items()):
        lexicons = sorted((name, sorted(words)) for name, words in rule.lexicons.items()) if foreign else None
        told = (rule.name, rule.kind, rule.severity, settings.has_own_severity(code), rule.message, rule.fix, rule.url)
        parts.append((code, told, sorted(rule.options.items()), lexicons))
    return hashlib.sha256(repr(parts).encode(errors="replace")).digest()


@cache
def _program(by_content: bool) -> tuple[object, ...]:
    """Return what changes with this program: its version and files, its rules, the libraries, the interpreter."""
    places = {str(Path(__file__).parent), str(shipped_folder())}
    files = sorted({_told(path, place, by_content) for place in places for path in _files(place)})
    return __version__, sys.version_info[:3], unidata_version, tuple(map(_version, _LIBRARIES)), files


def _told(path: str, place: str, by_content: bool) -> tuple[str, int, object]:
    seen = os.stat(path)
    content = hashlib.sha256(Path(path).read_bytes()).hexdigest() if by_content else seen.st_mtime_ns
    return os.path.relpath(path, place), seen.st_size, content


def _files(place: str) -> Iterator[str]:
    for folder, _, names in os.walk(place):
        yield from (os.path.join(folder, name) for name in names if name.endswith((".py", ".toml", ".txt", ".npz")))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
