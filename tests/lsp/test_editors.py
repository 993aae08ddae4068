"""The set-ups for editors, tried with the real programs where they are installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SETUPS = Path(__file__).parents[2] / "examples" / "editors"
PROBES = Path(__file__).parent / "editors"
DRAFT = "The harbour has changed.\n\nSome 4,300 people were hurt in the blast. Ada Moss said 12 people left.\n"

pytestmark = pytest.mark.slow


def starter(tmp_path: Path, script: str) -> dict[str, str]:
    """Put a program `attribution-lint` on the path, and return the environment of an editor that finds it there."""
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "attribution-lint"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "HOME": str(tmp_path), "PATH": path, "SEEN": str(tmp_path / "seen")}


def tried(tmp_path: Path, command: list[str], **environment: str) -> list[str]:
    """Run an editor with `attribution-lint` on its path and return the lines that its probe wrote down."""
    home = starter(tmp_path, f'exec "{sys.executable}" -m attribution_lint "$@"')
    subprocess.run(command, cwd=tmp_path, env={**home, **environment}, timeout=90, check=False, capture_output=True)
    return (tmp_path / "seen").read_text(encoding="utf-8").splitlines()


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


@pytest.mark.nightly
@pytest.mark.skipif(shutil.which("kate") is None or shutil.which("dbus-run-session") is None, reason="no Kate here")
@pytest.mark.parametrize("name", ["story.md", "story.txt", "story.html"])
def test_kate(tmp_path: Path, name: str) -> None:
    """Kate, on a screen that is none, shows nothing to a test: what the server tells it is listened to."""
    (tmp_path / name).write_text("Some 4,300 people were hurt in the blast.\n", encoding="utf-8")
    home = starter(tmp_path, f'"{sys.executable}" -m attribution_lint "$@" | tee "$SEEN"')
    server = f"{tmp_path / 'programs' / 'attribution-lint'} lsp"
    for file, text in {
        ".config/kate/lspclient/settings.json": (SETUPS / "kate.json").read_text(encoding="utf-8"),
        ".config/katerc": f"[lspclient]\nAllowedServerCommandLines={server}\n",
        ".local/share/kate/anonymous.katesession": "[Kate Plugins]\nlspclientplugin=true\n",
    }.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    places = {"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_RUNTIME_DIR": "."}
    tmp_path.chmod(0o700)
    environment = {**home, **{key: str(tmp_path / folder) for key, folder in places.items()}}
    editor = subprocess.Popen(
        ["dbus-run-session", "--", "kate", "--new", name],
        cwd=tmp_path,
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        for _ in range(600):
            time.sleep(0.1)
            told = (tmp_path / "seen").read_text(encoding="utf-8") if (tmp_path / "seen").exists() else ""
            if "FIG101" in told:
                break
    finally:
        os.killpg(editor.pid, signal.SIGKILL)
        editor.wait()
    assert '"code": "FIG101"' in told


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
