"""Landmarks: what a paragraph names that carries further than itself, found in the paragraph alone."""

from __future__ import annotations

from functools import cache

import regex
from msgspec import Struct

from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.lexical import pattern_of
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_EXIT_POLL = lazily(r"\b(?:exit|entrance) poll", regex.IGNORECASE)
_STANDING = lazily(r"\b(?:in|at|to) (?:the |state |national |most |recent )?polls$", regex.IGNORECASE)


class Landmarks(Struct, frozen=True):
    """Whether a paragraph names a poll, an exit poll, a filing; `later_sources` are the numbers of those of its
    sentences that name the source of what was just told. One without any is false."""

    names_poll: bool
    names_exit_poll: bool
    names_filing: bool
    later_sources: tuple[int, ...]

    def __bool__(self) -> bool:
        return self.names_poll or self.names_exit_poll or self.names_filing or bool(self.later_sources)


def landmarks_of(analysis: Analysis) -> Landmarks:
    """Return the landmarks of a paragraph."""
    text = analysis.text
    return Landmarks(
        _names_poll(text),
        _EXIT_POLL.search(text) is not None,
        pattern_of("filing-words").search(text, 0, len(text)) is not None,
        tuple(
            number
            for number, sentence in enumerate(analysis.sentences)
            if _later_source().match(text, sentence.span.start, sentence.span.end)
        ),
    )


def names_within(analysis: Analysis) -> frozenset[str]:
    """Return the words that stand with a capital inside a sentence of a paragraph, in lower case."""
    words = analysis.words
    return frozenset(
        words.lower[at]
        for sentence in analysis.sentences
        for at in range(sentence.first + 1, sentence.last)
        if words.text[at][0].isupper() and words.text[at - 1][0].isalnum()
    )


def campaign_words(analysis: Analysis) -> int:
    """Return how many words of a paragraph are those of political campaigns."""
    known = shipped_lexicon("figure-campaign")
    return sum(word in known for word in analysis.words.lower)


def _names_poll(text: str) -> bool:
    """Whether a paragraph speaks of a poll, not only of how somebody stands “in the polls”."""
    found = pattern_of("poll-words").finditer(text, 0, len(text))
    return any(not _STANDING.search(text, 0, match.end()) for match in found)


@cache
def _later_source() -> regex.Pattern[str]:
    """The opening of a sentence that names the source of what was just told."""
    return regex.compile(
        r"(?:The|That|Those) (?:number|figure|toll|total|count|tally|estimate)s?, [^,.]{3,50} (?:said|says|estimated),|"
        r"[(*]?(?:Sources?|Figures|Data|Numbers):|(?:That|This|It)[’']s according to\b|So (?:says?|said)\b|"
        r"(?:That|This|Those|These|The|Its|All) (?:[\w’'-]+ ){0,4}?"
        r"(?:comes? from|(?:is|are|was|were) (?:all )?\L<drawn_from>)\b",
        drawn_from=shipped_lexicon("drawn-from"),
    )
