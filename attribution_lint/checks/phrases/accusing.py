"""What somebody is accused of or praised for, with its preposition lost or wrong: `accused the firm UNDERPAYING`.

Verbs of blame and praise take what was done behind a preposition of their own (Huddleston and Pullum 2002, 14.4): a
verb in -ing beside whom they name would else tell which one is meant, *accused the men standing by of theft*.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_OF = frozenset({"accused", "accuses", "suspected", "suspects"})
_FOR = frozenset(
    {"blamed", "blames", "criticised", "criticized", "criticises", "criticizes", "condemned", "condemns", "praised"}
    | {"praises", "thanked", "thanks", "faulted", "rebuked", "berated", "censured"}
)
_BE = group("be")
_WRONG = {"of": frozenset({"for", "with", "on", "about"}), "for": frozenset({"of"})}
_DEEDS = frozenset(
    {"delay", "delays", "crash", "fire", "failure", "failures", "deaths", "collapse", "shortage", "violence"}
)
_BREAKS = frozenset({",", ".", ";", ":", *QUOTE_MARKS})
_TAKEN = frozenset({"about", "into", "to", "with", "in", "from", "on", "at"})
_LONGEST = 5


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OF or word in _FOR


def accusing(story: Story) -> Iterator[Issue]:
    """Yield where the verbs of a story that blame and praise lack their preposition, or have another's."""
    for verb, word in story.among(_matters):
        if (
            not (word in _OF or word in _FOR)
            or story.spoken[verb]
            or not story.is_plain(verb)
            or not _is_finite(story, verb)
        ):
            continue
        head = _object_end(story, verb + 1)
        if head is None:
            continue
        right = "of" if word in _OF else "for"
        link, deed = head + 1, head + 2
        slot = f"{word} … {right}"
        if word.startswith("accuse") and _is_deed(story, link) and not _has_own(story, deed, right):
            fixed = f"{story.text[head]} {right} {story.text[link]}"
            yield grammar_issue(story, "lost-word", head, link + 1, slot, f"“{right}” is missing", fixed)
        elif story.word(link) in _WRONG[right] and not _has_own(story, deed, right):
            named = story.lower[deed] in DETERMINERS and story.word(deed + 1) in _DEEDS if deed < len(story) else False
            done = _is_deed(story, deed) and story.word(deed + 1) in DETERMINERS  # no *director of policing in*
            if done or (right == "for" and word.startswith("blame") and named):
                reason = f"“{story.text[link]}” does not belong in it"
                yield grammar_issue(story, "function-word", link, link + 1, slot, reason, right)


def _is_finite(story: Story, verb: int) -> bool:
    """Whether a subject or an auxiliary of the active voice stands before the verb."""
    before = verb - 1
    while story.word(before) in ("also", "later", "then", "repeatedly", "has", "have", "had"):
        before -= 1
    if before < story.sentence_start(verb) or story.word(before) in _BE - {"has", "have", "had"}:
        return False
    word = story.lower[before]
    return word in ("he", "she", "they", "who", "it") or story.is_name(before) or word in story.words.sources


def _object_end(story: Story, first: int) -> int | None:
    """Return the number of the last word of a person or a body that is named, if nothing else stands there."""
    if story.word(first) in ("him", "them", "it") and story.is_plain(first):
        return first
    if story.word(first) not in DETERMINERS:
        return None
    for at in range(first + 1, min(first + _LONGEST, story.sentence_end(first))):
        word = story.lower[at]
        if not story.is_plain(at) or word in story.words.function:
            return None
        if (word in story.words.persons or word in story.words.organisations) and not story.in_compound(at):
            after = story.word(at + 1)
            if after in story.words.persons or after in story.words.organisations:
                continue
            return at
    return None


def _is_deed(story: Story, at: int) -> bool:
    """Whether a verb in -ing stands there that takes an object or a phrase."""
    word, after = story.word(at), story.word(at + 1)
    if not story.is_plain(at) or not word.endswith("ing") or not english.can_be_verb(word) or story.in_compound(at):
        return False
    bare = story.is_plain(at + 1) and after not in story.words.function and after.endswith("s")
    return after in DETERMINERS or after in _TAKEN or bare


def _has_own(story: Story, first: int, right: str) -> bool:
    """Whether the preposition of the verb follows in the sentence: `accused the firm running the site of theft`."""
    return right in story.lower[first : story.sentence_end(first)]
