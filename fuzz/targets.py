"""What is fuzzed: functions from bytes to nothing, which raise for a defect and only for a defect."""

from __future__ import annotations

import atexit
import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from attribution_lint import checks, packs
from attribution_lint.annotations import annotated
from attribution_lint.draft import Draft
from attribution_lint.errors import UserError
from attribution_lint.fixes import apply_fixes, mend, together
from attribution_lint.formats import formats, read
from attribution_lint.formats.prose import Prose
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Diagnostic, Edit, Fix, Severity, Span
from attribution_lint.settings import Settings
from attribution_lint.suppressions import apply
from attribution_lint.visible import shown

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_STYLE = re.compile(rb"<w:style\b.*?</w:style>", re.DOTALL)
_NOT_IN_TOML = dict.fromkeys((*range(32), 39, 127), "_")
_STRANGE = ("'WORDS'", "['WORDS']", "{ 'WORDS' = 'WORDS' }", "{ 'WORDS' = ['FIG'] }", "true", "3", "-1.5", "[[1]]")
_SELECTORS = ("['ALL']", "['FIG101', 'SRC']", "['WORDS']")
_PATHS = ("['house.toml']", "['package:WORDS']", "['~WORDS']", "['../WORDS']")
_CONFIGURATION = {
    "extend": ("'.attribution-lint.toml'", "'WORDS'"),
    "preset": ("'wire'", "'WORDS'"),
    "select": _SELECTORS,
    "ignore": _SELECTORS,
    "extend-select": _SELECTORS,
    "per-file-ignores": ("{ 'sport/*' = ['FIG'] }", "{ 'WORDS' = ['FIG'] }"),
    "severity": ("{ FIG = 'info' }", "{ 'WORDS' = 'info' }"),
    "rules": ("{ BOI401 = { least = 2 } }", "{ FIG101 = { 'WORDS' = 2 } }", "{ 'WORDS' = {} }"),
    "packs": _PATHS,
    "lexicons": _PATHS,
    "exclude": ("['archive/']", "['WORDS']"),
    "fail-on": ("'info'", "'WORDS'"),
    "baseline": ("'known.json'", "'WORDS'"),
}
_RULE = {
    "code": ("'HSE101'", "'WORDS'"),
    "name": ("'bare-source'", "'WORDS'"),
    "kind": ("'pattern'", "'substitution'", "'WORDS'", *(f"'{kind}'" for kind in checks.KINDS)),
    "severity": ("'info'", "'error'"),
    "message": ("'Not “{text}”.'", "'{suggestion}'", "'{0.a[1]}'", "'WORDS'"),
    "why": ("'Why not.'",),
    "fix": ("'safe'", "'unsafe'"),
    "bad": ("['He [[said]] no.']", "[{ text = '[[WORDS]]', format = 'html' }]", "['WORDS']"),
    "fixed": ("['WORDS']",),
    "options": (
        "{ patterns = ['\\bsaid\\b'] }", "{ patterns = ['WORDS'], case = true }", "{ swap = { utilise = 'use' } }",
        "{ patterns = ['(a+)+$'], replace = ['WORDS'] }", "{ swap = { 'WORDS' = ['', '\\1'] }, quotations = 'inside' }",
    ),
    "lexicons": ("['said-verbs']", "['WORDS']"),
}  # fmt: skip
_NEEDED = ("code", "name", "kind", "severity", "message", "why", "options")
SUFFIXES = (".txt", ".md", ".html", ".srt", ".json", ".xml", ".docx")


def readers(data: bytes) -> None:
    """Every reader takes any bytes, and its blocks lie in order in the draft."""
    for name in formats():
        try:
            draft, prose = read(data, "draft", name)
        except UserError:
            continue
        _in_order(draft, prose)


