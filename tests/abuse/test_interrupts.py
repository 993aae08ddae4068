"""Ctrl-C at any moment from the first line of ours on: status 130, and no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")
ROOT = Path(__file__).resolve().parents[2]
# Python runs a module of this name before anything else.
INTERRUPTING = """
import atexit, builtins, os, signal

importing, moment = builtins.__import__, os.environ["MOMENT"]

def interrupt():
    builtins.__import__ = importing
    os.kill(os.getpid(), signal.SIGINT)

def hooked(name, *more, **named):
    if name == moment:
        interrupt()
    return importing(name, *more, **named)

builtins.__import__ = hooked
if moment == "end":
    atexit.register(interrupt)
"""
MOMENTS = (
    "signal",
    "click",
    "attribution_lint.cli",
    "spacy.language",
    "attribution_lint.linter",
    "end",
)
"""Modules that are being imported, and the end of the run."""


def ways() -> dict[str, list[str]]:
    """Return how a command can be begun: as a module, and as the script that pip makes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, function = project["scripts"]["attribution-lint"].split(":")
    script = f"import re\nimport sys\nfrom {module} import {function}\nsys.exit({function}())"
    return {"module": ["-m", "attribution_lint"], "script": ["-c", script]}


def interrupted(folder: Path, way: str, moment: str, **more: object) -> subprocess.CompletedProcess[str]:
    (folder / "sitecustomize.py").write_text(INTERRUPTING)
    (folder / "a.txt").write_text("Some 4,300 people were hurt.\n")
    path = os.pathsep.join([str(folder), str(ROOT)])
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, *ways()[way], "check", "a.txt"], cwd=folder, capture_output=True, text=True, timeout=60,
        check=False, env={**os.environ, "PYTHONPATH": path, "MOMENT": moment}, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("way", "moment"),
    [*(("module", moment) for moment in MOMENTS), *(("script", moment) for moment in (MOMENTS[0], MOMENTS[-1]))],
)
def test_an_interrupt_ends_the_command_with_130(tmp_path: Path, way: str, moment: str) -> None:
    done = interrupted(tmp_path, way, moment)
    assert done.returncode == 130
    assert done.stderr.strip() == ""
    assert ("FIG101" in done.stdout) == (moment == "end")


def test_an_interrupt_that_is_ignored_stays_ignored(tmp_path: Path) -> None:
    ignored = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        done = interrupted(tmp_path, "module", "click")
    finally:
        signal.signal(signal.SIGINT, ignored)
    assert (done.returncode, done.stderr) == (1, "")
    assert "FIG101" in done.stdout
