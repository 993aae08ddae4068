"""The words of a block as residue is looked for in: lower case, plain apostrophes, no inner hyphens.

Addresses become one word each: `URL`, `MAIL` and `HANDLE`. Upper case is free for them, as no word has any.
"""

from __future__ import annotations

import re

from attribution_lint.checks.boilerplate.pieces import Tokens, found_pieces, pieces, plain
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import parts
from attribution_lint.patterns import screened

# The first branch is a word that cannot begin an address, as nearly all are: it spares them the branches for those.
_TOKEN = screened(
    r"\w++(?:[-’'‑]\w++)*+(?=[\s,;!?)\"”]|[.:]\s|\.?\Z)"
    r"|(?P<URL>(?:https?://|www\.)[^\s<>\"“”)\]]*[^\s<>\"“”)\].,;:!?]|\b[a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,6}\.(?:com|org|net|news|co|io|gov|tv|edu|ly|"
    r"uk|au|ca|ie|in|nz|za|eu|info|app)\b(?:/(?:[^\s<>\"“”)\]]*[^\s<>\"“”)\].,;:!?])?)?)"
    r"|(?P<MAIL>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})"
    r"|(?P<HANDLE>(?<![\w@])@\w{2,30})"
    r"|\w+(?:[-’'‑]\w+)*"
    r"|(?:[-–—]{2,}|\.{3}|[^\w\s])",
    re.IGNORECASE,
)
# Without one of these there is no address to look for.
_ADDRESS = re.compile(r"[@.:](?:(?<=@)|(?<=\w\.)[A-Za-z]{2}|(?<=:)//)")
_KEY = "residue tokens"


def tokens(text: str, span: Span) -> Tokens:
    """Return the tokens of `text` inside `span`, in prose offsets."""
    if _ADDRESS.search(text, span.start, span.end):
        matches = list(_TOKEN.finditer(text, span.start, span.end))
        form = [match.lastgroup or plain(match[0]) for match in matches]
        start, end = [match.start() for match in matches], [match.end() for match in matches]
        return found_pieces(text, span.start, form, start, end)
    return pieces(text[span.start : span.end], span.start)


def tokens_of(analysis: Analysis) -> Tokens:
    """Return the tokens of the only block of `analysis`, made once."""
    found = analysis.kept.get(_KEY)
    if found is None:
        found = analysis.kept[_KEY] = tokens(analysis.text, analysis.blocks[0].span)
    made: Tokens = found
    return made


def tokens_of_block(analysis: Analysis, number: int) -> Tokens:
    """Return the tokens of block `number` of a story, found once for the block wherever it stands."""
    part = parts(analysis)[number]
    found, by = tokens_of(part.analysis(analysis)), part.start
    start, end = [start + by for start in found.start], [end + by for end in found.end]
    return Tokens(found.form, found.key, found.written, found.gap, start, end)
