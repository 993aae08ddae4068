"""Which words of a block read as left over, each told from its neighbours: a chain over the words and their spacing.

A sentence may hold a button that a scraper glued into it, and no rule for sentences sees where that begins. Here every
word has a say of its own, and so have the seams: how two words in a row are written and what stands between them. The
weights are those of a linear-chain conditional random field with two labels (Lafferty, McCallum and Pereira,
"Conditional random fields", ICML 2001), fitted by `benchmarks/register.py` and kept in `rules/models`.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import msgspec

from attribution_lint.checks.boilerplate.pieces import NUMBER, Tokens
from attribution_lint.checks.boilerplate.tokens import tokens_of
from attribution_lint.checks.boilerplate.units import quoted_tokens
from attribution_lint.kept import Worked
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_folder

BEGIN, END = "^", "$"
Pair = tuple[float, float]


class Chain(msgspec.Struct, frozen=True):
    """The weights, each what a sign of a word adds to the log-odds that it was left over.

    `words` are for the word itself, for the one behind it and the one ahead; `openings` by the letters it begins with.
    `pairs` of words and `seams`, how two words in a row are written and what stands between them, are for the second
    and for the first; `bends` are seams with how the next is joined to them. `behind` and `ahead` are by the word
    before or the next, a space, and how a word is joined to the one before it. `passages` are the log-weights from left
    over to left over, to the story, from the story to left over, and on in the story.
    """

    constant: float
    passages: tuple[float, float, float, float]
    first: float
    quoted: float
    words: dict[str, tuple[float, float, float]]
    openings: dict[str, float]
    pairs: dict[str, Pair]
    behind: dict[str, float]
    ahead: dict[str, float]
    seams: dict[str, Pair]
    bends: dict[str, float]


class Row(msgspec.Struct, frozen=True):
    """The words of a block as the chain sees them: forms, shapes, the gaps around them, what begins a sentence.

    `quoted` says which stand in a quotation.
    """

    found: Tokens
    forms: list[str]
    shapes: list[str]
    gaps: list[str]
    first: bytearray
    quoted: bytearray


def row(analysis: Analysis) -> Row:
    """Return the words of the only block of `analysis`."""
    span = analysis.blocks[0].span
    found = tokens_of(analysis)
    first = bytearray(len(found))
    for sentence in analysis.sentences:
        number = bisect_left(found.start, sentence.span.start)
        if number < len(found) and found.start[number] == sentence.span.start:
            first[number] = 1
    return Row(
        found,
        list(map(_forms.__getitem__, found.form)),
        found.written,
        [BEGIN, *found.gap[1:], END],
        first,
        quoted_tokens(analysis, span, found),
    )


def _form(form: str) -> str:
    return NUMBER if form[0].isdigit() else form


_forms = Worked(_form)


@cache
def shipped_chain() -> Chain:
    """Return the chain that ships with the rules."""
    return msgspec.json.decode((shipped_folder() / "models" / "residue-chain.json").read_bytes(), type=Chain)
