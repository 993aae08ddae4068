"""What stands around a noun's slot: its determiner, what opens the phrase, what follows the frame's verb."""

from __future__ import annotations

from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Story

SAYS = frozenset({"said", "says", "say"})
TOLD = frozenset({"told", "tells", "tell"})
SHOWS = group("shows") | {"reveal", "reveals", "revealed"}
HELPING = group("finite")
_OPENERS = group("clause-openers")
LINKS = frozenset({"of", "at", "for", "in", "from", "with", "on", "to", "by", "near", "outside"}) | group("leading")
_AUDIENCE = group("audience")
_OBJECTS = frozenset({"him", "her", "them", "me", "us"})
_MUCH = frozenset({"more", "much", "little", "nothing", "otherwise", "so", "it", "everything", "something", "as"})
_CALENDAR = group("calendar")
_SPEECH = group("speech")
_LEADING = frozenset({"at", "for"})
_NEVER = group("quantities") | group("times") | group("told") | group("after-in")
"""What stands in such places by itself: a part or a number of somebody, a time, what is told, idioms with *in*."""


def usable(story: Story, number: int) -> bool:
    """Whether the word of a slot is an ordinary one, or capital only because it opens its sentence."""
    if not 0 <= number < len(story) or story.in_compound(number) or len(story.lower[number]) < 3:
        return False
    word = story.lower[number]
    if word in story.words.function or word in _NEVER or word in _SPEECH or word in _ORDINALS:
        return False
    if _is_listed(story, number) or _is_of_time(story, number) or _is_parenthesis(story, number):
        return False
    if _never_noun(word) and not _is_held_as_noun(story, number):
        return False
    if story.is_plain(number):
        return True
    if story.opens_common(number) and story.text[number].endswith("s"):
        return True
    return story.opens_noun(number) and story.word(number + 1) in _HEADED


def _is_listed(story: Story, number: int) -> bool:
    """Whether a plural ends a list of things: `tests on creams, balms and SOAPS`."""
    low = max(number - 4, story.sentence_start(number))
    listed = story.word(number - 1) == "and" and "," in story.text[low : number - 1]
    return listed and story.lower[number].endswith("s") and story.lower[number] not in story.words.sources


def _is_parenthesis(story: Story, number: int) -> bool:
    """Whether a verb of saying closes a parenthesis: `Most, the warden REPORTS, forget to breathe`."""
    words = story.words
    says = any(form == "third" for form, _ in words.cues.get(story.lower[number], ()))
    return says and story.word(number + 1) == "," and story.word(number - 1) in words.persons


def _is_of_time(story: Story, number: int) -> bool:
    """Whether a word is part of what lasts: `announced at the TAIL of a meeting`."""
    if story.word(number + 1) != "of" or story.word(number - 2) not in ("at", "on"):
        return False
    return story.word(number - 1) in _ARTICLES and story.lower[number] not in story.words.sources


_ORDINALS = group("ordinals")
_HEADED = frozenset({"from", "by", "of", "in", "at", "for", "who", "close", "familiar"}) | group("reduced-relatives")
"""What stands behind a noun that opens its sentence without an article: *Data from*, *Footage aired*."""
_NEVER_BEFORE_NOUNS = frozenset({"representing", "overseeing", "advising"})
"""Participles that govern a noun and never describe one: `the union REPRESENTING nurses`."""
_ARTICLES = frozenset({"a", "an", "the"})
"""What no bare verb or adverb stands behind: one that does is a noun that was misspelt."""
_BEHIND_LISTENER = frozenset({"in", "at", "that"})
_BEHIND_PLACE = frozenset({"of", "for", "with", "at"})
_VERBAL = ("ed", "ing", "ly", "wn")
_DESCRIBING = group("roles-before") | PLURAL_SIGNS


def _is_held_as_noun(story: Story, number: int) -> bool:
    """Whether a word that is no noun stands where only one can: *a directly of*, *the safely said*.

    What ends as participles and adverbs do may stand between an article and a noun, and needs more behind it.
    """
    word, before, after = story.lower[number], story.word(number - 1), story.word(number + 1)
    if before == "told":
        named = story.is_name(number - 2)
        return after in _CALENDAR or (after in _BEHIND_LISTENER and (named or word.endswith("ed")))
    if before in ("a", "an") and story.word(number - 2) == "told":
        return after in _BEHIND_LISTENER or after in _CALENDAR
    if before in ("a", "an", "one") and story.word(number - 2) == "to" and story.word(number - 3) == "according":
        return not story.is_plain(number + 1) or after in LINKS
    if before == "one":
        return after == "of"
    if before in _DESCRIBING and story.word(number - 2) in ("a", "an"):
        return after in _BEHIND_PLACE
    if before in _DESCRIBING and (before in PLURAL_SIGNS or story.word(number - 2) in _ARTICLES):
        return after == "of" or (after in _LEADING and not word.endswith(("ed", "wn")))
    if before not in _ARTICLES:
        return False
    return not word.endswith(_VERBAL) or after == "of" or (after in SAYS and word.endswith("ly"))


@lru_cache(maxsize=8192)
def _never_noun(word: str) -> bool:
    """Whether a word is an adverb or a verb and nothing else, which stands in such places of its own."""
    parts = english.parts_of_speech(word)
    verb = "VERB" in parts and not parts & {"NOUN", "ADJ", "PROPN"}
    if verb and word.endswith("s"):
        return not any(map(english.can_be_noun, english.lemmas(word)))  # the plural of what is seldom counted
    return verb or parts == {"ADV"}


