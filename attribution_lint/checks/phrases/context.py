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
    """Return the kind of every word of a story, not to be changed."""
    return story.once(_kinds_in)


def _kinds_in(story: Story) -> list[str]:
    words, texts, spoken = story.words, story.text, story.spoken
    known = _kinds_alone(words)
    if len(known) > _MOST_WORDS:
        known.clear()
    for text, lower in zip(texts, story.lower, strict=True):
        if text not in known:
            known[text] = _alone(text, lower, words)
    found = [known[text] for text in texts]
    for number in [number for number, kind in enumerate(found) if kind in _TAKE_A_LOOK]:
        if found[number] == _MARKS_QUOTATION:
            opens = number + 1 < len(texts) and spoken[number + 1] and not (number and spoken[number - 1])
            found[number] = "OPEN" if opens else "CLOSE"
        else:
            found[number] = _capital(story, number, texts[number], words)
    if True in spoken:
        for number, is_spoken in enumerate(spoken):
            if is_spoken and texts[number] not in QUOTE_MARKS:
                found[number] = "SPOKEN"
    return found


_MARKS_QUOTATION, _HAS_CAPITAL = "QUOTATION", "CAPITAL"
_TAKE_A_LOOK = frozenset({_MARKS_QUOTATION, _HAS_CAPITAL})
_MOST_WORDS = 32768  # whose kinds are kept


@lru_cache(maxsize=4)
def _kinds_alone(words: Vocabulary) -> dict[str, str]:
    """Return the table of what `_alone` has said of words as they are written."""
    return {}


def _alone(text: str, lower: str, words: Vocabulary) -> str:
    """Return the kind of a word that nobody speaks, or which of those it is that take a look at the words beside it."""
    if text in QUOTE_MARKS:
        return _MARKS_QUOTATION
    if text[0].isupper():
        return _HAS_CAPITAL
    plain = lower.replace("’", "'")
    if text[0].isalpha() or plain in _CLITICS:
        return _kind(plain, words)
    if text[0].isdigit() or text[0] == "$":
        return "NUMBER"
    return text if text in _MARKS else "MARK"


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


@lru_cache(maxsize=2048)
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


Surroundings = tuple[str, str, str, str, str, str, str, str, str, str]
"""The kinds of the third, second and first word before and of those behind, the first again first; what the clause ends
with before and how far away, and the same behind."""


def surroundings(story: Story, kinds: list[str], number: int) -> Surroundings:
    """Return what stands around a word in its sentence."""
    low, high = story.sentence_start(number), story.sentence_end(number)
    left, far = _clause(kinds, number - 1, -1, low - 1, START)
    right, near = _clause(kinds, number + 1, 1, high, END)
    return (
        kinds[number - 3] if number - 3 >= low else START,
        kinds[number - 2] if number - 2 >= low else START,
        kinds[number - 1] if number - 1 >= low else START,
        kinds[number + 1] if number + 1 < high else END,
        kinds[number + 2] if number + 2 < high else END,
        kinds[number + 3] if number + 3 < high else END,
        left,
        far,
        right,
        near,
    )


def features(around: Surroundings) -> list[Feature]:
    """Return the features of the context of a word; the word itself is none of them."""
    b3, b2, b1, a1, a2, a3, left, far, right, near = around
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
        ("left", left, far),
        ("right", right, near),
        ("clause", left, right),
        ("b1right", b1, right),
        ("lefta1", left, a1),
        ("b3b2b1", b3, b2, b1),
        ("b2b1a1", b2, b1, a1),
        ("b1a1a2", b1, a1, a2),
    ]


def _clause(kinds: list[str], at: int, step: int, stop: int, edge: str) -> tuple[str, str]:
    """Return the kind that ends the clause in a direction, and how many words away.

    It is `edge` where the sentence ends first, and VERB where a finite verb comes first.
    """
    for steps in range(_REACH):
        if at == stop:
            return edge, _WORDS_AWAY[steps]
        kind = kinds[at]
        if kind in _ENDS_CLAUSE:
            return kind, _WORDS_AWAY[steps]
        if kind in _VERBAL:
            return "VERB", _WORDS_AWAY[steps]
        at += step
    return edge if at == stop else kinds[at], _WORDS_AWAY[_REACH]


_WORDS_AWAY = [str(min(steps, _FAR)) for steps in range(_REACH + 1)]
