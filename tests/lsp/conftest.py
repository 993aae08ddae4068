"""A real server in a process of its own, and a real client to talk to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.lsp.editor import EVERYTHING, Editor

Hire = Callable[..., Awaitable[Editor]]


@pytest_asyncio.fixture(scope="session")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    """One editor for all tests that leave it as they found it."""
    editor = await Editor.hired(tmp_path_factory.mktemp("desk"))
    await editor.start(settings={"inlayHints": True}, **EVERYTHING)
    yield editor
    await editor.leave()


@pytest_asyncio.fixture(scope="session")
async def shared_plain(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    """One editor that declares nothing, for all tests; it asks for the counts of stories."""
    editor = await Editor.hired(tmp_path_factory.mktemp("plain"))
    await editor.start(settings={"counts": True})
    yield editor
    await editor.leave()


@pytest.fixture
def plain(shared_plain: Editor, request: pytest.FixtureRequest) -> Editor:
    """An editor that declares no capability, and so is sent its diagnostics."""
    shared_plain.folder = shared_plain.root / request.node.name
    return shared_plain


@pytest.fixture
def editor(shared: Editor, request: pytest.FixtureRequest) -> Editor:
    """An editor that can do everything, in a folder for this test; its drafts are not on the disk."""
    shared.folder = shared.root / request.node.name
    return shared


@pytest_asyncio.fixture
async def hire(tmp_path: Path) -> AsyncIterator[Hire]:
    """Start a server of one's own: `await hire(text_document=PULLS)` gives an editor that is ready to type."""
    editors: list[Editor] = []

    async def start(**capabilities: Any) -> Editor:
        editor = await Editor.hired(tmp_path)
        editors.append(editor)
        await editor.start(**capabilities)
        return editor

    yield start
    await asyncio.gather(*(editor.leave() for editor in editors))
