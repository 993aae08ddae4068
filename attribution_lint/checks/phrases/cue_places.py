"""What kind of place a cue stands in, and the forms that a cue may have there."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS, before_adverbs
from attribution_lint.checks.phrases.story import CALENDAR, Story
from attribution_lint.checks.phrases.vocabulary import Form

PlaceKind = Literal["quotation", "that", "audience", "close", "clause", "opening", "other"]
_ADVERBS = group("adverbs") - {"had", "has", "have"}
_AUDIENCE = group("audience")
_HAVE = frozenset({"has", "have", "had", "having"})
_BEFORE_BASE = frozenset(
    {"could", "would", "will", "can", "may", "might", "must", "should", "did", "does", "do", "to", "not", "n't"}
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_WHERE = frozenset({"in", "on", "at", "to", "during", "before", "after"})
_LONGEST = 8


class CuePlace(Struct, frozen=True):
    """The kind of a place, the forms of a cue that stand there, and whether its subject stands behind it."""

    kind: PlaceKind
    forms: frozenset[Form]
    inverted: bool = False


def place_of(story: Story, verb: int) -> CuePlace:
    """Return what place a word stands in, as if it were a cue."""
    if verb in story.firsts:
        return CuePlace("opening", frozenset({"progressive", "participle"}))
    inverted = ends_quotation(story, verb - 1)
    if inverted:
        return CuePlace("quotation", _agreeing(story, verb + 1, behind=True), inverted=True)
    last = before_adverbs(story, verb, _ADVERBS)
    return CuePlace(_kind(story, verb, last), _forms(story, verb, last))


def _kind(story: Story, verb: int, last: int) -> PlaceKind:
    after = verb + 1
    word = story.word(after)
    heard = story.word(after + 1) if word in ("the", "a") else word
    if heard in _AUDIENCE or (story.is_name(after) and word not in CALENDAR):
        return "audience"
    low = max(last - _LONGEST, story.sentence_start(verb))
    first = last
    while first > low and not _parts(story, first):
        first -= 1
    if ends_quotation(story, first):
        return "quotation"
    if word == "that" or (word in _WHERE and "that" in story.lower[after + 1 : min(after + _LONGEST, len(story))]):
        return "that"
    if after >= len(story) or story.text[after] in (".", ",", ";"):
        return "close"
    opens = word in NOMINATIVE or word in DETERMINERS or word in PLURAL_SIGNS
    return "clause" if opens else "other"


def _parts(story: Story, number: int) -> bool:
    """Whether a word or mark does not stand within a subject."""
    word, words = story.lower[number], story.words
    if word in words.function and word not in DETERMINERS and word not in NOMINATIVE and word not in ("of", "for"):
        return True
    if word in words.frequent_cues:
        return True
    return not (story.is_plain(number) or story.is_capital(number) or story.text[number] in ("-", "'s", "’s", "."))


def _forms(story: Story, verb: int, last: int) -> frozenset[Form]:
    before = story.word(last)
    if before in _BEFORE_BASE:
        return frozenset({"base"})
    if before in _HAVE or before in _BE:
        return frozenset({"participle", "progressive"} if before in _BE else {"participle"})
    if story.word(last) == "," and story.lower[verb].endswith("ing"):
        return frozenset({"progressive"})
    return _agreeing(story, last, behind=False)


def _agreeing(story: Story, at: int, behind: bool) -> frozenset[Form]:
    """Return the finite forms that agree with the subject that ends, or begins, at a word."""
    word = story.word(at)
    if behind and word in DETERMINERS | PLURAL_SIGNS:
        while at < len(story) - 1 and not (story.words.sources.get(story.lower[at]) or story.text[at] in (",", ".")):
            at += 1
        word = story.word(at)
    number = story.words.sources.get(word)
    if word in ("they", "we", "i", "police") or (number == "plural" and not story.is_name(at)):
        return frozenset({"past", "base"})
    if word in ("he", "she", "it") or number == "singular" or story.is_name(at):
        return frozenset({"past", "third"})
    return frozenset({"past", "third", "base"})
