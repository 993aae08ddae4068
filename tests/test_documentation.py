"""What is made from the rules is fresh, and what is written by hand names things that exist."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from attribution_lint import packs, schemas
from attribution_lint.cli import COMMANDS
from tests.conftest import Command

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "rules" / "README.md",
]


@pytest.mark.slow  # so that rules can be worked on without writing the reference at each step
def test_generated_files_are_fresh() -> None:
    command = [
        sys.executable,
        ROOT / "docs" / "generate.py",
        "--check",
    ]  # alone, as the tests make patterns of their own
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_shipped_packs_and_presets_fit_their_schemas() -> None:
    pack, config = (Draft202012Validator(schema) for schema in (schemas.pack_schema(), schemas.config_schema()))
    folder = packs.shipped_folder()
    for validator, paths in ((pack, folder.glob("*.toml")), (config, (folder / "presets").glob("*.toml"))):
        validator.check_schema(validator.schema)
        for path in paths:
            validator.validate(tomllib.loads(path.read_text(encoding="utf-8")))
    assert not config.is_valid({"tool": {"attribution-lint": {"selct": []}}})
    assert not pack.is_valid({"rule": [{"code": "X"}]})


def commands_in(page: Path) -> list[str]:
    """The command lines of a page's shell blocks."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"```(?:sh|console|bash)\n(.*?)```", text, re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if "attribution-lint " in line]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_exist(page: Path, command: Command) -> None:
    for line in commands_in(page):
        words = line.partition("attribution-lint ")[2].split()
        if words[0].startswith("-"):
            continue
        assert words[0] in COMMANDS, line
        known = command(words[0], "--help").out
        for option in re.findall(r"(?<!\S)--[a-z-]+", line.partition("attribution-lint ")[2]):
            assert option in known, line


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "rules.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_codes_that_are_named_exist() -> None:
    known = packs.load().rules
    for page in PAGES:
        for code in re.findall(r"\b(?:FIG|ATT|SRC|QUO|BOI|REA|LNT)\d{3}\b", page.read_text(encoding="utf-8")):
            assert code in known, f"{page.name}: {code}"


def test_the_test_command_of_the_readme_is_what_continuous_integration_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if "-m pytest" in line]
    assert line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.slow
def test_the_documentation_builds_without_warnings(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    page = (tmp_path / "site" / "rules" / "index.html").read_text(encoding="utf-8")
    assert all(f'id="{code.lower()}"' in page for code in packs.load().rules)


def test_hooks_and_action_are_readable() -> None:
    yaml = pytest.importorskip("yaml")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["attribution-lint", "attribution-lint-fix"]
    assert all({"id", "name", "entry", "language"} <= set(hook) for hook in hooks)
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert action["runs"]["using"] == "composite"
    assert {"paths", "args", "sarif-file", "upload-sarif"} <= set(action["inputs"])
