"""A wrong cue after a quotation, or after the clause that it reports: `"…," she SAD`, `…, the minister SAD.`"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import ADVERBS, DAYS, PRONOUNS, TIME_NOUNS, cue_issue, cue_slot
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.quotable import meant_behind, misfits_quotation
from attribution_lint.checks.phrases.reporting import FINITE, before_time
from attribution_lint.checks.phrases.similar import NEAR, sound
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story

AFTER_QUOTATION = "after the quotation"
"""The slot of a cue that has no words of its own."""
_SUBORDINATORS = group("subordinators")


def after_quotation(story: Story, first: int) -> Iterator[Issue]:
    """`"…," she VERB`, `"…," VERB Jane Doe`, `"…," the minister VERB`."""
    if first >= len(story) or first in story.firsts or story.spoken[first] or story.glued(first - 1):
        return
    if _is_term(story, first - 1):
        return
    if (story.lower[first] in story.words.persons or not story.is_name(first + 1)) and (
        story.lower[first] in story.words.sources and story.lower[first] not in DETERMINERS
    ):
        return
    end = story.sentence_end(first)
    if story.is_plain(first) and story.lower[first] not in story.words.function:
        # VERB first: a name, a determiner or a pronoun follows.
        if story.lower[first].endswith("ing") and english.can_be_verb(story.lower[first]):
            return
        follows = story.word(first + 1)
        if story.is_name(first + 1) or follows in DETERMINERS or follows in PRONOUNS or follows in story.words.persons:
            firm = _closes(story, first + 1)
            yield from cue_slot(story, first, AFTER_QUOTATION, NEAR, sure=True, firm=firm)
        return
    verb = subject_end(story, first, end)
    if verb is None or verb >= end:
        return
    while story.word(verb) in ADVERBS or (story.word(verb).endswith("ly") and story.is_plain(verb)):
        verb += 1
    if story.is_capital(verb + 1) or story.word(verb + 1) in story.words.persons:
        if story.word(verb) not in story.words.cues and sound(story.word(verb)) == sound("told"):
            yield from cue_slot(story, verb, AFTER_QUOTATION, NEAR, pool=("told",))
        return
    real = story.word(verb + 1) in DETERMINERS and english.can_be_verb(story.word(verb))
    if ends_clause(story, verb + 1) or (story.word(first) in PRONOUNS and not real):
        yield from cue_slot(story, verb, AFTER_QUOTATION, NEAR, sure=True)


def _is_term(story: Story, mark: int) -> bool:
    """Whether the marks that close at `mark` set off a word or two of the sentence: the “Lisa case,” a fable."""
    low = max(mark - _LONGEST_TERM, story.sentence_start(mark))
    opening = next((n for n in range(mark - 1, low, -1) if story.text[n] in QUOTE_MARKS), None)
    return opening is not None and story.text[mark - 1] == "," and story.text[opening - 1].isalpha()


_LONGEST_TERM = 4  # words and marks before the closing one


def _closes(story: Story, first: int) -> bool:
    """Whether a short subject and a mark that closes its clause follow."""
    end = story.sentence_end(first)
    at = first
    while at < min(first + 7, end) and (
        story.is_plain(at) or story.is_capital(at) or story.text[at] in ("'s", "'", "’")
    ):
        if at > first and story.lower[at] in _PLACED:
            return True
        at += 1
    return at > first and (at >= end or story.text[at] in (",", ".", ";", "—", "–", "(", ":"))


_PLACED = frozenset({"in", "to", "at", "after", "when", "as", "before", "on", "who", "with", "from"})


def subject_end(story: Story, first: int, end: int) -> int | None:
    """Return the number of the word after the short subject that starts at `first`."""
    if story.word(first) in PRONOUNS:
        return first + 1
    at = first
    if story.lower[at] in DETERMINERS or story.lower[at] in PLURAL_SIGNS:
        at += 1
        while at < min(first + 6, end) and (
            story.is_plain(at) or story.is_capital(at) or story.text[at] in ("-", "'s")
        ):
            word = story.lower[at]
            at += 1
            owns = story.word(at) in ("'s", "’s")
            known = word in story.words.speakers and story.word(at) not in story.words.speakers and not owns
            if (
                (known or _is_office(story, at - 1))
                and not story.is_capital(at)
                and story.text[min(at, end - 1)] != "-"
            ):
                return at
        return None
    while at < min(first + 5, end) and (story.is_capital(at) or story.text[at] in (".", "-")):
        at += 1
    return at if at > first and story.is_plain(at) else None


def _is_office(story: Story, at: int) -> bool:
    """Whether somebody is called by the letters of an office: *the MLA*."""
    return story.text[at].isupper() and 1 < len(story.text[at]) < 5


def ends_clause(story: Story, at: int) -> bool:
    """Whether the clause of a cue may end at a word: at a mark, a time, or what names the hearer or the place."""
    if at >= len(story):
        return True
    word, text = story.lower[at], story.text[at]
    return (
        text in (".", ",", ";", ":", "—", "–", "--", "?", "!")
        or text in QUOTE_MARKS
        or word in DAYS
        or word in TIME_NOUNS
        or word.endswith("ly")
        or word
        in (
            "in",
            "on",
            "at",
            "during",
            "of",
            "about",
            "to",
            "as",
            "after",
            "when",
            "before",
            "from",
            "last",
            "this",
            "earlier",
            "while",
            "through",
            "with",
            "that",
            "via",
            "by",
        )
    )


def closing(story: Story, stop: int) -> Iterator[Issue]:
    """`…, the minister VERB on Monday.`: a short subject, a word and a time between a comma and the sentence's end."""
    verb = before_time(story, stop - 1)
    if not story.is_plain(verb) or story.word(verb) in story.words.function or story.word(verb - 1) in ("them", "us"):
        return  # "…, three of them dead."
    low = max(story.sentence_start(verb), verb - 7)
    comma = next((n for n in range(verb - 1, low, -1) if story.text[n] == ","), None)
    if comma is None or not (_is_clause_before(story, comma) or _is_no_verb(story, verb)):
        return
    if subject_end(story, comma + 1, stop + 1) != verb or (verb < stop - 1 and story.text[stop] != "."):
        return
    if story.word(verb) in story.words.sources and story.word(comma + 1) not in PRONOUNS:
        return
    found = list(cue_slot(story, verb, "…, … ", NEAR + 0.08))
    if not found and story.text[stop] == "." and _is_speaker(story, verb - 1) and misfits_quotation(story, verb):
        meant = tuple(cue for cue in meant_behind(story, verb, _ALIKE) if cue in story.words.frequent_cues)
        found = [cue_issue(story, verb, "…, … ", meant)] if meant else []
    if story.is_name(verb - 1) and story.word(comma + 1) != "the":
        found = [issue for issue in found if _is_of_one(story, issue.candidates[0])]
    yield from found


