"""A wrong noun where a listener must stand: `told a JUDY`."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.fillers import is_rejected, noun_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import NEAR
from attribution_lint.checks.phrases.slots import read_phrase
from attribution_lint.checks.phrases.story import Issue, Story

_FINITE = group("finite")
_LISTENERS = group("listeners")
_TOLD_OFTEN = {"reporters": 0.25}
_REPLIES = frozenset({"reply", "replies", "report", "reports"})
_TOLD = group("told")


def wrong_listener(story: Story, first: int) -> Iterator[Issue]:
    if story.word(first - 2) in ("was", "were", "been", "be", "being", "is", "are", "truth"):
        return
    phrase = read_phrase(story, first)
    if phrase is None or not phrase.content or len(phrase.content) > 3 or phrase.content[-1] != phrase.end - 1:
        return
    number, words = phrase.content[-1], story.words
    if story.lower[number].endswith("ing") and story.word(number - 1) in words.persons:
        return  # "told a voter passing by"
    if any(story.word(n) in words.occasions and story.word(n) not in _REPLIES for n in phrase.content):
        return
    if (
        story.word(first) in _TOLD
        or story.word(number + 1) in _FINITE
        or story.in_compound(first - 1)
        or story.word(number) in _TOLD
        or not is_rejected(story, number, words.speakers)
    ):
        return
    pool = words.likely_speakers | (_LISTENERS if phrase.wants != "plural" else frozenset())
    issue = noun_issue(story, number, "told", "takes a listener", pool, phrase.wants, NEAR, words.frequent, _TOLD_OFTEN)
    if issue:
        yield issue
