"""A real server in a process of its own, and a real client to talk to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest_asyncio
from pytest_lsp import make_test_lsp_client

from tests.lsp.editor import PULLS, SERVER, Editor

Hire = Callable[..., Awaitable[Editor]]


@pytest_asyncio.fixture
async def hire(tmp_path: Path) -> AsyncIterator[Hire]:
    """Start servers: `await hire(text_document=PULLS)` gives an editor that is ready to type."""
    editors: list[Editor] = []

    async def start(**capabilities: Any) -> Editor:
        client = make_test_lsp_client()
        await client.start_io(*SERVER)
        editor = Editor(client, tmp_path)
        editors.append(editor)
        await editor.start(**capabilities)
        return editor

    yield start
    for editor in editors:
        server = editor.client._server
        if server is not None and server.returncode is None:
            await asyncio.wait_for(editor.client.shutdown_session(), 20)
            assert server.returncode == 0
        await editor.client.stop()


@pytest_asyncio.fixture
async def editor(hire: Hire) -> Editor:
    """An editor that pulls its diagnostics."""
    return await hire(text_document=PULLS)
