"""Words of grammar that cannot stand side by side in a frame."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases.frames import grammar_issue, has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.said_and_told import is_active, said_to_listener
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story

_DOCUMENTS = group("documents")
_DATA = group("data")
_ANNOUNCE = group("announce")
CUES_THAT = group("cues-that")
_TWO_ARTICLES = frozenset({"a", "an", "the"})
_BETWEEN = frozenset({"to", "of", "in", "on", "at", "for", "by", "from", "with"})
_SPOKEN = frozenset({"said", "says", "wrote", "added"})
_WRITTEN = group("occasion")
_MAKERS_OF = frozenset({"by", "of", "for", "from"})
_INSISTS = group("cues-that")


def misplaced(story: Story, number: int) -> Iterator[Issue]:
    """Words of grammar that cannot stand side by side, and a preposition after a cue that takes none."""
    word, after, later = story.lower[number], story.word(number + 1), story.word(number + 2)
    before = story.word(number - 1)
    if (
        {word, after} <= _TWO_ARTICLES
        and word != after
        and story.is_plain(number + 1)
        and before in (*CUES_THAT, "in", "at", "by", "from", "to")
        and has_frame(story, number)
        and not story.in_compound(number + 1)
    ):
        pair = sorted((story.text[number + 1], story.text[number]), key=lambda article: article == "the")
        if story.words.persons.get(later) != "singular" and later not in story.words.occasions:
            pair.reverse()
        yield grammar_issue(
            story,
            "function-word",
            number,
            number + 2,
            f"{before} …",
            "two articles side by side",
            *dict.fromkeys(pair),
        )
        return
    if (
        word in ("in", "on")
        and after == word
        and (before in _INSISTS or later in ("a", "an"))
        and story.is_plain(number)
        and not story.in_compound(number + 1)
    ):
        if has_frame(story, number) and before not in ("checked", "moved", "logged", "went", "came", "get", "got"):
            yield grammar_issue(story, "doubled-word", number, number + 2, word, "the word stands twice", word)
    elif word in ("the", "a", "an") and after in _BETWEEN and not story.glued(number + 1) and has_frame(story, number):
        if before in CUES_THAT or before in ("in", "at", "on", "to", "during"):
            right = story.text[number]
            if after == "in" and before in ("said", "wrote", "announced", "says"):
                yield grammar_issue(
                    story, "swapped-words", number, number + 2, "in a …", "two words are swapped", f"in {right}"
                )
                return
            yield grammar_issue(
                story,
                "function-word",
                number,
                number + 2,
                f"{before} {word} …",
                f"“{after}” does not belong in it",
                right,
            )
    elif word in _BETWEEN and after == "in" and word != "in" and later in ("a", "an") and before in _SPOKEN:
        if any(story.word(n) in _WRITTEN for n in range(number + 3, number + 6)):
            yield grammar_issue(
                story, "function-word", number, number + 2, f"{before} in a …", f"*{word}* does not belong in it", "in"
            )
    elif word in ("in", "on", "at", "during") and after in ("said", "told", "wrote", "says") and later in ("a", "an"):
        if story.is_plain(number + 1) and (before in story.words.sources or story.is_name(number - 1)):
            right = f"{after} {word}"
            yield grammar_issue(story, "swapped-words", number, number + 2, right, "two words are swapped", right)
    elif word in _ANNOUNCE and after == "about" and (later in DETERMINERS or later in ("his", "her", "its")):
        yield grammar_issue(story, "function-word", number, number + 2, word, "takes no “about”", story.text[number])
    elif word in ("on", "of", "about", "to", "for", "in") and after == "that" and before in _INSISTS:
        if later in ("he", "she", "they", "the", "it", "his", "her", "its", "their", "there", "no"):
            yield grammar_issue(
                story, "function-word", number, number + 2, f"{before} that", f"“{word}” does not belong in it", "that"
            )
    elif (
        word in _MAKERS_OF
        and after in ("of", "for", "by", "from", "with", "in")
        and after != word
        and (later in DETERMINERS and (before in _DOCUMENTS or before.startswith("spokes")))
    ):
        if (word, after) not in (("for", "in"), ("by", "in"), ("from", "in"), ("of", "in")):
            usual = "for" if before.startswith("spokes") else "from" if before in _DATA else "by"
            rights = tuple(dict.fromkeys(w for w in (usual, word, after) if w in (word, after)))
            yield grammar_issue(
                story,
                "function-word",
                number,
                number + 2,
                f"{before} …",
                "two prepositions stand side by side",
                *rights,
            )
    elif (
        word == "said"
        and after in ("the", "his", "her", "its", "their")
        and story.is_plain(number)
        and is_active(story, number)
    ):
        yield from said_to_listener(story, number)
    elif (
        word == "cited"
        and before == ","
        and after in ("a", "an", "the", "what")
        and number - story.sentence_start(number) > 4
    ) and "and" not in story.lower[number : number + 12]:
        yield grammar_issue(
            story, "function-word", number, number + 1, ", citing", "“cited” would need a speaker", "citing"
        )
