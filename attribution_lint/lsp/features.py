"""What a draft's sourcing looks like in the terms of a client: hover, places, symbols, hints and the lens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lsprotocol import types

from attribution_lint.draft import Draft
from attribution_lint.explanation import fix_label, headline, reason
from attribution_lint.lsp.client import Client
from attribution_lint.lsp.positions import offset_at, position_of, range_of, span_at
from attribution_lint.lsp.sourcing import Sourcing, Symbol
from attribution_lint.model import Rule, Span

_CODE = re.compile(r"\b[A-Z]{3}\d{3}\b")
_MARKS = re.compile(r"\\(.)|\*\*|`")
_KINDS = {
    "figure": types.SymbolKind.Number,
    "quotation": types.SymbolKind.String,
    "heading": types.SymbolKind.Namespace,
}


@dataclass(frozen=True)
class Features:
    """Answers about one state of a draft."""

    uri: str
    draft: Draft
    sourcing: Sourcing
    encoding: str
    client: Client

    def offset(self, position: types.Position) -> int:
        """The source offset of a position."""
        return offset_at(position, self.draft, self.encoding)

    def hover(self, position: types.Position, notes: Iterable[str]) -> types.Hover | None:
        """Return what there is to say of a place, with `notes` on the rules that report it below."""
        note = self.sourcing.note(self.offset(position))
        parts = [*([note[0]] if note else []), *notes]
        return hover("\n\n---\n\n".join(parts), self._range(note[1]) if note else None, self.client) if parts else None

    def definition(self, position: types.Position) -> types.Location | None:
        """Return where the source of a figure or a quotation is named."""
        span = self.sourcing.source_of(self.offset(position))
        return self._location(span) if span else None

    def references(self, position: types.Position, declared: bool) -> list[types.Location]:
        """Return all that a source carries."""
        return [self._location(span) for span in self.sourcing.carried_from(self.offset(position), declared)]

    def symbols(self) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
        """Return the outline of the draft: figures and quotations, under its headings if the client nests."""
        found = self.sourcing.symbols()
        if not self.client.nested_symbols:
            return [
                types.SymbolInformation(
                    self._location(each.span), each.name, _KINDS[each.kind], container_name=each.detail
                )
                for each in found
            ]
        return self._nested(found)

    def hints(self, range_: types.Range) -> list[types.InlayHint]:
        """Return the sources of the figures in a range, each to stand after its figure."""
        within = span_at(range_, self.draft, self.encoding)
        return [
            types.InlayHint(self._position(offset), f"← {name}", tooltip=how, padding_left=True)
            for offset, name, how in self.sourcing.hints(within)
        ]

    def lens(self, command: str) -> types.CodeLens:
        """Return the counts of the story, to stand above its first line; a click runs `command`."""
        top = types.Position(0, 0)
        title = self.sourcing.summary()
        return types.CodeLens(types.Range(top, top), types.Command(title, command, arguments=[self.uri]))

    def _nested(self, found: list[Symbol]) -> list[types.DocumentSymbol]:
        top: list[types.DocumentSymbol] = []
        open_: list[tuple[int, types.DocumentSymbol, list[types.DocumentSymbol]]] = []
        for number, each in enumerate(found):
            span = each.span
            if each.level:
                while open_ and open_[-1][0] >= each.level:
                    open_.pop()
                following = (other.span.start for other in found[number + 1 :] if 0 < other.level <= each.level)
                span = Span(span.start, next(following, len(self.draft.text)))
            children: list[types.DocumentSymbol] = []
            symbol = types.DocumentSymbol(
                each.name,
                _KINDS[each.kind],
                self._range(span),
                self._range(each.span),
                detail=each.detail or None,
                children=children,
            )
            (open_[-1][2] if open_ else top).append(symbol)
            if each.level:
                open_.append((each.level, symbol, children))
        return top

    def _position(self, offset: int) -> types.Position:
        return position_of(offset, self.draft, self.encoding)

    def _range(self, span: Span) -> types.Range:
        return range_of(span, self.draft, self.encoding)

    def _location(self, span: Span) -> types.Location:
        return types.Location(self.uri, self._range(span))


def code_at(position: types.Position, draft: Draft, encoding: str) -> tuple[str, types.Range] | None:
    """Return the rule code that is written at a place, and its range."""
    offset = offset_at(position, draft, encoding)
    for match in _CODE.finditer(draft.line(min(position.line + 1, len(draft.line_starts)))):
        start = draft.line_starts[min(position.line, len(draft.line_starts) - 1)]
        span = Span(start + match.start(), start + match.end())
        if span.start <= offset <= span.end:
            return match[0], range_of(span, draft, encoding)
    return None


def about_rule(rule: Rule) -> str:
    """Return a rule in a few lines of Markdown."""
    why = f"\n\n{' '.join(reason(rule).split())}" if reason(rule) else ""
    standard = f"\n\n*{' '.join(rule.standard.split())}*" if rule.standard else ""
    title = f"**{rule.code}** {rule.name} · {rule.severity.label} · fix: {fix_label(rule)}"
    return f"{title}\n\n{headline(rule)}{why}{standard}"


def hover(text: str, range_: types.Range | None, client: Client) -> types.Hover:
    """Return a hover of a Markdown text, without its marks for a client that reads plain text only."""
    if client.markdown:
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), range_)
    plain = _MARKS.sub(lambda match: match[1] or "", text)
    return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, plain), range_)
