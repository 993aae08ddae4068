"""HTML: an article page or the fragment that a content system holds, read by the parser of the standard library.

Where a page says which part is the article (`<article>`, `<main>`), only that part is prose. White space counts
as HTML counts it: a run of it is one space.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from attribution_lint.draft import Draft
from attribution_lint.formats.html_elements import HTML, VOID, Vocabulary
from attribution_lint.formats.prose import BlockKind, Prose, ProseBuilder
from attribution_lint.model import Span

OBJECT = "\ufffc"

# Browsers stop nesting there too (Chromium, "kMaximumHTMLParserDOMTreeDepth").
_DEEPEST = 512
_COMMENT_END = re.compile(r"--!?>|--\s+>")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NOTE_SIGN = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?\s*")
_META_NAMES = {"description": "description", "og:description": "description", "og:title": "title"}


def read(draft: Draft) -> Prose:
    """Return the prose of an HTML draft: a block for each paragraph, heading, list item, cell and caption."""
    out = ProseBuilder()
    tree = read_into(out, draft.text)
    return replace(out.build(tuple(tree.comments), tree.meta), written=written)


def written(words: str) -> str:
    """Return the words as they must be written between tags."""
    return html.escape(words, quote=False)


def read_into(
    out: ProseBuilder, text: str, start: int = 0, end: int | None = None, vocabulary: Vocabulary = HTML
) -> Tree:
    """Add the blocks of `text[start:end]` to `out`; the tree that is returned has the comments and the meta data."""
    tree = Tree(text, start, len(text) if end is None else end, vocabulary)
    tree.run()
    for block in tree.story():
        block.write(out)
    return tree


def _tamed(text: str) -> str:
    """Return the text with every opening that nothing closes taken for text, at equal length.

    The parser would look for the close to the end of the file from each of them, and it gives up on a marked
    section (`<![if]>`), which to HTML is a comment.
    """
    text = text.replace("<![", "<!x")
    last = text.rfind(">") + 1
    text = text[:last] + text[last:].replace("<", "\0")
    last = max((match.end() for match in _COMMENT_END.finditer(text)), default=0)
    return text[:last] + text[last:].replace("<!--", "\0!--")


@dataclass(slots=True)
class _Block:
    kind: BlockKind
    level: int
    in_story: bool
    in_footer: bool
    source: Span
    parts: list[tuple[str, str, int, int]]

    def write(self, out: ProseBuilder) -> None:
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
        out.close_block(self.source, self.kind, self.level)


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    start: int
    kind: BlockKind
    level: int
    hidden: bool
    in_story: bool
    in_footer: bool


class Tree(HTMLParser):
    """The elements open at a place, and the blocks found so far."""

    def __init__(self, text: str, start: int, end: int, vocabulary: Vocabulary) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.start = start
        self.end = end
        self.vocabulary = vocabulary
        self.comments: list[tuple[Span, str]] = []
        self.meta: dict[str, str] = {}
        self._blocks: list[_Block] = []
        self._parts: list[tuple[str, str, int, int]] = []
        self._lines = [start, *(m.end() for m in re.compile("\n").finditer(text, start, end))]
        self._open = [_Element("", start, "paragraph", 0, False, False, False)]
        self._counts: dict[str, int] = {}
        self._block_element: _Element | None = None
        self._object: tuple[int, int] | None = None
        self._titled = False
        self._spaced = True
        self._links: list[int] = []

    def run(self) -> None:
        """Read everything."""
        self.feed(_tamed(self.text[self.start : self.end]))
        self.close()
        self._flush(None)
        if "title" in self.meta:
            self.meta["title"] = " ".join(self.meta["title"].split())

    def story(self) -> list[_Block]:
        """The blocks of the article, or all but the page's footer where nothing says which part that is."""
        chosen = [block for block in self._blocks if block.in_story]
        return chosen or [block for block in self._blocks if not block.in_footer] or self._blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; see HTMLParser."""
        at = self._at()
        length = len(self.get_starttag_text() or "")
        for name in self._closed_by(tag):
            self._close(name, None)
        known = self.vocabulary
        if tag in known.blocks:
            self._flush(None)
        if tag == "br":
            self._line_break(at, length)
        elif tag == "meta":
            self._read_meta(dict(attrs))
        if tag in VOID or len(self._open) >= _DEEPEST:
            return
        parent = self._open[-1]
        kind, level = known.kinds.get(tag, (parent.kind, parent.level))
        hidden = parent.hidden or tag in known.hidden
        in_footer = parent.in_footer or tag == "footer"
        element = _Element(tag, at, kind, level, hidden, parent.in_story or tag in known.story, in_footer)
        self._open.append(element)
        self._counts[tag] = self._counts.get(tag, 0) + 1
        if tag in known.blocks:
            self._block_element = element
        elif tag in known.objects and not hidden and self._object is None:
            self._object = (len(self._open), at)
        elif tag == "a" and not hidden:
            self._links.append(len(self._parts))
            self._parts.append(("link", dict(attrs).get("href") or "", at, 0))
        elif tag in known.quotes:
            self._sign("“", at, length)
        elif tag == "title" and not self._titled:
            self._titled = True
            self.meta["title"] = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element; see HTMLParser. HTML ignores the slash but on void and foreign elements."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID and (self.vocabulary.empty_closes or tag not in self.vocabulary.blocks):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and those left open in it; an end without a start is ignored. See HTMLParser."""
        if not self._counts.get(tag):
            return
        at = self._at()
        closed = self.text.find(">", at, self.end)
        self._close(tag, closed + 1 if closed >= 0 else self.end)

    def handle_data(self, data: str) -> None:
        """Add text that stands in the source as it is; see HTMLParser."""
        at = self._at()
        data = self.text[at : at + len(data)]
        if self._open[-1].tag == "title" and self._titled:
            self.meta["title"] += data
        done = 0
        for match in _SPACES.finditer(data):
            if self._spaced and match.start() == done:
                done = match.end()
            elif match.end() - match.start() > 1:
                self._text(data[done : match.start()], at + done)
                self._sign(" ", at + match.start(), match.end() - match.start())
                done = match.end()
            self._spaced = match.end() == len(data)
        self._text(data[done:], at + done)
        self._spaced = self._spaced if not data or data[-1].isspace() else False

    def handle_entityref(self, name: str) -> None:
        """Add what a named reference stands for; see HTMLParser."""
        self._reference(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        """Add what a numeric reference stands for; see HTMLParser."""
        self._reference(len(name) + 2)

    def handle_comment(self, data: str) -> None:
        """Keep a comment with its place; see HTMLParser."""
        at = self._at()
        if self.text.startswith("<!--", at):
            closed = self.text.find(">", at + 4 + len(data), self.end)
            end = closed + 1 if closed >= 0 else self.end
            self.comments.append((Span(at, end), data.strip()))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _reference(self, length: int) -> None:
        at = self._at()
        if self.text.startswith(";", at + length):
            length += 1
        source = self.text[at : at + length]
        words = html.unescape(source)
        if self._open[-1].tag == "title" and self._titled:
            self.meta["title"] += words
        if words == source:
            self._text(words, at)
        else:
            # "&notin" without its semicolon may be read as "¬in": the rest of the name is the author's words.
            tail = 0
            while tail < len(words) - 1 and words[-1 - tail] == source[-1 - tail]:
                tail += 1
            self._sign(words[: len(words) - tail], at, length - tail)
            self._text(source[length - tail :], at + length - tail)
        self._spaced = False

    def _text(self, words: str, at: int) -> None:
        if words and not self._open[-1].hidden and self._object is None:
            self._parts.append(("text", words, at, len(words)))

    def _sign(self, words: str, at: int, length: int) -> None:
        if not self._open[-1].hidden and self._object is None:
            self._parts.append(("sign", words, at, length))

    def _line_break(self, at: int, length: int) -> None:
        last = next((part for part in reversed(self._parts) if part[0] in ("text", "sign")), None)
        if last and last[:2] == ("sign", "\n"):
            self._flush(None)
        else:
            self._sign("\n", at, length)
        self._spaced = True

    def _closed_by(self, tag: str) -> list[str]:
        closes = self.vocabulary.closes.get(tag)
        if not closes or not any(self._counts.get(name) for name in closes):
            return []
        found: list[str] = []
        for element in reversed(self._open):
            if element.tag in closes:
                found.append(element.tag)
            elif element.tag in self.vocabulary.barriers:
                break
        return found

    def _close(self, tag: str, end: int | None) -> None:
        while self._open[-1].tag != tag:
            self._pop(None)
        self._pop(end)

    def _pop(self, end: int | None) -> None:
        element = self._open[-1]
        if element.tag in self.vocabulary.blocks:
            self._flush(end if element is self._block_element else None)
        if self._object and len(self._open) <= self._object[0]:
            start, self._object = self._object[1], None
            stop = end if end is not None else self._at()
            if stop > start:
                self._sign(OBJECT, start, stop - start)
                self._spaced = False
        if element.tag == "a" and self._links:
            self._end_link(self._links.pop())
        elif element.tag in self.vocabulary.quotes and end is not None:
            at = self._at()
            self._sign("”", at, end - at)
        self._open.pop()
        self._counts[element.tag] -= 1

    def _end_link(self, first: int) -> None:
        target = self._parts[first][1]
        words = "".join(part[1] for part in self._parts[first + 1 :])
        if target.startswith("#") and _NOTE_SIGN.fullmatch(words):
            at = self._parts[first][2]
            self._parts[first:] = [("note", f"footnote:{target[1:]}", at, 0)]
        else:
            self._parts.append(("end", "", 0, 0))

    def _flush(self, end: int | None) -> None:
        words = [part for part in self._parts if part[0] in ("text", "sign") and not part[1].isspace()]
        element = self._open[-1]
        if words:
            own = self._block_element
            start = own.start if own else words[0][2]
            stop = end if end is not None and own else words[-1][2] + words[-1][3]
            source = Span(start, stop)
            block = _Block(element.kind, element.level, element.in_story, element.in_footer, source, self._parts)
            self._blocks.append(block)
        self._parts = []
        self._links = []
        self._block_element = None
        self._object = None
        self._spaced = True

    def _read_meta(self, attrs: dict[str, str | None]) -> None:
        name = _META_NAMES.get((attrs.get("name") or attrs.get("property") or "").lower())
        content = attrs.get("content")
        if name and content:
            self.meta.setdefault(name, content)
