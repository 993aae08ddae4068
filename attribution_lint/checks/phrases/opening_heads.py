"""The head of the subject that opens a sentence, and whether it is one or many.

Indefinite pronouns and *each* are singular, a number of persons plural; a body may be either in British copy
(Quirk et al. 1985, 10.35 to 10.42).
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Story
from attribution_lint.packs import shipped_lexicon

_INDEFINITE = group("indefinite") | {"no-one"}
_NEUTRAL = group("either-number") | group("quantities") | group("measures") | group("times")
_ONE = frozenset({"one", "each"})
_NUMBERS = group("counting") | {"three", "eleven", "twelve", "twenty", "thirty", "dozens", "hundreds", "few"}
_NUMBERS -= {"those", "these", "multiple", "numerous", "various"}
_SINGULAR = frozenset({"a", "an", "another", "each", "every", "this"})
_BEHIND = frozenset({"of", "in", "at", "from", "on", "between", "for", "by", "to", "with", "within", "inside", "near"})
_BEHIND |= group("subject-links") | {
    "who",
    "which",
    "that",
    "whose",
    "where",
    "we",
    "they",
    "he",
    "she",
    "above",
    "across",
    "outside",
}
_LONGEST = 6


class Head(Struct, frozen=True):
    """A noun or pronoun at a word, its number, and where what follows it starts."""

    at: int
    number: str
    end: int


def head_of(story: Story, low: int) -> Head | None:
    """Return the head of the noun phrase that opens the sentence; None if its number is open."""
    word, after = story.lower[low], story.word(low + 1)
    if word == "no" and after == "one":
        return Head(low + 1, "singular", low + 2)
    if word in _INDEFINITE:
        return Head(low, "singular", low + 1)
    if word == "those" and (after in _BEHIND or after in ("close", "familiar")):
        return Head(low, "plural", low + 1)
    if (word, after) == ("every", "one") and story.word(low + 2) == "of":
        low, word, after = low + 1, "one", "of"
    if after == "of" and (word in _ONE or word in _NUMBERS):
        at = low + 2
        if story.word(at) not in DETERMINERS:
            return None
        noun = _last_noun(story, at)
        many = noun is not None and _number(story, noun) == "plural"
        return Head(low, "singular" if word in _ONE else "plural", noun + 1) if many and noun is not None else None
    opens = word in DETERMINERS or word in PLURAL_SIGNS or word not in story.words.function
    noun = _last_noun(story, low) if opens else None
    if noun is None:
        return None
    number = _number(story, noun)
    if number == "singular" and (noun == low or word not in DETERMINERS or story.word(noun + 1) == "and"):
        return None
    if number == "plural" and word in _SINGULAR:
        return None
    if noun == low and story.word(low + 1) == "of" and story.is_capital(low + 2):
        return None  # the name of a body: *Doctors of BC*
    if word in ("both", "either", "neither"):
        return None
    return Head(noun, number, noun + 1) if number else None


def _last_noun(story: Story, low: int) -> int | None:
    """Return the number of the noun that ends a noun phrase before a comma, a preposition or a relative pronoun."""
    end = min(low + _LONGEST + 2, story.sentence_end(low) - 1)
    for at in range(low, end):
        word, after = story.lower[at], story.word(at + 1)
        if story.spoken[at] or (word in _MODALS and story.word(at - 1) not in DETERMINERS):
            return None  # "A pupil will have": no testament
        known = word in story.words.sources or word in ("people", "police", "criteria", "news") or _is_persons(word)
        ends = (
            after in _BEHIND
            or after in _AUXILIARIES
            or story.text[at + 1] == ","
            or after in _PARTICIPLES
            or after in DETERMINERS
        )
        if known and ends and (at == low or story.is_plain(at)):
            return at
        if story.text[at] in ("'s", "’s", "'", "’", "-") or story.is_capital(at) or word[0].isdigit():
            continue
        grammar = word in story.words.function and word not in _INSIDE and word not in PLURAL_SIGNS
        if at > low and grammar and (word not in DETERMINERS or at != low + 1):
            return None
        if not story.is_plain(at) and at != low:
            return None
    return None


_PARTICIPLES = group("reduced-relatives") | {"claiming", "representing", "calling", "seeking", "investigating", "still"}
_MODALS = frozenset({"will", "might", "may", "can"})
_AUXILIARIES = frozenset({"has", "have", "was", "were", "is", "are"})
_ENDS = _BEHIND | _AUXILIARIES | _PARTICIPLES | DETERMINERS
_INSIDE = frozenset({"former", "own", "other", "more", "most", "first", "second"})


def _number(story: Story, at: int) -> str:
    noun, words = story.lower[at], story.words
    if noun == "minutes" and story.word(at - 1) == "the" and story.word(at + 1) == "of":
        return "plural"  # the record
    if noun in ("people", "police", "criteria"):
        return "plural"
    if noun in _NEUTRAL:
        return ""
    if words.persons.get(noun) == "plural" or _is_persons(noun):
        return "plural"
    held = words.persons.get(noun) or words.documents.get(noun)
    if held == "plural" and noun not in words.mass:
        return "plural"
    if held == "singular" and noun not in words.organisations and (noun not in words.mass or noun in _UNCOUNTED):
        return "singular" if "NOUN" in english.parts_of_speech(noun) else ""
    if noun in _UNCOUNTED:
        return "singular"
    return "plural" if words.organisations.get(noun) == "plural" and noun.endswith("s") else ""


@lru_cache(maxsize=2048)
def _is_persons(noun: str) -> bool:
    """Whether a word is the plural of a noun that names people, and nothing else."""
    lemmas = english.lemmas(noun)
    if not noun.endswith(("s", "men")) or noun in lemmas or english.parts_of_speech(noun) != {"NOUN"}:
        return False
    return bool(lemmas) and lemmas <= frozenset(shipped_lexicon("nouns-persons"))


_UNCOUNTED = group("uncounted") | {"news"} | {"research", "polling", "analysis"}
