"""Participles of reporting that lost their ending: `WRITE in the paper, the team says`, `a letter ISSUE by the mayor`.

What opens a sentence before its subject is a participle (Quirk et al. 1985, 15.34), and so is the verb of a shortened
relative clause behind a document (17.28) and the second verb of *he said, adding that*.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE, PLURAL_SIGNS
from attribution_lint.checks.phrases.story import CALENDAR, QUOTE_MARKS, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary, verb_forms

_FINITE = group("finite")
_REPORTING = group("reporting-openers")
_ASKED = group("asked-openers")
_ASKED_BY = frozenset({"by", "at", "about", "for", "on", "whether", "if", "how", "why", "what", "after", "outside"})
_SPANS = frozenset({"week", "month", "year", "night"})
_MADE = group("made-by-somebody")
_ALSO_NOUNS = group("made-also-nouns")
_AGENT = DETERMINERS | {"two", "three", "several", "lawyers", "researchers", "officials", "police", "prosecutors"}
_SUBJECTS = DETERMINERS | NOMINATIVE | {"police", "one", "two"}
_LONGEST, _REACH = 16, 8


@lru_cache(maxsize=1)
def _openers() -> dict[str, tuple[str, str]]:
    """Return the forms that open no sentence of copy, with the participles in *-ing* and in *-ed* of each."""
    found: dict[str, tuple[str, str]] = {}
    for base in _REPORTING | _ASKED:
        named = {form: spelt for spelt, uses in reversed(verb_forms([base]).items()) for form, _ in uses}
        right = (named["progressive"], named["participle"])
        for form in ("base", "third", "past"):
            if form != "past" or named["past"] != named["participle"]:
                found[named[form]] = right
    return found


@lru_cache(maxsize=1)
def _shortened() -> dict[str, str]:
    """Return the plain and past forms that stand behind no document, with their participle."""
    found: dict[str, str] = {}
    for base in _MADE:
        forms = verb_forms([base])
        participle = next(spelt for spelt, uses in forms.items() if ("participle", base) in uses)
        wrong: tuple[Form, ...] = ("base", "past")
        for spelt, uses in forms.items():
            if spelt != participle and any((form, base) in uses for form in wrong):
                found[spelt] = participle
    return found


@interest
def _matters(word: str, words: Vocabulary) -> bool:
    return word in _shortened() or word == "date" or word in _ADDED or word in _ORDER or _is_in_ing(word, words)


def _is_in_ing(word: str, words: Vocabulary) -> bool:
    return word in words.frequent_cues and all(form == "progressive" for form, _ in words.cues[word])


def lost_participles(story: Story) -> Iterator[Issue]:
    """Yield the forms of a story's verbs that stand where a participle must."""
    for first in sorted(story.firsts):
        if first + 4 < len(story) and story.lower[first] in _openers() and not story.spoken[first]:
            yield from _opening(story, first)
    for verb, word in story.among(_matters):
        if not _matters(word, story.words) or not story.is_plain(verb) or story.in_compound(verb):
            continue
        if word in _shortened():
            yield from _behind_document(story, verb)
        elif word == "date":
            yield from _dated(story, verb)
        elif word in _ORDER:
            yield from _reported_first(story, verb)
        elif _is_in_ing(word, story.words):
            yield from _without_verb(story, verb)
        elif story.word(verb - 1) == "," and word in _ADDED and story.word(verb - 2) in ("said", "says"):
            yield from _added(story, verb)


def _opening(story: Story, first: int) -> Iterator[Issue]:
    """`Address a rally in Leeds, he said the`, `Contact by telephone, the owner denied that`."""
    end = story.sentence_end(first)
    comma = next((n for n in range(first + 2, min(first + _LONGEST, end)) if story.text[n] == ","), None)
    if comma is None or story.text[end - 1] == "?" or not story.text[first].istitle() or story.glued(first):
        return
    if any(story.lower[n] in _FINITE or story.spoken[n] for n in range(first, comma)):
        return
    if story.word(comma + 1) not in _SUBJECTS and not story.is_capital(comma + 1):
        return
    cue = next((n for n in range(comma + 2, min(comma + _REACH, end - 1)) if _says(story, n)), None)
    if (
        cue is None
        or _is_instruction(story, cue)
        or not _opens_content(story, cue + 1)
        or "," in story.text[comma + 1 : cue]
    ):
        return
    word, after = story.lower[first], story.word(first + 1)
    active, passive = _openers()[word]
    asked = any(word in verb_forms([base]) for base in _ASKED) and after in _ASKED_BY
    if not asked and not _governs(story, first + 1):
        return
    right = (passive if asked else active).capitalize()
    yield Issue("inflection", story.span(first, first + 1), f"{word} …", "takes a participle", (right,))


