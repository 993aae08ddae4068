"""The words of HTML as they are collected into blocks, white space counted as HTML counts it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from attribution_lint.formats.prose import BlockKind, ProseBuilder
from attribution_lint.model import Span

OBJECT = "\ufffc"
"""Stands in a sentence for what is no prose there: code, a bare address."""

_SPACES = re.compile(r"[ \t\n\r\f]+")
_NOTE_SIGN = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?\s*")
_Part = tuple[str, str, int, int]  # what it is, its text, and where in the source it is and how long


@dataclass(frozen=True, slots=True)
class Element:
    """An open element: where it starts, and what it makes of the words in it."""

    tag: str
    start: int
    kind: BlockKind
    level: int
    hidden: bool
    in_story: bool
    in_footer: bool


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block that is complete; `element` is the one that its words stand in."""

    element: Element
    source: Span
    parts: list[_Part]

    def write(self, out: ProseBuilder) -> None:
        """Add the block to the prose."""
        links: list[tuple[int, str]] = []
        for what, text, at, length in self.parts:
            if what == "text":
                out.verbatim(text, at)
            elif what == "sign":
                out.replaced(text, at, length)
            elif what == "link":
                links.append((out.length, text))
            elif what == "note":
                out.note(text)
            elif links:
                out.link(*links.pop())
        out.close_block(self.source, self.element.kind, self.element.level)


class Collector:
    """Collects the words of one block after the other; all places are source offsets."""

    def __init__(self) -> None:
        self.blocks: list[HtmlBlock] = []
        self._parts: list[_Part] = []
        self._links: list[int] = []
        self._spaced = True
        self._code: int | None = None

    def data(self, text: str, at: int) -> None:
        """Add text as it stands in the source; a run of white space counts as one space."""
        done = 0
        for match in _SPACES.finditer(text):
            if self._spaced and match.start() == done:
                done = match.end()
            elif match.end() - match.start() > 1:
                self._text(text[done : match.start()], at + done)
                self.sign(" ", at + match.start(), match.end() - match.start())
                done = match.end()
            self._spaced = match.end() == len(text)
        self._text(text[done:], at + done)
        if text and not text[-1].isspace():
            self._spaced = False

    def reference(self, source: str, at: int) -> None:
        """Add what a character reference stands for."""
        words = html.unescape(source)
        # "&notin" without its semicolon may be read as "¬in": the rest of the name is the author's words.
        tail = 0
        while tail < len(words) - 1 and words[-1 - tail] == source[-1 - tail]:
            tail += 1
        split = len(source) - tail
        if words == source:
            self._text(words, at)
        else:
            self.sign(words[: len(words) - tail], at, split)
            self._text(source[split:], at + split)
        self._spaced = False

    def sign(self, words: str, at: int, length: int) -> None:
        """Add words that stand for `length` code points of the source."""
        if self._code is None:
            self._parts.append(("sign", words, at, length))

    def line_break(self, at: int, length: int) -> bool:
        """Add a line break; return whether it is the second one, which ends the block, and is not added."""
        last = next((part for part in reversed(self._parts) if part[0] in ("text", "sign")), None)
        is_second = last is not None and last[:2] == ("sign", "\n")
        if not is_second:
            self.sign("\n", at, length)
        self._spaced = True
        return is_second

    def open_code(self, at: int) -> None:
        """Leave out words until `close_code`."""
        if self._code is None:
            self._code = at

    def close_code(self, end: int) -> None:
        """Let one sign stand for what was left out."""
        if self._code is not None:
            start, self._code = self._code, None
            self.sign(OBJECT, start, end - start)
            self._spaced = False

    def open_link(self, target: str, at: int) -> None:
        """Begin a link."""
        self._links.append(len(self._parts))
        self._parts.append(("link", target, at, 0))

    def close_link(self) -> None:
        """End the innermost link; one inside the page, from a mere sign, is a footnote and no prose."""
        if not self._links:
            return
        first = self._links.pop()
        target, at = self._parts[first][1:3]
        words = "".join(part[1] for part in self._parts[first + 1 :][:4])
        if target.startswith("#") and _NOTE_SIGN.fullmatch(words):
            self._parts[first:] = [("note", f"footnote:{target[1:]}", at, 0)]
        else:
            self._parts.append(("end", "", 0, 0))

    def flush(self, element: Element, own: Element | None, end: int | None) -> None:
        """End the block, whose words stand in `element`.

        `own` is the element that opened it, if it is the block's alone; `end` is where that ends, if it does here.
        """
        words = [part for part in self._parts if part[0] in ("text", "sign") and not part[1].isspace()]
        if words:
            start = own.start if own else words[0][2]
            stop = end if end is not None and own else words[-1][2] + words[-1][3]
            self.blocks.append(HtmlBlock(element, Span(start, stop), self._parts))
        self._parts = []
        self._links = []
        self._spaced = True
        self._code = None

    def _text(self, words: str, at: int) -> None:
        if words and self._code is None:
            self._parts.append(("text", words, at, len(words)))
