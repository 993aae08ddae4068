"""All damaged attribution phrases of a story, each place reported once.

A frame lies in one paragraph, and so the finders look at one at a time; of the story as a whole they can only ask how
often a word stands in it. What lies across a line end is looked for apart, as each line of a text may be a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.accusing import accusing
from attribution_lint.checks.phrases.agreement import bad_agreement
from attribution_lint.checks.phrases.articled_auxiliaries import articled_auxiliaries
from attribution_lint.checks.phrases.articled_plurals import articled_plurals
from attribution_lint.checks.phrases.as_openers import as_openers
from attribution_lint.checks.phrases.asides import bad_asides
from attribution_lint.checks.phrases.attributives import attributives
from attribution_lint.checks.phrases.auxiliaries import bad_auxiliaries
from attribution_lint.checks.phrases.bare_openers import bare_openers
from attribution_lint.checks.phrases.bare_participles import bare_participles
from attribution_lint.checks.phrases.bare_sources import bare_sources
from attribution_lint.checks.phrases.bare_subjects import bare_subjects
from attribution_lint.checks.phrases.behind_auxiliaries import bad_forms_behind_auxiliaries
from attribution_lint.checks.phrases.behind_do import forms_behind_do
from attribution_lint.checks.phrases.behind_having import behind_having
from attribution_lint.checks.phrases.behind_quotations import behind_quotations
from attribution_lint.checks.phrases.beside_quotations import beside_quotations
from attribution_lint.checks.phrases.capital_spelling import misspelt_capitals
from attribution_lint.checks.phrases.clause_takers import clauseless_verbs
from attribution_lint.checks.phrases.closed_compounds import closed_compounds
from attribution_lint.checks.phrases.complements import wrong_complements
from attribution_lint.checks.phrases.compounds import wrong_compounds
from attribution_lint.checks.phrases.concord import bad_concord
from attribution_lint.checks.phrases.counted import bad_counts
from attribution_lint.checks.phrases.counted_owners import counted_owners
from attribution_lint.checks.phrases.counted_surveys import counted_surveys
from attribution_lint.checks.phrases.cue_again import cue_again
from attribution_lint.checks.phrases.dated_tense import dated_tense
from attribution_lint.checks.phrases.digits import disguised_letters
from attribution_lint.checks.phrases.distance import bad_distance
from attribution_lint.checks.phrases.divided_words import broken_words, divided_words
from attribution_lint.checks.phrases.doubt import is_doubtful
from attribution_lint.checks.phrases.exchanged_words import exchanged_words
from attribution_lint.checks.phrases.existential import bad_existentials
from attribution_lint.checks.phrases.formation import is_formed, is_unknown
from attribution_lint.checks.phrases.fused_frames import fused_frames
from attribution_lint.checks.phrases.glued_names import glued_names
from attribution_lint.checks.phrases.glued_words import glued_words
from attribution_lint.checks.phrases.governed_documents import governed_documents
from attribution_lint.checks.phrases.governed_forms import governed_forms
from attribution_lint.checks.phrases.government import bad_government
from attribution_lint.checks.phrases.grammar import bad_grammar
from attribution_lint.checks.phrases.implausible import implausible_nouns
from attribution_lint.checks.phrases.link_before_by import link_before_by
from attribution_lint.checks.phrases.listener_clauses import listener_clauses
from attribution_lint.checks.phrases.lone_verbs import lone_verbs
from attribution_lint.checks.phrases.lost import lost_words
from attribution_lint.checks.phrases.lost_opener_links import lost_opener_links
from attribution_lint.checks.phrases.lost_participles import lost_participles
from attribution_lint.checks.phrases.lost_possessives import lost_possessives
from attribution_lint.checks.phrases.lost_subjects import lost_subjects
from attribution_lint.checks.phrases.meant import with_meant
from attribution_lint.checks.phrases.misfit_closings import misfit_closings
from attribution_lint.checks.phrases.misfit_openers import misfit_openers
from attribution_lint.checks.phrases.misfit_participles import misfit_participles
from attribution_lint.checks.phrases.misfit_verbs import misfit_verbs
from attribution_lint.checks.phrases.moved_spaces import moved_spaces
from attribution_lint.checks.phrases.named_sources import bad_numbers_by_name
from attribution_lint.checks.phrases.never_meet import never_meet
from attribution_lint.checks.phrases.no_subject import no_subject
from attribution_lint.checks.phrases.nothing_owned import nothing_owned
from attribution_lint.checks.phrases.noun_frames import wrong_fillers
from attribution_lint.checks.phrases.nouns import wrong_nouns
from attribution_lint.checks.phrases.number import bad_number
from attribution_lint.checks.phrases.occasion_links import occasion_links
from attribution_lint.checks.phrases.opening_subjects import opening_subjects
from attribution_lint.checks.phrases.opinion_owners import opinion_owners
from attribution_lint.checks.phrases.order import bad_order
from attribution_lint.checks.phrases.parallel_forms import parallel_forms
from attribution_lint.checks.phrases.parted_names import parted_names
from attribution_lint.checks.phrases.parted_words import parted_words
from attribution_lint.checks.phrases.partitives import partitives
from attribution_lint.checks.phrases.passive_closings import passive_closings
from attribution_lint.checks.phrases.passive_objects import passive_objects
from attribution_lint.checks.phrases.past_behind_to import past_behind_to
from attribution_lint.checks.phrases.past_for_participle import past_for_participle
from attribution_lint.checks.phrases.past_times import cues_of_past_times
from attribution_lint.checks.phrases.phrase_again import phrase_again
from attribution_lint.checks.phrases.plain_behind_be import plain_behind_be
from attribution_lint.checks.phrases.plurals_apart import plurals_apart
from attribution_lint.checks.phrases.possessive import bad_possessives
from attribution_lint.checks.phrases.pronoun_before_subject import pronoun_before_subject
from attribution_lint.checks.phrases.quantified import quantified
from attribution_lint.checks.phrases.questioned_persons import questioned_persons
from attribution_lint.checks.phrases.quoted_as import quoted_as
from attribution_lint.checks.phrases.relative_number import relative_number
from attribution_lint.checks.phrases.relative_parts import relative_parts
from attribution_lint.checks.phrases.repeated_frames import repeated_frames
from attribution_lint.checks.phrases.run_together import run_together
from attribution_lint.checks.phrases.said_by import said_by
from attribution_lint.checks.phrases.second_frames import second_frames
from attribution_lint.checks.phrases.side_by_side import impossible_neighbours
from attribution_lint.checks.phrases.similar import distance
from attribution_lint.checks.phrases.single_appositions import single_appositions
from attribution_lint.checks.phrases.spacing import bad_spacing
from attribution_lint.checks.phrases.spelling import misspelt_words
from attribution_lint.checks.phrases.story import Issue, Recurrence, Story
from attribution_lint.checks.phrases.strangers import strangers
from attribution_lint.checks.phrases.stray_before_cue import stray_before_cue
from attribution_lint.checks.phrases.stray_behind_cue import stray_behind_cue
from attribution_lint.checks.phrases.stray_links import stray_links
from attribution_lint.checks.phrases.swapped_links import swapped_links
from attribution_lint.checks.phrases.taken_speakers import taken_speakers
from attribution_lint.checks.phrases.templates import damaged_phrases
from attribution_lint.checks.phrases.told_alone import told_alone
from attribution_lint.checks.phrases.told_by_object import told_by_object
from attribution_lint.checks.phrases.twice import doubled_words
from attribution_lint.checks.phrases.two_finites import two_finites
from attribution_lint.checks.phrases.unfit_nouns import unfit_nouns
from attribution_lint.checks.phrases.unlikely import unlikely_words
from attribution_lint.checks.phrases.verb_forms import bad_verb_forms
from attribution_lint.checks.phrases.verb_groups import bad_verb_groups
from attribution_lint.checks.phrases.verbs import wrong_verbs
from attribution_lint.checks.phrases.vocabulary import Vocabulary
from attribution_lint.checks.phrases.who_clause import verbs_behind_who
from attribution_lint.checks.phrases.whose import whose
from attribution_lint.checks.phrases.wrong_case import wrong_case
from attribution_lint.kept import Kept
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.nlp.parts import parts

_FINDERS: tuple[Callable[[Story], Iterator[Issue]], ...] = (
    moved_spaces,
    divided_words,
    closed_compounds,
    bad_spacing,
    glued_names,
    run_together,
    parted_names,
    parted_words,
    glued_words,
    misspelt_words,
    misspelt_capitals,
    disguised_letters,
    exchanged_words,
    doubled_words,
    cue_again,
    second_frames,
    repeated_frames,
    phrase_again,
    fused_frames,
    quoted_as,
    swapped_links,
    wrong_case,
    lost_subjects,
    passive_closings,
    passive_objects,
    partitives,
    occasion_links,
    lost_opener_links,
    bad_order,
    accusing,
    two_finites,
    pronoun_before_subject,
    said_by,
    link_before_by,
    impossible_neighbours,
    bad_government,
    never_meet,
    no_subject,
    beside_quotations,
    taken_speakers,
    told_alone,
    bare_subjects,
    stray_links,
    stray_before_cue,
    stray_behind_cue,
    bad_verb_groups,
    lost_words,
    bad_grammar,
    damaged_phrases,
    as_openers,
    bare_participles,
    bad_agreement,
    bad_counts,
    quantified,
    single_appositions,
    bare_sources,
    articled_plurals,
    bare_openers,
    counted_owners,
    bad_possessives,
    lost_possessives,
    opinion_owners,
    nothing_owned,
    bad_concord,
    bad_distance,
    bad_numbers_by_name,
    bad_number,
    opening_subjects,
    relative_number,
    relative_parts,
    verbs_behind_who,
    bad_existentials,
    articled_auxiliaries,
    whose,
    bad_asides,
    plurals_apart,
    dated_tense,
    cues_of_past_times,
    plain_behind_be,
    past_for_participle,
    behind_having,
    questioned_persons,
    parallel_forms,
    past_behind_to,
    governed_documents,
    bad_verb_forms,
    governed_forms,
    lost_participles,
    bad_auxiliaries,
    bad_forms_behind_auxiliaries,
    forms_behind_do,
    wrong_fillers,
    wrong_complements,
    strangers,
    counted_surveys,
    wrong_nouns,
    wrong_compounds,
    implausible_nouns,
    unfit_nouns,
    attributives,
    listener_clauses,
    told_by_object,
    behind_quotations,
    lone_verbs,
    clauseless_verbs,
    misfit_verbs,
    misfit_closings,
    misfit_openers,
    misfit_participles,
    wrong_verbs,
    unlikely_words,
)


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
    for finder in _FINDERS:
        for issue in finder(story):
            if issue.defect == "misspelling" and not _is_misspelt(issue, story):
                continue
            if issue.defect == "source-noun" and finder not in _CLOSED:
                issue = with_meant(story, issue)
            if issue.defect in _OF_WORDS and finder not in _CLOSED and is_doubtful(story, issue, finder.__name__):
                continue
            if not _is_seen(issue, kept, finder in _BY_CONTEXT):
                insort(kept, issue, key=_place)
    return _Found(tuple(kept), (*_parted(recurrence.asked), *_parted(recurrence.sought)))


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
_CLOSED = (
    attributives,
    behind_quotations,
    counted_surveys,
    damaged_phrases,
    misfit_closings,
    misfit_openers,
    misfit_participles,
    misfit_verbs,
    told_by_object,
    wrong_complements,
    wrong_compounds,
    wrong_fillers,
)
"""Finders whose frames so few words fill that no other evidence is asked for."""
_BY_CONTEXT = (unlikely_words,)
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
