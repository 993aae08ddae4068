"""Every lexicon is a sorted list of entries, each once, an entry a line."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from attribution_lint import packs

LEXICONS = sorted((packs.shipped_folder() / "lexicons").glob("*.txt"))


def _entries(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.partition("#")[0].strip() for line in lines if line.partition("#")[0].strip()]


def test_there_are_lexicons() -> None:
    assert LEXICONS


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_sorted_and_each_entry_once(path: Path) -> None:
    entries = _entries(path)
    assert entries == sorted(set(entries))


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_clean_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert "\t" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert all(line == line.strip() for line in text.splitlines())


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_says_what_it_lists(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_is_used(path: Path) -> None:
    project = Path(packs.__file__).parent
    code = "".join(file.read_text(encoding="utf-8") for file in project.rglob("*.py"))
    rules = "".join(file.read_text(encoding="utf-8") for file in packs.shipped_folder().glob("*.toml"))
    assert f'"{path.stem}"' in code + rules
