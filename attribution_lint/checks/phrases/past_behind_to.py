"""A past form behind *to* where an infinitive must stand: `unable to CONFIRMED reports`, `is reported to SAID that`.

Some words govern an infinitive alone (Quirk et al. 1985, 16.35 and 16.79). Of what is reported to be over it is the
perfect one, *to have said*.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_GOVERN = group("infinitive-alone")
_GOVERN_CLAUSES = group("infinitive-or-noun")
_OBJECT = DETERMINERS | NOMINATIVE | {"that", "him", "them", "me", "us", "reporters", "police", "whether"}
_OBJECT |= {"evidence", "how", "why", "what", "friends", "colleagues", "investigators"}
_BELIEVED = frozenset({"reported", "said", "believed", "understood", "alleged", "thought", "claimed", "rumoured"})
_BELIEVED |= {"rumored", "supposed", "known"}
_BE = frozenset({"is", "are", "was", "were", "been"})
_PLAIN_TOO = frozenset({"bore", "found", "saw", "wound", "felt", "fell", "lay", "ground", "bound", "read"})
"""Pasts that are the plain form of another verb: *unable to found a school*."""
_RELATIVE = frozenset({"who", "whom", "which", "that", "what"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word == "to"


def past_behind_to(story: Story) -> Iterator[Issue]:
    """Yield the past forms of a story's verbs where *to* and what governs it ask for an infinitive."""
    for to, word in story.among(_matters):
        if word != "to":
            continue
        verb, governor = to + 1, story.word(to - 1)
        believed = governor in _BELIEVED and story.word(to - 2) in _BE
        if not believed and governor not in _GOVERN and governor not in _GOVERN_CLAUSES:
            continue
        base = _base(story, verb, believed)
        if not base or not has_frame(story, to) or _has_gap(story, to):
            continue
        behind = story.word(verb + 1)
        objects = behind in _OBJECT or story.is_name(verb + 1) or story.words.persons.get(behind) == "plural"
        objects = objects or any(map(str.isdigit, behind)) or behind in ("$", "£", "€")
        if believed and objects:
            right: tuple[str, ...] = (f"have {_participle(story, verb, base)}", base)
            reason = "takes *to have*"
        elif governor in _GOVERN or objects:
            right, reason = (base,), "takes the plain form"
        else:
            continue
        yield Issue("inflection", story.span(verb, verb + 1), "to …", reason, right)


def _base(story: Story, verb: int, believed: bool) -> str:
    """Return the plain form of a cue in the past, or of any verb whose past is nothing else."""
    word = story.word(verb)
    if not story.is_plain(verb) or story.in_compound(verb) or word in _PLAIN_TOO:
        return ""
    uses = story.words.clause_verbs.get(word, ())
    if uses and {form for form, _ in uses} <= {"past", "participle"}:
        return uses[0][1]
    lemmas = english.verb_lemmas(word) if english.is_only_verb(word) and english.is_past_form(word) else ()
    return next(iter(lemmas)) if len(lemmas) == 1 and (believed or not word.endswith("ed")) else ""


def _participle(story: Story, verb: int, base: str) -> str:
    table = story.words.clause_verbs.items()
    return next((spelt for spelt, uses in table if ("participle", base) in uses), story.lower[verb])


def _has_gap(story: Story, to: int) -> bool:
    """Whether a relative clause may end with *to*: `The clerk they agreed to told them`, `the man whom he had to`."""
    low = story.sentence_start(to)
    comma = next((n for n in range(to - 1, low, -1) if story.text[n] == ","), low)
    if comma > low and not _RELATIVE.isdisjoint(story.lower[low:comma]):
        low = comma  # the relative clause is over
    if not _RELATIVE.isdisjoint(story.lower[low:to]) or story.text[low] in ("“", '"'):
        return True
    subject = next((n for n in range(to - 2, low, -1) if story.lower[n] in NOMINATIVE or _is_named(story, n)), None)
    before = story.word(subject - 1) if subject is not None else ""
    return bool(before) and before.isalpha() and before not in story.words.function and subject != low


def _is_named(story: Story, at: int) -> bool:
    """Whether a noun with its article or a name stands there, behind another noun."""
    return story.lower[at] in DETERMINERS and at > 0 and english.can_be_noun(story.lower[at - 1])
