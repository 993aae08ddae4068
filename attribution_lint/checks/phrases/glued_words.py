"""Two words written as one that is none: `toldhim`, `signedby`, `a formerofficial`.

One of the two is a word of grammar or one that stands before those who speak, and the two are known to be written side
by side (symspellpy's list of word pairs). Two nouns make a compound, and a noun with *up* or *out* one of a verb: these
are a matter of style. An inflected verb makes nothing with what it governs, so that it needs no frame to be told by: a
document is often introduced by such a verb alone (*a copy seenby the paper*).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.formation import is_unknown
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import MOST_HITS, interest
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_AHEAD = group("glued-ahead")
_BEHIND = group("glued-behind")
_DESCRIBES = group("glued-describing")
_OBJECTS = frozenset({"him", "her", "them", "us", "that", "the", "reporters"})
_LINKS = group("glued-links")
_HYPHENATED = frozenset({"vice"})
_RELATIVES = frozenset({"who", "whom"})
_SUBJECTS = frozenset({"he", "it", "she", "they"})
_AUXILIARIES = frozenset(
    {"are", "could", "did", "do", "does", "had", "has", "have", "is", "should", "was", "were", "will", "would"}
)
_INFORMED = frozenset({"familiar", "close"})
_LEAST_TOGETHER = 6.8
"""Decimal logarithm of how often the two are written side by side, of some 10 ** 12 pairs."""
_SHORTEST, _SHORTEST_PART = 5, 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return bool(glued_at(word, words))


def glued_words(story: Story) -> Iterator[Issue]:
    """Yield the words of a story's frames that are two."""
    for number, word in story.among(_matters):
        text = story.text[number]
        opens = number in story.firsts and text[1:].islower() and not story.spoken[number]
        named = story.is_capital(number) and text[1:].islower() and story.is_capital(number + 1)
        opens = opens or (named and word.endswith("of"))  # "the Ministryof Health"
        if not (story.is_plain(number) or opens) or story.in_compound(number) or story.recurs(text):
            continue
        at = glued_at(word, story.words)
        if not at:
            continue
        first, second = word[:at], word[at:]
        governs = len(first) >= _SHORTEST_PART and second in _LINKS and _is_inflected(first, story.words)
        if (
            opens
            and not (governs or (named and second == "of"))
            and not ((first in _AHEAD or first in _DESCRIBES) and second in story.words.sources and text != word)
            and not _is_clause(first, second, story.words)
        ):
            continue
        known = first in story.words.cues or second in story.words.cues or first in story.words.sources
        if governs or known or has_frame(story, number):
            right = f"{text[:at]}{'-' if first in _HYPHENATED else ' '}{text[at:]}"
            yield spacing_issue("joined-words", story.span(number, number + 1), right, "two words are run together")


@lru_cache(maxsize=MOST_HITS)
def glued_at(word: str, words: Vocabulary) -> int:
    """Return where a lower-case word that is none parts into two; 0 if it does not."""
    if len(word) < _SHORTEST or not word.isalpha() or not word.isascii() or not is_unknown(word):
        return 0
    places = [at for at in range(2, len(word) - 1) if _is_pair(word[:at], word[at:], words)]
    return max(places, key=lambda at: english.togetherness(word[:at], word[at:]), default=0)


def _is_pair(first: str, second: str, words: Vocabulary) -> bool:
    """Whether two words may stand side by side, and one of them may be glued to the other."""
    if _is_clause(first, second, words) or (second == "not" and first in _AUXILIARIES):
        return True
    forms = {form for form, _ in words.clause_verbs.get(first, ())}
    if second in _OBJECTS | _SUBJECTS and forms & {"past", "third"} and first in words.cues:
        return True
    if second == "of" and words.organisations.get(first) == "singular" and len(first) > _SHORTEST:
        return True
    if second in words.persons and (first in _DESCRIBES or first in _HYPHENATED):
        return True
    if words.persons.get(first) == "plural" and second in words.cues and len(second) > 3:
        return any(form in ("base", "past") for form, _ in words.cues[second])
    if first.endswith("ly") and english.is_word(first) and second in words.cues and _is_inflected(second, words):
        return True
    if first in _RELATIVES and any(form == "past" for form, _ in words.clause_verbs.get(second, ())):
        return True
    if second in _INFORMED and (first in words.persons or first == "people"):
        return True
    verbal = second in _LINKS and _is_inflected(first, words)
    if not (first in _AHEAD or second in _BEHIND or verbal) or not (english.is_word(first) and english.is_word(second)):
        return False
    short = first in _AHEAD and second in _BEHIND
    if not short and max(len(first), len(second)) < _SHORTEST_PART:
        return False
    return english.togetherness(first, second) >= _LEAST_TOGETHER


def _is_clause(first: str, second: str, words: Vocabulary) -> bool:
    """Whether a pronoun has its verb behind it: `Itis understood`, `shesaid`."""
    return first in _SUBJECTS and (
        second in _AUXILIARIES or second == "put" or (second in words.frequent_cues and len(second) > 3)
    )


def _is_inflected(word: str, words: Vocabulary) -> bool:
    """Whether a word is the past, a participle or the third person of a verb."""
    if any(form != "base" for form, _ in words.clause_verbs.get(word, ())):
        return True
    verbs = english.verb_lemmas(word)
    return bool(verbs) and word not in verbs
