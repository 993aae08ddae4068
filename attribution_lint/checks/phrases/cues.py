"""A word that stands where a cue must and is none, and the cue that was meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cue_ranking import ranked_cues
from attribution_lint.checks.phrases.fitting import fit_of
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import NEAR, closest, distance, is_certain, is_slip, similarity, sound
from attribution_lint.checks.phrases.slots import DETERMINERS, PLURAL_SIGNS, before_adverbs, before_apposition
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story

PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
ADVERBS = group("adverbs")
DAYS = group("days")
TIME_NOUNS = group("time-nouns")
_TIMES = group("times")
_PRIOR = {"said": 0.3, "says": 0.08, "told": 0.08, "added": 0.06, "wrote": 0.08}
_MOST = 9
_FIT, _LIKENESS, _USE, _RANK = 0.06, 1.5, 0.1, 0.05
"""How much it counts that a cue fits its surroundings, is like the word there, is usual, and is likely by the slot."""
_SINCE = frozenset({"when", "as", "after", "before", "while", "last", "during"})


def follows_source(story: Story, verb: int) -> bool:
    """Whether the word before, adverbs apart, ends a source: a pronoun, a name, a known noun, a closed apposition."""
    if not story.is_plain(verb):
        return False
    at = before_apposition(story, before_adverbs(story, verb, ADVERBS))
    if at < story.sentence_start(verb) or story.spoken[at]:
        return False
    word = story.lower[at]
    if word in PRONOUNS or word in ("who", "which"):
        return True
    if story.is_name(at) or (story.is_capital(at) and word in story.words.sources and word not in DETERMINERS):
        return True
    if story.text[at] == ",":
        return any(story.text[n] == "," and story.is_capital(n - 1) for n in range(max(at - 12, 1), at))
    return word in story.words.sources and word not in story.words.function and word not in DETERMINERS


def cue_slot(
    story: Story,
    verb: int,
    slot: str,
    least: float,
    pool: Collection[str] | None = None,
    noun: bool = False,
    sure: bool = False,
    firm: bool = False,
) -> Iterator[Issue]:
    """Yield the finding about a word that stands where a cue must and is none, if a cue is close enough.

    In a sure slot stands a cue and nothing else; a firm one takes no other verb.
    """
    if not story.is_plain(verb) or story.in_compound(verb):
        return
    word, words = story.lower[verb], story.words
    if word in words.cues or word in words.clause_verbs or word in words.function or len(word) < 2:
        return
    before = story.word(verb - 1)
    if (
        word in words.sources
        and not sure
        and before not in PRONOUNS
        and story.text[verb - 1] not in QUOTE_MARKS
        and not (noun and before in words.persons)
        and not (noun and story.word(verb + 1) != "that" and word.endswith("er") and f"{word[:-1]}d" in words.cues)
    ):
        return
    if word in _TIMES or (word.endswith("ly") and english.is_word(word)):
        return
    found = candidates(story, word, pool, least, sure, most=_MOST)
    if found and not pool and english.can_be_verb(word) and story.word(verb - 1) not in PRONOUNS:
        # A verb that may well stand here: only a cue a slip away outweighs it, and a rare one only in a firm slot.
        firm = firm or (
            _stands_alone(story, verb + 1)
            if sure
            else noun and _opens_clause(story, story.lower.index("that", verb) + 1)
        )
        found = tuple(
            cue
            for cue in found
            if ((sure and cue in _PRIOR) or is_slip(word, cue))
            and (cue in words.frequent_cues or (firm and distance(word, cue) <= 1 + (len(word) > 7)))
        )
    elif story.word(verb - 1) in ("has", "have", "had") or (
        found and not english.is_word(word) and distance(word, found[0]) > 2
    ):
        found = ()
    if found and (sure or not _is_noun_phrase(story, verb, found[0])):
        yield cue_issue(story, verb, slot, _by_fit(story, verb, found), weighed=not pool)


def _by_fit(story: Story, verb: int, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first three cues when those come sooner that fit what stands around a word, and are like it."""
    word, fits, usual = story.lower[verb], fit_of(story, verb), story.words.frequent_cues
    weighed = [
        (_FIT * fits(cue) + _LIKENESS * similarity(word, cue) + _USE * (cue in usual) - _RANK * place, cue)
        for place, cue in enumerate(found)
    ]
    return tuple(cue for _, cue in sorted(weighed, key=lambda each: (-each[0], each[1]))[:3])


def _stands_alone(story: Story, after: int) -> bool:
    """Whether nothing but a mark or a time follows the cue after a quotation."""
    if after >= len(story):
        return True
    word = story.lower[after]
    return story.text[after] in (".", ",", ";") or word in DAYS or word in TIME_NOUNS or word in _SINCE


