"""Whether *in* or *on* is the particle of a verb: `log IN with a code`, `hand it IN at noon`, `back ON on Thursday`.

A particle stands beside its verb or behind its object, and any preposition may follow it (Quirk et al. 1985, 16.2 to
16.4).
"""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Story

_WITH_PARTICLE = group("verbs-with-in-or-on")
_LINKS = group("links")
_STOPS = frozenset({",", ".", ";", ":"})
_PARTED = 4
"""Words from a verb to its particle at most."""


def is_particle(story: Story, link: int) -> bool:
    """Whether a word is the particle of a verb that stands close before it, with an object between them or none."""
    if story.lower[link] not in ("in", "on"):
        return False
    if story.word(link - 1) == "back":
        return True
    for at in range(link - 1, max(link - _PARTED, story.sentence_start(link)) - 1, -1):
        word = story.lower[at]
        if not english.verb_lemmas(word).isdisjoint(_WITH_PARTICLE) and story.word(at - 1) not in DETERMINERS:
            return True
        if story.text[at] in QUOTE_MARKS or story.text[at] in _STOPS or word in _LINKS:
            return False
    return False
