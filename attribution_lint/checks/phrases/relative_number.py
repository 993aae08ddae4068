"""A verb behind *who* or *which* whose number is not that of the noun before: `The senator, who SIT on a panel, said`.

The relative pronoun takes the number of its antecedent (Quirk et al. 1985, 10.43). Only a noun that no preposition
hangs on another is held to it, as *who* may belong to either: *the head of the tenants who was ill*. *Which* may stand
for a whole clause (Quirk et al. 1985, 15.57), and so only a document that opens the sentence is held to it. What
*whose* comes before has its own number, and *of whom* that of the word before: `all of whom ASKS`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_NEITHER = group("either-number") | group("quantities")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.", "sir"})
_PAIRS = {"has": "have", "have": "has", "is": "are", "are": "is", "was": "were", "were": "was"}
_SINGULAR = frozenset({"has", "is", "was"})
_NUMBER_OF = dict.fromkeys(group("counting") | {"all", "most", "some", "few"}, "plural") | {
    "each": "singular",
    "neither": "singular",
}
_UNREAL = frozenset({"if", "though", "wish"})
_INDEFINITE = group("indefinite")
_ONE = frozenset({"a", "an", "the", "his", "her", "their", "another"})
_LONGEST = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in ("who", "which", "whoever", "whose", "whom")


def relative_number(story: Story) -> Iterator[Issue]:
    """Yield the verbs behind *who* and *which* that do not agree with the noun before."""
    for who, word in story.among(_matters):
        verb = who + 1 + (word == "whose")
        if (
            not _matters(word, story.words)
            or not (story.is_plain(who) or (word == "whoever" and who in story.firsts))
            or not story.is_plain(verb)
            or story.in_compound(verb)
        ):
            continue
        single = _form(story, verb)
        if single is None or not has_frame(story, who):
            continue
        number = _held_number(story, who, word)
        if word == "whoever" and _is_cue_alone(story, verb):
            yield verb_issue(story, verb, word, ("past", "third"))
            continue
        if number and (number == "singular") != single:
            form = story.lower[verb]
            right = _PAIRS.get(form) or (
                english.plain_of_third_person(form) if single else inflection.third_person(form)
            )
            reason = f"“{form}” does not agree with it"
            yield Issue("agreement", story.span(verb, verb + 1), f"… {word} …", reason, (right,))


def _held_number(story: Story, who: int, word: str) -> str:
    """Return the number that a verb behind a relative pronoun must have; empty where it is open."""
    if word == "whom":
        return _NUMBER_OF.get(story.word(who - 2), "") if story.word(who - 1) == "of" else ""
    if word == "whose":
        noun = story.word(who + 1)
        number = story.words.persons.get(noun) or story.words.documents.get(noun)
        verb = story.lower[who + 2]
        held = (verb in _PAIRS or english.is_only_verb(verb)) and story.is_plain(who + 1) and noun not in _NEITHER
        open_ = noun in story.words.mass or noun in story.words.organisations
        return number if number and number != "any" and held and not open_ else ""
    head = who - 1 - (story.word(who - 1) == ",")
    return _document(story, head) if word == "which" else _antecedent(story, head)


def _form(story: Story, verb: int) -> bool | None:
    """Return whether a verb is one of the third person singular, False for a plain one; None for any other word."""
    word = story.lower[verb]
    if word in _PAIRS:
        return word in _SINGULAR
    if word in story.words.function or word in story.words.persons or word in story.words.mass:
        return None
    if story.word(verb + 1) in story.words.cues:
        return None  # “who police say was armed”
    if _is_base(word):
        return False
    return True if english.plain_of_third_person(word) else None


@lru_cache(maxsize=4096)
def _is_base(word: str) -> bool:
    """Whether a word is the plain form of a verb and no other form of one."""
    lemmas = english.verb_lemmas(word)
    adverb = "ADV" in english.parts_of_speech(word)
    return lemmas == {word} and not adverb and word not in _UNCHANGED and not word.endswith(("ed", "ing"))


_UNCHANGED = group("unchanged-pasts")


def _is_cue_alone(story: Story, verb: int) -> bool:
    """Whether a plain form of a cue stands there that is no other form of it."""
    return {form for form, _ in story.words.cues.get(story.lower[verb], ())} == {"base"}


def _document(story: Story, head: int) -> str:
    """Return the number of the document that opens the sentence, with no other noun it could hang on; else nothing."""
    noun, low = story.word(head), story.sentence_start(head)
    number = story.words.documents.get(noun, "")
    if head - low > _LONGEST or noun in _NEITHER or noun in story.words.mass or noun in story.words.organisations:
        return ""
    if story.lower[low] not in DETERMINERS and not (head == low and number == "plural"):
        return ""
    inside = range(low + 1, head)
    return number if all(story.is_plain(n) and story.lower[n] not in story.words.function for n in inside) else ""


def _antecedent(story: Story, head: int) -> str:
    """Return the number of the person who is the antecedent; empty where it is open."""
    noun, low = story.word(head), story.sentence_start(head)
    if head < low or story.spoken[head]:
        return ""
    if noun in _INDEFINITE:
        before = story.word(head - 1) if head > low else ""
        return "singular" if before in _BEFORE_ANTECEDENT and not _UNREAL & set(story.lower[low:head]) else ""
    if noun in ("those", "people"):
        first = head
        while first > low and story.lower[first - 1] in PLURAL_SIGNS:
            first -= 1
        before = story.word(first - 1) if first > low else ""
        cited = before == "to" and story.word(first - 2) == "according"
        if cited or before in _BEFORE_ANTECEDENT:
            return "plural"
    if story.is_name(head) and story.is_capital(head) and not noun.endswith("s"):
        first = head
        while first > low and story.is_capital(first - 1) and head - first < _LONGEST:
            first -= 1
        titled = story.word(first) in _TITLES and story.word(first - 1) != "and"
        return "singular" if titled and first in story.firsts else ""
    held = story.words.persons.get(noun)
    if held is None or noun in _NEITHER or noun in story.words.organisations:
        return ""
    if held == "singular" and noun in story.words.mass:
        return ""
    if not story.is_plain(head) and head not in story.firsts:
        return ""
    first = head
    while first > low and story.is_plain(first - 1) and head - first < _LONGEST:
        word = story.lower[first - 1]
        if word in DETERMINERS or word in PLURAL_SIGNS or word in story.words.function:
            break
        first -= 1
    before = story.word(first - 1) if first > low else ""
    if held == "singular":
        if before not in _ONE:
            return ""
        first -= 1
        before = story.word(first - 1) if first > low else ""
    elif before in DETERMINERS or before in PLURAL_SIGNS:
        first -= 1
        before = story.word(first - 1) if first > low else ""
        if before in DETERMINERS:
            first -= 1
            before = story.word(first - 1) if first > low else ""
        if before == "of" and story.word(first - 2) in _NUMBER_OF and first - 2 == low:
            before = ""  # "Many of the miners who"
    opens = first in story.firsts or before in _BEFORE_ANTECEDENT
    return held if opens and not _UNREAL & set(story.lower[low:first]) else ""


_BEFORE_ANTECEDENT = frozenset({"", "wants", "want", "needs", "told", "said", "say", "says", "that", ","})
