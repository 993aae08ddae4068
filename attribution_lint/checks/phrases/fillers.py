"""What a noun's slot takes, and which noun was meant where another stands in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import NEAR, closest, distance, is_certain, is_slip, similarity
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Number, Vocabulary
from attribution_lint.packs import shipped_lexicon

ROLES = group("roles")
_REPORTS = group("reports")
_TIMES = group("times")
_SPEECH = group("speech")
_FIRM_SLOTS = frozenset({"according to"})
"""Slots that nothing but a source can fill, so that even an unlike word there is wrong as it stands."""


@lru_cache(maxsize=1)
def _possible() -> frozenset[str]:
    return frozenset(shipped_lexicon("nouns-persons")) | frozenset(shipped_lexicon("nouns-documents"))


def is_rejected(story: Story, number: int, *accepted: Collection[str] | Mapping[str, Number]) -> bool:
    """Whether the word is a plain one that none of the lexicons accepts and that can be mistaken for a noun."""
    if number < 0 or not story.is_plain(number) or story.in_compound(number):
        return False
    word = story.lower[number]
    if len(word) < 3 or word in story.words.function or word in story.words.mass or word in _TIMES or word in _SPEECH:
        return False
    return not any(word in lexicon for lexicon in accepted)


def noun_issue(
    story: Story,
    number: int,
    slot: str,
    takes: str,
    pool: Collection[str],
    wants: str,
    least: float,
    frequent: Collection[str] | None = None,
    often: Mapping[str, float] | None = None,
) -> Issue | None:
    """Return the finding about a filler that is not accepted, if an accepted word is close enough."""
    word = story.lower[number]
    if english.lemmas(word) & _possible():
        return None  # what may well speak or show; only the weights of the place can tell
    candidates = rank(story, word, pool, wants, least, frequent, often)
    if not candidates:
        return None
    if not english.is_word(word) and distance(word, candidates[0]) > (2 if len(word) < 9 else 3):
        return None
    if not english.is_word(word):
        reason = f"{takes}; “{story.text[number]}” is no word"
        sure = is_certain(word, candidates)
        return Issue("misspelling", story.span(number, number + 1), slot, reason, candidates, certain=sure)
    if english.parts_of_speech(word) == {"VERB"} and word.endswith("ed"):
        return None
    if not english.parts_of_speech(word) & {"NOUN", "PROPN"} and not is_slip(word, candidates[0]):
        return None
    return Issue(
        "source-noun",
        story.span(number, number + 1),
        slot,
        f"{takes}; “{story.text[number]}” is none",
        candidates,
        weak=slot not in _FIRM_SLOTS and not is_slip(word, candidates[0]) and similarity(word, candidates[0]) < NEAR,
    )


def rank(
    story: Story,
    word: str,
    pool: Collection[str],
    wants: str,
    least: float,
    frequent: Collection[str] | None = None,
    often: Mapping[str, float] | None = None,
) -> tuple[str, ...]:
    """Return up to three words of `pool` that may have been meant, the likeliest first.

    A usual filler comes before a rare one unless the rare one is a single letter away; the number that the
    phrase asks for comes first.
    """
    usual = story.words.frequent if frequent is None else frequent
    found = [(right, score) for right, score in closest(word, pool, usual, least) if right != word]
    scored: list[tuple[float, str]] = []
    for right, score in found:
        near = distance(word, right) == 1
        if right not in usual and not near and score < NEAR + 0.1:
            continue
        number = story.words.number(right)
        agrees = not wants or number in (wants, "any", None)
        bonus = (0.0 if agrees else -0.12) + (0.0 if right in usual else -0.08 if near else -0.35)
        scored.append((score + bonus + (often or {}).get(right, 0.0), right))
    scored.sort(key=lambda item: (-item[0], item[1]))
    return tuple(right for _, right in scored[:3])


@lru_cache(maxsize=4)
def usual_speakers(words: Vocabulary) -> frozenset[str]:
    return (words.frequent | ROLES) & words.speakers.keys()


@lru_cache(maxsize=4)
def usual_persons(words: Vocabulary) -> frozenset[str]:
    return (words.frequent | ROLES) & words.persons.keys()


@lru_cache(maxsize=4)
def usual_documents(words: Vocabulary) -> frozenset[str]:
    return (words.frequent & words.likely_documents) | _REPORTS
