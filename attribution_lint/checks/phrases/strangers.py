"""A noun that is strange to the company in which it stands: *an internal memory seen by*, *familiar with the manner*.

The more of what stands around it asks for nouns of its own, the less it must look like one of them to be damage.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.company import Company, companies
from attribution_lint.checks.phrases.heads import is_no_head
from attribution_lint.checks.phrases.noun_evidence import broad, broad_kinds, holds_another_document, is_another_person
from attribution_lint.checks.phrases.noun_signs import reach_back
from attribution_lint.checks.phrases.noun_slot import NUMBER_ASKED, NounSlot
from attribution_lint.checks.phrases.noun_slots import noun_slots
from attribution_lint.checks.phrases.similar import distance, is_close, is_slip, similarity
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story

_ALIKE = 0.55
_LEAST, _NEAR = 0.54, 0.68
_UNLIKE = 0.42
_SURE = 3
_LEAST_ODDS = -2.25
"""How much less the company may ask for another noun than is needed without other evidence."""
_REACH = 6
"""How many words before a noun *according to* makes it a source."""
_ACCORDING = 1.75
_AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women")
"""How the names of those who do something end."""
_BEFORE_NOUNS = DETERMINERS | {"to"}


def strangers(story: Story) -> Iterator[Issue]:
    """Yield the nouns of a story that none of their company asks for, where it asks for one like them."""
    slots = {slot.number: slot for slot in noun_slots(story)}
    for number, company in sorted(companies(story).items()):
        issue = _judged(story, number, company, slots.get(number))
        if issue is not None:
            yield issue


def _is_like_a_speaker(word: str, right: str, story: Story) -> bool:
    """Whether a word for somebody was likely written for another: for somebody, by a letter or a sound alone."""
    return is_close(word, right) if right in story.words.persons else is_slip(word, right)


_VERBS_FIRST = frozenset({"say"})
"""Nouns that are one so seldom (to have a say) that no noun was meant by them."""


def _judged(story: Story, number: int, company: list[Company], slot: NounSlot | None) -> Issue | None:
    word = story.lower[number]
    own = _forms(word)
    if any(not own.isdisjoint(each.nouns) or not own.isdisjoint(each.others) for each in company):
        return None
    company = [each for each in company if own.isdisjoint(each.kinds)]
    if word in _VERBS_FIRST or not company or not english.is_word(word) or _is_cited(story, number):
        return None
    named = any(each.in_name and each.weight > _SURE for each in company)  # a name takes whatever is capital
    titled = story.is_capital(number) and story.is_capital(number + 1)
    if titled and english.parts_of_speech(word) <= {"PROPN"}:
        return None  # "Fire Chief Anton Ruiz"
    if (_is_verbal(story, number) and not named) or is_no_head(story, number):
        return None
    placed = _placed(story, number, company, slot)
    if not placed and all(each.weight < 2 and not each.after for each in company):
        return None
    before = max((each.weight for each in company if each.before), default=0)
    after = max((each.weight for each in company if each.after and not each.before), default=0)
    strength = before + after + placed
    if not strength:
        return None
    wants = NUMBER_ASKED.get(reach_back(story, number)[1], "plural" if _is_plural(word) else "")
    found: dict[str, float] = {}
    for each in company:
        for right, alike in _alike(word, each.nouns):
            found[right] = found.get(right, alike + 0.1) + 0.06 * each.weight
    for each in company:
        for right, alike in _alike(word, each.kinds):
            found[right] = found.get(right, alike) + 0.03 * each.weight
    ranked = sorted(found, key=lambda right: (-found[right] - _bonus(story, right, wants), right))
    ranked = [right for right in ranked if _forms(right).isdisjoint(own)]
    speaks = slot is not None and slot.kind in ("source", "speaker") and word in story.words.persons
    if speaks and not named:  # by right, whatever else says something in this company
        ranked = [right for right in ranked if _is_like_a_speaker(word, right, story)]
    ranked = [right for right in ranked if not holds_another_document(slot, word, right)]
    describes = not named and story.is_plain(number + 1) and story.word(number + 1) in story.words.documents
    if describes:  # anything may be recorded: only what looks like another word is thought to be one
        ranked = [right for right in ranked if is_slip(word, right)]
    if not ranked:
        return None
    odds = strength - _needed(story, word, ranked[0]) - (slot is None and word[:5] == ranked[0][:5])
    if odds < _LEAST_ODDS:
        return None
    names = tuple(ranked[:3])
    candidates = tuple(name.capitalize() for name in names) if story.is_capital(number) else names
    text = story.text[number]
    return Issue(
        "source-noun",
        story.span(number, number + 1),
        slot.name if slot else _told(story, number, company),
        f"hardly takes *{text}*",
        candidates,
        weak=strength < _SURE or describes,
        odds=odds,
    )


def _is_cited(story: Story, number: int) -> bool:
    """Whether a document stands where something is read: `as cited in the parish MINUTES`."""
    low = max(story.sentence_start(number), number - _READ)
    behind = zip(story.lower[low:number], story.lower[low + 1 : number], strict=False)
    return story.lower[number] in story.words.documents and any(pair in _READ_IN for pair in behind)


_READ = 5
_READ_IN = {(verb, "in") for verb in ("cited", "quoted", "recorded", "noted", "published", "reported", "written")}


def _placed(story: Story, number: int, company: list[Company], slot: NounSlot | None) -> float:
    """Return how firmly a frame asks for a source there, but one that rests on the same words as the company."""
    low = max(story.sentence_start(number), number - _REACH)
    according = "according" in story.lower[low:number]
    framed = slot is not None and "according" not in slot.signs
    if slot is not None and "parted" in slot.signs and any(each.after for each in company):
        framed = False
    return _ACCORDING + 0.5 * framed if according else float(framed)


def _forms(word: str) -> frozenset[str]:
    """Return a word with the nouns of which it is a form."""
    return frozenset([word]) if word.endswith(("ing", "ed")) else english.lemmas(word) | {word}


def _bonus(story: Story, right: str, wants: str) -> float:
    agrees = not wants or _is_plural(right) == (wants == "plural")
    return (0.0 if agrees else -0.12) + 0.07 * (right in story.words.frequent)


def _is_verbal(story: Story, number: int) -> bool:
    """Whether a word is a verb or an adverb and nothing else, which stands in such places of its own."""
    word = story.lower[number]
    parts = english.parts_of_speech(word)
    if not parts or parts & {"NOUN", "PROPN", "ADJ"} or (number in story.firsts and _is_plural(word)):
        return False
    if word.endswith("s") and any(map(english.can_be_noun, english.lemmas(word))):
        return False
    return not word.endswith("ing") or story.word(number - 1) not in _BEFORE_NOUNS


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _needed(story: Story, word: str, right: str) -> float:
    """Return how strongly the company must ask for another noun."""
    standing = _standing(word, story)
    may_speak = word.endswith(_AGENTS) or not english.lemmas(word).isdisjoint(broad("person"))
    if right in story.words.persons and may_speak:
        standing += 1  # one who may well speak, if seldom
        if is_another_person(word, right):
            standing += 1
    if is_slip(word, right):
        return (1 if distance(word, right) < 2 else 1.25) + standing
    alike = similarity(word, right)
    return (1.5 if alike >= _NEAR else 2 if alike >= _LEAST else 3) + standing


def _standing(word: str, story: Story) -> float:
    """Return how likely a word is a source itself: the usual ones, those listed, those that are one in some sense."""
    if word in story.words.frequent:
        return 2.5
    if word in story.words.sources or word in story.words.occasions:
        return 1.5
    lemmas = english.lemmas(word) | {word}
    return 0.75 * any(not lemmas.isdisjoint(kind) for kind in broad_kinds().values())


@lru_cache(maxsize=4096)
def _alike(word: str, nouns: frozenset[str]) -> tuple[tuple[str, float], ...]:
    near = process.extract(
        word, sorted(nouns), scorer=JaroWinkler.similarity, score_cutoff=_ALIKE, limit=40, processor=None
    )
    alike = ((right, similarity(word, right)) for right, _, _ in near if abs(len(right) - len(word)) <= 4)
    return tuple((right, score) for right, score in alike if score >= _UNLIKE)


def _told(story: Story, number: int, company: list[Company]) -> str:
    each = max(company, key=lambda each: (each.weight, len(each.before) + len(each.after)))
    before = story.text[max(number - len(each.before), 0) : number]
    after = story.text[number + 1 : number + 1 + len(each.after)]
    return " ".join([*before, "…", *after])