def after(story: Story, verb: int) -> str:
    """Return what kind of word stands after the frame's verb."""
    at = verb + 1
    if at >= story.sentence_end(verb) or story.text[at] in (".", "!", "?"):
        return "END"
    word, text = story.lower[at], story.text[at]
    if text in QUOTE_MARKS or text == ":":
        return "QUOTE"
    if text in (",", ";", "—", "–", "--"):
        return "COMMA"
    if word in ("that", "to", "how", "whether", "no", "not", "by", "as", "of", "from"):
        return word
    if word in _CALENDAR:
        return "DAY"
    if word in NOMINATIVE:
        return "PRONOUN"
    if word in _OBJECTS:
        return "HIM"
    if word in _AUDIENCE:
        return "AUDIENCE"
    if word in _MUCH:
        return "MUCH"
    if word in ("in", "on", "at", "during", "after", "last", "this", "earlier"):
        return "WHEN"
    if word in DETERMINERS or word in PLURAL_SIGNS:
        return "DETERMINER"
    if story.is_capital(at) or text[0].isdigit():
        return "NAME"
    return "WORD" if word not in story.words.function else "SMALL"


def verb_group(verb: str) -> str:
    if verb in SAYS or verb in TOLD:
        return verb
    return "shows" if verb in SHOWS else "cue"


def teller(story: Story, verb: int) -> str:
    before = story.word(verb - 1)
    if before in NOMINATIVE or before == "who":
        return "PRONOUN"
    if story.is_name(verb - 1):
        return "NAME"
    return (
        "SOURCE"
        if before in story.words.sources
        else "BE"
        if before in HELPING or before in ("be", "been")
        else "OTHER"
    )


_FORMER = frozenset({"former", "own"})
"""Words of grammar that describe a noun as an adjective does."""


def reach_back(story: Story, head: int) -> tuple[int, str]:
    """Return where the noun phrase that ends in `head` starts, and what kind of determiner it has."""
    low, at, found = story.sentence_start(head), head, "NONE"
    while at > low and head - at < 7:
        word, text = story.lower[at - 1], story.text[at - 1]
        if text in QUOTE_MARKS or story.spoken[at - 1] or word in _NEVER_BEFORE_NOUNS:
            break
        if word in ("a", "an", "one", "another"):
            return at - 1, "A"
        if word in PLURAL_SIGNS or text[0].isdigit():
            found = "MANY"
        elif word in ("the", "this", "that", "these", "those"):
            return at - 1, "THE" if found == "NONE" else found
        elif word in DETERMINERS:
            return at - 1, "HIS" if found == "NONE" else found
        elif word in ("'s", "’s", "'", "’"):
            found = "HIS" if found == "NONE" else found
        elif (
            text != "-"
            and not story.is_capital(at - 1)
            and word not in _FORMER
            and (not story.is_plain(at - 1) or word in story.words.function)
        ):
            break
        at -= 1
    return at, found


def opener_of(story: Story, start: int) -> str:
    """Return what kind of word stands before a noun phrase."""
    if start == story.sentence_start(start):
        return "START"
    word, text = story.lower[start - 1], story.text[start - 1]
    if text in QUOTE_MARKS:
        return "QUOTE"
    if text in (",", ";", ":", "—", "–", "--", "("):
        return "COMMA"
    if word in _OPENERS:
        return "CLAUSE"
    return "LINK" if word in LINKS else "OTHER"


def aside_of(story: Story, start: int, end: int) -> str:
    """Return what an aside tells of the noun before it: its NAME, which PERSON it is, WHO did what, or OTHER."""
    texts = story.text[start:end]
    if story.lower[start] in ("who", "whose", "whom"):
        return "WHO"
    if story.lower[start] == "which":
        return "WHICH"
    named = [text for text in texts if text[0].isupper() and text.isascii()]
    if len(named) > 1 and all(text[0].isupper() or text in _IN_NAMES for text in texts):
        return "NAME"
    if story.lower[start] in DETERMINERS or story.lower[start] == "himself":
        head = next((n for n in range(start, end) if not story.is_plain(n) and n > start + 1), end)
        if any(story.lower[n] in story.words.persons for n in range(start, head)):
            return "PERSON"
    return "OTHER"


_IN_NAMES = frozenset(". - ' ’ de van von der del da bin al el ibn du la".split())
"""What stands within the name of a person, and has no capital."""

Place = frozenset[str]
"""What stands beside a noun: words, or the kinds DET, NAME, NUM, DAY, DOC, DEMONYM and SPEAKER."""


def fits(story: Story, at: int, place: Place) -> bool:
    """Whether what stands at a word is of a place."""
    word = story.word(at)
    if word in place:
        return True
    if "SPEAKER" in place and at >= 0:
        return story.is_name(at) or (word in story.words.speakers and word not in story.words.function)
    if "DOC" in place and word in story.words.documents and word not in story.words.function:
        return True
    if "DEMONYM" in place and word in story.words.demonyms:
        return True
    if "DAY" in place and word in _CALENDAR:
        return True
    if "DET" in place and word in DETERMINERS:
        return True
    if "NAME" in place and story.is_name(at):
        return True
    return "NUM" in place and word[:1].isdigit()
