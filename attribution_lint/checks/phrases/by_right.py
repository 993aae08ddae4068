"""A verb or a noun that stands by right where a finder would have a cue: `"…," he USED to say`, `the day I SAILED`.

A habit is told by *used to* and a verb (Quirk et al. 1985, 3.44), a time is described by a clause without *that*
(17.22), one who is named has what they are before the name (17.65), and a verb with a particle or with somebody as its
whole object reports nothing (16.2 and 16.7).
"""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.openings import ends_quotation
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.packs import shipped_lexicon

_BE = group("be")
_TIMES = group("times") | CALENDAR | {"moment", "minute", "hour", "night", "morning", "evening", "afternoon", "summer"}
_FINITE = group("finite")
_TEXTS = group("texts-that-run")
_RUNS = frozenset({"ran", "runs", "went", "goes"})
_PUT = frozenset({"in", "on", "up", "out", "off", "over", "down", "into", "onto", "under"})
_MOVED = frozenset({"into", "onto"})
_INTO = frozenset({"inquiry", "enquiry", "investigation", "probe", "research", "insight", "inquest", "review", "study"})
_TAKE_SOMEBODY = group("takes-somebody")
_OLD_CUES = frozenset({"quoth", "saith", "sayeth", "spake", "sez"})
_LONGEST_NAME, _LONGEST_OBJECT, _LONGEST_SUBJECT = 5, 7, 24


def stands_by_right(story: Story, issue: Issue, number: int) -> bool:
    """Whether the word of an issue about a cue has its place by what stands around it."""
    word, after = story.lower[number], story.word(number + 1)
    if word in _OLD_CUES or (number in story.firsts and _is_subject(story, number)):
        return True
    if word == "used" and after == "to" and story.word(number - 1) not in _BE:
        return english.can_be_verb(story.word(number + 2))
    if after == "that" and story.word(number + 2) == "one" and story.word(number + 3) not in _FINITE:
        return True  # "had marked that one with a check"
    return (
        _says_nothing(story, number)
        or _describes_time(story, number)
        or _describes_name(story, number)
        or _is_described(story, number)
        or _is_put(story, number)
        or _runs(story, number)
        or _has_somebody(story, number, issue.candidates[0])
    )


def describes(story: Story, number: int) -> bool:
    """Whether a noun right before a source's says what a document is of or whom somebody serves: `MILKING records`.

    Almost any noun may (Quirk et al. 1985, 17.104 to 17.109), so that none near it is likelier.
    """
    after = story.word(number + 1)
    held = after in story.words.sources and not after.startswith(_OF_SOMEBODY) and story.is_plain(number + 1)
    return held and story.lower[number] in shipped_lexicon("phrase-open-modifiers")


_OF_SOMEBODY = (
    *("spokes", "witness", "statement", "testimon", "account", "affidavit"),
    *("note", "memo", "letter", "email", "message"),
)
"""How the nouns begin whose own are persons and bodies: *witness statements*."""


def _is_subject(story: Story, opener: int) -> bool:
    """`SITING the mast on the ridge, the regulator said, would spare the view`: what somebody says in the midst."""
    if not story.lower[opener].endswith("ing"):
        return False
    for at in range(opener + 2, min(opener + _LONGEST_SUBJECT, story.sentence_end(opener) - 1)):
        if story.lower[at] in _FINITE:
            return False
        if story.text[at] == "," and story.lower[at - 1] in story.words.frequent_cues:
            return story.lower[at + 1] in _FINITE
    return False


def _says_nothing(story: Story, verb: int) -> bool:
    """`Having said that, he SAT.`: a participle or a phrase before a comma, and no clause that could be said."""
    low = story.sentence_start(verb)
    if story.text[verb + 1 : verb + 2] != ["."] or not english.can_be_verb(story.lower[verb]) or verb - low < _FEWEST:
        return False
    opens = story.lower[low].endswith("ing") or story.lower[low] in _OPENERS
    ahead = story.lower[low:verb]
    return opens and ahead[-2] == "," and _FINITE.isdisjoint(ahead) and not any(story.spoken[low:verb])


