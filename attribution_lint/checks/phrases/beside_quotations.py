"""What stands beside the cue of a quotation and cannot: `"…," said of Ms Otieno`, `"…," the captain said it.`

A quotation is the object of its cue, which takes no other (Huddleston and Pullum 2002, 11.6).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import ends_quotation, follows_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.subject import subject_of
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SAID = frozenset({"said", "says", "told", "tells"})
_FINITE = group("finite")
_OPENERS = group("clause-openers") | {"asked", "speaking"}
_AFTER_SPEAKER = frozenset({"who", "of", "in", "at", "after"})
_PERSONAL = frozenset({"he", "she", "they"})
_STRAY = frozenset({"of", "on", "for", "at", "with", "from", "in", "to"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SAID


def beside_quotations(story: Story) -> Iterator[Issue]:
    """Yield the words of a story that stand beside the cue of a quotation and do not belong there."""
    for number, word in story.among(_matters):
        if word not in _SAID or story.spoken[number] or number + 1 >= story.sentence_end(number):
            continue
        mended = _beside_quotation(story, number)
        if mended is None and word == "said":
            mended = _stray_before_speaker(story, number) or _stray_behind_comma(story, number)
        if mended is not None:
            first, last, right, reason = mended
            yield grammar_issue(story, "function-word", first, last, "… said", reason, right)


def _beside_quotation(story: Story, cue: int) -> tuple[int, int, str, str] | None:
    """`"…," the captain said it.`, `"…," said he the captain.`, `"…," the captain he said.`"""
    before, after = cue - 1, cue + 1
    word, here = story.word(after), story.text[cue]
    told_it = word == "it" and story.lower[cue] in ("told", "tells")  # "“I know that,” she told it": a machine
    if word in _STRAY | {"it", "that"} and not told_it and story.text[after + 1 : after + 2] in (["."], [","]):
        if follows_quotation(story, cue):
            return cue, after + 1, here, f"“{story.text[after]}” does not belong in it"
    elif word in _PERSONAL and ends_quotation(story, before) and _is_speaker(story, after + 1):
        return cue, after + 1, here, "the speaker is named twice"
    elif story.word(before) in _PERSONAL and follows_quotation(story, before):
        subject = subject_of(story, before)
        if subject is not None and subject.head == before - 1:
            return before, cue + 1, here, "the speaker is named twice"
    return None


def _stray_before_speaker(story: Story, said: int) -> tuple[int, int, str, str] | None:
    """`"…," said of Ms Otieno`, `"…," the said a diplomat`: a quotation and its speaker have the cue between them."""
    before, after = said - 1, said + 1
    if ends_quotation(story, before) and story.word(after) in _STRAY and _is_speaker(story, after + 1):
        return said, after + 1, "said", f"“{story.text[after]}” does not belong in it"
    the = story.word(before) == "the" and ends_quotation(story, before - 1)
    if the and (story.word(after) in DETERMINERS or story.is_name(after)) and _is_speaker(story, after):
        return before, after, "said", "a verb takes no article"
    return None


def _stray_behind_comma(story: Story, said: int) -> tuple[int, int, str, str] | None:
    """`The fire was small, said to the clerk.`, `The fire was small, by the clerk said.`: a clause stands before."""
    comma = next((n for n in range(said - 1, max(said - 6, 0), -1) if story.text[n] == ","), None)
    if comma is None or not _is_clause(story, story.sentence_start(said), comma):
        return None
    end, after = story.sentence_end(said), said + 1
    if comma == said - 1 and story.word(after) in _STRAY and _closes(story, after + 1, end):
        return said, after + 1, "said", f"“{story.text[after]}” does not belong in it"
    link = comma + 1
    placed = story.word(link) in _STRAY | {"by"} and story.word(link + 1) in DETERMINERS
    apart = _is_bare(story, said - 1) and said - 1 != link + 2  # "at the time officials said"
    if placed and not apart and story.text[after] == "." and story.word(said - 1) in story.words.persons:
        return link, link + 2, story.text[link + 1], f"“{story.text[link]}” does not belong in it"
    return None


def _is_clause(story: Story, first: int, comma: int) -> bool:
    """Whether a clause without another comma stands there, and nobody speaks it."""
    words = story.lower[first:comma]
    return not story.spoken[first] and "," not in words and not _FINITE.isdisjoint(words) and words[0] not in _OPENERS


def _closes(story: Story, first: int, end: int) -> bool:
    """Whether a person or the police, with a phrase of place or without, end the sentence."""
    at = first + (story.word(first) in DETERMINERS)
    while at < end and story.is_plain(at) and story.lower[at] not in story.words.persons and not _is_bare(story, at):
        at += 1
    if at >= end or not (_is_bare(story, at) or (first < at and story.lower[at] in story.words.persons)):
        return False
    rest = story.lower[at + 1 : end]
    return _FINITE.isdisjoint(rest) and "that" not in rest and "," not in rest


def _is_bare(story: Story, at: int) -> bool:
    return story.lower[at] in ("police", "officials", "prosecutors", "investigators")


def _is_speaker(story: Story, at: int) -> bool:
    """Whether a name, or a determiner with a person, stands there and what is said of them or nothing more."""
    if story.is_name(at):
        end = at + 1
        while story.is_capital(end):
            end += 1
        return end >= len(story) or story.text[end] in (",", ".") or story.lower[end] in _AFTER_SPEAKER
    if story.word(at) not in DETERMINERS:
        return False
    return any(story.word(n) in story.words.persons for n in range(at + 1, at + 4))
