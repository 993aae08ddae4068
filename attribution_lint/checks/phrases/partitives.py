"""A part and what it is a part of: `two OF diplomats`, `a copy WHICH was seen`, where *of* is one too many or too few.

What a number is a part of is definite, *two of the diplomats*; a document that is read in a copy is that *of which* a
copy was made (Huddleston and Pullum 2002, 5.8 and 12.4).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue, has_frame
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some", "many", "few", "both"}
)
_COPIES = frozenset({"copy", "copies", "draft", "transcript", "summary", "translation", "recording"})
_DONE = frozenset(
    {"seen", "given", "obtained", "sent", "shown", "reviewed", "shared", "published", "leaked", "handed", "released"}
    | {"provided", "posted", "read", "made"}
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _NUMBERS or word in _COPIES or word == "one"


def partitives(story: Story) -> Iterator[Issue]:
    """Yield the phrases of a story's frames in which *of* stands or is missing against what they are part of."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _NUMBERS or word == "one":
            yield from _part(story, number)
            yield from _lost_of(story, number)
        elif word in _COPIES:
            yield from _copy(story, number)


def _part(story: Story, number: int) -> Iterator[Issue]:
    noun = number + 2
    if (
        story.lower[number] == "one"
        or story.word(number + 1) != "of"
        or not story.is_plain(noun)
        or story.in_compound(noun)
    ):
        return
    if story.words.persons.get(story.lower[noun]) != "plural" or story.word(noun + 1) in ("'s", "’s", "'", "’"):
        return
    if has_frame(story, number):
        here, reason = story.text[number], "“of” does not belong in it"
        yield grammar_issue(story, "function-word", number, number + 2, f"{here.lower()} …", reason, here)


def _lost_of(story: Story, number: int) -> Iterator[Issue]:
    """`…, ONE THE engineers said.`: it opens a clause, and the cue of several persons ends it."""
    noun, cue = number + 2, number + 3
    opens = number in story.firsts or story.text[number - 1] == ","
    several = story.words.persons.get(story.word(noun)) == "plural" and story.is_plain(noun)
    ends = story.word(cue) in ("said", "says", "told", "added") and (
        story.text[cue + 1 : cue + 2] == ["."] or number in story.firsts
    )
    if opens and several and ends and story.word(number + 1) in ("the", "his", "her", "their", "its"):
        right = f"{story.text[number]} of {story.text[number + 1]}"
        yield grammar_issue(story, "lost-word", number, number + 2, f"{right.lower()} …", "“of” is missing", right)


def _copy(story: Story, copy: int) -> Iterator[Issue]:
    """`The report, a copy which was given to the Nation, says no guard was on duty.`"""
    which, verb = copy + 1, copy + 2
    yield from _lost_auxiliary(story, copy)
    if story.word(which) != "which" or story.word(verb) not in ("was", "were", "has", "have"):
        return
    done = story.word(verb + (2 if story.word(verb + 1) == "been" else 1)) in _DONE
    article = copy - 1
    if done and story.word(article) in ("a", "the", "both") and story.word(article - 1) == ",":
        reason = "“of” is missing"
        right = f"{story.text[copy]} of which"
        yield grammar_issue(story, "lost-word", copy, which + 1, "a copy of which …", reason, right)


def _lost_auxiliary(story: Story, copy: int) -> Iterator[Issue]:
    """`The cable, a copy of WHICH SEEN by the Nation, says no guard was on duty.`"""
    which, done = copy + 2, copy + 3
    if story.lower[copy + 1 : done] != ["of", "which"] or story.word(done) not in _DONE:
        return
    if story.word(done + 1) in ("by", "to", "on", "with"):
        helps = "were" if story.lower[copy] == "copies" else "was"
        right = f"{story.text[which]} {helps} {story.text[done]}"
        yield grammar_issue(story, "lost-word", which, done + 1, "a copy of which …", f"“{helps}” is missing", right)
