"""Attributions: joins every cue with its source and with what it attributes, and quotations with their speakers."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, NamedTuple

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import Analysis, Attribution, Cue, Source, SourceType, Via
from attribution_lint.nlp.cues.lexicon import cue_lexicon
from attribution_lint.nlp.parentheticals import inside_parenthetical
from attribution_lint.nlp.parts import Part, parts
from attribution_lint.nlp.sources import source_of
from attribution_lint.nlp.speakers import beside_quotations, give_speakers

_FEWEST_SPOKEN = 2  # words before a cue that can be what was said, the comma counted
_COUNTERS: frozenset[SourceType] = frozenset({"organisation", "official", "document", "media"})
_BEFORE_CUE = grammar.QUOTES | frozenset([",", "?", "!", "—", "–"])


def find_attributions(analysis: Analysis) -> list[Attribution]:
    """Return the attributions of a story in the order of their cues, and give each quotation its speaker."""
    attributions: list[Attribution] = []
    beside: list[int | None] = []
    first_of_block: list[int] = []
    cues, past = analysis.cues, 0
    for part in parts(analysis):
        first, count = past, len(attributions)
        first_of_block.append(count)
        while past < len(cues) and cues[past].sentence < part.past:
            past += 1
        joined = _in_part(analysis, part, cues[first:past])
        if past > first:
            attributions += _placed(joined, part, cues[first:past])
        beside += [None if place is None else place + count for place in joined.beside]
    give_speakers(analysis, attributions, beside, first_of_block)
    return attributions


class _Joined(NamedTuple):
    """The attributions of a part with cues at those words: the source, the number of the cue, what is attributed, how.

    `beside` says for each quotation which of them stands beside it; `told` keeps what else is found of them.
    """

    cues: tuple[int, ...]
    attributions: list[tuple[Source | None, int, Span | None, Via]]
    beside: list[int | None]
    told: dict[Hashable, Any]

    def placed(self, start: int, cues: list[Cue]) -> Iterator[Attribution]:
        """Yield them for a part that starts at `start` and has those cues."""
        for source, number, content, via in self.attributions:
            cue = cues[number]
            yield Attribution(source and source.placed(start), cue, content and content.moved(start), via, cue.sentence)


def _placed(joined: _Joined, part: Part, cues: list[Cue]) -> list[Attribution]:
    """Return the attributions of a part, whose cues are those given, as they stand in the story."""
    return part.kept_here(joined.told, lambda: list(joined.placed(part.start, cues)))


def _in_part(analysis: Analysis, part: Part, cues: list[Cue]) -> _Joined:
    """Return the attributions of a part, whose cues are those given."""
    of = tuple([cue.first - part.word for cue in cues])
    joined: _Joined | None = part.known.get(_Joined)
    if joined is None or joined.cues != of:
        alone = part.analysis(analysis)
        own = [cue.placed(-part.start, -part.sentence, -part.word) for cue in cues]
        joined = _Joined(of, list(_join(alone, own)), [], {})
        joined.beside.extend(beside_quotations(alone, list(joined.placed(0, own))))
        part.known[_Joined] = joined
    part.told = joined.told
    return joined


def _join(analysis: Analysis, cues: list[Cue]) -> Iterator[tuple[Source | None, int, Span | None, Via]]:
    """Yield what is attributed in a text: the source, the number of its cue, the content, and how it is attributed."""
    earlier: Source | None = None
    sentence = -1
    for number, cue in enumerate(cues):
        if cue.sentence != sentence:
            earlier, sentence = None, cue.sentence
        source, behind = source_of(analysis, cue, earlier)
        if source is None and cue.lemma in _bare_acts():
            continue  # “Thank you”: nobody is reported
        if cue.lemma in _counts() and not _keeps_count(analysis, source):
            continue  # “Marsh posted 20 points”: no body that keeps count
        content = inside_parenthetical(analysis, cue, _content(analysis, cue, source, behind))
        yield source, number, content, _via(cue, source)
        earlier = source or earlier


@cache
def _bare_acts() -> frozenset[str]:
    """Verbs that report what somebody did by speaking and nothing else: they attribute to somebody or not at all."""
    lexicon = cue_lexicon()
    return (
        frozenset(lexicon.speech_acts.values())
        - frozenset(lexicon.saying.values())
        - frozenset(lexicon.evidence.values())
    )


@cache
def _counts() -> frozenset[str]:
    """Verbs that attribute only where a body that keeps count is their subject."""
    lexicon = cue_lexicon()
    return frozenset(lexicon.counting.values()) - frozenset(lexicon.saying.values())


def _keeps_count(analysis: Analysis, source: Source | None) -> bool:
    """Whether a source is one that counts by calling: a body, an office, a document, or a trade without a name."""
    if source is None:
        return False
    return source.type in _COUNTERS or (source.type == "person" and not analysis.slice(source.span).istitle())


def is_sourcing(attribution: Attribution) -> bool:
    """Whether an attribution sources what it covers: somebody or something says or shows it.

    An infinitive (“to report”) says that somebody may or should, not that he did.
    """
    cue = attribution.cue
    if cue is None or cue.kind == "phrase":
        return True
    return attribution.source is not None and cue.finite


def _via(cue: Cue, source: Source | None) -> Via:
    if cue.kind == "phrase":
        return "phrase"
    return "document" if source is not None and source.type == "document" else "cue"


def _content(analysis: Analysis, cue: Cue, source: Source | None, behind: bool) -> Span | None:
    """Return what the cue attributes: what follows it, or what stands before it where it closes the sentence."""
    words = analysis.words
    sentence = analysis.sentences[cue.sentence]
    first, before = sentence.first, cue.first
    after = cue.last
    if source and behind:
        after = max(after, words.at(source.span.end - 1) + 1)
    elif source:
        before = min(before, words.at(source.span.start))
    begin = after + 1 if after + 1 < sentence.last and words.lower[after] == "," else after
    rest = Span(words.start[begin], sentence.span.end) if after < sentence.last and words.lower[after] != ")" else None
    spoken_before = before - first >= _FEWEST_SPOKEN and words.lower[before - 1] in _BEFORE_CUE
    if behind and source and words.lower[cue.last] == "by":
        return sentence.span  # “Some 40 bolts were found by the inspectors to be loose.”
    if spoken_before and _is_adjunct(analysis, first, before):
        return sentence.span if rest else None
    if cue.kind == "phrase":
        return sentence.span if before - first >= _FEWEST_SPOKEN else rest
    if rest and not spoken_before and not _ends_clause(analysis, cue, after):
        return rest
    if rest and spoken_before and words.lower[after] == ",":
        return sentence.span  # “The kitchen cost £46,000, the court heard, and …”
    if rest and _is_clause(analysis, after, sentence.last):
        return sentence.span if _is_clause(analysis, first, before) else rest
    return Span(sentence.span.start, words.end[before - 1]) if before > first else None


def _ends_clause(analysis: Analysis, cue: Cue, after: int) -> bool:
    """Whether a passive cue with nothing but a day or a place behind it closes what it attributes."""
    return cue.lemma in {"tell", "hear"} and not _is_clause(analysis, after, analysis.sentences[cue.sentence].last)


def _is_adjunct(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words are an opening phrase of time or place, which nobody said: “In its report, the firm …”."""
    words = analysis.words
    return words.lower[first] in grammar.PREPOSITIONS and not _is_clause(analysis, first, last)


def _is_clause(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words hold a verb or a quotation, so that something is told in them."""
    words = analysis.words
    return any(
        word in grammar.QUOTES or word in grammar.AUXILIARIES or word in grammar.COMMON_VERBS or word.endswith("ed")
        for word, text in zip(words.lower[first:last], words.text[first:last], strict=True)
        if text != "May"
    )
