"""Who speaks in a unit of text, and to whom: the grammar by which a page gives itself away among the news.

A report is told in the third person by somebody who is named. What was left over asks ("Tap the bell"), addresses a
reader, speaks of "us" or of "this article", forbids ("may not be copied"), or has no verb to tell anything with.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Attribution
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon

# What follows a verb that asks; a noun that looks like one ("Support fell") is followed by a verb.
_OBJECTS = frozenset(
    {"the", "a", "an", "our", "your", "this", "these", "those", "that", "us", "me", "it", "him", "her", "them", "my"}
    | {"any", "all", "more", "one", "both", "each", "every", "what", "how", "why", "where", "who", "whether", "if"}
    | {"back", "up", "out", "in", "on", "off", "here", "now", "to", "for", "from", "with", "at", "by", "into", "over"}
    | {"through", "down", "below", "above", "before", "as", "w", "free", "full", "and", "or", "not", "URL", "MAIL"}
    | {"HANDLE", "no", "some", "/", "sure", "last", "first", "new", "next"}
)
_POLITE = frozenset({"please", "pls", "plz", "kindly", "simply", "just", "also", "then", "now", "do", "dont", "don't"})
_MODALS = frozenset({"may", "must", "can", "cannot", "can't", "should", "shall", "will", "not", "to"})
_DENIALS = frozenset({"not", "no", "nor", "without", "never", "neither", "cannot"})
_BEFORE_PARTICIPLES = (
    frozenset({"be", "is", "are", "was", "were", "been", "being", "get", "isn't", "aren't", "wasn't", "has", "have"})
    | {"had", "having", "not", "i've", "we've", "you've", "and", "or", "a", "an", "the", "our", "your", "their"}
    | {"its", "my", "his", "her", "no", "any", "all", ","}
)
_NOT_PAST = frozenset({"need", "feed", "speed", "embed", "seed", "indeed", "exceed", "newsfeed", "united", "breed"})
_SHORTEST_PAST = 4
_LONGEST_FRAGMENT = 16  # tokens
_FINITE = frozenset({"can", "could", "will", "would", "may", "might", "must", "should", "has", "have", "is", "are"})
_OWN_SUBJECTS = frozenset({"you", "we", "i", "it", "this", "that", "here", "there", "what", "who", "which"})
_PARTICIPLES = frozenset({"written", "sent", "shown", "taken", "seen", "held", "shot", "drawn", "made", "told"})
_ADVERBS = frozenset({"first", "originally", "also", "previously", "re", "not"})
_AFTER_PARTICIPLE = frozenset(
    {"by", "from", "with", "under", "in", "on", "at", "for", "via", "here", "to", "courtesy", "through", "as", "using"}
)
_FIRST_OR_SECOND = re.compile(r"\b(?:(?:[Yy]ou|[Ww]e|I)(?:['’](?:re|ve|ll|d|m))?|[Yy]ours?|[Oo]urs?|us|Us|[Mm]y|me)\b")
_PERSONS = frozenset(
    {"You", "you", "We", "we", "I", "Yours", "yours", "Your", "your", "Ours", "ours", "Our", "our"}
) | {*("us", "Us", "My", "my", "me")}
_LEAST_TOLD = 2  # blocks without such words
_MOST_STRANGE = 4  # and no more with them
_STOPS = frozenset(".!?…”\"’'")
_TINY = 50  # characters
_SPEAKS = re.compile(
    r"\b(?:[Tt]his|[Oo]ur|[Yy]our?|[Ww]e|us|I|[Mm]y|not|[Nn]o|without|nor|never|free|[Pp]lease|be|here|below)\b"
    r"|[@…:|]|//|\w\.\w"
)
_FIRST_WORD = re.compile(r"\W{0,3}(\w+)")
_OPENINGS = _POLITE | _ADVERBS | {"for", "if", "to", "why", "want", "like", "need", "got", "missed", "new"}
_HEARD_FROM = frozenset({"person", "official", "organisation", "anonymous"})
_SPEAKERS = frozenset({"he", "she", "they", "who"})
_IRREGULAR = frozenset({"said", "told", "found", "wrote", "held", "read", "thought", "heard", "felt", "say", "tell"})
_OURS = ("this ", "these ", "our ", "your ", "my ", "we", "you", "i")


def voice(form: list[str], first: int, last: int, commands: bool) -> set[str]:
    """Return how the tokens `first` up to `last` speak: `asks`, `forbids`, `allows`, `denies`, `past`, `third`, `own`.

    `fragment` is a participle that opens a line without a verb of its own ("Reprinted from …"). `commands` says
    that a verb asks for something later on ("For more, tap the link").
    """
    known: set[str] = set()
    if first >= last:
        return known  # nothing but a sign that leads a list
    own = set(form[first:last])
    denied = not own.isdisjoint(_DENIALS)
    if denied:
        known.add("denies")
    past = shipped_lexicon("verbs-past")
    for number in range(first + 1, last):
        word, before = form[number], form[number - 1]
        if word == "be" and before in _MODALS:
            known.add("forbids" if denied else "allows")
        if word in past or (word.endswith("ed") and len(word) > _SHORTEST_PAST and word not in _NOT_PAST):
            opens = number == first + 1 and before in _ADVERBS
            if not opens and before not in _BEFORE_PARTICIPLES:
                known.add("past")
        if word in _FINITE and known.isdisjoint({"third", "own"}):
            known.add("own" if before in _OWN_SUBJECTS else "third")
    if _asks(form, first, last, "third" in known) or (
        commands and form[first] in _OPENINGS and known.isdisjoint({"past", "third"})
    ):
        known.add("asks")
    if known.isdisjoint({"past", "third", "own"}) and _is_fragment(form, first, last):
        known.add("fragment")
    return known


def _asks(form: list[str], first: int, last: int, third: bool) -> bool:
    """Whether a verb that asks opens the unit, with what it asks for behind it."""
    number = first
    while number < last and form[number] in _POLITE:
        number += 1
    if form[number : number + 2] == ["why", "not"]:
        number += 2
    if number >= last or form[number] not in shipped_lexicon("verbs-asking"):
        return False
    if third and number + 1 < last and form[number + 1] in _AFTER_PARTICIPLE:
        return False  # "Read in full, the report is …"
    return number > first or number + 1 == last or form[number + 1] in _OBJECTS or form[number + 1].isdigit()


def opens_asking(form: list[str]) -> bool:
    """Whether a verb that asks opens a block of these words, whatever follows."""
    number = 0
    while number < len(form) - 1 and (form[number] in _POLITE or not form[number][0].isalnum()):
        number += 1
    return form[number] in shipped_lexicon("verbs-asking")


def _is_fragment(form: list[str], first: int, last: int) -> bool:
    """Whether the unit opens with a participle and its preposition: "First carried by …", "Filed under …"."""
    number = first + 1 if form[first] in _ADVERBS else first
    if last - first > _LONGEST_FRAGMENT or number + 1 >= last or "," in form[first:last]:
        return False
    opening = form[number]
    return (opening.endswith("ed") or opening in _PARTICIPLES) and form[number + 1] in _AFTER_PARTICIPLE


def could_speak(text: str, span: Span) -> bool:
    """Whether a look at a block tells that it could have the voice of a page; nearly all of a report has not."""
    if text[span.end - 1] not in _STOPS or span.end - span.start < _TINY:
        return True
    if _SPEAKS.search(text, span.start, span.end):
        return True
    opening = _FIRST_WORD.match(text, span.start, span.end)
    if not opening:
        return True
    word = opening[1].lower()
    return word.endswith("ed") or word in _OPENINGS or word in shipped_lexicon("verbs-asking") or word in _PARTICIPLES


def strangers(analysis: Analysis) -> frozenset[int]:
    """Return the numbers of the blocks that say "you", "we" or "I" outside quotations in a story that does not.

    A column or a guide speaks so throughout, and then none of its blocks is strange.
    """
    spoken = [part.number for part, _ in in_each(analysis, _says_you)]
    if len(spoken) > _MOST_STRANGE or len(analysis.blocks) - len(spoken) < max(_LEAST_TOLD, len(spoken)):
        return frozenset()
    return frozenset(spoken)


def _says_you(analysis: Analysis) -> bool:
    words = analysis.words.text
    if _PERSONS.isdisjoint(words):
        unsure = " ".join([word for word in words if not word.isalpha()])
        if not _FIRST_OR_SECOND.search(unsure):
            return False
    matches = _FIRST_OR_SECOND.finditer(analysis.text)
    return any(analysis.quotation_at(match.start()) is None for match in matches)


def is_reported(analysis: Analysis, span: Span) -> bool:
    """Whether the sentence at `span` tells what somebody said who is named in it."""
    sentence = analysis.sentence_at(span.start)
    attributions = analysis.attributions
    number = bisect_left(attributions, sentence, key=_sentence)
    while number < len(attributions) and attributions[number].sentence == sentence:
        if _has_speaker(analysis, attributions[number], span):
            return True
        number += 1
    return False


def _sentence(attribution: Attribution) -> int:
    return attribution.sentence


def _has_speaker(analysis: Analysis, attribution: Attribution, span: Span) -> bool:
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or not cue.finite or not span.covers(cue.span):
        return False
    verb = analysis.slice(cue.span)
    if not verb.islower() or verb.endswith("ing"):
        return False
    who = analysis.slice(source.span).lower()
    if who.startswith(_OURS) and source.type != "person":
        return False
    closes = not any(map(str.isalnum, analysis.text[cue.span.end : span.end])) and source.span.end <= cue.span.start
    spoken = closes or verb == "according to" or verb.endswith(("d", "s")) or verb in _IRREGULAR
    return spoken and (source.type in _HEARD_FROM or who in _SPEAKERS or source.type == "document")