def _opens_clause(story: Story, first: int) -> bool:
    """Whether a subject with a sign of one follows: no relative clause."""
    word = story.word(first)
    opens = word in DETERMINERS or word in PRONOUNS or word in PLURAL_SIGNS or word in ("it", "there")
    return opens or story.is_name(first)


def _is_noun_phrase(story: Story, verb: int, cue: str) -> bool:
    """Whether the word rather is a noun that its neighbours modify: farther than a letter from a usual cue."""
    before = story.word(verb - 1)
    if before in PRONOUNS or story.text[verb - 1] == "," or story.text[verb - 1] in QUOTE_MARKS:
        return False
    if distance(story.lower[verb], cue) == 1 and cue in story.words.frequent_cues:
        return before in CALENDAR or before in ("'s", "'")
    return "NOUN" in english.parts_of_speech(story.lower[verb])


def candidates(
    story: Story, word: str, pool: Collection[str] | None, least: float, sure: bool = False, most: int = 3
) -> tuple[str, ...]:
    """Return up to `most` cue verbs that may have been meant, the likeliest first."""
    usual = story.words.frequent_cues
    scored: list[tuple[float, str]] = []
    known = story.words.cues  # a house may have taken some out that others are counted on
    near_cues = [near for near in closest(word, pool or known, usual, least) if near[0] in known]
    for right, share in _PRIOR.items() if sure else ():
        # In a sure slot the usual cues need less likeness: the sound, or two letters, will do.
        alike = sound(word) == sound(right) or (distance(word, right) <= 2 and word[0] == right[0])
        possible = right in known and (pool is None or right in pool)
        if alike and possible and all(right != cue for cue, _ in near_cues):
            near_cues.append((right, max(similarity(word, right), least - share)))
    for right, score in near_cues:
        near = distance(word, right) == 1
        rare = right not in usual and not pool
        if rare and not near and score < NEAR + 0.1:
            continue
        if any(form == "progressive" for form, _ in known[right]) != word.endswith("ing"):
            score -= 0.15
        if all(form == "base" for form, _ in known[right]):
            if sure:
                continue
            score -= 0.1
        scored.append((score + _PRIOR.get(right, 0.0) - (0.1 if rare else 0), right))
    scored.sort(key=lambda item: (-item[0], item[1]))
    return tuple(right for _, right in scored[:most])


_DOES = {"heard": group("hearers"), "ruled": group("rulers")}
"""What some sources do so much more than others that it is likelier there than what is more like the word."""


def _suited(subject: str, found: tuple[str, ...]) -> tuple[str, ...]:
    for cue, subjects in _DOES.items():
        if cue in found and subject in subjects:
            return (cue, *(right for right in found if right != cue))
    return found


def _in_past(story: Story, verb: int, found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cues with the past form of the first before it where what is said has been put into the past."""
    uses = story.words.cues.get(found[0], ())
    end = min(verb + _REACH, story.sentence_end(verb))
    if (
        all(form != "base" for form, _ in uses)
        or story.lower[verb].endswith("s")
        or _BACKSHIFTED.isdisjoint(story.lower[verb + 1 : end])
    ):
        return found
    if any(form == "past" for form, _ in uses) or story.word(verb - 1) in _BEFORE_BASE:
        return found
    bases = {base for _, base in uses}
    past = {cue for cue, others in story.words.cues.items() if any(f == "past" and b in bases for f, b in others)}
    if not past:
        return found
    word = story.lower[verb]
    best = max(sorted(past), key=lambda cue: similarity(word, cue))
    return (best, *(cue for cue in found if cue != best))[:3]


_SHOWN = 3
_REACH = 12
_BACKSHIFTED = frozenset({"would", "had", "could", "might"})
_BEFORE_BASE = frozenset(
    {"to", "not", "n't", "did", "does", "do", "will", "would", "can", "could", "may", "might", "must", "should"}
)


def cue_issue(story: Story, verb: int, slot: str, found: tuple[str, ...], weighed: bool = False) -> Issue:
    """Return the issue of a word in a cue's place, of which `found` are the corrections, the likeliest first.

    If it is to be weighed, any cue may have been meant, and those come first that are likeliest in the place.
    """
    word = story.text[verb]
    if weighed and english.is_word(story.lower[verb]):
        found = tuple(right for right, _ in ranked_cues(story, verb)[:_SHOWN]) or found
    found = _in_past(story, verb, _suited(story.word(verb - 1), found))
    if english.is_word(story.lower[verb]):
        return Issue("cue-verb", story.span(verb, verb + 1), slot, f"takes a verb of saying; “{word}” is none", found)
    reason, sure = f"takes a verb of saying; “{word}” is no word", is_certain(story.lower[verb], found)
    return Issue("misspelling", story.span(verb, verb + 1), slot, reason, found, certain=sure)
