"""The phrase behind a number or an article: the noun that is counted, what describes it, where it ends."""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import plural
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Story

_MODIFIERS = group("modifiers")
_ENDS = group("ends")
_REDUCED = group("reduced-relatives")
_ARTICLES = frozenset({"a", "an"})
_SEVERAL = group("counting") | group("quantities") | group("approximate")


def plurals_of(noun: str) -> tuple[str, ...]:
    """Return the plurals that a singular noun may be meant for, the usual one first."""
    return ("people", "persons") if noun == "person" else (plural(noun),)


def past_owner(story: Story, at: int) -> int:
    """Return the word behind an owner with a possessive, if one stands there: `two of the club's director`."""
    for mark in range(at + 1, at + 4):
        if story.word(mark) in ("'s", "’s") or (story.word(mark) in ("'", "’") and story.glued(mark - 1)):
            return mark + 1
        if not (story.is_plain(mark) or story.is_capital(mark)) or story.lower[mark] in story.words.function:
            break
    return at


def past_adjectives(story: Story, at: int) -> int:
    """Return the word behind up to two adjectives: `three independent study`."""
    for last in range(at, at + 2):
        word = story.word(last)
        titled = "ADJ" in english.parts_of_speech(word) and story.word(last + 1) in story.words.persons
        if titled and story.is_plain(last) and story.is_plain(last + 1):
            continue  # "two senior official"
        if not story.is_plain(last) or word in story.words.sources or "NOUN" in english.parts_of_speech(word):
            return last
        if "ADJ" not in english.parts_of_speech(word):
            return at
    return at + 2


def far_plural(story: Story, first: int) -> int | None:
    """Return a plural source that ends what an article opened: `a junior ministers said`, `A second reports by`."""
    words = story.words
    for at in range(first, min(first + 3, story.sentence_end(first))):
        word, before = story.word(at), story.word(at - 1)
        if not story.is_plain(at) or word in words.function or word in _SEVERAL or story.in_compound(at):
            return None
        if words.sources.get(word) == "plural" and word in words.singulars and word not in words.mass:
            verbal = word in words.cues and at > first and "ADJ" not in english.parts_of_speech(before)
            return at if not verbal and words.singulars[word] not in words.mass else None
        body = words.organisations.get(word) == "singular" and words.persons.get(story.word(at + 1)) == "plural"
        if body:
            continue
        if word not in _MODIFIERS and (word in words.sources or word in words.clause_verbs or not _describes(word)):
            return None
    return None


def _describes(word: str) -> bool:
    """Whether a word can stand before a noun as what kind it is of, and is no verb."""
    parts = english.parts_of_speech(word)
    return "ADJ" in parts or (parts == {"NOUN"} and not word.endswith(("s", "ing")))


def follows_plural(story: Story, at: int) -> bool:
    """Whether no noun follows that the plural could stand before: `a letters to`, `a documents released by`."""
    parted = story.word(at).endswith("ed") or story.word(at) in ("read", "seen", "sent", "written")
    return story.word(at) == "to" or (parted and story.word(at + 1) in ("by", "in", "on", "to"))


def is_attributive(story: Story, noun: int) -> bool:
    """Whether the noun that is counted follows later: `many academic and literary men`, `two youth, health and …`."""
    if story.is_plain(noun + 1) and story.in_compound(noun + 1):
        return True
    if story.word(noun + 1) not in ("and", "or", ","):
        return False
    for at in range(noun + 2, min(noun + 9, story.sentence_end(noun))):
        word = story.lower[at]
        if word in ("and", "or", ",") or story.text[at] == "-":
            continue
        if word in PLURAL_SIGNS and "ADJ" in english.parts_of_speech(story.lower[noun]):
            continue  # "three senior and two junior officers"
        if not story.is_plain(at) or word in story.words.function or word in PLURAL_SIGNS or word in DETERMINERS:
            return False
        if word in story.words.frequent_cues and not english.can_be_noun(word):
            return False
        if word.endswith("s") or story.words.sources.get(word) == "plural" or word in ("men", "women", "people"):
            return english.can_be_noun(word)
    return False


def is_clause_of(story: Story, first: int, at: int) -> bool:
    """Whether a relative clause without its pronoun opens at a plural: `a trick botanists call by another name`."""
    if at < first + 2 or story.words.sources.get(story.word(at)) != "plural":
        return False
    uses, before = story.words.clause_verbs.get(story.word(at + 1), ()), story.word(at - 1)
    noun = "NOUN" in english.parts_of_speech(before) and before not in _MODIFIERS and before not in story.words.sources
    return noun and any(form == "base" for form, _ in uses)


def is_verb(story: Story, number: int, alone: bool) -> bool:
    """Whether what could be a plural is a verb: `one suspects that`, or not alone, `a plan results in`."""
    if "VERB" not in english.parts_of_speech(story.word(number)) or (alone and story.word(number - 1) in _ARTICLES):
        return False
    after = story.word(number + 1)
    if not alone and after in ("in", "from"):
        return "NOUN" in english.parts_of_speech(story.word(number - 1)) and story.word(number - 1) not in _MODIFIERS
    return after in _CLAUSE or (after in DETERMINERS and story.lower[number] in story.words.clause_verbs)


_CLAUSE = frozenset({"that", "whether", "how", "why", "what", "if"})


def ends_phrase(story: Story, at: int) -> bool:
    """Whether a word, or the lack of one, can stand right behind a noun phrase that is over."""
    word = story.word(at)
    reduced = word in _REDUCED and story.word(at + 1) in ("by", "in", "at", "on", "for", "from")
    return reduced or word in _ENDS or word in (".", ",", ";", "") or word in story.words.frequent_cues
