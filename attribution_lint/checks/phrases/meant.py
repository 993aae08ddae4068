"""Which noun was meant where another stands in a slot: all that tells weighs together, whoever found the place.

A noisy channel (Kernighan, Church and Gale 1990): how likely hands, ears and autocorrection make the one word of the
other, how usual the other is as a source, how well it fits what stands around (`fit`), whether its company asks for
it, and whether its number is the one that article and verb leave open. The weights are those of a softmax regression,
counted by `benchmarks/meant.py` and kept as a lexicon.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection
from functools import lru_cache

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler, Postfix, Prefix

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.channel import UNSEEN, beside, prior
from attribution_lint.checks.phrases.company import Company, companies
from attribution_lint.checks.phrases.corrections import slip
from attribution_lint.checks.phrases.evidence import evidence
from attribution_lint.checks.phrases.fitting import fit_of, slot_at
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.inflection import participle, past, third_person
from attribution_lint.checks.phrases.noun_evidence import Signs, Weights, pool, sum_of, weights_in
from attribution_lint.checks.phrases.noun_signs import reach_back
from attribution_lint.checks.phrases.noun_slot import NUMBER_ASKED, NounKind, NounSlot
from attribution_lint.checks.phrases.similar import distance, similarity, sound
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

LEXICON = "phrase-evidence-meant"
_ALIKE = 0.5
_LEAST = 0.4
_USE = 0.03
"""How much less like a word a noun may be, for each natural logarithm of how usual it is as a source."""
_MOST = 50
_LONGER, _SHORTER = 8, 5
_DEAREST = 6.0
_HEARERS = group("listeners") | group("audience") | {"audience", "crowd", "crowds", "rally", "gathering"}
_VERBS_AFTER = {"third": "singular", "base": "plural"}
_SHOWN = 3
_LOOKED_AT = 12
_ASKED = 4.0
"""What a noun gains that is asked for by company that hardly any other keeps."""
_TAKEN_UP = 5.0
"""What it counts that the story has the verb of a noun elsewhere, in natural logarithms."""
_SWAPPED = 2
"""Slips within which the same letters in another order are one: selector is none for electors."""
_VOWELS = frozenset("aeiou")
_AN = frozenset({"heir", "honest", "honour", "honor", "hour"})
_A = ("eu", "one", "once", "uni", "use", "usu", "ut")


def weights() -> Weights:
    """Return the weights of these signs."""
    return weights_in(LEXICON)


def meant(story: Story, number: int, proposed: Collection[str] = ()) -> list[tuple[str, float]]:
    """Return the nouns that may have been meant by a word of a story, the likeliest first, with their scores.

    `proposed` are nouns that are looked at besides those of the slot's kind and of its company.
    """
    ranking = weights().ranking
    found = [(right, sum_of(ranking, signs)) for right, signs in candidates(story, number, proposed)]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def with_meant(story: Story, issue: Issue) -> Issue:
    """Return the issue of a noun with the nouns that were likeliest meant, of whatever finder it is."""
    number = bisect_left(story.start, issue.span.start)
    if story.span(number, number + 1) != issue.span or (story.is_capital(number) and number not in story.firsts):
        return issue  # more than a word, or one of a name
    found = meant(story, number, [right.lower() for right in issue.candidates if right.isalpha()])[:_LOOKED_AT]
    wants = _place(story, number).wants
    closed = [each.nouns for each in companies(story).get(number, ()) if each.is_closed]
    scores = {
        right: score + _TAKEN_UP * is_taken_up(story, right) + _ASKED * any(right in nouns for nouns in closed)
        for right, score in found
    }
    ranked = sorted(scores, key=lambda right: (_is_at_odds(story.words, right, wants), -scores[right], right))
    names = tuple(ranked[:_SHOWN])
    if not names:
        return issue
    return replace(issue, candidates=tuple(n.capitalize() for n in names) if story.is_capital(number) else names)


def is_taken_up(story: Story, noun: str) -> bool:
    """Whether the story has the verb that a noun is made of: *assessed* beside *assessments*.

    What a text has said it says again (Kuhn and De Mori 1990).
    """
    stem = noun.removesuffix("s")
    verb = stem.removesuffix("ment")
    if verb == stem or not english.can_be_verb(verb):
        return False
    forms = (verb, third_person(verb), *past(verb), *participle(verb))
    return any(story.stands(form) for form in forms)


def _is_at_odds(words: Vocabulary, noun: str, wants: str) -> bool:
    """Whether a noun is of the one number where its place asks for the other."""
    return bool(wants) and words.number(noun) not in (wants, "any", None)


def candidates(story: Story, number: int, proposed: Collection[str] = ()) -> list[tuple[str, Signs]]:
    """Return the nouns that may have been meant by a word of a story, with what speaks for each."""
    place = _place(story, number)
    return [(right, _signs(place, right)) for right in thinkable(story, number, proposed)]


def thinkable(story: Story, number: int, proposed: Collection[str] = ()) -> list[str]:
    """Return the nouns at all like a word of a story: of those of slots, of its company and of those proposed."""
    word, words = story.lower[number], story.words
    rights = dict.fromkeys((*proposed, *_like(word, words)))
    for each in companies(story).get(number, ()):
        rights |= dict.fromkeys(_alike(word, each.nouns))
    own = english.lemmas(word) | {word}
    return [right for right in rights if right not in own and own.isdisjoint(_lemmas(right))]


def advantage(story: Story, number: int, right: str) -> float:
    """Return the log odds of the noisy channel that a noun was meant by a word, and not the word itself."""
    place = _place(story, number)
    ranking = weights().ranking
    return sum_of(ranking, _signs(place, right)) - ranking.get("fit", 0.0) * place.fits(place.word)


class _Place:
    """What is asked of every noun for one place, read once."""

    def __init__(
        self, story: Story, number: int, slot: NounSlot | None, company: list[Company], fits: Callable[[str], float]
    ) -> None:
        self.words, self.word, self.fits = story.words, story.lower[number], fits
        self.wants = asked_number(story, number, slot)
        self.neighbours = story.word(number - 1), story.word(number + 1)
        self.company = company
        self.frequency = english.frequency(self.word)
        self.kind: NounKind = slot.kind if slot else "source"
        self.frame = slot.name if slot and slot.name == "told" else "other"
        self.signs: dict[str, Signs] = {}


def _place(story: Story, number: int) -> _Place:
    """Return the place of a word, read when it is first asked for: finders, ranking and doubt ask for the same ones."""
    places = story.once(_places)
    if number not in places:
        slot, company = slot_at(story, number), companies(story).get(number, [])
        places[number] = _Place(story, number, slot, company, fit_of(story, number))
    return places[number]


def _places(story: Story) -> dict[int, _Place]:
    return {}


def _signs(place: _Place, right: str) -> Signs:
    if right not in place.signs:
        place.signs[right] = _signs_of(place, right)
    return place.signs[right]


def _signs_of(place: _Place, right: str) -> Signs:
    words, before = place.words, place.neighbours[0]
    asked = [each for each in place.company if right in each.nouns]
    of_kinds = [each for each in place.company if right in each.kinds]
    number = words.number(right) or words.occasions.get(right) or ("plural" if _is_plural(right) else "singular")
    use, likeness = prior(right, evidence("source")), _likeness(place.word, right)
    unseen = place.kind == "source" and use <= UNSEEN
    expected = right in words.frequent or asked or of_kinds or likeness["letter"]
    return {
        **likeness,
        **beside(place.word, right, place.neighbours),
        "fit": place.fits(right),
        "prior": use,
        "rare-person": float(right in words.persons and not expected and (place.kind == "document" or unseen)),
        "usual": float(right in words.frequent),
        "of-kind": float(right in of_kind(words, place.kind)),
        f"{place.kind}:person": float(right in words.persons),
        f"{place.kind}:document": float(right in words.documents),
        f"{place.kind}:occasion": float(right in words.occasions),
        f"{place.kind}:body": float(right in words.organisations),
        f"{place.kind}:mass": float(right in words.mass),
        f"{place.frame}:hearer": float(right in _HEARERS),
        "rarer": english.frequency(right) - place.frequency,
        "agrees": float(not place.wants or number in (place.wants, "any")),
        "article": float(before not in ("a", "an") or takes_an(right) == (before == "an")),
        "company": sum(each.weight for each in asked),
        "asked": float(bool(asked)),
        "company-kinds": sum(each.weight for each in of_kinds),
        "alone": float(bool(place.company) and not asked and not of_kinds),
    }


@lru_cache(maxsize=1024)
def _likeness(word: str, right: str) -> Signs:
    """Return in how far hands, ears, eyes and autocorrection make a word of another."""
    alike, apart, longest = similarity(word, right), distance(word, right), max(len(word), len(right))
    start, end = Prefix.similarity(word, right), Postfix.similarity(word, right)
    return {
        "similarity": alike,
        "similarity-squared": alike * alike,
        "winkler": JaroWinkler.similarity(word, right),
        "slip": min(slip(word, right), _DEAREST),
        "letter": float(apart == 1),
        "letters": float(apart == 2),
        "distance": apart / longest,
        "sound": float(sound(word) == sound(right)),
        "first-letter": float(word[0] != right[0]),
        "prefix": start / longest,
        "postfix": end / longest,
        "begins": float(start >= 4),
        "ends": float(end >= 4),
        "longer": max(len(right) - len(word), 0) / longest,
        "shorter": max(len(word) - len(right), 0) / longest,
        "within": float(word in right or right in word),
        "anagram": float(apart <= _SWAPPED and sorted(word) == sorted(right)),
        "short": float(len(right) < 5),
        "other-number": float(_is_plural(word) != _is_plural(right)),
    }


@lru_cache(maxsize=16)
def of_kind(words: Vocabulary, kind: NounKind) -> frozenset[str]:
    """Return the nouns that a slot of the kind usually takes."""
    return frozenset(pool(words, kind))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def asked_number(story: Story, number: int, slot: NounSlot | None) -> str:
    """Return the number of the noun that the article before a place, or the verb behind it, leaves open."""
    asked = NUMBER_ASKED.get(reach_back(story, number)[1], "")
    if asked:
        return asked
    uses = story.words.clause_verbs.get(story.word(number + 1), ())
    forms = {form for form, _ in uses}
    if slot is not None and "subject" in slot.signs and len(forms) == 1:
        asked = _VERBS_AFTER.get(next(iter(forms)), "")
        if asked:
            return asked
    return slot.wants if slot is not None else ""


def takes_an(word: str) -> bool:
    """Whether *an* stands before a lower-case word, by its letters and the usual exceptions."""
    return word.startswith(tuple(_AN)) or (word[0] in _VOWELS and not word.startswith(_A))


@lru_cache(maxsize=2048)
def _lemmas(word: str) -> frozenset[str]:
    return english.lemmas(word) | {word}


@lru_cache(maxsize=4)
def _nouns(words: Vocabulary) -> tuple[str, ...]:
    """Return all nouns that sources, documents, hearers and occasions usually are."""
    found = {noun for kind in ("source", "occasion") for noun in pool(words, kind)} | _HEARERS
    return tuple(sorted(found | {noun for noun in evidence("source").prior if noun not in words.function}))


@lru_cache(maxsize=8192)
def _like(word: str, words: Vocabulary) -> tuple[str, ...]:
    return _near(word, _nouns(words))


@lru_cache(maxsize=8192)
def _alike(word: str, nouns: frozenset[str]) -> tuple[str, ...]:
    return _near(word, tuple(sorted(nouns)))


def _near(word: str, nouns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the nouns that are at all like a word: the likest, of which usual ones need be less so."""
    near = process.extract(
        word, nouns, scorer=JaroWinkler.similarity, score_cutoff=_ALIKE, limit=3 * _MOST, processor=None
    )
    found, use = [], evidence("source")
    for right, _, _ in near:
        longer = len(right) - len(word)
        most = _SHORTER if not right.startswith(word) else _LONGER
        if right != word and -_SHORTER <= longer <= most and (alike := similarity(word, right)) >= _LEAST:
            found.append((-alike - _USE * max(prior(right, use), 0.0), right))
    return tuple(right for _, right in sorted(found)[:_MOST])
