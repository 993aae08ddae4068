"""The analysis of a text in steps, and the same as one component for any spaCy pipeline.

The steps run in order; each reads what those before it left on the analysis and adds its own part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from attribution_lint.nlp.tokens import words_in  # before anything else of spaCy

# isort: split
from spacy.language import Language
from spacy.tokens import Doc

from attribution_lint.formats.plain import paragraphs
from attribution_lint.formats.prose import Block, Prose
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import KEY, Analysis
from attribution_lint.nlp.attributions import find_attributions
from attribution_lint.nlp.cues import find_cues
from attribution_lint.nlp.exemptions import Exemption, shipped_exemptions
from attribution_lint.nlp.figures import find_figures
from attribution_lint.nlp.quotations import find_quotations
from attribution_lint.nlp.reach import settle
from attribution_lint.nlp.sentences import find_sentences
from attribution_lint.nlp.words import words_of


@dataclass(slots=True)
class Analysed:
    """A text with its analysis in `user_data`, as in a spaCy Doc; the Doc itself would cost more than all its words."""

    user_data: dict[str, Any]


def analyse(prose: Prose, exemptions: Sequence[Exemption] | None = None) -> Analysed:
    """Return the analysis of a draft's prose, in its `user_data`.

    `exemptions` are those in force, all shipped ones if not given.
    """
    analysis = Analysis(prose.text, prose.blocks, words_in(prose.text))
    _run(analysis, shipped_exemptions() if exemptions is None else exemptions)
    return Analysed({KEY: analysis})


def _run(analysis: Analysis, exemptions: Sequence[Exemption]) -> None:
    analysis.sentences = find_sentences(analysis)
    analysis.quotations = find_quotations(analysis)
    analysis.figures = find_figures(analysis)
    analysis.cues = find_cues(analysis)
    analysis.attributions = find_attributions(analysis)
    settle(analysis, exemptions)


@Language.factory("attribution_lint", default_config={"keep_analysis": False})
def attribution_lint(nlp: Language, name: str, keep_analysis: bool) -> Callable[[Doc], Doc]:
    """The analysis as a component, for `nlp.add_pipe("attribution_lint")`; what it finds stands in `doc.spans`.

    `keep_analysis` leaves the analysis object in `doc.user_data`; such a Doc cannot be written to bytes.
    """

    def run(doc: Doc) -> Doc:
        blocks = tuple(Block(span, span) for span in paragraphs(doc.text))
        analysis = Analysis(doc.text, blocks, words_of(doc))
        _run(analysis, shipped_exemptions())
        for group, spans in _groups(analysis):
            _keep(doc, group, spans)
        if keep_analysis:
            doc.user_data[KEY] = analysis
        return doc

    return run


def _groups(analysis: Analysis) -> Iterator[tuple[str, Iterable[Span]]]:
    """Yield what was found by the names of spaCy's span groups."""
    found = analysis.attributions
    yield "quotes", (quotation.span for quotation in analysis.quotations)
    yield "figures", (figure.span for figure in analysis.figures)
    yield "cues", (cue.span for cue in analysis.cues)
    yield "sources", (attribution.source.span for attribution in found if attribution.source)
    yield "attributions", (attribution.content for attribution in found if attribution.content)


def _keep(doc: Doc, group: str, spans: Iterable[Span]) -> None:
    """Store spans as a spaCy span group; one that splits a token is widened to it."""
    found = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans)
    doc.spans[group] = [span for span in found if span is not None]
