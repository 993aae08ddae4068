"""Edits that go together, and files that keep all else."""

from __future__ import annotations

import os
import stat
import time
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution_lint.errors import DraftError
from attribution_lint.fixes import Mended, apply_fixes, encoded_like, mend, write
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Edit, Fix, Span
from tests.conftest import Command


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix("safe", tuple(Edit(Span(start, end), text) for start, end, text in edits))


@pytest.mark.parametrize(
    ("fixes", "text", "count"),
    [
        ([fix((0, 3, "ONE")), fix((4, 7, "TWO"))], "ONE TWO three", 2),
        ([fix((4, 7, "TWO")), fix((0, 3, "ONE"))], "ONE TWO three", 2),
        ([fix((0, 5, "A")), fix((4, 7, "B"))], "Awo three", 1),
        ([fix((0, 3, "A"), (8, 13, "B")), fix((8, 9, "C"))], "A two B", 1),
        ([fix((0, 4, "")), fix((4, 8, ""))], "three", 2),
        ([fix((3, 3, "!")), fix((3, 3, "?"))], "one! two three", 1),
        ([fix((0, 3, "A")), fix((0, 3, "A"))], "A two three", 2),
        ([Fix("safe", ())], "one two three", 0),
        ([fix((0, 5, "A"), (4, 7, "B"))], "one two three", 0),
    ],
)
def test_fixes_never_meet(fixes: list[Fix], text: str, count: int) -> None:
    assert apply_fixes("one two three", fixes) == (text, count)


def test_thousands_of_fixes_take_a_moment() -> None:
    fixes = [fix((at, at + 3, "ONE")) for at in range(0, 120_000, 4)]
    start = time.process_time()
    assert apply_fixes("one " * 30_000, reversed(fixes)) == ("ONE " * 30_000, 30_000)
    assert time.process_time() - start < 3  # each held against all others would take minutes


@given(st.text(st.characters(exclude_characters="<>"), max_size=30), st.data())
def test_what_no_edit_touches_stays(text: str, data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    fixes = [fix((a, b, "<>")) for a, b in data.draw(st.lists(spans, max_size=6))]
    mended, count = apply_fixes(text, fixes)
    assert mended.count("<>") <= count
    assert mended.replace("<>", "") == "".join(
        c for i, c in enumerate(text) if not any(_made(f, i, fixes, text) for f in fixes)
    )


def _made(one: Fix, index: int, fixes: list[Fix], text: str) -> bool:
    """Whether `one` is made, and takes away the code point at `index`."""
    taken: list[Span] = []
    for other in fixes:
        (edit,) = other.edits
        free = all(
            edit.span == old or edit.span.end < old.start or old.end < edit.span.start
            or ((edit.span.end == old.start or old.end == edit.span.start)
            and min(edit.span.end - edit.span.start, old.end - old.start) > 0)
            for old in taken
        )  # fmt: skip
        if free:
            taken.append(edit.span)
        if other is one:
            return free and edit.span.start <= index < edit.span.end
    raise AssertionError


@pytest.mark.parametrize("text", ["plain\r\n", "🙂 é\u0301\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")],
)
def test_the_encoding_and_its_mark_stay(text: str, mark: bytes, encoding: str) -> None:
    data = mark + text.encode(encoding)
    assert encoded_like(text, data) == data


def test_fix_keeps_bytes_and_permissions(command: Command, house: Path) -> None:
    draft = house / "a.txt"
    draft.write_bytes(b"\xef\xbb\xbfUtilise it  \r\n\r\nin order to\tbanned go.\r\n")
    draft.chmod(0o640)
    done = command("check", "a.txt", "--fix")
    assert draft.read_bytes() == b"\xef\xbb\xbfUse it  \r\n\r\nto\tbanned go.\r\n"
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert done.err == "Fixed 2 problems in 1 draft.\n"
    assert done.status == 1
    assert "HSE201" in done.out
    again = command("check", "a.txt", "--fix")
    assert again.err == ""
    assert sorted(os.listdir(house)) == [".attribution-lint.toml", "a.txt", "house.toml"]


def test_unsafe_fixes_are_asked_for(command: Command, house: Path) -> None:
    (house / "a.txt").write_text("a banned word")
    assert command("check", "a.txt", "--fix", "--unsafe-fixes").status == 0
    assert (house / "a.txt").read_text() == "a welcome word"
    assert command("check", "a.txt", "--unsafe-fixes").status == 2


def test_diff_changes_nothing(command: Command, house: Path) -> None:
    (house / "a.txt").write_text("One.\nWe utilise it")
    done = command("check", "a.txt", "--diff")
    assert done == (
        1,
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n One.\n"
        "-We utilise it\n\\ No newline at end of file\n+We use it\n\\ No newline at end of file\n",
        "Would fix 1 problem in 1 draft.\n",
    )
    assert (house / "a.txt").read_text() == "One.\nWe utilise it"


def test_standard_input_is_mended_to_standard_output(command: Command, house: Path) -> None:
    done = command("check", "-", "--fix", stdin=b"We utilise banned it")
    assert done.out == "We use banned it"
    assert "HSE201" in done.err
    assert done.status == 1


