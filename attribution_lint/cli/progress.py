"""A progress bar on stderr, for people who wait."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

_PATIENCE = 1.0  # seconds
Item = TypeVar("Item")


def with_progress(drafts: Iterable[Item], count: int) -> Iterator[Item]:
    """Yield the `count` drafts, or what came of them; on a terminal, show how far it is once a second has passed."""
    rest = iter(drafts)
    if sys.stderr.isatty():
        began = time.monotonic()
        done = 0
        for draft in rest:
            yield draft
            done += 1
            if time.monotonic() - began > _PATIENCE:
                break
        else:
            return
        with click.progressbar(rest, length=count, label="Linting", file=sys.stderr) as bar:
            bar.update(done)
            yield from bar
    else:
        yield from rest
