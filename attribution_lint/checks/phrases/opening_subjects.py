"""The number of the subject that opens a sentence and of its verb, whatever clauses lie between the two.

`Each of the women who gave evidence SAY`, `The minutes, which ran to forty pages, SHOWS`. A subject is read from its
head on: every relative pronoun and every subject of a clause without one claims the next finite verb, and the first
verb that none claims is that of the sentence (Quirk et al. 1985, 10.34 and 17.9). Where a word may be a verb or no
verb, or a clause may hold more than one, the reading ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english, inflection
from attribution_lint.checks.phrases.frames import has_frame
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.hearers import is_past
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.opening_heads import Head, head_of
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import BREAKS, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Vocabulary

_PAIRS = {"has": "have", "have": "has", "is": "are", "are": "is", "was": "were", "were": "was"}
_PAIRS |= {"does": "do", "do": "does"}
_SINGULAR = frozenset({"has", "is", "was", "does"})
_FINITE = group("finite")
_RELATIVE = frozenset({"who", "which", "whose", "whom", "that", "where"})
_CLAIMING = _RELATIVE | {"when", "because"}
_ASIDES = frozenset(
    {"who", "which", "where", "whose", "all", "both", "most", "many", "some", "none", "several", "from"}
)
_ASIDES |= {"among", "including", "with"} | group("reduced-relatives") | group("aside-openers")
_STOPS = frozenset({"and", "or", "nor", "but", "if", "than", "what", "how", "why", "whether", "as"})
_STOPS |= {"while", "although", "though", "unless", "until", "since", "after", "before", "once", "so", "not"}
_BEHIND = DETERMINERS | NOMINATIVE | {"that", "not", "n't", "been", "being", "in", "on", "to", "there"}
_LONGEST = 32


def opening_subjects(story: Story) -> Iterator[Issue]:
    """Yield the verbs of sentences whose subject is of the other number."""
    for low in _starts(story):
        if low >= len(story) or story.spoken[low]:
            continue
        if story.lower[low] == "both":
            yield from _both(story, low)
        head = head_of(story, low)
        if head is None:
            continue
        verb = _verb_of(story, head)
        ing = any(story.word(n).endswith("ing") for n in range(low - 1, head.at))  # "allowing them to stay was"
        gerund = ing and bool(verb) and _is_single(story.lower[verb])
        if verb and not gerund and _disagrees(story, head, verb) and _is_reported(story, verb):
            word = story.lower[verb]
            right = _PAIRS.get(word) or (
                english.plain_of_third_person(word) if _is_single(word) else inflection.third_person(word)
            )
            reason = f"“{word}” does not agree with it"
            yield Issue("agreement", story.span(verb, verb + 1), f"{story.lower[head.at]} …", reason, (right,))


def _both(story: Story, low: int) -> Iterator[Issue]:
    """`Both the mayor and her deputy HAS denied it`."""
    end = min(low + _LONGEST_PAIR, story.sentence_end(low))
    verb = next((n for n in range(low + 2, end) if story.lower[n] in _FINITE or story.text[n] == ","), 0)
    inside = story.lower[low:verb]
    one = verb and story.lower[verb] in ("has", "was", "is")
    one = one and not any(_kind(story, n) == "finite" for n in range(low + 1, verb))
    if one and inside.count("and") == 1 and not _RELATIVE & set(inside) and has_frame(story, verb):
        word = story.lower[verb]
        reason = f"“{word}” does not agree with it"
        yield Issue("agreement", story.span(verb, verb + 1), "both … and …", reason, (_PAIRS[word],))


_LONGEST_PAIR = 12


def _starts(story: Story) -> list[int]:
    """The places where a clause opens with its subject: sentences, what a source says, and what follows a place."""
    found = set(story.firsts)
    for number, word in story.among(_says):
        if _says(word, story.words) and story.is_plain(number) and not story.in_compound(number):
            found.add(number + 1 + (story.word(number + 1) == "that"))
    for low in story.firsts:
        if low < len(story) and story.lower[low] in _FRONTED:
            end = min(low + _LONGEST_FRONT, story.sentence_end(low))
            comma = next((n for n in range(low + 1, end) if story.text[n] == ","), low)
            if comma > low and not any(_is_certain(story, n) for n in range(low, comma)):
                found.add(comma + 1)
    return sorted(found)


@interest
def _says(word: str, words: Vocabulary) -> bool:
    return word in ("said", "says")


_FRONTED = frozenset({"in", "at", "on", "according", "speaking", "citing", "under", "for", "by", "during", "yesterday"})
_LONGEST_FRONT = 14


def _is_certain(story: Story, at: int) -> bool:
    return story.lower[at] in _FINITE or story.lower[at] in _BY_FORM


def _is_reported(story: Story, verb: int) -> bool:
    """Whether the verb or the one that it helps is a cue, or somebody says something near it."""
    cues = story.words.cues
    return story.lower[verb] in cues or story.word(verb + 1) in cues or has_frame(story, verb)


def _disagrees(story: Story, head: Head, verb: int) -> bool:
    return _is_single(story.lower[verb]) == (head.number == "plural")


def _is_single(word: str) -> bool:
    return word in _SINGULAR or (word not in _PAIRS and bool(english.plain_of_third_person(word)))


def _verb_of(story: Story, head: Head) -> int:
    """Return the number of the verb of the sentence if it is one that has a number; 0 if it is not sure."""
    claimed = 0
    at, end = head.end, min(head.end + _LONGEST, story.sentence_end(head.at))
    while at < end:
        word, text = story.lower[at], story.text[at]
        if text == ",":
            close = _aside_end(story, at, end) if not claimed else 0
            if close:
                return close if _has_number(story, close) else 0
            return 0
        if text in QUOTE_MARKS or text in BREAKS or story.spoken[at] or word in _STOPS:
            if word not in ("and", "or") or not _joins_nouns(story, at):
                return 0
        elif word in _CLAIMING or _opens_clause(story, head, at):
            claimed += 1
        elif story.is_plain(at) and not story.in_compound(at):
            kind = _kind(story, at)
            if kind == "open" and claimed and _fits_clause(story, at):
                kind = "finite"
            if kind == "open" and _tells_that(story, head, at):
                kind = "finite"
            if kind == "open":
                return 0
            if kind == "finite":
                if not claimed:
                    return at if _has_number(story, at) else 0
                if _holds_clause(story, at) or (head.number == "singular" and word in _SENSES):
                    return 0
                claimed -= 1
                while at + 1 < end and (story.lower[at + 1] in _WITHIN or story.lower[at + 1].endswith("ly")):
                    at += 1
                has_object = story.word(at - 1) in ("who", "which", "that")
                if at + 1 < end and (word in _FINITE or (has_object and english.can_be_noun(story.lower[at + 1]))):
                    at += _is_verbal(story.lower[at + 1])
        at += 1
    return 0


_NOUN_BASES = group("noun-bases") - {"show"}
_WITHIN = frozenset({"not", "n't", "been", "being", "be", "have", "also", "already", "never", "still", "since"})


def _aside_end(story: Story, comma: int, end: int) -> int:
    """Return the number of the verb behind the comma that closes an aside; 0 if none does."""
    if story.word(comma + 1) not in _ASIDES and not _counts_them(story, comma + 1):
        return 0
    close = next(
        (n for n in range(comma + 2, end - 1) if not story.text[n][0].isalnum() and story.text[n] not in _MARKS), 0
    )
    if not close or story.text[close] != "," or story.spoken[close]:
        return 0
    verb = close + 1
    return verb if story.is_plain(verb) and _kind(story, verb) in ("finite", "open") else 0


_MARKS = frozenset({"-", "'s", "’s", "'", "’", "$", "%", "£", "€"})


def _counts_them(story: Story, at: int) -> bool:
    return story.word(at + 1) == "of" and story.word(at + 2) in ("whom", "which", "them")


def _has_number(story: Story, verb: int) -> bool:
    """Whether a verb shows its number and nothing speaks for a noun."""
    word = story.lower[verb]
    if story.word(verb - 1) in _PRONOUNS:
        return False  # "The statement suggested both are"
    if word in _PAIRS:
        return True
    forms = {form for form, _ in story.words.cues.get(word, ())}
    if forms not in ({"base"}, {"third"}):
        return False
    after = story.word(verb + 1)
    return not english.can_be_noun(word) or after in _BEHIND or (word == "say" and bool(after.isalpha()))


_PRONOUNS = frozenset(
    {"both", "all", "each", "some", "many", "most", "these", "those", "this", "none", "several", "few"}
)
_PRONOUNS |= {
    "two",
    "three",
    "four",
    "one",
    "everyone",
    "nobody",
    "neither",
    "either",
    "nothing",
    "much",
    "half",
}


def _joins_nouns(story: Story, at: int) -> bool:
    """Whether no verb stands behind *and*."""
    after = at + 1
    return after < len(story) and story.lower[after] not in _FINITE and _kind(story, after) == "none"


def _opens_clause(story: Story, head: Head, at: int) -> bool:
    """Whether a subject opens right behind a noun: a clause without its pronoun, *the clinics the charity runs*."""
    word = story.lower[at]
    if word in NOMINATIVE:
        return word != "there"
    if word not in DETERMINERS or word in ("that", "this", "no"):
        return False
    before = story.word(at - 1)
    return at == head.end or (
        story.is_plain(at - 1) and before not in story.words.function and english.can_be_noun(before)
    )


def _kind(story: Story, at: int) -> str:
    """Return "finite" for a finite verb, "none" for a word that is no verb, and "open" for one that may be either."""
    word, before = story.lower[at], story.word(at - 1)
    if before == "to" and word in ("have", "do"):
        return "none"  # "a star that was supposed to have exploded"
    if word in _FINITE or word in ("were", "do"):
        return "finite"
    relative = before == "that" and not story.words.function & {word, story.word(at - 2)}
    if relative and english.is_only_verb(word) and not word.endswith("ing"):
        return "finite"
    if word in story.words.function or before in DETERMINERS or before in _BEFORE_NOUNS or word.endswith("ing"):
        return "none"
    verbal = _is_verbal(word)
    if not verbal:
        return "none"
    if before == "to" or story.text[at + 1 : at + 2] in (["'s"], ["’s"], ["'"], ["’"]):
        return "none"
    if before.endswith("ed") and (story.word(at - 2) in DETERMINERS or story.text[at - 2] in _MARKS):
        return "none"  # "the kidnapped engineer"
    if before in ("who", "which", "that"):
        return "finite"
    if word in _BY_FORM:
        return "finite"
    if before in _PREPOSITIONS or story.text[at - 1] in _MARKS or english.parts_of_speech(before) == {"ADJ"}:
        return "none"
    if english.can_be_noun(word) and (before in ("only", "own", "first", "new") or story.word(at + 1) == ","):
        return "none"
    if is_past(story, at) or word.endswith("ed") or english.is_past_form(word):
        return "none" if _is_shortened(story, at) else "open"
    return "finite" if english.is_only_verb(word) else "open"


_BY_FORM = frozenset({"said", "says", "say", "wrote", "spoke", "saw", "went", "came", "gave", "took", "knew", "began"})
_BEFORE_NOUNS = frozenset({"several", "two", "three", "four", "five", "six", "both", "many", "other", "own", "former"})
_PREPOSITIONS = group("prepositions") | {"of", "between", "among", "near", "across", "inside", "outside", "above"}
_PREPOSITIONS |= {"to", "about"}
_SHORTENED = group("reduced-relatives") | {"carried", "sent", "found", "built", "based", "known", "called", "named"}
_AFTER_SHORTENED = frozenset(
    {"by", "in", "at", "on", "from", "to", "with", "for", "out", "up", "last", "under", "near"}
)


def _is_shortened(story: Story, at: int) -> bool:
    """Whether a participle is that of a shortened relative clause, or stands before its noun."""
    return story.lower[at] in _SHORTENED and story.word(at + 1) in _AFTER_SHORTENED


def _holds_clause(story: Story, at: int) -> bool:
    """Whether a clause with a verb of its own may hang on the verb of a relative clause."""
    word = story.lower[at]
    after = story.word(at + 1)
    if word not in story.words.cues or word in _PAIRS or after in _PREPOSITIONS:
        return False
    return after in _CONTENT or any(base in _ALWAYS_CONTENT for _, base in story.words.cues[word])


_SENSES = frozenset({"hear", "hears", "heard", "see", "sees", "saw", "watch", "watches", "watched", "let", "lets"})
_SENSES |= {"make", "makes", "made", "help", "helps", "helped", "has", "have", "had", "notice", "notices", "noticed"}
_CONTENT = (NOMINATIVE - {"there"}) | {"that", "how", "why", "whether", "what", "there"}
_ALWAYS_CONTENT = frozenset({"say", "tell", "believe", "think", "claim", "know", "argue", "insist", "fear", "hope"})
_ALWAYS_CONTENT |= {"suspect", "suggest", "allege", "warn", "admit", "deny", "fear", "estimate", "feel", "expect"}


def _tells_that(story: Story, head: Head, at: int) -> bool:
    """Whether a clause hangs on what may be a noun, but of nothing told: `Documents on the grant SHOWS that`."""
    word = story.lower[at]
    if word in story.words.documents and english.is_past_form(story.word(at + 2)):
        return False  # "An entry in the register that gave"
    told = (
        story.lower[head.at] in story.words.documents and word in story.words.cues and (story.word(at + 1) in _CONTENT)
    )
    return told and word not in _NOUN_BASES and english.plain_of_third_person(word) not in _NOUN_BASES


def _fits_clause(story: Story, at: int) -> bool:
    """Whether a word is the verb of a clause that waits for one: a past form, or a present that agrees."""
    word, before, after = story.lower[at], story.word(at - 1), story.word(at + 1)
    if word.endswith("ed") or english.is_past_form(word):
        return after != "by"
    noun = english.can_be_noun(before) and story.is_plain(at - 1) and before not in story.words.function
    one = not before.endswith("s")
    return noun and after in _PREPOSITIONS and one == bool(english.plain_of_third_person(word))


@lru_cache(maxsize=4096)
def _is_verbal(word: str) -> bool:
    return bool({"VERB", "AUX"} & english.parts_of_speech(word))
