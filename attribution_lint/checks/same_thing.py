"""Whether two figures of a story are of one thing: the same noun, the same fate, and words in common."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from attribution_lint.kept import kept_by_text
from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Figure
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import lazily

_WORD = lazily(r"[\p{L}\d][\p{L}\d’'-]*")
_ENDINGS = lazily(r"(?:[’']s?|s|es|ed|ing|er|ers|ures?|ure)$")
_ASIDE = lazily(r",? (?:which|who|whose) [^,]{1,80},")
_YEAR = lazily(r"\b(?:19|20)\d\d\b(?!,\d)")
_SHORTEST = 4
_SCALES = frozenset({"million", "billion", "trillion", "thousand", "hundred", "lakh", "crore", "dozen"})


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word without its endings, so that closed, closing and closures meet."""
    lower = word.lower().removesuffix("’s").removesuffix("'s")
    if len(lower) <= _SHORTEST:
        return lower.removesuffix("s") if len(lower) == _SHORTEST else lower
    cut = _ENDINGS.sub("", lower)
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "aeiousl":
        cut = cut[:-1]
    return cut.removesuffix("e").removesuffix("i").removesuffix("y") if len(cut) > 3 else cut


def context(analysis: Analysis, figure: Figure) -> frozenset[str]:
    """Return the stems of a figure's sentence that tell what it is of; names keep their capital."""
    return _told_by(analysis.slice(analysis.sentences[figure.sentence].span))


@kept_by_text
def _told_by(sentence: str) -> frozenset[str]:
    found: set[str] = set()
    for match in _WORD.finditer(sentence):
        word = match[0]
        if word.lower() in _idle() or (len(word) < _SHORTEST and not word[0].isupper() and not word[0].isdigit()):
            continue
        if match.start() == 0 or word[0].islower():
            found.add(stem(word))
        elif word[0].isupper():
            found.add(word.removesuffix("’s").removesuffix("'s"))
    return frozenset(found)


def shared(analysis: Analysis, one: Figure, other: Figure) -> set[str]:
    """Return the stems that the sentences of two figures share, what is counted and names left out."""
    nouns = {stem(one.noun), stem(other.noun)}
    words = context(analysis, one) & context(analysis, other)
    return {word for word in words if word.islower() and word not in nouns}


def have_other_names(analysis: Analysis, one: Figure, other: Figure) -> bool:
    """Whether the sentences of two figures name things, and not one the same: two places, two firms, two years."""
    names = [
        {word for word in context(analysis, figure) if word[0].isupper() or word.isdigit()} for figure in (one, other)
    ]
    years = [_years(analysis, figure) for figure in (one, other)]
    if years[0] != years[1] and (years[0] or years[1]):
        return True
    roads = [{n for n in each if any(c.isdigit() for c in n)} for each in names]
    if roads[0] and roads[1] and roads[0] != roads[1]:
        return True
    return bool(names[0] and names[1]) and not names[0] & names[1]


def fate(analysis: Analysis, figure: Figure) -> str | None:
    """Return what befell the people that a figure counts, the word nearest to it; None if nothing did."""
    words = analysis.words
    at = words.at(figure.span.start)
    sentence = analysis.sentences[figure.sentence]
    best: tuple[int, str] | None = None
    for index in range(max(at - 5, sentence.first), min(at + 8, sentence.last)):
        kind = _fates().get(words.lower[index])
        if kind and (best is None or abs(index - at) < best[0]):
            best = (abs(index - at), kind)
    return best[1] if best else None


def context_outside(
    analysis: Analysis, number: int, figure: Span, attributions: Iterable[Attribution]
) -> frozenset[str]:
    """Return the stems of a sentence that tell what it is of, without its figure, its cues and who speaks.

    `attributions` are those of the sentence.
    """
    sentence = analysis.sentences[number]
    left_out = [figure]
    for each in attributions:
        left_out += [part.span for part in (each.source, each.cue) if part is not None]
    words = analysis.words
    kept = [
        words.text[n]
        for n in range(sentence.first, sentence.last)
        if not any(span.start <= words.start[n] < span.end for span in left_out)
    ]
    return _told_by(" ".join(kept)) - _SCALES


def years_apart(earlier: str, later: str, taken_up: bool = False) -> bool:
    """Whether two clauses name different years, or only one does; what is taken up need not repeat its year."""
    one, other = _years_in(earlier), _years_in(later)
    return bool(other - one) if taken_up else one != other


@cache
def fate_stems() -> frozenset[str]:
    """Return the stems of all words that tell what befell people."""
    return frozenset(stem(word) for entry in shipped_lexicon("figure-fates") for word in entry.split(":"))


def _years(analysis: Analysis, figure: Figure) -> frozenset[str]:
    return _years_in(analysis.slice(analysis.sentences[figure.sentence].span)) - {analysis.slice(figure.span)}


@kept_by_text
def _years_in(sentence: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(_ASIDE.sub(",", sentence)))


@cache
def _fates() -> dict[str, str]:
    fates: dict[str, str] = {}
    for entry in shipped_lexicon("figure-fates"):
        kind, *words = entry.split(":")
        fates.update(dict.fromkeys(words, kind))
    return fates


@cache
def _idle() -> frozenset[str]:
    days = {day.rstrip(".") for day in grammar.DAYS}
    return (
        shipped_lexicon("sentence-openers")
        | shipped_lexicon("figure-generic")
        | grammar.AUXILIARIES
        | grammar.PREPOSITIONS
        | grammar.DETERMINERS
        | grammar.ADVERBS
        | grammar.PRONOUNS
        | grammar.SUBORDINATORS
        | frozenset(days)
        | frozenset({"said", "says", "that", "with", "have", "than", "left", "late", "officials", "police"})
    )
