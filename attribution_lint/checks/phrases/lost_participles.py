"""Participles of reporting that lost their ending: `WRITE in the journal, the team says`, `a letter ISSUE by the mayor`.

What opens a sentence before its subject is a participle (Quirk et al. 1985, 15.34), and so is the verb of a shortened
relative clause behind a document (17.28) and the second verb of *he said, adding that*.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attribution_lint.checks.phrases import english
from attribution_lint.checks.phrases.groups import group
from attribution_lint.checks.phrases.interests import interest
from attribution_lint.checks.phrases.slots import DETERMINERS, NOMINATIVE
from attribution_lint.checks.phrases.story import CALENDAR, Issue, Story
from attribution_lint.checks.phrases.vocabulary import Form, Vocabulary, verb_forms

_FINITE = group("finite")
_REPORTING = group("reporting-openers")
_ASKED = group("asked-openers")
_ASKED_BY = frozenset({"by", "at", "about", "for", "on", "whether", "if", "how", "why", "what", "after", "outside"})
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
            if form != "past" or (base in _REPORTING and base not in _ASKED):
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
    return word in _shortened() or word == "date" or word in _ADDED


def lost_participles(story: Story) -> Iterator[Issue]:
    """Yield the forms of a story's verbs that stand where a participle must."""
    for first in sorted(story.firsts):
        if first + 4 < len(story) and story.lower[first] in _openers() and not story.spoken[first]:
            yield from _opening(story, first)
    for verb, word in story.among(_matters):
        if not story.is_plain(verb) or story.in_compound(verb):
            continue
        if word in _shortened():
            yield from _behind_document(story, verb)
        elif word == "date":
            yield from _dated(story, verb)
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
    if cue is None or not _opens_content(story, cue + 1) or "," in story.text[comma + 1 : cue]:
        return
    word, after = story.lower[first], story.word(first + 1)
    active, passive = _openers()[word]
    asked = any(word in verb_forms([base]) for base in _ASKED) and after in _ASKED_BY
    if not asked and not _governs(story, first + 1):
        return
    right = (passive if asked else active).capitalize()
    yield Issue("inflection", story.span(first, first + 1), f"{word} …", "takes a participle", (right,))


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
    word, noun, after = story.lower[verb], story.word(verb - 1), story.word(verb + 1)
    if noun not in story.words.documents and noun not in _PAPERS:
        return
    agent = story.word(verb + 2) in _AGENT or story.is_capital(verb + 2)
    dated = after in ("on", "last", "in") and (story.word(verb + 2) in CALENDAR or _is_court(story, verb))
    if not (after == "by" and agent) and not (dated and word in ("file", "issue", "publish", "release")):
        return
    if word in _ALSO_NOUNS and not _stands_alone(story, verb - 1):
        return
    yield Issue("inflection", story.span(verb, verb + 1), f"{noun} …", "takes a participle", (_shortened()[word],))


_PAPERS = frozenset(
    {"communiqué", "communique", "tables", "table", "inventory", "papers", "dossier", "tally", "leaflet"}
)
_PAPERS |= {"drawings", "maps", "photographs", "images", "recordings", "footage", "evidence", "data", "figures"}


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
        base = story.words.cues[story.lower[verb]][0][1]
        right = next(spelt for spelt, uses in story.words.cues.items() if ("progressive", base) in uses)
        yield Issue("inflection", story.span(verb, verb + 1), "said, … that", "takes the form in *-ing*", (right,))


_ADDED = frozenset({"added", "noted", "warned", "insisted", "stressed", "explained", "adds", "notes", "add", "claimed"})