def word(data: bytes) -> None:
    """Any words of markup in a Word document are read, and can be annotated, or refused."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in _word_parts().items():
            archive.writestr(name, part.replace(b"<w:body>", b"<w:body>" + data))
    try:
        draft, prose = read(packed.getvalue(), "draft.docx")
    except UserError:
        return
    _in_order(draft, prose)
    result = _linter().lint_bytes(packed.getvalue(), "draft.docx")
    again, _ = read(annotated(packed.getvalue(), "draft.docx", "docx", result.diagnostics), "draft.docx")
    assert again.text == draft.text


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
    """A whole run gives diagnostics whose text stands where they say; its fixes come to an end, for good."""

    def lint(current: bytes) -> Result:
        return _linter().lint_bytes(current, "draft" + _suffix(data))

    try:
        result = lint(data)
        mended = mend(data, result, lint)
    except UserError:
        return
    text = result.draft.text
    for found in result.diagnostics:
        assert text[found.start.offset : found.end.offset] == found.text, found
        assert not _HIDDEN.search(shown(found.message)), found
    if mended is not None:
        assert mended.before == data
        assert apply_fixes(mended.new_text, _safe(mended.result)) == (mended.new_text, 0)


def fixes(data: bytes) -> None:
    """Of any fixes those are made that can be made together, each whole or not at all."""
    words, places = data[len(data) // 2 :].decode(errors="replace"), data[: len(data) // 2]
    given = [
        Fix("safe", tuple(_edit(places[at : at + 3], words) for at in range(start, min(start + 6, len(places) - 2), 3)))
        for start in range(0, len(places), 6)
    ]
    edits, count = together(given)
    text, again = apply_fixes(words, given)
    assert count == again
    assert count <= len(given)
    assert len(text) == len(words) + sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
    for before, after in pairwise(edits):
        assert before.span.end <= after.span.start
        assert before.span != after.span
    assert sum(bool(fix.edits) and set(fix.edits) <= set(edits) for fix in given) >= count


def suppressions(data: bytes) -> None:
    """Allow-comments of any words are read or reported, and each diagnostic stays or is allowed."""
    words = data.decode(errors="replace")
    for path, text in (
        ("draft.txt", f"# attribution-lint: {words}\nSome 4,300 people were hurt.\n"),
        ("draft.txt", f"{words}\n"),
        ("draft.md", f"<!-- attribution-lint: {words} -->\n\nSome 4,300 people were hurt.\n"),
        ("draft.html", f"<p>One.</p><!-- attribution-lint: {words} --><p>Some 4,300 people were hurt.</p>"),
    ):
        try:
            draft, prose = read(text.encode(errors="replace"), path)
        except UserError:
            continue
        found = [_diagnostic(draft, block.source) for block in prose.blocks]
        stays, allowed = apply(found, draft, prose, list(_linter().rules.values()), set(_linter().library.rules))
        told = [item for item in stays if item.code not in ("LNT001", "LNT002")]
        assert sorted(map(id, found)) == sorted(map(id, (*told, *allowed)))


def configuration(data: bytes) -> None:
    """Any configuration is used or refused in words."""
    from attribution_lint.config import Discovery

    for content in (data, _table("[tool.attribution-lint]", _CONFIGURATION, (), data)):
        (_folder() / ".attribution-lint.toml").write_bytes(content)
        try:
            settings = Discovery().settings_for(str(_folder() / "draft.txt"))
            settings.applied_to(_linter().library.rules)
            settings.ignored_for("draft.txt")
            settings.excludes("draft.txt")
        except UserError:
            continue


def rule_packs(data: bytes) -> None:
    """Any pack is used or refused in words."""
    path = _folder() / "house.toml"
    for content in (data, _table("[[rule]]", _RULE, _NEEDED, data)):
        path.write_bytes(content)
        try:
            for rule in packs.read_pack(path, packs.Library({}, (_folder(),))):
                checks.validate(rule)
        except UserError:
            continue


TARGETS: dict[str, Callable[[bytes], None]] = {
    "readers": readers,
    "word": word,
    "offsets": offsets,
    "pipeline": pipeline,
    "fixes": fixes,
    "suppressions": suppressions,
    "configuration": configuration,
    "packs": rule_packs,
}


def _safe(result: Result) -> list[Fix]:
    return [found.fix for found in result.diagnostics if found.fix and found.fix.applicability == "safe"]


def _edit(places: bytes, words: str) -> Edit:
    start = min(places[0], len(words))
    return Edit(Span(start, min(start + places[1] % 8, len(words))), "xyz"[: places[2] % 4])


def _diagnostic(draft: Draft, span: Span) -> Diagnostic:
    start, end = draft.position(span.start), draft.position(span.end)
    return Diagnostic(draft.path, "FIG101", "n", Severity.INFO, "m", draft.text[span.start : span.end], start, end)


@cache
def _folder() -> Path:
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Path(folder.name)


def _table(head: str, table: dict[str, tuple[str, ...]], needed: Iterable[str], data: bytes) -> bytes:
    """Return a table of TOML: the keys that it needs, and some keys with the values that the bytes choose."""
    keys = list(table)
    chosen = {key: table[key][0] for key in needed}
    for key, value in zip(data[:8:2], data[1:8:2], strict=False):
        values = table[keys[key % len(keys)]] + (_STRANGE if value > 220 else ())
        chosen[keys[key % len(keys)]] = values[value % len(values)]
    words = data[8:].decode(errors="replace").translate(_NOT_IN_TOML)
    lines = [f"{key} = {value.replace('WORDS', words)}" for key, value in chosen.items()]
    return "\n".join([head, *lines]).encode(errors="replace")


@cache
def _word_parts() -> dict[str, bytes]:
    from docx import Document

    empty = io.BytesIO()
    Document().save(empty)
    with zipfile.ZipFile(empty) as archive:
        parts = {part.filename: archive.read(part) for part in archive.infolist()}
    # Of the hundreds of styles that every document brings along none matters here, and reading them takes long.
    return {name: _STYLE.sub(b"", part) if "styles" in name else part for name, part in parts.items()}


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
