"""What a client says that it can do, as far as it matters here, and what its user has set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability

from attribution_lint.errors import UserError, nearest


@dataclass(frozen=True)
class Client:
    """The capabilities of a client (LSP 3.17). `pulls`: it asks for diagnostics and is not to be sent any."""

    pulls: bool = False
    related: bool = False
    tags: bool = False
    code_description: bool = False
    data: bool = False
    markdown: bool = False
    nested_symbols: bool = False
    document_changes: bool = False
    creates_files: bool = False
    shows_documents: bool = False
    watches: bool = False
    configures: bool = False
    refreshes_diagnostics: bool = False
    refreshes_hints: bool = False
    refreshes_lenses: bool = False

    @classmethod
    def declared(cls, capabilities: types.ClientCapabilities) -> Client:
        """Return what a client has declared."""

        def has(name: str) -> bool:
            return bool(get_capability(capabilities, name))

        def either(name: str) -> bool:
            return has(f"text_document.diagnostic.{name}") or has(f"text_document.publish_diagnostics.{name}")

        operations = get_capability(capabilities, "workspace.workspace_edit.resource_operations", ()) or ()
        hover = get_capability(capabilities, "text_document.hover.content_format", ()) or ()
        return cls(
            pulls=get_capability(capabilities, "text_document.diagnostic") is not None,
            related=either("related_information"),
            tags=either("tag_support"),
            code_description=either("code_description_support"),
            data=either("data_support"),
            markdown=types.MarkupKind.Markdown in hover,
            nested_symbols=has("text_document.document_symbol.hierarchical_document_symbol_support"),
            document_changes=has("workspace.workspace_edit.document_changes"),
            creates_files=types.ResourceOperationKind.Create in operations,
            shows_documents=has("window.show_document.support"),
            watches=has("workspace.did_change_watched_files.dynamic_registration"),
            configures=has("workspace.configuration"),
            refreshes_diagnostics=has("workspace.diagnostics.refresh_support"),
            refreshes_hints=has("workspace.inlay_hint.refresh_support"),
            refreshes_lenses=has("workspace.code_lens.refresh_support"),
        )


@dataclass(frozen=True)
class Wishes:
    """What the user has set in the editor. `counts`: send the counts of a story with each outcome."""

    configuration: Path | None = None
    inlay_hints: bool = False
    code_lens: bool = True
    counts: bool = False

    @classmethod
    def read(cls, given: Any, root: Path) -> Wishes:
        """Read the settings of a client. Raises UserError for one that is unknown or of the wrong kind."""
        if not isinstance(given, dict):
            return cls()
        known = {"configuration": str, "inlayHints": bool, "codeLens": bool, "counts": bool}
        for key, value in given.items():
            if key not in known:
                raise UserError("settings of the editor", f"unknown setting “{key}”", nearest(key, known))
            if value is not None and not isinstance(value, known[key]):
                kind = "text" if known[key] is str else "true or false"
                raise UserError("settings of the editor", f"“{key}” is not {kind}", f"give {kind}")
        path = given.get("configuration")
        default = cls()
        return cls(
            root / Path(path).expanduser() if path else None,
            _or(given.get("inlayHints"), default.inlay_hints),
            _or(given.get("codeLens"), default.code_lens),
            _or(given.get("counts"), default.counts),
        )


def _or(value: bool | None, default: bool) -> bool:
    return default if value is None else value
