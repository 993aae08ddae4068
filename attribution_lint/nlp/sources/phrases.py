"""Noun phrases that can name a source."""

from __future__ import annotations

from msgspec import Struct

from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Words
from attribution_lint.nlp.nouns import can_be_source_word


class Phrase(Struct, frozen=True):
    """A noun phrase: the words `first` up to and without `last`."""

    first: int
    last: int


def can_be_source(words: Words, first: int, last: int) -> bool:
    """Whether a name or a noun that can be a source stands among the words `first` up to `last`."""
    return any(words.text[n][0].isupper() or can_be_source_word(words.lower[n]) for n in range(first, last))


def joins(words: Words, index: int) -> bool:
    """Whether “and” at `index` joins two names or two like nouns rather than two clauses."""
    left, right = words.text[index - 1], words.text[index + 1]
    right_is_noun = right in grammar.POSSESSIVES or right in grammar.ARTICLES
    if (left[0].isupper() or left in grammar.PERSONAL_PRONOUNS) and (
        right[0].isupper() or right[0].isdigit() or right_is_noun
    ):
        return True
    return can_be_source_word(left.lower()) and (can_be_source_word(right.lower()) or right[0].islower())
