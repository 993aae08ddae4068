"""The cache: the same answer as without it, never an old one, and no harm from what others do to its folder."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from attribution_lint import cache as module
from attribution_lint import fingerprint
from attribution_lint.cache import Cache
from attribution_lint.draft import Draft
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Severity
from attribution_lint.packs import shipped_folder
from attribution_lint.settings import Settings

DRAFT = "# attribution-lint: allow ATT\nOfficals said that 5,000 people left.\n\nThey left, acording to the police.\r\n"


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("??/*") if path.is_file())


@pytest.fixture
def linter() -> Linter:
    return Linter()


@pytest.fixture
def unable(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no draft can be analysed."""

    def fail(*args: object) -> Result:
        raise AssertionError("analysed although it is known")

    monkeypatch.setattr(Linter, "lint_bytes", fail)


def test_the_second_answer_is_the_first(cache: Path, linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Cache(cache).lint_bytes(linter, DRAFT.encode(), "a.txt")
    assert first.diagnostics
    assert first.allowed
    assert len(entries(cache)) == 1
    monkeypatch.setattr(Linter, "lint_bytes", None)
    assert Cache(cache).lint_bytes(linter, DRAFT.encode(), "a.txt") == first
    again = Cache(cache).lint_bytes(Linter(), DRAFT.encode(), "moved/b.txt")
    assert [found.path for found in again.diagnostics] == ["moved/b.txt"] * len(first.diagnostics)
    assert again.draft == replace(first.draft, path="moved/b.txt")


@pytest.mark.parametrize("format", ["ninjs", "markdown", "html", "subtitles"])
def test_every_format_gives_back_its_draft(cache: Path, linter: Linter, format: str) -> None:
    text = '{"uri": "x", "body_text": "Officals said no."}' if format == "ninjs" else "Officals said no."
    first = Cache(cache).lint_bytes(linter, text.encode("utf-16"), "a", format)
    assert Cache(cache).known(linter, text.encode("utf-16"), "a", format) == first


def test_whatever_the_result_rests_on_makes_another_entry(
    cache: Path, linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Cache(cache)
    kept.lint_bytes(linter, DRAFT.encode(), "a.txt")

    def knows(other: Linter, data: bytes = DRAFT.encode(), path: str = "a.txt", format: str | None = None) -> bool:
        return Cache(cache).known(other, data, path, format) is not None

    assert knows(linter)
    assert knows(Linter(Settings(fail_on=Severity.ERROR)))  # which is asked after the findings are known
    assert not knows(linter, DRAFT.encode() + b"\n")
    assert not knows(linter, path="a.md")
    assert not knows(linter, format="markdown")
    assert not knows(Linter(Settings(ignore=("FIG101",))))
    assert not knows(Linter(Settings(severity={"FIG": Severity.INFO})))
    assert not knows(Linter(Settings(per_file_ignores={"*.txt": ("ATT",)}, root=Path.cwd())))
    (tmp_path / "hearsay.txt").write_text("they say\n")
    assert not knows(Linter(Settings(lexicons=(tmp_path,))))
    fingerprint._program.cache_clear()
    monkeypatch.setattr(fingerprint, "__version__", "0.0.0")
    assert not knows(Linter())
    fingerprint._program.cache_clear()


def test_whatever_is_shipped_for_the_rules_to_read_counts() -> None:
    told = {path for path, _, _ in fingerprint._program(by_content=True)[4]}  # type: ignore[misc, attr-defined]
    shipped = [path for path in shipped_folder().rglob("*") if path.suffix in (".toml", ".txt", ".npz")]
    assert {str(path.relative_to(shipped_folder())) for path in shipped} <= told
    assert any(path.suffix == ".npz" for path in shipped)


def test_a_house_pack_is_told_by_what_is_in_it(cache: Path, house: Path) -> None:
    settings = Settings(packs=(house / "house.toml",), select=("HSE",))
    found = Cache(cache).lint_bytes(Linter(settings), b"We utilise words.", "a.txt")
    assert [diagnostic.message for diagnostic in found.diagnostics] == ["“utilise” is not how we write it."]
    pack = (house / "house.toml").read_text(encoding="utf-8").replace("not how we write it", "off")
    (house / "house.toml").write_text(pack, encoding="utf-8")
    found = Cache(cache).lint_bytes(Linter(settings), b"We utilise words.", "a.txt")
    assert [diagnostic.message for diagnostic in found.diagnostics] == ["“utilise” is off."]


@pytest.mark.parametrize("damage", [b"", b"\0" * 400, None])
def test_a_damaged_entry_is_a_missing_one(cache: Path, linter: Linter, damage: bytes | None) -> None:
    first = Cache(cache).lint_bytes(linter, DRAFT.encode(), "a.txt")
    (entry,) = entries(cache)
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-7] if damage is None else damage)
    assert Cache(cache).known(linter, DRAFT.encode(), "a.txt") is None
    assert Cache(cache).lint_bytes(linter, DRAFT.encode(), "a.txt") == first
    assert entry.read_bytes() == whole