def _is_instruction(story: Story, cue: int) -> bool:
    """Whether somebody is told and nothing more, so that what stands ahead is what they are told to do."""
    if story.lower[cue] not in _TELL:
        return False
    behind = story.lower[cue + 1 : story.sentence_end(cue)]
    return "that" not in behind and "to" not in behind and _FINITE.isdisjoint(behind)


_TELL = frozenset({"told", "tells", "tell", "urged", "urges", "advised", "advises", "warned", "warns", "reminded"})


def _says(story: Story, at: int) -> bool:
    finite = any(form in ("past", "third", "base") for form, _ in story.words.cues.get(story.lower[at], ()))
    return finite and story.lower[at] in story.words.frequent_cues and story.is_plain(at)


def _opens_content(story: Story, at: int) -> bool:
    """Whether what was said follows, and no time or place: an instruction has it ahead, `Write to us, she said`."""
    word = story.word(at)
    if word in CALENDAR or word in story.words.function - DETERMINERS - NOMINATIVE - {"that", "there"}:
        return False
    return word[:1].isalpha() or story.is_capital(at) or word[:1].isdigit()


def _governs(story: Story, at: int) -> bool:
    word = story.word(at)
    return word in DETERMINERS or word in _GOVERNED or story.is_capital(at) or story.word(at) in story.words.sources


_GOVERNED = frozenset({"to", "in", "at", "on", "from", "before", "after", "outside", "with", "about", "under", "by"})
_GOVERNED |= {"unnamed", "two", "three", "several", "reporters", "journalists", "during", "via", "for", "anonymous"}


def _behind_document(story: Story, verb: int) -> Iterator[Issue]:
    """`A communiqué ISSUE by the nine`, `an inventory SAW by the Clarion`, `papers FILE in the High Court`."""
    word, after = story.lower[verb], story.word(verb + 1)
    noun = story.word(verb - 1 - (story.word(verb - 1) == "," and after == "by" and word not in _ALSO_NOUNS))
    if noun not in story.words.documents and noun not in _PAPERS:
        return
    agent = story.word(verb + 2) in _AGENT or story.is_capital(verb + 2) or _is_several(story, verb + 2)
    dated = after in ("on", "last", "in", "this", "earlier") and (
        story.word(verb + 2) in CALENDAR or story.word(verb + 2) in _SPANS or _is_court(story, verb)
    )
    evidence = noun == "evidence" and after in ("to", "in", "at", "on", "before", "by")
    if (
        not (after == "by" and agent)
        and not evidence
        and not (dated and word in ("file", "issue", "publish", "release"))
    ):
        return
    if word in _ALSO_NOUNS and not _stands_alone(story, verb - 1):
        return
    yield Issue("inflection", story.span(verb, verb + 1), f"{noun} …", "takes a participle", (_shortened()[word],))


_PAPERS = frozenset(
    {"communiqué", "communique", "tables", "table", "inventory", "papers", "dossier", "tally", "leaflet"}
)
_PAPERS |= {"drawings", "maps", "photographs", "images", "recordings", "footage", "evidence", "data", "figures"}


def _is_several(story: Story, at: int) -> bool:
    word = story.word(at)
    return word in PLURAL_SIGNS or word[:1].isdigit() or story.words.persons.get(word) == "plural" or word in _NUMBERS


_NUMBERS = group("counting") | {"three", "ten", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "dozens"}


def _is_of_one(story: Story, verb: int) -> bool:
    """Whether a single document stands before what is a verb alone, and a place behind: `In a note WRITE on it`."""
    word, noun = story.lower[verb], verb - 1 - (story.word(verb - 1) == ",")
    one = story.words.documents.get(story.word(noun)) == "singular" and story.word(noun - 1) in DETERMINERS
    if not one or word in _ALSO_NOUNS or english.can_be_noun(word) or story.word(verb + 1) not in _PLACES:
        return False
    return story.word(noun - 1) not in ("that", "which") and word in english.verb_lemmas(word)


_PLACES = frozenset({"in", "on", "at", "to", "before", "after", "for", "from"})


def _is_court(story: Story, verb: int) -> bool:
    return any(story.word(n) in ("court", "tribunal") for n in range(verb + 2, verb + 6))


def _stands_alone(story: Story, noun: int) -> bool:
    """Whether a document has its article or is a plural, so that no further noun belongs to it: *a report issue*."""
    return story.word(noun - 1) in ("a", "an", "the", "in", ",") or noun in story.firsts


