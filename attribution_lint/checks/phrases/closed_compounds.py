"""Two nouns or a particle and its verb that are always written as one: `fire fighters said`, `the whistle blower`.

That both parts are words hides the slip from a dictionary, and both are too frequent for the odds of a split. What
dictionaries also give as two words or with a hyphen, *head teacher*, *team-mate*, is no part of the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_BOUND = frozenset({"co"})
"""A prefix that is no word, and goes before a person with a hyphen."""


@lru_cache(maxsize=1)
def _ends() -> dict[str, frozenset[str]]:
    """Return by its first part what ends a compound, in the singular and the plural."""
    found: dict[str, set[str]] = {}
    for entry in group("closed-compounds"):
        first, second = entry.split("|")
        found.setdefault(first, set()).update((second, plural(second)))
    return {first: frozenset(seconds) for first, seconds in found.items()}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _ends() or word in _BOUND


def closed_compounds(story: Story) -> Iterator[Issue]:
    """Yield the compounds in a story's frames that a space parts."""
    ends = _ends()
    for first, word in story.among(_matters):
        second, last = first + 1, story.word(first + 1)
        if not story.is_plain(second) or story.glued(first) or story.in_compound(first) or story.in_compound(second):
            continue
        if not story.is_plain(first) and not (first in story.firsts and story.text[first][1:].islower()):
            continue
        if word in _BOUND and story.words.persons.get(last) and has_frame(story, first):
            right = f"{story.text[first]}-{last}"
            yield spacing_issue("split-word", story.span(first, second + 1), right, "it takes a hyphen")
        elif last in ends.get(word, ()) and has_frame(story, first):
            right = story.text[first] + last
            yield spacing_issue("split-word", story.span(first, second + 1), right, "it is one word")
