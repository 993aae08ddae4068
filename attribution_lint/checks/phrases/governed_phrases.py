"""Noun phrases that the table of government asks for by what heads them: a journal, a gathering, those who ask.

Each is read forwards from its determiner to its head, and holds neither a verb nor a word of grammar.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import OBJECTS, listener_end
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, Story

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_PAPERS = group("papers")
_BROADCASTS = group("programmes")
_GATHERINGS = group("gatherings")
_REQUESTS = group("requests")
_LONGEST = 5


def head_of(story: Story, first: int, nouns: Set[str]) -> int | None:
    """Return the number of the first of the nouns in the phrase that a determiner opens; None if it has none."""
    if story.word(first) not in DETERMINERS:
        return None
    for at in range(first + 1, min(first + 1 + _LONGEST, story.sentence_end(first))):
        if story.lower[at] in nouns and story.is_plain(at):
            return None if story.in_compound(at) else at
        if story.is_capital(at):
            continue  # the Today programme
        if story.lower[at] in story.words.function or not story.is_plain(at):
            return None
    return None


def _owned(story: Story, head: int | None) -> bool:
    """Whether a possessive follows, so that the noun is no head: `published on the journal's website`."""
    if head is None:
        return False
    return story.word(head + 1) in _POSSESSIVE or (story.is_plain(head + 1) and _is_noun(story, head + 1))


def _is_noun(story: Story, at: int) -> bool:
    return english.parts_of_speech(story.word(at)) == {"NOUN"}


def _headed(nouns: Set[str]) -> Callable[[Story, int], bool]:
    def stands(story: Story, at: int) -> bool:
        head = head_of(story, at, nouns)
        return head is not None and not _owned(story, head)

    return stands


def _requests(story: Story, at: int) -> bool:
    """Whether questions stand there that somebody put: `questions from`, `a written request`."""
    if story.lower[at] in _REQUESTS and story.lower[at].endswith(("s", "criticism")):
        return story.is_plain(at)
    return _headed(_REQUESTS)(story, at)


def _person(story: Story, at: int) -> bool:
    return _headed(frozenset(story.words.persons))(story, at)


def _owner_comma(story: Story, at: int) -> bool:
    """Whether somebody stands there with a determiner and a comma, and no verb of theirs before it."""
    if story.word(at - 3) not in ("in", "under") or story.lower[at] not in DETERMINERS:
        return False
    for n in range(at + 1, min(at + 9, story.sentence_end(at))):
        if story.text[n] == ",":
            last = story.lower[n - 1]
            known = last in story.words.persons or last in story.words.organisations or story.is_name(n - 1)
            return known and n > at + 1
        if english.is_past_form(story.lower[n]) or story.lower[n] in _FINITE:
            return False
        known = story.is_plain(n) or story.is_capital(n) or story.text[n] in _POSSESSIVE
        if not known or (story.lower[n] in story.words.function and story.lower[n] != "of"):
            return False
    return False


def _listener_as(story: Story, at: int) -> bool:
    """Whether one who is spoken of stands there, and what they are: `the accused as a quiet man`."""
    if story.pronoun(at) in OBJECTS:
        return story.word(at + 1) == "as"
    end = listener_end(story, at)
    return end is not None and story.word(end) == "as" and story.word(end + 1) in ("a", "an", "the")


def _this_paper(story: Story, at: int) -> bool:
    return story.lower[at] == "this" and story.word(at + 1) in _PAPERS and story.word(at + 2) not in _POSSESSIVE


def _placed_comma(story: Story, at: int) -> bool:
    """Whether a phrase of place or time fills the rest of a clause that *as* opens: `as she put at the hearing,`."""
    if story.lower[at] not in ("at", "in", "on", "during", "after", "before", "last", "later"):
        return False
    low = max(at - 7, story.sentence_start(at))
    return "as" in story.lower[low : at - 1] and "," in story.text[at : min(at + 8, story.sentence_end(at))]


_PLATFORMS = frozenset(
    {
        "x",
        "bluesky",
        "reddit",
        "whatsapp",
        "youtube",
        "twitter",
        "facebook",
        "instagram",
        "telegram",
        "linkedin",
        "tiktok",
        "weibo",
        "threads",
    }
)
_FINITE = group("finite")


def _paper_end(story: Story, at: int, *, dated: bool = False) -> bool:
    """Whether the name of a paper stands there, and the sentence ends or a day follows: `The Ledger on Sunday`."""
    past = at + (story.lower[at] == "the")
    while story.is_capital(past) and past - at < _LONGEST_NAME:
        past += 1
    paper = story.word(past - 1) in _PAPER_NAMES and past > at + (story.lower[at] == "the")
    if dated:
        return paper and story.word(past) == "on" and story.word(past + 1) in CALENDAR
    return paper and story.text[past : past + 1] in (["."], [","])


_HAD = frozenset({"had", "was", "were", "would", "could", "did", "has", "is", "knew", "planned"})


def _website(story: Story, at: int) -> bool:
    """Whether somebody's place on the web stands there: `the club's website`, `its Facebook page`."""
    behind = story.lower[at : min(at + _LONGEST_NAME, story.sentence_end(at))]
    place = next((n for n, word in enumerate(behind) if word in _WEBSITES), 0)
    return place > 0 and story.lower[at] in DETERMINERS and not {"on", "of", "in", "and", ","} & set(behind[:place])


_WEBSITES = frozenset({"website", "site", "page", "account", "channel", "feed", "blog", "homepage"})
_PAPER_NAMES = group("paper-names")
_LONGEST_NAME = 5
KINDS: dict[str, Callable[[Story, int], bool]] = {
    "HE_HAD": lambda story, at: story.lower[at] in ("he", "she", "they") and story.word(at + 1) in _HAD,
    "PAPER_DAY": lambda story, at: _paper_end(story, at, dated=True),
    "PAPER_END": _paper_end,
    "AGENCY": _headed(_PAPERS),
    "ARTICLE": lambda story, at: story.lower[at] in ("the", "a", "an"),
    "BROADCAST": _headed(_BROADCASTS),
    "GATHERING": _headed(_GATHERINGS),
    "JOURNAL": _headed(frozenset({"journal", "journals", "magazine", "newspaper", "periodical", "gazette"})),
    "LISTENER_AS": _listener_as,
    "OWNER_COMMA": _owner_comma,
    "PERSON_TO": _person,
    "PLACED_COMMA": _placed_comma,
    "PLATFORM": lambda story, at: story.lower[at] in _PLATFORMS and story.is_capital(at),
    "PRESS": _headed(frozenset({"media", "press", "cameras"})),
    "REQUESTS": _requests,
    "WEBSITE": _website,
    "THIS_PAPER": _this_paper,
}
