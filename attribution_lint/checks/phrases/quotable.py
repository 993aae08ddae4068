"""Which verbs stand behind what is quoted, and which of the cues a word there was meant for.

Besides verbs of saying these are verbs of thought, gesture and manner that are used as such (Quirk et al. 1985, 14.28
and 14.29).
"""

from __future__ import annotations

from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cue_places import place_of
from attribution_lint.checks.phrases.cue_ranking import ranked_cues
from attribution_lint.checks.phrases.cues import PRONOUNS
from attribution_lint.checks.phrases.similar import similarity, sound
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_WEIGHED, _SHOWN = 8, 3


def misfits_quotation(story: Story, verb: int) -> bool:
    """Whether a word in the place of the cue is none, or a cue in a form that does not agree with a speaker."""
    word = story.lower[verb]
    if not story.is_plain(verb) or story.in_compound(verb):
        return False
    return not takes_quotation(word, story.words) or _disagrees(story, verb)


@lru_cache(maxsize=4096)
def takes_quotation(word: str, words: Vocabulary) -> bool:
    """Whether a word may stand behind a quotation with its speaker: a cue, or a verb that is used as one."""
    if word in words.function or len(word) < 3:
        return True
    if any(base not in shipped_lexicon("phrase-unquotable") for _, base in words.cues.get(word, ())):
        return True
    return not english.lemmas(word).isdisjoint(shipped_lexicon("phrase-behind-quotations"))


def meant_behind(story: Story, verb: int, alike: float) -> tuple[str, ...]:
    """Return up to three cues that were meant by a word, each at least so much like it or of the same sound."""
    word = story.lower[verb]
    found = [
        right
        for right, _ in ranked_cues(story, verb)[:_WEIGHED]
        if takes_quotation(right, story.words) and (similarity(word, right) >= alike or sound(word) == sound(right))
    ]
    return tuple(found[:_SHOWN])


def _disagrees(story: Story, verb: int) -> bool:
    """Whether a cue stands in the plural's form, or in none that is finite, with one who is named or *he* or *she*."""
    uses, place = story.words.cues.get(story.lower[verb], ()), place_of(story, verb)
    if not uses or not {form for form, _ in uses} <= {"base", "participle"} or "past" not in place.forms:
        return False
    if not place.inverted:
        return story.word(verb - 1) in ("he", "she") or _is_surname(story, verb - 1)
    end = verb + 1
    while story.is_name(end):
        end += 1
    return end < len(story) and story.text[end] == "." and _is_surname(story, end - 1)


def _is_surname(story: Story, number: int) -> bool:
    """Whether a name is that of one: not a team or a firm, which may be many."""
    single = story.word(number - 1) not in ("and", "&", "the") and not story.lower[number].endswith("s")
    return story.is_name(number) and single and story.lower[number] not in PRONOUNS
