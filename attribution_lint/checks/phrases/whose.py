"""*Who's* where its noun has a verb of its own, so that it owns: `the union, WHO'S spokeswoman declined`.

*Who is* takes what somebody is, and no second verb behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_MARKS = frozenset({"'s", "’s"})
_FINITE = group("finite")
_OWNED = frozenset(shipped_lexicon("kin")) | group("possessed")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _MARKS


def whose(story: Story) -> Iterator[Issue]:
    """Yield each *who's* of a story that stands for *whose*."""
    for mark, sign in story.among(_matters):
        if sign not in _MARKS:
            continue
        who, noun = mark - 1, mark + 1
        if story.word(who) != "who" or not story.is_plain(who) or not story.is_plain(noun):
            continue
        word, words = story.lower[noun], story.words
        held = word in words.persons or word in words.documents or word in words.organisations or word in _OWNED
        if held and english.can_be_noun(word) and (story.word(noun + 1) in _FINITE or is_past(story, noun + 1)):
            reason = "what is owned follows, not what somebody is"
            yield Issue("possessive", story.span(who, noun), "whose …", reason, ("whose",), certain=True)
