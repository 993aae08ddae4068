"""The verb behind a relative clause: `Scientists who studied the reef SAYS it is dying`, `Anyone who was there TELL`.

The head before *who* is the subject of both verbs (Quirk et al. 1985, 10.34); the first finite verb is that of the
clause, and the next, if nothing between opens another clause, is that of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_FINITE = group("finite")
_INDEFINITE = group("indefinite")
_NEUTRAL = group("either-number") | group("quantities")
_PAIRS = {"has": "have", "have": "has"}
_OPENS_CLAUSE = frozenset(
    {"that", "and", "or", "but", "who", "which", "when", "if", "whether", "because", "while", "what"}
)
_NOT_BEFORE = frozenset(
    {"to", "not", "he", "she", "it", "they", "we", "i", "you", "that", "a", "an", "the", "his", "her"}
)
_SENSES = frozenset(
    {
        "hear",
        "hears",
        "heard",
        "see",
        "sees",
        "saw",
        "watch",
        "watches",
        "watched",
        "let",
        "lets",
        "make",
        "makes",
        "made",
        "help",
        "helps",
        "helped",
        "know",
        "knows",
        "has",
        "have",
        "had",
    }
)
"""Verbs behind which a plain form may stand with its own subject, and those whose participle may be a noun's."""
_LONGEST_HEAD, _LONGEST_CLAUSE = 4, 12


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "who"


def verbs_behind_who(story: Story) -> Iterator[Issue]:
    """Yield the verbs behind a relative clause that do not agree with the persons it tells of."""
    for who, word in story.among(_matters):
        if word != "who" or not story.is_plain(who):
            continue
        number = _number_of_head(story, who - 1)
        verb = _main_verb(story, who + 1) if number else 0
        if not verb:
            continue
        form, uses = story.lower[verb], story.words.cues.get(story.lower[verb], ())
        single = form == "has" or (form != "have" and uses[0][0] == "third")
        if single != (number == "plural"):
            continue
        slot = f"{story.lower[who - 1]} who …"
        if form in _PAIRS:
            reason = f"“{form}” does not agree with it"
            yield Issue("agreement", story.span(verb, verb + 1), slot, reason, (_PAIRS[form],))
        else:
            yield verb_issue(
                story, verb, f"{story.lower[who - 1]} who", ("base", "past") if single else ("third", "past")
            )


def _number_of_head(story: Story, head: int) -> str:
    """Return the number of the persons who open the sentence, read whole; empty where it is open."""
    low = story.sentence_start(head + 1)
    if not 0 <= head - low <= _LONGEST_HEAD or story.spoken[head]:
        return ""
    noun, opener = story.lower[head], story.lower[low]
    if noun in _INDEFINITE:
        return "singular" if head == low else ""
    if noun == "those":
        return "plural" if head == low or (story.word(head - 1) == "of" and opener in ("most", "many", "some")) else ""
    held = story.words.persons.get(noun, "")
    if (
        noun in _NEUTRAL
        or noun in story.words.mass
        or noun in story.words.organisations
        or story.is_capital(head) != (head == low)
    ):
        return ""
    inside = range(low + 1, head)
    if not all(story.is_plain(n) and story.lower[n] not in story.words.function for n in inside):
        return ""
    if held == "singular":
        return held if opener in ("the", "a", "an", "his", "her", "another", "each", "every") else ""
    return held if opener in DETERMINERS or opener in PLURAL_SIGNS or story.lower[low].isalpha() else ""


def _main_verb(story: Story, first: int) -> int:
    """Return the number of the verb of the sentence, in the present or the perfect; 0 if none is sure."""
    at, end = first, min(first + _LONGEST_CLAUSE, story.sentence_end(first))
    while at < end and (story.lower[at].endswith("ly") or story.lower[at] in ("also", "first", "once")):
        at += 1
    if at >= end or not _is_finite(story, at) or story.lower[at] in _SENSES:
        return 0
    helps = story.lower[at] in _FINITE
    at += 1
    while helps and at < end and (story.lower[at] in ("not", "been", "also", "being") or is_past(story, at)):
        at += 1
    for number in range(at, end):
        word, text = story.lower[number], story.text[number]
        if text in QUOTE_MARKS or not (text[0].isalnum() or text in ("'s", "’s", "-", "'")) or word in _OPENS_CLAUSE:
            return 0
        if story.is_plain(number) and story.word(number - 1) not in _NOT_BEFORE:
            if word in _PAIRS and _is_participle(story, number + 1):
                return number
            if _is_present(story, number):
                return number
            if word in _FINITE or (is_past(story, number) and "ADJ" not in english.parts_of_speech(word)):
                return 0
    return 0


def _is_finite(story: Story, at: int) -> bool:
    word = story.lower[at]
    uses = {form for form, _ in story.words.clause_verbs.get(word, ())}
    return (
        word in _FINITE
        or is_past(story, at)
        or bool(uses & {"base", "third"})
        or english.parts_of_speech(word) == {"VERB"}
    )


def _is_participle(story: Story, at: int) -> bool:
    return any(form == "participle" for form, _ in story.words.clause_verbs.get(story.word(at), ()))


def _is_present(story: Story, at: int) -> bool:
    """Whether a cue in the present stands there that is no noun, or has a clause behind it."""
    word = story.lower[at]
    forms = {form for form, _ in story.words.cues.get(word, ())}
    if forms not in ({"base"}, {"third"}):
        return False
    noun = english.can_be_noun(word) and word not in ("say", "says")
    return not noun or story.word(at + 1) in ("that", "he", "she", "it", "they", "there")
