"""A word that the evidence speaks against: its context is a cue's or a source's, it is neither, and one lies close by.

No frame is spelt out. What stands around the word says how likely the slot is, and a noisy channel how likely the word
was written for another; both weigh together (`evidence`, `channel`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.channel import Candidate, in_place, ranked, suspicion
from attribution_lint.checks.phrases.clause_takers import is_extraposed
from attribution_lint.checks.phrases.context import END, START, kinds_of, surroundings
from attribution_lint.checks.phrases.cue_ranking import ranked_cues
from attribution_lint.checks.phrases.evidence import Evidence, SlotName, between, evidence
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import OBJECTS
from attribution_lint.checks.phrases.noun_evidence import broad
from attribution_lint.checks.phrases.reporting import is_of_cue_before
from attribution_lint.checks.phrases.similar import distance, is_certain, similarity
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, is_clause
from attribution_lint.checks.phrases.story import Defect, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_LIKELY: dict[SlotName, float] = {"cue": 0.25, "source": 0.5}
"""How much more a context counts near the limit, where likeness alone would decide."""
_LEAST: dict[SlotName, float] = {"cue": -2.0, "source": -0.9}
"""The log odds from which a word is told, for all that is known to be weighed (`doubt`)."""
_LEAST_MISSPELT: dict[SlotName, float] = {"cue": 3.2, "source": 1.6}
"""The same for what is no word, which nothing else judges: one false alarm in some 75,000 words of news."""
_HOPELESS = -4.8
"""Log odds between two kinds of words below which no other context makes up for them."""
_POOR: dict[SlotName, float] = {"cue": -4.0, "source": -1.5}
"""Log odds of a context below which no likeness makes up for it."""
_LEAST_ALIKE = 0.6
_SAYS: dict[SlotName, tuple[Defect, str, str]] = {
    "cue": ("cue-verb", "… said", "takes a verb of saying"),
    "source": ("source-noun", "a source’s place", "takes a source"),
}
_BOUND = 1.5
"""How much oftener, as a decimal logarithm, a verb stands before the next word than its own frequency tells."""
_SURE = 2.0
_LONG = 8  # letters from which two slips in one word are likelier than a word that no dictionary has
_COMMON_ENDS = ("s", "ing", "ed")
"""Endings by which a word that opens a sentence is told from a name, a plural and a participle."""
_INFORMED = frozenset({"familiar", "close", "briefed", "knowledge", "knowledgeable"})
_PARTICLES = group("particles")
_FINITE = group("finite")
_NOUN_FOLLOWS = DETERMINERS - {"that", "this", "these", "those", "her"}
_ASKED = group("asked-participles")
_RELATIVES = frozenset({"which", "whom"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_AM = frozenset({"am", "'m", "’m", "is", "are", "was", "were", "be"})


def unlikely_words(story: Story) -> Iterator[Issue]:
    """Yield the words that stand where a cue or a source should and are none."""
    words, firsts, last = story.words, story.firsts, len(story) - 1
    kinds, known = kinds_of(story), _open_slots(words)
    if len(known) > _MOST_WORDS:
        known.clear()
    for word in story.lower:
        if word not in known:
            known[word] = _slots_open_to(word, words)
    for number in [number for number, word in enumerate(story.lower) if known[word]]:
        before = START if number in firsts or not number else kinds[number - 1]
        after = END if number == last or number + 1 in firsts else kinds[number + 1]
        open_slots = known[story.lower[number]] & _slots_between(before, after)
        if not open_slots or not is_looked_at(story, number):
            continue
        around = surroundings(story, kinds, number)
        for slot in _SLOTS_OF[open_slots]:
            odds = evidence(slot).around(around)
            issue = _judged(story, number, evidence(slot), odds) if odds > _POOR[slot] else None
            if issue is not None:
                yield issue
                break


_BITS: dict[SlotName, int] = {"cue": 1, "source": 2}
_SLOTS_OF: tuple[tuple[SlotName, ...], ...] = ((), ("cue",), ("source",), ("cue", "source"))
"""The slots of each set of bits, in their order."""
_MOST_WORDS = 32768  # whose slots are kept


@lru_cache(maxsize=16384)
def _slots_between(before: str, after: str) -> int:
    """Return the bits of the slots that may lie between words of two kinds."""
    return sum(bit for name, bit in _BITS.items() if between(evidence(name), before, after) > _HOPELESS)


@lru_cache(maxsize=4)
def _open_slots(words: Vocabulary) -> dict[str, int]:
    """Return the table of what `_slots_open_to` has said of lower-case words."""
    return {}


def _slots_open_to(word: str, words: Vocabulary) -> int:
    """Return the bits of the slots in which a word would be damage: none for a word of grammar."""
    if len(word) < 3 or not word.isalpha() or not word.isascii() or word in words.function:
        return 0
    return sum(bit for name, bit in _BITS.items() if word not in accepted(words, name))


def is_looked_at(story: Story, number: int) -> bool:
    """Whether a word is an ordinary one: small letters, or a capital only because it opens its sentence."""
    if story.is_plain(number):
        return not story.in_compound(number)
    text = story.text[number]
    return (
        number in story.firsts
        and not story.spoken[number]
        and text.isascii()
        and text[1:].isalpha()
        and text[1:].islower()
        and len(text) > 4
        and text.endswith(_COMMON_ENDS)
        and not story.is_capital(number + 1)
        and not story.in_compound(number)
    )


@lru_cache(maxsize=8)
def accepted(words: Vocabulary, slot: SlotName) -> frozenset[str]:
    """Return the words that a slot takes."""
    if slot == "cue":
        return frozenset(words.cues) | frozenset(words.clause_verbs)
    return frozenset(words.sources) | words.mass | words.criteria | frozenset(words.occasions)


def _excused(story: Story, number: int, slot: SlotName) -> bool:
    """Whether the word has its place by grammar: a verb with its particle or object, an adverb before a cue."""
    word, after = story.lower[number], story.word(number + 1)
    parts = english.parts_of_speech(word)
    if slot == "source":
        compound = after in story.words.sources and "NOUN" in parts and story.is_plain(number + 1)
        verbal = bool(parts) and (not parts & {"NOUN", "PROPN", "ADJ"} or ("VERB" in parts and word.endswith("ed")))
        owner = story.lower[max(number - 2, 0) : number] == ["of", "the"]
        held = owner and story.word(number - 3) in story.words.persons  # "the clerk of the course reported"
        topic = story.word(number - 3) in _INFORMED and story.word(number - 2) in ("with", "to", "on", "of", "about")
        calls = after == "called" and story.word(number + 2) == "for"  # as anything may: "the course called for a lift"
        return held or verbal or topic or calls or (compound and after not in story.words.cues)
    if number in story.firsts and (after == "of" or (after in NOMINATIVE and word.endswith("s") and "NOUN" in parts)):
        return True  # "Gales of up to 75mph", "Menus he would hand across the table"
    if word == "save" and after in ("that", "for", "when"):
        return True  # but for
    if word in story.words.persons and story.word(number - 1) not in ("he", "she", "they"):
        return True
    if number and kinds_of(story)[number - 1] == "FIRST":
        return True  # what opens its sentence and is no source says nothing: "Rents climbed to", "Also sold:"
    if after == "that" and (
        is_extraposed(story, number)
        or is_of_cue_before(story, number + 1)
        or not is_clause(story, number + 2)
        or _is_inside(story, number)
    ):
        return True
    before = story.word(number - 1)
    holds_noun = before in _PREPOSITIONS or before == "," or before in _NOUN_FOLLOWS or _is_predicate(story, number)
    if after == "that" and parts == {"NOUN"} and holds_noun:
        return True  # "resigned after revelations that", "there needs to be clarity that", "…, stances that he left"
    if _is_predicate(story, number) and "ADJ" in parts and "VERB" not in parts:
        return True  # "I am sad that"
    if story.word(number - 1) in NOMINATIVE and story.word(number - 2) in _RELATIVES:
        return "VERB" in parts  # "the firm, which he sold to a rival"
    if parts == {"ADV"} and story.word(number - 1) == ",":
        return True  # "She answered, drily: “No”"
    if after in OBJECTS and story.word(number + 2) in DETERMINERS and "VERB" in parts:
        return _FINITE.isdisjoint(story.lower[number : story.sentence_end(number)])  # "who sold him the tickets"
    if after == "." and story.lower[story.sentence_start(number)] in _ASKED and "VERB" in parts:
        return True  # "Asked whether it would last, she paused."
    if after in _REFLEXIVE:
        return True  # "recused himself from the case"
    bound = english.togetherness(word, after) - english.frequency(word) > _BOUND  # "resorted to"
    return "VERB" in parts and (bound or after in _PARTICLES)


def _is_predicate(story: Story, number: int) -> bool:
    """Whether a form of *be* stands before a word, or before the adverb that does."""
    before = story.word(number - 1)
    return (story.word(number - 2) if before in ("also", "very", "quite", "not", "n't") else before) in _AM


def _is_inside(story: Story, number: int) -> bool:
    """Whether a relative clause holds a cue of its own: `MARKS that prosecutors said were his`."""
    end = min(number + 9, story.sentence_end(number) - 1)
    cues = story.words.frequent_cues
    return any(story.lower[n] in cues and story.lower[n + 1] in _FINITE for n in range(number + 2, end))


def _takes_own_object(story: Story, number: int, right: str) -> bool:
    """Whether a verb has an object where *said* would need a clause, or stands bare behind *let* and its like."""
    if right in _CLAUSAL and story.word(number + 1) in DETERMINERS and not is_clause(story, number + 1):
        return True  # "slid the matter into the speech"
    low = max(number - 4, story.sentence_start(number))
    bare = english.lemmas(story.lower[number]) == {story.lower[number]}
    return bare and not _LETTING.isdisjoint(story.lower[low:number])


_PREPOSITIONS = group("links") | {"after", "amid", "among", "before", "despite", "following", "over", "through"}
_CLAUSAL = frozenset({"said", "says", "say"})
_LETTING = frozenset({"let", "lets", "letting", "make", "makes", "made", "help", "helps", "helped", "watch", "watched"})
_LETTING |= {"see", "sees", "saw", "hear", "heard"}


def _is_derived(story: Story, word: str, right: str) -> bool:
    """Whether the two are of one stem, as *reporter* and *reported*, or one with a hyphen: no slip of either."""
    bases = [base for _, base in story.words.cues.get(right, ())]
    return right.replace("-", "") == word or any(
        word.startswith(base if len(base) < 6 else base[:-1]) and len(base) > 3 for base in bases
    )


def _fitting(story: Story, number: int) -> list[Candidate]:
    """Return the cues that are like a word, those first that it was likeliest meant for where it stands."""
    word = story.lower[number]
    found = [(right, rank) for right, rank in ranked_cues(story, number) if not _is_derived(story, word, right)]
    return [each for each in found if similarity(word, each[0]) >= _LEAST_ALIKE or distance(word, each[0]) == 1]


def _judged(story: Story, number: int, slot: Evidence, context: float) -> Issue | None:
    word = story.lower[number]
    if _excused(story, number, slot.slot):
        return None
    near = ranked(word, story.words, slot)
    if not near:
        return None
    neighbours = story.word(number - 1), story.word(number + 1)
    found = [right for right in in_place(word, near, slot, neighbours) if not _is_derived(story, word, right[0])]
    if found and word.endswith("re") and found[0][0] == f"{word[:-2]}er":
        return None  # the same word in another English: *metre*, *theatre*
    if not found:
        return None
    repeated = story.recurs(word)
    odds = suspicion(word, found[0], slot, context, neighbours, repeated) + _LIKELY[slot.slot] * context
    if slot.slot == "source" and english.lemmas(word) & broad("person"):
        odds -= _SURE  # one who may well speak, if seldom
    if slot.slot == "source" and neighbours[1] == "of":
        odds -= _SURE  # what is *of* something is seldom somebody
    exists = english.is_word(word)
    if odds < (_LEAST if exists else _LEAST_MISSPELT)[slot.slot]:
        return None
    opens = story.is_capital(number)
    if opens and not exists:
        return None
    apart = distance(word, found[0][0])
    if not exists and apart > (2 if len(word) >= _LONG else 1):
        return None  # a short word two edits away is rather a word of another language
    if slot.slot == "cue" and exists:
        found = _fitting(story, number)
        verb = "VERB" in english.parts_of_speech(word)
        if not found or (verb and _takes_own_object(story, number, found[0][0])):
            return None
    names = tuple(right for right, _ in found[:3])
    defect, place, takes = _SAYS[slot.slot]
    candidates = tuple(right.capitalize() for right in names) if opens else names
    span = story.span(number, number + 1)
    if not exists:
        sure = is_certain(word, names)
        return Issue(
            "misspelling", span, place, f"{takes}; “{story.text[number]}” is no word", candidates, certain=sure
        )
    reason = f"{takes}; “{story.text[number]}” is none"
    return Issue(defect, span, place, reason, candidates, weak=odds < _LEAST_MISSPELT[slot.slot] + _SURE, odds=odds)
