"""The past of an irregular verb in *-ed*: `he SWEARED that`, `as the herdsman PUTTED it`.

An irregular verb has a past of its own (Quirk et al. 1985, 3.11 to 3.20); a form in *-ed* of one that no dictionary
has is none of another word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_PUT = {"putted": "put"}
"""The past of *putt*, which takes no *it*."""


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _pasts() or word in _PUT


def over_regular(story: Story) -> Iterator[Issue]:
    """Yield the pasts in *-ed* of a story's irregular verbs."""
    for verb, word in story.among(_matters):
        if not story.is_plain(verb) or story.in_compound(verb):
            continue
        right = _pasts().get(word) or (_PUT.get(word) if story.word(verb + 1) == "it" else None)
        if right:
            yield Issue("inflection", story.span(verb, verb + 1), f"… {right}", "is irregular", (right,), certain=True)


@lru_cache(maxsize=1)
def _pasts() -> dict[str, str]:
    """Return the past of each irregular verb by the forms in *-ed* that it has not."""
    found = {}
    for entry in shipped_lexicon("phrase-irregular-verbs"):
        base, _, past, *_ = (*entry.split(), "", "", "")[:4]
        for spelt in {*inflection.past(base), f"{base}ed"} if past and "/" not in past else ():
            if not english.is_word(spelt):
                found[spelt] = past
    return found
