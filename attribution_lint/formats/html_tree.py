"""HTML as the parser of the standard library reads it, with the place of everything and the elements open there.

The parser tells line and column of each token (`getpos`); it never fails on a page, however broken.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from attribution_lint.formats.html_blocks import Collector, Element, HtmlBlock
from attribution_lint.formats.html_elements import VOID, Vocabulary
from attribution_lint.model import Span

# Browsers stop nesting there too (Chromium, "kMaximumHTMLParserDOMTreeDepth").
_DEEPEST = 512
_COMMENT_END = re.compile(r"--!?>|--\s+>")
_OPENING = re.compile(r"<!--|<!\[CDATA\[|<\?")
_CLOSINGS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_META_NAMES = {"description": "description", "og:description": "description", "og:title": "title"}


class Tree(HTMLParser):
    """Reads `text[start:end]`; afterwards `story`, `comments` (source span and text) and `meta` are complete."""

    def __init__(self, text: str, start: int, end: int, vocabulary: Vocabulary) -> None:
        super().__init__(convert_charrefs=False)
        self.comments: list[tuple[Span, str]] = []
        self.meta: dict[str, str] = {}
        self.deepest = 0
        self._text = text
        self._end = end
        self._vocabulary = vocabulary
        self._words = Collector()
        self._line_starts = [start, *(match.end() for match in re.compile("\n").finditer(text, start, end))]
        self._open = [Element("", start, "paragraph", 0, False, False, False)]
        self._counts: dict[str, int] = {}
        self._own: Element | None = None  # the element that the block being collected has for itself
        self._code_depth = 0
        self._title: list[str] = []
        words = text[start:end]
        self.feed(_tamed(_without_sections(words) if vocabulary.empty_closes else words))
        self.close()
        self._flush(None)
        if title := " ".join("".join(self._title).split()):
            self.meta["title"] = title

    def story(self) -> list[HtmlBlock]:
        """Return the blocks of the article, or all but the page's footer where nothing says which part that is."""
        blocks = self._words.blocks
        chosen = [block for block in blocks if block.element.in_story]
        return chosen or [block for block in blocks if not block.element.in_footer] or blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; see HTMLParser."""
        at = self._at()
        length = len(self.get_starttag_text() or "")
        for name in self._closed_by(tag):
            self._close(name, None)
        known = self._vocabulary
        if tag in known.blocks:
            self._flush(None)
        parent = self._open[-1]
        if tag == "br" and not parent.hidden:
            if self._words.line_break(at, length):
                self._own = None  # the element holds more than this block
                self._flush(None)
        elif tag == "meta":
            self._read_meta(dict(attrs))
        if tag in VOID or len(self._open) >= _DEEPEST:
            return
        kind, level = known.kinds.get(tag, (parent.kind, parent.level))
        hidden = parent.hidden or tag in known.hidden
        in_story, in_footer = parent.in_story or tag in known.story, parent.in_footer or tag == "footer"
        element = Element(tag, at, kind, level, hidden, in_story, in_footer)
        self._open.append(element)
        self.deepest = max(self.deepest, len(self._open))
        self._counts[tag] = self._counts.get(tag, 0) + 1
        if tag in known.blocks:
            self._own = element
        if hidden:
            return
        if tag in known.objects and not self._code_depth:
            self._code_depth = len(self._open)
            self._words.open_code(at)
        elif tag == "a":
            self._words.open_link(dict(attrs).get("href") or "", at)
        elif tag in known.quotes:
            self._words.sign("“", at, length)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element; see HTMLParser. HTML ignores the slash on elements that may hold blocks."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID and (self._vocabulary.empty_closes or tag not in self._vocabulary.blocks):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and those left open in it; an end without a start is ignored. See HTMLParser."""
        if self._counts.get(tag):
            closed = self._text.find(">", self._at(), self._end)
            self._close(tag, closed + 1 if closed >= 0 else self._end)

    def handle_data(self, data: str) -> None:
        """Add text that stands in the source as it is; see HTMLParser."""
        at = self._at()
        data = self._text[at : at + len(data)]
        if not self._open[-1].hidden:
            self._words.data(data, at)
        elif self._open[-1].tag == "title":
            self._title.append(data)

    def handle_entityref(self, name: str) -> None:
        """Add what a named reference stands for; see HTMLParser."""
        self._reference(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        """Add what a numeric reference stands for; see HTMLParser."""
        self._reference(len(name) + 2)

    def handle_comment(self, data: str) -> None:
        """Keep a comment with its place; see HTMLParser."""
        at = self._at()
        if self._text.startswith("<!--", at):
            closed = self._text.find(">", at + 4 + len(data), self._end)
            self.comments.append((Span(at, closed + 1 if closed >= 0 else self._end), data.strip()))

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _reference(self, length: int) -> None:
        at = self._at()
        if self._text.startswith(";", at + length):
            length += 1
        source = self._text[at : at + length]
        if not self._open[-1].hidden:
            self._words.reference(source, at)
        elif self._open[-1].tag == "title":
            self._title.append(unescape(source))

    def _closed_by(self, tag: str) -> list[str]:
        closes = self._vocabulary.closes.get(tag)
        if not closes or not any(self._counts.get(name) for name in closes):
            return []
        found: list[str] = []
        for element in reversed(self._open):
            if element.tag in closes:
                found.append(element.tag)
            elif element.tag in self._vocabulary.barriers:
                break
        return found

    def _close(self, tag: str, end: int | None) -> None:
        while self._open[-1].tag != tag:
            self._pop(None)
        self._pop(end)

    def _pop(self, end: int | None) -> None:
        element = self._open[-1]
        if element.tag in self._vocabulary.blocks:
            self._flush(end if element is self._own else None)
        if not element.hidden:
            self._end_inline(element, end)
        self._open.pop()
        self._counts[element.tag] -= 1

    def _end_inline(self, element: Element, end: int | None) -> None:
        at = self._at()
        if self._code_depth and len(self._open) <= self._code_depth:
            self._code_depth = 0
            self._words.close_code(at if end is None else end)
        if element.tag == "a":
            self._words.close_link()
        elif element.tag in self._vocabulary.quotes and end is not None:
            self._words.sign("”", at, end - at)

    def _flush(self, end: int | None) -> None:
        self._words.flush(self._open[-1], self._own, end)
        self._own = None
        self._code_depth = 0

    def _read_meta(self, attrs: dict[str, str | None]) -> None:
        name = _META_NAMES.get((attrs.get("name") or attrs.get("property") or "").lower())
        content = attrs.get("content")
        if name and content:
            self.meta.setdefault(name, content)


def _without_sections(text: str) -> str:
    """Return XML with the character data of marked sections as words, at equal length.

    Their marks become elements that mean nothing; what would be markup in them becomes a sign that is none.
    """

    parts: list[str] = []
    done = 0
    while opening := _OPENING.search(text, done):
        closing = _CLOSINGS[opening[0]]
        end = text.find(closing, opening.end())
        if end < 0:
            break  # not in sound XML
        if closing == "]]>":
            words = re.sub("[<&]", "\0", text[opening.end() : end])
            parts += (text[done : opening.start()], "<wbr    >", words, "</>")
        else:
            parts.append(text[done : end + len(closing)])
        done = end + len(closing)
    return "".join([*parts, text[done:]])


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
