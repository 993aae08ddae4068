"""Code actions: each suggestion, all safe fixes, allow here, disable the rule, open the explanation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

from attribution_lint import config, fixes
from attribution_lint.draft import Draft, decode, read_bytes
from attribution_lint.errors import DraftError, UserError
from attribution_lint.linter import Result, Story
from attribution_lint.lsp.allowing import allow_edit
from attribution_lint.lsp.client import Client
from attribution_lint.lsp.disabling import NEW, disable_edit
from attribution_lint.lsp.documents import Document, Documents, path_of
from attribution_lint.lsp.positions import range_of, span_at
from attribution_lint.model import Diagnostic, Edit, Span

EXPLAIN = "attribution-lint.explain"
SHOW = "attribution-lint.showSources"
FIX_ALL = "source.fixAll.attribution-lint"
KINDS = [types.CodeActionKind.QuickFix, FIX_ALL]
_OWN = "LNT"
_LONGEST = 40


@dataclass(frozen=True)
class Actions:
    """The code actions for one state of a draft. `configuration` is the file that a rule is disabled in."""

    document: Document
    story: Story
    result: Result
    documents: Documents
    client: Client
    configuration: Path

    def within(self, params: types.CodeActionParams) -> Iterator[types.CodeAction]:
        """Yield the actions for a range, the likeliest first, of the kinds that are asked for."""
        only = params.context.only
        asked = span_at(params.range, self.document.draft, self.documents.encoding)
        if _wanted(types.CodeActionKind.QuickFix, only):
            here = [found for found in self.result.diagnostics if _touches(found.span, asked)]
            for make in (self._corrections, self._allow, self._disable, self._explain):
                for found in here:
                    for action in make(found):
                        action.diagnostics = _same(found, params.context.diagnostics) or None
                        yield action
        if _wanted(FIX_ALL, only):
            yield from self._fix_all()

    def _corrections(self, found: Diagnostic) -> Iterator[types.CodeAction]:
        said: set[str] = set()
        if found.fix:
            safe = found.fix.applicability == "safe"
            said.update(edit.text for edit in found.fix.edits if edit.span == found.span)
            title = _title(found, found.fix.edits) + ("" if safe else " (look before you save)")
            yield self._action(title, self._edited(found.fix.edits), preferred=safe)
        if self._is_verbatim(found.span):
            for text in found.suggestions:
                if text not in said:
                    edits = [Edit(found.span, text)]
                    yield self._action(_title(found, edits), self._edited(edits))

    def _allow(self, found: Diagnostic) -> Iterator[types.CodeAction]:
        if found.code.startswith(_OWN):
            return
        edit = allow_edit(found, self.story.draft, self.story.prose, self.document.format or "plain")
        if edit is not None:
            yield self._action(f"Allow {found.code} in this paragraph", self._edited([edit]))

    def _disable(self, found: Diagnostic) -> Iterator[types.CodeAction]:
        edit = self._without(found.code)
        if edit is not None:
            yield self._action(f"Disable {found.code} {found.rule} in {self.configuration.name}", edit)

    def _explain(self, found: Diagnostic) -> Iterator[types.CodeAction]:
        title = f"Explain {found.code} {found.rule}"
        yield types.CodeAction(
            title,
            types.CodeActionKind.QuickFix,
            command=types.Command(title, EXPLAIN, arguments=[found.code, self.document.uri]),
        )

    def _fix_all(self) -> Iterator[types.CodeAction]:
        safe = [f.fix for f in self.result.diagnostics if f.fix and f.fix.applicability == "safe"]
        edits, made = fixes.together(safe)
        if made:
            title = "Make the safe fix" if made == 1 else f"Make all {made} safe fixes"
            yield self._action(title, self._edited(edits), kind=FIX_ALL)

    def _action(
        self, title: str, edit: types.WorkspaceEdit, preferred: bool = False, kind: str = types.CodeActionKind.QuickFix
    ) -> types.CodeAction:
        return types.CodeAction(title, kind, edit=edit, is_preferred=True if preferred else None)

    def _edited(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        return self._change(self.document.uri, self.document.version, self._text_edits(edits, self.document.draft))

    def _text_edits(self, edits: Iterable[Edit], draft: Draft) -> list[types.TextEdit]:
        encoding = self.documents.encoding
        return [types.TextEdit(range_of(edit.span, draft, encoding), edit.text) for edit in edits]

    def _change(self, uri: str, version: int | None, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
        if not self.client.document_changes:
            return types.WorkspaceEdit(changes={uri: edits})
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, edits)])

    def _without(self, code: str) -> types.WorkspaceEdit | None:
        """The change that disables a rule in the configuration, which is made if there is none."""
        file = self.configuration
        uri = file.as_uri()
        opened = next((other for other in self.documents if path_of(other.uri) == str(file)), None)
        if opened is None and not file.is_file():
            return self._created(uri, NEW.format(code=code))
        try:
            draft = opened.draft if opened else decode(read_bytes(str(file)), str(file))
        except DraftError:
            return None
        edit = disable_edit(draft.text, code)
        if edit is None:
            return None
        edits = self._text_edits([edit], draft)
        return self._change(opened.uri if opened else uri, opened.version if opened else None, edits)

    def _created(self, uri: str, text: str) -> types.WorkspaceEdit | None:
        if not (self.client.document_changes and self.client.creates_files):
            return None
        top = types.Position(0, 0)
        written = types.TextDocumentEdit(
            types.OptionalVersionedTextDocumentIdentifier(uri=uri), [types.TextEdit(types.Range(top, top), text)]
        )
        return types.WorkspaceEdit(
            document_changes=[types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True)), written]
        )

    def _is_verbatim(self, span: Span) -> bool:
        """Whether the words stand in the source as they were read, without markup between them."""
        return any(
            piece.length == piece.source_length
            and piece.source <= span.start
            and span.end <= piece.source + piece.length
            for piece in self.story.prose.offsets.pieces
        )


def configuration_for(path: str, root: Path, fixed: Path | None) -> Path:
    """Return the file that a rule is disabled in for a draft: the one in force, or a new one in the root folder."""
    folder = root if path.startswith("<") else Path(path).absolute().parent
    if fixed is not None:
        return fixed
    try:
        return config.find(folder) or (root if folder.is_relative_to(root) else folder) / config.FILE_NAME
    except UserError:
        return folder / config.FILE_NAME


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == asked or kind.startswith(f"{asked}.") or not asked for asked in only)


def _touches(span: Span, asked: Span) -> bool:
    return span.start <= asked.end and asked.start <= span.end


def _same(found: Diagnostic, given: Sequence[types.Diagnostic]) -> list[types.Diagnostic]:
    return [each for each in given if each.code == found.code and each.message == found.message]


def _title(found: Diagnostic, edits: Sequence[Edit]) -> str:
    if len(edits) == 1 and edits[0].span == found.span and edits[0].text:
        return f"Replace by “{_short(edits[0].text)}”"
    if all(not edit.text for edit in edits):
        return f"Delete “{_short(found.text)}”"
    return f"Correct “{_short(found.text)}”"


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _LONGEST else joined[: _LONGEST - 1].rstrip() + "…"
