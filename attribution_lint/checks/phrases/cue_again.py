"""A cue that stands on both sides of its speaker: `The ferry was full, said police said.`, `officials said officials`.

The speaker stands before the cue or behind it (Quirk et al. 1985, 14.29 to 14.30), and the cue once.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_CUES = frozenset({"said", "says", "told", "added"})
_LONGEST = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _CUES


def cue_again(story: Story) -> Iterator[Issue]:
    """Yield the cues and speakers of a story that close a sentence and stand twice in its last phrase."""
    for cue, word in story.among(_matters):
        if word not in _CUES or not story.is_plain(cue):
            continue
        yield from _cue_twice(story, cue, word)
        yield from _speaker_twice(story, cue)


def _cue_twice(story: Story, cue: int, word: str) -> Iterator[Issue]:
    """`, said police said.`, `, said the council said.`: with an article the inverted order stays."""
    if cue in story.firsts or story.text[cue - 1] not in (",", *QUOTE_MARKS):
        return
    for again in range(cue + 2, min(cue + _LONGEST, story.sentence_end(cue))):
        if story.text[again] == word and story.text[again + 1 : again + 2] in (["."], [","]):
            last = story.lower[again - 1]
            if not (last in story.words.speakers or story.is_name(again - 1)):
                return
            first_kept = story.lower[cue + 1] in DETERMINERS
            reason = "the cue stands twice"
            if first_kept:
                right = story.text[again - 1]
                yield grammar_issue(story, "doubled-word", again - 1, again + 1, f"{word} …", reason, right)
            else:
                right = story.text[cue + 1]
                yield grammar_issue(story, "doubled-word", cue, cue + 2, f"… {word}", reason, right)
            return
        if not (story.is_plain(again) or story.is_capital(again)):
            return


def _speaker_twice(story: Story, cue: int) -> Iterator[Issue]:
    """`, the airline said the airline.`, `, the bank the bank said.`"""
    low = story.sentence_start(cue)
    start = next((n + 1 for n in range(cue - 1, max(low, cue - _LONGEST), -1) if story.text[n] == ","), None)
    if start is None or start >= cue:
        return
    speaker = story.lower[start:cue]
    behind = cue + 1 + len(speaker)
    reason = "the speaker stands twice"
    if story.lower[cue + 1 : behind] == speaker and story.text[behind : behind + 1] in (["."], [","]):
        right = story.text[cue]
        yield grammar_issue(story, "doubled-word", cue, behind, f"… {right}", reason, right)
    half, odd = divmod(len(speaker), 2)
    if half > 1 and not odd and speaker[:half] == speaker[half:] and speaker[-1] in story.words.speakers:
        right = story.slice(start, start + half)
        yield grammar_issue(story, "doubled-word", start, cue, f"{right} …", reason, right)
