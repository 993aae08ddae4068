"""What the words of grammar of a frame are asked: whether a noun follows, whether there is a frame at all."""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story

_FINITE = group("finite")
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_STEADY = frozenset({"be", "been", "have", "not", "n't", "never", "also"})
_SIGNS = group("signs-of-frames")


def noun_follows(story: Story, at: int) -> bool:
    if at >= len(story) or story.text[at] in QUOTE_MARKS:
        return False
    word = story.lower[at]
    return (
        word in DETERMINERS
        or story.is_name(at)
        or word in story.words.sources
        or word in story.words.demonyms
        or word
        in ("several", "two", "three", "local", "federal", "state", "court", "unnamed", "senior", "recent", "new")
    )


def has_frame(story: Story, number: int) -> bool:
    """Whether somebody says something near a word of the same sentence."""
    low, high = max(story.sentence_start(number), number - 14), min(story.sentence_end(number), number + 14)
    cues = story.words.frequent_cues
    return any(story.lower[n] in cues or story.lower[n] in _SIGNS for n in range(low, high))


def grammar_issue(story: Story, defect: str, first: int, last: int, slot: str, reason: str, *right: str) -> Issue:
    return Issue(defect, story.span(first, last), slot, reason, right, certain=True)  # type: ignore[arg-type]


_PERFECT = frozenset({"has", "have", "had", "'s", "’s", "'ve", "’ve", "'d", "’d", "also", "always", "often", "never"})
_COUNTED = group("ordinals")
_SAYING = frozenset({"said", "says", "claims", "claim", "reports", "report", "evidence", "news", "fact"})


def has_object_ahead(story: Story, verb: int) -> bool:
    """Whether a noun stands right before the subject of a verb, so that it is the object of the verb."""
    subject = verb - 1
    while story.word(subject) in _PERFECT:
        subject -= 1
    if story.word(subject) not in NOMINATIVE and not story.is_name(subject):
        return False
    noun = subject - 1
    if story.word(noun) in _COUNTED and story.word(noun - 1) == "the":
        return True  # "The first he told that he wished"
    while story.is_name(subject) and story.is_name(noun) and noun > story.sentence_start(verb):
        noun -= 1
    if story.word(noun) == "that" and story.is_plain(noun):
        noun -= 1  # "a story that Noreen Hassett has told in every pub"
        return story.is_plain(noun) and english.can_be_noun(story.lower[noun]) and story.lower[noun] not in _SAYING
    if story.word(noun) in ("whom", "which") and noun > story.sentence_start(verb):
        return True
    return story.is_plain(noun) and english.can_be_noun(story.lower[noun]) and noun > story.sentence_start(verb)


def means_words(story: Story, verb: int) -> bool:
    """Whether *them* behind a verb are words that the lines before tell of: `knew the vows and SAID them to him`."""
    low = max(verb - _WORDS_AGO, 0)
    return story.word(verb + 1) == "them" and not _SPOKEN_THINGS.isdisjoint(story.lower[low:verb])


_SPOKEN_THINGS = group("spoken-things")
_WORDS_AGO = 40


def may_have_gap(story: Story, first: int) -> bool:
    """Whether a clause ends with its verb, so that what stands before *that* may be its object: `that he hated.`

    A passive takes none.
    """
    end = story.sentence_end(first)
    at = next((number for number in range(first, end) if story.lower[number] in _FINITE), end)
    while at < end and (story.lower[at] in _FINITE or story.lower[at] in _STEADY):
        if story.lower[at] in _BE:
            return False
        at += 1
    behind = story.text[at + 1] if at + 1 < end else "."
    return at < end and behind in (".", ",", ";") and "VERB" in english.parts_of_speech(story.lower[at])


def is_said_of(story: Story, said: int) -> bool:
    """Whether others say it of the noun before a cue, which need not speak: `the horse SAID to have bolted`."""
    return story.word(said + 1) == "to" and story.word(said + 2) in ("have", "be")
