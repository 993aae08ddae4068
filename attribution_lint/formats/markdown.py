"""Markdown: CommonMark with tables, footnotes and front matter, read by markdown-it-py.

Code, image descriptions and markup are not prose. A code span or an autolink stands in its sentence as one
object sign (U+FFFC), a footnote sign as a link of the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from attribution_lint.draft import Draft
from attribution_lint.formats import html
from attribution_lint.formats.html_blocks import OBJECT
from attribution_lint.formats.markdown_source import Content, cells, heading, paragraph
from attribution_lint.formats.markdown_stretches import stretches
from attribution_lint.formats.markdown_tokens import AT, parse
from attribution_lint.formats.prose import BlockKind, Prose, ProseBuilder
from attribution_lint.model import Span

_COMMENT = re.compile(r"<!--((?:(?!<!--).)*?)-->", re.DOTALL)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_META = re.compile(
    r"^(title|description)[ \t]*:[ \t]*(?:\"(.*)\"|'(.*)'|(.*?))[ \t]{0,9}$", re.MULTILINE | re.IGNORECASE
)
_CONTAINERS: dict[str, BlockKind] = {
    "blockquote": "quote",
    "list_item": "item",
    "footnote_reference": "caption",
    "th": "cell",
    "td": "cell",
}


def read(draft: Draft) -> Prose:
    """Return the prose of a Markdown draft: a block for each paragraph, heading, list item and table cell."""
    return _Reader(draft).read()


class _Reader:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.out = ProseBuilder()
        self.comments: list[tuple[Span, str]] = []
        self.meta: dict[str, str] = {}
        self.containers: list[BlockKind] = []
        self.level = 0
        self.row: Iterator[Content] = iter(())

    def read(self) -> Prose:
        text, starts = self.draft.text, self.draft.line_starts
        for first, last, plain in stretches(self.draft):
            start, end = starts[first], starts[last] if last < len(starts) else len(text)
            if plain:
                self.out.line(text[start:end].rstrip("\n"), start)
                continue
            for token in parse(text[start:end]):
                if token.map:
                    token.map = [number + first for number in token.map]
                self._block(token)
        return self.out.build(tuple(self.comments), self.meta)

    def _block(self, token: Token) -> None:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _CONTAINERS and token.nesting:
            if token.nesting > 0:
                self.containers.append(_CONTAINERS[name])
            else:
                self.containers.pop()
        elif name == "heading":
            self.level = int(token.tag[1:]) if token.nesting > 0 else 0
        elif token.type == "tr_open" and token.map:
            self.row = cells(self.draft, token.map[0])
        elif token.type == "inline" and token.map:
            self._inline(token)
        elif token.type == "html_block" and token.map:
            self._html(token.map[0], token.map[1])
        elif token.type == "front_matter":
            self._front_matter(token.content)

    def _inline(self, token: Token) -> None:
        assert token.map
        kind: BlockKind = "heading" if self.level else self.containers[-1] if self.containers else "paragraph"
        if kind == "cell":
            content = next(self.row, None)
        elif self.level and token.map[1] - token.map[0] == 1:
            content = heading(self.draft, token.map[0], token.content)
        else:
            content = paragraph(self.draft, token.map[0], token.map[1], token.content)
        if content is None or not token.children:
            return
        self._words(token.children, content)
        self.out.close_block(content.block, kind, self.level)

    def _words(self, tokens: list[Token], content: Content) -> None:
        links: list[tuple[int, str]] = []
        bare_address = False
        for token in tokens:
            at: int = token.meta.get(AT, 0)
            if token.type == "text" and bare_address:
                bare_address = False
            elif token.type == "text":
                content.copy(self.out, at, len(token.content))
            elif token.type == "text_special":
                content.replace(self.out, token.content, at, len(token.markup))
            elif token.type in ("softbreak", "hardbreak"):
                content.copy(self.out, content.text.index("\n", at), 1)
            elif token.type == "code_inline":
                content.replace(self.out, OBJECT, at, _code_length(content.text, at, token))
            elif token.type == "link_open" and token.info == "auto":
                links.append((self.out.length, str(token.attrs.get("href", ""))))
                content.replace(self.out, OBJECT, at, content.text.index(">", at) + 1 - at)
                bare_address = True
            elif token.type == "link_open":
                links.append((self.out.length, str(token.attrs.get("href", ""))))
            elif token.type == "link_close" and links:
                self.out.link(*links.pop())
            elif token.type == "footnote_ref":
                self.out.note(f"footnote:{token.meta.get('label', '')}")
            elif token.type == "html_inline":
                self._tag(token.content, at, content)

    def _tag(self, tag: str, at: int, content: Content) -> None:
        comment = _COMMENT.fullmatch(tag)
        if comment:
            span = Span(content.source(at), content.source(at + len(tag) - 1) + 1)
            self.comments.append((span, comment[1].strip()))
        elif _BREAK_TAG.fullmatch(tag):
            content.replace(self.out, "\n", at, len(tag))

    def _html(self, first: int, last: int) -> None:
        start = self.draft.line_starts[first]
        end = self.draft.line_starts[last] if last < len(self.draft.line_starts) else len(self.draft.text)
        if self.containers:
            # The marks of quotes and lists stand between the lines: only comments can be told from them.
            for match in _COMMENT.finditer(self.draft.text, start, end):
                self.comments.append((Span(match.start(), match.end()), match[1].strip()))
        else:
            self.comments += html.read_into(self.out, self.draft.text, start, end).comments

    def _front_matter(self, content: str) -> None:
        for match in _META.finditer(content):
            self.meta.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")


def _code_length(text: str, at: int, token: Token) -> int:
    """The length in the source of a code span, of which the token tells only the marks and the inside.

    A space at each end of the inside may have been taken off (CommonMark 0.31, "Code spans").
    """
    inside = at + len(token.markup)
    end = inside + len(token.content)
    if text[inside:end].replace("\n", " ") == token.content and text.startswith(token.markup, end):
        return end + len(token.markup) - at
    return end + 2 + len(token.markup) - at
