"""The spaCy side: a blank English pipeline with our components, and the same as one factory for any pipeline.

The components run in order; each reads what those before it left on the analysis and adds its own part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from attribution_lint.nlp.lean import spacy  # before anything else of spaCy

# isort: split
from spacy.attrs import LOWER, NORM
from spacy.language import Language
from spacy.tokens import Doc

from attribution_lint.formats.plain import paragraphs
from attribution_lint.formats.prose import Block, Prose
from attribution_lint.model import Span
from attribution_lint.nlp.analysis import KEY, Analysis, analysis_of
from attribution_lint.nlp.attributions import find_attributions
from attribution_lint.nlp.cues import find_cues
from attribution_lint.nlp.exemptions import Exemption, shipped_exemptions
from attribution_lint.nlp.figures import find_figures
from attribution_lint.nlp.quotations import find_quotations
from attribution_lint.nlp.reach import settle
from attribution_lint.nlp.sentences import find_sentences
from attribution_lint.nlp.words import words_of

Component = Callable[[Doc], Doc]


def analyse(prose: Prose, exemptions: Sequence[Exemption] | None = None) -> Doc:
    """Return the Doc of a draft's prose, its analysis in `doc.user_data` and in `doc.spans`.

    `exemptions` are those in force, all shipped ones if not given.
    """
    doc = _tokenized(prose.text)
    doc.user_data[KEY] = Analysis(prose.text, prose.blocks, words_of(doc))
    for component in COMPONENTS.values():
        component(doc)
    settle(analysis_of(doc), shipped_exemptions() if exemptions is None else exemptions)
    return doc


def _sentences(doc: Doc) -> Doc:
    analysis = analysis_of(doc)
    analysis.sentences = find_sentences(analysis)
    return doc


def _quotations(doc: Doc) -> Doc:
    analysis = analysis_of(doc)
    analysis.quotations = find_quotations(analysis)
    _keep(doc, "quotes", [quotation.span for quotation in analysis.quotations])
    return doc


def _figures(doc: Doc) -> Doc:
    analysis = analysis_of(doc)
    analysis.figures = find_figures(analysis)
    _keep(doc, "figures", [figure.span for figure in analysis.figures])
    return doc


def _cues(doc: Doc) -> Doc:
    analysis = analysis_of(doc)
    analysis.cues = find_cues(analysis)
    _keep(doc, "cues", [cue.span for cue in analysis.cues])
    return doc


def _attributions(doc: Doc) -> Doc:
    analysis = analysis_of(doc)
    analysis.attributions = find_attributions(analysis)
    found = analysis.attributions
    _keep(doc, "sources", [attribution.source.span for attribution in found if attribution.source])
    _keep(doc, "attributions", [attribution.content for attribution in found if attribution.content])
    return doc


COMPONENTS: dict[str, Component] = {
    "sentences": _sentences,
    "quotes": _quotations,
    "figures": _figures,
    "cues": _cues,
    "attributions": _attributions,
}


@Language.factory("attribution_lint", default_config={"keep_analysis": False})
def attribution_lint(nlp: Language, name: str, keep_analysis: bool) -> Component:
    """All components as one, for `nlp.add_pipe("attribution_lint")`.

    `keep_analysis` leaves the analysis object in `doc.user_data`; such a Doc cannot be written to bytes.
    """

    def run(doc: Doc) -> Doc:
        if KEY not in doc.user_data:
            blocks = tuple(Block(span, span) for span in paragraphs(doc.text))
            doc.user_data[KEY] = Analysis(doc.text, blocks, words_of(doc))
        for component in COMPONENTS.values():
            component(doc)
        settle(analysis_of(doc), shipped_exemptions())
        if not keep_analysis:
            del doc.user_data[KEY]
        return doc

    return run


class _Tokenizer:
    """spaCy's English tokenizer, its own cache put to use.

    From the first exception on (`U.S.`, `don't`), spaCy keeps nothing more of a text in that cache, and so cuts most
    words anew each time. New words that hold no exception are therefore shown to it first. The tokens are the same.
    """

    def __init__(self) -> None:
        nlp = spacy.blank("en")
        # Nobody asks a word of ours whether it looks like a number or a URL; working it out takes longer than cutting.
        vocab: Any = nlp.vocab
        getters = vocab.lex_attr_getters
        vocab.lex_attr_getters = {LOWER: getters[LOWER], NORM: getters[NORM]}
        tokenizer: Any = nlp.tokenizer
        tokenizer.max_cache_size = _MOST_WORDS
        self._tokenize: Callable[[str], Doc] = tokenizer
        self._exceptions = frozenset(tokenizer.rules or ())
        self._seen: set[str] = set()

    @property
    def is_full(self) -> bool:
        """Whether it has seen so many different words that a fresh one should take its place."""
        return len(self._seen) > _MOST_WORDS

    def __call__(self, text: str) -> Doc:
        new = set(text.split()) - self._seen
        if new:
            self._seen |= new
            self._tokenize(" ".join(word for word in new if self._is_regular(word)))
        return self._tokenize(text)

    def _is_regular(self, word: str) -> bool:
        return "'" not in word and "’" not in word and word.strip(_AFFIXES) not in self._exceptions


_MOST_WORDS = 30_000  # as they stand between spaces; some four hundred stories have so many. Bounds memory.
_AFFIXES = ".,;:!?\"'()[]“”‘’—–-…$"


_LONGEST_RUN = 200
_LONG_RUN = re.compile(rf"\S{{{_LONGEST_RUN},}}")


def _tokenized(text: str) -> Doc:
    """Return the tokens of a text. A run without white space is cut up when it is longer than any word.

    spaCy takes marks off the ends of a run one by one and looks at all the rest each time: its time grows with the
    square of the run.
    """
    tokenizer = _tokenizer()
    if tokenizer.is_full:
        _tokenizer.cache_clear()
        tokenizer = _tokenizer()
    cuts = [at for run in _LONG_RUN.finditer(text) for at in range(run.start() + _LONGEST_RUN, run.end(), _LONGEST_RUN)]
    if not cuts:
        return tokenizer(text)
    parts = [tokenizer(text[start:end]) for start, end in pairwise((0, *cuts, len(text)))]
    return Doc.from_docs(parts, ensure_whitespace=False)


@cache
def _tokenizer() -> _Tokenizer:
    return _Tokenizer()


def _keep(doc: Doc, group: str, spans: list[Span]) -> None:
    """Store spans as a spaCy span group; one that splits a token is widened to it."""
    found = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans)
    doc.spans[group] = [span for span in found if span is not None]
