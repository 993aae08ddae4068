"""The grammar of the frame itself: words of grammar lost, doubled, exchanged."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.according import bad_according
from attribution_lint.checks.phrases.articles import bad_article
from attribution_lint.checks.phrases.frames import grammar_issue, noun_follows
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.neighbours import misplaced
from attribution_lint.checks.phrases.said_and_told import AUDIENCE, bad_said, bad_told
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_DOCUMENTS = group("documents")
_MADE = group("made")
_FORMED = group("formed")
_NEAR = frozenset({"source", "sources", "official", "officials", "person", "people", "someone", "aide", "aides"})
_TRIGGERS = frozenset(
    {"the", "a", "an", "in", "on", "at", "during", "that", "of", "about", "to", "for", "by", "from", "said", "cited"}
)
_ANNOUNCE = group("announce")
_OTHERS = frozenset(
    [
        *(
            "according",
            "accord",
            "accorded",
            "accords",
            "accordance",
            "accordingly",
            "closed",
            "told",
            "tells",
            "said",
            "says",
        ),
        *("a", "an", "spoke", "speaking", "form", "fro", "be", "bu", "buy", "bye", "my", "bt", "ny", "than"),
    ]
)


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _OTHERS or word in _TRIGGERS or word in _ANNOUNCE


def bad_grammar(story: Story) -> Iterator[Issue]:
    """Yield what is wrong with the words of grammar in a story's frames."""
    lower = story.lower
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word == "according":
            yield from bad_according(story, number)
        elif (
            word in ("accord", "accorded", "accords", "accordance")
            and story.is_first(number)
            and story.word(number + 1) == "to"
        ):
            right = "According to"
            yield grammar_issue(story, "function-word", number, number + 2, "according to", "it is written so", right)
        elif word in ("accord", "accorded", "accords") and _closes_with_source(story, number):
            yield grammar_issue(
                story, "function-word", number, number + 1, "according to", "it is written so", "according"
            )
        elif word == "closed" and story.word(number + 1) == "to" and story.word(number - 1) in _NEAR:
            yield grammar_issue(
                story, "function-word", number, number + 1, "close to", f"“{word}” is no adverb", "close"
            )
        elif word == "accordingly" and story.word(number + 1) == "to":
            yield grammar_issue(
                story,
                "function-word",
                number,
                number + 2,
                "according to",
                "it is written so",
                "According to" if story.is_capital(number) else "according to",
            )
        elif word in ("told", "tells"):
            yield from bad_told(story, number)
        elif word in ("said", "says"):
            yield from bad_said(story, number)
        elif word in ("a", "an"):
            yield from bad_article(story, number)
        elif word in ("spoke", "speaking") and story.word(number + 1) in AUDIENCE:
            right = f"{story.text[number]} to {story.text[number + 1]}"
            yield grammar_issue(story, "lost-word", number, number + 2, "spoke to", "“to” is missing", right)
        elif word in ("form", "fro") and story.word(number - 1) in _DOCUMENTS:
            if noun_follows(story, number + 1) and not any(story.word(n) in _FORMED for n in range(number, number + 6)):
                yield grammar_issue(
                    story,
                    "function-word",
                    number,
                    number + 1,
                    f"{lower[number - 1]} from",
                    f"“{word}” is no preposition",
                    "from",
                )
        elif word in ("be", "bu", "buy", "bye", "my", "bt", "ny") and story.word(number - 1) in _MADE:
            if noun_follows(story, number + 1):
                yield grammar_issue(
                    story,
                    "function-word",
                    number,
                    number + 1,
                    f"{lower[number - 1]} by",
                    f"“{word}” is no preposition",
                    "by",
                )
        elif (
            word == "than"
            and story.word(number + 1) != "done"
            and story.word(number - 1)
            in ("said", "says", "added", "noted", "told", "reporters", "insisted", "argued", "warned")
        ):
            yield grammar_issue(
                story, "function-word", number, number + 1, f"{lower[number - 1]} that", "“than” compares", "that"
            )
        if word in _TRIGGERS or word in _ANNOUNCE:
            yield from misplaced(story, number)


def _closes_with_source(story: Story, number: int) -> bool:
    """Whether a clause and a comma stand before the word, and behind it *to* with a source that ends the sentence."""
    if story.text[number - 1] != "," or story.word(number + 1) != "to":
        return False
    low, end = story.sentence_start(number), story.sentence_end(number)
    finite = any(word in _FINITE for word in story.lower[low:number])
    closing = story.lower[number + 2 : end]
    sourced = any(word in story.words.sources for word in closing) or story.is_name(number + 2)
    return finite and sourced and not any(word in _FINITE or word == "," for word in closing)


_FINITE = group("finite")
