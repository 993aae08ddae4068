"""The analysis of a text in steps, and the same as one component for any spaCy pipeline.

The steps run in order; each reads what those before it left on the analysis and adds its own part. spaCy's Doc is the
outside of it: its tokens, and what was found in its span groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from msgspec import Struct

from attribution_lint.nlp.lean import spacy  # before anything else of spaCy

# isort: split
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from attribution_lint.formats.plain import paragraphs
from attribution_lint.formats.prose import Block, Prose
from attribution_lint.kept import begin_story
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import KEY, Analysis, analysis_of
from attribution_lint.nlp.attributions import find_attributions
from attribution_lint.nlp.cues import find_cues
from attribution_lint.nlp.exemptions import Exemption, shipped_exemptions
from attribution_lint.nlp.figures import find_figures
from attribution_lint.nlp.quotations import find_quotations
from attribution_lint.nlp.reach import settle
from attribution_lint.nlp.sentences import find_sentences
from attribution_lint.nlp.tokens import words_in
from attribution_lint.nlp.words import words_of


class Step(NamedTuple):
    """A step of the analysis: `find` returns its `part`, and reads or adds to the parts in `requires`, no others."""

    part: str
    find: Callable[[Analysis], list[Any]]
    requires: tuple[str, ...] = ()


STEPS = (
    Step("sentences", find_sentences),
    Step("quotations", find_quotations),
    Step("figures", find_figures, requires=("sentences",)),
    Step("cues", find_cues, requires=("sentences",)),
    Step("attributions", find_attributions, requires=("sentences", "quotations", "cues")),
)
"""The steps in their order, each exchangeable for another that finds the same part.

The last two find the cues and their sources: a parse in place of word lists goes there.
"""


class Analysed(Struct, dict=True):
    """A text with its analysis in `user_data`; the spaCy Doc with its span groups is made when it is asked for.

    Linting never asks: a Doc costs more than all the words of a text.
    """

    user_data: dict[str, Any]

    @cached_property
    def spacy_doc(self) -> Doc:
        """The text as `spacy.blank("en")` cuts it, with the span groups that the component `attribution_lint` fills.

        Offsets are those of the prose. It can be written to bytes, as the analysis is not in it. spaCy's time grows
        with the square of a run of characters without a space.
        """
        analysis = analysis_of(self)
        doc = _english().tokenizer(analysis.text)
        _keep_groups(doc, analysis)
        return doc

    @property
    def spans(self) -> Mapping[str, SpanGroup]:
        """The span groups `quotes`, `figures`, `cues`, `sources` and `attributions` of the spaCy Doc."""
        groups: Mapping[str, SpanGroup] = self.spacy_doc.spans
        return groups


@cache
def _english() -> Language:
    found: Language = spacy.blank("en")
    return found


def analyse(prose: Prose, exemptions: Sequence[Exemption] | None = None) -> Analysed:
    """Return a draft's prose with its analysis.

    `exemptions` are those in force, all shipped ones if not given.
    """
    analysis = Analysis(prose.text, prose.blocks, words_in(prose.text))
    _run(analysis, shipped_exemptions() if exemptions is None else exemptions)
    return Analysed({KEY: analysis})


def _run(analysis: Analysis, exemptions: Sequence[Exemption]) -> None:
    begin_story()
    for step in STEPS:
        setattr(analysis, step.part, step.find(analysis))
    settle(analysis, exemptions)


@Language.factory("attribution_lint", assigns=["doc.spans"], default_config={"keep_analysis": False})
def attribution_lint(nlp: Language, name: str, keep_analysis: bool) -> Callable[[Doc], Doc]:
    """The analysis as a component, for `nlp.add_pipe("attribution_lint")`; what it finds stands in `doc.spans`.

    It requires nothing of other components. `keep_analysis` leaves the analysis object in `doc.user_data`; such a Doc
    cannot be written to bytes.
    """

    def run(doc: Doc) -> Doc:
        blocks = tuple(Block(span, span) for span in paragraphs(doc.text))
        analysis = Analysis(doc.text, blocks, words_of(doc))
        _run(analysis, shipped_exemptions())
        _keep_groups(doc, analysis)
        if keep_analysis:
            doc.user_data[KEY] = analysis
        return doc

    return run


def _keep_groups(doc: Doc, analysis: Analysis) -> None:
    """Store what was found in `doc.spans`; a span that splits a token is widened to it."""
    for group, spans in _groups(analysis):
        found = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans)
        doc.spans[group] = [span for span in found if span is not None]


def _groups(analysis: Analysis) -> Iterator[tuple[str, Iterable[Span]]]:
    """Yield what was found by the names of spaCy's span groups."""
    found = analysis.attributions
    yield "quotes", (quotation.span for quotation in analysis.quotations)
    yield "figures", (figure.span for figure in analysis.figures)
    yield "cues", (cue.span for cue in analysis.cues)
    yield "sources", (attribution.source.span for attribution in found if attribution.source)
    yield "attributions", (attribution.content for attribution in found if attribution.content)
