"""A participle of what was made of a document, or told, that is another's: `the memo, ABSTAINED under the act`.

A passive with its maker behind *by*, and one behind *as* that a document follows, take few verbs beside what a report
tells (Huddleston and Pullum 2002, 16.10.1): one that looks or sounds like such a verb is a slip for it where that fits
the place much better (`fit`), and behind *as* already where it is a letter away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import cue_issue
from attribution_lint.checks.phrases.fitting import better
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.similar import similarity
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS, before_adverbs
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_ALIKE, _MUCH_ALIKE, _GAIN = 0.74, 0.85, 4.0
"""How alike the two must be, also where fit is not asked, and how much better the other must fit."""
_SHAPED = 0.7  # how alike in shape two words are that are compared more closely
_MADE = group("published-participles")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_ADVERBS = group("adverbs") | {"independently"}
_LONGEST = 8


@lru_cache(maxsize=256)
def _like(word: str) -> tuple[str, ...]:
    """Return the participles that look or sound much like another word, the likest first."""
    parts = english.parts_of_speech(word)
    if len(word) < 5 or not word.isalpha() or word in _MADE or parts <= {"ADV"}:
        return ()
    lemmas = english.lemmas(word)
    shaped = process.extract(word, _MADE, scorer=JaroWinkler.similarity, score_cutoff=_SHAPED, limit=None)
    alike = [right for right, _, _ in shaped if similarity(word, right) >= _ALIKE]
    near = [right for right in alike if not parts or lemmas.isdisjoint(english.lemmas(right))]
    return tuple(sorted(near, key=lambda right: (-similarity(word, right), right)))


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word not in words.function and word not in words.cues and bool(_like(word))


def misfit_participles(story: Story) -> Iterator[Issue]:
    """Yield the participles of a story that stand where one of publishing or telling must."""
    for number, word in story.among(_matters):
        if not story.is_plain(number) or story.in_compound(number) or story.spoken[number]:
            continue
        if _is_cited(story, number):
            found = tuple(right for right in _like(word) if similarity(word, right) >= _MUCH_ALIKE)
        elif _is_passive(story, number):
            found = better(story, number, _like(word), _GAIN)
        else:
            continue
        if found:
            yield cue_issue(story, number, f"… {story.word(number + 1)}", found[:3])


def _is_cited(story: Story, number: int) -> bool:
    """Whether *as* opens the sentence before a word, and *in* with a document or an occasion stands behind it."""
    if story.word(number - 1) != "as" or number - 1 not in story.firsts or story.word(number + 1) != "in":
        return False
    end = min(number + _LONGEST, story.sentence_end(number))
    words = story.words
    return any(story.lower[n] in words.documents or story.lower[n] in words.occasions for n in range(number + 2, end))


def _is_passive(story: Story, number: int) -> bool:
    """Whether a maker stands behind a word, or it ends its clause, and what was made stands before."""
    at = before_adverbs(story, number, _ADVERBS)
    before, after = story.word(at), story.word(number + 1)
    if after == "by":
        maker = story.word(number + 2)
        person = (
            maker in DETERMINERS or maker in PLURAL_SIGNS or story.is_name(number + 2) or maker in story.words.sources
        )
        return person and (before in _BE or before in story.words.documents or story.text[at] == ",")
    if after in ("under", "from") and story.text[at] == ",":
        return story.word(at - 1) in story.words.documents
    return before in _BE and at < number - 1 and story.word(number - 1) == "independently"
