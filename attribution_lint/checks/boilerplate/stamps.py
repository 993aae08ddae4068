"""The head of a page that landed in a paragraph: who wrote it and when, or another story's headline with its label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily_plain

_CLOCK = re.compile(r"\d[:.]\d\d(?![\d%])")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})"
)
_HOUR = r"\d{1,2}[:.]\d\d(?: ?[apAP]\.?[mM]\b\.?)?(?: [A-Z]{2,4}\b)?"
_NAME = rf"(?:[A-Z]\w+: ?)?(?!{_MONTH} \d)[A-Z][\w’'.-]+(?: (?!{_MONTH} \d)[A-Z][\w’'.-]+){{1,3}}"
_PARTED = r" ?[/|·•–-] ?"
_BETWEEN = rf"(?:{_PARTED}|,? )"
_STAMP = lazily_plain(
    rf"{_NAME}{_BETWEEN}(?:{_DAY}{_BETWEEN}{_HOUR}|{_HOUR}{_BETWEEN}{_DAY})(?!\w)"
    rf"|(?:{_DAY}{_BETWEEN}{_HOUR}|{_HOUR}{_BETWEEN}{_DAY}){_PARTED}{_NAME}"
)
_WIDEST = 80  # characters on both sides of the hour
_FEWEST_WORDS = 5  # beside a stamp, where it stands in a paragraph


def stamps(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    """Yield "byline" or "run-in" and the place of each stamp and of each headline that a paragraph swallowed."""
    for part, found in in_each(analysis, _stamps_in):
        yield from ((family, span.moved(part.start)) for family, span in found)


def _stamps_in(analysis: Analysis) -> list[tuple[str, Span]]:
    text = analysis.text
    found = [("byline", span) for span in _signed(analysis)] if _CLOCK.search(text) else []
    if ":" in text and not shipped_lexicon("words-run-in").isdisjoint(analysis.words.text):
        spans = (Span(*match.span()) for match in _run_in().finditer(text))
        found.extend(("run-in", span) for span in spans if analysis.quotation_at(span.start) is None)
    return found


def _signed(analysis: Analysis) -> Iterator[Span]:
    text, taken = analysis.text, 0
    words = -1
    for clock in _CLOCK.finditer(text):
        if clock.start() < taken:
            continue
        match = _STAMP.search(text, max(taken, clock.start() - _WIDEST), clock.end() + _WIDEST)
        if match is None:
            continue
        taken = match.end()
        span = Span(*match.span())
        words = len(text.split()) if words < 0 else words
        if words - len(match[0].split()) >= _FEWEST_WORDS and analysis.quotation_at(span.start) is None:
            yield span


@cache
def _run_in() -> re.Pattern[str]:
    """A label in a sentence with what it announces: that has a capital, and ends where nobody can tell."""
    labels = "|".join(sorted(shipped_lexicon("words-run-in")))
    return re.compile(
        rf"(?<=[a-z] )(?:{labels})(?: (?:MORE|ALSO|NEXT|NOW|more|also|next|now|THIS|this|on|ON))?"
        r": ?[A-Z“\"‘'][^.,;!?\n]{8,120}"
    )
