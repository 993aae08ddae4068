"""Words of a frame that stand twice: side by side, as a pronoun after the subject, or as a frame said again.

Copy that is cut and joined, or rewritten from one frame into another, leaves the first one standing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame, has_object_ahead
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import Defect, Issue, Story
from attribution_lint.checks.phrases.subject import subject_of
from attribution_lint.checks.phrases.verb_particles import is_particle
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_ARTICLES = frozenset({"a", "an", "the"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_COUNTING = group("counting") | {"ten", "eleven", "twelve", "twenty", "thirty", "fifty", "these", "those"}
_SUBJECTS = _PRONOUNS | {"we", "there", "i", "you"}
_MAY_BE_TWICE = group("may-be-twice")
_SAYS = frozenset({"said", "says", "say", "told", "according"})
_STRANDED = frozenset({"in", "on", "at", "to", "for", "with", "from", "by"})
_LONGEST_SOURCE = 8
_LONGEST_FRAME = 4


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _PRONOUNS or word in _SAYS


def doubled_words(story: Story) -> Iterator[Issue]:
    """Yield the words of frames that stand twice."""
    lower = story.lower
    for number, (word, after) in enumerate(pairwise(lower)):
        if word == after and word.isalpha() and not story.spoken[number]:
            yield from _pair(story, number)
    for number, word in story.among(_matters):
        if story.spoken[number]:
            continue
        if word in _PRONOUNS:
            yield from _subject_again(story, number)
        elif word in ("said", "says"):
            yield from _source_again(story, number)
        if word in _SAYS:
            yield from _frame_again(story, number)


def _issue(story: Story, defect: Defect, first: int, last: int, slot: str, reason: str, *right: str) -> Issue:
    return Issue(defect, story.span(first, last), slot, reason, right, certain=True)


def _pair(story: Story, number: int) -> Iterator[Issue]:
    """`told told`, `that that she`."""
    word, after = story.lower[number], story.word(number + 2)
    if word == "the" and story.is_capital(number) != story.is_capital(number + 1) and story.is_name(number + 2):
        yield from _article_again(story, number)
        return
    if word in (after, story.word(number - 1)) or not story.is_plain(number + 1):
        return
    if story.is_capital(number) and (not story.is_first(number) or story.recurs(story.text[number])):
        return  # Ahmed Said said
    if story.in_compound(number) or story.in_compound(number + 1):
        return
    if word not in _NEVER_TWICE and not has_frame(story, number):
        return
    if not english.is_word(word):
        return  # another language doubles its words
    particle = is_particle(story, number) and not (word == "on" and story.word(number - 1) in story.words.documents)
    if particle or (word in _STRANDED and has_object_ahead(story, number - 1)):
        return  # "handed the petition in in person", "back on on Thursday", "the house they lived in in 1950"
    if _ends_clause(story, number):
        return
    opens = after in _SUBJECTS or after in _ARTICLES or after in ("his", "her", "its", "their") or after in _COUNTING
    told = word == "is" and not _WHAT & set(story.lower[story.sentence_start(number) : number])
    if word in _MAY_BE_TWICE and not ((word == "that" and opens) or told):
        return
    yield _issue(story, "doubled-word", number, number + 2, word, "the word stands twice", story.text[number])


_NEVER_TWICE = _ARTICLES | {"of", "under", "into", "and"}
_WHAT = frozenset({"what", "whatever", "how", "who", "where", "why", "all", "that", "thing", "question", "problem"})
_WHAT |= {"truth", "point", "which", "it", "this"}
"""What a clause opens with that *is* may end before another: `what it is is a bog`."""


def _ends_clause(story: Story, number: int) -> bool:
    """Whether the first of two closes a clause that is the subject of the other: `Clerks who were TOLD told others`."""
    low = story.sentence_start(number)
    passive = story.word(number - 1) in ("was", "were", "been")
    return (passive and not {"who", "those"}.isdisjoint(story.lower[low:number])) or (
        story.lower[low] in ("what", "all", "whatever") and not story.is_first(number)
    )


def _article_again(story: Story, number: int) -> Iterator[Issue]:
    """`told the The Harbour Courier`, `The the BBC said`: a title that keeps its article takes no other."""
    if story.word(number + 2) == "hague" or story.spoken[number + 1]:
        return  # "the The Hague court"
    title = story.is_capital(number) and number not in story.firsts
    right = story.text[number + title]
    yield _issue(story, "doubled-word", number, number + 2, "the", "the word stands twice", right)


def _frame_again(story: Story, number: int) -> Iterator[Issue]:
    """`officials said officials said`, `according to police, according to police`."""
    lower, end = story.lower, story.sentence_end(number)
    for length in range(2, _LONGEST_FRAME + 1):
        for first in range(max(story.sentence_start(number), number - length + 1), number + 1):
            second = first + length
            if second < end and story.text[second] == ",":
                second += 1
            last = second + length
            if last > end or lower[first : first + length] != lower[second:last]:
                continue
            if lower[first] in ("who", "what"):
                continue  # "Who said who said it?"
            if first and lower[first - 1] in ("what", "whatever", "that", "who", "everything", "all"):
                continue  # "what she told them she told them in confidence"
            if last < end and story.glued(last - 1) and lower[last] in ("'s", "’s"):
                continue  # "told her editor, told her editor's wife"
            if all(story.text[n].isalpha() and not story.spoken[n] for n in (*range(first, first + length), second)):
                right = story.slice(first, first + length)
                yield _issue(story, "doubled-word", first, last, right.lower(), "the frame stands twice", right)
                return


def _subject_again(story: Story, number: int) -> Iterator[Issue]:
    """`The survey it found that`, `The minister he said that`."""
    head, low = number - 1, story.sentence_start(number)
    words = story.words
    noun, cue = story.word(head), number + 1
    if _speaks_again(story, number):
        yield _issue(story, "doubled-word", cue, number + 3, "… said", "the subject stands twice", story.text[cue])
        return
    if number > low and story.text[head] == "," and _resumes(story, number):
        right = story.text[cue]
        yield _issue(story, "doubled-word", number, cue + 1, f"… {right}", "the subject stands twice", right)
        return
    comma = next((n for n in range(head - 1, max(low, head - 5), -1) if story.text[n] == ","), None)
    closes = comma is not None and story.text[number + 2 : number + 3] in (["."], [","])
    if closes and comma is not None and story.lower[cue] in ("said", "says", "added"):
        low = comma + 1
    elif story.word(number + 2) != "that" and not (story.word(cue) == "told" and story.word(number + 2) in DETERMINERS):
        return
    if not words.cues.get(story.word(cue)) or not 0 <= head - low < 6:
        return
    opens = story.lower[low] in DETERMINERS or (low == head and story.is_plain(head))
    if not opens or not all(story.is_plain(n) for n in range(low + 1, head + 1)):
        return
    if any(story.lower[n] in words.function for n in range(low + 1, head + 1)):
        return
    people = noun in words.persons or noun in words.organisations
    personal = story.lower[number] in ("he", "she", "they")
    if noun not in words.sources or (personal and not people) or (not personal and noun in words.persons):
        return
    right = story.text[head]
    yield _issue(story, "doubled-word", head, number + 1, f"… {story.lower[cue]}", "the subject stands twice", right)


def _resumes(story: Story, pronoun: int) -> bool:
    """Whether *it* takes up a subject that an aside parts from its cue: `The memo, sent to all, IT says that`."""
    if story.lower[pronoun] != "it":
        return False
    if story.word(pronoun + 2) != "that" or not story.words.cues.get(story.word(pronoun + 1)):
        return False
    subject = subject_of(story, pronoun)
    if subject is None or subject.start != story.sentence_start(pronoun):
        return False
    noun = story.lower[subject.head]
    return noun in story.words.documents or noun in story.words.organisations


def _speaks_again(story: Story, number: int) -> bool:
    """`"…," she said she.`"""
    cue, again = number + 1, number + 2
    same = story.word(cue) in _SAYS and story.word(again) == story.lower[number]
    return same and story.text[again + 1 : again + 2] in (["."], [","])


def _source_again(story: Story, number: int) -> Iterator[Issue]:
    """`According to the union, …, the union said.`"""
    low = story.sentence_start(number)
    if story.word(low) != "according" or story.word(low + 1) != "to" or number + 1 < story.sentence_end(number) - 1:
        return
    first = low + 2
    comma = next((n for n in range(first, min(first + _LONGEST_SOURCE, number)) if story.text[n] == ","), None)
    if comma is None or comma == first:
        return
    if story.lower[first] in _ARTICLES:
        first += 1
    start = number - (comma - first)
    if start <= comma or story.lower[start:number] != story.lower[first:comma]:
        return
    if story.lower[start - 1] in _ARTICLES:
        start -= 1
    if start - 1 <= comma or story.text[start - 1] != ",":
        return
    before = story.text[start - 2]
    yield _issue(story, "double-frame", start - 2, number + 1, "according to … said", "the frame is said twice", before)
