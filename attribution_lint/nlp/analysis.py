"""What the analysis knows of a story: words, sentences, quotations, figures, cues, sources, attributions.

Each component adds its part. All spans are prose offsets; word numbers index `Words`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from msgspec import Struct, field

from attribution_lint.formats.prose import Block
from attribution_lint.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, SpanGroup

SourceType = Literal[
    "person", "official", "organisation", "document", "media", "anonymous", "vague", "pronoun", "unknown"
]
Via = Literal[
    "cue",  # somebody said, wrote, estimated …
    "phrase",  # according to, citing, in the words of …
    "document",  # data show, the report found …
    "quotation",  # a quotation with its speaker
    "link",  # a link or a footnote
    "source-line",  # "Source: …" under a table or a caption
]
FigureStatus = Literal["attributed", "carried", "exempt", "unattributed"]


class Words(Struct):
    """The tokens that are not white space, as parallel lists."""

    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.text)

    def at(self, offset: int) -> int:
        """The number of the first word that ends after `offset`."""
        return bisect_right(self.end, offset)

    def span(self, first: int, last: int) -> Span:
        """The prose span of the words `first` up to and without `last`."""
        return Span(self.start[first], self.end[last - 1])


class Sentence(NamedTuple):
    """A sentence: the words `first` up to and without `last`, in the block of that number."""

    span: Span
    first: int
    last: int
    block: int


class Quotation(Struct):
    """A quotation: `span` with its marks, `inner` without; `continues` if the next paragraph goes on."""

    span: Span
    inner: Span
    block: int
    scare: bool = False
    continues: bool = False
    speaker: Span | None = None
    attribution: int | None = None


class Figure(Struct):
    """A checkable quantity.

    `value` and `high` are its number or its range in plain units (2.7 million is 2700000.0); `unit` is what
    the number is of by nature (%, USD, points), `noun` what is counted, in lower case. An open one may be `soft`: a
    source would be nice; or even `quiet`: hardly an editor would ask. A `slight` one (nine leagues, most of them) is
    kept only if an editor would ask.
    """

    span: Span
    kind: str
    sentence: int
    block: int
    value: float | None = None
    high: float | None = None
    unit: str = ""
    noun: str = ""
    approximate: bool = False
    vague: bool = False
    slight: bool = False
    status: FigureStatus = "unattributed"
    reason: str = ""
    attribution: int | None = None
    soft: bool = False
    quiet: bool = False
    exempted_by: str = ""

    def placed(self, start: int, sentence: int, block: int) -> Figure:
        """The same figure of a text that starts at `start`, with its first sentence and its block of those numbers."""
        return Figure(
            self.span.moved(start),
            self.kind,
            self.sentence + sentence,
            block,
            self.value,
            self.high,
            self.unit,
            self.noun,
            self.approximate,
            self.vague,
            self.slight,
        )


class Cue(NamedTuple):
    """The words that attribute: `said`, `according to`, `data show`. `lemma` is the dictionary form.

    `finite` is false for an infinitive (to report), which says that somebody may or should, not that he did.
    """

    span: Span
    lemma: str
    kind: Literal["verb", "phrase", "noun"]
    sentence: int
    first: int
    last: int
    finite: bool = True

    def placed(self, start: int, sentence: int, word: int) -> Cue:
        """The same cue of a text that starts at `start`, its first sentence and its first word of those numbers."""
        return Cue(
            self.span.moved(start),
            self.lemma,
            self.kind,
            self.sentence + sentence,
            self.first + word,
            self.last + word,
            self.finite,
        )


class Source(NamedTuple):
    """Who or what is named as the source; `head` is its main word in lower case."""

    span: Span
    head: str
    type: SourceType

    def placed(self, start: int) -> Source:
        """The same source of a text that starts at `start`."""
        return Source(self.span.moved(start), self.head, self.type)


class Attribution(NamedTuple):
    """A source, its cue and what is attributed; any of the three may be missing."""

    source: Source | None
    cue: Cue | None
    content: Span | None
    via: Via
    sentence: int

    @property
    def source_type(self) -> SourceType:
        """The kind of source, `unknown` if none is named."""
        return self.source.type if self.source else "unknown"

    def placed(self, start: int, sentence: int, word: int) -> Attribution:
        """The same attribution of a text that starts at `start`, with its first sentence and word of those numbers."""
        return Attribution(
            self.source and self.source.placed(start),
            self.cue and self.cue.placed(start, sentence, word),
            self.content and self.content.moved(start),
            self.via,
            self.sentence + sentence,
        )


class Analysis(Struct, eq=False):
    """All that is known of one story."""

    text: str
    blocks: tuple[Block, ...]
    words: Words
    sentences: list[Sentence] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    """What has been worked out of the rest, once for all who ask."""

    def text_of(self, number: int) -> str:
        """The prose of the block of that number, the same object each time."""
        texts = self.kept.get("texts")
        if texts is None:
            texts = self.kept["texts"] = [self.text[block.span.start : block.span.end] for block in self.blocks]
        text: str = texts[number]
        return text

    def forms(self) -> Counter[str]:
        """How often each word stands in the story, as it is written; counted once and not to be changed."""
        counted: Counter[str] | None = self.kept.get("forms")
        if counted is None:
            counted = self.kept["forms"] = Counter(self.words.text)
        return counted

    def slice(self, span: Span) -> str:
        """The prose of a span."""
        return self.text[span.start : span.end]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds `offset`, or of the last before it; 0 if there is none."""
        return max(bisect_right(self._starts("sentences", self.sentences), offset) - 1, 0)

    def block_at(self, offset: int) -> int:
        """The number of the block that holds `offset`, or of the last one before it; 0 if there is none."""
        return max(bisect_right(self._starts("blocks", self.blocks), offset) - 1, 0)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that `offset` lies in, marks included."""
        number = bisect_right(self._starts("quotations", self.quotations), offset) - 1
        if number >= 0 and offset < self.quotations[number].span.end:
            return self.quotations[number]
        return None

    def _starts(self, name: str, parts: Sequence[Sentence | Block | Quotation]) -> list[int]:
        """Where the parts of that name start, listed once for each list of them."""
        kept = self.kept.get(name)
        if kept is None or kept[0] is not parts or len(kept[1]) != len(parts):
            kept = self.kept[name] = parts, [part.span.start for part in parts]
        starts: list[int] = kept[1]
        return starts

    def figures_in(self, span: Span) -> list[Figure]:
        """The figures that start inside `span`, in order."""
        low = bisect_left(self.figures, span.start, key=lambda f: f.span.start)
        high = bisect_left(self.figures, span.end, key=lambda f: f.span.start)
        return self.figures[low:high]


class Annotated(Protocol):
    """What can hold an analysis: an analysed text, or a spaCy Doc whose pipeline was told to keep it."""

    user_data: dict[str, Any]


class AnalysedDoc(Annotated, Protocol):
    """An analysed text, as every check gets it.

    `analysis_of` tells what was found. spaCy's Doc and its span groups (`doc.spans["figures"]`) hold the same places;
    they are made when first asked for, and cost more than the analysis of the words.
    """

    @property
    def spacy_doc(self) -> Doc:
        """The text as a spaCy Doc."""

    @property
    def spans(self) -> Mapping[str, SpanGroup]:
        """The span groups `quotes`, `figures`, `cues`, `sources` and `attributions` of that Doc."""


KEY = "attribution_lint"


def analysis_of(doc: Annotated) -> Analysis:
    """Return the analysis that our steps left on `doc`. Raises KeyError if they have not run."""
    found = doc.user_data[KEY]
    assert isinstance(found, Analysis)
    return found
