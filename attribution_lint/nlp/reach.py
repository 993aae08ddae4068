"""Reach: which source a figure rests on, from its own sentence or carried on from another.

A source carries until the text leaves it. What marks the leaving was read off published news: another speaker, a
change of subject at a new paragraph, a figure of another sort. A poll or a report carries further than a speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import regex

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Analysis, Attribution, Figure
from attribution_lint.nlp.attributions import is_sourcing
from attribution_lint.nlp.exemptions import Exemption, exemption_for
from attribution_lint.packs import shipped_lexicon

_POLL_REACH = 10  # blocks
_FILING_REACH = 3
_DOCUMENT_REACH = 2
_NEAR = 2
_FILED = frozenset({"money", "count", "magnitude"})
_TABLE_REACH = 15
_SHORT_LINE = 60  # code points
_LISTED = frozenset({"item", "cell"})
_LATER_SOURCE = regex.compile(
    r"Sources?:|(?:That|This|Those|These|The|Its|All) (?:[\w’'-]+ ){0,4}?"
    r"(?:comes? from|(?:is|are|was|were) (?:all )?(?:from|according to|compiled by|collected by|based on|"
    r"published (?:by|in)|released by|drawn from|taken from|the (?:main )?(?:findings?|conclusions?) of))\b"
)
_SHARES = frozenset({"percent", "points", "share", "ratio", "fraction", "score", "multiple"})
_RESULTS = frozenset({"count", "magnitude", "percent", "points", "score", "share", "money"})
_CONTINUERS = frozenset(
    (
        "he she they it that those this these of among another also both his her their its such others however still "
        "and but overall altogether combined separately similarly meanwhile"
    ).split()
)
_COMPARED = regex.compile(
    r"(?:\b(?:up|down)(?: sharply| slightly)? from|\bfrom|\bcompared (?:with|to)|\bagainst|\bto|"
    r"\b(?:an?|the) (?:rise|increase|fall|drop|gain|decline|decrease|jump|loss|difference) of)"
    r"(?: (?:about|around|some|nearly|roughly|more than|almost|just))?\s+$",
    regex.I,
)
_POINTERS = frozenset({"the", "this", "that", "these", "those"})
_SPEAKER_LABEL = regex.compile(
    r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|Q|A|[A-Z][a-z]+ [A-Z][a-z]+): (?=[“\"A-Z])(?=.{60})", regex.S
)
_PAST_YEAR = regex.compile(r"\b(?:in|since|from|of|than) (?:19|20)\d\d\b")


@cache
def _pattern(lexicon: str) -> regex.Pattern[str]:
    """A pattern for the entries of a lexicon, whole words in any case."""
    entries = sorted(shipped_lexicon(lexicon), key=len, reverse=True)
    return regex.compile(r"\b(?:" + "|".join(regex.escape(e).replace(r"\ ", " ") for e in entries) + r")\b", regex.I)


def settle(analysis: Analysis, exemptions: Sequence[Exemption]) -> None:
    """Give every figure of the story its status, its reason and the attribution that it rests on."""
    reader = _Reader(analysis)
    for figure in analysis.figures:
        if reader.attribute(figure):
            continue
        exemption = exemption_for(analysis, figure, exemptions)
        if figure.soft:
            continue
        if exemption is not None and not exemption.soft:
            reader.exempt(figure, exemption)
        elif reader.carry(figure) or reader.carry_exemption(figure):
            continue
        elif exemption is not None:
            figure.soft, figure.reason, figure.exempted_by = True, exemption.reason, exemption.code
        else:
            reader.soften(figure)
    reader.carry_from_equals()


def _is_round(value: float) -> bool:
    """Whether a number has one digit that counts (5 million, 300): such numbers agree by chance."""
    return len(f"{value:.12g}".replace(".", "").rstrip("0")) < 2


def _last_within(blocks: list[int], block: int, reach: int) -> bool:
    """Whether one of the sorted `blocks` is `block` or stands at most `reach` blocks before it."""
    at = bisect_left(blocks, block + 1)
    return bool(at) and block - blocks[at - 1] <= reach


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one sort: a like unit, or the same things counted."""
    if one.unit or other.unit:
        return one.unit == other.unit or {one.kind, other.kind} <= _SHARES
    return one.noun == other.noun != "" or (one.kind == other.kind and one.kind in _SHARES | {"score"})


