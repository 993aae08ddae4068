"""What is said of a cue that disagrees with its source: the verb in the forms that agree, the likelier tense first."""

from __future__ import annotations

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form


def verb_issue(story: Story, number: int, subject: str, wanted: tuple[Form, ...]) -> Issue:
    """Return the issue of a cue that disagrees with its subject, with its wanted forms as candidates."""
    word = story.lower[number]
    base = next(base for _, base in story.words.cues[word])
    # A third person that disagrees was written for the present, a plain form for either.
    told = tells_past if wanted[:1] == ("third",) else _is_dated
    if wanted[:2] in (("third", "past"), ("base", "past")) and (told(story, number) or _is_past(story, base)):
        wanted = ("past", wanted[0])
    right = tuple(spelling for form in wanted for spelling in _spelt(story, base, form))
    return Issue(
        "agreement", story.span(number, number + 1), f"{subject} …", f"“{word}” does not agree with it", right[:3]
    )


def tells_past(story: Story, verb: int) -> bool:
    """Whether a day stands behind the verb, a quotation before its subject, or a past form in the clause reported."""
    if _is_dated(story, verb) or _is_framed(story, verb):
        return True
    clause = story.lower[verb : story.sentence_end(verb)]
    return not _PAST.isdisjoint(clause) and _PRESENT.isdisjoint(clause)


def _is_framed(story: Story, verb: int) -> bool:
    """Whether the sentence opens with a clause of time in the past: `When the paper rang, the clerk DENY`."""
    low = story.sentence_start(verb)
    if story.lower[low] not in _WHEN:
        return False
    comma = next((n for n in range(low, verb) if story.text[n] == ","), low)
    return any(word in _PAST or english.is_past_form(word) for word in story.lower[low:comma])


_WHEN = frozenset({"when", "after", "before", "once", "asked", "until"})


def _is_dated(story: Story, verb: int) -> bool:
    """Whether a day stands behind the verb, or a quotation before its subject."""
    after = verb + 1
    if story.word(after + (story.word(after) == "on")) in CALENDAR:
        return True
    return any(story.text[n] in QUOTE_MARKS for n in range(story.sentence_start(verb), verb))


def _is_past(story: Story, base: str) -> bool:
    """Whether the story has the verb in the past elsewhere, and not in the present."""
    past, now = _spelt(story, base, "past"), (*_spelt(story, base, "third"), base)
    return any(map(story.recurs, past)) and not any(map(story.recurs, now))


_PAST = frozenset({"had", "was", "were", "did", "said", "told"})
_PRESENT = frozenset({"is", "are", "has", "have", "will", "can", "does"})


def form_issue(story: Story, number: int, base: str, reason: str) -> Issue:
    """Return the issue of a cue in a form that the word before it does not take, with its plain form."""
    return Issue("inflection", story.span(number, number + 1), f"{story.word(number - 1)} …", reason, (base,))


def _spelt(story: Story, base: str, form: Form) -> list[str]:
    return [spelling for spelling, forms in story.words.cues.items() if (form, base) in forms][:1]
