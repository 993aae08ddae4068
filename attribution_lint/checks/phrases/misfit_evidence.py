"""Which word was meant where another fits badly, and how likely it is that the one was written for the other.

A logistic regression over how much better the other word fits, over the noisy channel between the two (Kernighan,
Church and Gale 1990) and over how sure the place is. Its weights are counted from a corpus by `benchmarks/fit.py` and
kept as a lexicon.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.channel import beside
from attribution_lint.checks.phrases.fit import Fit, Numbers
from attribution_lint.checks.phrases.misfit_places import Place
from attribution_lint.checks.phrases.noun_evidence import Signs, Weights, broad, broad_kinds, pool, sum_of, weights_in
from attribution_lint.checks.phrases.noun_slots import NounKind
from attribution_lint.checks.phrases.similar import distance, is_slip, similarity, sound
from attribution_lint.checks.phrases.story import Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_BETTER = 3.0
"""How much better a word must fit than the one that stands, to be thought of."""
_MOST = 3000
_ALIKE, _LEAST = 0.66, 0.5
_MOST_RANKED = 12
_LEAST_OF = {"alien": 0.58, "broad": 0.62, "listed": 0.74}
_RARE = 0.74
"""How alike a word must be to the one that fits, by how it stands to the kind that its place asks for."""


def weights() -> Weights:
    """Return the weights of these signs."""
    return weights_in("phrase-evidence-misfit")


Candidate = tuple[str, float, Signs]


def ranked(fit: Fit, asked: Numbers, story: Story, place: Place, word: str) -> list[Candidate]:
    """Return the words that fit a place better and that the word may stand for, the likeliest first."""
    words, own = story.words, english.lemmas(word) | {word}
    stands = float(fit.code(word, words) @ asked)
    names, fits = fit.better(asked, stands + _BETTER, _MOST)
    near = process.extract(word, names, scorer=JaroWinkler.similarity, score_cutoff=_ALIKE, limit=40, processor=None)
    neighbours = story.word(place.number - 1), story.word(place.number + 1)
    found: list[Candidate] = []
    for right, _, at in near:
        if len(right) < 4 or abs(len(right) - len(word)) > 4 or right in words.function:
            continue
        alike = similarity(word, right)
        if alike < _LEAST or right in own or own & english.lemmas(right):
            continue
        signs = _channel(fit, words, place, word, right, alike, float(fits[at]) - stands)
        signs |= beside(word, right, neighbours)
        signs["recurs"] = float(story.recurs(right))
        found.append((right, sum_of(weights().ranking, signs), signs))
    found.sort(key=lambda item: (-item[1], item[0]))
    return found[:_MOST_RANKED]


def _channel(fit: Fit, words: Vocabulary, place: Place, word: str, right: str, alike: float, gain: float) -> Signs:
    apart = distance(word, right)
    number = words.number(right)
    return {
        "gain": gain,
        "similarity": alike,
        "similarity-squared": alike * alike,
        "letter": float(apart == 1),
        "letters": float(apart == 2),
        "sound": float(sound(word) == sound(right)),
        "short": float(len(right) < 6),
        "first-letter": float(word[0] != right[0]),
        "prefix": float(word[:3] == right[:3]),
        "suffix": float(word[-3:] == right[-3:]),
        "frequency": english.frequency(right),
        "of-kind": float(place.role == "slot" and place.kind is not None and right in _pool(words, place.kind)),
        "source": float(right in words.likely_sources),
        "disagrees": float(bool(place.wants) and number not in (place.wants, "any", None)),
    }


@lru_cache(maxsize=16)
def _pool(words: Vocabulary, kind: NounKind) -> frozenset[str]:
    return frozenset(pool(words, kind))


def signs_of(story: Story, place: Place, word: str, found: list[Candidate], repeated: bool) -> Signs:
    """Return what speaks for and against a word being damage of the first candidate."""
    _, score, channel = found[0]
    margin = min(score - found[1][1], 4.0) if len(found) > 1 else 4.0
    slip = float(is_slip(word, found[0][0]))
    parts, role, gain = english.parts_of_speech(word), place.role, channel["gain"]
    standing = stands(word, story.words, place.kind)
    odds = max(min(place.odds, 6.0), -4.0)
    signs = {f"{name}*": value for name, value in channel.items()}
    signs |= {
        "constant": 1.0,
        "rank": score,
        "margin": margin,
        "odds": odds,
        f"role:{role}": 1.0,
        f"role:{role}:gain": gain,
        f"role:{role}:odds": odds,
        f"stands:{role}:{standing}": 1.0,
        f"stands:{standing}:similarity": channel["similarity"],
        "word-frequency": english.frequency(word),
        "rarer": max(channel["frequency"] - english.frequency(word), 0.0),
        "noun": float("NOUN" in parts),
        "verb": float("VERB" in parts),
        "only-verb": float(parts == {"VERB"}),
        "only-adjective": float("ADJ" in parts and "NOUN" not in parts),
        "adverb": float("ADV" in parts),
        "ing": float(word.endswith("ing")),
        "ed": float(word.endswith("ed")),
        "repeated": float(repeated),
        f"slip:{standing}": slip,
        f"slip:{standing}:gain": slip * gain,
        f"gain:{standing}": gain,
        f"kind:{place.kind}": 1.0,
    }
    if standing != "alien":
        signs["known"] = 1.0
        signs["known:person"] = float(place.kind in ("speaker", "person", None) and bool(_of_person(word)))
    return signs


def _of_person(word: str) -> bool:
    return not broad("person").isdisjoint(english.lemmas(word))


@lru_cache(maxsize=8192)
def stands(word: str, words: Vocabulary, kind: NounKind | None) -> str:
    """Return how a word stands to a kind of noun: "listed", "broad" (of the kind in some sense) or "alien"."""
    if word in words.sources or word in words.criteria or word in words.occasions:
        return "listed"
    named: Collection[str] = broad(kind) if kind else frozenset().union(*broad_kinds().values())
    return "broad" if any(lemma in named for lemma in english.lemmas(word) | {word}) else "alien"


def is_thinkable(word: str, right: str, standing: str, coded: bool) -> bool:
    """Whether a word may be damage of another at all; one that may stand there, a rare one above all, must be close."""
    least = _LEAST_OF[standing] if coded or standing == "alien" else _RARE
    return similarity(word, right) >= least or is_slip(word, right)
