"""A clause whose subject was lost: `Asked if WOULD resign`, `When asked, SAID the dog had`.

Behind these subordinators no finite auxiliary stands before its subject (Huddleston and Pullum 2002, 11.5): only *as*,
*than* and *when* may be followed by one. A cue behind an opening participle has its speaker before it, or behind it and
nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_FINITE = group("finite")
_OPENERS = frozenset({"if", "whether", "because", "although", "unless"})
_PLURAL = frozenset({"are", "were", "have", "do"})
_ASKED = frozenset({"asked", "contacted", "approached", "reached", "questioned", "pressed", "challenged"})
_SAID = frozenset({"said", "says", "replied", "told", "denied", "confirmed", "declined", "insisted"})
_LONGEST = 12


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OPENERS or word in _ASKED


def lost_subjects(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story's frames before which the subject of their clause is missing."""
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _OPENERS:
            yield from _behind_opener(story, number)
        else:
            yield from _behind_participle(story, number)


def _behind_opener(story: Story, number: int) -> Iterator[Issue]:
    verb, after = number + 1, story.word(number + 2)
    if story.word(verb) not in _FINITE or not story.is_plain(verb) or story.in_compound(number):
        return
    carries = after in ("not", "n't", "be", "been", "being", "to", "also", "ever", "still") or english.can_be_verb(
        after
    )
    carries = carries or after in DETERMINERS or "ADJ" in english.parts_of_speech(after)
    if after in NOMINATIVE or not carries or not has_frame(story, number):
        return
    yield _issue(story, number, verb)


def _behind_participle(story: Story, number: int) -> Iterator[Issue]:
    """`When asked about it, said the dog had bitten nobody`: one comma, the cue and a clause with its own subject."""
    opens = number in story.firsts or (number - 1 in story.firsts and story.lower[number - 1] in ("when", "if"))
    end = story.sentence_end(number)
    comma = next((n for n in range(number, min(number + _LONGEST, end)) if story.text[n] == ","), None)
    if not opens or comma is None or comma + 3 >= end:
        return
    cue, behind = comma + 1, comma + 2
    if story.lower[cue] not in _SAID or story.spoken[cue] or not _FINITE.isdisjoint(story.lower[number:comma]):
        return
    follows = story.lower[behind]
    if follows == "that" or follows in NOMINATIVE or story.lower[cue] in ("declined", "denied"):
        yield _issue(story, comma, cue)
        return
    rest = range(behind, end)
    mark = next((n for n in rest if story.text[n] in (",", *QUOTE_MARKS)), end)
    if follows in DETERMINERS and story.lower[cue] != "told" and not _FINITE.isdisjoint(story.lower[behind:mark]):
        yield _issue(story, comma, cue)


def _issue(story: Story, before: int, verb: int) -> Issue:
    pronouns = ("they", "he", "she") if story.lower[verb] in _PLURAL else ("he", "she", "they", "it")
    start = story.slice(before, verb)
    found = tuple(f"{start} {word} {story.text[verb]}" for word in pronouns)
    slot, reason = f"{start.lower()} …", "the clause has no subject"
    return Issue("lost-word", story.span(before, verb + 1), slot, reason, found, certain=True)
