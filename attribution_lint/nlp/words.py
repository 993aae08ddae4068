"""Words: the tokens of a Doc that are not white space, laid out for fast look-ups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution_lint.nlp.analysis import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc


def words_of(doc: Doc) -> Words:
    """Return the words of `doc`, with prose offsets in code points."""
    words = Words([], [], [], [])
    add_words(words, doc, 0)
    return words


def add_words(words: Words, doc: Doc, shift: int) -> None:
    """Add the words of a Doc whose text starts at offset `shift`, behind all that are there."""
    strings = doc.vocab.strings
    # Rows of numbers: a Token object for every word would cost as much as finding the words.
    for orth, at in doc.to_array(["ORTH", "IDX"]).tolist():
        word = strings[orth]
        if not word.isspace():
            _add_word(words, word, at + shift)


def lower_forms(tokens: Sequence[str]) -> list[str]:
    """Return the lower-case forms of tokens that stand without a space between them, as `Words` has them."""
    lower = [token if (low := token.lower().replace("’", "'")) == token else low for token in tokens]  # kept once
    if lower.count("'") > 1:
        for number in range(1, len(lower)):
            if tokens[number] == "'" and lower[number - 1] == "'":
                lower[number - 1 : number + 1] = ["''", "''"]
    return lower


def _add_word(words: Words, word: str, at: int) -> None:
    lower = words.lower
    lower.append(word.lower().replace("’", "'"))
    if word == "'" and lower[-2:-1] == ["'"] and words.end[-1] == at:
        lower[-2:] = ["''", "''"]  # two single marks set for one double mark
    words.text.append(word)
    words.start.append(at)
    words.end.append(at + len(word))
