"""What *as* opens before a frame: `As REPORT by the papers,`, `As the ombudsman NOTE in her report,`.

Without a subject *as* takes a participle (Quirk et al. 1985, 15.54), with one a verb that agrees with it. A verb that
may be a noun is one if the clause has no other.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary, spelling

_REPORTED = group("reported-behind-as")
_ADVERBS = frozenset({"previously", "first", "earlier", "already", "originally", "widely", "recently", "also", "often"})
_BEHIND = frozenset({"by", "in", "on", "at", "last", "earlier", "yesterday", "above", "below", "here", "elsewhere"})
_WHERE = frozenset({"our", "today", "his", "her", "its", "their", "the", "a", "an", "this", "that", "last"})
_PLACES = frozenset({"in", "on", "at"})
_FINITE = group("finite")
_PLURAL_MASS = group("plural-mass")
_POINT = {"point": ("singular", "points"), "points": ("plural", "point")}
_LONGEST = 14
_SUBJECT = 6


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "as"


def as_openers(story: Story) -> Iterator[Issue]:
    """Yield the verbs in a wrong form that *as* opens a sentence or an aside with."""
    for opener, word in story.among(_matters):
        aside = opener > 0 and story.text[opener - 1] in (",", "(", "—", "–")
        if word != "as" or story.spoken[opener] or not (opener in story.firsts or aside):
            continue
        verb = opener + 1
        while story.word(verb) in _ADVERBS:
            verb += 1
        if story.is_plain(verb) and story.lower[verb] in _REPORTED:
            yield from _without_subject(story, opener, verb)
        elif opener in story.firsts and story.word(opener + 1) in DETERMINERS:
            yield from _with_subject(story, opener)


def _without_subject(story: Story, opener: int, verb: int) -> Iterator[Issue]:
    word, after = story.lower[verb], story.word(verb + 1)
    placed = after in _BEHIND and story.word(verb + 2) != word
    marked = verb > opener + 1 and after in (",", ".")
    if not (placed or marked) or story.in_compound(verb):
        return
    if after in _PLACES and not (_is_where(story, verb + 2)):
        return
    if english.can_be_noun(word) and after == "by" and not (_is_where(story, verb + 2) or verb > opener + 1):
        return
    yield Issue("inflection", story.span(verb, verb + 1), "as …", "takes a participle", (spelling(word, "participle"),))


def _is_where(story: Story, at: int) -> bool:
    return story.word(at) in _WHERE or story.is_capital(at) or story.word(at) in story.words.sources


def _with_subject(story: Story, opener: int) -> Iterator[Issue]:
    """`As the ombudsman NOTE in her report,`; `As his lawyers POINTS out,`."""
    comma = next((n for n in range(opener + 3, min(opener + _LONGEST, len(story))) if story.text[n] == ","), None)
    if comma is None or comma >= story.sentence_end(opener):
        return
    for verb in range(opener + 3, min(opener + 3 + _SUBJECT, comma)):
        word, noun = story.lower[verb], story.lower[verb - 1]
        if word in _POINT and story.word(verb + 1) == "out" and _ends_subject(story, opener, verb):
            if story.words.persons.get(noun) == _POINT[word][0]:
                reason = f"“{word}” does not agree with it"
                yield Issue("agreement", story.span(verb, verb + 1), f"{noun} …", reason, (_POINT[word][1],))
            return
        forms = {form for form, _ in story.words.cues.get(word, ())}
        if forms not in ({"base"}, {"third"}) or not story.is_plain(verb) or not _ends_subject(story, opener, verb):
            continue
        number = story.words.persons.get(noun)
        one = number == "singular" and forms == {"base"}
        many = number == "plural" and forms == {"third"}
        named = one and verb == opener + 3 and english.can_be_noun(word) and "ADJ" in english.parts_of_speech(noun)
        if (one or many) and not named and _stands_alone(story, verb, comma):  # "As a general rule,"
            wanted: tuple[Form, ...] = ("third", "past") if one else ("base", "past")
            yield verb_issue(story, verb, noun, wanted)
        return


def _ends_subject(story: Story, opener: int, verb: int) -> bool:
    """Whether one phrase, its owner included, stands between: no body, no coordination, no clause."""
    noun, words = story.lower[verb - 1], story.words
    held = (noun not in words.mass or noun in _PLURAL_MASS) and (
        noun not in words.organisations or noun.endswith("man")
    )
    inside = range(opener + 2, verb)
    whole = all(
        story.is_plain(n) or story.is_capital(n) or story.text[n] in ("'s", "’s", "'", "’", "-") for n in inside
    )
    return held and story.is_plain(verb - 1) and whole and not any(story.lower[n] in words.function for n in inside)


def _stands_alone(story: Story, verb: int, comma: int) -> bool:
    """Whether no other verb stands before the comma, and a place in writing or nothing follows."""
    after = story.word(verb + 1)
    if any(_is_finite(story, n) for n in range(verb + 1, comma)):
        return False
    placed = after in _PLACES and (story.word(verb + 2) in _WHERE or story.word(verb + 2) in CALENDAR)
    return placed or after == "out" or verb + 1 == comma


def _is_finite(story: Story, at: int) -> bool:
    word = story.lower[at]
    uses = story.words.clause_verbs.get(word, ())
    return word in _FINITE or any(form in ("past", "third") for form, _ in uses) or english.is_past_form(word)
