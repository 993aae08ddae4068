"""A form of the active where a passive or a past participle must stand: `ASKING by a reporter`, `is ALLEGING by the
prosecution`, `a person BRIEF on it`, `as QUOTING in the papers`, `is SAYS to be worth`, `a REPORTING $4m`, `a letter
SIGNS by doctors`, `first REPORT by the Echo`.

What is done to a source or by one is told by the past participle (Quirk et al. 1985, 3.56 and 17.28).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary, spelling

_DONE = {spelling(base, "progressive"): base for base in group("done-to-speakers")}
_PLAIN = group("plain-done-to-speakers")
_SAID_OF = {spelling(base, "third"): base for base in group("said-to-be")}
_MADE = {spelling(base, "third"): base for base in group("made-by-authors")}
_BROKEN = group("done-first")
_HEARD = group("heard-or-seen")
_ESTIMATED = {"reporting": "report", "estimating": "estimate", "suggesting": "suggest"}
_BE = frozenset({"is", "are", "was", "were"})
_BEEN = frozenset({"been", "being", "be"})
_FIRST = frozenset({"first", "originally", "initially", "widely"})
_BEFORE_FIRST = frozenset({",", "as", "was", "were", "been"})
_MEANS = frozenset({"telephone", "phone", "email", "text", "reporters", "this"})
_BRIEFED = frozenset({"on", "by", "about", "in"})
_OPENING = frozenset({"asking", "citing", "contacting", "quoting", "alleging"})
"""Forms that are no noun by which a sentence opens, as *polling* and *questioning* are."""
_SUM = "$£€₦₹"
_PHRASE = 4
"""Words from the article of a person to the last of the phrase."""


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return any(word in table for table, _ in _KINDS)


def participles_for_passives(story: Story) -> Iterator[Issue]:
    """Yield the active forms in a story's frames that stand for a participle."""
    for verb, word in story.among(_matters):
        opens = verb in story.firsts and story.text[verb][1:].islower()
        if story.spoken[verb] or story.in_compound(verb) or not (story.is_plain(verb) or opens):
            continue
        base = next((table[word] for table, stands in _KINDS if word in table and stands(story, verb)), "")
        if base and (has_frame(story, verb) or word in story.words.cues):
            right = spelling(base, "participle")
            right = right.capitalize() if opens else right
            slot = f"… {story.word(verb + 1)}"
            yield Issue("inflection", story.span(verb, verb + 1), slot, "takes the past participle", (right,))


def _before_sum(story: Story, verb: int) -> bool:
    """`a REPORTING $4m`."""
    number = story.text[verb + 1] if verb + 1 < len(story) else ""
    return story.word(verb - 1) in ("a", "an") and bool(number) and (number[0].isdigit() or number[0] in _SUM)


def _quoted(story: Story, verb: int) -> bool:
    """`as QUOTING in the papers`, `ASKING by a reporter`, `Economists POLLING by the paper`."""
    before, after = story.word(verb - 1), story.word(verb + 1)
    if before == "as":
        return after in ("in", "by")
    if before == "first" and story.word(verb - 2) in _BE | _BEEN:
        before = story.word(verb - 2)
    if before in _BE and story.word(verb - 2) == "it" and story.lower[verb] == "alleging":
        return True
    if before == "when" and after == "by" and story.word(verb + 2) in _MEANS:
        return True
    passive = before in _BE | _BEEN | {"when"} or (verb in story.firsts and story.lower[verb] in _OPENING)
    persons = story.words.persons.get(before) == "plural"
    return after == "by" and _is_agent(story, verb + 2) and (passive or persons)


def _is_agent(story: Story, at: int) -> bool:
    """Whether somebody who does something begins at a word."""
    word = story.word(at)
    known = word in DETERMINERS or word in ("whom", "him", "her")
    return known or story.is_name(at) or story.words.persons.get(word) == "plural"


def _briefed(story: Story, verb: int) -> bool:
    """`said a person BRIEF on it`."""
    one = story.word(verb - 1) in ("person", "people") or story.words.persons.get(story.word(verb - 1)) == "singular"
    phrase = story.lower[max(verb - _PHRASE, story.sentence_start(verb)) : verb]
    opened = any(word in DETERMINERS or word in PLURAL_SIGNS for word in phrase)
    return one and story.word(verb + 1) in _BRIEFED and opened


def _said_of(story: Story, verb: int) -> bool:
    """`is SAYS to be worth`, `It has been ALLEGES that`."""
    before, after = story.word(verb - 1), story.word(verb + 1)
    if before in _BEEN:
        there = "there" in story.lower[max(verb - 3, story.sentence_start(verb)) : verb]  # "There have been claims by"
        return after in ("that", "to", "by") and not there
    return before in _BE and after == "to" and english.can_be_verb(story.word(verb + 2))


def _made_by(story: Story, verb: int) -> bool:
    """`an open letter SIGNS by 40 doctors`."""
    noun = story.word(verb - 1)
    return story.word(verb + 1) == "by" and (noun in story.words.documents or noun in story.words.occasions)


def _made_of(story: Story, verb: int) -> bool:
    """`In a letter WRITING to the council`, `Documents RELEASES under the law`."""
    noun, words = story.word(verb - 1), story.words
    document = noun in words.documents or noun in words.occasions
    opened = story.lower[verb].endswith("ing") or "plural" in (words.documents.get(noun), words.occasions.get(noun))
    return document and opened and story.word(verb + 1) in _MADE_THERE


def _heard(story: Story, verb: int) -> bool:
    """`is HEAR to say`: no clause of what is done stands before, *all he does is say*."""
    low = story.sentence_start(verb)
    called = story.word(verb - 1) in _BE | _BEEN and story.word(verb + 1) in ("to", "by", "saying", "telling")
    return called and {"all", "what", "do", "does", "did", "thing", "to"}.isdisjoint(story.lower[low:verb])


def _told_that(story: Story, verb: int) -> bool:
    """`The tribunal has been TELLING that`."""
    return story.word(verb - 1) in _BE | _BEEN and story.word(verb + 1) == "that"


def _done_first(story: Story, verb: int) -> bool:
    """`, first REPORT by the Echo,`."""
    told = story.word(verb - 1) in _FIRST and story.word(verb - 2) in _BEFORE_FIRST
    return told and story.word(verb + 1) in ("by", "in", "on")


_MADE_THERE = frozenset({"to", "by", "on", "under", "in", "through"})
_WRITING = {spelling(base, "progressive"): base for base in ("write", "publish", "post", "release", "issue", "sign")}
_KINDS: tuple[tuple[dict[str, str], Callable[[Story, int], bool]], ...] = (
    (_ESTIMATED, _before_sum),
    (_DONE, _quoted),
    ({word: word for word in _PLAIN}, _briefed),
    (_SAID_OF, _said_of),
    (_MADE, _made_by),
    ({word: word for word in _BROKEN}, _done_first),
    ({**_MADE, **_WRITING}, _made_of),
    ({word: word for word in _HEARD}, _heard),
    ({"telling": "tell", "informing": "inform"}, _told_that),
)
