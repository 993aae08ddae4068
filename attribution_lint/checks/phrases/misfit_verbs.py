"""A verb between a subject and the clause it reports that takes none, and fits there far worse than a cue like it.

`The union CLAMS more than 400 of its members have been paid late`, `The bench DISPOSED in June that it was`. A clause
is told from an object by its own finite verb, and from one of a relative clause by there being no other noun that it
could belong to (Huddleston and Pullum 2002, 11.3). The verb must look or sound like a usual cue, and the cue must
fit what stands around much better (`fit`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.clause_takers import is_extraposed
from attribution_lint.checks.phrases.cues import cue_issue
from attribution_lint.checks.phrases.frames import may_have_gap
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.like_cues import FITS_BETTER, is_like_a_cue, likelier_cues
from attribution_lint.checks.phrases.slots import (
    DETERMINERS,
    NOMINATIVE,
    PLURAL_SIGNS,
    before_adverbs,
    before_apposition,
)
from attribution_lint.checks.phrases.story import BREAKS, CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LITTLE = 0.5
"""How much better a cue must fit before *that*, which shows a clause by itself."""
_FINITE = group("finite")
_LINKS = frozenset({"in", "at", "on", "during", "before", "after", "to", "through", "via", "from", "under", "by"})
_GOVERNING = _LINKS | {"of", "for", "with"}
_TIMES = group("times") | CALENDAR | {"night", "week", "month", "year"}
_CHANNELS = group("channels-of-speech")
_ADVERBS = group("adverbs")
_MEASURES = frozenset({"about", "almost", "fewer", "half", "less", "more", "most", "nearly", "than"})
_INSIDE = _MEASURES | {"of", "and", "in", "for", "at", "on", "from", "per"}
_ENDS = frozenset({"who", "which", "that", "whom", "whose", "when", "where", "while", "because", "if", "as", "but"})
_ENDS_MAIN = _ENDS | {",", "and", "or", "once", "after", "before", "since", "until", "though", "although", "unless"}
_CONTENTS = group("clause-nouns")
_GIVEN = group("ditransitive-participles")
_LONGEST_PHRASE, _LONGEST_ADJUNCT, _LONGEST_ASIDE = 9, 6, 14


def misfit_verbs(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story that have a clause they cannot have where a cue was likely meant."""
    for verb, _ in story.among(is_like_a_cue):
        if not story.is_plain(verb) or story.in_compound(verb) or story.spoken[verb] or verb in story.firsts:
            continue
        if not _ends_subject(story, verb) or is_extraposed(story, verb):
            continue
        clause = _clause_behind(story, verb)
        if clause is None or (clause == verb + 1 and _has_verb_of_sentence(story, verb)):
            continue
        found = likelier_cues(story, verb, FITS_BETTER if clause == verb + 1 else _LITTLE)
        if found:
            yield cue_issue(story, verb, "… that" if clause > verb + 1 else f"… {story.lower[clause]}", found)


def _has_verb_of_sentence(story: Story, verb: int) -> bool:
    """Whether the one finite verb behind *who* and its verb is the sentence's: `A man who SUED his firm has won`."""
    if (
        story.word(before_adverbs(story, verb, _ADVERBS)) != "who"
        or "," in story.text[story.sentence_start(verb) : verb]
    ):
        return False
    low, end = story.sentence_start(verb), story.sentence_end(verb)
    return _FINITE.isdisjoint(story.lower[low:verb]) and _groups(_main(story, verb + 1, end)) == 1


def _groups(words: list[str]) -> int:
    """Return how many finite verbs there are, of which *have had* is one."""
    return sum(word in _FINITE and before not in _FINITE for before, word in pairwise(["", *words]))


def _ends_subject(story: Story, verb: int) -> bool:
    """Whether a subject ends before a word: a pronoun, a name, a noun, or the comma that closes an aside to it."""
    at = before_apposition(story, before_adverbs(story, verb, _ADVERBS))
    low = story.sentence_start(verb)
    if at < low or story.spoken[at] or story.text[at] in QUOTE_MARKS:
        return False
    word = story.lower[at]
    if story.text[at] == ",":
        return _closes_aside(story, at, low)
    if word in NOMINATIVE or word == "who":
        return word not in ("it", "there", "you")
    if story.is_capital(at):
        return word not in DETERMINERS and (at > low or word in story.words.sources)
    if not (story.is_plain(at) or story.in_compound(at)):
        return False
    if word in story.words.function and story.word(at - 1) not in DETERMINERS:
        return False
    return word in story.words.sources or ("NOUN" in english.parts_of_speech(word) and not word.endswith(("ing", "ed")))


