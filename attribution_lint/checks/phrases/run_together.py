"""Words of a frame that have lost the space between them, or got one inside: *thejudge said*, *s aid*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.glued_names import may_be_name
from attribution_lint.checks.phrases.interests import MOST_HITS, interest
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Defect, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_OPENERS = ("the", "by", "that", "from", "his", "her", "their", "an", "a")
_CUES = ("said", "says", "told", "added")
_TAILS = frozenset({"conference", "release", "statement", "briefing", "officer", "officers", "documents", "records"})
_KINDS = ("press", "news", "court", "police", "phone", "joint")
_HALVES = {"s": "aid", "sa": "id", "sai": "d", "t": "old", "to": "ld", "ad": "ded"}
_MOST_APART = 3
_SHORT = 5
_POSSESSIVES = ("his", "her", "their")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _HALVES or word in ("ina", "inan") or bool(_parted(word, words))


def run_together(story: Story) -> Iterator[Issue]:
    """Yield the words of frames that are run together or split in two."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _HALVES:
            end = _half_end(story, number + 1, _HALVES[word])
            if end and _speaks(story, number):
                yield _issue(story, "split-word", number, end, word + _HALVES[word], "it is one word")
        elif word in ("ina", "inan"):
            if any(story.word(n) in story.words.occasions for n in range(number + 1, number + 1 + _MOST_APART)):
                right = f"{story.text[number][:2]} {word[2:]}"
                yield _issue(story, "joined-words", number, number + 1, right, "two words are run together")
        else:
            at = _parted(word, story.words)
            text = story.text[number]
            first, second = text[:at], text[at:]
            if may_be_name(text):
                continue
            if at and (first.islower() or first.istitle() or second in _CUES) and _is_whole(story, first, second):
                yield _issue(
                    story, "joined-words", number, number + 1, f"{first} {second}", "two words are run together"
                )


def _half_end(story: Story, at: int, half: str) -> int:
    """Return where the other half of a word ends, if it stands there; 0 if not. The words of *id* are *i* and *d*."""
    if story.word(at) == half:
        return at + 1
    glued = story.word(at) + story.word(at + 1) == half and story.glued(at)
    return at + 2 if glued else 0


def _speaks(story: Story, number: int) -> bool:
    before = number - 1
    if before < 0:
        return False
    if story.text[before] in QUOTE_MARKS or story.is_name(before):
        return True
    return story.word(before) in story.words.speakers or story.word(before) in ("he", "she", "they")


def _is_whole(story: Story, first: str, second: str) -> bool:
    """Whether a name follows a cue that it is glued to, or the parts are words as they stand."""
    return second[:1].isupper() if first.lower() in _CUES else second.islower()


@lru_cache(maxsize=MOST_HITS)
def _parted(word: str, words: Vocabulary) -> int:
    """Return where a word that is none parts into two that a frame holds side by side; 0 if it does not."""
    if len(word) < 6 or not word.replace("'", "").replace("’", "").isalpha() or english.is_word(word):
        return 0
    for mark in ("'s", "’s"):
        owner, found, owned = word.partition(mark)
        if found and owned in words.sources and english.is_word(owner):
            return len(owner) + len(mark)
    for cue in _CUES:
        head = word.removesuffix(cue)
        if head != word and head in words.sources:
            return len(head)
        tail = word.removeprefix(cue)
        if tail != word and tail.isalpha() and not english.is_word(f"{cue}{tail}"):
            return len(cue)
    for opener in _OPENERS:
        tail = word.removeprefix(opener)
        usual = tail in words.frequent or (len(tail) > _SHORT and opener in _POSSESSIVES)
        met = opener in ("the", "that") and tail in words.occasions
        if tail != word and len(tail) > _MOST_APART and (met or (usual and tail in words.sources)):
            return len(opener)
    for kind in _KINDS:
        tail = word.removeprefix(kind)
        if tail in _TAILS:
            return len(kind)
    return 0


def _issue(story: Story, defect: Defect, first: int, last: int, right: str, reason: str) -> Issue:
    return Issue(defect, story.span(first, last), right, reason, (right,), certain=True)
