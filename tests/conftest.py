"""What many tests share: the command line as a function, and a house rule pack."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from attribution_lint.cli import main

# As the command line has it, for the tests that start processes without it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A shell that starts the tests in the background leaves them deaf to Ctrl-C, and so whatever they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What a test finds must not depend on what else the machine does.
settings.register_profile("no-clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no-clock")

HOUSE_PACK = """
[[rule]]
code = "HSE101"
name = "house-swap"
kind = "substitution"
severity = "warning"
message = "“{text}” is not how we write it."
why = "The house book has another form for these words, and readers notice when we mix forms."
fix = "safe"
bad = ["A [[utilise]] of words."]
good = ["A use of words."]

[rule.options]
swap = { utilise = "use", "in order to" = "to" }

[[rule]]
code = "HSE201"
name = "house-pattern"
kind = "pattern"
severity = "error"
message = "“{text}” is banned."
why = "The house book bans these words altogether, whoever says them and wherever they stand."
fix = "unsafe"
bad = ["[[banned]] words"]
good = ["allowed words"]

[rule.options]
patterns = ['\\bbanned\\b']
replace = ["welcome"]
quotations = "anywhere"

[[rule]]
code = "HSE301"
name = "house-note"
kind = "pattern"
severity = "info"
message = "Worth a look."
why = "Some words are worth a second look although nothing about them is wrong as they stand."
bad = ["[[perhaps]]"]
good = ["surely"]

[rule.options]
patterns = ['\\bperhaps\\b']
"""
HOUSE_CONFIG = """
[tool.attribution-lint]
packs = ["house.toml"]
select = ["HSE", "LNT"]
"""


class Outcome(NamedTuple):
    """What a command came to."""

    status: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each test has a cache of its own, and none touches the user's."""
    folder = tmp_path_factory.mktemp("cache") / "attribution-lint"
    monkeypatch.setenv("ATTRIBUTION_LINT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def user_configuration(monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    """Where the user's own configuration is looked for, in this process and in those that it starts under Linux."""
    home = cache.parent / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    file = home / "attribution-lint" / "attribution-lint.toml"
    monkeypatch.setattr("attribution_lint.config.user_file", lambda: file)
    return file


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Run the command line in an empty folder: `command("check", "draft.txt", stdin=b"…")`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*args: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(list(args))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Outcome(int(stop.value.code or 0), out, err)

    return run


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with a house rule pack and a configuration that uses only it."""
    (tmp_path / "house.toml").write_text(HOUSE_PACK, encoding="utf-8")
    (tmp_path / ".attribution-lint.toml").write_text(HOUSE_CONFIG, encoding="utf-8")
    return tmp_path
