"""A sentence that has no verb unless a word is one: `The mayor SAND the bridge would open`, `The report STARTS that`.

Between a source that opens its sentence and a clause with the sentence's only finite verb stands the verb that the
clause belongs to: a clause has one finite verb, and a noun phrase before it would need another (Huddleston and Pullum
2002, 2.1 and 12.3). A word there that takes no clause is a slip if a cue lies close by.
"""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.clause_takers import is_extraposed, meant, takes_clause
from attribution_lint.checks.phrases.cues import cue_issue
from attribution_lint.checks.phrases.frames import may_have_gap
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.similar import distance, is_slip
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import BREAKS, CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form

_FINITE = group("finite") | {"had", "did", "'s", "'ll", "'d"}
_LONGEST = 14
_LINKS = frozenset({"of", "at", "for", "in", "from", "by", "with", "on", "near", "inside", "to", "and"})
_SUBORDINATORS = frozenset(
    {"who", "which", "that", "whose", "whom", "as", "if", "when", "where", "after", "before", "because", "and", "but"}
) | {"while", "than", "or", "although", "though", "since", "until", "unless", "what", "how", "why"}
_ANYBODY = frozenset({"nobody", "everybody", "somebody", "anybody", "everyone", "someone", "anyone", "nothing"})
_PREPOSITIONS = group("prepositions") | _LINKS
_STEADY = frozenset({"not", "n't", "been", "be", "have", "also", "never", "already", "still", "now", "only", "being"})
_TIMES = group("times") | CALENDAR
_BE = frozenset({"is", "are", "was", "were", "be", "been", "would", "will", "could", "had"})


def lone_verbs(story: Story) -> Iterator[Issue]:
    """Yield the words that stand where the only verb of a sentence must and take no clause."""
    for low in sorted(story.firsts):
        if low < len(story) and not story.spoken[low] and story.lower[low] not in story.words.cues:
            yield from _in_sentence(story, low)


def _in_sentence(story: Story, low: int) -> Iterator[Issue]:
    end = story.sentence_end(low)
    for verb in range(low + 1, min(low + _LONGEST, end - 3)):
        if not _may_be_in_subject(story, verb - 1):
            return
        if not story.is_plain(verb) or story.in_compound(verb):
            continue
        if not _is_suspect(story, low, verb) or is_extraposed(story, verb):
            continue
        that = _that_behind(story, verb)
        if that is not None and that > verb + 1 and story.lower[that - 1] in story.words.clause_verbs:
            continue  # "Three diplomats briefed on the plan said that"
        bare = that is None
        clause = verb + 1 if that is None else that + 1
        if not _ends_subject(story, low, verb - 1) or not _opens_clause(story, clause, bare):
            continue
        apart = clause > verb + 2
        if not _is_whole(story, clause, end, firm=bare or apart) or (apart and may_have_gap(story, clause)):
            continue
        found = meant(story, verb, _forms(story, low, verb), strict=bare)
        if found and (not bare or _needs_clause(story, verb, found[0])):
            slot = "… that" if clause > verb + 1 else f"… {story.lower[clause]}"
            yield cue_issue(story, verb, slot, found)
            return


def _is_suspect(story: Story, low: int, verb: int) -> bool:
    """Whether a word may be a slip for a cue before a clause: it takes none itself."""
    word, words = story.lower[verb], story.words
    if word in _FINITE or word.endswith(("ly", "ing")) or word in _TIMES or word in _PREPOSITIONS:
        return False
    before = story.lower[verb - 1]
    if before in PLURAL_SIGNS and word.endswith("s") and english.can_be_noun(word):
        return False  # "Three clauses that nobody noticed"
    if before.endswith("s") and english.can_be_verb(before) and english.can_be_noun(word):
        return False  # "The recall covers buses that"
    if word in _LIKE_CUES or not (word in words.clause_verbs or word in words.function or word in group("no-cue")):
        return True
    thing = before in words.documents or (before in words.mass and before not in words.organisations)
    return (thing and word in _PERSONAL) or not takes_clause(word, words)


_LIKE_CUES = frozenset({"instead"})
"""Words of grammar that are near a cue."""
_PERSONAL = frozenset({"suspect", "suspects", "suspected", "hope", "hopes", "hoped", "want", "wants", "wanted"})
"""What only somebody does, and no document."""


def _that_behind(story: Story, verb: int) -> int | None:
    """Return the number of the *that* that opens the clause behind a verb: at once, or behind where it was said."""
    if story.word(verb + 1) == "that":
        return verb + 1
    if story.word(verb + 1) not in _WHERE or _is_infinitive(story, verb + 1):
        return None
    for at in range(verb + 2, min(verb + 9, len(story))):
        word = story.lower[at]
        if word == "that":
            held = story.lower[verb + 2 : at]
            words, parts = story.words, english.parts_of_speech(story.lower[verb])
            if not _DEGREE.isdisjoint(held):
                return None  # "by a margin so small that"
            said = any(w in words.occasions or w in words.documents or w in _WHEN_OR_TO_WHOM for w in held)
            return at if said and (not parts or "VERB" in parts) else None
        if word in _FINITE or word in _SUBORDINATORS or story.text[at] in BREAKS or story.text[at] == ",":
            return None
    return None


_DEGREE = frozenset({"so", "such", "too", "enough"})


def _is_infinitive(story: Story, to: int) -> bool:
    """Whether a verb follows *to*: `declined TO COMMENT on a report that`."""
    base = story.word(to + 1)
    return story.word(to) == "to" and base not in _AUDIENCE and english.can_be_verb(base)


