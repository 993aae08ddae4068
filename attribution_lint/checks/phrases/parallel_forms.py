"""Verbs of a frame that are joined and must have one form: `would neither CONFIRMED nor deny`, `was shot and KILL`.

What *neither* and *nor* join, and what *and* joins to a participle behind *be*, have the form that the auxiliary asks
for (Quirk et al. 1985, 13.42 and 13.73). *Be* itself is no form behind *have* or behind *be*.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary, spelling

_PLAIN = frozenset({"would", "will", "could", "can", "did", "does", "do", "should", "might", "to"})
_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"was", "were", "been", "being", "is", "are"})
_DONE = group("done-to-persons")
_BEHIND = frozenset({".", ",", "by", "with", "to", "in", "on", "after", "at", "for"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in ("neither", "nor", "be") or word in _DONE


def parallel_forms(story: Story) -> Iterator[Issue]:
    """Yield the verbs of a story's frames whose form is not that of what they are joined to."""
    for number, word in story.among(_matters):
        if not _matters(word, story.words) or not story.is_plain(number) or story.in_compound(number):
            continue
        if word == "be":
            yield from _be(story, number)
        elif word in _DONE:
            yield from _joined(story, number)
        else:
            yield from _correlated(story, number)


def _be(story: Story, be: int) -> Iterator[Issue]:
    """`The mayor had BE told`, `was BE treated`."""
    before, form = story.word(be - 1), _of_form(story, be + 1, "participle")
    subject = story.word(be - 2)
    somebody = subject in story.words.persons or subject in ("he", "she", "they") or story.is_name(be - 2)
    if form and (before in _HAVE or before in ("was", "were")) and somebody:
        right = "been" if before in _HAVE else "being"
        yield Issue("inflection", story.span(be, be + 1), f"{before} …", "takes another form of *be*", (right,))


def _joined(story: Story, verb: int) -> Iterator[Issue]:
    """`had been arrested and CHARGE with theft`."""
    before, after = verb - 2, story.word(verb + 1)
    if story.word(verb - 1) != "and" or after not in _BEHIND or story.word(before - 1) not in _BE:
        return
    done = english.is_past_form(story.lower[before]) and story.is_plain(before)
    if done and has_frame(story, verb) and not _new_clause(story, verb):
        right = (spelling(story.lower[verb], "participle"),)
        yield Issue(
            "inflection", story.span(verb, verb + 1), f"{story.lower[before]} and …", "takes a participle", right
        )


def _new_clause(story: Story, verb: int) -> bool:
    """Whether a verb follows of which the word may be the subject: `was closed and ARREST by police is feared`."""
    if story.word(verb + 1) in (".", ","):
        return False
    end = min(verb + 8, story.sentence_end(verb))
    at = next((n for n in range(verb + 1, end) if story.text[n] in (",", ".")), end)
    return any(story.lower[n] in ("is", "was", "will", "has", "had", "are", "were") for n in range(verb + 1, at))


def _correlated(story: Story, neither: int) -> Iterator[Issue]:
    """`would neither CONFIRMED nor deny`, `had neither confirmed nor DENY the`."""
    if story.lower[neither] == "neither":
        auxiliary, verb = story.word(neither - 1), neither + 1
        if story.word(verb + 1) != "nor":
            return
    else:
        auxiliary, verb = story.word(neither - 3), neither + 1
        if story.word(neither - 2) != "neither" or not _closes(story, verb + 1):
            return
    word = story.word(verb)
    uses = story.words.clause_verbs.get(word, ())
    forms = {form for form, _ in uses}
    if not uses or not story.is_plain(verb):
        return
    if auxiliary in _PLAIN and "base" not in forms:
        right: tuple[str, ...] = (uses[0][1],)
    elif auxiliary in _HAVE and "participle" not in forms and not english.can_be_noun(word):
        right = (spelling(uses[0][1], "participle"),)
    else:
        return
    reason = f"does not go with “{auxiliary}”"
    yield Issue("inflection", story.span(verb, verb + 1), "neither … nor", reason, right)


def _closes(story: Story, at: int) -> bool:
    return story.word(at) in DETERMINERS or story.word(at) in _BEHIND or story.word(at) in CALENDAR


def _of_form(story: Story, at: int, form: Form) -> bool:
    return any(held == form for held, _ in story.words.clause_verbs.get(story.word(at), ()))
