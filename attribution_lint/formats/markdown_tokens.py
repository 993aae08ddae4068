"""markdown-it-py, set up so that every inline token knows where it stands in the content of its block.

The parser keeps no inline positions. A rule that runs first at every place and matches nothing takes them down
as parsing goes along, so nothing has to be searched for afterwards.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

AT = "attribution_lint_at"
"""The key of `Token.meta` that holds the code-point offset of an inline token in its block's content."""

_DEEPEST = 100


def parse(text: str) -> list[Token]:
    """Return the block tokens of `text`; the children of inline tokens carry `AT` in their `meta`."""
    return _parser().parse(text)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    inline = _PlacedInline()
    parser.inline = inline
    parser.use(front_matter_plugin).use(footnote_plugin, inline=False, move_to_end=False)
    parser.enable("table")
    inline.ruler.enableOnly([rule for rule in inline.ruler.get_all_rules() if rule not in ("linkify", "strikethrough")])
    # Joined text loses its place, and escapes would become indistinguishable from the text around them.
    inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    parser.core.ruler.disable(["text_join"])
    return parser


class _PlacedState(StateInline):
    """Notes for each token where it starts."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.here = 0
        self.pending_from = 0

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta[AT] = self.here
        if ttype == "text":
            # The single signs of a delimiter run come one after another from one place.
            self.here += 1
        return token

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta[AT] = self.pending_from
        return token


class _PlacedInline(ParserInline):
    def __init__(self) -> None:
        super().__init__()
        self.ruler.before("text", "place", _place)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Process the content of one block and put its tokens into `tokens`, which is returned too."""
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _place(state: StateInline, silent: bool) -> bool:
    if not silent and isinstance(state, _PlacedState):
        state.here = state.pos
        if not state.pending:
            state.pending_from = state.pos
    return False
