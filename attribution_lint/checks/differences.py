"""Why two numbers of one thing may differ by right: another time, a part, a word about it, or the rest itself."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache, cached_property

import regex

from attribution_lint.checks.arithmetic_terms import NUMBER
from attribution_lint.checks.mentions import Mention, thing_of
from attribution_lint.checks.occurrences import occurrences
from attribution_lint.checks.same_thing import stem, years_apart
from attribution_lint.checks.story_time import play_apart
from attribution_lint.kept import kept_by_text
from attribution_lint.nlp.amounts import value_of
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.nlp.answers import kept_by_place
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_BEFORE, _BEHIND = 60, 45  # code points around a figure in which a word about a difference is of it
_CLAUSE_MARK = lazily(r",(?= )|;| [—–-]+ |—")
_NEW_CLAUSE = lazily(r";| (?:since|when|while|after|although|though|who|where|because) ")
_PREDICATE = lazily(
    r";| (?:since|when|while|after|although|though|because) |"
    r"(?<! who| that| which) (?:is|are|was|were|will|has|have|had)\b"
)
_STAMP = lazily(r"(?:[\[(]|Updated:? |Posted:? )?\d{1,2}[:.h]\d\d(?!\d)[^\w]{0,2}(?:[ap]\.?m\b)?", regex.IGNORECASE)
_PART_BEFORE = lazily(r"\b(?:including|among|first|another|more|other|about half)\b", regex.IGNORECASE)
_OLD_END = lazily(r"\b(?:from|against|than|versus|compared (?:with|to))\s+(?:an?\s)?$", regex.IGNORECASE)
_PART_BEHIND = lazily(r"\b(?:of (?:them|those|the|its|his|her|their|whom)|more|others?)\b", regex.IGNORECASE)


class Explanations:
    """What a story says of the differences between the numbers in it; what is said of one of them is found once."""

    def __init__(self, analysis: Analysis, mentions: list[Mention]) -> None:
        self._analysis = analysis
        self._told = {(thing_of(each), each.value) for each in mentions}
        self._in_sentence = Counter([(each.sentence, thing_of(each)) for each in mentions])

    def of(self, before: Mention, now: Mention) -> bool:
        """Whether the story as a whole tells why two differ: another entry of a live report, or the rest itself."""
        if bisect_right(self._entries, before.block) != bisect_right(self._entries, now.block):
            return True
        thing = thing_of(now)
        return any(
            (thing, value) in self._told for value in _rest(before, now) if value not in (before.value, now.value)
        )

    def beside(self, before: Mention, now: Mention, taken_up: bool) -> bool:
        """Whether the paragraphs of two tell why they differ: another time, a part, a word about it, or the rest."""
        if _is_part(self._analysis, before) or _is_part(self._analysis, now):
            return True
        clauses = _clause(self._analysis, before), (_told_of if taken_up else _clause)(self._analysis, now)
        if play_apart(*clauses, taken_up) or years_apart(*clauses, taken_up):
            return True
        if _words_about_it(self._analysis, now):
            return True
        if _words_about_it(self._analysis, before) and not self._has_partner(before):
            return True
        if not taken_up and _scope(self._analysis, before) != _scope(self._analysis, now):
            return True
        rest = _rest(before, now)
        return any(rest & _parts_in(self._analysis.text_of(number)) for number in (before.block, now.block))

    @cached_property
    def _entries(self) -> list[int]:
        """The blocks that open with a time of day, as the entries of a live report do; a lone one opens none."""
        stamped = [part.number for part, _ in in_each(self._analysis, _opens_entry)]
        return stamped if len(stamped) > 1 else []

    def _has_partner(self, mention: Mention) -> bool:
        """Whether the sentence has the other end of a change too: to $212 million from $187 million."""
        if self._in_sentence[mention.sentence, thing_of(mention)] > 1:
            return True
        sentence = self._analysis.sentences[mention.sentence].span
        return _old_number().search(self._analysis.text, mention.span.end, sentence.end) is not None


def _rest(before: Mention, now: Mention) -> set[float]:
    return {abs(before.value - now.value), before.value + now.value}


def _opens_entry(analysis: Analysis) -> bool:
    return _STAMP.match(analysis.text) is not None


@kept_by_place
def _clause(analysis: Analysis, mention: Mention) -> str:
    """Return the part of a sentence around a mention that tells its time."""
    return _up_to(_NEW_CLAUSE, analysis, mention)


@kept_by_place
def _told_of(analysis: Analysis, mention: Mention) -> str:
    """Return the same for what is taken up and plays later: the fine of £1.5 million *is due in May*."""
    return _up_to(_PREDICATE, analysis, mention)


def _up_to(ends: regex.Pattern[str], analysis: Analysis, mention: Mention) -> str:
    text, sentence = analysis.text, analysis.sentences[mention.sentence].span
    behind = ends.search(text, mention.span.end, sentence.end)
    return text[sentence.start : behind.start() if behind else sentence.end]


@kept_by_place
def _is_part(analysis: Analysis, mention: Mention) -> bool:
    """Whether the words right before or behind a number make it another's part or old end: 20 of them, from 20."""
    text, sentence = analysis.text, analysis.sentences[mention.sentence].span
    at = _start_of_bound(mention)
    before = text[max(at - 12, sentence.start) : at]
    behind = text[mention.span.end : min(mention.span.end + 14, sentence.end)]
    return (
        _PART_BEFORE.search(before) is not None
        or _OLD_END.search(before) is not None
        or _PART_BEHIND.search(behind) is not None
    )


