"""Sources that name nobody: experts, critics, studies; and a bare “sources”."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.occurrences import occurrences
from attribution_lint.checks.speech import names_somebody, plain, source_words
from attribution_lint.model import Finding, Rule
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, analysis_of
from attribution_lint.packs import shipped_lexicon

_EMBEDS = ("pic.twitter.com/", "//t.co/")  # somebody else's post, as it was set
_BARE = frozenset({"source", "sources", "insider", "insiders"})
_BEFORE_HEAD = frozenset({"some", "many", "most", "several", "few", "other", "numerous", "certain", "various", "all"})
_CLAUSE_OPENERS = grammar.COORDINATORS | {"that", "though", "although", "while", "as", "because", "to", "of", "by"}


def vague(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield sources of the rule's lexicon that stand for nobody, unless the passage names who is meant.

    `reach` is how many paragraphs behind, and before, may name them. Rests on Wikipedia's guide to weasel words,
    which accepts such a phrase where the paragraph attributes.
    """
    analysis = analysis_of(doc)
    (heads,) = rule.lexicons.values()
    for attribution in plain(doc):
        source = attribution.source
        assert source is not None
        words = source_words(analysis, attribution)
        if words[-1] not in heads or not all(_opens(word) for word in words[:-1]):
            continue
        if _has_link(analysis, attribution) or _is_named(analysis, attribution, int(rule.options["reach"])):
            continue
        if _is_modified(analysis, attribution) or not _opens_clause(analysis, attribution):
            continue
        yield Finding(source.span, values={"source": analysis.slice(source.span)})


def hearsay(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the phrases of the rule's lexicons that hide who says it, where nothing in the sentence tells.

    Rests on Wikipedia's guide to weasel words and on the BBC's rule to attribute what was not gathered in-house.
    """
    analysis = analysis_of(doc)
    sourced = {attribution.sentence for attribution in plain(doc)}
    credited = {
        analysis.sentences[attribution.sentence].block
        for attribution in analysis.attributions
        if attribution.source_type == "media"
    }
    for lexicon in rule.lexicons.values():
        for span in occurrences(analysis.text, lexicon):
            number = analysis.sentence_at(span.start)
            sentence = analysis.sentences[number]
            block = analysis.blocks[sentence.block]
            if (
                number in sourced
                or sentence.block in credited
                or block.kind == "heading"
                or analysis.quotation_at(span.start) is not None
            ):
                continue
            if any(link.span.overlaps(sentence.span) for link in block.links):
                continue
            if any(sign in analysis.slice(block.span) for sign in _EMBEDS):
                continue
            yield Finding(span, values={"text": analysis.slice(span)})


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
        if not alone or _is_modified(analysis, attribution):
            told = True
        elif not told and words[0] not in {"the", "that", "this", "those", "these"}:
            yield Finding(source.span, values={"source": analysis.slice(source.span)})


def _opens(word: str) -> bool:
    """Whether a word before the head leaves it as vague as it was."""
    return word in _BEFORE_HEAD or word in shipped_lexicon("vague-modifiers")


def _opens_clause(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether the source opens a clause; in “the rout many pundits forecast” it stands in a relative clause."""
    assert attribution.source is not None
    words = analysis.words
    first = words.at(attribution.source.span.start)
    if first == analysis.sentences[attribution.sentence].first:
        return True
    before = words.lower[first - 1]
    return not before[0].isalnum() or before in _CLAUSE_OPENERS


def _has_link(analysis: Analysis, attribution: Attribution) -> bool:
    sentence = analysis.sentences[attribution.sentence]
    return any(link.span.overlaps(sentence.span) for link in analysis.blocks[sentence.block].links)


def _is_modified(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether words right behind the source tell more of it: “sources close to the talks”, “critics such as …”."""
    assert attribution.source is not None
    words = analysis.words
    after = words.at(attribution.source.span.end - 1) + 1
    if after >= len(words):
        return False
    if words.lower[after] == "," and after + 1 < len(words):
        after += 1
    return words.lower[after] in grammar.PREPOSITIONS - {"on", "after", "before"} or words.lower[after] in {
        "who",
        "familiar",
        "close",
        "including",
        "briefed",
        "whose",
        "such",
        "inside",
        "led",
    }


def _is_named(analysis: Analysis, attribution: Attribution, reach: int) -> bool:
    """Whether the paragraphs around name somebody as a source, or the sentence goes on to name them."""
    block = analysis.sentences[attribution.sentence].block
    for other in analysis.attributions:
        distance = analysis.sentences[other.sentence].block - block
        if other is not attribution and -1 <= distance <= reach and names_somebody(analysis, other):
            if distance < 0 or other.sentence < attribution.sentence:
                continue
            return True
    return False
