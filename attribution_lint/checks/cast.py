"""How many voices a story has: one that rests on a single source says so."""

from __future__ import annotations

from collections.abc import Iterator

from attribution_lint.checks.speech import plain
from attribution_lint.model import Finding, Related, Rule
from attribution_lint.nlp import grammar
from attribution_lint.nlp.analysis import AnalysedDoc, Analysis, Source, analysis_of


def one_source(doc: AnalysedDoc, rule: Rule) -> Iterator[Finding]:
    """Yield the source of a story of at least `words` words that quotes nobody else, `attributions` times or more.

    Rests on the Reuters Handbook: a story on one source needs a second, or has to say that it has only one.
    """
    analysis = analysis_of(doc)
    if len(analysis.words) < int(rule.options["words"]):
        return
    sources = [each.source for each in analysis.attributions if each.source is not None]
    firm = [each.source for each in plain(doc) if each.source is not None]
    names = {_key(analysis, source) for source in sources if source.type != "pronoun"} - {""}
    if len(names) != 1 or len(firm) < int(rule.options["attributions"]):
        return
    (name,) = names
    said = [source for source in firm if _key(analysis, source) == name]
    if said and not any(quotation.speaker is None and not quotation.scare for quotation in analysis.quotations):
        first, *others = said
        yield Finding(
            first.span,
            values={"source": analysis.slice(first.span), "count": str(len(firm))},
            related=tuple(Related(source.span, "the same source") for source in others),
        )


def _key(analysis: Analysis, source: Source) -> str:
    """Return what tells a source from others: the last capitalised word of its name, else its main word."""
    text = analysis.slice(source.span).split(",")[0]
    names = [word.strip("’'s.()") for word in text.split() if word[:1].isupper()]
    return names[-1].lower() if names else ("" if source.head in grammar.PRONOUNS else source.head)
