"""What the README and the pages for developers show works as it is written there."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from attribution_lint import Settings, packs
from attribution_lint.linter import Linter
from tests.conftest import Command

ROOT = Path(__file__).resolve().parents[1]
README, DEVELOPERS, CONFIGURATION, EDITORS = (
    ROOT / name for name in ("README.md", "docs/developers.md", "docs/configuration.md", "docs/editors.md")
)
STORY = "The carrier cut 4,100 jobs last year.\n"
REMARK = "Says who? No source in reach for “4,100”; the story has named none so far."


def snippets(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


def test_the_configuration_is_one_and_each_of_its_lines_does_something(command: Command, tmp_path: Path) -> None:
    text, *_ = snippets(README, "toml")
    (tmp_path / ".attribution-lint.toml").write_text(text, encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    done = command("check", "story.txt")
    assert (done.status, done.err) == (0, "")
    assert "warning FIG101" in done.out
    assert 'fail-on = "error"  # ' in command("config").out
    table = tomllib.loads(text)["tool"]["attribution-lint"]
    known = packs.load().rules
    assert all(known[code].enabled for code in table["ignore"])
    for prefix in table["extend-select"]:
        assert not any(rule.enabled for code, rule in known.items() if code.startswith(prefix))


def test_the_configuration_of_its_page_is_one(command: Command, tmp_path: Path) -> None:
    (text,) = snippets(CONFIGURATION, "toml")
    (tmp_path / ".attribution-lint.toml").write_text(text, encoding="utf-8")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "rules.toml").write_text(snippets(README, "toml")[1], encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert command("check", "story.txt").err == ""


def test_the_rule_is_one_that_keeps_to_its_examples(command: Command, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(snippets(README, "toml")[1], encoding="utf-8")
    (line,) = re.findall(r"`(packs = .*?)`", README.read_text(encoding="utf-8"))
    (tmp_path / ".attribution-lint.toml").write_text(f"[tool.attribution-lint]\n{line}\n", encoding="utf-8")
    assert command("rules", "--check-examples").err == "1 rule, 0 problems with its examples.\n"


def test_the_python_prints_a_remark(capsys: pytest.CaptureFixture[str]) -> None:
    (text,) = snippets(README, "python")
    exec(compile(text, "README.md", "exec"), {})
    assert capsys.readouterr().out == f"1 FIG101 {REMARK}\n"


def test_the_python_for_developers_lints() -> None:
    first = snippets(DEVELOPERS, "python")[1]
    assert "lint(" in first
    (sentence,) = re.findall(r'lint\("(.*)"\)', first)
    (found,) = Linter(Settings()).lint_text(sentence).diagnostics
    assert (found.code, found.severity.label) == ("FIG101", "warning")


def test_the_figure_that_editors_are_told_of_is_a_warning_and_the_other_a_note() -> None:
    text = EDITORS.read_text(encoding="utf-8")
    found = [Linter().lint_text(sentence).diagnostics for sentence in re.findall(r'"([A-Z][^"]*\d[^"]*\.)"', text)]
    assert [(item.code, item.severity.label) for (item,) in found] == [("FIG101", "warning"), ("FIG101", "info")]


def test_the_json_is_that_of_its_story(command: Command) -> None:
    (text,) = snippets(DEVELOPERS, "json")
    shown = json.loads(text)
    (made,) = json.loads(
        command("check", "-", "--stdin-filename", "story.txt", "--output-format", "json", stdin=STORY.encode()).out
    )
    assert made["message"] == REMARK
    assert {**made, "message": "…", "url": "…"} == shown


@pytest.mark.parametrize("page", [README, DEVELOPERS], ids=lambda page: page.name)
def test_the_hooks_are_a_configuration_of_pre_commit(page: Path) -> None:
    yaml = pytest.importorskip("yaml")
    (text,) = [text for text in snippets(page, "yaml") if "repos:" in text]
    ((repository,),) = yaml.safe_load(text).values()
    assert set(repository) == {"repo", "rev", "hooks"}
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for hook in repository["hooks"]} <= known


@pytest.mark.parametrize(("page", "path"), [(README, "story.md"), (README, "story.txt"), (EDITORS, "story.txt")])
def test_the_comment_allows_what_it_names(page: Path, path: str) -> None:
    (comment,) = [
        text for text in snippets(page, "(?:markdown|text)") if text.lstrip("<!-# ").startswith("attribution")
    ]
    result = Linter().lint_text(f"{comment}\n{STORY}", path)
    assert (result.diagnostics, [item.code for item in result.allowed]) == ((), ["FIG101"])
