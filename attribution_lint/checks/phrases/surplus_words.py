"""Which of two small words that never meet is one too many: `be HAVE agreed`, `the condition OF that her name`."""

from __future__ import annotations

from collections.abc import Callable

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.misplaced_words import Mended, Mending
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import Story

_LINKS = group("links")
_BE = frozenset({"am", "are", "be", "been", "being", "is", "was", "were"})
_HAVE = frozenset({"had", "has", "have", "having"})
_MODALS = frozenset({"can", "could", "did", "do", "does", "may", "might", "must", "should", "to", "will", "would"})


def _one_of_two(story: Story, first: int) -> Mended | None:
    """Keep of both the word that the next one can follow: a participle *have*, a noun a preposition."""
    second, third = first + 1, first + 2
    fits_first, fits_second = _takes(story, first, third), _takes(story, second, third)
    unhelped = story.lower[second] == "been" and fits_first > 0  # "it is been understood"
    if first in story.firsts or (fits_second >= fits_first and not unhelped):
        kept = story.text[second]
        right = kept.capitalize() if first in story.firsts else kept
    else:
        right = story.text[first]
    return first, third, right, "one of them is too many"


def _takes(story: Story, number: int, third: int) -> int:
    """Return how well a small word stands before another: 2 as it asks for such a word, 0 as it cannot, or 1."""
    word, after = story.lower[number], story.word(third)
    kind = next((kind for kind, words in _KINDS if word in words), None)
    return 1 if kind is None else 2 * _FITS[kind](story, third, after)


def _is_noun(story: Story, at: int, word: str) -> bool:
    return not story.is_plain(at) or (word not in story.words.function and english.can_be_noun(word))


def _opens_noun(story: Story, at: int, word: str) -> bool:
    return word in DETERMINERS or (_is_noun(story, at, word) and word not in NOMINATIVE)


def _is_base(story: Story, at: int, word: str) -> bool:
    return word in ("be", "have", "not") or (english.can_be_verb(word) and word in english.lemmas(word))


def _is_past(story: Story, at: int, word: str) -> bool:
    return word == "been" or english.is_past_form(word)


def _is_predicate(story: Story, at: int, word: str) -> bool:
    return english.is_past_form(word) or word.endswith("ing") or "ADJ" in english.parts_of_speech(word)


def _is_finite(story: Story, at: int, word: str) -> bool:
    return word in _BE | _HAVE | _MODALS or english.can_be_verb(word)


_KINDS = (
    ("be", _BE),
    ("have", _HAVE),
    ("modal", _MODALS),
    ("determiner", DETERMINERS),
    ("subject", NOMINATIVE),
    ("link", _LINKS),
)
_FITS: dict[str, Callable[[Story, int, str], bool]] = {
    "be": _is_predicate,
    "have": _is_past,
    "modal": _is_base,
    "determiner": _is_noun,
    "subject": _is_finite,
    "link": _opens_noun,
}
MENDINGS: dict[str, Mending] = {"one-of-two": _one_of_two}
