"""Sources that name nobody: experts, critics, studies; and a bare “sources”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution_lint.checks.media import TITLE
from attribution_lint.checks.naming import is_named
from attribution_lint.checks.occurrences import occurrences_in
from attribution_lint.checks.speech import is_text, plain, source_words
from attribution_lint.model import Finding, Rule, Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, analysis_of
from attribution_lint.nlp.cues.lexicon import cue_lexicon
from attribution_lint.nlp.parts import in_each
from attribution_lint.packs import shipped_lexicon
from attribution_lint.patterns import screened

_EMBEDS = ("pic.twitter.com/", "//t.co/")  # somebody else's post, as it was set
_WHERE_OR_BY_WHOM = screened(r"\s+(?:in|by|at|among|on|as)\b")
_CARERS = frozenset({"doctors", "physicians", "paediatricians", "pediatricians"})
_CARE = screened(
    r"\b(?:hospital|clinic|ward|surgery|operat(?:ed|ion)|treat(?:ed|ing)|injur(?:y|ies|ed)|wound(?:s|ed)|patients?|"
    r"ambulance|bedside|diagnos(?:ed|is))\b",
    re.IGNORECASE,
)
_BARE = frozenset({"source", "sources", "insider", "insiders"})
_BEFORE_HEAD = frozenset({"some", "many", "most", "several", "few", "other", "numerous", "certain", "various", "all"})
_TELLS_MORE = frozenset(
    "who involved aware privy knowledgeable connected familiar close including briefed whose such inside led treating "
    "polled".split()
)
_CLAUSE_OPENERS = grammar.COORDINATORS | {"that", "though", "although", "while", "as", "because", "to", "of", "by"}


def vague(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield sources of the rule's lexicon that stand for nobody, unless the passage names who is meant.

    They speak, or hold something to be so: “analysts believe”. `reach` is how many paragraphs behind may name them.
    Rests on Wikipedia's guide to weasel words, which accepts such a phrase where the paragraph attributes.
    """
    analysis = analysis_of(doc)
    heads = rule.lexicons["vague-sources"]
    for span in sorted({*_speaking(doc), *_believing(analysis, heads)}):
        first, last = analysis.words.at(span.start), analysis.words.at(span.end - 1) + 1
        words = analysis.words.lower[first:last]
        if words[-1] not in heads or not all(_opens(word) for word in words[:-1]):
            continue
        if _has_link(analysis, span) or is_named(analysis, span, int(rule.options["reach"])):
            continue
        if _is_modified(analysis, span) or not _opens_clause(analysis, span) or _is_anothers(analysis, span):
            continue
        if words[-1] in _CARERS and _CARE.search(analysis.text, *_around(analysis, span)):
            continue
        yield Finding(span, values={"source": analysis.slice(span)})


def _speaking(doc: AnalysedDoc) -> Iterator[Span]:
    for attribution in plain(doc):
        assert attribution.source is not None
        yield attribution.source.span


def _believing(analysis: Analysis, heads: frozenset[str]) -> Iterator[Span]:
    """Yield the vague sources right before a verb of believing, outside quotations and headings."""
    for part, found in in_each(analysis, _believing_in, heads):
        yield from (span.moved(part.start) for span in found)


def _believing_in(analysis: Analysis, heads: frozenset[str]) -> list[Span]:
    found: list[Span] = []
    if not is_text(analysis, 0):
        return found
    words = analysis.words
    believing = cue_lexicon().believing
    for sentence in analysis.sentences:
        for verb in range(sentence.first + 1, sentence.last):
            if words.lower[verb] not in believing or words.lower[verb - 1] not in heads:
                continue
            if words.lower[verb].endswith("ing") or analysis.quotation_at(words.start[verb]) is not None:
                continue
            first = verb - 1
            while first > sentence.first and _opens(words.lower[first - 1]):
                first -= 1
            found.append(words.span(first, verb))
    return found


