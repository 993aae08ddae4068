"""A wrong verb that its object tells: `has DENOTED claims that`, `EXCUSED the speaker of shutting it`, `RECOILED how`.

A claim is denied or rejected, and somebody *of doing* something is accused of it; few verbs take such an object
(Huddleston and Pullum 2002, 4.6), and a word that is none of them but a slip away from one was written for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import cue_issue, follows_source
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import begins_like, is_slip, similarity
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_CLAIMS = group("claims")
_DENYING, _TAKES_CLAIMS = tuple(sorted(group("denying-verbs"))), group("claim-takers")
_ACCUSING, _TAKES_OF = tuple(sorted(group("accusing-verbs"))), group("of-takers")
_RECOUNTING, _TAKES_HOW = tuple(sorted(group("recounting-verbs"))), group("how-takers")
_BEHIND_CLAIM = frozenset({"that", "of", "by", "from"})
_HAVE = frozenset({"has", "have", "had"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _CLAIMS or word in ("of", "how")


def told_by_object(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story that do not take their object, where one near them does."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _CLAIMS and story.word(number + 1) in _BEHIND_CLAIM:
            verb = number - (2 if story.word(number - 1) in DETERMINERS else 1)
            if _follows_source(story, verb) and (found := _meant(story, verb, _DENYING, _TAKES_CLAIMS)):
                yield cue_issue(story, verb, f"… {word}", found)
        elif word == "how" and (story.word(number + 1) in DETERMINERS or story.word(number + 1) in NOMINATIVE):
            verb = number - 1
            if follows_source(story, verb) and (found := _meant(story, verb, _RECOUNTING, _TAKES_HOW)):
                yield cue_issue(story, verb, "… how", found)
        elif word == "of" and _is_deed(story, number + 1):
            found_verb = _before_accused(story, number)
            if found_verb is not None and (found := _meant(story, found_verb, _ACCUSING, _TAKES_OF)):
                yield cue_issue(story, found_verb, "… somebody of", found)


def _follows_source(story: Story, verb: int) -> bool:
    """Whether a source stands before a verb or its auxiliary."""
    return follows_source(story, verb - 1 if story.word(verb - 1) in _HAVE else verb) or (
        story.word(verb - 1) in _HAVE and follows_source(story, verb)
    )


def _is_deed(story: Story, at: int) -> bool:
    word = story.word(at)
    return word.endswith("ing") and story.is_plain(at) and english.can_be_verb(word) and word not in ("being", "king")


def _before_accused(story: Story, of: int) -> int | None:
    """Return the number of the verb before one whom a determiner or a name marks, behind a source."""
    head = of - 1
    if story.is_plain(head) and story.lower[head] in story.words.speakers:
        at = next((n for n in (head - 1, head - 2) if story.word(n) in DETERMINERS), None)
        verb = None if at is None else at - 1
    else:
        while story.is_name(head) and head > of - 4:
            head -= 1
        verb = head if head < of - 1 else None
    return verb if verb is not None and _follows_source(story, verb) else None


def _meant(story: Story, verb: int, pool: tuple[str, ...], takes: frozenset[str]) -> tuple[str, ...]:
    word, words = story.word(verb), story.words
    if not story.is_plain(verb) or word in words.frequent_cues or word in words.function:
        return ()
    after = story.word(verb + 1)
    if word in takes or word in pool or (after not in words.function and english.togetherness(word, after) > 0):
        return ()
    near = [right for right in pool if is_slip(word, right) and right[-1] == word[-1] and begins_like(word, right)]
    return tuple(sorted(near, key=lambda right: (-similarity(word, right), right)))[:3]
