"""The server: which request is answered by what. It holds no knowledge of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter
from pygls.uris import to_fs_path

from attribution_lint import __version__
from attribution_lint.config import FILE_NAME
from attribution_lint.draft import Draft, decode, read_bytes
from attribution_lint.errors import DraftError, UserError
from attribution_lint.explanation import as_markdown
from attribution_lint.lsp import requests
from attribution_lint.lsp.actions import Actions, configuration_for
from attribution_lint.lsp.client import Client, Wishes
from attribution_lint.lsp.documents import Document, Documents, path_of
from attribution_lint.lsp.features import Features, about_rule, code_at, hover
from attribution_lint.lsp.linters import Linters
from attribution_lint.lsp.lints import Lints, Outcome
from attribution_lint.lsp.protocol import Protocol
from attribution_lint.lsp.told import SOURCE, told
from attribution_lint.model import Severity

_SECTION = "attributionLint"
_WATCHED = (f"**/{FILE_NAME}", "**/pyproject.toml", "**/*.toml", "**/lexicons/*.txt")
COUNTS = "attribution-lint/counts"
_LOOK_EVERY = 2.0  # seconds between two looks at the files that the rules come from, and at the client


class Server(LanguageServer):
    """A language server for one client."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(SOURCE, __version__, protocol_cls=Protocol, converter_factory=default_converter)
        self.client = Client()
        self.wishes = Wishes()
        self.documents = Documents()
        self.lints = Lints(Linters(), self._told)
        self.root = Path.cwd()
        self._folder = TemporaryDirectory(prefix="attribution-lint-", ignore_cleanup_errors=True)
        self.lints.linters.ours = Path(self._folder.name)
        self._complaints: dict[str, str] = {}
        self._watch: asyncio.Task[None] | None = None
        self._telling: asyncio.Task[None] | None = None
        requests.register(self)

    def begin(self, params: types.InitializeParams) -> None:
        """Take in what the client can do and what its user has set."""
        self.client = Client.declared(params.capabilities)
        folders = params.workspace_folders or []
        uri = folders[0].uri if folders else params.root_uri
        self.root = Path(to_fs_path(uri) or "." if uri else params.root_path or ".").absolute()
        self.documents.encoding = _name(self.workspace.position_encoding)
        self.set(params.initialization_options)

    def set(self, given: Any) -> None:
        """Take in settings; one that is wrong is said and changes nothing."""
        try:
            self.wishes = Wishes.read(given, self.root)
        except UserError as error:
            self.complain("settings", str(error))
        linters = self.lints.linters
        linters.root, linters.fixed = self.root, self.wishes.configuration

    async def started(self) -> None:
        """Ask to be told of changed files, and start to look after them."""
        self._watch = asyncio.ensure_future(self._look())
        self.lints.warm_up()
        if self.client.watches:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher(glob) for glob in _WATCHED]
            )
            watch = types.Registration("watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            with contextlib.suppress(Exception):  # a client that refuses is looked after all the same
                await self.client_register_capability_async(types.RegistrationParams([watch]))

    async def configure(self, given: Any) -> None:
        """Take in changed settings, asking the client for them if it would rather be asked, and lint anew."""
        if self.client.configures:
            item = types.ConfigurationItem(section=_SECTION)
            with contextlib.suppress(Exception):
                (given,) = await self.workspace_configuration_async(types.ConfigurationParams([item]))
        elif isinstance(given, dict):
            given = given.get(_SECTION, given)
        self.set(given)
        await self.refresh(always=True)

    async def refresh(self, always: bool = False) -> None:
        """Lint all drafts anew if a file that the rules rest on has changed, and have the client ask again."""
        if not await self.lints.refresh(always):
            return
        if self.client.pulls and self.client.refreshes_diagnostics:
            self.workspace_diagnostic_refresh(None)
        if self.client.refreshes_hints:
            self.workspace_inlay_hint_refresh(None)
        if self.client.refreshes_lenses:
            self.workspace_code_lens_refresh(None)

    async def outcome(self, uri: str) -> Outcome | None:
        """Return the outcome for the newest text of a draft: the open one, else that of the disk, None without one."""
        if self.documents.get(uri) is not None:
            return await self.lints.outcome(uri)
        path = path_of(uri)
        try:
            draft = decode(read_bytes(path), path)
        except DraftError:
            return None
        return await self.lints.once(Document(uri, 0, "", Draft(path, draft.text)))

    def diagnostics(self, outcome: Outcome) -> list[types.Diagnostic]:
        """Return the diagnostics of an outcome in the client's terms."""
        document = outcome.document
        found = outcome.result.diagnostics if outcome.result else ()
        return [told(each, document.draft, document.uri, self.documents.encoding, self.client) for each in found]

    def actions(self, outcome: Outcome) -> Actions | None:
        """Return what makes the code actions of an outcome, None without a result."""
        if outcome.story is None or outcome.result is None:
            return None
        file = configuration_for(outcome.document.path, self.root, self.wishes.configuration)
        return Actions(outcome.document, outcome.story, outcome.result, self.documents, self.client, file)

    async def features(self, uri: str) -> Features | None:
        """Return what answers about the newest text of a draft, None without a story."""
        outcome = await self.outcome(uri)
        sourcing = await self.lints.sourcing(outcome) if outcome else None
        if outcome is None or sourcing is None:
            return None
        return Features(uri, outcome.document.draft, sourcing, self.documents.encoding, self.client)

    async def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """Return the rule whose code is written at a place, or what the story and its rules say of the place."""
        document = self.documents.get(uri)
        code = code_at(position, document.draft, self.documents.encoding) if document else None
        if code:
            rule = await self.lints.rule(code[0], path_of(uri))
            if rule is not None:
                return hover(about_rule(rule), code[1], self.client)
        features = await self.features(uri)
        outcome = await self.outcome(uri)
        if features is None or outcome is None or outcome.result is None:
            return None
        offset = features.offset(position)
        found = [each for each in outcome.result.diagnostics if each.start.offset <= offset <= each.end.offset]
        return features.hover(position, [f"**{each.code}** {each.rule}: {each.message}" for each in found])

    async def explain(self, code: str, uri: str) -> str | None:
        """Open the explanation of a rule in the editor, and return it as Markdown; None for an unknown code."""
        rule = await self.lints.rule(code, path_of(uri))
        if rule is None:
            return None
        text = as_markdown(rule, 1)
        if not await self._show(f"{rule.code} {rule.name}.md", text):
            message = f"{rule.code} {rule.name}: {' '.join(rule.why.split())}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))
        return text

    async def source_map(self, uri: str) -> str | None:
        """Return the page of HTML that shows what a draft rests on, None for a draft that cannot be read."""
        outcome = await self.outcome(uri)
        return await self.lints.source_map(outcome) if outcome else None

    async def show_sources(self, uri: str) -> bool:
        """Open the source map of a draft in a browser; return whether the client can have it opened."""
        page = await self.source_map(uri)
        return page is not None and await self._show("sources.html", page, external=True)

    async def _show(self, name: str, text: str, external: bool = False) -> bool:
        """Open a text in the editor, or outside of it; return whether the client can do so."""
        if not self.client.shows_documents:
            return False
        file = Path(self._folder.name) / name
        file.write_text(text, encoding="utf-8")
        with contextlib.suppress(Exception):
            await self.window_show_document_async(types.ShowDocumentParams(file.as_uri(), external, take_focus=True))
        return True

    def complain(self, about: str, what: str) -> None:
        """Show an error to the user, once until it is another one."""
        if self._complaints.get(about) != what:
            self._complaints[about] = what
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"{SOURCE}: {what}"))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Answer what could not be read; whatever else goes wrong is logged in the editor, without a traceback."""
        if source is JsonRpcException:
            self.protocol.refuse_unparsed(error)
        else:
            message = f"{type(error).__name__}: {error}"
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def leave(self) -> None:
        """Stop all that still runs."""
        if self._watch:
            self._watch.cancel()
        self._folder.cleanup()
        self.lints.close()

    def _told(self, outcome: Outcome) -> None:
        uri, document = outcome.document.uri, outcome.document
        if outcome.error is not None:
            self.complain(uri, str(outcome.error))
        else:
            self._complaints.pop(uri, None)
        if not self.client.pulls:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, self.diagnostics(outcome), document.version)
            )

        if self.wishes.counts:
            self._telling = asyncio.ensure_future(self._tell_counts(outcome))

    async def _tell_counts(self, outcome: Outcome) -> None:
        """Send the counts of a story, for a status bar: a notification of our own."""
        sourcing = await self.lints.sourcing(outcome)
        found = outcome.result.diagnostics if outcome.result else ()
        counts = {severity.label: sum(each.severity is severity for each in found) for severity in Severity}
        params = {"uri": outcome.document.uri, "version": outcome.document.version, "diagnostics": counts}
        self.protocol.notify(COUNTS, {**params, **({"story": sourcing.counts()} if sourcing else {})})

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            if self.process_id and not _is_alive(self.process_id):
                self._folder.cleanup()
                os._exit(1)  # the client died without closing our input
            await self.refresh()


def _name(encoding: types.PositionEncodingKind | str | None) -> str:
    """The name of an encoding; a client's own words for it come as they are."""
    return encoding.value if isinstance(encoding, types.PositionEncodingKind) else encoding or "utf-16"


def _is_alive(process: int) -> bool:
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
