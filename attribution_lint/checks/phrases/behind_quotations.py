"""A word in the place of the cue behind a quotation, which no such verb stands in: `"…," he NEEDED.`, `"…," TREES Ann`.

Behind a sentence that is quoted whole and ends in a comma stand the speaker and a verb of saying, or one of thought,
gesture or manner that is used as one (Quirk et al. 1985, 14.28 and 14.29). Any other word there is a slip if a cue lies
close by.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.cues import ADVERBS, PRONOUNS, cue_issue
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.quotable import meant_behind, misfits_quotation
from attribution_lint.checks.phrases.quoting import AFTER_QUOTATION, ends_clause, subject_end
from attribution_lint.checks.phrases.similar import is_close
from attribution_lint.checks.phrases.slots import DETERMINERS
from attribution_lint.checks.phrases.story import QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_AUDIENCE, _ACTIONS = group("audience"), group("stage-actions")
_ALIKE, _MORE_ALIKE = 0.6, 0.68
"""How much like a cue a word must be behind a comma, and behind a question, where any other sentence may follow."""
_LONGEST_TERM = 3  # words from which a quotation is no mere term


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in QUOTE_MARKS


def behind_quotations(story: Story) -> Iterator[Issue]:
    """Yield the words of a story that stand in the place of the cue behind a quotation and are none."""
    for mark, word in story.among(_matters):
        outside = story.text[mark + 1 : mark + 2] == [","]  # as in British copy
        first = mark + 1 + outside
        if word not in QUOTE_MARKS or mark < 2 or first >= len(story):
            continue
        comma = outside or story.text[mark - 1] == ","
        if not (comma or story.text[mark - 1] in ("?", "!")) or story.glued(mark) != outside or story.spoken[first]:
            continue
        if (comma and first in story.firsts) or not _is_whole(story, mark):
            continue
        for verb in _verbs(story, first):
            acts = story.lower[verb] in _ACTIONS
            closes = comma or (story.text[verb + 1 : verb + 2] in (["."], [","]) and not acts)
            if closes and misfits_quotation(story, verb):
                found = meant_behind(story, verb, _ALIKE if comma else _MORE_ALIKE)
                if found:
                    yield cue_issue(story, verb, AFTER_QUOTATION, found)


def _is_whole(story: Story, mark: int) -> bool:
    """Whether the quotation that closes at a mark opens its sentence, and is no mere term or title."""
    opening = mark - 1
    while opening > 0 and story.text[opening] not in QUOTE_MARKS:
        opening -= 1
    words = range(opening + 1, mark - 1)
    title = all(story.is_capital(number) or story.lower[number] in story.words.function for number in words)
    return opening in story.firsts and len(words) >= _LONGEST_TERM and not title


def _verbs(story: Story, first: int) -> Iterator[int]:
    """Yield the number of the word in the cue's place: before its subject, or behind it where its clause ends."""
    if story.is_plain(first) and story.lower[first] not in story.words.function:
        wrong = story.lower[first] not in story.words.persons and not story.lower[first].endswith("ing")
        if wrong and _closes_subject(story, first + 1):
            yield first
        return
    verb = subject_end(story, first, story.sentence_end(first))
    if verb is None or verb >= story.sentence_end(first):
        return
    while story.word(verb) in ADVERBS or (story.word(verb).endswith("ly") and story.is_plain(verb)):
        verb += 1
    if _is_heard(story, verb) or (ends_clause(story, verb + 1) and not _in_subject(story, verb)):
        yield verb


def _in_subject(story: Story, noun: int) -> bool:
    """Whether a cue follows of which a noun is the subject: `a market REVIEW by the bank said`."""
    if story.word(noun - 1) in PRONOUNS or not english.can_be_noun(story.lower[noun]):
        return False
    end = min(noun + _REACH, story.sentence_end(noun))
    return any(word in story.words.frequent_cues for word in story.lower[noun + 1 : end])


_REACH = 9


def _closes_subject(story: Story, first: int) -> bool:
    """Whether a speaker stands there, and no verb of the speaker's: `spoken Ann Otieno said` has its cue behind it."""
    if story.word(first) in PRONOUNS:
        return True
    if not story.is_name(first) and story.word(first) not in DETERMINERS:
        return False
    end = subject_end(story, first, story.sentence_end(first))
    if end is None:
        return story.is_name(first) and not story.is_plain(first + 1)
    while story.is_name(end) or story.text[end : end + 1] == ["."]:
        end += 1
    return story.word(end) not in story.words.clause_verbs and not story.word(end).endswith("ed")


def _is_heard(story: Story, verb: int) -> bool:
    """Whether a hearer follows a word, and that is like *told*."""
    after = verb + 1
    hearer = story.word(after) in _AUDIENCE or story.is_name(after)
    hearer = hearer or (story.word(after) == "the" and story.is_capital(after + 1))
    told = any(is_close(story.lower[verb], cue) for cue in _TELL)
    return hearer and told


_TELL = ("told", "tells", "tell")
