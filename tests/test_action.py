"""The GitHub Action: its shell steps as a runner runs them. The steps of others, and installing, are left out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ACTION = yaml.safe_load((Path(__file__).resolve().parents[1] / "action.yml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the steps are those of bash")


def run(folder: Path, **given: str) -> tuple[int, str, dict[str, str]]:
    """Return the exit status of the action, what it prints, and what its linting step puts out."""
    inputs = {name: given.get(name.replace("-", "_"), about["default"]) for name, about in ACTION["inputs"].items()}
    outputs: dict[str, str] = {}
    printed = ""
    for step in ACTION["runs"]["steps"]:
        if "run" not in step or "pip install" in step["run"]:
            continue
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known |= {f"steps.lint.outputs.{name}": value for name, value in outputs.items()}
        environment = {name: _filled(value, known) for name, value in step["env"].items()}
        output = folder.parent / "output"
        output.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder,
            env={**os.environ, **environment, "GITHUB_OUTPUT": str(output), "PATH": _path()},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        printed += done.stdout
        if step.get("id") == "lint":
            outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        if done.returncode:
            return done.returncode, printed, outputs
    return 0, printed, outputs


def _filled(text: str, known: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ (\S+) \}\}", lambda match: known.get(match[1], ""), text)


def _path() -> str:
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.slow
def test_annotations_a_report_and_the_exit_status(house: Path) -> None:
    (house / "a.txt").write_text("We utilise words.\n")
    (house / "b.md").write_text("We use words.\n")
    status, printed, outputs = run(house, paths="*.txt b.md")
    assert status == 1
    assert printed == (
        "::warning file=a.txt,line=1,endLine=1,col=4,endColumn=11,title=HSE101 house-swap"
        "::“utilise” is not how we write it.\n"
    )
    assert outputs == {"status": "1", "sarif-file": "attribution-lint.sarif"}
    log: dict[str, Any] = json.loads((house / "attribution-lint.sarif").read_text(encoding="utf-8"))
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (result["ruleId"], place["artifactLocation"]) == ("HSE101", {"uri": "a.txt"})


@pytest.mark.slow
def test_names_with_spaces_stand_on_lines(house: Path) -> None:
    (house / "our drafts").mkdir()
    (house / "our drafts" / "a b.txt").write_text("We utilise words.\n")
    (house / "c.txt").write_text("We utilise words.\n")
    status, printed, _ = run(
        house, paths="our drafts/*.txt\nc.txt\n", args="--fail-on\nerror\n", sarif_file="a report.sarif"
    )
    assert status == 0
    assert re.findall(r"file=([^,]*),", printed) == ["our drafts/a b.txt", "c.txt"]
    assert (house / "a report.sarif").is_file()


def test_an_option_that_does_not_exist_leaves_no_report_to_upload(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    assert run(folder, args="--fail-onn error") == (2, "", {"status": "2"})


def test_what_is_uploaded_is_what_was_written() -> None:
    (upload,) = [step for step in ACTION["runs"]["steps"] if "upload-sarif" in step.get("uses", "")]
    assert upload["with"]["sarif_file"] == "${{ steps.lint.outputs.sarif-file }}"
    assert "steps.lint.outputs.sarif-file != ''" in upload["if"]
