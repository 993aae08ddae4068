"""A word in a source's or a document's place that fits there much worse than one that looks or sounds like it.

What fits a place is told by vectors of words (`fit`); how likely a misfit is damage of a word that fits, by how much
better that one fits, how alike the two are and how sure the place is (`misfit_evidence`).
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.context import kinds_of
from attribution_lint.checks.phrases.misfit_places import Place, places, settles
from attribution_lint.checks.phrases.noun_evidence import sum_of
from attribution_lint.checks.phrases.similar import distance, is_certain
from attribution_lint.checks.phrases.story import Issue, Story

_LIKELY = 1.5
"""Log odds from which a misfit is reported; below them clean copy gave more reports than damage did."""
_SURE = 2.0
"""Log odds from which the word is wrong as it stands."""


def misfits(story: Story) -> Iterator[Issue]:
    """Yield the words of a story that fit badly where a source or a document should stand."""
    kinds = kinds_of(story)
    for place in places(story, kinds, settles):
        issue = _judged(story, kinds, place)
        if issue is not None:
            yield issue


def _judged(story: Story, kinds: list[str], place: Place) -> Issue | None:
    # Both are read for words that no lexicon settles, and not before.
    from attribution_lint.checks.phrases.fit import shipped
    from attribution_lint.checks.phrases.misfit_evidence import is_thinkable, ranked, signs_of, stands, weights

    fit, word = shipped(), story.lower[place.number]
    asked = fit.asked(fit.around(story, kinds, place.number, place.signs))
    found = ranked(fit, asked, story, place, word)
    standing = stands(word, story.words, place.kind)
    if not found or not is_thinkable(word, found[0][0], standing, word in fit.number):
        return None
    odds = sum_of(weights().detecting, signs_of(story, place, word, found, story.recurs(word)))
    exists = english.is_word(word)
    if odds < _LIKELY or (not exists and distance(word, found[0][0]) > 2):
        return None
    names = tuple(right for right, _, _ in found[:3])
    text, opens = story.text[place.number], story.is_capital(place.number)
    candidates = tuple(right.capitalize() for right in names) if opens else names
    span = story.span(place.number, place.number + 1)
    if not exists:
        reason = f"takes a source or a document; *{text}* is no word"
        return Issue("misspelling", span, place.name, reason, candidates, certain=is_certain(word, names))
    reason = f"hardly takes *{text}*"
    return Issue("source-noun", span, place.name, reason, candidates, weak=odds < _SURE)
