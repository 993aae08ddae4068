"""What is fuzzed: functions from bytes to nothing, which raise for a defect and only for a defect."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from attribution_lint import checks, packs
from attribution_lint.draft import Draft
from attribution_lint.errors import UserError
from attribution_lint.fixes import apply_fixes, mend
from attribution_lint.formats import formats, read
from attribution_lint.formats.prose import Prose
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Span
from attribution_lint.settings import Settings
from attribution_lint.visible import shown

SUFFIXES = (".txt", ".md", ".html", ".srt", ".json", ".xml", ".docx")


def readers(data: bytes) -> None:
    """Every reader takes any bytes, and its blocks lie in order in the draft."""
    for name in formats():
        try:
            draft, prose = read(data, "draft", name)
        except UserError:
            continue
        _in_order(draft, prose)


def offsets(data: bytes) -> None:
    """Every place in the prose has a place in the source, and places keep their order."""
    try:
        draft, prose = read(data, "draft" + _suffix(data))
    except UserError:
        return
    before = 0
    for at in range(0, len(prose.text), max(len(prose.text) // 200, 1)):
        span = prose.offsets.source_span(Span(at, at + 1))
        assert before <= span.start <= span.end <= len(draft.text), (at, span)
        before = span.start


def pipeline(data: bytes) -> None:
    """A whole run gives diagnostics whose text stands where they say."""
    try:
        result = _linter().lint_bytes(data, "draft" + _suffix(data))
    except UserError:
        return
    text = result.draft.text
    for found in result.diagnostics:
        assert text[found.start.offset : found.end.offset] == found.text, found
        shown(found.message)


def fixes(data: bytes) -> None:
    """Fixes come to an end, and a draft that is mended can be mended no further."""

    def lint(current: bytes) -> Result:
        return _linter().lint_bytes(current, "draft" + _suffix(data))

    try:
        result = lint(data)
        mended = mend(data, result, lint)
    except UserError:
        return
    if mended is not None:
        apply_fixes(mended.new_text, [found.fix for found in mended.result.diagnostics if found.fix])
        assert mended.before == data


def suppressions(data: bytes) -> None:
    """Allow-comments of any words are read or reported."""
    words = data.decode(errors="replace").replace("\0", "")
    for draft in (f"# attribution-lint: {words}\nSome 4,300 people were hurt.\n", f"{words}\n"):
        _linter().lint_text(draft, "draft.txt")
    _linter().lint_text(f"<!-- attribution-lint: {words} -->\n\nSome 4,300 people were hurt.\n", "draft.md")


def configuration(data: bytes) -> None:
    """Any configuration is used or refused in words."""
    from attribution_lint.config import Discovery

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / ".attribution-lint.toml").write_bytes(data)
        try:
            Linter(Discovery().settings_for(str(Path(folder) / "draft.txt")))
        except UserError:
            return


def rule_packs(data: bytes) -> None:
    """Any pack is used or refused in words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.toml"
        path.write_bytes(data)
        try:
            for rule in packs.read_pack(path, packs.Library({}, (Path(folder),))):
                checks.validate(rule)
        except UserError:
            return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "readers": readers,
    "offsets": offsets,
    "pipeline": pipeline,
    "fixes": fixes,
    "suppressions": suppressions,
    "configuration": configuration,
    "packs": rule_packs,
}


@cache
def _linter() -> Linter:
    return Linter(Settings(select=("ALL",)))


def _suffix(data: bytes) -> str:
    return SUFFIXES[data[0] % len(SUFFIXES)] if data else ".txt"


def _in_order(draft: Draft, prose: Prose) -> None:
    before = 0
    for block in prose.blocks:
        assert before <= block.span.start <= block.span.end <= len(prose.text), block
        assert 0 <= block.source.start <= block.source.end <= len(draft.text), block
        before = block.span.end
