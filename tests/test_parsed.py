"""The shipped packs are not parsed when they are loaded, and one that has been changed is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from attribution_lint import packs
from attribution_lint.errors import PackError
from attribution_lint.house_files import tables_in
from attribution_lint.parsed import as_json, key_of, parsed_packs


def test_what_is_kept_of_each_shipped_pack_is_what_parsing_it_gives() -> None:
    kept = parsed_packs()
    files = packs.pack_files(packs.shipped_folder())
    assert len(kept) == len(files)
    for path in files:
        text = packs.text_of(path)
        assert repr(kept[key_of(text)]) == repr(tables_in(text, path, PackError))


def test_shipped_packs_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(packs, "tables_in")
    assert packs.load().rules


def test_a_changed_pack_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(packs.shipped_folder(), folder)
    pack = folder / "readability.toml"
    pack.write_text(pack.read_text(encoding="utf-8").replace('name = "', 'name = "my-', 1), encoding="utf-8")
    monkeypatch.setattr(packs, "shipped_folder", lambda: folder)
    assert sum(rule.name.startswith("my-") for rule in packs.load().rules.values()) == 1


def test_a_line_holds_a_pack() -> None:
    assert as_json([("a", {"rule": [1]}), ("b", {})]).splitlines() == [
        "{",
        f'"{key_of("a")}":{{"rule":[1]}},',
        f'"{key_of("b")}":{{}}',
        "}",
    ]
