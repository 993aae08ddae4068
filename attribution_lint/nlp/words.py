"""Words: the tokens of a Doc that are not white space, laid out for fast look-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attribution_lint.nlp.analysis import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc


def words_of(doc: Doc) -> Words:
    """Return the words of `doc`, with prose offsets in code points."""
    words = Words([], [], [], [], [])
    text, lower, start, end, token = words.text, words.lower, words.start, words.end, words.token
    for number, item in enumerate(doc):
        word = item.text
        if word.isspace():
            continue
        at = item.idx
        text.append(word)
        lower.append(word.lower().replace("’", "'"))
        if word == "'" and lower[-2:-1] == ["'"] and end[-1] == at:
            lower[-2:] = ["''", "''"]  # two single marks set for one double mark
        start.append(at)
        end.append(at + len(word))
        token.append(number)
    return words
