"""What a person is named or referred to with: `Ms Lunt, WHICH said`, `said THE Mr Baptiste`.

*Which* does not stand for a person (Quirk et al. 1985, 6.33), and a name with a courtesy title takes no article (5.66).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms."})
_TITLES = _COURTESY | {"dr", "dr.", "prof", "prof.", "professor", "cllr", "sgt", "sgt.", "judge", "councillor", "sir"}
_MEN = frozenset({"men", "right"})
_LONGEST = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "which" or word in _COURTESY


def persons_and_titles(story: Story) -> Iterator[Issue]:
    """Yield the wrong relative pronouns and articles of the persons whom a story quotes."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word == "which":
            if is_finite_cue(story.word(number + 1), story.words) and _is_person(story, number - 1):
                reason = "a person is *who*"
                yield grammar_issue(story, "function-word", number, number + 1, "… said", reason, "who")
        elif word in _COURTESY and story.is_capital(number) and _is_articled(story, number):
            reason, right = "a name with its title takes no article", story.text[number]
            yield grammar_issue(story, "function-word", number - 1, number + 1, "said …", reason, right)


def _is_person(story: Story, comma: int) -> bool:
    """Whether a name with a title ends at a comma."""
    if story.word(comma) != ",":
        return False
    first = comma - 1
    while story.is_capital(first) and comma - first <= _LONGEST and story.lower[first] not in _TITLES:
        first -= 1
    return first < comma - 1 and story.word(first) in _TITLES


def _is_articled(story: Story, title: int) -> bool:
    """Whether *the* and a cue stand before a title, and a name and no more of one behind it."""
    named = story.is_capital(title + 1) and story.word(title + 1) not in _MEN and not story.is_capital(title + 2)
    cue = is_finite_cue(story.word(title - 2), story.words)
    return named and cue and story.word(title - 1) == "the"
