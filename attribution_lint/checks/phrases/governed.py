"""The kinds of words that the table of government asks for, in capitals there: a listener, a claim, a subject."""

from __future__ import annotations

from collections.abc import Callable

from attribution_lint.checks.phrases import bare_nouns, english, governed_matters, governed_phrases
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import HEARERS, OBJECTS, listener_end, told_end
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, Story

_BE = group("be")
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "there"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our"})
_OUTLETS = group("outlets")
_AUDIENCE = group("audience") - OBJECTS
_FINITE = group("finite")
_WRITTEN = group("written-in")
_REQUESTS = frozenset({"question", "questions", "request", "requests", "query", "queries"})
_CLAIMS = group("claims")
_NUMBERS = group("counting") | {"one", "half", "ten", "dozens", "hundreds", "thousands", "millions"}
_BETWEEN = frozenset({"also", "later", "then", "had", "has", "have", "will", "would"})


def stands_there(story: Story, at: int, wanted: frozenset[str]) -> bool:
    """Whether a word, or the kind of word in capitals, that the table asks for stands there."""
    word = story.pronoun(at)
    if not 0 <= at < len(story):
        return "END" in wanted
    return word in wanted or any(kind in _KINDS and _KINDS[kind](story, at) for kind in wanted)


def _listener(story: Story, at: int) -> bool:
    return listener_end(story, at) is not None or _ends_in(story, at, frozenset(story.words.persons) | HEARERS)


def _body(story: Story, at: int) -> bool:
    return story.is_name(at) or _ends_in(
        story, at, frozenset(story.words.organisations) | frozenset(story.words.persons)
    )


def _listener_to(story: Story, at: int) -> bool:
    end = listener_end(story, at)
    return end is not None and story.word(end) in ("to", "whether", "if", "how", "why", "what", "about")


def _source(story: Story, at: int) -> bool:
    word, words = story.lower[at], story.words
    return story.is_name(at) or (word in words.sources and word not in words.function) or word in DETERMINERS


def _named(story: Story, at: int) -> bool:
    return story.is_name(at + 1) if story.lower[at] == "the" else story.is_name(at)


def _name_said(story: Story, at: int) -> bool:
    """Whether a name of one word stands there, and a cue behind it."""
    return story.is_name(at) and not story.is_capital(at + 1) and story.word(at + 1) in ("said", "says", "confirmed")


def _thing(story: Story, at: int) -> bool:
    """Whether what stands there opens a noun phrase, and cannot be an infinitive, a listener or a name."""
    word = story.lower[at]
    if listener_end(story, at) is not None or not story.is_plain(at):
        return False
    if story.is_plain(at + 1) and story.is_name(at + 2) and story.word(at + 1) in story.words.sources:
        return False  # "confirmed to news agency Tanjug"
    if word in ("a", "an", "the"):
        return True
    parts = english.parts_of_speech(word)
    return word not in story.words.function and bool(parts) and not parts & {"VERB", "AUX"}


def _active(story: Story, at: int) -> bool:
    """Whether a subject able to speak ends there, and no passive."""
    while story.word(at) in _BETWEEN:
        at -= 1
    word = story.word(at)
    if word == ",":
        return _closes_apposition(story, at)
    if at < story.sentence_start(at) or word in _BE or at < 0 or story.spoken[at]:
        return False
    named = story.is_name(at) or word in story.words.speakers
    return word in _PRONOUNS or word == "who" or (named and word not in story.words.function)


def _closes_apposition(story: Story, comma: int) -> bool:
    """Whether what a comma closes is the name of one who can speak, or what one who is named is."""
    low = max(story.sentence_start(comma), comma - _LONGEST_APPOSITION)
    opening = next((n for n in range(comma - 2, low, -1) if story.text[n] == ","), 0)
    inside = range(opening + 1, comma)
    if not opening or story.spoken[comma] or any(story.text[n] in ('"', "“", "”") for n in inside):
        return False
    before, words = story.word(opening - 1), story.words
    if all(map(story.is_capital, inside)):
        return words.persons.get(before) == "singular"
    named = story.is_name(opening - 1) and story.is_capital(opening - 2)
    return named and any(words.persons.get(story.lower[n]) == "singular" for n in inside)


_LONGEST_APPOSITION = 10


