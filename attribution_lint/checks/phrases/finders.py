"""The finders of damaged attribution phrases in the order in which they are believed: who sees a place first counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attribution_lint.checks.phrases.accusing import accusing
from attribution_lint.checks.phrases.active_reporters import active_reporters
from attribution_lint.checks.phrases.agreement import bad_agreement
from attribution_lint.checks.phrases.apostrophes_for_plurals import apostrophes_for_plurals
from attribution_lint.checks.phrases.articled_auxiliaries import articled_auxiliaries
from attribution_lint.checks.phrases.articled_plurals import articled_plurals
from attribution_lint.checks.phrases.as_openers import as_openers
from attribution_lint.checks.phrases.asides import bad_asides
from attribution_lint.checks.phrases.attributives import attributives
from attribution_lint.checks.phrases.auxiliaries import bad_auxiliaries
from attribution_lint.checks.phrases.bare_behind_cues import bare_behind_cues
from attribution_lint.checks.phrases.bare_openers import bare_openers
from attribution_lint.checks.phrases.bare_participles import bare_participles
from attribution_lint.checks.phrases.bare_sources import bare_sources
from attribution_lint.checks.phrases.bare_speakers import bare_speakers
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
from attribution_lint.checks.phrases.cue_across import cue_across
from attribution_lint.checks.phrases.cue_again import cue_again
from attribution_lint.checks.phrases.dated_tense import dated_tense
from attribution_lint.checks.phrases.digits import disguised_letters
from attribution_lint.checks.phrases.distance import bad_distance
from attribution_lint.checks.phrases.divided_words import divided_words
from attribution_lint.checks.phrases.exchanged_words import exchanged_words
from attribution_lint.checks.phrases.existential import bad_existentials
from attribution_lint.checks.phrases.forms_without_subject import forms_without_subject
from attribution_lint.checks.phrases.fused_frames import fused_frames
from attribution_lint.checks.phrases.glued_names import glued_names
from attribution_lint.checks.phrases.glued_words import glued_words
from attribution_lint.checks.phrases.governed_documents import governed_documents
from attribution_lint.checks.phrases.governed_forms import governed_forms
from attribution_lint.checks.phrases.government import bad_government
from attribution_lint.checks.phrases.grammar import bad_grammar
from attribution_lint.checks.phrases.implausible import implausible_nouns
from attribution_lint.checks.phrases.inverted_agreement import inverted_agreement
from attribution_lint.checks.phrases.link_before_by import link_before_by
from attribution_lint.checks.phrases.listener_clauses import listener_clauses
from attribution_lint.checks.phrases.lone_verbs import lone_verbs
from attribution_lint.checks.phrases.lost import lost_words
from attribution_lint.checks.phrases.lost_opener_links import lost_opener_links
from attribution_lint.checks.phrases.lost_participles import lost_participles
from attribution_lint.checks.phrases.lost_possessives import lost_possessives
from attribution_lint.checks.phrases.lost_subjects import lost_subjects
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
from attribution_lint.checks.phrases.number_of_predicates import number_of_predicates
from attribution_lint.checks.phrases.occasion_links import occasion_links
from attribution_lint.checks.phrases.opening_subjects import opening_subjects
from attribution_lint.checks.phrases.opinion_owners import opinion_owners
from attribution_lint.checks.phrases.order import bad_order
from attribution_lint.checks.phrases.over_regular import over_regular
from attribution_lint.checks.phrases.parallel_forms import parallel_forms
from attribution_lint.checks.phrases.parted_names import parted_names
from attribution_lint.checks.phrases.parted_words import parted_words
from attribution_lint.checks.phrases.participles_for_passives import participles_for_passives
from attribution_lint.checks.phrases.partitives import partitives
from attribution_lint.checks.phrases.passive_closings import passive_closings
from attribution_lint.checks.phrases.passive_objects import passive_objects
from attribution_lint.checks.phrases.past_behind_to import past_behind_to
from attribution_lint.checks.phrases.past_for_participle import past_for_participle
from attribution_lint.checks.phrases.past_times import cues_of_past_times
from attribution_lint.checks.phrases.persons_and_titles import persons_and_titles
from attribution_lint.checks.phrases.phrase_again import phrase_again
from attribution_lint.checks.phrases.plain_behind_be import plain_behind_be
from attribution_lint.checks.phrases.plain_modifiers import plain_modifiers
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
from attribution_lint.checks.phrases.single_appositions import single_appositions
from attribution_lint.checks.phrases.spaces_at_marks import spaces_at_marks
from attribution_lint.checks.phrases.spacing import bad_spacing
from attribution_lint.checks.phrases.spelling import misspelt_words
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.strangers import strangers
from attribution_lint.checks.phrases.stray_before_cue import stray_before_cue
from attribution_lint.checks.phrases.stray_behind_cue import stray_behind_cue
from attribution_lint.checks.phrases.stray_links import stray_links
from attribution_lint.checks.phrases.swapped_links import swapped_links
from attribution_lint.checks.phrases.taken_speakers import taken_speakers
from attribution_lint.checks.phrases.templates import damaged_phrases
from attribution_lint.checks.phrases.told_alone import told_alone
from attribution_lint.checks.phrases.told_by_object import told_by_object
from attribution_lint.checks.phrases.turns import turns
from attribution_lint.checks.phrases.twice import doubled_words
from attribution_lint.checks.phrases.two_finites import two_finites
from attribution_lint.checks.phrases.unfit_nouns import unfit_nouns
from attribution_lint.checks.phrases.unlikely import unlikely_words
from attribution_lint.checks.phrases.verb_forms import bad_verb_forms
from attribution_lint.checks.phrases.verb_groups import bad_verb_groups
from attribution_lint.checks.phrases.verbs import wrong_verbs
from attribution_lint.checks.phrases.who_clause import verbs_behind_who
from attribution_lint.checks.phrases.whose import whose
from attribution_lint.checks.phrases.wrong_case import wrong_case

FINDERS: tuple[Callable[[Story], Iterator[Issue]], ...] = (
    moved_spaces,
    over_regular,
    divided_words,
    closed_compounds,
    bad_spacing,
    spaces_at_marks,
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
    cue_across,
    second_frames,
    repeated_frames,
    phrase_again,
    fused_frames,
    quoted_as,
    swapped_links,
    wrong_case,
    persons_and_titles,
    lost_subjects,
    passive_closings,
    active_reporters,
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
    bare_behind_cues,
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
    bare_speakers,
    bare_sources,
    articled_plurals,
    bare_openers,
    counted_owners,
    bad_possessives,
    apostrophes_for_plurals,
    lost_possessives,
    opinion_owners,
    nothing_owned,
    bad_concord,
    bad_distance,
    bad_numbers_by_name,
    bad_number,
    number_of_predicates,
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
    forms_without_subject,
    participles_for_passives,
    plain_modifiers,
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
    turns,
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
    inverted_agreement,
    wrong_verbs,
    unlikely_words,
)

CLOSED = (
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
BY_CONTEXT = (unlikely_words,)
