"""The lock file names one version of all that developing needs, each in the range that the project asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]


def test_the_lock_has_every_package_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert list(pinned) == sorted(pinned)
    for asked in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        need = Requirement(asked)
        if need.name == project["name"]:
            continue
        name = re.sub(r"[-_.]+", "-", need.name).lower()
        assert need.specifier.contains(pinned.get(name, "0.dev0"), prereleases=True), f"{asked}: {pinned.get(name)}"
