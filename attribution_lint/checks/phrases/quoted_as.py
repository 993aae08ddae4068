"""What stands between *quoted* and what was said: `quoted by the daily WITH saying`, `quoted as TO SAY`.

One is quoted *as saying* (Huddleston and Pullum 2002, 7.4.2), whoever quotes and whenever.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_WRONG = frozenset({"with", "by", "for", "of", "in", "on", "at", "from", "to"})
_BEEN = frozenset({"was", "were", "been", "is", "are", "being", "be"})
_FINITE = group("finite")
_LONGEST = 9


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in ("quoted", "cited")


def quoted_as(story: Story) -> Iterator[Issue]:
    """Yield the small words of a story that stand before what somebody was quoted as saying, and are not *as*."""
    for quoted, word in story.among(_matters):
        if story.spoken[quoted]:
            continue
        if story.word(quoted - 1) not in _BEEN:
            yield from _before_speaker(story, quoted, word)
            continue
        yield from _forms(story, quoted, word)
        for at in range(quoted + 2, min(quoted + _LONGEST, story.sentence_end(quoted) - 1)):
            after = story.word(at + 1)
            if story.text[at] in ("as", ",", *QUOTE_MARKS) or story.lower[at] in _FINITE:
                break
            if story.lower[at] in _WRONG and after in ("saying", "telling") and not _is_verb(story, at - 1):
                reason = f"“{story.text[at]}” does not belong in it"
                yield grammar_issue(story, "function-word", at, at + 1, f"{word} … as {after}", reason, "as")
                break


def _forms(story: Story, quoted: int, word: str) -> Iterator[Issue]:
    link, second, third = quoted + 1, story.word(quoted + 2), story.word(quoted + 3)
    if story.word(link) == "saying" and second == "as" and (third == "that" or third in DETERMINERS):
        reason = "two words are swapped"
        yield grammar_issue(story, "swapped-words", link, link + 2, f"{word} as saying", reason, "as saying")
    if story.word(link) == "as" and second == "to" and english.can_be_verb(third):
        right = f"as {inflection.participle(third)[0]}"
        reason = "“to” does not belong in it"
        yield grammar_issue(story, "function-word", link, link + 3, f"{word} as saying", reason, right)


def _before_speaker(story: Story, quoted: int, word: str) -> Iterator[Issue]:
    """`The agency quoted as a diplomat saying the talks had stalled`: the speaker is the object of who quotes."""
    first = quoted + 2
    if story.word(first - 1) != "as" or story.word(first) not in ("a", "an", "the", "one", "two"):
        return
    for at in range(first + 1, min(first + 5, story.sentence_end(quoted))):
        if story.lower[at] == "saying":
            right = f"{story.slice(first, at)} as"
            yield grammar_issue(story, "swapped-words", first - 1, at, f"{word} … as", "two words are swapped", right)
            return
        if not (story.is_plain(at) or story.is_capital(at)) or story.lower[at] in story.words.function:
            return


def _is_verb(story: Story, at: int) -> bool:
    """Whether a verb stands there to which the preposition belongs: `by a minister who responded by saying`."""
    return english.is_past_form(story.word(at)) and story.is_plain(at)
