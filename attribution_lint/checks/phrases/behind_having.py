"""A plain form behind *having*: `Having SAY all summer that`, `Having DENY the charges, the banker`.

*Having* takes a participle (Quirk et al. 1985, 15.57). What may be a noun, *having say over the budget*, needs an
object or a clause behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_BETWEEN = group("later") - {"had", "has", "have"} | {"already", "just", "repeatedly", "not", "often"}
_BEHIND = (DETERMINERS - {"no", "some", "any"}) | NOMINATIVE | {"that", "all", "him", "them", "reporters", "nobody"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "having"


def behind_having(story: Story) -> Iterator[Issue]:
    """Yield the plain forms of a story's cues behind *having*."""
    for having, word in story.among(_matters):
        if word != "having":
            continue
        verb = having + 1
        while story.word(verb) in _BETWEEN:
            verb += 1
        opens = having in story.firsts or story.text[having - 1] == ","
        if not opens or not story.is_plain(verb) or story.in_compound(verb):
            continue
        base = story.lower[verb]
        if ("base", base) not in story.words.clause_verbs.get(base, ()):
            continue
        right = spelling(base, "participle")
        if right != base and (not english.can_be_noun(base) or story.word(verb + 1) in _BEHIND):
            yield Issue("inflection", story.span(verb, verb + 1), "having …", "takes the participle", (right,))
