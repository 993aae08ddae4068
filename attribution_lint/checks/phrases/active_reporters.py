"""A passive of those who say something: `The judge WAS remarked that`, `the Governor HAS BEEN said that she will`.

Of a verb of saying with a clause only *it* is the subject in the passive; a person says it in the active (Quirk et al.
1985, 16.30). Verbs that take a listener are left alone: *the judge was told that*.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SAID = group("said-by-nobody-passively")
_BE = frozenset({"was", "were", "is", "are"})
_HAVE = frozenset({"has", "have", "had"})
_BEFORE_SUBJECT = frozenset({"the", "a", "an", "his", "her", "their", "its", "one"})
_LONGEST = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SAID


def active_reporters(story: Story) -> Iterator[Issue]:
    """Yield the auxiliaries that make those who speak in a story be said."""
    for cue, word in story.among(_matters):
        if word not in _SAID or story.spoken[cue] or story.word(cue + 1) != "that":
            continue
        auxiliary = cue - 1
        if story.word(auxiliary) == "been" and story.word(auxiliary - 1) in _HAVE:
            subject, right = auxiliary - 2, f"{story.text[auxiliary - 1]} {story.text[cue]}"
            first = auxiliary - 1
        elif story.word(auxiliary) in _BE:
            subject, first, right = auxiliary - 1, auxiliary, story.text[cue]
        else:
            continue
        if _is_person(story, subject):
            reason = "speakers say, and are not said"
            yield grammar_issue(story, "function-word", first, cue + 1, f"… {word} that", reason, right)


def _is_person(story: Story, subject: int) -> bool:
    """Whether a person with an article ends there, or a name that opens the sentence, but for a title or a post."""
    if story.word(subject) in ("he", "she", "they"):
        return True
    if story.is_plain(subject):
        one = story.words.persons.get(story.lower[subject])
        return one is not None and any(
            story.word(n) in _BEFORE_SUBJECT
            for n in range(subject - _LONGEST, subject)
            if n >= story.sentence_start(subject)
        )
    first = subject
    while story.is_capital(first - 1):
        first -= 1
    return story.is_name(subject) and first < subject and first in story.firsts
