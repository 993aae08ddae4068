"""Faults around a run, made real: full disks, folders that cannot be written, kills, changing files."""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from attribution_lint import draft as drafts
from attribution_lint import fixes
from attribution_lint.cache import Cache
from attribution_lint.draft import Draft
from attribution_lint.errors import ConfigError, DraftError, PackError
from attribution_lint.fixes import Mended
from attribution_lint.house_files import tables_in, text_in
from attribution_lint.linter import Linter, Result
from attribution_lint.paths import drafts_in
from attribution_lint.writing import write_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the faults are those of a POSIX system")
BAD = b"We utilise words.\n"
ROOT = Path(__file__).resolve().parents[2]


def mended(before: bytes, after: bytes) -> Mended:
    result = Result(Draft("a.txt", after.decode()), ())
    return Mended(before, after, before.decode(), after.decode(), 1, result)


def run(folder: Path, *args: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "attribution_lint", *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False, **more)  # type: ignore[call-overload,no-any-return]


def with_little_room(call: str) -> str:
    """Return what a process says that lets no file of its own grow beyond four kilobytes, as on a full disk.

    It is a process of its own: the limit would hold for the report of these tests too.
    """
    script = (
        "import resource, signal\n"
        "from attribution_lint import fixes\n"
        "from attribution_lint.writing import write_whole\n"
        "from attribution_lint.errors import DraftError\n"
        "from tests.abuse.test_faults import BAD, mended\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))\n"
        f"try:\n    {call}\nexcept DraftError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def test_a_full_disk_leaves_the_draft_as_it_was(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_bytes(BAD)
    said = with_little_room(f"fixes.write({str(draft)!r}, mended(BAD, b'x' * 10_000))")
    assert "a.txt: cannot be written: file too large" in said
    assert draft.read_bytes() == BAD
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_full_disk_leaves_an_earlier_copy_as_it_was(tmp_path: Path) -> None:
    copy = tmp_path / "copy.html"
    copy.write_bytes(b"before")
    said = with_little_room(f"write_whole({str(copy)!r}, b'x' * 10_000)")
    assert "copy.html: cannot be written: file too large" in said
    assert copy.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["copy.html"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
@pytest.mark.parametrize("output_format", ["text", "jsonl"])
def test_standard_output_that_is_full_is_said_in_one_line(tmp_path: Path, output_format: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"Some 4,300 people were hurt.\n")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "attribution_lint", "check", "a.txt", "--output-format", output_format],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "error: standard output: cannot be written: no space left on device\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
def test_a_report_file_that_is_full_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Some 4,300 people were hurt.\n")
    done = run(tmp_path, "check", "a.txt", "--output-file", "/dev/full")
    assert done.returncode == 2
    assert done.stderr == "error: /dev/full: cannot be written: no space left on device\n"


def test_a_reader_that_has_seen_enough_ends_the_run_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"# attribution-lint: allow FIG101\nHe said no.\n\n" * 2000)
    command = [sys.executable, "-m", "attribution_lint", "check", "a.txt", "--output-format", "jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
        assert (running.wait(60), said) == (141, "")


@pytest.mark.slow
def test_an_interrupted_run_says_nothing_and_exits_with_130(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "attribution_lint", "check", "-"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        time.sleep(3)  # by now it waits for a draft that never ends
        running.send_signal(signal.SIGINT)
        out, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert out == ""
    assert "Traceback" not in said


def test_a_kill_while_fixing_leaves_the_draft_whole(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_bytes(BAD)
    script = (
        "import os, signal\n"
        "from attribution_lint import fixes\n"
        "from tests.abuse.test_faults import BAD, mended\n"
        "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"fixes.write({str(draft)!r}, mended(BAD, b'x' * 10_000))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    assert draft.read_bytes() == BAD


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_bytes(BAD)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(DraftError, match="cannot be written: permission denied"):
            fixes.write(str(draft), mended(BAD, b"We use words.\n"))
    finally:
        tmp_path.chmod(0o755)
    assert draft.read_bytes() == BAD


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="there is no folder that even root cannot write to")
def test_a_folder_that_nobody_can_write_to() -> None:
    with pytest.raises(DraftError, match=r"^/proc/self/report\.html: cannot be written: "):
        write_whole("/proc/self/report.html", b"words")


def test_a_draft_that_vanishes_under_way(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="cannot be written: no such file or directory"):
        fixes.write(str(tmp_path / "gone.txt"), mended(BAD, b"We use words.\n"))
    assert os.listdir(tmp_path) == []


def test_a_draft_that_changes_under_way_is_left_alone(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_bytes(b"Somebody else's words.\n")
    with pytest.raises(DraftError, match="changed while it was linted and was left alone"):
        fixes.write(str(draft), mended(BAD, b"We use words.\n"))
    assert draft.read_bytes() == b"Somebody else's words.\n"


def test_a_folder_that_cannot_be_listed_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BAD)
    here = os.open(tmp_path, os.O_RDONLY)
    name = "d" * 255  # as many of them as make a path that no system call takes, not even of root
    for _ in range(17):
        os.mkdir(name, dir_fd=here)
        inner = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    try:
        found, errors = drafts_in([str(tmp_path)], {".txt"}, lambda path: False)
    finally:
        shutil.rmtree(tmp_path / name)
    assert found == [str(tmp_path / "a.txt")]
    assert len(errors) == 1
    assert re.search(r"/d{255}: cannot be listed: file name too long \(drafts in it were not read\)$", str(errors[0]))


def test_two_that_mend_one_draft_at_once_leave_what_one_of_them_wrote(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("".join(f"The mayor said that that the the bridge {n} was safe.\n\n" for n in "abcdefgh"))
    command = [sys.executable, "-m", "attribution_lint", "check", "--fix", "a.txt"]
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "a.txt").write_bytes(draft.read_bytes())
    run(alone, "check", "--fix", "a.txt")
    both = [
        subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [running.communicate(timeout=60)[1] for running in both]
    assert not any("Traceback" in each or "internal error" in each for each in said)
    assert draft.read_bytes() == (alone / "a.txt").read_bytes()
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "alone"]


@pytest.mark.slow
def test_thousands_of_drafts(tmp_path: Path) -> None:
    for number in range(3000):
        (tmp_path / f"{number:04}.txt").write_bytes(b"He said no.\n")
    (tmp_path / "9999.txt").write_bytes(b"Some 4,300 people were hurt.\n")
    done = run(tmp_path, "check", ".", "--output-format", "concise")
    assert done.stderr == ""
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["9999.txt"]
    assert done.returncode == 1


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no device without an end")
def test_pipes_and_devices_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    os.symlink("/dev/zero", tmp_path / "zero.txt")
    os.symlink(tmp_path, tmp_path / "circle")
    os.symlink(tmp_path / "nowhere", tmp_path / "gone.txt")
    (tmp_path / "a.txt").write_bytes(b"Some 4,300 people were hurt.\n")
    done = run(tmp_path, "check", ".", "--output-format", "concise")
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt"]
    assert done.stderr.startswith("error: gone.txt: no such file or directory")
    assert done.returncode == 2


def test_a_pipe_that_takes_the_place_of_a_draft_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(DraftError, match=r"a\.txt: is a pipe or a device"):
        drafts.read_bytes(str(tmp_path / "a.txt"))


@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize("key", ["packs = ['x.toml']", "extend = 'x.toml'", "baseline = 'x.toml'"])
def test_a_configuration_of_a_stranger_cannot_make_us_wait(tmp_path: Path, key: str, kind: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"Some 4,300 people were hurt.\n")
    (tmp_path / ".attribution-lint.toml").write_text(f"[tool.attribution-lint]\n{key}\n")
    if kind == "pipe":
        os.mkfifo(tmp_path / "x.toml")
    else:
        os.symlink("/dev/zero", tmp_path / "x.toml")
    done = run(tmp_path, "check", "a.txt")
    assert done.returncode == 2
    assert "x.toml: is a pipe or a device" in done.stderr


def test_a_word_list_without_an_end_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "words.txt").open("wb") as file:
        file.truncate(10 * 1024**3)  # takes no room
    with pytest.raises(PackError, match=r"words\.txt: is too large: more than 64 MB"):
        text_in(tmp_path / "words.txt", PackError)


def test_a_configuration_of_half_a_million_globs_is_refused_unread(tmp_path: Path) -> None:
    globs = ",".join(f"'{number}/*'" for number in range(500_000))
    (tmp_path / ".attribution-lint.toml").write_text(f"[tool.attribution-lint]\nexclude = [{globs}]\n")
    (tmp_path / "a.txt").write_bytes(b"He said no.\n")
    done = run(tmp_path, "check", "a.txt")
    assert done.returncode == 2
    assert ".attribution-lint.toml: is too large: more than 1 MB" in done.stderr


def test_a_glob_of_brackets_in_brackets_gives_no_warning_of_a_library(tmp_path: Path) -> None:
    (tmp_path / ".attribution-lint.toml").write_text("[tool.attribution-lint]\nexclude = ['[[a--b]/*']\n")
    (tmp_path / "a.txt").write_bytes(b"He said no.\n")
    done = run(tmp_path, "check", "a.txt")
    assert "Warning" not in done.stderr


def test_a_key_of_thousands_of_parts_is_refused(tmp_path: Path) -> None:
    for key in (".".join("a" * 50_000), ". ".join(["'a'"] * 50_000)):
        with pytest.raises(ConfigError, match="is nested too deeply to be read"):
            tables_in(f"{key} = 1\n", tmp_path / "a.toml", ConfigError)
    assert tables_in("a.b = '" + "c." * 500 + "'", tmp_path / "a.toml", ConfigError)


def test_a_current_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    (tmp_path / "a.txt").write_bytes(b"He said no.\n")
    script = "import os, sys; os.rmdir(os.getcwd()); from attribution_lint.cli import main; main(sys.argv[1:])"
    for command in ("check", "sources", "config"):
        (tmp_path / "gone").mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-c", script, command, str(tmp_path / "a.txt")],
            cwd=tmp_path / "gone", capture_output=True, text=True, timeout=60, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr == "error: the current folder is gone (go to one that is there)\n"


def test_a_file_that_is_larger_than_any_draft_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(10 * 1024**3)  # takes no room
    with pytest.raises(DraftError, match=r"a\.txt: is too large: more than 256 MB"):
        drafts.read_bytes(str(tmp_path / "a.txt"))


def test_standard_input_without_an_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_BYTES", 3 * 1024**2)

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"a" * size

    with pytest.raises(DraftError, match="<stdin>: is too large: more than 3 MB"):
        drafts.read_stream(Endless(), "<stdin>")  # type: ignore[arg-type]


def test_a_full_disk_keeps_nothing_and_costs_no_answer(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from attribution_lint.cache import Cache\n"
        "from attribution_lint.linter import Linter\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "linter = Linter()\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (64, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))\n"
        f"cache = Cache(Path({str(tmp_path / 'cache')!r}))\n"
        "found = cache.lint_bytes(linter, b'Some 4,300 people were hurt.', 'a.txt')\n"
        "print([item.code for item in found.diagnostics])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == ("['FIG101']\n", "")
    assert [path for path in (tmp_path / "cache").glob("??/*") if path.is_file()] == []


def test_a_clock_that_was_set_back_leaves_no_litter_in_the_cache(tmp_path: Path) -> None:
    kept, linter, tomorrow = Cache(tmp_path / "cache"), Linter(), time.time() + 2 * 86_400
    first = kept.lint_bytes(linter, b"Some 4,300 people were hurt.", "a.txt")
    (entry,) = (path for path in (tmp_path / "cache").glob("??/*") if path.is_file())
    scratch = entry.parent / f".{entry.name}.x"
    scratch.write_bytes(b"half")
    for path in (entry, scratch):
        os.utime(path, (tomorrow, tomorrow))
    assert kept.known(linter, b"Some 4,300 people were hurt.", "a.txt") == first
    assert entry.stat().st_mtime < tomorrow - 86_400
    kept.trim()
    assert not scratch.exists()
    assert entry.exists()
