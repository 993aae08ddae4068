"""A source behind its cue that has lost its article: `“…,” said RESIDENT, who …`, `…, says LEAKED DRAFT of the paper.`

One of many persons or documents takes a determiner in the singular (Huddleston and Pullum 2002, 5.6), but in a
headline, which has no full stop, and before a name, *said spokesman Ann Roe*.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.articles import indefinite
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, verb_forms

_CUES = frozenset(
    spelt for spelt, uses in verb_forms(group("inverted-cues")).items() if uses[0][0] in ("past", "third")
)
_ENDS = frozenset(
    {",", ".", "who", "which", "whose", "of", "at", "from", "in", "with", "for", "on", "after", "when", "outside"}
)
_EITHER = group("either-number")
_BARE = frozenset(
    {"counsel", "custom", "god", "history", "law", "legend", "man", "master", "tradition", "woman", "word"}
)
"""What stands without an article in some sense of its own, *master of ceremonies*; *man who* is none of these."""
_LONGEST = 4
_FEWEST = 8
"""Words of a sentence that is no headline."""


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _CUES


def bare_behind_cues(story: Story) -> Iterator[Issue]:
    """Yield the sources behind a cue of a story that stand without the article that they need."""
    for cue, word in story.among(_matters):
        if word not in _CUES or not story.is_plain(cue) or not cue or not _is_inverted(story, cue):
            continue
        head = _head(story, cue + 1)
        if head is None or not _is_one_of_many(story, head, described=head > cue + 1):
            continue
        said, phrase = story.text[cue], story.slice(cue + 1, head + 1)
        articled = f"{said} {indefinite(phrase) or 'a'} {phrase}", f"{said} the {phrase}"
        person = story.lower[head] in story.words.persons
        right = articled if person else articled[::-1]
        slot, reason = f"{word} a …", "an article is missing"
        yield grammar_issue(story, "lost-word", cue, head + 1, slot, reason, *right)


def _is_inverted(story: Story, cue: int) -> bool:
    """Whether what is said stands before the cue, in a sentence with a full stop."""
    low, end = story.sentence_start(cue), story.sentence_end(cue)
    if story.text[end - 1] != "." or end - low < _FEWEST:
        return False
    if ends_quotation(story, cue - 1):
        return True
    return story.text[cue - 1] == "," and cue - low > _LONGEST


def _head(story: Story, first: int) -> int | None:
    """Return the last word of a phrase of plain words that nothing determines and no name follows."""
    end, at = story.sentence_end(first), first
    while at < end and at - first <= _LONGEST + 2:
        joint = story.text[at] == "-" and story.glued(at) and at > first
        if not joint and (not _is_open(story, at) or story.lower[at] in story.words.function):
            break
        at += 1
    if at == first or at >= end or story.word(at) not in _ENDS or story.text[at - 1] == "-":
        return None
    return at - 1


def _is_open(story: Story, at: int) -> bool:
    return story.text[at].isalpha() and story.text[at].islower() and not story.spoken[at]


def _is_one_of_many(story: Story, head: int, *, described: bool) -> bool:
    word, words = story.lower[head], story.words
    if word in ("man", "woman") and story.word(head + 1) == "who":
        return True
    if word in _BARE or word in _EITHER or word in words.mass or word in words.organisations:
        return False
    if words.persons.get(word) == "singular":
        return not english.is_only_verb(word)
    return words.documents.get(word) == "singular" and (described or word in words.frequent)
