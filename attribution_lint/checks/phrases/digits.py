"""Digits and capitals that look like a letter, inside a word of an attribution: *acc0rding*, *electoraI*.

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
_LOOKS_LIKE = str.maketrans(_LETTERS)
_USUAL = 6.3
"""How often a word of no lexicon of ours must be written to be meant, as a decimal logarithm."""
_SHORTEST = 4
_MOST = 2


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    if word.isalpha():
        return len(word) >= _SHORTEST and "i" in word[1:]
    letters = sum(character.isalpha() for character in word)
    return len(word) >= _SHORTEST and letters >= len(word) - _MOST


def disguised_letters(story: Story) -> Iterator[Issue]:
    """Yield the words in which a digit or a capital stands for the letter that it looks like, spoken ones apart."""
    for number, _ in story.among(_matters):
        text = story.text[number]
        if text[1:].islower() and text.isalpha():
            continue
        right = _read(text)
        if right and not story.spoken[number] and not story.recurs(text) and _is_meant(story, right):
            reason = f"“{text}” is no word"
            yield Issue("misspelling", story.span(number, number + 1), f"… {right} …", reason, (right,), certain=True)


def _read(text: str) -> str:
    """Return a word with its digits and capitals read as letters; nothing if they are too many, or close the word."""
    first = text[0] if text[0].isalpha() else _LETTERS.get(text[0], "")
    disguised = sum(character in _LETTERS for character in text[1:]) + (not text[0].isalpha())
    right = first + text[1:].translate(_LOOKS_LIKE)
    if not first or not 0 < disguised <= _MOST or text[-1].isdigit() or not right[1:].islower() or not right.isalpha():
        return ""
    return right


def _is_meant(story: Story, right: str) -> bool:
    word, words = right.lower(), story.words
    if word in words.sources or word in words.cues or (word in words.function and len(word) >= _SHORTEST):
        return True
    return word in shipped_lexicon("phrase-name-words") or (right.islower() and english.frequency(word) >= _USUAL)
