"""A form in *-ing* as the only verb of a clause that a pronoun opens: `On Monday she TELLING the coroner that`.

A clause of its own has a finite verb (Quirk et al. 1985, 14.5). What a comma parts from another clause may be an
absolute phrase, *he insisting that*, and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import listener_end
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.listener_clauses import is_whole
from attribution_lint.checks.phrases.openings import PLACING
from attribution_lint.checks.phrases.reporting import before_time
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.subject import subject_of
from attribution_lint.checks.phrases.verb_issues import verb_issue
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_NOMINATIVE = frozenset({"he", "she", "they", "we"})
_FINITE = group("finite")
_ENDS = frozenset({".", "he", "she", "they", "about", "outside"})
_TIMES = group("times")
_LONGEST = 12
_ARTICLES = frozenset({"a", "an", "the"})
_ASKED = frozenset({"asked", "questioned", "pressed", "quizzed", "challenged"})
_LINKS = frozenset({"that", "of", "and", "or", "with", "without", "than", "as", "who", "whom", "which", "like", "when"})


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return (
        word.endswith("ing")
        and word in words.frequent_cues
        and {form for form, _ in words.cues[word]} == {"progressive"}
    )


def bare_participles(story: Story) -> Iterator[Issue]:
    """Yield the participles of a story's cues that stand where a finite verb must."""
    for verb, word in story.among(_matters):
        pronoun = verb - 1
        if not _matters(word, story.words) or not story.is_plain(verb) or story.in_compound(verb):
            continue
        if _is_said_by_noun(story, verb):
            yield verb_issue(story, verb, f"the {story.lower[pronoun]}", ("past", "third"))
        elif _is_said_by_named(story, verb):
            yield verb_issue(story, verb, "…", ("past", "third"))
        if story.word(pronoun) not in _NOMINATIVE:
            continue
        if _opens_clause(story, pronoun) and _goes_on(story, verb):
            wanted = ("past", "base") if story.lower[pronoun] in ("they", "we") else ("past", "third")
            yield verb_issue(story, verb, story.lower[pronoun], wanted)  # type: ignore[arg-type]


def _is_said_by_noun(story: Story, verb: int) -> bool:
    """Whether one person opens the sentence, or follows what was asked, and nothing but a whole clause is told.

    `Asked if the bridge was safe, the engineer REPLYING that he had driven over it.`
    """
    noun, low = verb - 1, story.sentence_start(verb)
    if story.words.persons.get(story.word(noun)) != "singular" or not story.is_plain(noun) or story.spoken[verb]:
        return False
    first = next((n for n in (noun - 1, noun - 2) if n >= low and story.lower[n] in _ARTICLES), None)
    if first is None or not (first == low or (story.lower[low] in _ASKED and story.text[first - 1] == ",")):
        return False
    told, end = verb + 1 + (story.word(verb + 1) == "that"), story.sentence_end(verb)
    closed = "," not in story.text[verb:end] and story.text[end - 1] == "."
    if not closed or story.word(told) not in _NOMINATIVE or not is_whole(story, told):
        return False
    others = (n for n in range(told, end) if story.lower[n] not in _FINITE and story.lower[n - 1] not in _FINITE)
    return not any(english.is_past_form(story.lower[n]) for n in others)


def _is_said_by_named(story: Story, verb: int) -> bool:
    """Whether somebody with a name and a post is the whole subject, and a clause behind *that* the rest.

    `Dr Hochfeld, the county's pathologist, TESTIFYING on Tuesday that the wounds could not have come from a fall.`
    """
    low, end = story.sentence_start(verb), story.sentence_end(verb)
    if verb == low or story.text[verb - 1] != "," or story.text[end - 1] != "." or story.spoken[low]:
        return False
    that = next((n for n in range(verb + 1, min(verb + _NEAR, end)) if story.lower[n] == "that"), None)
    if that is None or before_time(story, that - 1) != verb or "," in story.text[verb:end]:
        return False
    subject = subject_of(story, verb)
    if subject is None or subject.start != low:
        return False
    if not (story.is_capital(subject.head) or story.lower[subject.head] in story.words.persons):
        return False
    rest = range(that + 1, end)
    past = (n for n in rest if english.is_past_form(story.lower[n]) and story.lower[n] not in _FINITE)
    governed = all(_PERFECT & {*story.lower[n - 2 : n]} for n in past)
    groups = (n for n in rest if story.lower[n] in _FINITE and _FINITE.isdisjoint(story.lower[n - 2 : n]))
    return governed and len(list(groups)) == 1


_NEAR = 4
_PERFECT = _FINITE | {"be", "been", "being", "have", "having"}


def _opens_clause(story: Story, pronoun: int) -> bool:
    """Whether the pronoun opens the sentence, or stands behind a quotation or a phrase of place or time alone."""
    low = story.sentence_start(pronoun)
    if pronoun == low:
        return True
    if story.text[pronoun - 1] in QUOTE_MARKS:
        return story.text[pronoun - 2][-1:] in (",", "?", "!")
    ahead = range(low, pronoun)
    if len(ahead) > _LONGEST or (story.lower[low] not in PLACING and story.lower[low] != "yesterday"):
        return False
    comma = [n for n in ahead if story.text[n] == ","]
    if comma not in ([], [pronoun - 1]) or any(story.lower[n] in _LINKS - {"of"} for n in ahead):
        return False
    if any(story.lower[n] in _FINITE or english.is_only_verb(story.lower[n]) or story.spoken[n] for n in ahead):
        return False
    if story.word(low) == "last" and pronoun == low + 2:
        return story.word(low + 1) in _TIMES
    return story.is_capital(pronoun - 1) or bool(comma) or story.lower[pronoun - 1] in story.words.occasions


def _goes_on(story: Story, verb: int) -> bool:
    """Whether what was said follows to the end of the sentence: a clause, a listener, a day and then a clause."""
    end = story.sentence_end(verb)
    if "," in story.text[verb:end] or story.text[end - 1] == "?":
        return False
    after = verb + 1
    listened = listener_end(story, after) or after
    if story.word(listened) == "on" and story.word(listened + 1) in CALENDAR:
        listened += 2
    behind = story.word(listened)
    clear = not any(story.lower[n] in _FINITE for n in range(verb + 1, listened))
    return clear and (
        behind == "that"
        or (behind in _NOMINATIVE and listened == after)
        or (listened > after and (behind in _ENDS or behind in PLACING))
    )
