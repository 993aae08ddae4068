"""What stands around a word, told coarsely enough that words never seen together still speak for a slot.

Every word has one kind: a word of grammar is its own kind, a name, a number, a person, a body, a document, a cue by its
form have theirs, and the rest go by their ending. A context is made of the kinds before and after, alone and together,
and of where the clause begins and ends.
"""

from __future__ import annotations

from functools import lru_cache

from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

Feature = tuple[str, ...]

_SAYING = frozenset({"said", "says", "say", "told", "tells", "tell"})
_FINITE = group("finite") | {"'s", "'re", "had", "did"}
_ENDINGS = (
    ("ing", "ING"),
    ("ed", "ED"),
    ("ly", "LY"),
    ("ion", "ION"),
    ("ment", "MENT"),
    ("er", "ER"),
    ("or", "ER"),
    ("ist", "ER"),
    ("al", "AL"),
    ("ic", "AL"),
    ("ous", "AL"),
    ("ive", "AL"),
    ("ary", "AL"),
    ("ers", "ERS"),
    ("ors", "ERS"),
    ("ists", "ERS"),
    ("ians", "ERS"),
    ("s", "S"),
)
_MARKS = frozenset({",", ".", ";", ":", "!", "?", "(", ")", "--", "—", "–", "-", "…", "'", "’", "%", "&"})
_ENDS_CLAUSE = _MARKS - {"'", "’", "%", "&", "-"} | {
    *("OPEN", "CLOSE", "that", "who", "which", "and", "but", "while", "when", "as", "because", "if", "after"),
    *("before", "whether"),
}
_VERBAL = frozenset({"PAST", "THIRD", "RARE-PAST", "RARE-THIRD", "said", "says", "told", "tells", "ED"}) | _FINITE
_REACH = 9
_FAR = 5
START, END = "START", "END"


def kinds_of(story: Story) -> list[str]:
    """Return the kind of every word of a story."""
    words, found = story.words, []
    for number, text in enumerate(story.text):
        if text in QUOTE_MARKS:
            opens = number + 1 < len(story) and story.spoken[number + 1] and not (number and story.spoken[number - 1])
            found.append("OPEN" if opens else "CLOSE")
        elif story.spoken[number]:
            found.append("SPOKEN")
        elif text[0].isupper():
            found.append(_capital(story, number, text, words))
        elif text[0].isalpha() or story.lower[number] in _CLITICS:
            found.append(_kind(story.lower[number], words))
        elif text[0].isdigit() or text[0] == "$":
            found.append("NUMBER")
        else:
            found.append(text if text in _MARKS else "MARK")
    return found


_CLITICS = frozenset({"'s", "n't", "'re", "'d", "'ll", "'ve", "'m"})


def _capital(story: Story, number: int, text: str, words: Vocabulary) -> str:
    word = story.lower[number]
    if story.is_first(number):
        if word in words.function:
            return word
        if story.is_capital(number + 1):
            return "DEMONYM" if word in words.demonyms else "NAME"
        kind = _kind(word, words)
        return "FIRST" if kind in _OPEN_KINDS else kind
    if word in words.demonyms:
        return "DEMONYM"
    if word in CALENDAR:
        return "DAY"
    if word in words.function and len(text) > 1 and word not in ("will", "may", "us"):
        return word
    if words.persons.get(word) == "singular":
        return "TITLE"
    return "BODY" if word in words.organisations else "NAME"


_OPEN_KINDS = frozenset({"OTHER", "S", "ER", "AL", "ERS"})


@lru_cache(maxsize=32768)
def _kind(word: str, words: Vocabulary) -> str:
    if word in _SAYING or word in words.function:
        return word
    for nouns, name in ((words.persons, "PERSON"), (words.organisations, "ORGANISATION")):
        if word in nouns:
            return name + ("" if nouns[word] == "singular" else "S")
    uses = words.cues.get(word)
    if word in words.documents:
        kind = "DOCUMENT" + ("" if words.documents[word] == "singular" else "S")
        return f"{kind}-CUE" if uses else kind
    if uses and word in words.frequent_cues:
        return uses[0][0].upper()
    if word in words.occasions:
        return "OCCASION"
    if word in CALENDAR:
        return "DAY"
    if uses:
        return f"RARE-{uses[0][0].upper()}"
    for ending, name in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return name
    return "OTHER"


def features(story: Story, kinds: list[str], number: int) -> list[Feature]:
    """Return the features of the context of a word; the word itself is none of them."""
    low, high = story.sentence_start(number), story.sentence_end(number)

    def kind(at: int) -> str:
        return START if at < low else END if at >= high else kinds[at]

    b1, b2, b3, a1, a2, a3 = (kind(number + step) for step in (-1, -2, -3, 1, 2, 3))
    opened, far = _clause(kinds, number - 1, -1, low - 1)
    left = "VERB" if opened is None else kind(opened)
    closed, near = _clause(kinds, number + 1, 1, high)
    right = "VERB" if closed is None else kind(closed)
    return [
        ("b1", b1),
        ("a1", a1),
        ("b1a1", b1, a1),
        ("b2", b2),
        ("a2", a2),
        ("b3", b3),
        ("a3", a3),
        ("b2b1", b2, b1),
        ("a1a2", a1, a2),
        ("left", left, str(far)),
        ("right", right, str(near)),
        ("clause", left, right),
        ("b1right", b1, right),
        ("lefta1", left, a1),
        ("b3b2b1", b3, b2, b1),
        ("b2b1a1", b2, b1, a1),
        ("b1a1a2", b1, a1, a2),
    ]


def _clause(kinds: list[str], at: int, step: int, stop: int) -> tuple[int | None, int]:
    """Return where the clause ends in a direction, None if a finite verb comes first, and how many words away."""
    steps = 0
    while at != stop and kinds[at] not in _ENDS_CLAUSE and steps < _REACH:
        if kinds[at] in _VERBAL:
            return None, min(steps, _FAR)
        at += step
        steps += 1
    return at, min(steps, _FAR)
