"""Whether a word that a frame does not take is damage, or a rare but right use that only looks like some other word.

A finder knows its frame and the word; this weighs the rest of the evidence before anything is reported: how much better
the other word fits what stands around (`fit`), how far the place is one of a source or a cue at all (`evidence`),
whether either word is usual before the next one, how alike the two are, and whether the word stands in the story again.
The weights are those of a logistic regression, counted from clean and damaged copy by `benchmarks/doubt.py` and kept as
a lexicon.
"""

from __future__ import annotations

from bisect import bisect_left

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.context import END, START, kinds_of, surroundings
from attribution_lint.checks.phrases.doubt_limits import AGENTS, OPEN_KINDS, limit_of
from attribution_lint.checks.phrases.evidence import evidence
from attribution_lint.checks.phrases.fitting import fit_of, slot_at
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.noun_doubt import according_before, joined, signs_of_noun
from attribution_lint.checks.phrases.noun_evidence import (
    Signs,
    Weights,
    sum_of,
    weights_in,
)
from attribution_lint.checks.phrases.noun_slot import NounSlot
from attribution_lint.checks.phrases.similar import distance, is_slip, similarity
from attribution_lint.checks.phrases.slots import PLURAL_SIGNS
from attribution_lint.checks.phrases.story import Issue, Story

LEXICON = "phrase-evidence-doubt"
_MUCH_BETTER = 6.0
"""How much better than a body that a name is told to be another noun must fit to be meant."""
_USUAL = 7.5
"""How often a word is written, as a decimal logarithm, that names of institutions are made of."""
_BY_COMPANY, _BY_CONTEXT, _BY_FIT = "strangers", "unlikely_words", "unfit_nouns"
"""The finder that weighs the neighbours of a noun, the one that knows no frame, and the one that only weighs."""
_IN_CONTEXT = "misfit-verb"
_FINITE = group("finite")
_BE = frozenset({"is", "are", "was", "were", "am"})
_SUBJECT = 4
"""Words that a question may have from its verb to its predicate."""
_BEHIND = group("behind-nouns")


def weights() -> Weights:
    """Return the weights of these signs."""
    return weights_in(LEXICON)


def is_doubtful(story: Story, issue: Issue, finder: str) -> bool:
    """Whether the word of an issue that a finder has found rather stands by right.

    Not asked for what the finder has weighed to its end: parts of an institution's name, whose company alone tells,
    words that are no nouns and have a noun's company, and what *according to several* counts: nothing but sources.
    """
    number = bisect_left(story.start, issue.span.start)
    word = story.lower[number]
    if finder == _BY_COMPANY and _is_in_name(story, number):
        usual = english.frequency(word) > _USUAL and not is_slip(word, issue.candidates[0].lower())
        return usual or issue.odds < 0
    if finder == _BY_COMPANY and not english.can_be_noun(word):
        return issue.odds < 0
    if finder == _BY_COMPANY and not issue.weak and issue.odds >= 0 and word not in story.words.sources:
        return False
    according = according_before(story, number) if issue.defect == "source-noun" else None
    if issue.defect == "source-noun" and _is_in_order(story, number, word, issue.candidates[0].lower()):
        return True
    speaks = word in story.words.persons
    counted = finder != _BY_FIT and according is not None and not speaks
    if according is not None and counted and not PLURAL_SIGNS.isdisjoint(story.lower[according:number]):
        return issue.odds < 0
    if issue.defect == "cue-verb" and english.parts_of_speech(word) == {"ADJ"} and _is_asked(story, number):
        return True
    signs = signs_of(story, issue, finder)
    return sum_of(weights().detecting, signs) < limit_of(story, number, issue, signs)


def _is_asked(story: Story, number: int) -> bool:
    """Whether a word stands in a question that *be* opens, as its predicate: `Is the board confident that`."""
    low = story.sentence_start(number)
    return not _BE.isdisjoint((story.lower[low], *story.lower[max(number - _SUBJECT, low) : number]))


