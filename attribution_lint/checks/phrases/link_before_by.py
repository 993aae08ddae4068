"""A preposition between what was made and its maker: `The data, published ON by the statistics office, showed`.

A passive takes *by* and who did it (Quirk et al. 1985, 3.65). A verb that keeps its preposition, *acted on by*, is left
alone, and so these are participles that keep none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attribution_lint.checks.phrases.frames import grammar_issue, has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_MADE = group("made-without-link")
_MEANS = frozenset({"hand", "post", "mail", "phone", "email", "text", "letter", "fax", "telephone", "mistake"})
_LINKS = frozenset({"on", "in", "at", "to", "of", "for", "from", "with"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "by"


def link_before_by(story: Story) -> Iterator[Issue]:
    """Yield the prepositions that stand before or behind *by* and its maker."""
    for by, word in story.among(_matters):
        if word != "by" or not story.is_plain(by) or not has_frame(story, by):
            continue
        reason = "two prepositions stand side by side"
        if keeps_link(story.word(by - 2), story.word(by - 1)):
            continue
        if story.word(by - 1) in _LINKS and _is_made(story, by - 2) and _names_maker(story, by + 1):
            slot = f"{story.lower[by - 2]} by …"
            yield grammar_issue(story, "function-word", by - 1, by + 1, slot, reason, "by")
        elif story.word(by + 1) in _LINKS and _is_made(story, by - 1) and _names_maker(story, by + 2):
            slot = f"{story.lower[by - 1]} by …"
            yield grammar_issue(story, "function-word", by, by + 2, slot, reason, "by")


def keeps_link(verb: str, link: str) -> bool:
    """Whether a passive keeps its preposition before *by*: `written to by the stewards`."""
    return link in _stranded().get(verb, ())


@cache
def _stranded() -> dict[str, tuple[str, ...]]:
    entries = (entry.split("|") for entry in group("stranded-links"))
    return {verb: tuple(links) for verb, *links in entries}


def _is_made(story: Story, at: int) -> bool:
    return story.word(at) in _MADE or (story.word(at) == "out" and story.word(at - 1) == "carried")


def _names_maker(story: Story, at: int) -> bool:
    word = story.word(at)
    if word in _MEANS and story.word(at - 1) == "by":
        return False  # "written in by hand", "sent in by post"
    return word in DETERMINERS or word in PLURAL_SIGNS or story.is_name(at) or word in story.words.sources
