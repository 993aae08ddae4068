"""A preposition that no statement or meeting takes where something is said in it: `said ON a statement`.

What is said is said in a text and at a gathering (Quirk et al. 1985, 9.17 to 9.19); a cue that takes a preposition of
its own, *commented on a statement*, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_TEXTS = group("written-in") | {"interview", "filing", "speech", "sermon", "essay", "column", "verdict", "dispatch"}
_TEXTS |= {"tweet", "memoir", "submission"}
_GATHERINGS = frozenset(
    {"conference", "briefing", "rally", "meeting", "ceremony", "hearing", "vigil", "summit", "forum"}
)
_WRONG_TEXT = frozenset({"on", "at", "into", "of", "to"})
_WRONG_GATHERING = frozenset({"on", "into", "of"})
_ARTICLES = frozenset({"a", "an", "his", "her", "its", "their", "the"})
_SAYS = group("says-on-occasions")
_OWN = {
    "of": frozenset({"told", "warned", "accused", "wrote", "complained", "boasted", "spoke"}),
    "to": frozenset({"announced", "told", "explained", "disclosed", "revealed", "confirmed", "added", "wrote", "made"})
    | {"admitted", "confessed", "conceded", "complained", "objected", "pointed", "replied", "responded", "apologised"}
    | {"apologized", "hinted", "agreed", "pledged", "testified", "recalled"},
    "on": frozenset({"wrote", "insisted", "expanded", "elaborated", "spoke", "commented", "testified", "joked"})
    | {"agreed", "reported", "conceded", "replied", "responded"},
    "at": frozenset({"made", "hinted"}),
    "into": frozenset({"made"}),
    "in": frozenset({"wrote", "made"}),
}
_CLAIMS = group("claims") | {"remarks", "comments", "accusation", "accusations", "charge", "charges", "remark"}
_DONE = frozenset({"released", "published", "issued", "posted", "sent", "emailed", "late", "on", "dated", "seen"})
_LONGEST = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _TEXTS or word in _GATHERINGS


def occasion_links(story: Story) -> Iterator[Issue]:
    """Yield the prepositions of a story's frames that do not go with where something was said."""
    for noun, word in story.among(_matters):
        if story.spoken[noun] or not story.is_plain(noun) or story.in_compound(noun):
            continue
        text = word in _TEXTS
        link = _link_of(story, noun)
        if link is None or story.lower[link] not in (_WRONG_TEXT if text else _WRONG_GATHERING):
            continue
        behind = story.word(noun + 1)
        if behind in ("call", "'s", "’s", "'", "’") or (story.is_plain(noun + 1) and _is_noun(story, behind)):
            continue
        if not (_is_said(story, link) or (link in story.firsts and _opens(story, link, noun))):
            continue
        right = "in" if text else "at"
        right = right.capitalize() if link in story.firsts else right
        slot, reason = f"{right.lower()} a … {word}", f"“{story.text[link]}” does not belong in it"
        yield grammar_issue(story, "function-word", link, link + 1, slot, reason, right)


def _is_noun(story: Story, word: str) -> bool:
    return word not in story.words.function and english.parts_of_speech(word) == {"NOUN"}


def _link_of(story: Story, noun: int) -> int | None:
    """Return the number of the word before the article of a noun; None if more than a few describe it."""
    for at in range(noun - 1, max(noun - 2 - _LONGEST, story.sentence_start(noun)), -1):
        if story.lower[at] in _ARTICLES:
            return at - 1
        if not story.is_plain(at) or story.lower[at] in story.words.function:
            return None
    return None


def _is_said(story: Story, link: int) -> bool:
    """Whether a cue stands before the preposition, or one with the claim that it is about."""
    before, wrong = link - 1, story.lower[link]
    if not story.is_plain(link) or before < story.sentence_start(link):
        return False
    if story.lower[before] in _SAYS:
        return story.lower[before] not in _OWN.get(wrong, ())
    if story.lower[before] not in _CLAIMS or wrong == "of":
        return False
    cue = story.word(before - 2)
    claimed = story.word(before - 1) in _ARTICLES | {"those"}
    return claimed and cue in _SAYS and cue not in _OWN.get(wrong, ())


def _opens(story: Story, link: int, noun: int) -> bool:
    """Whether it opens a sentence in which somebody says something: `On a statement released late, the firm said`."""
    if story.lower[link] == "to" or story.lower[link + 1] not in ("a", "an") or story.word(noun + 1) not in _DONE:
        return False
    end = story.sentence_end(noun)
    comma = next((n for n in range(noun, min(noun + 10, end)) if story.text[n] == ","), end)
    return not _SAYS.isdisjoint(story.lower[comma : min(comma + 7, end)])
