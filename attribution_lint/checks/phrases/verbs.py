"""A wrong verb where a cue must stand: beside a quotation, between a source and what it says, opening a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.participles import citing, opening
from attribution_lint.checks.phrases.quoting import after_quotation, closing
from attribution_lint.checks.phrases.reporting import before_anonymity, before_clause, before_occasion, before_subject
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.telling import before_audience, before_infinitive, before_listener, urging
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "there"})
_AUDIENCE = group("audience")
_LISTENERS = group("listeners")
# What may stand beside a slot; any other word is looked at only where it opens a sentence or ends in -ing.
_SIGNS = QUOTE_MARKS | _SUBJECTS | _AUDIENCE | _LISTENERS | {"that", "the", "in", "on", ".", ",", "to"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SIGNS or word.endswith("ing")


def wrong_verbs(story: Story) -> Iterator[Issue]:
    """Yield the wrong cue verbs of a story."""
    text = story.text
    for number, word in story.among(_matters, also=story.openings()):
        if text[number] in QUOTE_MARKS:
            if number and text[number - 1] in (",", "?", "!", "—") and not story.spoken[number]:
                yield from after_quotation(story, number + 1)
        elif word == "that":
            yield from before_clause(story, number)
        elif word in _SUBJECTS:
            yield from before_subject(story, number)
        elif word in _AUDIENCE or (word == "the" and story.word(number + 1) in ("associated", "ap")):
            yield from before_audience(story, number)
        elif word in ("in", "on"):
            yield from before_occasion(story, number)
            if word == "on" and story.word(number + 1) in ("condition", "the"):
                yield from before_anonymity(story, number)
        elif word in (".", ","):
            yield from closing(story, number)
        elif word in _LISTENERS:
            yield from before_listener(story, number)
        elif story.is_first(number):
            yield from opening(story, number)
        if word.endswith("ing") and story.word(number - 1) == "," and story.is_plain(number):
            yield from citing(story, number)
        elif word == "to" and story.word(number - 1) in story.words.persons:
            yield from urging(story, number)
        elif word == "to":
            yield from before_infinitive(story, number)
