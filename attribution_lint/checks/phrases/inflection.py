"""Regular English inflection, enough to spell out the lexicons once at the start.

Rules after Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.5–3.9 and 5.73–5.80.
"""

from __future__ import annotations

import re
from functools import cache

from attribution_lint.checks.phrases.groups import group

_VOWELS = "aeiou"
_STRESSED_ENDS = ("fer", "mit", "cur", "but", "mur", "bel", "pel", "tel", "gret", "ter", "quip")
_UNSTRESSED = group("unstressed")
_ONE_SYLLABLE = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")


@cache  # the lexicons list the same nouns again and again, and nothing else is asked for
def plural(noun: str) -> str:
    """Return the regular plural of a singular noun; of a compound, that of its last part."""
    if noun.endswith(("man",)) and noun not in ("human", "shaman", "german", "ottoman", "talisman"):
        return noun[:-3] + "men"
    if noun.endswith("child"):
        return noun + "ren"
    if noun.endswith(("wife", "midwife")):
        return noun[:-2] + "ves"
    if noun.endswith("-in-law"):
        return plural(noun.removesuffix("-in-law")) + "-in-law"
    if noun.endswith(("sis", "xis")):
        return noun[:-2] + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")) and not noun.endswith(("arch", "ach")):
        return noun + "es"
    return noun + "s"


def third_person(verb: str) -> str:
    """Return the regular form for he, she, it."""
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def past(verb: str) -> tuple[str, ...]:
    """Return the regular past tense; British and American where they differ."""
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return (verb[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(verb))


def participle(verb: str) -> tuple[str, ...]:
    """Return the form in -ing; British and American where they differ."""
    if verb.endswith("ie"):
        return (verb[:-2] + "ying",)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return (verb[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(verb))


def _is_short(verb: str) -> bool:
    """Whether a single vowel letter stands before the last consonant; the u of qu is none."""
    return verb[-3:-2] not in _VOWELS or verb[-4:-2] == "qu"


def _stems(verb: str) -> tuple[str, ...]:
    if verb.endswith("ic"):
        return (verb + "k",)
    if len(verb) > 2 and verb[-1] not in "aeiouwxyh" and verb[-2] in _VOWELS and _is_short(verb):
        doubled = verb + verb[-1]
        if _ONE_SYLLABLE.fullmatch(verb):
            return (doubled,)
        if verb.endswith(_STRESSED_ENDS) and verb not in _UNSTRESSED:
            return (doubled,)
        if verb.endswith("l"):
            return (verb, doubled)
    return (verb,)
