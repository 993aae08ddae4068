"""The drafts that are open in the editor. What is open wins over what is on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from lsprotocol import types
from pygls.uris import to_fs_path

from attribution_lint.draft import Draft
from attribution_lint.formats import SUFFIXES, format_of
from attribution_lint.lsp.positions import span_at

_BY_LANGUAGE = {"markdown": "markdown", "rmd": "markdown", "quarto": "markdown", "html": "html", "xhtml": "html"}


@dataclass(frozen=True)
class Document:
    """One state of an open draft: a new one is made for each change, so that a worker can read it undisturbed."""

    uri: str
    version: int
    language: str
    draft: Draft

    @property
    def path(self) -> str:
        """The path of its file; for a draft that is in none a name such as `<Untitled-1>`."""
        return self.draft.path

    @property
    def format(self) -> str | None:
        """The format of its suffix; where that says nothing the one of the editor's language, None for plain text."""
        name = self.path.strip("<>")
        known = PurePath(name).suffix.lower() in SUFFIXES or format_of(name) != "plain"
        return format_of(name) if known else _BY_LANGUAGE.get(self.language)


@dataclass
class Documents:
    """All open drafts by URI. `encoding` is the one that was negotiated for positions."""

    encoding: str = "utf-16"
    _open: dict[str, Document] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Document]:
        return iter(list(self._open.values()))

    def get(self, uri: str) -> Document | None:
        """Return the present state of an open draft, None if it is not open."""
        return self._open.get(uri)

    def open(self, item: types.TextDocumentItem) -> Document:
        """Take in a draft; one that is open already is replaced."""
        document = Document(item.uri, item.version, item.language_id, Draft(path_of(item.uri), item.text))
        self._open[item.uri] = document
        return document

    def change(
        self, uri: str, version: int, changes: Iterable[types.TextDocumentContentChangeEvent]
    ) -> Document | None:
        """Make the changes one after the other and return the new state, None for a draft that is not open."""
        old = self._open.get(uri)
        if old is None:
            return None
        draft = old.draft
        for change in changes:
            draft = Draft(draft.path, self._changed(draft, change))
        self._open[uri] = new = Document(uri, version, old.language, draft)
        return new

    def close(self, uri: str) -> None:
        """Forget a draft."""
        self._open.pop(uri, None)

    def _changed(self, draft: Draft, change: types.TextDocumentContentChangeEvent) -> str:
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            return change.text
        span = span_at(change.range, draft, self.encoding)
        return draft.text[: span.start] + change.text + draft.text[span.end :]


def path_of(uri: str) -> str:
    """Return the path that a URI stands for, and for one that is no file its last part in angle brackets."""
    if uri.startswith("file:"):
        return to_fs_path(uri) or uri
    return f"<{uri.rpartition(':')[2].rpartition('/')[2] or 'untitled'}>"
