"""A ledger as a table for a terminal: the figures with their sources, then who carries what."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from attribution_lint.ledger import Ledger
from attribution_lint.reporters.ledgers import Look
from attribution_lint.tracing import how, source_of, voice_kind, voice_name
from attribution_lint.visible import one_line

_STYLES = {"attributed": "green", "carried": "cyan", "exempt": "bright_black", "unattributed": "bold red"}


_ASKED = " “check” asks for a speaker (QUO101) only of longer quotations, and where nobody near can be meant."


def as_text(ledgers: Iterable[Ledger], look: Look) -> Iterator[str]:
    """Yield the tables of each draft and a line that sums it up."""
    for ledger in ledgers:
        out = io.StringIO()
        console = Console(
            file=out,
            width=look.width,
            force_terminal=look.colour,
            color_system="standard" if look.colour else None,
            legacy_windows=False,
            highlight=False,
            emoji=False,
        )
        console.print(_text(ledger.path, "bold"))
        if ledger.figures:
            console.print(_figures(ledger))
        voices = [voice for voice in ledger.cast if voice.carries]
        if voices:
            console.print(_cast(ledger))
        console.print(_text(_summary(ledger)))
        yield out.getvalue() + "\n"


def _figures(ledger: Ledger) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column("line", justify="right", no_wrap=True)
    table.add_column("figure", overflow="fold")
    table.add_column("status", no_wrap=True)
    table.add_column("source", overflow="fold")
    table.add_column("how it was reached", overflow="fold")
    for figure in ledger.figures:
        style = _STYLES[figure.status]
        table.add_row(
            str(figure.words.line),
            _text(figure.words.text),
            _text(figure.status, style),
            _text(source_of(figure, ledger) or "—"),
            _text(how(figure, ledger)),
        )
    return table


def _cast(ledger: Ledger) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("source", overflow="fold")
    table.add_column("kind", no_wrap=True)
    table.add_column("figures", justify="right")
    table.add_column("quoted words", justify="right")
    for voice in sorted(ledger.cast, key=lambda each: (-each.figures, -each.quoted_words)):
        if voice.carries:
            table.add_row(
                _text(voice_name(voice)), _text(voice_kind(voice)), str(voice.figures), str(voice.quoted_words)
            )
    return table


def _summary(ledger: Ledger) -> str:
    hanging = sum(figure.status == "unattributed" for figure in ledger.figures)
    orphans = sum(quote.speaker is None and not quote.scare for quote in ledger.quotes)
    total = len(ledger.figures)
    parts = [f"{total} {'figure' if total == 1 else 'figures'}, {hanging or 'none'} without a source"]
    quotes = sum(not quote.scare for quote in ledger.quotes)
    parts.append(f"{quotes} {'quotation' if quotes == 1 else 'quotations'}, {orphans or 'none'} without a speaker")
    return "; ".join(parts) + "." + (_ASKED if orphans else "")


def _text(words: str, style: str = "") -> Text:
    """The words on one line; what would move the cursor or run in a terminal is shown."""
    return Text(one_line(words), style=style)
