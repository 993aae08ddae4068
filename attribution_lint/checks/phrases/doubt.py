"""Whether a word that a frame does not take is damage, or a rare but right use that only looks like some other word.

A finder knows its frame and the word; this weighs the rest of the evidence before anything is reported: how much better
the other word fits what stands around (`fit`), how far the place is one of a source or a cue at all (`evidence`),
whether either word is usual before the next one, how alike the two are, and whether the word stands in the story again.
The weights are those of a logistic regression, counted from clean and damaged copy by `benchmarks/doubt.py` and kept as
a lexicon.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.context import kinds_of, surroundings
from attribution_lint.checks.phrases.evidence import evidence
from attribution_lint.checks.phrases.noun_evidence import Signs, Weights, broad, sum_of, weights_in
from attribution_lint.checks.phrases.noun_slots import NounSlot, noun_slots
from attribution_lint.checks.phrases.similar import is_slip, similarity
from attribution_lint.checks.phrases.slots import PLURAL_SIGNS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story

LEXICON = "phrase-evidence-doubt"
_OPEN_KINDS = frozenset({"occasion"})
_OPENERS = frozenset({",", "—", "–", "--", "(", ";"})
_CLAUSES = frozenset({"who", "which", "that", "because", "though", "although", "while", "since"})
_REACH = 12
_BY_COMPANY, _SHOWN = "strangers", 1.2
"""A finder that has weighed the neighbours of a noun itself, and the log odds that this has shown already."""


def weights() -> Weights:
    """Return the weights of these signs."""
    return weights_in(LEXICON)


def is_doubtful(story: Story, issue: Issue, finder: str) -> bool:
    """Whether the word of an issue that a finder has found rather stands by right."""
    if finder == _BY_COMPANY and not issue.weak:
        return False
    signs = signs_of(story, issue, finder)
    least = -_SHOWN if finder == _BY_COMPANY else 0.0
    return signs is not None and sum_of(weights().detecting, signs) < least


def signs_of(story: Story, issue: Issue, finder: str) -> Signs | None:
    """Return what speaks for a word being damage of the issue's first candidate; None for what is not judged.

    That is a word that is no noun and has a noun's company, a participle that opens a sentence, whose surroundings are
    not those of a cue, and a word that *according to several* counts: nothing but sources are counted there.
    """
    from attribution_lint.checks.phrases.fit import shipped  # read for a suspect, and not before

    number = bisect_left(story.start, issue.span.start)
    according = _according(story, number, issue)
    if finder == _BY_COMPANY and not english.can_be_noun(story.lower[number]):
        return None
    counted = according is not None and not PLURAL_SIGNS.isdisjoint(story.lower[according:number])
    if counted or (issue.defect == "cue-verb" and story.is_capital(number)):
        return None
    word, right = story.lower[number], issue.candidates[0].lower()
    kinds, fit = kinds_of(story), shipped()
    slot = next((slot for slot in noun_slots(story) if slot.number == number), None)
    signs = (f"kind:{slot.kind}", *slot.signs) if slot else ()
    asked = fit.asked(fit.around(story, kinds, number, signs))
    gain = float(fit.code(right, story.words) @ asked - fit.code(word, story.words) @ asked)
    place = evidence("cue" if issue.defect == "cue-verb" else "source")
    odds = place.around(surroundings(story, kinds, number))
    elsewhere = slot is not None and _is_elsewhere(slot)
    after = story.word(number + 1)
    return {
        "constant": 1.0,
        "gain": max(min(gain, 12.0), -6.0),
        "odds": 0.0 if elsewhere else max(min(odds, 4.0), -5.0),
        "elsewhere": float(elsewhere),
        "slip": float(is_slip(word, right)),
        "similarity": similarity(word, right),
        "after": float(english.togetherness(right, after) > 0) - float(english.togetherness(word, after) > 0),
        "repeated": float(story.recurs(word)),
        "of-kind": float(issue.defect == "source-noun" and not _of_kind().isdisjoint(english.lemmas(word))),
        "according": float(according is not None),
        f"finder:{finder}:{issue.defect}": 1.0,
    }


@lru_cache(maxsize=1)
def _of_kind() -> frozenset[str]:
    """Return what may speak or show in some sense, in the singular."""
    return broad("source")


def _is_elsewhere(slot: NounSlot) -> bool:
    """Whether a slot is one of listeners or occasions, whose surroundings are not those of a source."""
    return slot.kind in _OPEN_KINDS or slot.name.startswith(("told", "said"))


def _according(story: Story, number: int, issue: Issue) -> int | None:
    """Return the number of the *according* whose phrase names a source: it stands apart, and tells no manner."""
    low = max(story.sentence_start(number), number - _REACH)
    at = next((n for n in range(number - 1, low - 1, -1) if story.lower[n] == "according"), None)
    if at is None or issue.defect != "source-noun" or not _CLAUSES.isdisjoint(story.lower[at:number]):
        return None
    apart = at == low or story.text[at - 1] in _OPENERS or story.lower[at - 1] in _CLAUSES | {"and", "but"}
    return at if apart or story.text[at - 1] in QUOTE_MARKS else None