def _verb(story: Story, at: int) -> bool:
    word, words = story.lower[at], story.words
    return any(form == "base" for form, _ in words.cues.get(word, ())) and word not in words.sources


def _holds(story: Story, at: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands at a word with an article or behind one that describes it."""
    if story.lower[at] not in _ARTICLES:
        return False
    return story.word(at + 1) in nouns or (story.is_plain(at + 1) and story.word(at + 2) in nouns)


def _ends_in(story: Story, at: int, nouns: frozenset[str]) -> bool:
    """Whether a determiner and up to two words more lead to one of the nouns, or a plural of them stands alone."""
    if story.lower[at] not in DETERMINERS:
        return story.lower[at] in nouns and story.lower[at].endswith(("s", "men", "women", "people", "police"))
    for n in range(at + 1, min(at + 4, story.sentence_end(at))):
        word = story.lower[n]
        if word in nouns:
            return True
        if not story.is_plain(n) or word in story.words.function:
            return False
    return False


def _inside_that(story: Story, at: int) -> bool:
    """Whether a text that one writes in stands there, and behind it what is said or when."""
    if not _holds(story, at, _SAID_IN):
        return False
    noun = at + (1 if story.word(at + 1) in _SAID_IN else 2)
    return story.word(noun + 1) in ("that", "on")


def _object_and(story: Story, at: int, links: tuple[str, ...]) -> bool:
    return story.lower[at] in OBJECTS and story.word(at + 1) in links


def _verb_base(story: Story, at: int) -> bool:
    """Whether the plain form of a verb stands there that is nothing else, and something follows for it to take."""
    word = story.lower[at]
    parts = english.parts_of_speech(word)
    return story.is_plain(at) and parts == {"VERB"} and word in english.lemmas(word)


def _maker(story: Story, at: int) -> bool:
    """Whether a determiner and up to three words lead to a body or a person, and no time: *the same week*."""
    if story.lower[at] not in _ARTICLES:
        return False
    for n in range(at + 1, min(at + 5, story.sentence_end(at))):
        word = story.lower[n]
        if word in _TIMES or word in _ORDER or (word in story.words.function and not story.is_capital(n)):
            return False
        if word in story.words.organisations or word in story.words.persons or word in _MEDIA:
            return not story.in_compound(n)
    return False


def _addressee(story: Story, at: int) -> bool:
    """Whether those stand there whom one writes to, and no verb of theirs behind them."""
    after = story.word(at + 1)
    ends = at + 1 >= story.sentence_end(at) or after in (",", ".", "dated", "that", "on", "in", "seen", "last", "and")
    return story.lower[at] in _WRITTEN_TO and story.is_plain(at) and ends


def _that_clause(story: Story, at: int) -> bool:
    """Whether *that* opens a clause and does not point: `said in that case it would`."""
    first = at + 1
    opens = story.word(first) in DETERMINERS or story.word(first) in _PRONOUNS or story.is_capital(first)
    opens = opens or story.word(first) in PLURAL_SIGNS or story.word(first) in _NONE
    return story.lower[at] == "that" and (opens or story.word(first).endswith("s"))


def _not_held(story: Story, at: int) -> bool:
    """Whether an ordinary word stands there that makes no set phrase with a preposition: `to leaked letters`."""
    word = story.lower[at]
    return story.is_plain(at) and word not in story.words.function and word not in _IN_SET_PHRASES


_IN_SET_PHRASES = frozenset(
    {"particular", "example", "instance", "part", "length", "turn", "support", "full", "detail"}
)
_NONE = frozenset({"none", "nobody", "no", "nothing", "neither", "each", "every", "all", "one"})
_MADE = group("made")
_TIMES = group("times")
_ORDER = frozenset({"same", "previous", "following", "next", "first", "last", "latest", "other"})
_MEDIA = frozenset({"website", "newspaper", "magazine", "journal", "broadcaster", "bureau"})
_WRITTEN_TO = group("addressees")
_SAID_IN = _WRITTEN | {"filing", "note", "ruling", "report", "post"}
_BARE = frozenset(
    {"court", "jury", "inquest", "inquiry", "tribunal", "audience", "committee", "commission", "panel", "hearing"}
)
_KINDS: dict[str, Callable[[Story, int], bool]] = {
    **bare_nouns.KINDS,
    **governed_matters.KINDS,
    **governed_phrases.KINDS,
    "ABOUT_IT": lambda story, at: (
        story.lower[at] == "about" and (story.word(at + 1) in DETERMINERS or story.word(at + 1) in ("why", "whether"))
    ),
    "ACTIVE": _active,
    "ADDRESSEE": _addressee,
    "AUDIENCE": lambda story, at: story.lower[at] in _AUDIENCE,
    "AUDIENCE_ALONE": lambda story, at: (
        story.lower[at] in _AUDIENCE and story.word(at + 1) not in _FINITE  # no: "was told reporters were waiting"
    ),
    "BARE_PLACE": lambda story, at: _name_said(story, at) and story.word(at - 2) not in DETERMINERS,
    "BARE_PRESS": lambda story, at: story.lower[at] == "press" and story.word(at + 1) in (".", ",", "about", "because"),
    "BARE_HEARER": lambda story, at: (
        (story.lower[at] in _BARE and story.is_plain(at) and not story.is_plain(at + 1))
        or (
            story.lower[at] in _BARE
            and story.word(at + 1) in ("that", "in", "on", "he", "she", "how", "the", "a", "no", "of")
        )
    ),
    "BODY": _body,
    "CLAIM": lambda story, at: story.lower[at] in _CLAIMS or _holds(story, at, _CLAIMS),
    "CLAUSE": lambda story, at: (
        story.lower[at] in _PRONOUNS or story.lower[at] in ("the", "a", "his", "its", "their", "no")
    ),
    "DAY": lambda story, at: story.lower[at] in CALENDAR,
    "DOCUMENT": lambda story, at: (
        story.lower[at] in story.words.documents and (story.is_plain(at) or at in story.firsts)
    ),
    "END": lambda story, at: story.text[at] in (".", ",", ";"),
    "HOW_CLAUSE": lambda story, at: (
        story.lower[at] == "how" and (story.word(at + 1) in DETERMINERS or story.word(at + 1) in _PRONOUNS)
    ),
    "IN_A_TEXT_THAT": lambda story, at: story.lower[at] == "in" and _inside_that(story, at + 1),
    "HEARER": lambda story, at: listener_end(story, at, persons=False) is not None,
    "HEARER_THAT": lambda story, at: told_end(story, at, persons=False) is not None,
    "INSIDE": lambda story, at: _holds(story, at, _WRITTEN),
    "INSIDE_THAT": _inside_that,
    "LISTENER": _listener,
    "LISTENER_OF": lambda story, at: story.word(listener_end(story, at) or -1) == "of",
    "LISTENER_THAT": lambda story, at: told_end(story, at) is not None,
    "LISTENER_TO": _listener_to,
    "NAMED": _named,
    "NAME_SAID": _name_said,
    "NOT_HELD": _not_held,
    "NOUN": lambda story, at: story.is_name(at) or story.lower[at] in DETERMINERS,
    "NUMBER": lambda story, at: story.lower[at] in _NUMBERS or story.lower[at][0].isdigit() or story.lower[at] == "$",
    "OBJECT": lambda story, at: story.lower[at] in OBJECTS,
    "MADE_BY": lambda story, at: story.lower[at] in _MADE and story.word(at + 1) in ("by", "in", "on", "at"),
    "MAKER": _maker,
    "OBJECT_THAT": lambda story, at: _object_and(story, at, ("that", "he", "she", "they")),
    "OBJECT_TO": lambda story, at: _object_and(story, at, ("to", "whether", "if", "how", "why", "what", "about")),
    "OUTLET": lambda story, at: story.lower[at] in _OUTLETS or (story.lower[at] == "the" and story.is_name(at + 1)),
    "PARTICIPLE": lambda story, at: story.is_plain(at) and english.is_past_form(story.lower[at]),
    "PERSONS": lambda story, at: story.is_plain(at) and story.words.persons.get(story.lower[at]) == "plural",
    "REQUEST": lambda story, at: story.lower[at] in ("questions", "requests") or _holds(story, at, _REQUESTS),
    "SOURCE": _source,
    "SPOKEN": lambda story, at: (
        story.is_plain(at) and any(form == "participle" for form, _ in story.words.cues.get(story.lower[at], ()))
    ),
    "THAT_CLAUSE": _that_clause,
    "THING": _thing,
    "THE_THING": lambda story, at: story.lower[at] == "the" and _thing(story, at),
    "VERB": _verb,
    "VERB_BASE": _verb_base,
}
