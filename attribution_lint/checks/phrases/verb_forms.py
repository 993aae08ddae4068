"""Forms of a cue that its place does not take: a plain form after *be*, a participle for a finite verb."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import NOT_HELD
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, is_clause
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.subject import subject_of
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_BE = frozenset({"be", "been", "is", "are", "was", "were"})
_BELIEVED = group("raised")
_REACHED = {"reach": "reached", "contact": "contacted", "locate": "located", "interview": "interviewed"}
_SAYING = group("telling")
_TAKES_TO = frozenset(
    {"authorised", "authorized", "permitted", "declined", "declines", "declining", "refused", "refuses", "refusing"}
)
_ARTICLES = frozenset({"a", "an", "the", "that", "how"})
_OPENERS = frozenset({"was", "were", "cited", "quoted", "spoke", "ask", "cite", "asking"})
_HAVE = frozenset({"has", "have", "had"})
_TOLD = frozenset({"told", "said", "spoke", "wrote"})
_SAID = frozenset({"said", "say", "told", "tell"})
_QUOTED = frozenset({"quoted", "cited"})
_EXPECTED = group("before-infinitive")
_INVERTED = frozenset({"the", "a", "an", "his", "her", "its", "one", "another"})
_FINITE = group("finite")
_ALONE: tuple[set[Form], ...] = ({"base"}, {"progressive"}, {"participle"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word not in NOT_HELD and (
        (word in words.cues and {form for form, _ in words.cues[word]} in _ALONE)
        or word in _REACHED
        or word in _BELIEVED
        or word in _TOLD
        or word in _SAID
        or word in _OPENERS
        or word in _OPENS
    )


def bad_verb_forms(story: Story) -> Iterator[Issue]:
    """Yield the cues in a form that their place does not take."""
    for number, word in story.among(_matters):
        if number in story.firsts and number + 2 < len(story):
            yield from _opening(story, number)
        if story.spoken[number] or not story.is_plain(number):
            continue
        forms = {form for form, _ in story.words.cues.get(word, ())}
        if word in _SAID and story.word(number - 1) == "as":
            if not _QUOTED.isdisjoint(story.lower[max(number - 9, story.sentence_start(number)) : number]):
                yield _issue(story, number, "quoted as …", "takes the form in *-ing*", ("progressive",))
        elif story.word(number - 1) in _BE and (forms == {"base"} or word in _BELIEVED or word in _REACHED):
            yield from _after_be(story, number)
        elif word in _TOLD and story.word(number - 1) == "to" and story.word(number - 2) in _EXPECTED:
            yield _issue(story, number, "to …", "takes the plain form", ("base",))
        elif forms == {"base"}:
            yield from _inverted(story, number)
            yield from _after_comma(story, number)
        elif forms == {"progressive"}:
            if word in _SAYING:
                yield from _without_auxiliary(story, number)
            if story.word(number - 1) in _HAVE and story.word(number + 1) == "that":
                yield _issue(story, number, f"{story.word(number - 1)} …", "takes the participle", ("participle",))
            if story.word(number - 1) == "to" and story.word(number - 2) in _TAKES_TO:
                yield _issue(story, number, f"{story.word(number - 2)} to …", "takes the plain form", ("base",))
        elif forms == {"participle"}:
            yield from _participle(story, number)


def _issue(story: Story, number: int, slot: str, reason: str, forms: tuple[Form, ...]) -> Issue:
    base = story.words.cues[story.lower[number]][0][1]
    table = story.words.cues.items()
    right = tuple(next(spelt for spelt, uses in table if (form, base) in uses) for form in forms)
    return Issue("inflection", story.span(number, number + 1), slot, reason, right)


def _after_be(story: Story, number: int) -> Iterator[Issue]:
    """`could not be reach for comment`, `is report to have`, `are believe to be`."""
    word, after = story.lower[number], story.word(number + 1)
    slot, reason = f"{story.word(number - 1)} …", "takes the participle"
    if word in _REACHED and after in ("for", "by", "on", "at", "immediately", "."):
        yield Issue("inflection", story.span(number, number + 1), slot, reason, (_REACHED[word],))
    elif after == "that" and not english.parts_of_speech(word) & {"NOUN", "ADJ"} and word in story.words.cues:
        yield _issue(story, number, slot, "takes the form in *-ing*", ("progressive",))
    elif word in _BELIEVED and after == "to" and story.word(number + 2) in ("be", "have"):
        yield _issue(story, number, slot, reason, ("participle",))


def _inverted(story: Story, number: int) -> Iterator[Issue]:
    """`"…," say the headteacher`."""
    if number == 0 or not (story.text[number - 1] in QUOTE_MARKS or story.text[number - 1] == ","):
        return
    if story.lower[number] == "say" and story.word(number + 1) in _TITLES and _is_one_name(story, number + 2):
        yield _issue(story, number, "… the speaker", "does not agree with it", ("third", "past"))
        return
    if story.word(number + 1) not in _INVERTED or (story.text[number - 1] == "," and story.lower[number] != "say"):
        return
    for at in range(number + 2, min(number + 6, story.sentence_end(number))):
        noun, words = story.lower[at], story.words
        if noun in ("former", "own") or (noun in ("'s", "’s") and story.lower[at - 1] not in words.persons):
            continue
        if not story.is_plain(at) or noun in words.function:
            return
        one = words.persons.get(noun) == "singular" and noun not in words.organisations and noun not in words.mass
        if one and story.word(at + 1) not in words.persons:
            ends = story.word(at + 1) in words.function - _FINITE or not story.is_plain(at + 1)
            if ends and story.word(at + 1) not in ("and", "-", "'s", "’s"):
                yield _issue(story, number, f"… the {noun}", "does not agree with it", ("past", "third"))
            return


_TITLES = group("titles-of-speakers")


def _is_one_name(story: Story, first: int) -> bool:
    """Whether one name stands there, and behind it neither *and* nor another: `say Dr Roe, who`."""
    at = first
    while story.is_capital(at) or (story.word(at) == "." and story.glued(at - 1) and story.is_capital(at + 1)):
        at += 1
    joined = (n for n in range(at, story.sentence_end(first)) if story.lower[n] == "and")
    return at > first and not any(n == at or story.is_capital(n + 1) or story.text[n - 1] == "," for n in joined)


def _after_comma(story: Story, number: int) -> Iterator[Issue]:
    """`The minister said it was safe, add that nobody had been hurt.`"""
    if story.word(number - 1) != "," or story.word(number + 1) != "that" or story.lower[number] not in _ADDS:
        return
    low = story.sentence_start(number)
    if any(story.lower[n] in ("said", "says", "told") for n in range(low, number)) and not story.spoken[number - 2]:
        yield _issue(story, number, ", … that", "takes the form in *-ing*", ("progressive",))


_ADDS = frozenset({"add", "say", "insist", "warn", "claim", "argue"})


def _without_auxiliary(story: Story, number: int) -> Iterator[Issue]:
    """`The council saying in a statement that the bins would be emptied.`"""
    low, high = story.sentence_start(number), story.sentence_end(number)
    if number - low > 8 or number == low or story.text[high - 1] != ".":
        return
    that = next((n for n in range(number + 1, min(number + 9, high)) if story.lower[n] == "that"), None)
    told = [n for n in range(number + 1, that or number) if not story.text[n].isalnum()]
    if that is None or told or not is_clause(story, that + 1) or not _ends_with_clause(story, that, high):
        return
    subject = subject_of(story, number)
    if subject is None or subject.start != low:
        return
    words, noun = story.words, story.lower[subject.head]
    if noun in words.persons or noun in words.organisations or noun in words.documents or story.is_name(subject.head):
        yield _issue(story, number, "… that", "takes a finite verb", ("past", "third"))


def _ends_with_clause(story: Story, that: int, high: int) -> bool:
    """Whether one finite verb stands in what follows, that of the clause, so that the sentence has none of its own."""
    finite = [n for n in range(that + 1, high) if story.lower[n] in _FINITE]
    first = finite[0] if finite else that
    while first < high and (story.lower[first] in _BEFORE_PARTICIPLE or not english.verb_lemmas(story.lower[first])):
        if story.lower[first] in _PREDICATES:
            break  # "that he is the heir lost his case"
        first += 1  # to the verb that the auxiliary helps
    more = sum(_is_verb_alone(story, n) for n in range(first + 1, high))
    return len(finite) + more <= 1 and not any(story.text[n] in (",", ";") for n in range(that + 1, high))


_PREDICATES = DETERMINERS | {"hers", "theirs", "mine", "ours", "yours"}
"""What opens a predicate that is no verb."""


def _is_verb_alone(story: Story, at: int) -> bool:
    """Whether a word is a past form and no participle, and so another verb: `… had bought its rival WENT out`."""
    word, before = story.lower[at], story.lower[at - 1]
    if word.endswith(("ed", "ing", "s")) or before in DETERMINERS or not _BEFORE_PARTICIPLE.isdisjoint((before, word)):
        return False
    lemmas = english.verb_lemmas(word)
    return bool(lemmas) and word not in lemmas and story.is_plain(at) and english.parts_of_speech(before) != {"ADJ"}


def _participle(story: Story, number: int) -> Iterator[Issue]:
    """`The data, which covers ten years, shown a fall`: the participle alone where the verb must stand."""
    if story.word(number + 1) not in _ARTICLES or number - story.sentence_start(number) < 2:
        return
    subject = subject_of(story, number)
    if subject is None or subject.start != story.sentence_start(number):
        return
    noun = story.lower[subject.head]
    if noun in story.words.documents and noun in story.words.frequent:
        finite: Form = "base" if subject.number == "plural" else "third"
        yield _issue(story, number, f"{noun} …", "takes a finite verb", (finite, "past"))


def _opening(story: Story, number: int) -> Iterator[Issue]:
    """`Was asked about the delay, the contractor blamed`; `Spoke to reporters, the coach said`; `Cited a source, …`."""
    after, end = story.word(number + 1), min(number + 24, story.sentence_end(number))
    comma = next((n for n in range(number + 2, end) if story.text[n] == ","), None)
    if comma is None or story.text[story.sentence_end(number) - 1] == "?" or story.spoken[number]:
        return
    subject = story.word(comma + 1)
    if subject not in _SUBJECTS and subject not in story.words.persons and not story.is_capital(comma + 1):
        return
    if not any(story.lower[n] in story.words.cues for n in range(comma + 2, min(comma + 12, len(story)))):
        return
    word, reason = story.lower[number], "takes a participle"
    if word in ("was", "were") and after in ("asked", "questioned", "pressed"):
        right = story.text[number + 1].capitalize()
        span = story.span(number, number + 2)
        yield Issue("inflection", span, f"{right} …", "takes no auxiliary", (right,))
    elif word == "speak" and not _is_heard(story, number + 2):
        return  # "Speak to your doctor, the warden said."
    elif word in _OPENS and (after in _OPENS[word][1] or story.is_name(number + 1)):
        yield Issue("inflection", story.span(number, number + 1), f"{word} …", reason, (_OPENS[word][0],))


def _is_heard(story: Story, at: int) -> bool:
    """Whether reporters or a paper are named there, to whom nobody is told to speak."""
    return story.word(at) in ("reporters", "journalists") or (story.word(at) == "the" and story.is_capital(at + 1))


_BEFORE_PARTICIPLE = _FINITE | _HAVE | _BE | {"to", "and", "or", "not", "n't", "being", "ever", "never", "by", "of"}
_SUBJECTS = frozenset({"the", "a", "an", "he", "she", "they", "it", "his", "her", "its", "one", "two", "police"})
_SOMEBODY = frozenset({"a", "an", "the", "two", "three", "several", "unnamed", "sources", "officials", "people", "its"})
_OPENS = {
    "ask": ("Asked", frozenset({"about", "whether", "if", "why", "how", "what"})),
    "asking": ("Asked", frozenset({"about", "whether", "if", "why", "how", "what"})),
    "cite": ("Citing", _SOMEBODY),
    "cited": ("Citing", _SOMEBODY - {"the"}),
    "quoted": ("Quoting", _SOMEBODY - {"the"}),
    "speak": ("Speaking", frozenset({"to", "on", "at", "in", "after", "before"})),
    "addressed": ("Addressing", frozenset({"the", "a", "reporters"})),
    "appeared": ("Appearing", frozenset({"on", "before", "at", "in"})),
    "commented": ("Commenting", frozenset({"on"})),
    "gave": ("Giving", frozenset({"evidence", "testimony"})),
    "reacted": ("Reacting", frozenset({"to"})),
    "replied": ("Replying", frozenset({"to"})),
    "responded": ("Responding", frozenset({"to"})),
    "spoken": ("Speaking", frozenset({"to", "on", "at", "in", "after", "before", "through"})),
    "testified": ("Testifying", frozenset({"in", "at", "before"})),
    "wrote": ("Writing", frozenset({"in", "on"})),
    "spoke": ("Speaking", frozenset({"to", "on", "at", "in", "after", "before"})),
}