def signs_of(story: Story, issue: Issue, finder: str) -> Signs:
    """Return what speaks for a word being damage of the issue's first candidate."""
    number = bisect_left(story.start, issue.span.start)
    word, right = story.lower[number], issue.candidates[0].lower()
    fits = fit_of(story, number)
    gain, slot = fits(right) - fits(word), slot_at(story, number)
    noun = issue.defect == "source-noun"
    odds = evidence("source" if noun else "cue").around(surroundings(story, kinds_of(story), number))
    named = noun and _is_in_name(story, number)
    elsewhere = named or (slot is not None and _is_elsewhere(slot) if noun else story.is_capital(number))
    before, after = story.word(number - 1), story.word(number + 1)
    found = {
        "constant": 1.0,
        "gain": 0.0 if named else max(min(gain, 14.0), -6.0),
        "named": float(named),
        "odds": 0.0 if elsewhere else max(min(odds, 4.0), -5.0),
        "elsewhere": float(elsewhere),
        "slip": float(is_slip(word, right)),
        "letter": float(distance(word, right) == 1),
        "similarity": similarity(word, right),
        "first-letter": float(word[0] == right[0]),
        "after": float(english.togetherness(right, after) > 0) - float(english.togetherness(word, after) > 0),
        "before": float(english.togetherness(before, right) > 0) - float(english.togetherness(before, word) > 0),
        "repeated": float(story.recurs(word)),
        "capital": float(story.is_capital(number)),
        "frequency": english.frequency(word),
        "rarer": english.frequency(right) - english.frequency(word),
        "transposed": float(sorted(word) == sorted(right)),
        f"finder:{finder}": 1.0,
        f"odds:{finder}": max(min(issue.odds, 4.0), -6.0),
    }
    kind: str = issue.defect
    if not noun:
        parts = english.parts_of_speech(word)
        found |= {"verb": float("VERB" in parts), "noun": float("NOUN" in parts), "only-verb": float(parts == {"VERB"})}
        if finder == _BY_CONTEXT:
            kind = _IN_CONTEXT
            found |= _of_misfit(story, number, found)
    else:
        found |= signs_of_noun(story, number, word, right, slot, found["gain"])
        found |= {"agent": float(word.endswith(AGENTS)), "agent:slip": found["slip"] * word.endswith(AGENTS)}
    if noun:
        found |= joined(found)
    return {f"{kind}:{name}": value for name, value in found.items() if value}


def _of_misfit(story: Story, number: int, found: Signs) -> Signs:
    """Return what speaks for a wrong verb that no frame has found: what stands beside it and in its clause."""
    low, high = story.sentence_start(number), story.sentence_end(number)
    word, kinds, finite = story.lower[number], kinds_of(story), [word in _FINITE for word in story.lower[low:high]]
    before = kinds[number - 1] if number > low else START
    after = kinds[number + 1] if number + 1 < high else END
    return {
        f"before:{before}": 1.0,
        f"after:{after}": 1.0,
        "poor": min(found["odds"], 0.0),
        "misfits": min(found["gain"], 0.0),
        "gain:similarity": found["gain"] * found["similarity"],
        "source": float(word in story.words.sources),
        "lone": float(True not in finite),
        "first-verb": float(True not in finite[: number - low]),
        "verb:frequency": found["frequency"] * ("VERB" in english.parts_of_speech(word)),
    }


def _is_in_order(story: Story, number: int, word: str, right: str) -> bool:
    """Whether a word is an adjective behind a source, *officials present*, or tells what body one is: *X, a bank*."""
    before = story.word(number - 1)
    many = before.endswith("s") and english.can_be_noun(before)
    parted = english.parts_of_speech(before) == {"VERB"}  # "a note sent home"
    if word in _BEHIND and (before in story.words.sources or many or parted):
        return True
    slot = slot_at(story, number)
    if slot is None or not any(sign.startswith(("ASIDE:", "apposition")) for sign in slot.signs):
        return False
    said = word in story.words.organisations or (word in story.words.persons and slot.kind == "person")
    if not said or story.word(number - 1) not in ("a", "an"):
        return False
    fits = fit_of(story, number)
    return fits(right) - fits(word) < _MUCH_BETTER


def _is_in_name(story: Story, number: int) -> bool:
    return story.is_capital(number) and number not in story.firsts


def _is_elsewhere(slot: NounSlot) -> bool:
    """Whether a slot is one of listeners or occasions, whose surroundings are not those of a source."""
    return slot.kind in OPEN_KINDS or slot.name.startswith(("told", "said"))
