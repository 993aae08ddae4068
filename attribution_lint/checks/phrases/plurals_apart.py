"""A plural whose cue is that of one, where no article of its own opens the clause: shares, and clauses in a clause.

`Some 38 percent of parents SAYS`: what part of them it is does not matter, the plural behind *of* decides (Quirk et al.
1985, 10.43). `The convoy, which officials SAYS left on Monday`: behind a relative the plural is the subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_SHARES = frozenset({"percent", "cent", "%", "half", "majority", "most", "dozens", "hundreds", "thousands"})
_FRACTIONS = frozenset({"third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths"})
_RELATIVES = frozenset({"which", "whom", "where", "what", "when", "because", "although", "though", "while", "whose"})
_PREPOSITIONS = group("subject-links") | {"of", "than", "and", "or", "nor", "by", "like", "as"}
_PEOPLE = frozenset({"adults", "americans", "britons", "democrats", "people", "republicans", "women", "men"})
_LONGEST = 5


@interest
def _is_third(word: str, words: Vocabulary) -> bool:
    return word in words.cues and {form for form, _ in words.cues[word]} == {"third"}


def plurals_apart(story: Story) -> Iterator[Issue]:
    """Yield the cues of one behind plurals that a share counts or that a relative stands before."""
    for verb, word in story.among(_is_third):
        head = verb - 1
        if (
            not _is_third(word, story.words)
            or not story.is_plain(verb)
            or not _is_plural(story, head)
            or story.in_compound(head)
        ):
            continue
        if _has_share(story, head) or _stands_in_clause(story, head):
            yield verb_issue(story, verb, story.lower[head], ("base", "past"))


def _is_plural(story: Story, head: int) -> bool:
    word = story.word(head)
    known = story.words.persons.get(word) == "plural" or word in _PEOPLE
    return known and (story.is_plain(head) or word in _PEOPLE) and word != "police"


def _phrase_start(story: Story, head: int) -> int:
    """Return where the words start that describe a plural, its article apart."""
    low, first = story.sentence_start(head), head
    while first > low and head - first < _LONGEST:
        word = story.lower[first - 1]
        if (
            word in story.words.function
            or word in DETERMINERS
            or not (story.is_plain(first - 1) or story.is_capital(first - 1))
        ):
            break
        first -= 1
    return first


def _has_share(story: Story, head: int) -> bool:
    """Whether a share of them is told: *38 percent of parents*, *a third of tenants*, *seven in 10 voters*."""
    first = _phrase_start(story, head)
    if story.word(first - 1) in ("the", "its", "their", "his", "her", "those", "these"):
        first -= 1
    before, counted = story.word(first - 1), first - 2
    if before == "of":
        share = story.word(counted)
        if share == "majority":
            return story.word(counted - 1) in ("a", "large", "vast", "small", "clear", "slim", "narrow", "great")
        return share in _SHARES or (share in _FRACTIONS and story.word(counted - 1) not in ("the", "one's"))
    out = counted - (story.word(counted) == "of")
    return _is_number(before) and story.word(counted) in ("in", "of") and _is_number(story.word(out - (out == counted)))


def _is_number(word: str) -> bool:
    return word.isdigit() or word in _NUMBERS


_NUMBERS = group("counting") - {"both", "many", "multiple", "numerous", "several", "these", "those", "various"} | {
    *("one", "three", "seven", "nine", "ten", "five"),
}


def _stands_in_clause(story: Story, head: int) -> bool:
    """Whether the plural is the subject behind a relative, or behind the noun that its clause describes."""
    first = _phrase_start(story, head)
    before = story.word(first - 1) if first > story.sentence_start(head) else ""
    if before in _RELATIVES:
        return True
    kinds = [n for n in range(first, head) if story.is_plain(n)]
    if before not in ("the", "a", "this") or not kinds or kinds[0] != first or head - first > 3:
        return False
    noun = story.lower[first]
    hangs = story.word(first - 2) in _PREPOSITIONS or first - 1 in story.firsts
    named = any(story.is_capital(n) for n in range(first + 1, head))
    return not hangs and named and _is_noun(noun) and noun not in story.words.sources


def _is_noun(word: str) -> bool:
    parts = english.parts_of_speech(word)
    return "NOUN" in parts and "ADJ" not in parts