@kept_by_place
def _words_about_it(analysis: Analysis, mention: Mention) -> set[str]:
    return _words_near(analysis, mention, "figure-differences", beyond=1)


@kept_by_place
def _scope(analysis: Analysis, mention: Mention) -> set[str]:
    """Return the words near a number that say what it is of: each, on average, expected."""
    return {stem(word) for word in _words_near(analysis, mention, "figure-scopes")}


def _words_near(analysis: Analysis, mention: Mention, lexicon: str, beyond: int = 0) -> set[str]:
    """Return the entries of a lexicon in a number's own part of its sentence, or so far beyond the comma behind."""
    text, sentence = analysis.text, analysis.sentences[mention.sentence].span
    start = max(sentence.start, mention.span.start - _BEFORE)
    end = min(sentence.end, mention.span.end + _BEHIND)
    marks = [match.end() for match in _CLAUSE_MARK.finditer(text, start, mention.span.start)]
    start = marks[-1] if marks else start
    mark = _CLAUSE_MARK.search(text, mention.span.end, end)
    bound = _start_of_bound(mention)
    found = [
        span
        for span in occurrences(text, shipped_lexicon(lexicon), start, end)
        if not bound <= span.start < mention.span.start
    ]
    return {
        analysis.slice(span).lower()
        for span in found
        if mark is None or span.start < mark.start() or span.start < mark.end() + 2 * beyond
    }


def _start_of_bound(mention: Mention) -> int:
    """Return where a number starts with the word that bounds it: the “than” of “more than 40” compares nothing."""
    return mention.span.start - (len(mention.bound) + 1 if mention.bound else 0)


@kept_by_text
def _parts_in(block: str) -> frozenset[float]:
    """Return the numbers of a block that are parts of a whole: two of those, another 20, three more."""
    found: set[float] = set()
    for match in _number().finditer(block):
        value = value_of(match["number"]) if match["before"] or match["behind"] else None
        if value is not None and value > 1:
            found.add(value)
    return frozenset(found)


@cache
def _number() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?P<before>\b(?:another|other|further|remaining) )?(?P<number>{NUMBER})(?P<behind> (?:of |more|others?))?",
        regex.IGNORECASE,
    )


@cache
def _old_number() -> regex.Pattern[str]:
    """The old end of a change: “up from 122”."""
    return regex.compile(rf"\bfrom (?:an? |about |some )?{NUMBER}", regex.IGNORECASE)
