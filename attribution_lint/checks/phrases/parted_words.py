"""A word that a space parts in two, told by how often the whole and the parts are written: `a un ion`, `the law yer`.

That two words stand side by side by chance is as likely as the product of their shares in all that is written, unless
they are known to keep company; where the whole is some thousand times likelier, a space has slipped into it. What each
is written is counted in symspellpy's lists of words and pairs (Norvig 2009, "Natural Language Corpus Data", on the
odds of a split).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.divided_words import begins_another
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.spacing_issues import spacing_issue
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_PREFIXES = group("word-prefixes")
_LINKS = frozenset({"in", "for", "of", "at", "by", "to", "on", "with", "from"})
_BE = group("be")
_ENDING = "or"
_OWNERS = DETERMINERS | {"your", "our", "my"}
_LONGEST = 12
_SHORT_WORDS = frozenset({"to", "not", "his", "her", "the", "was", "had", "has", "that", "they", "their", "who"})
_SHORTEST_PART = 3
_RARE = 7.45
"""Decimal logarithm of how often the rarer of the two parts is written, of some 10 ** 12 words."""
_ALL = 12.5
_FINITE = group("finite")
_OWNED = frozenset({"hers", "his", "its", "mine", "ours", "theirs", "yours"})
_USUAL = 5.5
_USUAL_OF_REAL = 6.2
_LEAST_ODDS = 3.3
_LEAST_ODDS_OF_COMPOUNDS = 5.3
_LEAST_ODDS_OF_LINKS = 2.5


@interest
def _may_be_part(word: str, words: Vocabulary) -> bool:
    """Whether a word is seldom written, and begins or ends one of a frame; what ends one is asked after spelt back."""
    if word == _ENDING:
        return True
    if not word.isalpha() or not word.isascii() or len(word) > _LONGEST or english.frequency(word) >= _RARE:
        return False
    onward, back = _in_order(words)
    return begins_another(word, onward) or begins_another(word[::-1], back)


@lru_cache(maxsize=4)
def _in_order(words: Vocabulary) -> tuple[list[str], list[str]]:
    """Return the words of frames in order, and in the order of their letters spelt back."""
    found = {*words.sources, *words.clause_verbs, *words.function, *words.occasions, *group("frame-words")}
    return sorted(found), sorted(word[::-1] for word in found)


def parted_words(story: Story) -> Iterator[Issue]:
    """Yield the pairs of words in a story's frames that are one word."""
    last = -1
    for number, word in story.among(_may_be_part):
        if not _may_be_part(word, story.words):
            continue
        for first in (number - 1, number):
            if first > last and _is_pair(story, first) and _is_one(story, first):
                last = first + 1
                right = story.text[first] + story.lower[first + 1]
                yield spacing_issue("split-word", story.span(first, first + 2), right, "it is one word")
                break


def _is_pair(story: Story, first: int) -> bool:
    """Whether the two are words in small letters, apart from each other, and likelier one."""
    if first < 0 or not story.is_plain(first + 1) or story.glued(first):
        return False
    opens = first in story.firsts and story.text[first].isascii() and story.text[first].isalpha()
    if not story.is_plain(first) and not (opens and not story.spoken[first] and story.text[first][1:].islower()):
        return False
    here, after = story.lower[first], story.lower[first + 1]
    if after == _ENDING and here + after in story.words.persons:
        return is_finite_cue(story.word(first + 2), story.words)  # no finite verb goes with the plain form of another
    return odds_of_one(here, after, here + after in story.words.persons) > 0


def _is_one(story: Story, first: int) -> bool:
    """Whether the place is in a frame and beside no name, and neither part is a word that the story goes on using."""
    here, after = story.lower[first], story.lower[first + 1]
    if story.in_compound(first) or story.in_compound(first + 1) or _is_shortened(story, first + 1):
        return False
    if here in _LINKS and not _is_predicate(story, first):
        return False
    if after == "aged" and story.word(first + 2)[:1].isdigit():
        return False  # "A man aged 51"
    if first in story.firsts and len(after) < _SHORTEST_PART and story.is_capital(first + 2):
        return False  # a name: *Dar es Salaam*
    if story.word(first - 1) in _OWNERS and english.is_only_verb(here + after):
        return False  # "Your ad here"
    if here in _FINITE and after in _OWNED:
        return False  # "the coat was hers"
    if min(len(here), len(after)) == 1 and not (here + after in story.words.cues or here + after in _SHORT_WORDS):
        return False  # *10 cu m*
    rarer = min(here, after, key=english.frequency)
    if len(rarer) > 1 and english.is_word(rarer) and story.recurs(rarer):
        return False
    reports = here + after in story.words.cues or is_finite_cue(story.word(first + 2), story.words)
    return reports or has_frame(story, first)


def _is_shortened(story: Story, word: int) -> bool:
    """Whether a shortened *not* or *is* is glued to a word: `who ca n't`."""
    after = story.word(word + 1)
    return story.glued(word) and ("'" in after or "’" in after)


def _is_predicate(story: Story, link: int) -> bool:
    """Whether no word follows, or behind *be* a verb or an adjective: what would be a preposition is part of it."""
    if not english.is_word(story.lower[link + 1]):
        return True
    parts = english.parts_of_speech(story.lower[link + 1])
    if "NOUN" in parts | english.parts_of_speech(story.lower[link] + story.lower[link + 1]):
        return False
    return story.word(link - 1) in _BE and bool(parts)


@lru_cache(maxsize=2048)
def odds_of_one(first: str, second: str, is_person: bool) -> float:
    """Return by how many orders of magnitude two lower-case words are likelier one; 0 where they may be two."""
    whole = first + second
    usual = english.frequency(whole)
    parts = [english.parts_of_speech(word) for word in (first, second)]
    real = all(parts)
    if usual < (_USUAL_OF_REAL if real else _USUAL) or (len(whole) == 2 and whole != "to"):
        return 0.0
    if first in ("a", "i") or english.togetherness(first, second):
        return 0.0
    apart = english.frequency(first) + english.frequency(second) - _ALL
    odds = usual - max(apart, 0.0)
    if first in _LINKS:
        verbal = "VERB" in parts[1] and parts[1] <= {"VERB", "ADJ"}
        least = _LEAST_ODDS_OF_LINKS if verbal else _LEAST_ODDS_OF_COMPOUNDS
    elif real and not is_person and (all("NOUN" in kinds for kinds in parts) or first in _PREFIXES):
        least = _LEAST_ODDS_OF_COMPOUNDS
    else:
        least = _LEAST_ODDS
    return odds if odds >= least else 0.0
