"""A wrong noun where something was said or written: `said in a STALEMATE`."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.fillers import is_rejected, noun_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import NEAR
from attribution_lint.checks.phrases.slots import DETERMINERS, read_phrase
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.subjects import SAYS

_OPENED = frozenset(
    ["to", "with", "on", "released", "published", "posted", "sent", "issued", "from", "for", "by", "late", "that"]
)
_OCCASIONS = group("occasions")
_PLACED = group("placed")
_AFTER_IN = group("after-in")


def wrong_opening_occasion(story: Story, article: int) -> Iterator[Issue]:
    """`In a HEAD to shareholders, the chairman said`."""
    head = article + 1
    while story.is_plain(head) and story.word(head + 1) not in _OPENED and story.text[head + 1 : head + 2] != [","]:
        head += 1
        if head > article + 4:
            return
    comma = next((n for n in range(head, min(head + 12, len(story))) if story.text[n] == ","), None)
    if comma is None or not any(word in SAYS or word in ("wrote", "says") for word in story.lower[comma : comma + 7]):
        return
    if story.word(head) in _AFTER_IN or not is_rejected(story, head, story.words.sources, story.words.occasions):
        return
    issue = noun_issue(story, head, "In a …", "takes a document or an occasion", _OCCASIONS, "singular", NEAR + 0.02)
    if issue:
        yield issue


def wrong_occasion(story: Story, preposition: int) -> Iterator[Issue]:
    """`said in a HEAD`, `said on Tuesday in a HEAD`."""
    cues = story.words.frequent_cues - _PLACED
    if story.word(preposition - 2) in DETERMINERS:
        return
    before = [story.word(n) for n in range(max(preposition - 4, story.sentence_start(preposition)), preposition)]
    if not before or not (
        before[-1] in cues
        or (len(before) > 1 and any(w in ("said", "wrote", "told", "says", "added", "spoke") for w in before))
    ):
        return
    phrase = read_phrase(story, preposition + 1)
    if phrase is None or not phrase.content or len(phrase.content) > 4:
        return
    number = phrase.content[-1]
    if any(story.lower[n] in story.words.occasions for n in phrase.content) or not is_rejected(
        story, number, story.words.sources
    ):
        return
    issue = noun_issue(
        story,
        number,
        f"said {story.lower[preposition]} a",
        "takes a statement, a document or an occasion",
        _OCCASIONS,
        "singular",
        NEAR,
    )
    if issue:
        yield issue
