"""A wrong word before the noun of a source that it should describe: `a senior DEFIANCE official`, `WETNESS accounts`.

What documents are of, and what people and bodies are for, is a lexicon by the kind of noun. A word that is none of it
is no slip yet: it must look or sound like one that is, and fit the place far worse (`fit`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.fitting import fit_of
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.similar import similarity
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_HEADS = group("described-heads")
"""Nouns of sources that are described wherever they stand in a sentence with a frame."""
_SHORTEST, _FAR = 5, 4
"""Letters of a word that is looked at, and how many more or fewer the other may have."""
_SHAPED, _ALIKE, _GAIN = 0.62, 0.64, 3.0
"""How alike in shape and in all the two must be, and how much better the other must fit."""
_BY_LIKENESS, _MIDDLING, _LEAST = 12.0, 0.8, 4.5
"""How much likeness counts beside fit, from what on it speaks for the other, and what both must come to."""
_OF_ANYTHING = group("of-anything")
"""Those before whom any ware may stand: *the castings maker*."""
_PREFIXES = ("non", "pre", "post", "anti", "sub", "mis", "dis", "over", "under", "inter", "out", "counter")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _HEADS


def attributives(story: Story) -> Iterator[Issue]:
    """Yield the words before a story's sources that hardly describe them where another was likely meant."""
    described = {number for number, _ in story.among(_matters) if has_frame(story, number)}
    for noun in sorted(described | {slot.number for slot in noun_slots(story)}):
        at = noun - 1
        if at >= story.sentence_start(noun) and _is_suspect(story, at):
            found = _meant(story, at, _kinds(story, noun))
            if story.is_capital(at):
                found = tuple(right.capitalize() for right in found)
            if found:
                slot, reason = f"… {story.lower[noun]}", f"“{story.text[at]}” hardly describes it"
                yield Issue("source-noun", story.span(at, noun), slot, reason, found, weak=True)


def _is_suspect(story: Story, at: int) -> bool:
    word = story.lower[at]
    if len(word) < _SHORTEST or story.in_compound(at) or word in story.words.function:
        return False
    if not (story.is_plain(at) or story.opens_common(at)):
        return False
    if word.endswith(("ly", "ed")) or word in story.words.sources or word in story.words.cues or word in _known():
        return False
    return bool(english.parts_of_speech(word) & {"NOUN", "ADJ"}) and not story.recurs(word)


def _kinds(story: Story, noun: int) -> tuple[str, ...]:
    """Return of which kinds of the lexicon a noun is."""
    word, words = story.lower[noun], story.words
    if word in _OF_ANYTHING:
        return ()
    if word in _by_kind():
        return (word,)
    tables = (("body", words.organisations), ("document", words.documents), ("person", words.persons))
    return tuple(kind for kind, table in tables if word in table)


def _meant(story: Story, at: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return up to three words that were likely meant by one that describes a noun of these kinds, the best first."""
    word = story.lower[at]
    near = {right: alike for kind in kinds for right, alike in _near(word, kind)}
    if not near:
        return ()
    fits = fit_of(story, at)
    own = fits(word)
    gains = {right: fits(right) - own for right in near}
    scores = {right: gains[right] + _BY_LIKENESS * (near[right] - _MIDDLING) for right in near}
    likely = [right for right in near if gains[right] >= _GAIN and scores[right] >= _LEAST]
    return tuple(sorted(likely, key=lambda right: (-scores[right], right))[:3])


@lru_cache(maxsize=1)
def _by_kind() -> dict[str, tuple[str, ...]]:
    lines = (line.partition(":") for line in shipped_lexicon("phrase-attributives"))
    return {kind: tuple(words.split()) for kind, _, words in lines}


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return shipped_lexicon("phrase-modifiers").union(*_by_kind().values())


@lru_cache(maxsize=4096)
def _near(word: str, kind: str) -> list[tuple[str, float]]:
    """Return the words of a kind that look or sound like a word and are not of its stem, with how much."""
    found = process.extract(word, _by_kind()[kind], scorer=JaroWinkler.similarity, score_cutoff=_SHAPED, limit=30)
    alike = ((right, similarity(word, right)) for right, _, _ in found)
    return [(right, much) for right, much in alike if much >= _ALIKE and not _are_kin(word, right)]


def _are_kin(word: str, right: str) -> bool:
    """Whether one is the other with a prefix or an ending, or both are forms of one word."""
    if (
        abs(len(word) - len(right)) > _FAR
        or right in word
        or not english.lemmas(word).isdisjoint(english.lemmas(right))
    ):
        return True
    return word.startswith(_PREFIXES) and word[-4:] == right[-4:] and word.endswith(right[1:])
