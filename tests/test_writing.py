"""Files written whole or not at all, with the permissions and the links they had."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from attribution_lint.errors import DraftError
from attribution_lint.writing import write_whole

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are those of a POSIX system")


@posix
def test_a_new_file_is_as_open_as_any_and_a_private_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write_whole(tmp_path / "new", b"words")
    write_whole(tmp_path / "mine", b"words", private=True, durable=False)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "any").stat().st_mode
    assert (tmp_path / "mine").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").read_bytes() == (tmp_path / "mine").read_bytes() == b"words"


@posix
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    draft, link = tmp_path / "draft", tmp_path / "link"
    draft.write_bytes(b"old")
    draft.chmod(0o640)
    link.symlink_to(draft)
    write_whole(str(link), b"new")
    assert link.is_symlink()
    assert draft.read_bytes() == b"new"
    assert draft.stat().st_mode & 0o777 == 0o640


@posix
def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"words")
    assert os.read(reader, 100) == b"words"
    os.close(reader)
    assert pipe.is_fifo()


def test_what_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "folder", tmp_path / "none" / "file"):
        with pytest.raises(DraftError, match="cannot be written: "):
            write_whole(path, b"words")
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(DraftError, match="cannot be written: "):
        write_whole(tmp_path / "a", b"words")
    assert sorted(os.listdir(tmp_path)) == ["a", "b", "folder"]
