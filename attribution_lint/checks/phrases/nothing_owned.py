"""A possessive of a source with nothing that it owns behind it: `told PASSENGER'S by text`, `in a STATEMENT'S that`.

A possessive is a determiner and takes a noun (Huddleston and Pullum 2002, 5.16.2). Behind a preposition or a verb it
cannot be short for *is* or *has* either, which need their noun to be the subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_MARKS = frozenset({"'s", "’s"})
_LINKS = frozenset({"by", "at", "in", "of", "for", "with", "from", "to", "on", "near", "after", "during", "outside"})
_RELATIVE = frozenset({"that", "who", "which"})
_GOVERN = frozenset({"to", "by", "from", "with", "told", "urged", "asked", "warned", "advised", "reminded", "citing"})
_ARTICLES = frozenset({"a", "an", "the", "this", "his", "her", "its", "their"})
_BEFORE_ARTICLE = frozenset({"in", "to", "by", "from", "for", "of", "with", "on"})
_MADE = group("made") | group("reduced-relatives")
_HELD = frozenset({"was", "were", "has", "have", "had"})
_OPENERS = frozenset({",", "that", "when", "after", "said", "as"})
_PLACES = frozenset({"at", "in", "for", "from", "with"})
_SPOKE = frozenset({"spoke", "asked", "heard", "saw", "accused", "blamed", "ordered"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _MARKS


def nothing_owned(story: Story) -> Iterator[Issue]:
    """Yield the possessives of a story's sources that nothing follows which they could own."""
    for mark, _ in story.among(_matters):
        noun = mark - 1
        if (
            story.text[mark] not in _MARKS
            or noun < 0
            or story.spoken[noun]
            or not story.glued(noun)
            or mark + 2 >= story.sentence_end(mark)
        ):
            continue
        right = _right(story, noun, mark + 1)
        if right:
            slot = f"… {story.lower[mark + 1]}"
            yield Issue("possessive", story.span(noun, mark + 1), slot, "owns nothing here", right)


def _right(story: Story, noun: int, after: int) -> tuple[str, ...]:
    """Return what the possessive was meant to be, the best first; nothing where it may stand."""
    word, words = story.lower[noun], story.words
    opens = noun in story.firsts and story.text[noun][1:].islower()
    if not (story.is_plain(noun) or opens):
        return ()
    one = "singular" in (words.persons.get(word), words.documents.get(word))
    several = story.word(noun - 1) in PLURAL_SIGNS and is_past(story, after) and _is_verb(story, after)
    owns_nothing = _owns_nothing(story, after) or several
    if one and _is_bare(story, noun) and owns_nothing and word not in words.mass:
        return (plural(word), word)
    if one and story.word(noun - 1) == "," and story.lower[after] in _PLACES and _says_there(story, after):
        return (plural(word),)
    document = words.documents.get(word) == "singular" or word in words.occasions
    if document and _ends_document(story, noun, after):
        return (word,)
    held = words.persons.get(word) or words.organisations.get(word)
    if story.word(noun - 2) == "of" and story.word(noun - 3) in words.persons:
        return ()  # "a friend of the family's said"
    if story.word(after) == "said" and story.word(after + 1) == "to":
        return ()  # "The minister's said to be furious"
    if held == "singular" and _speaks(story, noun, after):
        return (word, plural(word))
    return ()


def _owns_nothing(story: Story, after: int) -> bool:
    return story.lower[after] in _LINKS | _RELATIVE or (story.lower[after] in _MADE and story.word(after + 1) in _LINKS)


def _is_bare(story: Story, noun: int) -> bool:
    """Whether a verb or a preposition that takes the noun, or a number, stands right before it."""
    before = story.word(noun - 1)
    if noun - 2 >= 0 and before not in _GOVERN | PLURAL_SIGNS and _kind(story, noun - 1):
        before = story.word(noun - 2)
        return before == "to" and story.word(noun - 3) == "according"
    return before in _GOVERN or before in PLURAL_SIGNS


def _kind(story: Story, at: int) -> bool:
    return story.is_plain(at) and story.lower[at] in group("document-holders")


def _ends_document(story: Story, noun: int, after: int) -> bool:
    """`in a statement's that`, `according to a report's by`."""
    first = noun - 1
    while first > noun - 4 and story.is_plain(first) and "ADJ" in english.parts_of_speech(story.lower[first]):
        first -= 1
    if story.word(first) not in _ARTICLES or story.word(first - 1) not in _BEFORE_ARTICLE:
        return False
    made = story.lower[after] in _MADE and (story.word(after + 1) in _LINKS or story.word(after + 1) in CALENDAR)
    return made or story.lower[after] in ("by", "that", "from")


def _speaks(story: Story, noun: int, after: int) -> bool:
    """`The union's accused the company of`, `An analyst's at Barclays said`, `for the port's declined to`."""
    first = noun - 1
    while first > noun - 4 and story.is_plain(first) and story.lower[first] not in _ARTICLES:
        first -= 1
    if story.word(first) not in _ARTICLES:
        return False
    ahead = story.word(first - 1)
    opens = first in story.firsts or ahead in _OPENERS or ahead in QUOTE_MARKS
    word, behind = story.lower[after], story.word(after + 1)
    if opens and word in _HELD and is_past(story, after + 1) and story.word(after + 2) in ("as", "that", "about"):
        return True
    if _is_verb(story, after) and story.is_plain(after) and is_past(story, after):
        takes = behind in ("the", "that", "to", "a", "an", "it", "he", "she", "they", "on", "in", "him", "them")
        return takes and (opens or (story.word(first - 1) in ("for", "of") and story.lower[first] != "an"))
    return opens and word in _PLACES and _says_there(story, after)


def _is_verb(story: Story, at: int) -> bool:
    """Whether a past form is one of a frequent cue and no adjective: `accused` has a boss behind it, not *the*."""
    return story.lower[at] in story.words.frequent_cues or story.lower[at] in _SPOKE


def _says_there(story: Story, link: int) -> bool:
    """Whether a name of a place or a firm and a cue follow a preposition."""
    at = link + 1
    while story.is_capital(at) or story.word(at) == "the":
        at += 1
    return at > link + 1 and is_past(story, at) and _is_verb(story, at)
