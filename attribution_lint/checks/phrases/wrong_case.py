"""A pronoun in the case that its place does not have: `told SHE and her husband that`, `the aide, WHOM asked`.

The object of *tell* is in the accusative, a subject in the nominative, in a coordination and before a frame as well
(Huddleston and Pullum 2002, 5.16).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_OBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"}
_TELLING = frozenset({"told", "tells", "informed", "warned", "assured"})
_FINITE = group("finite")
_BEEN = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_SAYS = frozenset({"said", "says", "say", "believe", "believed", "alleged", "allege", "claimed", "claim", "suspect"})
_SPEAKS = frozenset({"asked", "said", "declined", "requested", "refused", "spoke", "insisted", "told", "described"})
_LINKS = group("prepositions") | {"of", "with", "against", "about", "to", "under", "between"}
_LINKS |= group("prepositions-of-place")
_LONGEST = 9


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _TELLING or word == "whom"


def wrong_case(story: Story) -> Iterator[Issue]:
    """Yield the pronouns of a story's frames that stand in the wrong case."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word == "whom":
            if _is_subject(story, number):
                reason = "the subject of a verb is “who”"
                yield grammar_issue(story, "function-word", number, number + 1, "… who", reason, "who")
        elif word in _TELLING and is_object(story, number + 1):
            right = _OBJECTS[story.lower[number + 1]]
            reason = f"the object of “{word}” is “{right}”"
            yield grammar_issue(story, "function-word", number + 1, number + 2, f"{word} …", reason, right)


def _is_subject(story: Story, whom: int) -> bool:
    """Whether a verb stands right behind *whom*, or behind a frame of one speaker: `whom police said was`."""
    if story.word(whom - 1) in _LINKS or story.word(whom - 2) in _LINKS:
        return False
    after = whom + 1
    if story.word(after) in _FINITE or story.word(after) in _SPEAKS:
        return True
    if story.word(after) in DETERMINERS:
        after += 1
    while story.is_capital(after) and story.is_capital(after + 1):
        after += 1
    speaker = story.word(after) in story.words.speakers or story.is_name(after) or story.word(after) in _OBJECTS
    return speaker and story.word(after + 1) in _SAYS and story.word(after + 2) in _FINITE


def is_object(story: Story, pronoun: int) -> bool:
    """Whether a pronoun and another listener stand behind an active verb, and then what they are told."""
    if story.word(pronoun) not in _OBJECTS or story.word(pronoun + 1) != "and" or story.word(pronoun - 2) in _BEEN:
        return False
    for at in range(pronoun + 2, min(pronoun + _LONGEST, story.sentence_end(pronoun))):
        if story.lower[at] in ("that", "about", "how", "whether"):
            return at > pronoun + 2
        if story.lower[at] in _FINITE or not (story.is_plain(at) or story.is_capital(at)):
            return False
    return False