def test_a_link_goes_on_pointing_to_the_draft(command: Command, house: Path) -> None:
    (house / "real.txt").write_text("utilise")
    (house / "link.txt").symlink_to("real.txt")
    command("check", "link.txt", "--fix")
    assert (house / "link.txt").is_symlink()
    assert (house / "real.txt").read_text() == "use"


def test_a_draft_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("newer")
    result = Linter().lint_text("old")
    with pytest.raises(DraftError, match="changed while it was linted"):
        write(str(draft), Mended(b"old", b"new", "old", "new", 1, result))
    assert os.listdir(tmp_path) == ["a.txt"]
    assert draft.read_text() == "newer"


def test_a_draft_that_is_not_text_has_no_fixes() -> None:
    result = Linter().lint_text("# attribution-lint: allow ATT")
    assert result.diagnostics == () or result.diagnostics[0].fix
    assert mend(b"PK\3\4 zipped", result, lambda data: result) is None


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    from attribution_lint.draft import decode
    from attribution_lint.model import Diagnostic, Severity

    def lint(data: bytes) -> Result:
        draft = decode(data, "d.txt")
        swap = "b" if draft.text == "a" else "a"
        start, end = draft.position(0), draft.position(1)
        made = Diagnostic("d.txt", "X", "x", Severity.INFO, "", draft.text, start, end, fix=fix((0, 1, swap)))
        return Result(draft, (made,))

    mended = mend(b"a", lint(b"a"), lint)
    assert mended is not None
    assert mended.after == b"b"


def test_what_comes_to_light_when_other_words_are_mended_is_told_and_not_touched() -> None:
    from attribution_lint.draft import decode
    from attribution_lint.model import Diagnostic, Severity

    def lint(data: bytes) -> Result:
        """Report every TK, and bylines only where no TK is left; “TK TK” is mended one at a time."""
        draft = decode(data, "d.txt")
        words = "TK " if "TK " in draft.text else "By Moss"
        made = []
        for at in [draft.text.find(words)] if words in draft.text else []:
            start, end = draft.position(at), draft.position(at + len(words))
            edit = fix((at, at + len(words), ""))
            made.append(Diagnostic("d.txt", "X", "x", Severity.INFO, "", words, start, end, fix=edit))
        return Result(draft, tuple(made))

    data = b"By Moss\n\nTK It rained."
    mended = mend(data, lint(data), lint)
    assert mended is not None
    assert (mended.after, mended.count) == (b"By Moss\n\nIt rained.", 1)
    assert [item.text for item in mended.result.diagnostics] == ["By Moss"]


def test_two_fixes_that_meet_are_made_one_after_the_other(command: Command, house: Path) -> None:
    pack = (house / "house.toml").read_text(encoding="utf-8")
    (house / "house.toml").write_text(pack.replace("bbanned", "bbanned utilise").replace('"welcome"', '"utilise"'))
    (house / "a.txt").write_text("We banned utilise words.")
    done = command("check", "a.txt", "--fix", "--unsafe-fixes")
    assert (house / "a.txt").read_text() == "We use words."
    assert (done.status, done.err) == (0, "Fixed 2 problems in 1 draft.\n")


SHIPPED = Linter()
BAD = [example.text.strip() for r in SHIPPED.rules.values() for example in r.bad if example.format == "plain"]


@pytest.mark.slow
@pytest.mark.parametrize("unsafe", [False, True])
@given(st.lists(st.sampled_from(BAD), min_size=1, max_size=4), st.sampled_from(["\n\n", "\r\n\r\n", "\r\r"]))
@settings(max_examples=150)
def test_only_what_was_reported_is_mended(unsafe: bool, texts: list[str], gap: str) -> None:
    def lint(data: bytes) -> Result:
        return SHIPPED.lint_bytes(data, "d.txt")

    data = gap.join(texts).encode()
    result = lint(data)
    mended = mend(data, result, lint, unsafe)
    if mended is None:
        return
    assert mended.after != data
    reported = {
        place
        for item in result.diagnostics
        if item.fix and (unsafe or item.fix.applicability == "safe")
        for span in (item.span, *(edit.span for edit in item.fix.edits))
        for place in range(*span)
    }
    at = 0
    for touched, run in groupby(range(len(mended.old_text)), key=reported.__contains__):
        if not touched:
            kept = "".join(mended.old_text[place] for place in run)
            found = mended.new_text.find(kept, at)
            assert found >= 0, kept
            at = found + len(kept)


@pytest.mark.parametrize(
    ("above", "count", "again"),
    [("", 2, "Fixed 1 problem in 1 draft.\n"), ("The bridge is open again\n\n", 40, "")],
    ids=["told by the title", "a refrain"],
)
def test_paragraphs_that_are_damaged_alike_are_all_mended_at_once(
    command: Command, tmp_path: Path, above: str, count: int, again: str
) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(above + "He said that that the the bridge is safe.\n\n" * 40)
    command("check", "a.txt", "--fix")
    assert draft.read_text().rstrip() == (above + "He said that the bridge is safe.\n\n" * count).rstrip()
    assert command("check", "a.txt", "--fix").err == again  # what repeats a mended title is seen then
