"""A singular for a plural that opens its sentence: `Analyst at the bank said`, `Fire OFFICIAL urged residents`.

A singular that names one of many needs an article (Huddleston and Pullum 2002, 5.6). A headline needs none, and is
told by its verb in the present, its missing full stop, or the articles that it lacks; a name by the capital behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_PERSONS = group("bare-openers")
_KINDS = group("kinds-of-officials")
_ARTICLES = frozenset({"a", "an", "the"})
_PLACES = frozenset({"in", "at", "from", "with", "for"})
_PAST = frozenset({"said", "told", "announced", "urged", "warned", "confirmed", "accused", "asked", "ordered", "added"})
_SHORTEST, _LONGEST = 6, 7


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _PERSONS


def bare_openers(story: Story) -> Iterator[Issue]:
    """Yield the singulars of persons that open a sentence of a story with nothing that says which."""
    for head, noun in story.among(_matters):
        first = story.sentence_start(head)
        if noun not in _PERSONS or story.spoken[head] or story.in_compound(head) or not _opens(story, first, head):
            continue
        verb = _verb_of(story, head)
        if verb is None or story.word(verb) not in _PAST or not _is_prose(story, verb):
            continue
        many = plural(noun)
        right = many.capitalize() if head == first else many
        reason = f"takes the plural or an article; “{story.text[head]}” is singular"
        yield Issue("agreement", story.span(head, head + 1), f"… {story.lower[verb]}", reason, (right,))


def _opens(story: Story, first: int, head: int) -> bool:
    """Whether the person alone, or behind one word for its kind, opens the sentence in capitals and small letters."""
    if head - first > 1 or not story.text[first][1:].islower() or story.recurs(story.text[first]):
        return False
    return head == first or (story.is_plain(head) and story.lower[first] in _KINDS)


def _verb_of(story: Story, head: int) -> int | None:
    """Return the number of the word behind the person and a phrase of place; None if a name or a comma follows."""
    after = head + 1
    if story.is_plain(after) and story.lower[after] in _PAST:
        return after
    if story.word(after) not in _PLACES:
        return None
    for at in range(after + 1, min(after + _LONGEST, story.sentence_end(head))):
        if story.lower[at] in _PAST and story.is_plain(at):
            return at
        if not story.text[at].isalpha():
            return None
    return None


def _is_prose(story: Story, verb: int) -> bool:
    """Whether an article and a full stop follow."""
    end = story.sentence_end(verb)
    rest = story.lower[verb:end]
    return len(rest) >= _SHORTEST and not _ARTICLES.isdisjoint(rest) and story.text[end - 1] == "."
