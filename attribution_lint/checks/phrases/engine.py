"""All damaged attribution phrases of a story, each place reported once.

A frame lies in one paragraph, and so the finders look at one at a time; of the story as a whole they can only ask how
often a word stands in it. What lies across a line end is looked for apart, as each line of a text may be a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, insort

from msgspec import Struct
from msgspec.structs import replace

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.by_right import describes, is_of_several_generals, stands_by_right
from attribution_lint.checks.phrases.divided_words import broken_words
from attribution_lint.checks.phrases.doubt import is_doubtful
from attribution_lint.checks.phrases.finders import BY_CONTEXT, CLOSED, FINDERS
from attribution_lint.checks.phrases.formation import is_formed, is_unknown
from attribution_lint.checks.phrases.meant import with_meant
from attribution_lint.checks.phrases.similar import distance
from attribution_lint.checks.phrases.story import Issue, Recurrence, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.kept import Kept
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.nlp.parts import parts


def find_issues(analysis: Analysis, words: Vocabulary) -> list[Issue]:
    """Return the issues of a story in order; where two finders see the same place, the first finder is right."""
    issues: list[Issue] = []
    recurrence = Recurrence(analysis)
    for part in parts(analysis):
        found = _kept.get(key := (words, part.key))
        if found is None or not recurrence.still(*found.answers):
            found = _in_block(part.analysis(analysis), words, recurrence)
            _kept.put(key, found)
        issues += (replace(issue, span=issue.span.moved(part.start)) for issue in found.issues)
    broken = list(broken_words(analysis.text, words))
    whole = [issue for issue in issues if not _is_seen(issue, broken)]
    return sorted(broken + whole, key=_place)


class _Found(Struct, frozen=True):
    """The issues of a block, which hold as long as the words that were asked after recur in the story or do not.

    `answers` are the words that recur and those that do not, those that stand in the story and those that do not.
    """

    issues: tuple[Issue, ...]
    answers: tuple[frozenset[str], ...]


_kept: Kept[_Found] = Kept()


def _in_block(analysis: Analysis, words: Vocabulary, recurrence: Recurrence) -> _Found:
    recurrence.asked, recurrence.sought = {}, {}
    story = Story.of(analysis, words, recurrence)
    kept: list[Issue] = []
    for finder in FINDERS:
        for issue in finder(story):
            if _is_right(story, issue):
                continue
            if issue.defect == "source-noun" and finder not in CLOSED:
                issue = with_meant(story, issue)
            if issue.defect in _OF_WORDS and finder not in CLOSED and is_doubtful(story, issue, finder.__name__):
                continue
            if not _is_seen(issue, kept, finder in BY_CONTEXT):
                insort(kept, issue, key=_place)
    return _Found(tuple(kept), (*_parted(recurrence.asked), *_parted(recurrence.sought)))


def _is_right(story: Story, issue: Issue) -> bool:
    """Whether the word of an issue is right as it stands, whatever else speaks against it."""
    number = bisect_left(story.start, issue.span.start)
    if issue.defect == "misspelling":
        return not _is_misspelt(issue, story)
    if issue.defect == "agreement":
        return is_of_several_generals(story, number)
    if issue.defect == "cue-verb" and stands_by_right(story, issue, number):
        return True
    return issue.defect in _EXCHANGED and describes(story, number)


def _parted(answers: dict[str, bool]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of which something holds, and those of which it does not."""
    held = frozenset(word for word, holds in answers.items() if holds)
    return held, frozenset(answers.keys() - held)


def _is_misspelt(issue: Issue, story: Story) -> bool:
    """Whether the word of an issue is not one that the dictionaries merely lack."""
    word = story.analysis.text[issue.span.start : issue.span.end].lower()
    if not word.isalpha() or english.is_word(word):
        return True
    formed = is_formed(word) and not word.endswith("ed")  # a regular past may be that of an irregular verb
    return is_unknown(word) and not (formed and distance(word, issue.candidates[0].lower()) > 1)


def _is_seen(issue: Issue, kept: list[Issue], by_context: bool = False) -> bool:
    """Whether one of the issues kept sees the place of another.

    They stand in order of place and none overlaps the next, so that no other is nearer than its neighbours.
    """
    at = bisect_left(kept, issue.span, key=_place)
    return any(_repeats(issue, other, by_context) for other in kept[max(at - 1, 0) : at + 1])


def _repeats(issue: Issue, other: Issue, by_context: bool) -> bool:
    """Whether two issues see one place; a context with damage in it says nothing of the word beside it."""
    if issue.span.overlaps(other.span):
        return True
    return by_context and issue.span.start - _BESIDE <= other.span.end and other.span.start <= issue.span.end + _BESIDE


def _place(issue: Issue) -> Span:
    return issue.span


_OF_WORDS = ("source-noun", "cue-verb")
_EXCHANGED = (*_OF_WORDS, "phrase-word")
_BESIDE = 24
"""Code points: some four words."""


def issues_of(doc: AnalysedDoc, words: Vocabulary) -> list[Issue]:
    """Return the issues of an analysed Doc; found once, then kept on the Doc for the rules that ask next."""
    kept = doc.user_data.get(_KEY)
    if isinstance(kept, tuple) and kept[0] is words:
        found: list[Issue] = kept[1]
        return found
    found = find_issues(analysis_of(doc), words)
    doc.user_data[_KEY] = (words, found)
    return found


_KEY = "attribution_lint.phrases"
