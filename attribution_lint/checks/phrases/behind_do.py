"""A form behind *did not* and its like that is no plain one: `did not RETURNED calls`, `would not COMMENTED`.

*Do* and the modals take the plain form of a verb alone (Quirk et al. 1985, 3.21 and 3.36); whatever the verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_DO = frozenset({"did", "does", "do"})
_MODALS = frozenset({"would", "could", "will", "can", "must", "should", "might"})
_NOT = frozenset({"not", "n't", "n’t"})
_BETWEEN = group("later") - {"had", "has", "have"} | {"immediately", "yet", "publicly"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _NOT


def forms_behind_do(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story's frames that *did not* or *would not* asks for in another form."""
    for number, word in story.among(_matters):
        auxiliary, verb = story.word(number - 1), number + 1
        if word not in _NOT or (auxiliary not in _DO and auxiliary not in _MODALS) or story.spoken[number]:
            continue
        while story.word(verb) in _BETWEEN:
            verb += 1
        if not story.is_plain(verb) or story.in_compound(verb):
            continue
        right = _base(story.lower[verb], auxiliary in _DO)
        if right and has_frame(story, verb):
            slot = f"{auxiliary} not …"
            yield Issue("inflection", story.span(verb, verb + 1), slot, "takes the plain form", (right,))


@lru_cache(maxsize=4096)
def _base(word: str, progressive: bool) -> str:
    """Return the plain form of a word that is another form of a verb and nothing that may stand there; else nothing."""
    lemmas = english.verb_lemmas(word)
    if len(lemmas) != 1 or word in lemmas:
        return ""
    if word.endswith("ing"):
        return next(iter(lemmas)) if progressive else ""
    return next(iter(lemmas)) if english.parts_of_speech(word) == {"VERB"} else ""
