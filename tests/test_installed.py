"""The rules travel: a wheel, an editable install and a bare checkout all find them; real pre-commit runs our hooks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DRAFT = "The council met.\n\n# attribution-lint: allow LNT002\nIt rose.\n"
PROGRAM = """
import json, spacy, attribution_lint
from attribution_lint.packs import shipped_folder
nlp = spacy.blank("en")
nlp.add_pipe("attribution_lint")
doc = nlp("“It rose,” she said.")
found = attribution_lint.lint(open("draft.txt").read())
print(json.dumps([attribution_lint.__file__, str(shipped_folder()), [d.code for d in found], sorted(doc.spans)]))
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a fresh clone holds."""
    copy = tmp_path_factory.mktemp("clone") / "attribution-lint"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__", "venv"))
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    return copy


def python(folder: Path, *args: str, program: str = sys.executable, path: str = "") -> str:
    (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"}
    done = subprocess.run([program, *args], cwd=folder, capture_output=True, text=True, env=environment)
    assert not done.stderr, done.stderr
    return done.stdout


def check_install(out: str, package: Path, rules: Path) -> None:
    where, folder, codes, groups = json.loads(out)
    assert Path(where) == package / "__init__.py"
    assert Path(folder) == rules
    assert codes == ["LNT001"]
    assert "quotes" in groups


def test_an_installed_wheel(sources: Path, tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path / "dist"),
        str(sources),
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    site = tmp_path / "site"
    install = ["install", "-q", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True, capture_output=True)
    package = site / "attribution_lint"
    check_install(python(tmp_path, "-c", PROGRAM, path=str(site)), package, package / "rules")
    out = python(tmp_path, "-m", "attribution_lint", "check", "draft.txt", "--output-format", "jsonl", path=str(site))
    assert json.loads(out)["code"] == "LNT001"
    page = python(tmp_path, "-m", "attribution_lint", "report", "draft.txt", "-o", "-", path=str(site))
    assert page.startswith("<!DOCTYPE html>")
    shipped = sorted(path.relative_to(package / "rules") for path in (package / "rules").rglob("*") if path.is_file())
    assert shipped == sorted(p.relative_to(sources / "rules") for p in (sources / "rules").rglob("*") if p.is_file())


def test_an_editable_install(sources: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    program = str(tmp_path / "venv" / "bin" / "python")
    site = Path(sysconfig.get_path("purelib", vars={"base": str(tmp_path / "venv")}))
    others = [path for path in sys.path if path.endswith("site-packages")]
    (site / "others.pth").write_text("".join(f"{path}\n" for path in others))
    install = ["install", "-q", "--no-deps", "--no-index", "--no-build-isolation", "-e", str(sources)]
    subprocess.run([program, "-m", "pip", *install], check=True, capture_output=True)
    check_install(python(tmp_path, "-c", PROGRAM, program=program), sources / "attribution_lint", sources / "rules")


def test_a_bare_checkout(sources: Path, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    for name in ("attribution_lint", "rules"):
        shutil.copytree(sources / name, tmp_path / "bare" / name)
    out = python(
        tmp_path,
        "-m",
        "attribution_lint",
        "check",
        "draft.txt",
        "--output-format",
        "jsonl",
        path=str(tmp_path / "bare"),
    )
    assert json.loads(out)["code"] == "LNT001"


def git(folder: Path, *args: str) -> None:
    names = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *names, *args], cwd=folder, check=True, capture_output=True)


def test_real_pre_commit(sources: Path, tmp_path: Path) -> None:
    hooks, repository = tmp_path / "hooks", tmp_path / "newsroom"
    shutil.copytree(sources, hooks)
    repository.mkdir()
    (repository / "good.md").write_text("# Title\n\nThe council met.\n")
    (repository / "bad.txt").write_text(DRAFT)
    (repository / "data.json").write_text("{}\n")
    (repository / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: v0\n  hooks:\n  - id: attribution-lint\n  - id: attribution-lint-fix\n"
    )
    for folder in (hooks, repository):
        git(folder, "init", "-q")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "all")
    git(hooks, "tag", "v0")
    # The hook environment is made as on any machine, but its dependencies are those of this one: no network.
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path.endswith("site-packages")),
    }

    def run(hook: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "pre_commit", "run", hook, "--all-files"]
        done = subprocess.run(command, cwd=repository, capture_output=True, text=True, env=environment)
        return done.returncode, done.stdout + done.stderr

    status, out = run("attribution-lint")
    assert (status, "bad.txt:3:1: warning LNT001 unused-allow" in out) == (1, True), out
    assert "in 2 drafts" in out
    status, out = run("attribution-lint-fix")
    assert (status, "files were modified by this hook" in out) == (1, True), out
    assert (repository / "bad.txt").read_text() == "The council met.\n\nIt rose.\n"
    assert run("attribution-lint-fix")[0] == 0
    assert run("attribution-lint")[0] == 0
    (repository / "talk.vtt").write_text("WEBVTT\n\nNOTE attribution-lint: allow\n\n00:00.000 --> 00:02.000\nWe met.\n")
    with (repository / ".pre-commit-config.yaml").open("a") as config:
        config.write("    types_or: [file]\n    files: \\.vtt$\n")  # as the documentation tells it
    git(repository, "add", "-A")
    status, out = run("attribution-lint-fix")
    assert (status, "files were modified by this hook" in out) == (1, True), out
    assert "NOTE" not in (repository / "talk.vtt").read_text()