class _Reader:
    """Walks through the figures of one story and remembers what has been sourced so far."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.by_sentence: dict[int, list[int]] = {}
        for number, attribution in enumerate(analysis.attributions):
            self.by_sentence.setdefault(attribution.sentence, []).append(number)
        self.settled: dict[int, list[Figure]] = {}
        self.carrying: set[str] = set()
        self.lede = next((n for n, block in enumerate(analysis.blocks) if block.kind != "heading"), 0)
        self.poll_blocks = self._blocks_with(_pattern("poll-words"))
        self.is_poll_story = bool(self.poll_blocks) and self.poll_blocks[0] <= self.lede + 1
        self.later_sources = [
            number
            for number, sentence in enumerate(analysis.sentences)
            if _LATER_SOURCE.match(analysis.text, sentence.span.start, sentence.span.end)
        ]
        self.filing_blocks = self._blocks_with(_pattern("filing-words"))

    def attribute(self, figure: Figure) -> bool:
        """Attribute a figure by its own sentence, its quotation or a link; return whether it could be."""
        return (
            self._by_quotation(figure)
            or self._by_label(figure)
            or self._by_cue(figure)
            or self._by_link(figure)
            or self._by_mention(figure)
        )

    def carry(self, figure: Figure) -> bool:
        """Carry a source on to a figure; return whether one reaches it."""
        return (
            self._in_headline(figure)
            or self._by_comparison(figure)
            or self._by_poll(figure)
            or self._by_run(figure)
            or self._by_speaker(figure)
            or self._by_document(figure)
            or self._by_filing(figure)
            or self._by_list(figure)
            or self._by_later(figure)
        )

    def exempt(self, figure: Figure, exemption: Exemption) -> None:
        """Exempt a figure."""
        self._settle(figure, "exempt", exemption.reason, None)
        figure.exempted_by = exemption.code
        if exemption.carries:
            self.carrying.add(exemption.code)

    def carry_exemption(self, figure: Figure) -> bool:
        """Exempt a figure that goes on with a list of results or prices; return whether it does."""
        for number in (figure.sentence, figure.sentence - 1, figure.sentence - 2):
            for other in self.settled.get(number, ()):
                if (
                    other.exempted_by in self.carrying
                    and other.unit == figure.unit
                    and figure.kind in _RESULTS
                    and figure.block - other.block <= 1
                ):
                    figure.exempted_by = other.exempted_by
                    return self._settle(figure, "exempt", other.reason, None)
        return False

    def soften(self, figure: Figure) -> None:
        """Grade an open figure as soft where a source stands so near that most desks would let it go."""
        if figure.block <= self.lede:
            figure.soft, figure.reason = True, "a lede may be sourced below"
        elif self._source_before(figure):
            figure.soft, figure.reason = True, "a source in the sentence before"

    def carry_from_equals(self) -> None:
        """Carry to an open figure what sources the same figure elsewhere in the story."""
        sourced: dict[tuple[float, str], Figure] = {}
        for figure in self.analysis.figures:
            if figure.value is not None and figure.status in {"attributed", "carried"} and figure.kind != "vague":
                sourced.setdefault((figure.value, figure.unit), figure)
        for figure in self.analysis.figures:
            if figure.status != "unattributed" or figure.value is None or figure.value < 5:
                continue
            twin = sourced.get((figure.value, figure.unit))
            if twin is not None and (figure.noun == twin.noun != "" or not _is_round(figure.value)):
                figure.status, figure.reason, figure.attribution = (
                    "carried",
                    "the same figure elsewhere",
                    twin.attribution,
                )

    # the figure's own sentence

    def _by_quotation(self, figure: Figure) -> bool:
        quotation = self.analysis.quotation_at(figure.span.start)
        if quotation is None or quotation.speaker is None:
            return False
        return self._settle(figure, "attributed", "in a quotation", quotation.attribution)

    def _by_label(self, figure: Figure) -> bool:
        """A paragraph of a transcript that opens with who speaks: “MOSS: We lost 40 percent.”"""
        block = self.analysis.blocks[figure.block].span
        label = _SPEAKER_LABEL.match(self.analysis.text, block.start, block.end)
        if label is None or figure.span.start < label.end():
            return False
        return self._settle(figure, "attributed", "spoken in a transcript", None)

    def _by_cue(self, figure: Figure) -> bool:
        for number in self.by_sentence.get(figure.sentence, ()):
            attribution = self.analysis.attributions[number]
            if not self._covers(attribution, figure):
                continue
            if attribution.source_type == "vague" and attribution.via == "cue":
                figure.soft, figure.reason = True, "a vague source"
            else:
                return self._settle(figure, "attributed", "in the sentence", number)
        return False

    def _covers(self, attribution: Attribution, figure: Figure) -> bool:
        if attribution.cue is None or not is_sourcing(attribution):
            return False
        if attribution.source is not None and attribution.source.span.covers(figure.span):
            return attribution.source.type == "document" or self._counts_source(attribution.source.span, figure)
        return attribution.content is None or attribution.content.covers(figure.span)

    def _counts_source(self, source: Span, figure: Figure) -> bool:
        """Whether the figure says how many speak (“nearly 140 members said”), not something about them."""
        return "," not in self.analysis.text[source.start : figure.span.start].strip(" ,")

    def _by_link(self, figure: Figure) -> bool:
        block = self.analysis.blocks[figure.block]
        sentence = self.analysis.sentences[figure.sentence].span
        if any(link.span.overlaps(sentence) for link in block.links):
            return self._settle(figure, "attributed", "a link in the sentence", None)
        return False

    def _by_mention(self, figure: Figure) -> bool:
        """A document named in the sentence without a cue: “in a survey of …”, “filings”, “census figures”."""
        sentence = self.analysis.sentences[figure.sentence].span
        mention = _pattern("source-mentions").search(self.analysis.text, sentence.start, sentence.end)
        if mention is None or Span(*mention.span()).overlaps(figure.span):
            return False
        return self._settle(figure, "attributed", f"“{mention.group()}” in the sentence", None)

    # other sentences

    def _in_headline(self, figure: Figure) -> bool:
        block = self.analysis.blocks[figure.block]
        if block.kind == "heading":
            return self._settle(figure, "carried", "a headline is sourced by its story", None)
        return False

    def _by_comparison(self, figure: Figure) -> bool:
        """The other end of a change goes with the figure before it: “2,425, a rise of 150”, “up from 90”."""
        sentence = self.analysis.sentences[figure.sentence].span
        lead = self.analysis.text[max(sentence.start, figure.span.start - 40) : figure.span.start]
        if not _COMPARED.search(lead):
            return False
        for other in self.settled.get(figure.sentence, ()):
            if other.span.end <= figure.span.start and figure.span.start - other.span.end < 80:
                figure.exempted_by = other.exempted_by
                return self._settle(figure, other.status, other.reason, other.attribution)
        return False

    def _by_poll(self, figure: Figure) -> bool:
        if figure.kind not in _SHARES:
            return False
        sentence = self.analysis.sentences[figure.sentence].span
        if _PAST_YEAR.search(self.analysis.text, sentence.start, sentence.end):
            return False  # a look back leaves the poll of the day
        talks = _pattern("poll-talk").search(self.analysis.text, sentence.start, sentence.end) is not None
        if (self.is_poll_story and talks) or _last_within(
            self.poll_blocks, figure.block, _POLL_REACH if talks else _NEAR
        ):
            return self._settle(figure, "carried", "a poll named above", None)
        return False

    def _by_filing(self, figure: Figure) -> bool:
        """A filing, an audit or records that the story works through go on for some paragraphs."""
        if figure.kind in {"money", "count", "magnitude"} and _last_within(
            self.filing_blocks, figure.block, _FILING_REACH
        ):
            return self._settle(figure, "carried", "a filing named above", None)
        return False

    def _by_run(self, figure: Figure) -> bool:
        """A run of figures of one sort goes on with the source of the first."""
        for number in (figure.sentence, figure.sentence - 1):
            for other in self.settled.get(number, ()):
                if (
                    other.status in {"attributed", "carried"} and other.attribution is not None
                ) or other.status == "carried":
                    if number == figure.sentence and _alike(other, figure):
                        return self._settle(figure, "carried", "beside a sourced figure", other.attribution)
                    if other.block == figure.block and _alike(other, figure):
                        return self._settle(figure, "carried", "goes on from the sentence before", other.attribution)
        return False

    def _by_speaker(self, figure: Figure) -> bool:
        """The sentence before, in the same paragraph, is attributed and this one goes on with it."""
        attribution = self._speaker_before(figure)
        if attribution is None or not self._continues(figure):
            return False
        return self._settle(figure, "carried", "the speaker goes on", attribution)

    def _source_before(self, figure: Figure) -> bool:
        """Whether the sentence before is sourced and tells a figure, as this one does.

        Across a paragraph only a document or a phrase such as “according to” counts.
        """
        number = figure.sentence - 1
        if not any(other.status == "attributed" for other in self.settled.get(number, ())):
            return False
        return self._speaker_before(figure) is not None or any(
            is_sourcing(self.analysis.attributions[found]) and self.analysis.attributions[found].via != "cue"
            for found in self.by_sentence.get(number, ())
        )

    def _speaker_before(self, figure: Figure) -> int | None:
        """Return the sourcing attribution of the sentence before in the same paragraph, if there is one."""
        number = figure.sentence - 1
        if number < 0 or self.analysis.sentences[number].block != figure.block:
            return None
        for attribution in self.by_sentence.get(number, ()):
            if is_sourcing(self.analysis.attributions[attribution]):
                return attribution
        return None

    def _by_document(self, figure: Figure) -> bool:
        """A report, a tally or an analysis that sourced figures of this sort in the paragraphs before goes on."""
        for number in range(figure.sentence - 1, -1, -1):
            if self.analysis.sentences[number].block < figure.block - _DOCUMENT_REACH:
                break
            for other in self.settled.get(number, ()):
                if _alike(other, figure) and other.status != "exempt" and self._is_documented(other):
                    return self._settle(figure, "carried", "the document goes on", other.attribution)
        return False

    def _by_list(self, figure: Figure) -> bool:
        """An item or a table cell goes with the sourced paragraph that introduces the list."""
        blocks = self.analysis.blocks
        if blocks[figure.block].kind not in _LISTED:
            return False
        lead = figure.block
        while lead >= 0 and blocks[lead].kind in _LISTED:
            lead -= 1
        for number in range(self.analysis.sentence_at(max(blocks[lead].span.end - 1, 0)), -1, -1):
            if lead < 0 or self.analysis.sentences[number].block != lead:
                return False
            for attribution in self.by_sentence.get(number, ()):
                if is_sourcing(self.analysis.attributions[attribution]):
                    return self._settle(figure, "carried", "the list is sourced above", attribution)
        return False

    def _by_later(self, figure: Figure) -> bool:
        """A sentence behind the figure names the source of what was just told: “The figures come from …”."""
        for number in self.later_sources:
            sentence = self.analysis.sentences[number]
            reach = _TABLE_REACH if self._is_listed(figure.block) else 1
            if number > figure.sentence and sentence.block - figure.block <= reach:
                found = self.by_sentence.get(number, [None])
                return self._settle(figure, "carried", "sourced in a sentence below", found[0])
        return False

    def _is_listed(self, block: int) -> bool:
        """Whether a block is a line of a table or a list: marked as one, or too short to be a paragraph."""
        found = self.analysis.blocks[block]
        return found.kind in _LISTED or found.span.end - found.span.start < _SHORT_LINE

    def _is_documented(self, figure: Figure) -> bool:
        if figure.attribution is None:
            return figure.status == "attributed"
        attribution = self.analysis.attributions[figure.attribution]
        return attribution.source_type in {"document", "organisation"} or attribution.via in {"phrase", "document"}

    def _continues(self, figure: Figure) -> bool:
        """Whether the figure's sentence opens in a way that takes up the sentence before."""
        words = self.analysis.words
        sentence = self.analysis.sentences[figure.sentence]
        first = sentence.first
        while first < sentence.last and not words.text[first][0].isalnum():
            first += 1
        if first >= sentence.last:
            return False
        word = words.lower[first]
        if word in _POINTERS and first + 1 < sentence.last and words.lower[first + 1] in shipped_lexicon("anaphors"):
            return True
        return word in _CONTINUERS

    def _blocks_with(self, pattern: regex.Pattern[str]) -> list[int]:
        blocks = self.analysis.blocks
        return [
            n for n, block in enumerate(blocks) if pattern.search(self.analysis.text, block.span.start, block.span.end)
        ]

    def _settle(self, figure: Figure, status: str, reason: str, attribution: int | None) -> bool:
        figure.status = status  # type: ignore[assignment]
        figure.reason, figure.attribution = reason, attribution
        self.settled.setdefault(figure.sentence, []).append(figure)
        return True
