"""Why two numbers of one thing may differ by right: another time, a part, a word about it, or the rest itself."""

from __future__ import annotations

from functools import cache

import regex

from attribution_lint.checks.arithmetic_terms import NUMBER, value_of
from attribution_lint.checks.mentions import Mention, thing_of
from attribution_lint.checks.occurrences import occurrences
from attribution_lint.checks.same_thing import stem, years_apart
from attribution_lint.checks.story_time import play_apart
from attribution_lint.nlp.analysis import Analysis
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_BEFORE, _BEHIND = 60, 45  # code points around a figure in which a word about a difference is of it
_CLAUSE_MARK = lazily(r",(?= )|;| [—–-]+ |—")
_NEW_CLAUSE = lazily(r";| (?:since|when|while|after|although|though|who|where|because) ")
_PREDICATE = lazily(
    r";| (?:since|when|while|after|although|though|because) |"
    r"(?<! who| that| which) (?:is|are|was|were|will|has|have|had)\b"
)
_PART_BEFORE = lazily(r"\b(?:including|among|first|another|more|other|about half)\b", regex.IGNORECASE)
_OLD_END = lazily(r"\b(?:from|against|than|versus|compared (?:with|to))\s+(?:an?\s)?$", regex.IGNORECASE)
_PART_BEHIND = lazily(r"\b(?:of (?:them|those|the|its|his|her|their|whom)|more|others?)\b", regex.IGNORECASE)


def is_explained(analysis: Analysis, mentions: list[Mention], before: Mention, now: Mention, taken_up: bool) -> bool:
    """Whether the story tells why two numbers differ: another time, a part, a word about it, or the rest itself."""
    clauses = _clause(analysis, before, False), _clause(analysis, now, taken_up)
    if play_apart(*clauses, taken_up) or years_apart(*clauses, taken_up):
        return True
    if any(_is_part(analysis, each) for each in (before, now)):
        return True
    if _words_about_it(analysis, now) or (_words_about_it(analysis, before) and not _has_partner(mentions, before)):
        return True
    if not taken_up and _scope(analysis, before) != _scope(analysis, now):
        return True
    rest = {abs(before.value - now.value), before.value + now.value}
    if rest & _parts_told(analysis, {before.block, now.block}):
        return True
    others, thing = rest - {before.value, now.value}, thing_of(now)
    return any(each.value in others and thing_of(each) == thing for each in mentions)


def _has_partner(mentions: list[Mention], mention: Mention) -> bool:
    """Whether the sentence has the other end of a change too: to $212 million from $187 million."""
    return any(
        each.sentence == mention.sentence and each is not mention and thing_of(each) == thing_of(mention)
        for each in mentions
    )


def _clause(analysis: Analysis, mention: Mention, taken_up: bool) -> str:
    """Return the part of a sentence around a mention that tells its time.

    What is said of a thing that is taken up plays later: the fine of £1.5 million *is due in May*.
    """
    sentence = analysis.sentences[mention.sentence].span
    ends = _PREDICATE if taken_up else _NEW_CLAUSE
    behind = ends.search(analysis.text, mention.span.end, sentence.end)
    return analysis.text[sentence.start : behind.start() if behind else sentence.end]


def _parts_told(analysis: Analysis, blocks: set[int]) -> set[float]:
    """Return the numbers of some blocks that are parts of a whole: two of those, another 20, three more."""
    found: set[float] = set()
    for block in blocks:
        for match in _number().finditer(analysis.slice(analysis.blocks[block].span)):
            value = value_of(match["number"])
            if value is not None and value > 1 and (match["before"] or match["behind"]):
                found.add(value)
    return found


def _is_part(analysis: Analysis, mention: Mention) -> bool:
    """Whether the words right before or behind a number make it another's part or old end: 20 of them, from 20."""
    before = analysis.text[max(mention.span.start - 12, 0) : mention.span.start]
    behind = analysis.text[mention.span.end : mention.span.end + 14]
    return (
        _PART_BEFORE.search(before) is not None
        or _OLD_END.search(before) is not None
        or _PART_BEHIND.search(behind) is not None
    )


def _words_about_it(analysis: Analysis, mention: Mention) -> set[str]:
    return _words_near(analysis, mention, "figure-differences", beyond=1)


def _scope(analysis: Analysis, mention: Mention) -> set[str]:
    """Return the words near a number that say what it is of: each, on average, expected."""
    return {stem(word) for word in _words_near(analysis, mention, "figure-scopes")}


def _words_near(analysis: Analysis, mention: Mention, lexicon: str, beyond: int = 0) -> set[str]:
    """Return the entries of a lexicon in a number's own part of its sentence, or so far beyond the comma behind it."""
    sentence = analysis.sentences[mention.sentence].span
    start = max(sentence.start, mention.span.start - _BEFORE)
    end = min(sentence.end, mention.span.end + _BEHIND)
    marks = [match.end() for match in _CLAUSE_MARK.finditer(analysis.text, start, mention.span.start)]
    start = marks[-1] if marks else start
    mark = _CLAUSE_MARK.search(analysis.text, mention.span.end, end)
    found = occurrences(analysis.text, shipped_lexicon(lexicon), start, end)
    return {
        analysis.slice(span).lower()
        for span in found
        if mark is None or span.start < mark.start() or span.start < mark.end() + 2 * beyond
    }


@cache
def _number() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?P<before>\b(?:another|other|further|remaining) )?(?P<number>{NUMBER})(?P<behind> (?:of |more|others?))?",
        regex.IGNORECASE,
    )
