"""Agreement across what stands between source and cue: a relative clause, an apposition, a phrase of place.

The cue agrees with the head of its subject, whatever lies between (Quirk et al. 1985, 10.34).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.agreement import NOT_HELD
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary

_FINITE = group("finite")
_OPENS_ASIDE = group("reduced-relatives") | {"who", "which", "a", "an", "the", "himself", "herself", "one", "speaking"}
_WITNESSED = frozenset({"hear", "hears", "heard", "see", "sees", "saw", "let", "lets", "make", "makes", "made"})
_WITNESSED |= group("helping")
_LINKS = frozenset({"of", "at", "for", "from", "in", "by"})
_PLACES = frozenset({"in", "at", "from", "near", "across", "outside"})
_LONGEST = 22
_SINGULAR_OF = {"have": "has", "were": "was", "are": "is"}
_HELD = {"has": "have", "was": "were", "is": "are"}


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _HELD or word in _SINGULAR_OF or (word in words.cues and word not in NOT_HELD)


def bad_distance(story: Story) -> Iterator[Issue]:
    """Yield the cues that disagree with a source that does not stand beside them."""
    for number, word in story.among(_matters):
        if story.spoken[number] or not story.is_plain(number):
            continue
        if word in _HELD or word in _SINGULAR_OF:
            if word in _HELD:
                yield from _placed(story, number)
            if story.word(number - 1) == ",":
                yield from _auxiliary_after_aside(story, number)
            continue
        uses = story.words.clause_verbs.get(word)
        if uses and {form for form, _ in uses} in ({"third"}, {"base"}) and word in story.words.cues:
            if story.word(number - 1) == ",":
                yield from _after_aside(story, number)
            else:
                yield from _after_relative(story, number)


def _number(story: Story, head: int) -> str:
    """Return whether a head noun is singular or plural; nothing for a body, a mass noun or none of ours."""
    words, noun = story.words, story.word(head)
    if story.is_capital(head) and head not in story.firsts:
        return ""  # part of a body's name: *The Related Companies of Cork*
    if noun == "people" or words.organisations.get(noun) == "plural":
        return "plural"
    if (noun in words.organisations and not noun.endswith("man")) or noun in words.mass or noun == "police":
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
    head = _head_before_aside(story, verb)
    if head is not None and (story.word(story.sentence_start(verb)) in DETERMINERS or _number(story, head) == "plural"):
        yield from _disagrees(story, verb, head)


def _auxiliary_after_aside(story: Story, auxiliary: int) -> Iterator[Issue]:
    """`The ombudsman, who hears complaints, have found that`."""
    word = story.lower[auxiliary]
    if not any(form == "participle" for form, _ in story.words.cues.get(story.word(auxiliary + 1), ())):
        return
    head = _head_before_aside(story, auxiliary)
    if head is None or story.lower[head] not in story.words.sources:
        return
    wrong = "singular" if word in _SINGULAR_OF else "plural"
    determined = story.word(story.sentence_start(auxiliary)) in DETERMINERS
    if _number(story, head) == wrong and (determined or wrong == "plural"):
        right = _SINGULAR_OF.get(word) or _HELD[word]
        reason = f"“{word}” does not agree with it"
        span = story.span(auxiliary, auxiliary + 1)
        yield Issue("agreement", span, f"{story.lower[head]} …", reason, (right,))


def _head_before_aside(story: Story, verb: int) -> int | None:
    """Return the head of the subject that opens the sentence, if an aside between commas parts it from the verb."""
    low = max(story.sentence_start(verb), verb - _LONGEST)
    if low != story.sentence_start(verb):
        return None
    first = next((n for n in range(low, verb - 1) if story.text[n] == ","), None)
    if first is None or "," in story.text[first + 1 : verb - 1] or story.word(first + 1) not in _OPENS_ASIDE:
        return None
    link = next((n for n in range(low + 1, first) if story.lower[n] in _LINKS), first)
    if any(word in ("and", "or") for word in story.lower[low:first]) or not _is_subject(story, low, link - 1):
        return None
    if any(
        story.lower[n] in _FINITE or story.lower[n] in story.words.function - DETERMINERS
        for n in range(link + 1, first)
    ):
        return None
    return link - 1


def _after_relative(story: Story, verb: int) -> Iterator[Issue]:
    """`Aid workers who reached the town on Monday describes`."""
    low = story.sentence_start(verb)
    who = next((n for n in range(verb - 2, max(low, verb - 14), -1) if story.lower[n] == "who"), None)
    if who is None or any(story.text[n] in (",", ";", "—", "–") for n in range(low, verb)):
        return
    head = who - 1
    between = range(who + 1, verb)
    if any(story.lower[n] in ("and", "or", "that", "n't") for n in range(low, verb)):
        return
    if not _opens_relative(story, who) or story.word(verb - 1) in story.words.function:
        return
    cues = [n for n in between if story.lower[n] in story.words.cues and story.lower[n] not in story.words.sources]
    if any(n > who + 2 for n in cues) or any(story.lower[n] in _WITNESSED for n in between):
        return
    opens = story.word(verb + 1) == "that" or story.word(verb + 1) in DETERMINERS
    verbal = opens or "NOUN" not in english.parts_of_speech(story.lower[verb])
    if verbal and _is_subject(story, low, head) and not _agrees_with(story, verb - 1, verb):
        yield from _disagrees(story, verb, head)


def _opens_relative(story: Story, who: int) -> bool:
    """Whether a finite verb follows *who* at once."""
    word = story.word(who + 1)
    return word in _FINITE or word.endswith("ed") or "VERB" in english.parts_of_speech(word)


def _agrees_with(story: Story, noun: int, verb: int) -> bool:
    """Whether the verb may belong to the noun beside it."""
    form = story.words.clause_verbs[story.lower[verb]][0][0]
    number = story.words.sources.get(story.lower[noun])
    return number == ("plural" if form == "base" else "singular") or story.is_name(noun)


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
