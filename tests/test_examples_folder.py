"""The examples that readers try first: the draft, its configuration, the house pack, and the README's excerpt."""

from __future__ import annotations

from pathlib import Path

import pytest

from attribution_lint.config import read
from attribution_lint.examples import problems
from attribution_lint.linter import Linter
from attribution_lint.model import Severity
from tests.conftest import Command

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"


def test_the_example_shows_each_severity_and_a_fix() -> None:
    settings = read(EXAMPLES / ".attribution-lint.toml")
    found = Linter(settings).lint_file(str(EXAMPLES / "draft.txt")).diagnostics
    assert {item.severity for item in found} == set(Severity)
    assert {item.code[:3] for item in found} >= {"ATT", "BOI"}
    assert any(item.fix and item.fix.applicability == "safe" for item in found)


def test_the_house_pack_works() -> None:
    settings = read(EXAMPLES / ".attribution-lint.toml")
    linter = Linter(settings)
    for code in ("HSE101", "HSE201"):
        assert list(problems(linter.rules[code], settings.packs)) == []


@pytest.mark.slow  # so that messages can be worked on without mending the README at each step
def test_the_readme_shows_what_is_printed(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    excerpt = (ROOT / "README.md").read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    printed = command("check", "examples/draft.txt").out
    parts = excerpt.strip().split("\n\n")[1:]
    assert len(parts) >= 3
    for part in parts:
        if part == "…":
            continue
        assert part in printed
