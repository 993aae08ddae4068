"""Which words of a block read as left over, each told from its neighbours: a chain over the words and their spacing.

A sentence may hold a button that a scraper glued into it, and no rule for sentences sees where that begins. Here every
word has a say of its own, and so have the seams: how two words in a row are written and what stands between them. The
weights are those of a linear-chain conditional random field with two labels (Lafferty, McCallum and Pereira,
"Conditional random fields", ICML 2001), fitted by `benchmarks/register.py` and kept in `rules/models`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import copysign, exp, log

import msgspec

from attribution_lint.checks.boilerplate.tokens import Tokens, tokens_of
from attribution_lint.checks.boilerplate.units import quoted_tokens
from attribution_lint.checks.boilerplate.wording import PREFIX, shape
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_folder

BEGIN, END = "^", "$"
_NUMBER = "NUM"
_LINE, _GAP, _GLUED, _WIDE = "/", " ", "", "  "
_MOST = 30.0  # log-odds that one word may add; more is as sure and would overflow
_LEAST = 1e-9
Pair = tuple[float, float]


class Word(msgspec.Struct, frozen=True, array_like=True):
    """What a word adds to `itself`, to the word `behind` it, to the one `ahead`, and in `pairs` with the one behind it.

    Pairs are for the second and for the first. `shaped_behind` and `shaped_ahead` are by the gap to that neighbour and
    how it is written.
    """

    itself: float = 0.0
    behind: float = 0.0
    ahead: float = 0.0
    pairs: dict[str, Pair] = {}
    shaped_behind: dict[str, float] = {}
    shaped_ahead: dict[str, float] = {}


class Chain(msgspec.Struct, frozen=True):
    """The weights, each what a sign of a word adds to the log-odds that it was left over.

    `seams` are for the second and for the first of two words, by how both are written and what stands between them;
    `bends` by how the two neighbours are written as well, `openings` by the letters that a word begins with. `passages`
    are the log-weights from left over to left over, to the story, from the story to left over, and on in the story.
    """

    constant: float
    passages: tuple[float, float, float, float]
    first: float
    quoted: float
    words: dict[str, Word]
    openings: dict[str, float]
    seams: dict[str, Pair]
    bends: dict[str, float]


_UNKNOWN = Word()


class Row(msgspec.Struct, frozen=True):
    """The words of a block as the chain sees them: forms, shapes, the gaps around them, what begins a sentence.

    `quoted` says which stand in a quotation.
    """

    found: Tokens
    forms: list[str]
    shapes: list[str]
    gaps: list[str]
    first: list[bool]
    quoted: bytearray


def row(analysis: Analysis) -> Row:
    """Return the words of the only block of `analysis`."""
    text, span = analysis.text, analysis.blocks[0].span
    found = tokens_of(analysis)
    ends = [span.start, *found.end]
    gaps = [_gap(text[end:start]) for end, start in zip(ends, found.start, strict=False)]
    begins = {sentence.span.start for sentence in analysis.sentences}
    return Row(
        found,
        [_NUMBER if form[0].isdigit() else form for form in found.form],
        [shape(form, text[a:b]) for form, a, b in zip(found.form, found.start, found.end, strict=True)],
        [BEGIN, *gaps[1:], END],
        [start in begins for start in found.start],
        quoted_tokens(analysis, span, found),
    )


def _gap(between: str) -> str:
    if between in (_GAP, _GLUED):
        return between
    return _LINE if "\n" in between else _WIDE


def said(chain: Chain, seen: Row) -> list[float]:
    """Return what each word says by itself and by its neighbours, in log-odds."""
    count = len(seen.forms)
    if not count:
        return []
    forms, shapes = [BEGIN, *seen.forms, END], [BEGIN, *seen.shapes, END]
    joints = [gap + shape for gap, shape in zip(seen.gaps, shapes[1:], strict=True)]  # how a word joins the one before
    words, openings, seams, bends, nothing = chain.words, chain.openings, chain.seams, chain.bends, (0.0, 0.0)
    known = [words.get(form, _UNKNOWN) for form in forms]
    odds = [chain.constant] * (count + 2)
    for number, word in enumerate(known):
        joint = joints[number] if number <= count else ""
        if word is not _UNKNOWN:
            odds[number] += word.itself
            if number <= count:
                odds[number + 1] += word.behind + word.shaped_behind.get(joint, 0.0)
                if word.pairs and (pair := word.pairs.get(forms[number + 1])):
                    odds[number + 1] += pair[0]
                    odds[number] += pair[1]
            if number > 1:
                odds[number - 1] += word.ahead + word.shaped_ahead.get(joints[number - 2], 0.0)
        if number <= count:
            seam = shapes[number] + joint
            second, first = seams.get(seam, nothing)
            odds[number] += first
            odds[number + 1] += second
            if number < count:
                odds[number + 1] += bends.get(seam + joints[number + 1], 0.0)
        form = forms[number]
        if len(form) > PREFIX and form[:PREFIX] in openings and form.isalpha():
            odds[number] += openings[form[:PREFIX]]
    own = odds[1:-1]
    for number, (begins, quoted) in enumerate(zip(seen.first, seen.quoted, strict=True)):
        if begins:
            own[number] += chain.first
        if quoted:
            own[number] += chain.quoted
    return own


def log_odds(chain: Chain, seen: Row) -> list[float]:
    """Return the log-odds that each word was left over, all others considered (the forward-backward recursion)."""
    each = [exp(value if -_MOST < value < _MOST else copysign(_MOST, value)) for value in said(chain, seen)]
    if not each:
        return []
    stay, leave, enter, go_on = map(exp, chain.passages)
    forward = [each[0]]
    for value in each[1:]:
        last = forward[-1]
        forward.append(value * (stay * last + enter) / (leave * last + go_on))
    odds, backward = [0.0] * len(each), 1.0
    for number in range(len(each) - 1, -1, -1):
        odds[number] = log(max(forward[number], _LEAST)) + log(max(backward, _LEAST))
        ahead = each[number] * backward
        backward = (stay * ahead + leave) / (enter * ahead + go_on)
    return odds


def runs(odds: list[float]) -> Iterator[tuple[int, int]]:
    """Yield the first number of each run of words that are likely left over, and the one past it."""
    begin = None
    for number, value in enumerate([*odds, -1.0]):
        if value > 0 and begin is None:
            begin = number
        elif value <= 0 and begin is not None:
            yield begin, number
            begin = None


@cache
def shipped_chain() -> Chain:
    """Return the chain that ships with the rules."""
    return msgspec.json.decode((shipped_folder() / "models" / "residue-chain.json").read_bytes(), type=Chain)