def _closes_aside(story: Story, comma: int, low: int) -> bool:
    """Whether a comma closes a relative clause or an apposition whose noun stands before its first comma."""
    for first in range(comma - 2, max(low, comma - _LONGEST_ASIDE), -1):
        if story.text[first] == ",":
            noun = first - 1
            return story.lower[first + 1] in ("who", "which") or (
                noun >= low and story.is_name(noun) and story.word(first + 1) in ("a", "an", "the", "his", "her", "its")
            )
    return False


def _clause_behind(story: Story, verb: int) -> int | None:
    """Return where a clause starts that stands behind a word as what it reports; None if there is none."""
    end, at = story.sentence_end(verb), verb + 1
    if at >= end:
        return None
    parts = english.parts_of_speech(story.lower[verb])
    nominal = "NOUN" in parts and not story.lower[verb].endswith("ed")
    if story.word(at) == "that":
        return at + 1 if _is_clause(story, at + 1, end, nominal) else None
    if story.word(at).endswith("ly") or story.lower[at] in _LINKS:
        that = None if nominal else _that_behind(story, at, end)
        if that is None or not _is_clause(story, that + 1, end, True) or may_have_gap(story, that + 1):
            return None
        return that + 1
    if story.lower[verb] in _GIVEN:
        return None  # "lecturers owed four months' pay would be paid"
    if (nominal or "ADJ" in parts) and (
        (story.is_plain(at) and not _determines(story.lower[at])) or _is_placed(story, verb)
    ):
        return None  # "Gay rights advocates have", "on the Republican side it has"
    return at if _is_clause(story, at, end, nominal) else None


def _determines(word: str) -> bool:
    """Whether a word can open a noun phrase but not follow the first noun of one."""
    return word in NOMINATIVE or word in DETERMINERS or word in PLURAL_SIGNS or word in _MEASURES


def _is_placed(story: Story, noun: int) -> bool:
    """Whether a preposition governs the noun phrase that ends in a word."""
    at, low = noun - 1, story.sentence_start(noun)
    while at > low and (story.is_plain(at) or story.is_capital(at)) and story.lower[at] not in _GOVERNING:
        at -= 1
    return story.lower[at] in _GOVERNING


def _that_behind(story: Story, at: int, end: int) -> int | None:
    """Return the number of a *that* behind an adverb or a phrase of place or time which starts at a word."""
    for number in range(at + 1, min(at + _LONGEST_ADJUNCT, end)):
        word = story.lower[number]
        if word == "that":
            noun = story.lower[number - 1]
            timed = noun in _TIMES or noun in _CHANNELS or noun[0].isdigit() or noun.endswith("ly")
            return number if timed or _is_told_in(noun, story.words) else None
        if story.text[number] in BREAKS or story.text[number] in QUOTE_MARKS or word in _FINITE or word in _ENDS:
            return None
    return None


def _is_told_in(noun: str, words: Vocabulary) -> bool:
    """Whether a noun is an occasion, a document or somebody that hears, and takes no clause itself as *fact* does."""
    return (noun in words.occasions or noun in words.sources) and noun not in _CONTENTS


def _is_clause(story: Story, first: int, end: int, alone: bool) -> bool:
    """Whether a subject and its finite verb start at a word, if `alone` with no other finite verb behind them."""
    if first >= end - 1:
        return False
    word = story.lower[first]
    opens = (
        _determines(word)
        or word[0].isdigit()
        or story.is_name(first)
        or (story.is_plain(first) and word.endswith("s") and english.can_be_noun(word))
    )
    stands = story.lower[first - 1] == "that" and story.is_plain(first) and story.lower[first + 1] in _FINITE
    stands = stands and english.can_be_noun(word) and word not in _ADVERBS
    if not (opens or stands) or word in CALENDAR:
        return False
    for number in range(first + 1, min(first + _LONGEST_PHRASE, end)):
        word = story.lower[number]
        if word in _FINITE and story.lower[number - 1] in ("and", "or"):
            return False  # "respected the decision and would"
        if word in _FINITE:
            return not alone or _FINITE.isdisjoint(_main(story, number + 1, end))
        if story.text[number] in BREAKS or story.text[number] in QUOTE_MARKS or word in _ENDS or word == ",":
            return False
        if (
            number > first + 1
            and (word in NOMINATIVE or word in DETERMINERS)
            and story.lower[number - 1] not in _INSIDE
        ):
            return False
    return False


def _main(story: Story, at: int, end: int) -> list[str]:
    """Return the words behind a finite verb up to where another clause opens."""
    found: list[str] = []
    for number in range(at, end):
        if story.text[number] in BREAKS or story.lower[number] in _ENDS_MAIN:
            break
        found.append(story.lower[number])
    return found
