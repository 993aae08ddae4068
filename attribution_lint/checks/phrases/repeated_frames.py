"""A frame that another holds already: `said Mr Roe, the mate, SAID.`, `According to Dr Roe, …, she said`.

One clause takes one frame (Quirk et al. 1985, 14.28). What is told by *according to* needs no *she said* of the same
source, and a cue behind a comma needs a subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SAID = frozenset({"said", "says"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_WHATEVER = frozenset(
    {"what", "whatever", "everything", "all", "who", "which", "as", "if", "when", "words", "anything"}
)
_BEHIND = frozenset({"as", "on", "in", "at", "after", "outside", "from", "when", "while"})
_TITLES = group("titles-of-speakers") | group("offices") | {"advocate", "pastor", "rabbi", "imam", "father", "sister"}
_TWICE = "the frame is said twice"
_LONGEST = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _SAID or word == "according"


def repeated_frames(story: Story) -> Iterator[Issue]:
    """Yield the frames of a story that close a clause which another frame holds."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word == "according":
            yield from _closed_again(story, number)
        elif word in _SAID:
            yield from _alone(story, number)
            yield from _said_again(story, number, word)
            yield from _around_name(story, number, word)


def _alone(story: Story, cue: int) -> Iterator[Issue]:
    """`said Pat Keane, the mate, said.`: a cue between a comma and the end has no subject, and the first has one."""
    low, comma = story.sentence_start(cue), cue - 1
    if cue in story.firsts or story.text[comma] != "," or story.text[cue + 1 : cue + 2] != ["."]:
        return
    if any(story.lower[n] in _SAID and not story.spoken[n] for n in range(low, comma)):
        yield grammar_issue(story, "double-frame", comma, cue + 2, f"… {story.lower[cue]}", _TWICE, ".")


def _said_again(story: Story, cue: int, word: str) -> Iterator[Issue]:
    """`the regents said Tuesday they said,`, `the tour said on Friday, he said,`, `the report said it says,`."""
    at = cue + 1
    if story.word(at) == "on" and story.word(at + 1) in CALENDAR:
        at += 1
    dated = story.word(at) in CALENDAR
    if dated:
        at += 1
    comma = dated and story.text[at : at + 1] == [","]
    pronoun = at + comma
    again, end = pronoun + 1, pronoun + 2
    if story.word(pronoun) not in _PRONOUNS or story.word(again) not in _SAID or end >= len(story):
        return
    if story.text[end] not in (",", ".") or story.spoken[pronoun]:
        return
    if not dated and story.word(again) == word:
        return  # "she said he said", which another finder weighs
    low = story.sentence_start(cue)
    if not _WHATEVER.isdisjoint(story.lower[max(cue - _LONGEST, low) : cue]) or "," not in story.text[low:cue]:
        return
    right = story.slice(cue, at)
    yield grammar_issue(story, "double-frame", cue, end, f"… {word}", _TWICE, right)


def _around_name(story: Story, cue: int, word: str) -> Iterator[Issue]:
    """`“…,” said Advocate Maseko said as she left`: a name between two cues, and a phrase of its own behind them."""
    if cue in story.firsts or story.text[cue - 1] not in (",", *QUOTE_MARKS):
        return
    at = cue + 1
    while at < min(cue + _LONGEST, story.sentence_end(cue)) and (story.is_capital(at) or story.text[at] == "."):
        at += 1
    if at > cue + 1 and story.word(at) == word and story.word(at + 1) in _BEHIND:
        right = story.text[at - 1]
        yield grammar_issue(story, "double-frame", at - 1, at + 1, f"said … {word}", _TWICE, right)


def _closed_again(story: Story, according: int) -> Iterator[Issue]:
    """`According to the trust, the weir leaks, the trust said.`, `According to Dr Roe, …, she said, with …`."""
    end = story.sentence_end(according)
    if according not in story.firsts or story.word(according + 1) != "to":
        return
    first = according + 2
    comma = next((n for n in range(first, min(first + 12, end)) if story.text[n] == ","), None)
    if comma is None:
        return
    source = story.lower[first:comma]
    for cue in range(comma + 3, end):
        if story.lower[cue] not in _SAID or story.spoken[cue] or story.text[cue + 1 : cue + 2] not in ([","], ["."]):
            continue
        start = next((n for n in range(cue - 1, max(cue - _LONGEST, comma), -1) if story.text[n] == ","), None)
        if start is None:
            return
        again = story.lower[start + 1 : cue]
        pronoun = len(again) == 1 and again[0] in _PRONOUNS
        same = len(again) > 1 and again[-1] in source and again[0] in ("the", *source)
        if (pronoun or same) and not any(story.text[n] in QUOTE_MARKS for n in range(comma, cue)):
            last = cue + 2 if story.text[cue + 1] == "." else cue + 1
            right = "." if last > cue + 1 else ""
            before = story.text[start - 1]
            slot = "according to … said"
            yield grammar_issue(story, "double-frame", start - 1, last, slot, _TWICE, before + right)
        return
