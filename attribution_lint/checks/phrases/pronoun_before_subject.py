"""A pronoun before the subject it would stand for: `It the commission said it had`, `The they police said`.

No noun phrase follows a pronoun that is itself the subject, save one between commas (Huddleston and Pullum 2002, 16.5).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_PRONOUNS = frozenset({"he", "she", "it", "they"})
_ARTICLES = frozenset({"the", "a", "an"})
_OPENS = frozenset({"that", "said", "says", "because", "although", "but", "while"})
_AUXILIARIES = group("finite")
_LONGEST = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _PRONOUNS


def pronoun_before_subject(story: Story) -> Iterator[Issue]:
    """Yield the pronouns of a story's frames that stand before the subject, or between it and its article."""
    for pronoun, word in story.among(_matters):
        if word not in _PRONOUNS or story.spoken[pronoun] or story.text[pronoun].isupper():
            continue
        before, after = pronoun - 1, pronoun + 1
        reason = f"“{story.text[pronoun]}” does not belong in it"
        opens = pronoun in story.firsts or story.word(before) in _OPENS or story.text[before] in QUOTE_MARKS
        if opens and story.word(after) in _ARTICLES and _is_subject(story, after + 1):
            right = story.text[after].capitalize() if story.is_capital(pronoun) else story.text[after]
            yield grammar_issue(story, "function-word", pronoun, after + 1, f"{right.lower()} …", reason, right)
        elif opens and story.is_capital(after) and word == "it" and _is_named_subject(story, after):
            right = story.text[after]
            yield grammar_issue(story, "function-word", pronoun, after + 1, f"{right} …", reason, right)
        elif story.word(before) in _ARTICLES and before in story.firsts and _is_subject(story, after):
            right = story.text[before]
            yield grammar_issue(story, "function-word", before, after, f"{right.lower()} …", reason, right)


def _is_named_subject(story: Story, first: int) -> bool:
    """Whether a name, the plural that it describes and a cue stand there: `It Kilmoyle police confirmed`."""
    head = first + 1
    while story.is_capital(head) and head - first < _LONGEST:
        head += 1
    many = story.words.persons.get(story.word(head)) == "plural" or story.word(head) in (
        "police",
        "gardaí",
        "officials",
    )
    return many and is_finite_cue(story.word(head + 1), story.words)


def _is_subject(story: Story, first: int) -> bool:
    """Whether a source and its cue, or a source and its auxiliary, stand there."""
    for at in range(first, min(first + _LONGEST, story.sentence_end(first))):
        word = story.lower[at]
        if not (story.is_plain(at) or story.is_capital(at)) or word in story.words.function:
            return False
        if word in story.words.speakers and at + 1 < len(story):
            after = story.lower[at + 1]
            if is_finite_cue(after, story.words) or after in _AUXILIARIES:
                return True
    return False
