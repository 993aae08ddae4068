"""Who says so: the ledger of a draft by place, for hover, definition, references, symbols, hints and the lens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attribution_lint import tracing
from attribution_lint.formats.prose import Prose
from attribution_lint.ledger import Excerpt, FigureEntry, Ledger, QuoteEntry
from attribution_lint.model import Span

_LONGEST = 60


@dataclass(frozen=True)
class Symbol:
    """A figure, a quotation or a heading for the outline of a draft; `level` is that of the heading, else 0."""

    name: str
    detail: str
    kind: str
    span: Span
    level: int = 0


@dataclass(frozen=True)
class Sourcing:
    """What a ledger says of the places of its draft. Offsets are code points of the source."""

    ledger: Ledger
    prose: Prose

    def figure_at(self, offset: int) -> FigureEntry | None:
        """The figure that the offset is in or just after."""
        return next((each for each in self.ledger.figures if _at(each.words, offset)), None)

    def quote_at(self, offset: int) -> QuoteEntry | None:
        """The quotation that the offset is in, its marks included."""
        return next((each for each in self.ledger.quotes if _at(each.words, offset) and not each.scare), None)

    def mention_at(self, offset: int) -> tuple[Excerpt, int] | None:
        """The words that name a source there, and the number of its voice."""
        for words, voice in self._mentions():
            if _at(words, offset):
                return words, voice
        return None

    def note(self, offset: int) -> tuple[str, Span] | None:
        """What there is to say of a place, as Markdown, and the words it is about."""
        figure = self.figure_at(offset)
        if figure is not None:
            return self._about_figure(figure), _span(figure.words)
        mention = self.mention_at(offset)
        if mention is not None:
            return self._about_voice(mention[1]), _span(mention[0])
        quote = self.quote_at(offset)
        if quote is not None:
            return self._about_quote(quote), _span(quote.words)
        return None

    def source_of(self, offset: int) -> Span | None:
        """Where the source of a figure or a quotation is named; for a source, where it is first named."""
        figure = self.figure_at(offset)
        mention = None if figure else self.mention_at(offset)
        if mention is not None:
            first = next(words for words, voice in self._mentions() if voice == mention[1])
            return _span(first)
        quote = None if figure else self.quote_at(offset)
        if quote is not None and quote.speaker is not None:
            return _span(quote.speaker)
        found = figure or quote
        if found is None or found.attribution is None:
            return None
        entry = self.ledger.attributions[found.attribution]
        words = entry.source or entry.cue
        return _span(words) if words else None

    def carried_from(self, offset: int, declared: bool) -> list[Span]:
        """All that the source at a place (or the source of the figure there) carries; `declared` adds its mentions."""
        voice = self._voice_at(offset)
        if voice is None:
            return []
        found = [_span(words) for words in self._carried(voice)]
        if declared:
            found += [_span(words) for words, whose in self._mentions() if whose == voice]
        return sorted(set(found))

    def symbols(self) -> list[Symbol]:
        """Headings, figures and quotations, the last two with their sources, in order of place."""
        found = [
            Symbol(_short(each.words.text), self._detail(each), "figure", _span(each.words))
            for each in self.ledger.figures
        ]
        found += [
            Symbol(_short(each.words.text), self._speaker(each) or "no speaker", "quotation", _span(each.words))
            for each in self.ledger.quotes
            if not each.scare
        ]
        for block in self.prose.blocks:
            if block.kind == "heading":
                title = _short(self.prose.text[block.span.start : block.span.end])
                found.append(Symbol(title, "", "heading", block.source, max(block.level, 1)))
        return sorted(found, key=lambda symbol: (symbol.span.start, -symbol.level))

    def hints(self, within: Span) -> Iterator[tuple[int, str, str]]:
        """Yield for each figure with a source: the offset of its end, the source, and how it is reached."""
        for each in self.ledger.figures:
            name = tracing.source_of(each, self.ledger)
            if name and within.start <= each.words.end <= within.end:
                yield each.words.end, _short(name), tracing.how(each, self.ledger)

    def counts(self) -> dict[str, int]:
        """How many figures there are of each status, quotations, quotations without a speaker, and sources."""
        figures = [each.status for each in self.ledger.figures]
        quotes = [each for each in self.ledger.quotes if not each.scare]
        return {
            "figures": len(figures),
            **{status: figures.count(status) for status in ("attributed", "carried", "exempt", "unattributed")},
            "quotations": len(quotes),
            "unspoken": sum(each.speaker is None for each in quotes),
            "sources": sum(voice.carries for voice in self.ledger.cast),
        }

    def summary(self) -> str:
        """The counts in one line."""
        counts = self.counts()
        said = ", ".join(
            f"{counts[key]} {word}"
            for key, word in (
                ("attributed", "attributed"),
                ("carried", "carried"),
                ("exempt", "exempt"),
                ("unattributed", "without a source"),
            )
            if counts[key]
        )
        quotes = _many(counts["quotations"], "quotation")
        if counts["unspoken"]:
            quotes += f" ({counts['unspoken']} without a speaker)"
        figures = _many(counts["figures"], "figure") + (f": {said}" if said else "")
        return " · ".join((figures, quotes, _many(counts["sources"], "source")))

    def _about_figure(self, figure: FigureEntry) -> str:
        name = tracing.source_of(figure, self.ledger)
        title = f"**{_plain(figure.words.text)}** · {figure.status}"
        source = f"Source: **{_plain(name)}**\n\n" if name else ""
        how = tracing.how(figure, self.ledger)
        return f"{title}\n\n{source}{how[:1].upper()}{how[1:]}."

    def _about_quote(self, quote: QuoteEntry) -> str:
        speaker = self._speaker(quote)
        who = f"spoken by **{_plain(speaker)}**" if speaker else "no speaker is named"
        return f"Quotation of {_many(quote.count, 'word')} · {who}"

    def _about_voice(self, voice: int) -> str:
        entry = self.ledger.cast[voice]
        carried = self._carried(voice)
        title = f"**{_plain(tracing.voice_name(entry))}** · {tracing.voice_kind(entry)}"
        if not carried:
            return f"{title}\n\nCarries no figure and no quotation."
        lines = [f"- line {words.line}: {_plain(_short(words.text))}" for words in carried]
        counts = ((entry.figures, "figure"), (entry.quoted_words, "quoted word"))
        what = " and ".join(_many(number, noun) for number, noun in counts if number)
        return f"{title}\n\nCarries {what}:\n\n" + "\n".join(lines)

    def _detail(self, figure: FigureEntry) -> str:
        name = tracing.source_of(figure, self.ledger)
        if figure.status == "unattributed":
            return "no source"
        return f"{figure.status} · {_short(name)}" if name else figure.status

    def _speaker(self, quote: QuoteEntry) -> str:
        if quote.voice is not None:
            return tracing.voice_name(self.ledger.cast[quote.voice])
        return quote.speaker.text if quote.speaker else ""

    def _voice_at(self, offset: int) -> int | None:
        mention = self.mention_at(offset)
        if mention is not None:
            return mention[1]
        found = self.figure_at(offset) or self.quote_at(offset)
        return found.voice if found else None

    def _carried(self, voice: int) -> list[Excerpt]:
        found = [each.words for each in self.ledger.figures if each.voice == voice]
        found += [each.words for each in self.ledger.quotes if each.voice == voice]
        return sorted(found, key=lambda words: words.start)

    def _mentions(self) -> Iterator[tuple[Excerpt, int]]:
        for each in self.ledger.attributions:
            if each.source is not None and each.voice is not None:
                yield each.source, each.voice


def _at(words: Excerpt, offset: int) -> bool:
    return words.start <= offset <= words.end


def _span(words: Excerpt) -> Span:
    return Span(words.start, words.end)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _LONGEST else joined[: _LONGEST - 1].rstrip() + "…"


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|" else char for char in text)