_WHERE = frozenset({"in", "on", "to", "during", "at", "before"})
_AUDIENCE = group("audience") | {"lawmakers", "mps", "senators", "parliament", "investors"}
_WHEN_OR_TO_WHOM = CALENDAR | _AUDIENCE | group("broadcasts")


def _needs_clause(story: Story, verb: int, right: str) -> bool:
    """Whether a word without *that* before its clause is no verb, or one a slip from the cue before a plain clause."""
    word = story.lower[verb]
    if word in story.words.clause_verbs:
        return False
    if "VERB" not in english.parts_of_speech(word):
        return True
    if not is_slip(word, right) or distance(word, right) > 2:
        return False
    first = verb + 1
    if story.word(first) in NOMINATIVE - {"it", "you"}:
        return story.word(first + 1) in _FINITE
    at, near = first + 1, distance(word, right) == 1
    while at < first + (8 if near else 4) and story.is_plain(at):
        held = story.lower[at]
        if held in story.words.function and not (near and (held in _LINKS or held in DETERMINERS)):
            break
        at += 1
    return at > first + 1 and story.word(at) in _FINITE


def _may_be_in_subject(story: Story, number: int) -> bool:
    """Whether a word may stand in a noun phrase with its modifiers."""
    word, text = story.lower[number], story.text[number]
    if story.spoken[number] or text in QUOTE_MARKS or text in BREAKS or text == "," or word in _FINITE:
        return False
    if word in _LINKS or word in DETERMINERS or word in PLURAL_SIGNS or word in NOMINATIVE:
        return True
    if (word in story.words.cues or english.is_only_verb(word)) and not english.can_be_noun(word):
        return word.endswith(("ed", "ing", "n")) and word not in story.words.cues and word not in story.words.function
    return word not in story.words.function


def _ends_subject(story: Story, low: int, last: int) -> bool:
    """Whether a source ends at a word: a pronoun, a name, a noun that can be a source, or a place behind one."""
    word = story.lower[last]
    if last == low:
        return word in NOMINATIVE - {"it", "there"} or (word in story.words.sources and word not in DETERMINERS)
    if word in DETERMINERS or word in _LINKS or word in PLURAL_SIGNS or story.text[last] in ("'s", "’s", "-", "'", "’"):
        return False
    link = next((n for n in range(low + 1, last) if story.lower[n] in _LINKS - {"and"}), None)
    head = last if link is None else link - 1
    source = story.lower[head] in story.words.sources or (story.is_capital(head) and head > low)
    return source and (link is None or story.is_capital(last) or english.can_be_noun(word))


def _opens_clause(story: Story, first: int, bare: bool) -> bool:
    """Whether a subject opens at a word; without *that* before it, it must be told from an object and from a name."""
    word = story.word(first)
    if word in NOMINATIVE or word in _ANYBODY or word in DETERMINERS:
        return True
    if word[:1].isdigit() or word in PLURAL_SIGNS:
        return True
    if bare:
        return False
    return story.is_name(first) or (word.endswith("s") and english.can_be_noun(word))


def _is_whole(story: Story, first: int, end: int, firm: bool) -> bool:
    """Whether the rest of the sentence is one clause: a subject and one finite verb, nothing that could take another.

    A firm one has an auxiliary, so that the verb is no noun, and no gap for an object.
    """
    groups, inside, determiners = 0, False, 0
    auxiliary = any(word in (_BE if firm else _FINITE) for word in story.lower[first:end])
    if firm and not auxiliary and story.lower[first] not in NOMINATIVE - {"it", "you"}:
        return False
    for number in range(first, end):
        word, text = story.lower[number], story.text[number]
        if story.spoken[number] or (number > first and word in _SUBORDINATORS) or text in QUOTE_MARKS:
            return groups == 1 and not story.spoken[number]
        if text in (",", ";", ":", "—", "–"):
            return groups == 1 and text == ","
        if _is_verbal(story, number, first):
            restarts = word in _FINITE and inside and "NOUN" not in english.parts_of_speech(story.lower[number - 1])
            groups += not inside or restarts
            inside = True
        elif word not in _STEADY and not word.endswith("ly"):
            inside = False
        opens = word in DETERMINERS and story.word(number - 1) not in _PREPOSITIONS
        determiners += opens and not groups
        if determiners > 1 or groups > 1:
            return False
    return groups == 1


def _is_verbal(story: Story, number: int, first: int) -> bool:
    """Whether a word may be a finite verb, or part of one, where it stands."""
    word = story.lower[number]
    if word in _FINITE:
        return True
    if number == first or not story.is_plain(number) or word in story.words.function or word.endswith("ing"):
        return False
    parts, before = english.parts_of_speech(word), story.lower[number - 1]
    if "VERB" not in parts or before == "to":
        return False
    nominal = bool(parts & {"NOUN", "ADJ"})
    modified = before in DETERMINERS or before in _PREPOSITIONS or before in PLURAL_SIGNS or before[0].isdigit()
    return not (nominal and (modified or "ADJ" in english.parts_of_speech(before)))


def _forms(story: Story, low: int, verb: int) -> tuple[Form, ...]:
    """Return the forms that a cue may have behind the subject from `low`."""
    link = next((n for n in range(low + 1, verb) if story.lower[n] in _LINKS), verb)
    head = story.lower[link - 1]
    number = story.words.sources.get(head)
    if number == "plural" or head in ("they", "we", "i", "police"):
        return ("past", "base")
    if number == "singular" or head in ("he", "she") or story.is_name(link - 1):
        return ("past", "third")
    return ("past", "third", "base")
