"""An article before what none can stand before: which words are to be mended, and how."""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.misplaced_words import Mended, Mending
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Story

_LINKS = group("links") - {"according", "as", "about"}
_FINITE = group("finite")
_SAID = frozenset({"said", "says", "told"})


def _article_before_link(story: Story, article: int) -> Mended | None:
    """`published the in BMJ`, `Spokesman a for the zoo`, `at the of meeting`."""
    link, after, before = article + 1, article + 2, article - 1
    here, follows = story.lower[article], story.word(after)
    opens = article in story.firsts
    reason = "no article stands before a preposition"
    if opens:
        if story.is_plain(after) and follows in story.words.sources and _opens_phrase(story, after + 1):
            right = f"{story.text[article]} {story.text[after]} {story.text[link]}"
            return article, after + 1, right, reason
        return None
    if story.word(before) in _LINKS or follows in _LINKS:
        return article, link + 1, here, reason
    if _wants_article(story, before):
        noun = story.text[before]
        right = f"{here.capitalize()} {noun.lower()}" if before in story.firsts else f"{here} {noun}"
        return before, article + 1, right, reason
    if follows in DETERMINERS or follows in _FINITE:
        return article, link + 1, story.text[link], reason
    return article, link + 1, f"{story.text[link]} {here}", reason


def _wants_article(story: Story, noun: int) -> bool:
    """Whether a word is one of many things and stands there without an article."""
    word, words = story.lower[noun], story.words
    if not (story.is_plain(noun) or noun in story.firsts) or story.spoken[noun]:
        return False
    kinds = (words.persons.get(word), words.documents.get(word), words.organisations.get(word))
    if "singular" not in kinds and word not in words.occasions:
        return False
    at = noun - 1
    while (
        noun not in story.firsts
        and at > max(noun - 4, story.sentence_start(noun) - 1)
        and story.is_plain(at)
        and "ADJ" in english.parts_of_speech(story.lower[at])
    ):
        at -= 1
    if noun in story.firsts:
        return True
    before = story.word(at)
    return before in _LINKS or before in ("as", "said", "says", "through", "during", "via", "after") or before == ","


def _opens_phrase(story: Story, at: int) -> bool:
    word = story.word(at)
    return word in DETERMINERS or word in PLURAL_SIGNS or story.is_capital(at) or word in story.words.sources


def _article_before_mark(story: Story, article: int) -> Mended | None:
    """`In statement a, the airline said`."""
    noun = article - 1
    if article in story.firsts or not _wants_article(story, noun):
        return None
    here = story.text[article]
    return noun, article + 1, f"{here} {story.text[noun]}", "two words are swapped"


def _article_before_that(story: Story, article: int) -> Mended | None:
    """`told the coroner the that van had`."""
    that, after = article + 1, article + 2
    if article in story.firsts or not (story.is_plain(after) or story.is_capital(after)):
        return None
    here, reason = story.text[article], "no article stands before *that*"
    if _wants_article(story, article - 1):
        return article - 1, article + 1, f"{here} {story.text[article - 1]}", "two words are swapped"
    if story.word(after) in _FINITE or story.word(after) in DETERMINERS or story.word(after) in NOMINATIVE:
        return article, that + 1, "that", reason
    return article, that + 1, f"that {here}", reason


def _article_before_pronoun(story: Story, article: int) -> Mended | None:
    """`in a the statement`, `the his lawyer`."""
    if article in story.firsts:
        return None
    return article, article + 2, story.text[article + 1], "no article stands before it"


def _article_before_verb(story: Story, article: int) -> Mended | None:
    """`The minister the has said`: the subject stands before the article."""
    before = article - 1
    if article not in story.firsts and (_wants_article(story, before) or _is_bare(story, before)):
        return before, article + 1, f"{story.text[article]} {story.text[before]}", "two words are swapped"
    if story.word(article + 1) in _SAID:
        return None  # "the said parcel of land"
    if article in story.firsts or not (story.is_name(before) or story.word(before) in story.words.sources):
        return None
    return article, article + 2, story.text[article + 1], "no article stands before a verb"


def _is_bare(story: Story, noun: int) -> bool:
    """Whether a common noun stands behind *said* or *that* or a comma with nothing to determine it."""
    word = story.lower[noun]
    common = story.is_plain(noun) and len(word) > 2 and word not in story.words.function and english.can_be_noun(word)
    return common and story.word(noun - 1) in _OPENERS


_OPENERS = frozenset({"said", "says", "say", "that", "whether", "if", "because", "when", ","})


MENDINGS: dict[str, Mending] = {
    "article-link": _article_before_link,
    "article-mark": _article_before_mark,
    "article-pronoun": _article_before_pronoun,
    "article-that": _article_before_that,
    "article-verb": _article_before_verb,
}
