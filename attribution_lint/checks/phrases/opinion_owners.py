"""A plural for the possessive of those whose opinion it is: `In the JUDGES opinion,`, `in the MINISTERS view,`.

*In the … opinion* has its owner in the genitive (Quirk et al. 1985, 5.112 to 5.121); a plural there is subject of
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_OPINIONS = group("opinions")
_ALSO_VERBS = frozenset({"view", "account", "words"})
_LINKS = frozenset({"in", "by", "to"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OPINIONS


def opinion_owners(story: Story) -> Iterator[Issue]:
    """Yield the owners of opinions in a story that lack their apostrophe."""
    for opinion, word in story.among(_matters):
        owner = opinion - 1
        if word not in _OPINIONS or owner < 2 or not story.is_plain(owner) or not story.is_plain(opinion):
            continue
        noun, one = story.lower[owner], story.words.singulars.get(story.lower[owner], "")
        if story.words.persons.get(noun) != "plural" or one not in story.words.persons or not noun.endswith("s"):
            continue
        described = owner > 2 and story.is_plain(owner - 1) and english.can_be_noun(story.lower[owner - 1])
        link = owner - 3 if described else owner - 2
        opens = link in story.firsts or story.text[link - 1] == "," or story.word(link - 1) == "according"
        ends = story.word(opinion + 1) == "," or (word not in _ALSO_VERBS and not story.in_compound(opinion))
        governed = story.lower[link] in _LINKS and story.lower[link + 1] in ("the", "his", "her", "their", "its")
        if opens and ends and governed and story.words.persons.get(story.word(opinion + 1)) is None:
            span, right = story.span(owner, owner + 1), (f"{one}'s", f"{noun}'")
            yield Issue("possessive", span, f"… {word}", "takes a possessive", right)
