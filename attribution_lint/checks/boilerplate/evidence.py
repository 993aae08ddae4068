"""What a unit of text gives away: the lexicons that fit, its shape and its place.

A unit is a sentence, or what stands in brackets. Words inside a quotation speak for their speaker and count for
nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attribution_lint.checks.boilerplate.acts import commands, is_told
from attribution_lint.checks.boilerplate.labels import note_label
from attribution_lint.checks.boilerplate.phrases import Hit, beginning
from attribution_lint.checks.boilerplate.pieces import Tokens
from attribution_lint.checks.boilerplate.shape import TERMINAL, TINY, shape
from attribution_lint.checks.boilerplate.voice import voice
from attribution_lint.packs import shipped_lexicon

_ADDRESSES = frozenset({"URL", "MAIL", "HANDLE"})
_NAMES = {
    "acts-ask": "ask",
    "acts-assistant": "act:assistant",
    "acts-report": "report",
    "objects-draft": "draft",
    "objects-rights": "obj:rights",
    "words-assistant": "i",
}
_LEADERS = frozenset("-–—•*·►▶»›>→~_|▪■#+([{✅✔☑✓▲▼◀◄") | {"--"}
_THIRD = frozenset({"he", "she", "they", "his", "him", "himself", "herself", "hers", "their", "theirs", "them"})
_TOLD = frozenset({"he", "she", "was", "were", "had", "did", "would", "they"})
_SECOND = frozenset({"you", "your", "yours", "you'll", "you've", "you're", "you'd", "u"})
_VOICED = frozenset(
    {"asks", "command", "you", "self", "story", "i", "URL", "MAIL", "HANDLE", "question", "labelled", "fragment"}
    | {"untold"}
)
_WHAT_SHOWS = frozenset({"which", "that", "this"})
_PASSIVE = frozenset({"be", "been", "or", "to"})
_HE = frozenset({"he", "she", "his", "him", "himself", "herself", "hers"})
# Without any of these a sentence is told like a report.
_SPOKEN = frozenset(
    {"asks", "question", "you", "self", "i", "itself", "fragment", "URL", "MAIL", "HANDLE", "labelled", "page"}
    | {"disclaimer+", "rights+", "assistant+", "site+"}  # said twice
)
_ASKED = frozenset({"command", "lean"})  # "Support local reporting …" without a verb of its own
_TENSED = frozenset({"past", "third", "report"})
_OF_A_DRAFT = frozenset({"draft", "act:assistant", "i", "story", "self", "media"})
_PAGE_OPENING = 3
_YOURS = frozenset({"your", "yours"})
_YOU = frozenset({"you", "you'll"})
_INITIALS = re.compile(r"[(\[]{1,2}[A-Z]{1,3}\b ?[:,–-]")
_LABELLED = re.compile(r"\W{0,3}[A-Z][\w’'-]*(?: [\w’'-]+){0,3} ?(?::|\||[-–—] |»)")
_PRICE = re.compile(
    r"[$£€₹₦]\s?\d|\b(?:Rs\.?|KSh|R|A\$|NZ\$) ?\d|\b\d+p\b|\bfree\b|\b(?:fiver|tenner|quid)\b", re.IGNORECASE
)
# What each of these has, a figure or the first letters of a word; the set comes first, to which `re` runs ahead.
_COULD_BE_A_PRICE = re.compile(
    r"[\dfFtTqQ](?:(?<=\d)|(?<=[fF])(?:[rR][eE]|[iIİı][vV])|(?<=[tT])[eE][nN]|(?<=[qQ])[uU])"
)
_WORDY = 32


def evidence(
    text: str, found: Tokens, first: int, last: int, hits: list[Hit], quoted: bytearray, reported: bool
) -> set[str]:
    """Return the evidence in the tokens `first` up to `last`; `hits` are those of the block, sorted by where they
    begin, and `reported` says that a speaker is named.
    """
    form = found.form
    start = first
    while start < last and form[start] in _LEADERS:
        start += 1
    words = len([word for word in form[start:last] if word[0].isalnum()])
    own = set(form[start:last])
    raw = text[found.start[first] : found.end[last - 1]]
    known: set[str] = {"reported"} if reported else set()
    ends: dict[str, int] = {}
    begins: dict[str, int] = {}
    commanding = False
    reports: list[tuple[int, int]] = []
    for number in range(bisect_left(hits, start, key=beginning), len(hits)):
        name, begin, end = hits[number]
        if begin >= last:
            break
        if end > last or quoted[begin] or quoted[end - 1]:
            continue
        if name == "words-self" and not _is_pronoun(text, found, begin, start, raw):
            continue
        if name.startswith("labels-"):
            if begin == start:
                note_label(known, name[7:], form, end, last, text, found)
            continue
        if name == "acts-ask":
            if commands(form, begin, start):
                commanding = True
            continue
        if name == "acts-report":
            if form[begin - 1] in _PASSIVE and begin > start:
                continue
            if form[begin - 1] in _WHAT_SHOWS and form[end : end + 1] == ["us"]:
                continue  # "…, which tells us that you care"
            reports.append((begin, end))
        short = _NAMES.get(name) or name.partition("-")[2]
        if short == "story" and form[end : end + 1] == ["of"]:
            continue  # "this article of faith"
        known.add(short)
        if begin == start:
            known.add("^" + short)
        if short == "story" and form[begin] != "the":
            known.add("itself")
            if begin <= start + 1:
                known.add("^itself")
        ends[short] = min(end, ends.get(short, end))
        begins[short] = max(begin, begins.get(short, begin))
    known.update(short + "+" for short, end in ends.items() if end <= begins[short])  # in whatever order they come
    if commanding:
        known.add("command")
    known |= own & _ADDRESSES
    known |= voice(form, start, last, commanding)
    if any(quoted[first:last]):
        known.add("quotes")
    if words > _WORDY:
        known.add("wordy")
    opening = raw.lstrip("([{-–— ")
    if opening[:1].islower():
        known.add("lower")
    if _LABELLED.match(raw):
        known.add("labelled")
    if _COULD_BE_A_PRICE.search(raw) and _PRICE.search(raw):
        known.add("price")
    if own & _THIRD:
        known.add("he")
    if is_told(form, start, last, reports):
        known.add("told")
    if not own.isdisjoint(_YOURS) and "newsroom" not in known:
        known.add("service")
    if "and" in own and any(form[number] == "and" and form[number + 1] in _YOU for number in range(start, last - 1)):
        known.add("consequence")
    if not own & _TOLD:
        known.add("lean")
    if "i" not in known:
        known.add("impersonal")
    if _INITIALS.match(raw):
        known.add("initials")
    if not own.isdisjoint(_HE):
        known.add("somebody")
    if not own.isdisjoint(_SECOND):
        known.add("you")
    if "?" in own:
        known.add("question")
        if known.isdisjoint(_OF_A_DRAFT):
            known.add("idle")  # "Would you like a bag?" is asked of anybody
    if not shipped_lexicon("words-page").isdisjoint(form[start : start + _PAGE_OPENING]):
        known.add("page")
    asked = known >= _ASKED and not known.isdisjoint({"promo+", "self"}) and known.isdisjoint(_TENSED)
    if words > TINY - 2 and TERMINAL.search(raw) and known.isdisjoint(_SPOKEN) and not asked:
        known.add("narrated")
    if known.isdisjoint({"past", "third", "reported", "quotes"}):
        known.add("untold")
    if "lean" in known and "he" not in known and not known.isdisjoint(_VOICED):
        known.add("alone")
    known.update(shape(text, found.start[start if start < last else first], raw, words, own))
    return known


def _is_pronoun(text: str, found: Tokens, number: int, start: int, raw: str) -> bool:
    """Whether "us", "our" or "we" is the pronoun, rather than a country or the first word of a name."""
    word = text[found.start[number] : found.end[number]]
    return word.islower() or (word != "US" and (number == start or raw.isupper()))