def hearsay(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the phrases of the rule's lexicons that hide who says it, where nothing in the sentence tells.

    Rests on Wikipedia's guide to weasel words and on the BBC's rule to attribute what was not gathered in-house.
    """
    analysis = analysis_of(doc)
    sourced: dict[int, list[Span | None]] = {}
    for attribution in plain(doc):
        sourced.setdefault(attribution.sentence, []).append(attribution.content)
    credited = {
        analysis.sentences[attribution.sentence].block
        for attribution in analysis.attributions
        if attribution.source_type == "media"
        or (
            attribution.source_type == "organisation"
            and attribution.cue is not None
            and attribution.cue.lemma == "report"
        )
    }
    credits = _credits(analysis)
    for lexicon in rule.lexicons.values():
        for span in occurrences_in(analysis, lexicon):
            number = analysis.sentence_at(span.start)
            sentence = analysis.sentences[number]
            block = analysis.blocks[sentence.block]
            if (
                (
                    not _is_aside(analysis, span)
                    and any(content is None or content.covers(span) for content in sourced.get(number, ()))
                )
                or sentence.block in credited
                or _is_credited_beside(analysis, credits, number)
                or not is_text(analysis, sentence.block)
                or analysis.quotation_at(span.start) is not None
            ):
                continue
            if any(link.span.overlaps(sentence.span) for link in block.links):
                continue
            if any(sign in analysis.slice(block.span) for sign in _EMBEDS):
                continue
            if analysis.slice(span).lower().startswith("it ") and _WHERE_OR_BY_WHOM.match(analysis.text, span.end):
                continue  # “it is understood in the village”, “it is believed by many”
            if analysis.slice(span).lower().startswith(("some ", "many ")) and is_named(analysis, span, 1):
                continue
            yield Finding(span, values={"text": analysis.slice(span)})


def _is_aside(analysis: Analysis, span: Span) -> bool:
    """Whether the phrase closes the sentence behind a comma, so that it is what attributes: “…, it is understood.”"""
    before, behind = analysis.text[: span.start].rstrip()[-1:], analysis.text[span.end : span.end + 1]
    return before == "," and behind in {".", ","} and analysis.slice(span).lower().startswith("it ")


def _credits(analysis: Analysis) -> tuple[set[int], set[int]]:
    """Return the sentences that credit an outlet, and those that credit a body whose account may go on."""
    outlets, bodies = set(), set()
    for each in analysis.attributions:
        if each.source is None or each.source_type == "pronoun":
            continue
        if each.source_type == "media" or TITLE.match(analysis.slice(each.source.span)) is not None:
            outlets.add(each.sentence)
        elif each.source_type == "organisation":
            bodies.add(each.sentence)
    return outlets, bodies


def _is_credited_beside(analysis: Analysis, credits: tuple[set[int], set[int]], number: int) -> bool:
    """Whether the paragraph credits an outlet in a sentence beside this one, or a body in the one before it."""
    outlets, bodies = credits
    block = analysis.sentences[number].block
    beside = {n for n in (number - 1, number + 1) if 0 <= n < len(analysis.sentences)} & outlets
    beside |= {number - 1} & bodies
    return any(analysis.sentences[n].block == block for n in beside)


def bare(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield “a source” and “sources” with nothing said of who they are, unless an earlier mention told.

    Rests on AP's rule that an unmodified source is almost always prohibited.
    """
    analysis = analysis_of(doc)
    told = False
    for attribution in plain(doc):
        source = attribution.source
        assert source is not None
        words = source_words(analysis, attribution)
        heads = [word for word in words if word in _BARE]
        if not heads:
            continue
        alone = words[-1] in _BARE and all(word in grammar.DETERMINERS for word in words[:-1])
        if not alone or _is_modified(analysis, source.span):
            told = True
        elif not told and words[0] not in {"the", "that", "this", "those", "these"}:
            yield Finding(source.span, values={"source": analysis.slice(source.span)})


def _is_anothers(analysis: Analysis, span: Span) -> bool:
    """Whether somebody who is named tells of the source: “Bush’s team thinks that polls give him a chance”."""
    number = analysis.sentence_at(span.start)
    return any(
        each.sentence == number
        and each.content is not None
        and each.cue is not None
        and each.cue.span.end <= span.start
        and each.content.covers(span)
        and each.source is not None
        and each.source_type not in {"vague", "anonymous", "pronoun"}
        for each in analysis.attributions
    )


def _around(analysis: Analysis, span: Span) -> tuple[int, int]:
    """Return where the sentence before that of `span` starts and where its own ends: doctors of somebody told of."""
    number = analysis.sentence_at(span.start)
    return analysis.sentences[max(number - 1, 0)].span.start, analysis.sentences[number].span.end


def _opens(word: str) -> bool:
    """Whether a word before the head leaves it as vague as it was."""
    return word in _BEFORE_HEAD or word in shipped_lexicon("vague-modifiers")


def _opens_clause(analysis: Analysis, span: Span) -> bool:
    """Whether the source opens a clause; in “the rout many pundits forecast” it stands in a relative clause."""
    words = analysis.words
    first = words.at(span.start)
    if first == analysis.sentences[analysis.sentence_at(span.start)].first:
        return True
    before = words.lower[first - 1]
    return not before[0].isalnum() or before in _CLAUSE_OPENERS


def _has_link(analysis: Analysis, span: Span) -> bool:
    sentence = analysis.sentences[analysis.sentence_at(span.start)]
    return any(link.span.overlaps(sentence.span) for link in analysis.blocks[sentence.block].links)


def _is_modified(analysis: Analysis, span: Span) -> bool:
    """Whether words right behind the source tell more of it: “sources close to the talks”, “critics such as …”."""
    words = analysis.words
    after = words.at(span.end - 1) + 1
    if after >= len(words):
        return False
    if words.lower[after] == "," and after + 1 < len(words):
        after += 1
    return words.lower[after] in grammar.PREPOSITIONS - {"on", "after", "before"} or words.lower[after] in _TELLS_MORE