def _is_of_one(story: Story, cue: str) -> bool:
    """Whether a form of a cue may stand behind one name: a past, a third person, but no plain form."""
    return any(form in ("past", "third") for form, _ in story.words.cues.get(cue, ()))


def _is_no_verb(story: Story, verb: int) -> bool:
    """Whether a noun and nothing else stands where the verb of *he* or *she* must."""
    parts = english.parts_of_speech(story.lower[verb])
    return story.word(verb - 1) in ("he", "she", "they") and bool(parts) and parts <= {"NOUN", "PROPN"}


def _is_speaker(story: Story, number: int) -> bool:
    """Whether *he* or *she* or a name is all that stands between a comma and a word."""
    while story.is_name(number) and story.is_name(number - 1):
        number -= 1
    return story.text[number - 1] == "," and (story.lower[number] in ("he", "she") or story.is_name(number))


_ASKED = group("asked-participles")
_BEFORE_WHICH = frozenset({"to", "from", "in", "at", "on", "with", "by", "through"})
_ALIKE = 0.62
"""How much like a cue a word must be behind a clause that is not quoted."""


def _is_clause_before(story: Story, comma: int) -> bool:
    """Whether the words before the comma are a main clause: a finite verb, and no subordinator to open it."""
    low = story.sentence_start(comma)
    opener = story.word(low)
    if any(story.lower[n] == "which" and story.lower[n - 1] in _BEFORE_WHICH for n in range(low + 1, comma)):
        return False  # "a station to which, it was pointed out, he walked"
    if opener in _SUBORDINATORS or opener in _ASKED or story.text[low] in QUOTE_MARKS:
        return False
    return any(story.lower[n] in FINITE for n in range(low, comma))
