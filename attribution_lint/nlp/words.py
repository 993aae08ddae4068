"""Words: the tokens of a Doc that are not white space, laid out for fast look-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attribution_lint.nlp.analysis import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc


_MOST_FORMS = 50_000
_forms: dict[int, tuple[str, str]] = {}
"""By spaCy's number of a string, which rests on its letters alone: the word and its lower-case form."""


def words_of(doc: Doc) -> Words:
    """Return the words of `doc`, with prose offsets in code points."""
    words = Words([], [], [], [], [])
    text, lower, start, end, token = words.text, words.lower, words.start, words.end, words.token
    strings = doc.vocab.strings
    if len(_forms) > _MOST_FORMS:
        _forms.clear()
    # Rows of numbers: a Token object for every word would cost as much as finding the words.
    for number, (orth, at) in enumerate(doc.to_array(["ORTH", "IDX"]).tolist()):
        form = _forms.get(orth)
        if form is None:
            word = strings[orth]
            form = _forms[orth] = (word, "" if word.isspace() else word.lower().replace("’", "'"))
        word, lowered = form
        if not lowered:
            continue
        text.append(word)
        lower.append(lowered)
        if word == "'" and lower[-2:-1] == ["'"] and end[-1] == at:
            lower[-2:] = ["''", "''"]  # two single marks set for one double mark
        start.append(at)
        end.append(at + len(word))
        token.append(number)
    return words
