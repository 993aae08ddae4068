"""*There was* before more than one of what is said or of who says it: `There WAS no reports of injuries`.

The noun behind is the subject and decides (Quirk et al. 1985, 18.45); speech and the shortened *there's* are free.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
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
        if word == "were" and story.word(verb + 1) in ("a", "an") and story.word(verb + 2) in _SINGLES:
            if story.word(verb + 3) not in ("and", "or", "-") and "if" not in story.lower[max(there - 6, 0) : there]:
                reason = "“were” does not agree with it"
                slot = f"there … {story.lower[verb + 2]}"
                yield Issue("agreement", story.span(verb, verb + 1), slot, reason, ("was",))
            continue
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


_SEVERAL = PLURAL_SIGNS | {"no"}
_SINGLES = frozenset({"witness", "report", "letter", "problem", "complaint", "statement", "delay", "fire", "fight"})
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_MEASURES = group("measures") | group("times") | group("quantities")
_COUNTED = group("counted-in-copy")


def _is_plural(story: Story, at: int) -> bool:
    noun, words = story.word(at), story.words
    if not story.is_plain(at) or noun in _NEUTRAL or noun in words.mass or not noun.endswith("s"):
        return False
    plural = "plural" in (words.documents.get(noun), words.persons.get(noun)) or noun in ("deaths", "details", "plans")
    if (
        story.word(at - 1) in _NUMBERS
        and noun.endswith("s")
        and "NOUN" in english.parts_of_speech(noun)
        and noun not in _MEASURES
    ):
        return True
    return plural or (story.word(at - 1) in _SEVERAL and noun in _COUNTED)
