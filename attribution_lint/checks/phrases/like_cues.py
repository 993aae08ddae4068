"""Verbs that take no clause and look or sound like a usual cue that does, and which of those cues fit their place.

Two finders look at such verbs: one where a clause stands behind, one where their subject stands behind what was said.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.clause_takers import takes_clause
from attribution_lint.checks.phrases.cue_ranking import ranked_cues
from attribution_lint.checks.phrases.fitting import better
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import similarity, sound
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_ALIKE, _HEARD = 0.7, 0.6
"""How alike a word and a cue must be, less where they sound the same."""
_SHAPED = 0.7  # how alike in shape two words are that are compared more closely
_REPORTING = frozenset({"past", "third", "base"})
_NO_CLAUSE = group("no-clause")
FITS_BETTER = 2.5
"""How much better a cue must fit where nothing but the two words and their place tells."""


@interest
def is_like_a_cue(word: str, words: Vocabulary) -> bool:
    """Whether a lower-case word takes no clause, and looks or sounds much like a usual cue that does."""
    if len(word) < 4 or not word.isalpha() or word in words.function or word in words.frequent_cues:
        return False
    return not takes_clause(word, words) and bool(_cues_like(word, words))


@lru_cache(maxsize=256)
def _cues_like(word: str, words: Vocabulary) -> frozenset[str]:
    """Return the usual cues that take a clause and look or sound much like a word, which is no form of theirs."""
    parts = english.parts_of_speech(word)
    if parts and "VERB" not in parts:
        return frozenset()
    by_letters, by_sound = _usual_cues(words)
    near = {*by_letters.get(word[0], ()), *by_letters.get(word[1] + word[-1], ())}
    shaped = process.extract(word, near, scorer=JaroWinkler.similarity, score_cutoff=_SHAPED, limit=None)
    heard = by_sound.get(sound(word), ())
    return frozenset(
        right
        for right in {*heard, *(right for right, _, _ in shaped)}
        if similarity(word, right) >= (_HEARD if right in heard else _ALIKE)
        and english.lemmas(word).isdisjoint(english.lemmas(right))
    )


@lru_cache(maxsize=4)
def _usual_cues(words: Vocabulary) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the usual cues that take a clause by their letters, the first or the second and the last, and by sound.

    A slip seldom changes the first letter and others besides (Pollock and Zamora 1984).
    """
    by_letters: dict[str, set[str]] = {}
    by_sound: dict[str, set[str]] = {}
    for cue in words.frequent_cues:
        forms = words.cues[cue]
        if len(cue) > 2 and any(form in _REPORTING and base not in _NO_CLAUSE for form, base in forms):
            for letters in (cue[0], cue[1] + cue[-1], cue[0] + cue[-1]):
                by_letters.setdefault(letters, set()).add(cue)
            by_sound.setdefault(sound(cue), set()).add(cue)
    return by_letters, by_sound


def likelier_cues(story: Story, verb: int, gain: float) -> tuple[str, ...]:
    """Return up to three cues like a word that fit its place better by so much, the likeliest first."""
    near = better(story, verb, _cues_like(story.lower[verb], story.words), gain)
    return tuple(right for right, _ in ranked_cues(story, verb) if right in near)[:3] if near else ()
