"""Signs that look like a letter, inside a word of an attribution: *acc0rding*, *sa1d*, *electoraI*, *rnayor*.

They come from reading machines and from tired hands; read as the letters that they look like they make a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon

_LETTERS = {"0": "o", "1": "l", "3": "e", "5": "s", "I": "l", "|": "l"}
_LOOKS_LIKE = (str.maketrans(_LETTERS), str.maketrans(_LETTERS | {"1": "i"}))
"""A figure one is an *l* to most readers and an *i* to some."""
_TWO_FOR_ONE = ("rn", "m")
_USUAL = 6.3
"""How often a word of no lexicon of ours must be written to be meant, as a decimal logarithm."""
_SHORTEST = 4
_MOST = 2


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    if word.isalpha():
        return len(word) >= _SHORTEST and ("i" in word[1:] or (_TWO_FOR_ONE[0] in word and not english.is_word(word)))
    letters = sum(character.isalpha() for character in word)
    return len(word) >= _SHORTEST and letters >= len(word) - _MOST


def disguised_letters(story: Story) -> Iterator[Issue]:
    """Yield the words in which a sign stands for the letter that it looks like, spoken ones apart."""
    for number, _ in story.among(_matters):
        if story.spoken[number]:
            continue
        text = story.text[number]
        right = next((right for right in _readings(text) if _is_meant(story, right)), "")
        if right and not story.recurs(text):
            reason = f"“{text}” is no word"
            yield Issue("misspelling", story.span(number, number + 1), f"… {right} …", reason, (right,), certain=True)


def _readings(text: str) -> Iterator[str]:
    """Yield what a word is if its signs are read as letters; nothing if they are too many, or close the word."""
    if text[1:].islower() and text.isalpha():
        two, one = _TWO_FOR_ONE
        if text.islower() and two in text:
            yield text.replace(two, one)
        return
    first = text[0] if text[0].isalpha() else _LETTERS.get(text[0], "")
    disguised = sum(character in _LETTERS for character in text[1:]) + (not text[0].isalpha())
    if not first or not 0 < disguised <= _MOST or text[-1].isdigit():
        return
    for looks_like in _LOOKS_LIKE:
        right = first + text[1:].translate(looks_like)
        if right[1:].islower() and right.isalpha():
            yield right


def _is_meant(story: Story, right: str) -> bool:
    word, words = right.lower(), story.words
    if word in words.sources or word in words.cues or (word in words.function and len(word) >= _SHORTEST):
        return True
    return word in shipped_lexicon("phrase-name-words") or (right.islower() and english.frequency(word) >= _USUAL)
