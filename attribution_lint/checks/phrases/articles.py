"""*a* and *an* before what a frame takes."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue, has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.story import Issue, Story

_ADJECTIVES = group("adjectives")
_MANY = frozenset({"police", "authorities", "officials", "prosecutors", "investigators", "reports", "figures"})
_FINITE_CUES = frozenset({"said", "say", "told", "confirmed", "believe", "added", "warned", "show", "showed"})


def bad_article(story: Story, number: int) -> Iterator[Issue]:
    """`a official`, `an spokesman`: only before what a frame takes, by letter, with the usual exceptions."""
    word = story.word(number + 1)
    words = story.words
    if word in _UNCOUNTED and story.is_plain(number + 1) and _ends_phrase(story, number + 2):
        yield grammar_issue(story, "function-word", number, number + 2, f"… {word}", "is not counted", word)
        return
    if word == "minutes" and story.word(number + 2) == "of" and story.word(number + 3) in ("the", "a", "its", "that"):
        fixed = "The" if story.is_capital(number) else "the"
        yield grammar_issue(story, "function-word", number, number + 1, "… minutes of", "a meeting has several", fixed)
        return
    if story.text[number + 1 : number + 2] and story.text[number + 1].isupper() and len(word) > 1:
        yield from _before_letters(story, number)
        return
    if story.text[number] == "A" and number not in story.firsts:
        return  # the letter: "point A"
    if not word.isalpha() or (story.is_capital(number + 1) and word not in words.demonyms) or story.in_compound(number):
        return
    framed = word in words.sources or word in words.occasions or word in words.demonyms or word in _ADJECTIVES
    if not framed and not _jars(story, number):
        return
    ends = story.text[number + 2 : number + 3] in ([","], ["."])
    if word in _MANY and (story.word(number + 2) in _FINITE_CUES or (ends and word in ("police", "authorities"))):
        kept = story.text[number + 1].capitalize() if story.is_capital(number) else word
        yield grammar_issue(story, "function-word", number, number + 2, f"{word} …", "are many", kept)
        return
    if words.sources.get(word) == "plural" and word.endswith("s"):
        return
    right = indefinite(word)
    if right and story.lower[number] != right:
        fixed = right.capitalize() if story.is_capital(number) else right
        yield grammar_issue(
            story, "function-word", number, number + 1, f"{right} {word}", f"“{word}” takes “{right}”", fixed
        )


def indefinite(word: str) -> str:
    """Return the article of a lower-case word or phrase by how its beginning is said; "" where that is open."""
    vowel = word[0] in "aeiou"
    if word.startswith(("eu", "one", "once", "uni", "us", "ut", "ub", "ura", "uk", "ugan", "uru", "uzb")):
        vowel = word.startswith(("unid", "unim", "unin", "ush", "uzb", "utt"))
    if word.startswith(("heir", "honest", "honor", "honour", "hour")):
        vowel = True
    elif word.startswith(("h", "mp", "sos", "x-", "x")) or len(word) < 3:
        return ""
    return "an" if vowel else "a"


def _jars(story: Story, article: int) -> bool:
    """Whether the article is wrong by the first letter of a common word in a sentence with a frame: `an RIVAL bid`."""
    word = story.lower[article + 1]
    if not story.is_plain(article + 1) or word in story.words.function or len(word) < _SHORTEST:
        return False
    if story.spoken[article] or not english.is_word(word) or not has_frame(story, article):
        return False
    if story.lower[article] == "an":
        return word[0] in "bcdfgjklmnpqrstvwyz"
    return word[0] in "aeio" and not word.startswith(("eu", "ew", "on", "oui"))


_SHORTEST = 3


def _before_letters(story: Story, article: int) -> Iterator[Issue]:
    """`an US official`, `a FBI agent`: by the name of the first letter, of letters that are read one by one."""
    word = story.lower[article + 1]
    right = "an" if word in _LETTERS_WITH_AN else "a" if word in _LETTERS_WITH_A else ""
    if right and story.lower[article] != right and not story.in_compound(article):
        fixed = right.capitalize() if story.is_capital(article) else right
        slot, reason = f"{right} {story.text[article + 1]}", f"“{story.text[article + 1]}” takes “{right}”"
        yield grammar_issue(story, "function-word", article, article + 1, slot, reason, fixed)


_LETTERS_WITH_A, _LETTERS_WITH_AN = group("letters-with-a"), group("letters-with-an")


def _ends_phrase(story: Story, at: int) -> bool:
    """Whether no noun stands there that what is before it could describe: `an evidence bag`."""
    return story.word(at) in _BEHIND or story.text[at : at + 1] in ([","], ["."])


_UNCOUNTED = group("uncounted-texts")
_BEHIND = frozenset({"at", "to", "in", "from", "by", "that", "before", "on", "about", "against", "for"})
