"""What the checks of sources and quotations share: the attributions that are plain beyond doubt.

The analysis looks for every source that a figure could rest on; a rule that finds fault with a source may only
look at those whose source stands right at a verb of saying or behind a phrase such as “according to”.
"""

from __future__ import annotations

from functools import cache
from itertools import compress

from attribution_lint.model import Span
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Attribution, Quotation, analysis_of
from attribution_lint.nlp.answers import of_each_attribution
from attribution_lint.nlp.cues.lexicon import cue_lexicon
from attribution_lint.nlp.nouns import can_be_source_word

TEXT_BLOCKS = frozenset({"paragraph", "quote", "item"})
"""The kinds of block that hold running text."""

_KEY = "attribution_lint.plain"
_FARTHEST = 3
_PHRASES = frozenset({"according to", "as per", "citing", "quoting", "in the words of", "reported by", "cited by"})
_GAP_WORDS = frozenset({",", "who", "also", "had", "has", "have"})


@cache
def _lemmas() -> frozenset[str]:
    lexicon = cue_lexicon()
    return frozenset(lexicon.saying.values()) | frozenset(lexicon.evidence.values())


def plain(doc: AnalysedDoc) -> list[Attribution]:
    """Return the attributions of running text whose source stands at its cue, outside quotations and headings.

    They are kept on the Doc, since most rules of sources ask for them.
    """
    found = doc.user_data.get(_KEY)
    if found is None:
        analysis = analysis_of(doc)
        found = list(compress(analysis.attributions, of_each_attribution(analysis, is_plain)))
        doc.user_data[_KEY] = found
    assert isinstance(found, list)
    return found


def is_plain(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether an attribution has a source right at a cue of saying or showing, in running text, not in a quotation."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return False
    sentence = analysis.sentences[attribution.sentence]
    if not is_text(analysis, sentence.block):
        return False
    if cue.kind == "phrase":
        if cue.lemma not in _PHRASES:
            return False
    elif cue.lemma not in _lemmas() or _may_be_noun(analysis, attribution):
        return False
    if analysis.quotation_at(cue.span.start) is not None:
        return False
    return _gap(analysis, attribution) <= _FARTHEST


def _may_be_noun(analysis: Analysis, attribution: Attribution) -> bool:
    """A form such as “claims” counts as a verb here only if a clause, a mark or an object pronoun follows."""
    cue = attribution.cue
    assert cue is not None
    words = analysis.words
    if words.lower[cue.first] not in cue_lexicon().nouns:
        return False
    after = words.lower[cue.last] if cue.last < len(words) else "."
    return not (
        after in grammar.SUBJECT_PRONOUNS
        or after in grammar.DETERMINERS
        or after in {"that", ",", ":", "“", '"', "''", "``", "how", "why", "whether", "."}
        or words.text[min(cue.last, len(words) - 1)][0].isupper()
    )


def _gap(analysis: Analysis, attribution: Attribution) -> int:
    """Return how many words that are no auxiliary, adverb, day or relative clause stand between source and cue."""
    cue, source = attribution.cue, attribution.source
    assert cue is not None
    assert source is not None
    words = analysis.words
    first = words.at(source.span.start)
    last = words.at(source.span.end - 1) + 1
    between = range(last, cue.first) if last <= cue.first else range(cue.last, first)
    if last < cue.first and words.lower[last] in grammar.RELATIVES:
        return 0  # “a cook who asked for a lawyer said”: the clause tells more of the source
    return sum(
        not (
            words.lower[n] in grammar.AUXILIARIES
            or words.lower[n] in grammar.DAYS
            or words.lower[n] in _GAP_WORDS
            or grammar.is_adverb(words.lower[n])
        )
        for n in between
    )


def source_words(analysis: Analysis, attribution: Attribution) -> list[str]:
    """Return the words of the source in lower case."""
    assert attribution.source is not None
    words = analysis.words
    first = words.at(attribution.source.span.start)
    return words.lower[first : words.at(attribution.source.span.end - 1) + 1]


def names_somebody(analysis: Analysis, attribution: Attribution) -> bool:
    """Whether the source of an attribution says who it is: a person, a body or a document with a name."""
    source = attribution.source
    if source is None or source.type in {"vague", "anonymous", "pronoun"}:
        return False
    text = analysis.slice(source.span)
    opens = analysis.sentences[attribution.sentence].span.start == source.span.start
    names = [word for number, word in enumerate(text.split()) if word[:1].isupper() and (number or not opens)]
    if source.type == "document":
        return bool(names) or len(text.split()) > 2
    return bool(names) or (opens and len(text.split()) == 1 and not can_be_source_word(text.lower()))


def is_text(analysis: Analysis, number: int) -> bool:
    """Whether a block is text of the story; a first line that ends like a sentence is, even if taken for a headline."""
    block = analysis.blocks[number]
    if block.kind == "heading":
        return analysis.slice(block.span).endswith(".")
    return block.kind not in {"code", "cell"}


def opening_of(analysis: Analysis, quotation: Quotation) -> Span:
    """Return the first sentence of a quotation: enough to find it, without marking a paragraph."""
    sentence = analysis.sentences[analysis.sentence_at(quotation.inner.start)].span
    return Span(quotation.span.start, max(min(quotation.span.end, sentence.end), quotation.span.start + 1))
