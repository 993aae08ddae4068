"""The protocol of pygls, kept to the specification where messages are broken or out of turn.

Every request is answered, whatever is wrong with it; no answer holds a traceback; documents are ours (`documents`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

Steps = Generator[Any, Any, None]


@dataclass(frozen=True)
class Unreadable:
    """A message that could not be read; `id` is None where it asks for no answer."""

    id: int | str | None
    error: JsonRpcException


class Protocol(LanguageServerProtocol):
    """See the module."""

    @property
    def is_shut_down(self) -> bool:
        """Whether the client has asked to shut down, as it must before it leaves."""
        return self._shutdown

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return the message that JSON data stands for, or what is wrong with it."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            number = data.get("id")
            return Unreadable(number if isinstance(number, int | str) else None, error)

    def handle_message(self, message: Any) -> None:
        """Hand a message to its handler, or answer at once that it cannot be served."""
        if isinstance(message, Unreadable):
            if message.id is not None:
                self._refuse(message.id, message.error)
            return
        if not hasattr(message, "jsonrpc"):
            self._refuse(None, JsonRpcInvalidRequest())
            return
        number, method = getattr(message, "id", None), getattr(message, "method", None)
        if method is not None and method != types.EXIT:
            if self._shutdown:
                if number is not None:
                    self._refuse(number, JsonRpcInvalidRequest("the server has been shut down"))
                return
            if self._workspace is None and method != types.INITIALIZE:
                if number is not None:
                    self._refuse(number, JsonRpcServerNotInitialized("send “initialize” first"))
                return
            if self._workspace is not None and method == types.INITIALIZE:
                self._refuse(number, JsonRpcInvalidRequest("the server has been initialized"))
                return
        super().handle_message(message)

    def _execute_handler(
        self, msg_id: Any, handler: Any, callback: Callable[[Future[Any]], None], args: Any = None, kwargs: Any = None
    ) -> None:
        def done(future: Future[Any]) -> None:
            self._request_futures.pop(msg_id, None)  # those of notifications would stay for ever
            callback(future)

        super()._execute_handler(msg_id, handler, done, args, kwargs)

    def refuse_unparsed(self, error: Exception) -> None:
        """Answer bytes that are no JSON or no message."""
        broken = isinstance(error, json.JSONDecodeError | UnicodeDecodeError)
        self._refuse(None, JsonRpcParseError() if broken else JsonRpcInvalidRequest())

    def _refuse(self, number: int | str | None, error: JsonRpcException) -> None:
        # As plain data: the converter leaves out an id that is null, which JSON-RPC wants written.
        answer = {"jsonrpc": self.VERSION, "id": number, "error": {"code": error.code, "message": error.message}}
        self._send_data(answer)

    def _send_response(self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None) -> None:
        if error is not None and error.code == JsonRpcInternalError.CODE:
            error = types.ResponseError(code=error.code, message=error.message)
        super()._send_response(msg_id, result, error)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Steps:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Steps:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Steps:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None
