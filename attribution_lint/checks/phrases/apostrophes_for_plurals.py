"""An apostrophe where a frame has none: `MP'S say`, `the association CLAIM'S that`, `IT'S report said`, `the CHAIR'S,
Ada Moss,`, and one that was lost: `the STUDYS authors`.

Plurals and verbs have no apostrophe, nor has the possessive *its* (Quirk et al. 1985, 5.112 to 5.118 and 6.29).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import is_finite_cue
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_MARKS = frozenset({"'s", "’s"})
_SAID = frozenset({"say", "said", "tell", "told", "warn", "believe", "want", "fear", "voted", "urged", "claim"})
_OPENS = frozenset({"the", "several", "many", "two", "three", "four", "some", "most", "other", "senior", "local", ","})
_PLURAL_VERBS = frozenset({"say", "were", "have", "deny", "insist", "want"})
_SAYS = frozenset({"said", "says", "added"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _MARKS or _is_of_body(word, words)


def _is_of_body(word: str, words: Vocabulary) -> bool:
    """Whether a word is none but for its lost apostrophe: *companys*, *studys*."""
    return word.endswith("ys") and words.sources.get(word[:-1]) == "singular" and not english.is_word(word)


def apostrophes_for_plurals(story: Story) -> Iterator[Issue]:
    """Yield the apostrophes that no word of a story's frames has."""
    for mark, word in story.among(_matters):
        if _is_of_body(word, story.words):
            yield from _lost(story, mark)
            continue
        if word not in _MARKS or story.spoken[mark] or not mark or not story.glued(mark - 1):
            continue
        noun = mark - 1
        yield from _issue(story, noun, mark)


def _issue(story: Story, noun: int, mark: int) -> Iterator[Issue]:
    words, text, word, after = story.words, story.text[noun], story.lower[noun], story.word(mark + 1)
    span = story.span(noun, mark + 1)
    if text.isupper() and len(text) > 1 and after in _SAID and _opens(story, noun):
        yield Issue("possessive", span, f"… {after}", "takes a plural, which has no apostrophe", (f"{text}s",))
    elif after in _PLURAL_VERBS and story.is_name(noun) and story.word(noun - 1) == "the" and story.is_plain(mark + 1):
        reason = "takes a plural, which has no apostrophe"
        yield Issue("possessive", span, f"the … {after}", reason, (f"{text}s",))
    elif word == "it" and after in words.sources and is_finite_cue(story.word(mark + 2), words):
        yield Issue("possessive", span, f"… {after}", "takes *its*, which has no apostrophe", (text + "s",))
    elif (
        after == "that"
        and {form for form, _ in words.cues.get(word, ())} == {"base"}
        and (story.word(noun - 1) in words.sources or (story.is_name(noun - 1) and story.is_plain(noun)))
        and _opens_clause(story, mark + 2)
    ):
        yield Issue("possessive", span, "… that", "takes a verb, which has no apostrophe", (spelling(word, "third"),))
    elif (
        words.persons.get(word) == "singular"
        and after == ","
        and story.is_capital(mark + 2)
        and story.is_capital(mark + 3)
    ):
        low = max(story.sentence_start(noun), noun - _LONGEST)
        if not _SAYS.isdisjoint(story.lower[low:noun]) or _names_speaker(story, mark + 2):
            yield Issue("possessive", span, f"… {word}", "takes no possessive before the name", (text,))


_LONGEST = 6


def _opens_clause(story: Story, at: int) -> bool:
    """Whether a subject begins at a word."""
    word = story.word(at)
    known = word in NOMINATIVE or word in DETERMINERS or word in PLURAL_SIGNS
    return known or not story.is_plain(at) or story.words.persons.get(word) == "plural"


def _lost(story: Story, owner: int) -> Iterator[Issue]:
    """`the STUDYS authors`: the apostrophe stands before the *s*."""
    past = owner + 1 + (story.word(owner + 1) in ("'", "’") and story.glued(owner))
    nouns = (story.word(past), story.word(past + 1)) if story.is_plain(past) else ()
    owned = any(noun in story.words.sources or noun in story.words.occasions for noun in nouns)
    if owned and not story.spoken[owner] and has_frame(story, owner):
        right = f"{story.text[owner][:-1]}'s"
        yield Issue("possessive", story.span(owner, past), f"… {story.word(past)}", "takes a possessive", (right,))


def _opens(story: Story, noun: int) -> bool:
    return noun in story.firsts or story.word(noun - 1) in _OPENS


def _names_speaker(story: Story, name: int) -> bool:
    """Whether a name ends at a comma and its cue follows: `the general SECRETARY'S, Padraig Loobey, said`."""
    while story.is_capital(name):
        name += 1
    return story.word(name) == "," and is_finite_cue(story.word(name + 1), story.words)
