"""Words of a frame that cannot stand side by side in English, wherever they stand, and what mends them.

No article stands before a finite verb or before *that*, no preposition between *has* and its participle, no second
preposition after one that a verb of saying does not strand (Huddleston and Pullum 2002, chapters 5, 7 and 14).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import grammar_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.subject import subject_of
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_ARTICLES = frozenset({"a", "an", "the"})
_SAID = frozenset({"said", "says", "told", "tells"})
_HAVE = frozenset({"has", "have", "had"})
_LINKS = frozenset({"of", "by", "for", "with", "from", "at", "on", "in", "to"})
_SECOND = _LINKS | {"after", "during", "before", "through", "via"}
_UNSTRANDED = group("unstranded")
_NOMINATIVE = frozenset({"he", "she", "they", "it", "we"})
_SUBJECTS = {"her": "she", "his": "he", "him": "he", "them": "they", "their": "they", "us": "we", "me": "I"}
_FINITE = group("finite")


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _ARTICLES or word in _HAVE or word in _UNSTRANDED or word in _SAID or word == "that"


def impossible_neighbours(story: Story) -> Iterator[Issue]:
    """Yield the words of frames that cannot stand side by side."""
    for number, word in story.among(_matters):
        if story.spoken[number] or number + 2 >= len(story):
            continue
        if word in _ARTICLES:
            yield from _article_before_verb(story, number)
        elif word in _HAVE:
            yield from _split_perfect(story, number)
        elif word == "that":
            yield from _that(story, number)
        if word in _UNSTRANDED:
            yield from _two_prepositions(story, number)
        if word in _SAID:
            yield from _said(story, number)


def _article_before_verb(story: Story, number: int) -> Iterator[Issue]:
    """`a said stable spokesman`, `Mr Ong an told inquiry`, `told BBC the that`."""
    after = story.word(number + 1)
    article, verb = story.text[number], story.text[number + 1]
    opens = number in story.firsts
    legal = article in ("the", "The") and after == "said"  # "the said parcel of land"
    if legal and number and (story.text[number - 1] in QUOTE_MARKS or story.text[number - 1] == ","):
        ends = story.text[number + 3 : number + 4] in ([","], ["."]) or story.word(number + 3) in CALENDAR | {
            "on",
            "in",
        }
        legal = not (story.word(number + 2) in story.words.speakers and ends)
    if after in _SAID and story.is_plain(number + 1) and not legal:
        right = f"{verb.capitalize() if opens else verb} {article.lower()}"
        slot, reason = f"{after} …", "no article stands before a verb"
        yield grammar_issue(story, "swapped-words", number, number + 2, slot, reason, right)
    elif story.text[number + 1] in (".", ",") and story.word(number - 1) in story.words.sources and not opens:
        if story.word(number - 2) in _SAID or story.word(number - 2) == "to":
            right = f"{article} {story.text[number - 1]}"
            yield grammar_issue(story, "swapped-words", number - 1, number + 1, right, "two words are swapped", right)
    elif (
        after == "that" and article == "the" and story.is_name(number - 1) and story.word(number - 2) in ("told", "to")
    ):
        right = f"the {story.text[number - 1]}"
        slot, reason = f"{story.word(number - 2)} the …", "two words are swapped"
        if story.word(number - 2) == "told" or story.word(number - 3) in story.words.frequent_cues:
            yield grammar_issue(story, "swapped-words", number - 1, number + 1, slot, reason, right)


def _split_perfect(story: Story, number: int) -> Iterator[Issue]:
    """`The company has of denied that`."""
    link, verb = story.word(number + 1), story.word(number + 2)
    if link not in _LINKS - {"to"} or not story.is_plain(number + 1) or not story.is_plain(number + 2):
        return
    forms = {form for form, _ in story.words.clause_verbs.get(verb, ())}
    if "participle" in forms and "NOUN" not in english.parts_of_speech(verb) and story.word(number + 3) not in _LINKS:
        reason = f"“{link}” does not belong in it"
        slot, right = f"{story.lower[number]} {verb}", story.text[number]
        yield grammar_issue(story, "function-word", number, number + 2, slot, reason, right)


def _that(story: Story, number: int) -> Iterator[Issue]:
    """`The dean said he that would`, `adding of that two of his props were`."""
    before, cue = story.word(number - 1), story.word(number - 2)
    if before in _NOMINATIVE and cue in story.words.frequent_cues and story.word(number + 1) in _FINITE:
        if story.is_plain(number - 2) and number - 2 > story.sentence_start(number):
            right = f"that {story.text[number - 1]}"
            reason = "two words are swapped"
            yield grammar_issue(story, "swapped-words", number - 1, number + 1, f"{cue} that", reason, right)
    elif before in ("of", "to", "for", "on", "with", "at") and story.word(number - 3) == ",":
        forms = {form for form, _ in story.words.cues.get(cue, ())}
        if forms == {"progressive"} and cue in story.words.frequent_cues and cue not in ("reporting", "speaking"):
            reason = f"“{before}” does not belong in it"
            yield grammar_issue(story, "function-word", number - 1, number + 1, f"{cue} that", reason, "that")


def _two_prepositions(story: Story, number: int) -> Iterator[Issue]:
    """`the regulator said on in its findings`, `published to in the journal`, `, speaking at after the draw`."""
    first, second, third = story.word(number + 1), story.word(number + 2), number + 3
    if first not in _LINKS or second not in _SECOND or third >= len(story) or story.in_compound(number + 2):
        return
    if (first, second) in _MAY_MEET or not (story.is_plain(number + 1) and story.is_plain(number + 2)):
        return
    if second == "from" and "to" in story.lower[third : third + 5]:
        return  # "a watch issued for from Deal to Dover"
    follows = story.word(third) in DETERMINERS or story.is_capital(third) or story.word(third) in _NOMINATIVE
    if not follows or any(word in ("what", "which", "who", "whom", "that") for word in _before(story, number)):
        return
    if story.lower[number] == "speaking" and story.text[number - 1] != "," and not story.is_first(number):
        return
    reason = "two prepositions stand side by side"
    slot = f"{story.lower[number]} {second} …"
    yield grammar_issue(story, "function-word", number + 1, number + 3, slot, reason, second, first)


_MAY_MEET = frozenset(
    {("in", "to"), ("on", "to"), ("from", "in"), ("from", "on"), ("on", "by"), ("to", "by"), ("in", "by"), ("at", "by")}
)


def _before(story: Story, number: int) -> list[str]:
    return story.lower[max(story.sentence_start(number), number - 8) : number]


def _said(story: Story, number: int) -> Iterator[Issue]:
    """`"…," her said`, `the vet told to the Weekly Times`, `The mayor she said`."""
    before, after = story.word(number - 1), story.word(number + 1)
    quoted = number > 1 and story.text[number - 2] in QUOTE_MARKS
    if before in _SUBJECTS and story.is_plain(number - 1) and (quoted or story.word(number - 2) == ","):
        if quoted or after in ("that", ".") or after in CALENDAR:
            right = _SUBJECTS[before]
            reason = f"“{before}” is no subject"
            yield grammar_issue(story, "function-word", number - 1, number, "… said", reason, right)
    elif after == "to" and story.lower[number] in ("told", "tells") and _is_listener(story, number + 2):
        subject = subject_of(story, number)
        start = number - 1 if before in _NOMINATIVE else subject.start if subject is not None else None
        if start is not None and (start in story.firsts or story.text[start - 1] in (",", "”", '"')):
            slot, reason = story.lower[number], "takes its listener without “to”"
            yield grammar_issue(story, "function-word", number, number + 2, slot, reason, story.text[number])


def _is_listener(story: Story, at: int) -> bool:
    """Whether a name, with an article or without, stands there and no verb."""
    return story.is_name(at + 1) if story.word(at) == "the" else story.is_name(at)
