"""The plain form of a verb before a document that it describes: `in a PREPARE statement`, `a SIGN affidavit`.

What was done to a document stands before it as a participle (Quirk et al. 1985, 7.15 and 17.98). Only verbs that make
no compound with a document are asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_DONE = group("done-to-documents")
_ALSO_NOUNS = {"sign": group("signed-documents"), "leak": group("leaked-documents")}
"""Verbs that may be nouns before others, *a leak line*, with the documents before which they are none."""
_PASTS = {"swore": "sworn", "wrote": "written", "stole": "stolen"}
_ARTICLES = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "'s", "’s", "this", "that", "these", "two", "three"}
)
_LINKS = frozenset({"in", "from", "by", "citing", "of", "through", "with"})
_ALSO_CLOSED = frozenset({"affidavit", "interview", "remarks", "speech", "address", "answer", "message", "evidence"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _DONE or word in _ALSO_NOUNS or word in _PASTS


def plain_modifiers(story: Story) -> Iterator[Issue]:
    """Yield the plain forms of verbs that describe a document of a story's frames."""
    for verb, word in story.among(_matters):
        noun, before = story.word(verb + 1), story.word(verb - 1)
        document = noun in story.words.documents or noun in _ALSO_CLOSED
        if word in _ALSO_NOUNS:
            document = noun in _ALSO_NOUNS[word]
        if not _matters(word, story.words) or not document or not story.is_plain(verb) or story.in_compound(verb):
            continue
        if word in _PASTS and before not in _ARTICLES:
            continue
        governed = before in _LINKS or (before == "to" and story.word(verb - 2) == "according")
        if not (before in _ARTICLES or governed) or story.word(verb - 2) in ("that", "let", "to"):
            continue
        yield Issue(
            "inflection",
            story.span(verb, verb + 1),
            f"… {noun}",
            "takes the participle",
            (_PASTS.get(word) or spelling(word, "participle"),),
        )
