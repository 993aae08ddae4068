"""Agreement across what stands between source and cue: a relative clause, an apposition, a phrase of place.

The cue agrees with the head of its subject, whatever lies between (Quirk et al. 1985, 10.34).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_FINITE = group("finite")
_OPENS_ASIDE = frozenset({"who", "which", "a", "an", "the", "himself", "herself", "one", "speaking", "released"})
_PLACES = frozenset({"in", "at", "from", "near", "across", "outside"})
_LONGEST = 22
_HELD = {"has": "have", "was": "were", "is": "are"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _HELD or word in words.cues


def bad_distance(story: Story) -> Iterator[Issue]:
    """Yield the cues that disagree with a source that does not stand beside them."""
    for number, word in story.among(_matters):
        if story.spoken[number] or not story.is_plain(number):
            continue
        if word in _HELD:
            yield from _placed(story, number)
            continue
        uses = story.words.clause_verbs.get(word)
        if uses and {form for form, _ in uses} in ({"third"}, {"base"}) and word in story.words.cues:
            if story.text[number - 1] == ",":
                yield from _after_aside(story, number)
            else:
                yield from _after_relative(story, number)


def _number(story: Story, head: int) -> str:
    """Return whether a head noun is singular or plural; nothing for a body, a mass noun or none of ours."""
    words, noun = story.words, story.word(head)
    if noun in words.organisations or noun in words.mass or noun == "police":
        return ""
    return words.persons.get(noun) or words.documents.get(noun) or ""


def _disagrees(story: Story, verb: int, head: int) -> Iterator[Issue]:
    number = _number(story, head)
    uses = story.words.clause_verbs[story.lower[verb]]
    form, base = uses[0]
    if (number, form) not in (("singular", "base"), ("plural", "third")):
        return
    wanted: tuple[Form, ...] = ("third", "past") if number == "singular" else ("base", "past")
    spelt = story.words.clause_verbs.items()
    right = tuple(
        next(spelling for spelling, forms in spelt if (form, base) in forms)
        for form in wanted
        if any((form, base) in forms for _, forms in spelt)
    )
    reason = f"“{story.lower[verb]}” does not agree with it"
    yield Issue("agreement", story.span(verb, verb + 1), f"{story.lower[head]} …", reason, right)


def _is_subject(story: Story, low: int, head: int) -> bool:
    """Whether the words from the sentence's start to the head are one noun phrase."""
    if head - low > 5 or head < low:
        return False
    for at in range(low, head + 1):
        word = story.lower[at]
        if word in DETERMINERS or word in PLURAL_SIGNS or story.text[at] in ("'s", "’s", "-") or story.is_capital(at):
            continue
        if not story.is_plain(at) or word in story.words.function:
            return False
    return True


def _after_aside(story: Story, verb: int) -> Iterator[Issue]:
    """`His lawyer, a veteran of many trials, argue that`."""
    low = max(story.sentence_start(verb), verb - _LONGEST)
    if low != story.sentence_start(verb):
        return
    first = next((n for n in range(low, verb - 1) if story.text[n] == ","), None)
    if first is None or "," in story.text[first + 1 : verb - 1] or story.word(first + 1) not in _OPENS_ASIDE:
        return
    if any(word in ("and", "or") for word in story.lower[low:first]) or not _is_subject(story, low, first - 1):
        return
    if story.word(low) in DETERMINERS or _number(story, first - 1) == "plural":
        yield from _disagrees(story, verb, first - 1)


def _after_relative(story: Story, verb: int) -> Iterator[Issue]:
    """`Aid workers who reached the town on Monday describes`."""
    low = story.sentence_start(verb)
    who = next((n for n in range(verb - 2, max(low, verb - 14), -1) if story.lower[n] == "who"), None)
    if who is None or any(story.text[n] in (",", ";", "—", "–") for n in range(low, verb)):
        return
    head = who - 1
    between = range(who + 1, verb)
    if any(story.lower[n] in ("and", "or", "that", "to", "not", "n't") for n in range(low, verb)):
        return
    finite = [n for n in between if story.lower[n] in _FINITE or story.lower[n].endswith("ed")]
    if not finite or finite[0] != who + 1 or story.word(verb - 1) in story.words.function:
        return
    if any(story.lower[n] in story.words.cues and story.lower[n] not in story.words.sources for n in between):
        return
    verbal = "NOUN" not in english.parts_of_speech(story.lower[verb]) or story.word(verb + 1) == "that"
    if verbal and _is_subject(story, low, head):
        yield from _disagrees(story, verb, head)


def _placed(story: Story, auxiliary: int) -> Iterator[Issue]:
    """`Police in Karachi has confirmed that`."""
    low = story.sentence_start(auxiliary)
    after = story.words.cues.get(story.word(auxiliary + 1), ())
    if not any(form == "participle" for form, _ in after) or not 2 < auxiliary - low < 9:
        return
    place = next((n for n in range(low + 1, auxiliary - 1) if story.lower[n] in _PLACES), None)
    if place is None or not _is_subject(story, low, place - 1):
        return
    inside = range(place + 1, auxiliary)
    if not all(story.is_capital(n) or story.lower[n] in DETERMINERS or story.is_plain(n) for n in inside):
        return
    if any(story.lower[n] in ("who", "that", "which", "and", "or") or story.lower[n] in _FINITE for n in inside):
        return
    noun = story.lower[place - 1]
    if noun == "police" or _number(story, place - 1) == "plural":
        word = story.lower[auxiliary]
        reason = f"“{word}” does not agree with it"
        yield Issue("agreement", story.span(auxiliary, auxiliary + 1), f"{noun} …", reason, (_HELD[word],))
