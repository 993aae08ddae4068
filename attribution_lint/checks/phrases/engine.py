"""All damaged attribution phrases of a story, each place reported once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attribution_lint.checks.phrases.agreement import bad_agreement
from attribution_lint.checks.phrases.auxiliaries import bad_auxiliaries
from attribution_lint.checks.phrases.complements import bad_complements
from attribution_lint.checks.phrases.compounds import wrong_compounds
from attribution_lint.checks.phrases.concord import bad_concord
from attribution_lint.checks.phrases.counted import bad_counts
from attribution_lint.checks.phrases.distance import bad_distance
from attribution_lint.checks.phrases.grammar import bad_grammar
from attribution_lint.checks.phrases.lost import lost_words
from attribution_lint.checks.phrases.nouns import wrong_nouns
from attribution_lint.checks.phrases.order import bad_order
from attribution_lint.checks.phrases.possessive import bad_possessives
from attribution_lint.checks.phrases.spacing import bad_spacing
from attribution_lint.checks.phrases.spelling import misspelt_words
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.templates import damaged_phrases
from attribution_lint.checks.phrases.twice import doubled_words
from attribution_lint.checks.phrases.unlikely import unlikely_words
from attribution_lint.checks.phrases.verbs import wrong_verbs
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of

_FINDERS: tuple[Callable[[Story], Iterator[Issue]], ...] = (
    bad_spacing,
    doubled_words,
    bad_order,
    lost_words,
    bad_grammar,
    bad_complements,
    damaged_phrases,
    bad_agreement,
    bad_counts,
    bad_possessives,
    bad_concord,
    bad_distance,
    bad_auxiliaries,
    misspelt_words,
    wrong_nouns,
    wrong_compounds,
    wrong_verbs,
    unlikely_words,
)


def find_issues(analysis: Analysis, words: Vocabulary) -> list[Issue]:
    """Return the issues of a story in order; where two finders see the same place, the first finder is right."""
    story = Story.of(analysis, words)
    kept: list[Issue] = []
    for finder in _FINDERS:
        for issue in finder(story):
            if not any(_repeats(issue, other, finder is unlikely_words) for other in kept):
                kept.append(issue)
    return sorted(kept, key=lambda issue: issue.span)


def _repeats(issue: Issue, other: Issue, unlikely: bool) -> bool:
    """Whether two issues see one place; a context with damage in it says nothing of the word beside it."""
    if issue.span.overlaps(other.span):
        return True
    return unlikely and issue.span.start - _BESIDE <= other.span.end and other.span.start <= issue.span.end + _BESIDE


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
