"""What a ledger says in words: who a figure rests on, and by what way."""

from __future__ import annotations

from attribution_lint.ledger import AttributionEntry, FigureEntry, Ledger, VoiceEntry
from attribution_lint.nlp.reasons import EXEMPT, softened


def source_of(figure: FigureEntry, ledger: Ledger) -> str:
    """Return the source of a figure by its fullest name; empty if nobody is named."""
    return voice_name(ledger.cast[figure.voice]) if figure.voice is not None else ""


def voice_name(voice: VoiceEntry) -> str:
    """Return the name of a source; a pronoun that nobody can be found for says so."""
    return f"“{voice.name}” (who that is, is not clear)" if voice.type == "pronoun" else " ".join(voice.name.split())


def voice_kind(voice: VoiceEntry) -> str:
    """Return what a source is in one or two words."""
    if voice.type in {"person", "official"}:
        return voice.type if voice.named else f"unnamed {voice.type}"
    return {"pronoun": "unclear", "unknown": "named" if voice.named else "unclear"}.get(voice.type, voice.type)


def how(figure: FigureEntry, ledger: Ledger) -> str:
    """Return how a figure came to its status, as a clause: “in a quotation of Ada Moss”."""
    entry = ledger.attributions[figure.attribution] if figure.attribution is not None else None
    name = source_of(figure, ledger)
    if figure.status == "exempt":
        return f"needs no source: {EXEMPT.get(figure.reason, figure.reason)}"
    if figure.status == "unattributed":
        return f"nobody is named for it{f'; worth a look only: {softened(figure.reason)}' if figure.soft else ''}"
    if figure.reason == "in a quotation":
        return f"in a quotation of {name}" if name else figure.reason
    if figure.reason == "in the sentence":
        return f"in its own sentence{_by(entry)}"
    if entry is None or not name:
        return figure.reason
    return f"{figure.reason}: {name}, line {_line(entry)}"


def _by(entry: AttributionEntry | None) -> str:
    if entry is None or entry.cue is None:
        return ""
    return f", by “{' '.join(entry.cue.text.split())}”"


def _line(entry: AttributionEntry) -> int:
    place = entry.cue or entry.source or entry.content
    return place.line if place else 0
