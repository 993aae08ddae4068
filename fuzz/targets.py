"""What is fuzzed: functions from bytes to nothing, which raise for a defect and only for a defect.

Each calls what it is about directly and makes its input from the bytes, so that an execution costs little: no disk,
no process, no rules read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from attribution_lint import checks, config, packs
from attribution_lint.annotations.word import comment
from attribution_lint.config_table import table_of
from attribution_lint.draft import Draft
from attribution_lint.errors import UserError
from attribution_lint.fixes import apply_fixes, mend, together
from attribution_lint.formats import FORMATS, read
from attribution_lint.formats.plain import paragraphs
from attribution_lint.formats.prose import Block, OffsetMap, Prose, ProseBuilder
from attribution_lint.formats.word import story_of
from attribution_lint.linter import Linter, Result
from attribution_lint.model import Diagnostic, Edit, Fix, Severity, Span
from attribution_lint.nlp.analysis import analysis_of
from attribution_lint.nlp.pipeline import analyse
from attribution_lint.settings import Settings
from attribution_lint.suppressions import apply
from attribution_lint.visible import one_line, shown
from fuzz import toml, words
from fuzz.choices import Choices

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_RULES_OF_CONFIGURATIONS = ("BOI401", "FIG101", "SRC101")
_BODY = '<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:body>'
READERS = tuple(sorted(name for name in FORMATS if name != "docx"))


def readers(data: bytes) -> None:
    """A reader takes any bytes, its blocks lie in order in the draft, and places keep their order."""
    choices = Choices(data)
    name = choices.one_of(READERS)
    try:
        draft, prose = read(choices.rest(), "draft", name)
    except UserError:
        return
    _in_order(draft, prose)
    for at in range(0, len(prose.text), max(len(prose.text) // 20, 1)):
        span = prose.offsets.source_span(Span(at, at + 1))
        assert 0 <= span.start <= span.end <= len(draft.text), (at, span)


def word(data: bytes) -> None:
    """Any markup in the body of a Word document is read and takes comments, and its words stay, or it is refused."""
    from docx.oxml.parser import parse_xml
    from lxml import etree

    choices = Choices(data)
    places = [Span(start, start + choices.below(16)) for start in (choices.below(16), choices.below(64))]
    try:
        body: Any = parse_xml(_BODY % choices.text().translate({0: None}))
    except (etree.XMLSyntaxError, ValueError):
        return
    document = _document()
    document.element.replace(document.element.body, body)
    story = story_of(document, "draft.docx")
    _in_order(story.draft, story.prose)
    text = story.draft.text
    comment(story, [_diagnostic(story.draft, Span(min(p.start, len(text)), min(p.end, len(text)))) for p in places])
    assert story_of(document, "draft.docx").draft.text == text


def offsets(data: bytes) -> None:
    """Whatever a reader collects, what is verbatim stands in the source where the map says; the way back finds it."""
    choices, out, source = Choices(data), ProseBuilder(), ""
    while choices:
        action, length = choices.below(8), choices.below(9)
        text = "a é\U0001f469 b“\u00a0"[:length]
        if action < 3:
            out.verbatim(text, len(source))
            source += text
        elif action == 3:
            out.replaced(text[:4], len(source), 5)
            source += "&amp;"
        elif action == 4:
            source += "<" * length
        elif action == 5:
            out.close_block(Span(0, len(source)))
        elif action == 6:
            out.link(max(out.length - length, 0), "a")
        else:
            out.note("b")
    out.close_block(Span(0, len(source)))
    prose = out.build()
    offsets = prose.offsets
    _in_order(Draft("draft", source), prose)
    for piece in offsets.pieces:
        span = offsets.source_span(Span(piece.prose, piece.prose + piece.length))
        assert span == Span(piece.source, piece.source + piece.source_length), piece
        if piece.length == piece.source_length:
            assert source[span.start : span.end] == prose.text[piece.prose : piece.prose + piece.length]
        back = offsets.prose_span(span)
        assert back is None or (back.start <= piece.prose and back.end >= piece.prose + piece.length), (piece, back)
        assert span.start == span.end or back is not None
    for start in range(0, len(prose.text), 3):
        span = offsets.source_span(Span(start, start + 7))
        assert 0 <= span.start <= span.end <= len(source)
        offsets.prose_span(Span(start, start + 5))
        inside = list(offsets.pieces_in(Span(start, start + 7)))
        assert all(one.prose + one.length <= other.prose for one, other in pairwise(inside))
    for block in prose.blocks:
        assert all(block.span.start <= link.span.start < link.span.end <= block.span.end for link in block.links)


def components(data: bytes) -> None:
    """Whatever words a text is of, the analysis finds its parts in order and inside it."""
    text = words.draft(Choices(data))
    blocks = tuple(Block(span, span) for span in paragraphs(text))
    found = analysis_of(analyse(Prose(text, blocks, OffsetMap.identity(len(text)))))
    assert all(one.span.end <= other.span.start for one, other in pairwise(found.sentences))
    for part in (found.sentences, found.quotations, found.figures, found.cues):
        assert all(0 <= each.span.start < each.span.end <= len(text) for each in part)
        assert all(one.span.start <= other.span.start for one, other in pairwise(part))
    for attribution in found.attributions:
        inside = (attribution.source and attribution.source.span, attribution.cue and attribution.cue.span)
        assert all(span is None or 0 <= span.start < span.end <= len(text) for span in (*inside, attribution.content))
    assert all(f.attribution is None or f.attribution < len(found.attributions) for f in found.figures)


_MOST_RUNS = 10


def pipeline(data: bytes) -> None:
    """A whole run gives diagnostics whose text stands where they say; its fixes come to an end after some runs."""
    choices = Choices(data)
    name = choices.one_of(READERS)
    before = words.draft(choices).encode() if choices.below(4) else choices.rest()

    def lint(current: bytes) -> Result:
        return _linter().lint_bytes(current, "draft", name)

    try:
        result = lint(before)
        mended = mend(before, result, lint)
    except UserError:
        return
    text = result.draft.text
    for found in result.diagnostics:
        assert text[found.start.offset : found.end.offset] == found.text, found
    current = before
    for _ in range(_MOST_RUNS):
        if mended is None:
            return
        assert mended.before == current
        current = mended.after
        mended = mend(current, mended.result, lint)
    raise AssertionError("each run finds something to mend in what the one before has mended")


def fixes(data: bytes) -> None:
    """Of any fixes those are made that can be made together, each whole or not at all."""
    choices = Choices(data)
    text = "abcdefghij" * choices.below(4)
    given: list[Fix] = []
    while choices:
        given.append(Fix("safe", tuple(_edit(choices, len(text)) for _ in range(choices.below(3)))))
    edits, count = together(given)
    mended, again = apply_fixes(text, given)
    assert count == again
    assert count <= len(given)
    assert len(mended) == len(text) + sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
    for before, after in pairwise(edits):
        assert before.span.end <= after.span.start
        assert before.span != after.span
    assert sum(bool(fix.edits) and set(fix.edits) <= set(edits) for fix in given) >= count


def suppressions(data: bytes) -> None:
    """Allow-comments of any words are read or reported, and each diagnostic stays or is allowed."""
    choices = Choices(data)
    place = choices.below(4)
    lines = [f" attribution-lint: {line}" for line in choices.text().split("\n")[:4]]
    text = "\n".join([*("a" * place), *lines, *("b" * (3 - place))])
    starts = Draft("draft", text).line_starts
    blocks = [Span(starts[n], starts[n] + 1) for n in (*range(place), *range(place + len(lines), len(starts)))]
    comments = [(Span(starts[place + n], starts[place + n] + len(line)), line) for n, line in enumerate(lines)]
    draft = Draft("draft", text)
    prose = Prose(text, tuple(Block(b, b) for b in blocks), OffsetMap.identity(len(text)), tuple(comments))
    found = [_diagnostic(draft, block) for block in blocks]
    stays, allowed = apply(found, draft, prose, *_about_comments())
    told = [item for item in stays if item.code not in ("LNT001", "LNT002")]
    assert sorted(map(id, found)) == sorted(map(id, (*told, *allowed)))


def configuration(data: bytes) -> None:
    """Any configuration is used or refused in words."""
    text, path = toml.table("[tool.attribution-lint]", toml.CONFIGURATION, (), data), Path("/house/lint.toml")
    try:
        raw = config.table_in(text, path)
        if raw is None:
            return
        settings = config.merged(Settings(root=path.parent), table_of(raw, str(path)), path)
        settings.applied_to(_rules_to_configure())
        settings.ignored_for("/house/draft.txt")
        settings.excludes("/house/draft.txt")
    except UserError as error:
        _is_told(error)


def rule_packs(data: bytes) -> None:
    """Any pack is used or refused in words."""
    library = packs.Library({}, (), {"said-verbs": frozenset({"said"})})
    try:
        for rule in packs.rules_in(toml.table("[[rule]]", toml.RULE, toml.RULE_NEEDS, data), Path("a.toml"), library):
            checks.validate(rule)
    except UserError as error:
        _is_told(error)


def visible(data: bytes) -> None:
    """Nothing of any text is obeyed by a terminal, and what is shown once is left alone."""
    text = data.decode(errors="replace").replace("!", "\ud800")
    for told in (shown(text), one_line(text)):
        assert not _HIDDEN.search(told)
        assert shown(told) == told
        told.encode()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "fixes": fixes,
    "visible": visible,
    "offsets": offsets,
    "suppressions": suppressions,
    "configuration": configuration,
    "packs": rule_packs,
    "readers": readers,
    "word": word,
    "components": components,
    "pipeline": pipeline,
}


def _edit(choices: Choices, length: int) -> Edit:
    start = choices.below(length + 1)
    return Edit(Span(start, min(start + choices.below(8), length)), "xyz"[: choices.below(4)])


def _diagnostic(draft: Draft, span: Span) -> Diagnostic:
    start, end = draft.position(span.start), draft.position(span.end)
    return Diagnostic(draft.path, "FIG101", "n", Severity.INFO, "m", draft.text[span.start : span.end], start, end)


def _is_told(error: UserError) -> None:
    assert str(error)
    str(error).encode(errors="backslashreplace")


@cache
def _opened() -> tuple[Any, Any]:
    from docx import Document

    document: Any = Document()
    styles = document.styles.element
    for style in list(styles)[20:]:  # of the hundreds that every document brings along none matters here
        styles.remove(style)
    return document, document.part._comments_part.element


def _document() -> Any:
    """Return a Word document with no remarks; it is always the same one, as opening one takes long."""
    document, remarks = _opened()
    for remark in list(remarks):
        remarks.remove(remark)
    return document


@cache
def _linter() -> Linter:
    return Linter(Settings(select=("ALL",)))


@cache
def _about_comments() -> tuple[list[Any], dict[str, Any]]:
    rules = _linter().rules
    known = {code: rules[code] for code in ("FIG101", "ATT101", "SRC101", "LNT001")}
    return [rules[code] for code in ("FIG101", "LNT001", "LNT002")], known


@cache
def _rules_to_configure() -> dict[str, Any]:
    return {code: _linter().library.rules[code] for code in _RULES_OF_CONFIGURATIONS}


def _in_order(draft: Draft, prose: Prose) -> None:
    before = 0
    for block in prose.blocks:
        assert before <= block.span.start <= block.span.end <= len(prose.text), block
        assert 0 <= block.source.start <= block.source.end <= len(draft.text), block
        before = block.span.end
