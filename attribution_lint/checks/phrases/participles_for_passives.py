"""A form of the active where a passive or a past participle must stand: `ASKING by a reporter`, `is ALLEGING by the
prosecution`, `a person BRIEF on it`, `as QUOTING in the papers`, `is SAYS to be worth`, `a REPORTING $4m`.

What is done to a source or by one is told by the past participle (Quirk et al. 1985, 3.56 and 17.28).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_DONE = {spelling(base, "progressive"): base for base in group("done-to-speakers")}
_PLAIN = group("plain-done-to-speakers")
_SAID_OF = {spelling(base, "third"): base for base in group("said-to-be")}
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_OPENING = frozenset({"asking", "citing", "contacting", "quoting", "alleging"})
"""Forms that are no noun by which a sentence opens, as *polling* and *questioning* are."""
_PLACES = frozenset({"in", "by"})
_REPORTED = {"reporting": "reported", "estimating": "estimated", "suggesting": "suggested"}
_REASON = "takes the past participle"


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _DONE or word in _PLAIN or word in _SAID_OF or word in _REPORTED


def participles_for_passives(story: Story) -> Iterator[Issue]:
    """Yield the active forms in a story's frames that stand for a participle."""
    for verb, word in story.among(_matters):
        opens = verb in story.firsts and story.text[verb][1:].islower()
        if story.spoken[verb] or story.in_compound(verb) or not (story.is_plain(verb) or opens):
            continue
        base = _meant(story, verb, word)
        if base and (has_frame(story, verb) or word in story.words.cues):
            right = spelling(base, "participle")
            right = right.capitalize() if opens else right
            yield Issue("inflection", story.span(verb, verb + 1), "… by" if word in _DONE else "…", _REASON, (right,))


def _meant(story: Story, verb: int, word: str) -> str:
    """Return the plain form of the verb whose participle must stand there; nothing if the word may stay."""
    before, after = story.word(verb - 1), story.word(verb + 1)
    if word in _REPORTED and before in ("a", "an") and _is_sum(story, verb + 1):
        return _DONE.get(word, "") or word.removesuffix("ing")
    if word in _DONE and after in _PLACES and before == "as":
        return _DONE[word]
    if word in _DONE and after == "by" and _is_agent(story, verb + 2):
        passive = (verb in story.firsts and word in _OPENING) or before in _BE or before == "when"
        return _DONE[word] if passive or story.words.persons.get(before) == "plural" else ""
    if word in _PLAIN and after in ("on", "by", "about", "in"):
        held = story.words.persons.get(before)
        object_of = before in ("person", "people") or held == "singular"
        return word if object_of and _is_reduced(story, verb) else ""
    if (
        word in _SAID_OF
        and before in _BE - {"be", "been", "being"}
        and after == "to"
        and english.can_be_verb(story.word(verb + 2))
    ):
        return _SAID_OF[word]
    return ""


def _is_sum(story: Story, at: int) -> bool:
    return story.text[at : at + 1] != [] and (
        story.text[at][0].isdigit() or story.text[at][0] in "$£€₦₹" or story.text[at][-1] in "$£€"
    )


def _is_agent(story: Story, at: int) -> bool:
    """Whether somebody who does something begins at a word."""
    word = story.word(at)
    return (
        word in DETERMINERS
        or story.is_name(at)
        or story.words.persons.get(word) == "plural"
        or word in ("whom", "him", "her")
    )


def _is_reduced(story: Story, verb: int) -> bool:
    """Whether a person who is told of by a participle is a source: an article and a cue stand before."""
    low = story.sentence_start(verb)
    first = next(
        (
            n
            for n in range(verb - 1, max(verb - 5, low) - 1, -1)
            if story.lower[n] in DETERMINERS or story.lower[n] in group("counting")
        ),
        None,
    )
    return first is not None
