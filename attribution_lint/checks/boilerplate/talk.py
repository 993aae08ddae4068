"""Drafts in which people speak in turn or to each other: interviews, plays, letters, readers' questions.

There "I", "you" and "please" are said by somebody who is named at the head of a line or at the foot of a letter, and
are no assistant's, no desk's and no page's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from attribution_lint.checks.boilerplate.books import labels
from attribution_lint.checks.boilerplate.tokens import tokens
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_LABEL = re.compile(r"\**(?P<label>[A-Z][\w.’'&-]*(?: [A-Z&(][\w.’'&)-]*){0,3})(?:\**:|:\**|(?<=^[QA])\.) (?=\S)")
_LONGEST_LABEL = 40  # characters
_FEWEST_TURNS, _FEWEST_SPEAKERS = 3, 2
_SALUTATION = re.compile(
    r"(?:My )?[Dd]ear (?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})[,:–—-]|(?:Sirs?|Madam)(?: ?[,:–—-]|(?=\n))"
    r"|To the Editors?[,:]"
)
_NEAR_THE_TOP = 3  # blocks
# Who asks, behind the question: "Should I take something? — T.B., Owerri".
_ASKER = re.compile(r"[.?!…] ?[—–-]{1,2} ?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:,? (?:in )?[A-Z][\w’'-]+){0,3}\Z")
_SIGNATURE = screened(
    r"(?:(?:[A-Z]\.? ?){0,3}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?: \((?:Mrs?|Ms|Dr|Miss|[Mm]r|[Mm]rs)\))?"
    r"|Year \d+|Name and address (?:supplied|withheld))(?:, [A-Z][\w’'. -]{2,40})*\.?\Z"
)
_LONGEST_SIGNATURE = 70  # characters
_FEWEST_OF_A_LETTER = 2  # blocks
_TO_THE_PAPER = re.compile(r"\b[Yy]our ([a-z]+)\b|\b[Yy]our ([a-z]+)['’]s\b")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_TAIL = 3  # blocks in which a letter is signed


def turns(analysis: Analysis) -> frozenset[int]:
    """Return the blocks that open with the name of who speaks, in a text where two or more take turns."""
    text, of = analysis.text, defaultdict[str, list[int]](list)
    for number, block in enumerate(analysis.blocks):
        if text.find(":", block.span.start, min(block.span.end, block.span.start + _LONGEST_LABEL)) < 0 and (
            text[block.span.start] not in "QA"
        ):
            continue
        if said := _LABEL.match(text, block.span.start, block.span.end):
            of[said["label"].strip(". ")].append(number)
    if len(of) < _FEWEST_SPEAKERS or max(map(len, of.values())) < _FEWEST_SPEAKERS:
        return frozenset()
    spoken = {name: numbers for name, numbers in of.items() if not _is_of_a_page(analysis, numbers[0])}
    count = Counter({name: len(numbers) for name, numbers in spoken.items()})
    if len(spoken) < _FEWEST_SPEAKERS or count.total() < _FEWEST_TURNS or max(count.values()) < _FEWEST_SPEAKERS:
        return frozenset()
    return frozenset(number for numbers in spoken.values() for number in numbers)


def _is_of_a_page(analysis: Analysis, number: int) -> bool:
    """Whether the label of a block is one that pages and desks have: "Photo:", "Read more:"."""
    span = analysis.blocks[number].span
    found = tokens(analysis.text, Span(span.start, min(span.end, span.start + 2 * _LONGEST_LABEL)))
    first = next((first for first in range(len(found)) if found.is_word(first)), 0)
    hits = labels().hits_at(found, first) if found else []
    return any(found.form[hit.last : hit.last + 1] == [":"] and hit.name != "labels-weak" for hit in hits)


def is_of_letters(analysis: Analysis) -> bool:
    """Whether a text is of letters: to an editor, or of readers who ask and somebody who answers."""
    text, blocks = analysis.text, analysis.blocks
    if len(blocks) < _FEWEST_OF_A_LETTER:
        return False
    for block in blocks[:_NEAR_THE_TOP]:
        greeted = _SALUTATION.match(text, block.span.start, block.span.end)
        if greeted and (
            not greeted["who"] or greeted["who"].split()[0].lower() not in shipped_lexicon("words-of-desks")
        ):
            return True
    if any(
        _ASKER.search(text, max(block.span.start, block.span.end - _LONGEST_SIGNATURE), block.span.end)
        for block in blocks
    ):
        return "?" in text
    return _is_signed(analysis) and _is_to_a_paper(analysis)


def _is_signed(analysis: Analysis) -> bool:
    return any(
        is_signature(analysis, number) for number in range(max(1, len(analysis.blocks) - _TAIL), len(analysis.blocks))
    )


def is_signature(analysis: Analysis, number: int) -> bool:
    """Whether a block is the name of who wrote, with where they live or without."""
    span = analysis.blocks[number].span
    short = span.end - span.start <= _LONGEST_SIGNATURE
    return short and _SIGNATURE.match(analysis.text, span.start, span.end) is not None


def _is_to_a_paper(analysis: Analysis) -> bool:
    """Whether a text speaks for its writer, and to a paper of what that has printed."""
    printed = shipped_lexicon("words-of-papers")
    for match in _TO_THE_PAPER.finditer(analysis.text):
        if (match[1] or match[2]) in printed and analysis.quotation_at(match.start()) is None:
            return _FIRST_PERSON.search(analysis.text) is not None
    return False
