"""Which cue was meant by a word in a cue's place: what the slip costs, which cues stand there, what agrees and fits.

A noisy channel (Kernighan, Church and Gale 1990) as one log-linear model: how alike two words are in letters, sound and
shape, how often the cue stands in such a place, whether its form agrees with the subject, how well it fits what stands
around. The weights are those of a conditional regression, made by `benchmarks/cues.py` and kept as a lexicon.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Postfix, Prefix

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.channel import form_of
from attribution_lint.checks.phrases.cue_places import CuePlace, place_of
from attribution_lint.checks.phrases.fitting import fit_of
from attribution_lint.checks.phrases.similar import distance, similarity, sound
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

LEXICON = "phrase-evidence-cues"
ANYWHERE = "any"
_SHAPED, _ALIKE, _LONGER, _MOST = 0.6, 0.46, 4, 60
"""How alike in shape and in all two words must be, how many letters longer one may be, how many cues are weighed."""
_NEVER = -1.5
"""What counts for a cue that was never seen in a place: the logarithm of one and its count elsewhere."""

Signs = dict[str, float]
Uses = dict[tuple[str, str], float]


class _Weights(Struct, frozen=True):
    """The weight of each sign, and how often cues stand in each kind of place, as natural logarithms."""

    signs: Signs
    uses: Uses


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    found = _Weights({}, {})
    for entry in shipped_lexicon(LEXICON):
        what, *names, weight = entry.split()
        if what == "use":
            found.uses[names[0], names[1]] = float(weight)
        else:
            found.signs[names[0]] = float(weight)
    return found


def ranked_cues(story: Story, verb: int) -> list[tuple[str, float]]:
    """Return the cues that a word in a cue's place may have been meant for, the likeliest first, with log scores."""
    weights = _weights()
    found = [
        (right, sum([weights.signs[name] * value for name, value in signs.items() if name in weights.signs]))
        for right, signs in signs_of(story, verb, story.lower[verb], weights.uses).items()
    ]
    found.sort(key=lambda each: (-each[1], each[0]))
    return found


def signs_of(story: Story, verb: int, word: str, uses: Uses) -> dict[str, Signs]:
    """Return the cues that are at all like a word, and what speaks for each in the place of another."""
    place, fits = place_of(story, verb), fit_of(story, verb)
    before, after = story.word(verb - 1), story.word(verb + 1)
    return {
        right: likeness(word, right)
        | _standing(right, place, story.words, uses)
        | {
            "fits": fits(right),
            "pair-after": english.togetherness(right, after),
            "pair-before": english.togetherness(before, right),
        }
        for right in alike(word, story.words)
    }


def _standing(right: str, place: CuePlace, words: Vocabulary, uses: Uses) -> Signs:
    """Return how often a cue stands in such a place, and whether its form agrees."""
    forms = {form for form, _ in words.cues[right]}
    agrees = not forms.isdisjoint(place.forms)
    return {
        "use": uses.get((place.kind, right), _NEVER),
        "used": uses.get((ANYWHERE, right), _NEVER),
        "never": float((ANYWHERE, right) not in uses),
        "usual": float(right in words.frequent_cues),
        "agrees": float(agrees),
        "past": float(agrees and "past" in forms & place.forms),
    }


@lru_cache(maxsize=4096)
def alike(word: str, words: Vocabulary) -> tuple[str, ...]:
    """Return the cues that are like a word in letters or sound, those most alike first."""
    near = process.extract(
        word, words.cues.keys(), scorer=JaroWinkler.similarity, score_cutoff=_SHAPED, limit=None, processor=None
    )
    met = {right for right, _, _ in near if similarity(word, right) >= _ALIKE} | _by_sound(words)[sound(word)]
    kept = [right for right in met if right != word and abs(len(right) - len(word)) <= _LONGER]
    return tuple(sorted(kept, key=lambda right: (-similarity(word, right), right))[:_MOST])


@lru_cache(maxsize=4)
def _by_sound(words: Vocabulary) -> defaultdict[str, frozenset[str]]:
    found = defaultdict[str, frozenset[str]](frozenset)
    for right in words.cues:
        found[sound(right)] |= {right}
    return found


@lru_cache(maxsize=1024)
def likeness(word: str, right: str) -> Signs:
    """Return in how far a word could be a slip for a cue, wherever they stand."""
    apart, longest, value = distance(word, right), max(len(word), len(right)), similarity(word, right)
    here, there = sound(word), sound(right)
    return {
        "similarity": value,
        "similarity-squared": value * value,
        "letter": float(apart == 1),
        "letters": float(apart == 2),
        "many-letters": float(apart > 3),
        "apart": apart / longest,
        "sound": float(here == there),
        "heard": distance(here, there) / max(len(here), len(there), 1),
        "first-letter": float(word[0] == right[0]),
        "last-letter": float(word[-1] == right[-1]),
        "beginning": Prefix.similarity(word, right) / longest,
        "ending": Postfix.similarity(word, right) / longest,
        "longer": float(max(len(right) - len(word), 0)),
        "shorter": float(max(len(word) - len(right), 0)),
        "transposed": float(sorted(word) == sorted(right)),
        "other-form": float(form_of(word) != form_of(right)),
        "short": float(len(right) < 5),
        "frequency": english.frequency(right),
    }
