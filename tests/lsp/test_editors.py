"""The set-ups for editors, tried with the real programs where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETUPS = Path(__file__).parents[2] / "examples" / "editors"
PROBES = Path(__file__).parent / "editors"
DRAFT = "The harbour has changed.\n\nSome 4,300 people were hurt in the blast. Ada Moss said 12 people left.\n"

pytestmark = pytest.mark.slow


def tried(tmp_path: Path, command: list[str], **environment: str) -> list[str]:
    """Run an editor with `attribution-lint` on its path and return the lines that its probe wrote down."""
    programs = tmp_path / "programs"
    programs.mkdir()
    starter = programs / "attribution-lint"
    starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m attribution_lint "$@"\n', encoding="utf-8")
    starter.chmod(0o755)
    seen = tmp_path / "seen"
    home = {"HOME": str(tmp_path), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "SEEN": str(seen)}
    subprocess.run(
        command, cwd=tmp_path, env={**os.environ, **home, **environment}, timeout=90, check=False, capture_output=True
    )
    return seen.read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim(tmp_path: Path) -> None:
    draft = tmp_path / "story.md"
    draft.write_text(DRAFT, encoding="utf-8")
    setup, probe = SETUPS / "neovim.lua", PROBES / "neovim.lua"
    start = ["-c", f"luafile {setup}", "-c", "edit story.md", "-c", f"luafile {probe}"]
    assert tried(tmp_path, ["nvim", "--headless", "-u", "NONE", "--cmd", "filetype on", *start]) == [
        "2:5-2:10 FIG101",
        "**Ada Moss** · person Carries 1 figure: - line 3: 12",
        "Allow FIG101 in this paragraph",
    ]


@pytest.mark.skipif(shutil.which("emacs") is None, reason="Emacs is not installed")
def test_emacs(tmp_path: Path) -> None:
    if not list(Path("/usr/share/emacs").rglob("eglot.el*")):
        pytest.skip("eglot is not installed")
    draft = tmp_path / "story.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    command = ["emacs", "-Q", "--batch", "-l", str(PROBES / "eglot.el")]
    assert tried(tmp_path, command, SETUP=str(SETUPS / "eglot.el"), DRAFT=str(draft)) == [
        "32-37 attribution-lint [FIG101]",
        "Ada Moss · person Carries 1 figure: - line 3: 12",
        "Allow FIG101 in this paragraph",
        "# attribution-lint: allow FIG101",
    ]


@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")
def test_visual_studio_code() -> None:
    folder = SETUPS / "vscode"
    if not (folder / "node_modules").is_dir():
        pytest.skip("the packages of the extension are not installed")
    environment = {**os.environ, "ATTRIBUTION_LINT": f"{sys.executable} -m attribution_lint"}
    done = subprocess.run(
        ["npm", "test"], cwd=folder, env=environment, timeout=90, capture_output=True, text=True, check=False
    )
    assert "# fail 0" in done.stdout, done.stdout
    assert done.returncode == 0
