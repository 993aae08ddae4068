"""Two words of grammar that never meet in English, close to a frame: `a for the zoo`, `of she would`, `the that van`.

No article stands before a preposition, a pronoun or *that*, and no preposition before a subject pronoun or a finite
verb (Huddleston and Pullum 2002, chapters 5 and 7). Which words they are, and what may stand beside them after all, is
kept as a table. A preposition that a verb strands, *the man they spoke to*, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from attribution_lint.checks.phrases import english, misplaced_articles, misplaced_links, misplaced_words, surplus_words
from attribution_lint.checks.phrases.frames import grammar_issue, has_frame
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.link_before_by import keeps_link
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.packs import shipped_lexicon


class _Pair(Struct, frozen=True):
    """The kind of a pair, the words that make it possible after all before it and behind it, and those it asks for."""

    kind: str
    before: frozenset[str]
    after: frozenset[str]
    only: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[_Pair]]]:
    """Return the pairs by their first word, then by their second."""
    found: dict[str, dict[str, list[_Pair]]] = {}
    for line in sorted(shipped_lexicon("phrase-never-meet")):
        kind, first, second, before, after, only = (part.split() for part in line.split("/"))
        pair = _Pair(kind[0], frozenset(before), frozenset(after), frozenset(only))
        for word in first:
            for follows in second:
                found.setdefault(word, {}).setdefault(follows, []).append(pair)
    return found


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _table()


def never_meet(story: Story) -> Iterator[Issue]:
    """Yield the words of grammar of a story's frames that cannot stand side by side."""
    table = _table()
    for number, word in story.among(_matters):
        for pair in table.get(word, {}).get(story.word(number + 1), ()):
            if _stands(story, number, pair) and (mended := _MENDINGS[pair.kind](story, number)):
                first, last, right, reason = mended
                slot = story.slice(number, number + 2).lower()
                yield grammar_issue(story, "function-word", first, last, slot, reason, right)
                break


def _stands(story: Story, number: int, pair: _Pair) -> bool:
    """Whether the two stand as words of grammar in a sentence that has a frame, and nothing makes them possible."""
    if number + 3 > len(story) or story.spoken[number] or not _is_written(story, number + 1):
        return False
    if not story.is_plain(number) and number not in story.firsts:
        return False
    mark = not story.text[number + 1].isalpha()
    if story.in_compound(number) or (not mark and _in_compound(story, number + 1)):
        return False
    after = story.word(number + 2)
    if story.word(number - 1) in pair.before or after in pair.after or (pair.only and after not in pair.only):
        return False
    if _ends_clause(story, number, pair):
        return False
    return has_frame(story, number) or (pair.kind in _SURE and _has_rarer_cue(story, number))


def _ends_clause(story: Story, number: int, pair: _Pair) -> bool:
    """Whether the first word ends a clause or a phrase that the second goes on from: an ellipsis, a cleft, a link that
    its verb leaves behind.
    """
    word, before = story.lower[number], story.word(number - 1)
    if pair.kind == "link-link" and (_strands(story, number) or keeps_link(before, word)):
        return True
    if word in _MODALS:
        return _is_of_clause(story, number)  # "Whether they should is a matter", "said they never would are now"
    if word in _BE:
        return story.lower[story.sentence_start(number)] in _CLAUSE_OPENERS  # "Who the child is has been argued over"
    if word in ("he", "she", "they"):  # "it was she who said", "it is she who asks and she who tells"
        again = (word, "who") in pairwise(story.lower[story.sentence_start(number) : number])
        return before in ("is", "was", "and") or again
    # "anybody who cared to could have known", "mind less about being disagreed with than"
    elliptic = word == "to" and before in _ELLIPTIC
    return elliptic or (story.lower[number + 1] == "than" and english.is_past_form(before))


def _strands(story: Story, link: int) -> bool:
    """Whether a verb leaves a preposition behind: `something to look AT in summer`, `what they look AT for years`."""
    verb = link - 1
    before = story.lower[max(story.sentence_start(link), verb - _CLOSE) : verb]
    gap = story.word(verb - 1) == "to" or not {"what", "which", "whom", "that"}.isdisjoint(before)
    return gap and english.can_be_verb(story.word(verb)) and not english.is_past_form(story.word(verb))


_ELLIPTIC = frozenset(
    {"cared", "wanted", "wished", "chose", "able", "used", "meant", "asked", "liked", "dared", "ought"}
)
_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "would", "will"})
_BE = frozenset({"is", "are", "was", "were"})
_CLAUSE_OPENERS = frozenset({"who", "what", "whether", "how", "where", "why", "when"})
_CLAUSE_SUBJECTS = frozenset({"whether", "who", "what", "that", "which", "if", "how", "those", "all"})


def _is_of_clause(story: Story, modal: int) -> bool:
    """Whether a modal without its verb may close a clause that is, or belongs to, the subject of what follows."""
    low = story.sentence_start(modal)
    return story.word(modal + 1) in _BE and not _CLAUSE_SUBJECTS.isdisjoint(story.lower[low : modal - 1])


def _has_rarer_cue(story: Story, number: int) -> bool:
    """Whether a past form of any cue stands close by: `assured`, `understood`."""
    low, high = max(story.sentence_start(number), number - _CLOSE), min(story.sentence_end(number), number + _CLOSE)
    cues = story.words.cues
    return any(word in cues and english.is_past_form(word) for word in story.lower[low:high])


_CLOSE = 6
_SURE = frozenset({"link-that", "one-of-two"})


def _in_compound(story: Story, number: int) -> bool:
    """Whether one of two words is part of a hyphenated one, or the second opens one: `the for profit-making trade`."""
    after = story.text[number + 1 : number + 2]
    return story.in_compound(number) or (
        story.lower[number] not in _NEVER_OPENS
        and after != []
        and after[0][0].isalnum()
        and story.in_compound(number + 1)
    )


_NEVER_OPENS = frozenset({"by", "of", "from"})


def _is_written(story: Story, number: int) -> bool:
    """Whether a word is in small letters, as all but the days are, or a mark."""
    text = story.text[number]
    return story.is_plain(number) or text in (",", ".") or (story.lower[number] in CALENDAR and text[0].isupper())


_MENDINGS = {
    **misplaced_articles.MENDINGS,
    **misplaced_links.MENDINGS,
    **misplaced_words.MENDINGS,
    **surplus_words.MENDINGS,
}
