"""Where a cue takes its plain form: behind an auxiliary, and behind the pronoun that an auxiliary or *let* governs."""

from __future__ import annotations

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.story import Story

_AUXILIARY = group("auxiliary")
_ADVERBS = frozenset({"only", "also", "never", "simply", "still", "now", "later", "neither"})


def is_governed(story: Story, pronoun: int) -> bool:
    """Whether an auxiliary or a verb of perception before the pronoun asks for the plain form."""
    before = story.word(pronoun - 1)
    return before in _AUXILIARY or before in (
        "let",
        "had",
        "make",
        "made",
        "lest",
        "hear",
        "heard",
        "and",
        "that",
        "is",
        "was",
        "were",
        "are",
        "n't",
        "of",
        "with",
        "without",
        "than",
        "'d",
        "if",
    )


def takes_plain_form(story: Story, before: int) -> bool:
    """Whether the word, or the one that its *not* belongs to, is an auxiliary that takes a plain form."""
    while story.word(before) in _ADVERBS and story.word(before - 1) in _AUXILIARY:
        before -= 1
    word = story.word(before)
    if word in ("do", "does", "did") and story.word(before - 1) == "who":
        return False  # "A baker who does said they asked first"
    if word in ("do", "does", "did") and (
        story.word(before - 1) in _AUXILIARY or story.word(before - 1) in ("not", "to")
    ):
        return False  # "could not do sums"
    if word in _AUXILIARY:
        return story.text[before].islower()
    return word in ("not", "n't", "immediately") and _negated(story, before)


def is_name_of(story: Story, at: int) -> bool:
    """Whether *can* or *will* is a noun behind one of its kind, and that one no speaker: *a soup can*."""
    kind = story.word(at - 1)
    articled = story.word(at - 2) in ("a", "the", "his", "her", "its", "their")
    return story.lower[at] in ("can", "will") and articled and kind not in story.words.speakers


def is_own_base(story: Story, number: int) -> bool:
    """Whether a past form is the plain form of another verb, and has an object: *would found a school*."""
    word, after = story.lower[number], story.word(number + 1)
    return word in ("bore", "found") and after not in ("that", "the", "any", "no", "it", "out") and after != ""


def _negated(story: Story, at: int) -> bool:
    while story.word(at) in ("not", "n't", "immediately", "yet"):
        at -= 1
    return story.word(at) in ("did", "does", "do", "will", "would", "could")