def test_a_folder_that_cannot_be_used_does_no_harm(linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Cache(tmp_path / "file").lint_bytes(linter, DRAFT.encode(), "a.txt").diagnostics
    assert Cache(tmp_path / "file" / "inside").lint_bytes(linter, DRAFT.encode(), "a.txt").diagnostics
    assert (tmp_path / "file").read_text() == ""


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_nobody_else_reads_it_and_nobody_else_may_write_it(cache: Path, linter: Linter) -> None:
    Cache(cache).lint_bytes(linter, DRAFT.encode(), "a.txt")
    (entry,) = entries(cache)
    assert [path.stat().st_mode & 0o777 for path in (cache, entry.parent, entry)] == [0o700, 0o700, 0o600]
    cache.chmod(0o777)
    assert Cache(cache).known(linter, DRAFT.encode(), "a.txt") is None


def test_its_size_is_bounded_and_scratch_files_go(cache: Path, linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(cache)
    for number in range(8):
        kept.lint_bytes(linter, f"Draft {number} says no.".encode(), "a.txt")
    for age, entry in enumerate(entries(cache)):
        os.utime(entry, (1_000_000_000 - age, 1_000_000_000 - age))
    youngest = entries(cache)[:3]
    (youngest[0].parent / ".scratch").write_text("half")
    os.utime(youngest[0].parent / ".scratch", (1, 1))
    kept.trim()
    assert len(entries(cache)) == 8
    assert not list(cache.glob("??/.scratch"))
    monkeypatch.setattr(module, "MOST_BYTES", 4 * 4096)
    kept.trim()
    assert entries(cache) == sorted(youngest)


def test_runs_may_share_it(cache: Path, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(DRAFT + str(number))
    command = [sys.executable, "-m", "attribution_lint", "check", "--output-format", "jsonl", str(tmp_path)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    told = [run.communicate() for run in runs]
    assert told[0] == told[1] == told[2]
    assert told[0][0]
    assert len(entries(cache)) == 6


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills of POSIX")
def test_runs_that_are_killed_while_they_share_it_leave_whole_entries(cache: Path, linter: Linter) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom attribution_lint.cache import Cache\n"
        "from attribution_lint.linter import Linter\nfrom tests.test_cache import large\n"
        "kept, linter = Cache(Path(sys.argv[1])), Linter()\nkept._missed = True\n"
        "for number in range(10**9):\n"
        "    kept._keep(linter, *large(number % 40))\n"
        "    if number % 40 == 39: kept.trim()\n"
    )
    for round in (1, 2):
        runs = [subprocess.Popen([sys.executable, "-c", script, str(cache)]) for _ in range(2)]
        while len(entries(cache)) < 13 * round:
            assert all(run.poll() is None for run in runs)
        for run in runs:
            run.kill()
            run.wait()
    whole = [entry for entry in entries(cache) if not entry.name.startswith(".")]
    answers = [Cache(cache).known(linter, *large(number)[:3]) for number in range(40)]
    found = [answer for answer in answers if answer is not None]
    assert found
    assert len(found) == len(whole)
    assert [large(number)[3] for number, answer in enumerate(answers) if answer is not None] == found


def large(number: int) -> tuple[bytes, str, None, Result]:
    """A draft whose entry takes a while to write: its bytes, path and format, and what is found in it."""
    text = f"{number} " * 100_000
    return text.encode(), "a.md", None, Result(Draft("a.md", text + "x", "utf-8"), ())


def test_what_it_answers_needs_no_analysis(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DRAFT)
    code = (
        "import sys\nfrom attribution_lint.cli import main\n"
        f"try: main(['check', '--output-format', 'jsonl', {str(tmp_path / 'a.txt')!r}])\n"
        "except SystemExit: print(sorted({'spacy', 'numpy', 'multiprocessing'} & set(sys.modules)), file=sys.stderr)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True) for _ in range(2)]
    assert "spacy" in runs[0].stderr
    assert runs[1].stderr == "[]\n"
    assert runs[0].stdout == runs[1].stdout != ""