def _dated(story: Story, verb: int) -> Iterator[Issue]:
    """`The memo, DATE 4 November`, `in a letter DATE March 3`."""
    noun = verb - 1 - (story.word(verb - 1) == ",")
    after = story.word(verb + 1)
    number = after.isdigit() or (after in CALENDAR and story.is_capital(verb + 1))
    if number and (story.words.documents.get(story.word(noun)) or story.word(noun) in _PAPERS):
        yield Issue(
            "inflection", story.span(verb, verb + 1), f"{story.lower[noun]} …", "takes a participle", ("dated",)
        )


def _added(story: Story, verb: int) -> Iterator[Issue]:
    """`the owner said, ADDED that`."""
    if story.word(verb + 1) == "that":
        right = _spelt(story, verb, "progressive")
        yield Issue("inflection", story.span(verb, verb + 1), "said, … that", "takes the form in *-ing*", (right,))


_ADDED = frozenset({"added", "noted", "warned", "insisted", "stressed", "explained", "adds", "notes", "add", "claimed"})


_ORDER = frozenset({"first", "previously", "originally"})


def _reported_first(story: Story, order: int) -> Iterator[Issue]:
    """`As the Courier first REPORT, the engine had no ladder`."""
    verb, low = order + 1, story.sentence_start(order)
    forms = {form for form, _ in story.words.cues.get(story.word(verb), ())}
    if forms != {"base"} or story.word(low) != "as" or not 1 < order - low < _REACH or story.word(verb + 1) != ",":
        return
    if all(story.is_capital(n) or story.lower[n] in DETERMINERS for n in range(low + 1, order)):
        right = _spelt(story, verb, "past")
        yield Issue(
            "inflection", story.span(verb, verb + 1), f"as … {story.lower[order]} …", "takes the past", (right,)
        )


def _without_verb(story: Story, verb: int) -> Iterator[Issue]:
    """`“…,” the sergeant SAYING of her`; `The governor, who had refused, TELLING an audience that he would sign`."""
    low, end = story.sentence_start(verb), story.sentence_end(verb)
    if any(story.text[n] == "," for n in range(verb, end)) or story.text[end - 1] != "." or story.spoken[verb]:
        return
    if story.text[verb - 1] == ",":
        after = story.word(verb + 1)
        wrong = (after in DETERMINERS or after == "that") and _closes_aside(story, low, verb - 1)
    else:
        wrong = _follows_words(story, verb) and not any(_is_finite(story, n) for n in range(verb, end))
    if wrong:
        right = (_spelt(story, verb, "past"), _spelt(story, verb, "third"))
        yield Issue("inflection", story.span(verb, verb + 1), "a subject", "takes a finite verb", right)


def _closes_aside(story: Story, low: int, comma: int) -> bool:
    """Whether a person or a body with its article opens the sentence, and *who* or *which* what the comma closes."""
    first = next((n for n in range(low, comma) if story.text[n] == ","), comma)
    inside = story.lower[low + 1 : first]
    if not 1 < first - low < _SUBJECT or story.lower[low] not in DETERMINERS or story.word(first + 1) not in _RELATIVE:
        return False
    plain = all(story.is_plain(n) or story.is_capital(n) for n in range(low + 1, first))
    held = inside[-1] in story.words.speakers or story.is_capital(first - 1)
    return plain and held and "," not in story.text[first + 1 : comma] and not {"and", "or"} & set(inside)


def _follows_words(story: Story, verb: int) -> bool:
    """Whether a person alone stands between a quotation that a comma ends and the verb."""
    first = verb - 1
    if story.words.persons.get(story.word(first)) == "singular" and story.is_plain(first):
        while first > verb - _SUBJECT and story.is_plain(first - 1):
            first -= 1
        if story.lower[first] not in DETERMINERS:
            return False
    elif story.is_name(first):
        while story.is_capital(first - 1) and first > verb - _SUBJECT:
            first -= 1
    else:
        return False
    return first > 1 and story.text[first - 1] in QUOTE_MARKS and story.text[first - 2][-1:] == ","


def _is_finite(story: Story, at: int) -> bool:
    word = story.lower[at]
    uses = story.words.clause_verbs.get(word, ())
    return word in _FINITE or any(form in ("past", "third") for form, _ in uses)


_SUBJECT = 6
_RELATIVE = frozenset({"who", "which", "whose"})


def _spelt(story: Story, verb: int, form: Form) -> str:
    """Return a form of the cue at a word."""
    base = story.words.cues[story.lower[verb]][0][1]
    return next(spelt for spelt, uses in story.words.cues.items() if (form, base) in uses)
