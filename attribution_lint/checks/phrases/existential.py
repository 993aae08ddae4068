"""*There was* before more than one of what is said or of who says it: `There WAS no reports of injuries`.

The noun behind is the subject and decides (Quirk et al. 1985, 18.45); speech and the shortened *there's* are free.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_MANY = {"was": "were", "is": "are", "has": "have"}
_BEFORE = frozenset({"no", "any", "other", "more", "further", "immediate", "clear", "new", "official", "early"})
_NEUTRAL = group("either-number")
_AFTER = frozenset({"of", "that", "who", "in", "on", "to", "at", "about", "from", "for", ".", ",", "and", "or"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "there"


def bad_existentials(story: Story) -> Iterator[Issue]:
    """Yield the singular verbs behind *there* whose noun is plural."""
    for there, opener in story.among(_matters):
        if opener != "there":
            continue
        verb = there + 1
        word = story.word(verb)
        if word not in _MANY or story.spoken[there] or not story.is_plain(verb):
            continue
        at = verb + 1
        if word == "has":
            if story.word(at) != "been":
                continue
            at += 1
        while story.word(at) in _BEFORE or story.word(at) in PLURAL_SIGNS - {"one"}:
            at += 1
        if _is_plural(story, at) and (story.word(at + 1) in _AFTER):
            noun, reason = story.lower[at], f"“{word}” does not agree with it"
            yield Issue("agreement", story.span(verb, verb + 1), f"there … {noun}", reason, (_MANY[word],))


def _is_plural(story: Story, at: int) -> bool:
    noun, words = story.word(at), story.words
    if not story.is_plain(at) or noun in _NEUTRAL or noun in words.mass or not noun.endswith("s"):
        return False
    return "plural" in (words.documents.get(noun), words.persons.get(noun)) or noun in ("deaths", "details", "plans")