_OPENERS = frozenset({"on", "by", "asked", "told", "seen", "with", "without"})
_FEWEST = 4


def _describes_time(story: Story, verb: int) -> bool:
    """`on the day I SAILED there were nine`: a time with a determiner, a pronoun and its verb."""
    timed = story.word(verb - 1) in NOMINATIVE and story.word(verb - 2) in _TIMES
    return (
        timed
        and story.word(verb - 3) in ("the", "every", "each")
        and "VERB" in english.parts_of_speech(story.lower[verb])
    )


def _describes_name(story: Story, noun: int) -> bool:
    """`"…," DECKHAND Moses Ssekitto said`: a noun that is no verb before a name that has its cue behind it."""
    if not story.is_name(noun + 1) or english.can_be_verb(story.lower[noun]):
        return False
    if "NOUN" not in english.parts_of_speech(story.lower[noun]):
        return False
    end = noun + 1
    while end < noun + 1 + _LONGEST_NAME and story.is_capital(end):
        end += 1
    return story.word(end) in story.words.frequent_cues and story.is_plain(end)


def _is_described(story: Story, noun: int) -> bool:
    """`a STARTUP that turns peel into fuel has raised`: a noun that is no verb, and a verb behind *that*."""
    verb = noun + 2
    if story.word(noun + 1) != "that" or english.can_be_verb(story.lower[noun]):
        return False
    if not _is_determined(story, noun) or not english.can_be_verb(story.word(verb)):
        return False
    third = story.word(verb).endswith("s") and not story.word(verb).endswith("ss")
    return third and story.word(verb + 1) not in _FINITE and story.word(verb + 1) not in ("of", "in", "who", "and")


def _is_determined(story: Story, noun: int) -> bool:
    return any(story.word(at) in DETERMINERS for at in range(noun - 3, noun))


def _is_put(story: Story, verb: int) -> bool:
    """`pasted in “the nearest one”`, `PASTED the reply, unread, into a declaration`: a verb of moving something."""
    after = verb + 1
    if not english.can_be_verb(story.lower[verb]):
        return False
    if story.word(after) in _PUT and story.text[after + 1 : after + 2] and story.text[after + 1] in QUOTE_MARKS:
        return not story.glued(after)
    if story.word(after) not in DETERMINERS or story.word(after) in ("that", "this"):
        return False
    behind = story.lower[after : min(after + _LONGEST_OBJECT, story.sentence_end(verb))]
    at = next((number for number, word in enumerate(behind) if word in _MOVED), 0)
    return at > 0 and behind[at - 1] not in _INTO and _FINITE.isdisjoint(behind)


def _runs(story: Story, verb: int) -> bool:
    """`"…," RAN the line under his picture`: words stand written there."""
    if story.lower[verb] not in _RUNS or story.word(verb + 1) not in DETERMINERS:
        return False
    return any(story.word(at) in _TEXTS for at in range(verb + 2, verb + 5))


def _has_somebody(story: Story, verb: int, right: str) -> bool:
    """`The letter “Ã” HAUNTS Graciela Muñoz.`: somebody named is all that the verb has, and no hearer."""
    if right in _TAKE_SOMEBODY or not english.can_be_verb(story.lower[verb]) or not story.is_name(verb + 1):
        return False
    if ends_quotation(story, verb - 1) or story.text[verb - 1] == ",":
        return False
    end = verb + 1
    while end < verb + 1 + _LONGEST_NAME and story.is_capital(end) and story.text[end].isalpha():
        end += 1
    return story.text[end : end + 1] == ["."]


def is_of_several_generals(story: Story, verb: int) -> bool:
    """Whether the subject of a verb is several by the word before its last: `The attorneys general WERE quoted`."""
    low = max(story.sentence_start(verb), verb - _REACH)
    return any(
        story.lower[at] in _WITH_GENERALS and story.word(at + 1) in ("general", "designate")
        for at in range(low, verb + 1)
    )


_WITH_GENERALS = group("several-before-general")
_REACH = 10
