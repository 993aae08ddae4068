"""Linting beside the typing: one worker, the newest text of each draft, the draft typed in last before all others.

A lint that newer text has overtaken is given up between its steps, and what it found is dropped.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property

from attribution_lint.errors import UserError
from attribution_lint.ledger import ledger_of
from attribution_lint.linter import Linter, Result, Story
from attribution_lint.lsp.documents import Document
from attribution_lint.lsp.linters import Linters
from attribution_lint.lsp.sourcing import Sourcing
from attribution_lint.model import Rule

_QUICK = 0.4  # seconds; a lint faster than this follows each keystroke at once
_LONGEST_PAUSE = 0.15
_IDLE = 0.1  # seconds without a keystroke after which there is time to look for garbage
_MOST_LINTS = 250  # after so many all is looked through, not only what is new
_SOON = 0.01
_GARBAGE = 500_000  # new objects after which Python looks by itself, keystroke or not


@dataclass(frozen=True)
class Outcome:
    """What came of linting one state of a draft: a story and its result, or an error, or neither if it is excluded.

    `number` tells outcomes of a session apart.
    """

    document: Document
    number: int
    story: Story | None = None
    result: Result | None = None
    error: UserError | None = None

    @cached_property
    def sourcing(self) -> Sourcing | None:
        """Who says what in the draft, None without a story."""
        story = self.story
        return Sourcing(ledger_of(story.draft, story.prose, story.analysis), story.prose) if story else None


@dataclass
class _Waiting:
    """What is known of one draft: its newest state, the last outcome, and who waits for the next one."""

    document: Document
    outcome: Outcome | None = None
    futures: list[asyncio.Future[Outcome | None]] = field(default_factory=list)
    changed: float = 0.0
    took: float = 0.0


class Lints:
    """Lints what is asked for and calls `told` with each outcome that is not outdated."""

    def __init__(self, linters: Linters, told: Callable[[Outcome], None]) -> None:
        self.linters = linters
        self._told = told
        self._pool = ThreadPoolExecutor(1, "lint")
        self._drafts: dict[str, _Waiting] = {}
        self._queue: dict[str, None] = {}
        self._worker: asyncio.Task[None] | None = None
        self._count = 0
        self._tidied = 0
        self._tidying: asyncio.TimerHandle | None = None

    def warm_up(self) -> None:
        """Start the analysis, so that the first draft need not wait for it."""
        self._pool.submit(_warm_up)

    def put(self, document: Document) -> None:
        """Take in a new state of a draft and lint it when its turn comes."""
        draft = self._drafts.setdefault(document.uri, _Waiting(document))
        draft.document, draft.outcome, draft.changed = document, None, time.monotonic()
        if self._tidying is not None:
            self._tidying.cancel()  # a lint that takes longer than the pause is not to wait for it
        self._queue.pop(document.uri, None)
        self._queue[document.uri] = None
        if self._worker is None or self._worker.done():
            self._worker = asyncio.ensure_future(self._work())

    def drop(self, uri: str) -> None:
        """Forget a draft; whoever waits for it gets nothing."""
        self._queue.pop(uri, None)
        draft = self._drafts.pop(uri, None)
        for future in draft.futures if draft else ():
            if not future.done():
                future.set_result(None)

    async def outcome(self, uri: str) -> Outcome | None:
        """Return the outcome for the newest state of a draft, None for a draft that is not (or no longer) open."""
        draft = self._drafts.get(uri)
        if draft is None or draft.outcome is not None:
            return draft.outcome if draft else None
        future: asyncio.Future[Outcome | None] = asyncio.get_running_loop().create_future()
        draft.futures = [waiting for waiting in draft.futures if not waiting.done()]
        draft.futures.append(future)
        return await future

    async def once(self, document: Document) -> Outcome:
        """Lint a draft that is not open."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._lint, document)

    async def sourcing(self, outcome: Outcome) -> Sourcing | None:
        """Return who says what in a draft, worked out beside the typing."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: outcome.sourcing)

    async def source_map(self, outcome: Outcome) -> str | None:
        """Return the page of HTML that shows what a draft rests on, worked out beside the typing."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, _source_map, outcome)

    async def rule(self, code: str, path: str) -> Rule | None:
        """Return a rule as it is set for a draft, None for a code that nobody knows."""

        def find() -> Rule | None:
            try:
                linter = self.linters.desk_for(path).linter
            except UserError:
                return None
            return linter.rules.get(code) or linter.library.rules.get(code)

        return await asyncio.get_running_loop().run_in_executor(self._pool, find)

    async def refresh(self, always: bool = False) -> bool:
        """Lint all drafts anew if a file that the linters rest on has changed; return whether that is so."""
        loop = asyncio.get_running_loop()
        if always:
            await loop.run_in_executor(self._pool, self.linters.forget)
        elif not await loop.run_in_executor(self._pool, self.linters.changed):
            return False
        for draft in list(self._drafts.values()):
            self.put(draft.document)
        return True

    def close(self) -> None:
        """Stop; a lint that has begun is let finish."""
        if self._tidying is not None:
            self._tidying.cancel()
        self._queue.clear()
        self._drafts.clear()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._queue:
            uri = next(reversed(self._queue))
            draft = self._drafts[uri]
            pause = _pause(draft)
            if pause > 0:
                await asyncio.sleep(pause)
                continue
            self._queue.pop(uri, None)
            document, began = draft.document, time.monotonic()
            outcome = await loop.run_in_executor(self._pool, self._lint, document)
            if self._drafts.get(uri) is not draft or draft.document is not document or uri in self._queue:
                continue
            draft.took, draft.outcome = time.monotonic() - began, outcome
            self._told(outcome)
            waiting, draft.futures = draft.futures, []
            for future in waiting:
                if not future.done():
                    future.set_result(outcome)
            self._tidy_later()

    def _tidy_later(self) -> None:
        """Look for garbage once nobody types: each message leaves some behind that refer to one another."""
        if self._tidying is not None:
            self._tidying.cancel()
        is_due = self._count - self._tidied >= _MOST_LINTS
        self._tidying = asyncio.get_running_loop().call_later(_SOON if is_due else _IDLE, self._tidy, is_due)

    def _tidy(self, whole: bool) -> None:
        if whole:
            self._tidied = self._count
        gc.collect(2 if whole else 1)

    def _lint(self, document: Document) -> Outcome:
        self._count += 1
        number = self._count
        try:
            desk = self.linters.desk_for(document.path)
            if self.linters.excludes(document.path, desk.linter.settings):
                return Outcome(document, number)
            story = desk.linter.read_text(document.draft.text, document.path, document.format)
            if self._is_overtaken(document):
                return Outcome(document, number)
            return Outcome(document, number, story, desk.lint(story))
        except UserError as error:
            return Outcome(document, number, error=error)
        except Exception as error:  # a draft that breaks us must not end the session
            what = f"internal error: {type(error).__name__}: {error}"
            return Outcome(document, number, error=UserError(document.path, what, "please report it with the draft"))

    def _is_overtaken(self, document: Document) -> bool:
        draft = self._drafts.get(document.uri)
        return draft is not None and draft.document is not document


def _warm_up() -> None:
    """Lint a first text, and leave all that was loaded for it out of every later look for garbage."""
    Linter().lint_text("Ten people said so.")
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def _source_map(outcome: Outcome) -> str | None:
    if outcome.story is None or outcome.result is None or outcome.sourcing is None:
        return None
    from attribution_lint.sourcemap import render
    from attribution_lint.sourcemap.view import DraftView

    return render([DraftView(1, outcome.story.prose, outcome.sourcing.ledger, outcome.result.diagnostics)])


def _pause(draft: _Waiting) -> float:
    """The seconds to wait for more typing: none where linting is quick."""
    if draft.took < _QUICK or draft.outcome is not None:
        return 0.0
    return draft.changed + min(draft.took / 4, _LONGEST_PAUSE) - time.monotonic()
