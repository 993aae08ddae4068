"""Somebody in the singular without an article before a plural cue: `…, official say.`, `who U.S. official say are`.

A noun that is counted takes a determiner in the singular (Huddleston and Pullum 2002, 5.2); one with neither that nor
the verb of the singular has lost its ending.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_CUES = frozenset({"say", "believe", "warn", "estimate", "fear", "acknowledge", "argue", "insist", "complain"})
_MOST_BEFORE = 3
"""Words that describe the noun, at most."""
_BEHIND = DETERMINERS | NOMINATIVE | group("finite") | {"that", "there"}
_OPENING = frozenset({"who", "whom", "which", "that", "what", "as", "but"})
_HELPING = group("helping") | {
    "did",
    "does",
    "do",
    "to",
    "will",
    "would",
    "can",
    "could",
    "must",
    "should",
    "may",
    "let",
}
_REACH = 7


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _CUES


def bare_speakers(story: Story) -> Iterator[Issue]:
    """Yield persons of whom one is named and many are meant, right before a cue."""
    for cue, _ in story.among(_matters):
        head = cue - 1
        noun = story.word(head)
        if story.spoken[cue] or not story.is_plain(head) or story.words.persons.get(noun) != "singular":
            continue
        if noun in story.words.organisations or story.in_compound(head) or not _ends_or_goes_on(story, cue):
            continue
        if _is_bare(story, head):
            say = story.lower[cue]
            right = (f"{plural(noun)} {say}", f"{noun} {say}s")
            yield Issue("agreement", story.span(head, cue + 1), f"… {say}", f"takes “{plural(noun)}”", right)


def _ends_or_goes_on(story: Story, cue: int) -> bool:
    """Whether a sentence ends behind a cue, or a clause opens there."""
    after = cue + 1
    return story.text[after : after + 1] in (["."], [","]) or story.word(after) in _BEHIND


def _is_bare(story: Story, head: int) -> bool:
    """Whether a noun phrase without a determiner ends in a noun, and nothing makes the cue an infinitive."""
    low, first = story.sentence_start(head), head
    while first > low and head - first < _MOST_BEFORE and _describes(story, first - 1, first):
        first -= 1
    if story.text[first - 1] != "," and not _HELPING.isdisjoint(story.text[max(low, first - _REACH) : first]):
        return False
    if first == low:
        return False  # what opens a sentence is judged with its whole subject
    before = story.lower[first - 1]
    named = story.is_capital(first) and story.is_plain(first - 1) and before not in story.words.function
    return story.text[first - 1] == "," or before in _OPENING or named


def _describes(story: Story, number: int, noun: int) -> bool:
    """Whether a word describes the noun behind it: an ordinary one, or names before an ordinary noun."""
    word, text = story.lower[number], story.text[number]
    if text in QUOTE_MARKS or not text[0].isalpha() or word in DETERMINERS or word in PLURAL_SIGNS:
        return False
    if story.is_capital(number):
        return True
    return story.is_plain(number) and word not in story.words.function and not story.is_capital(noun)
