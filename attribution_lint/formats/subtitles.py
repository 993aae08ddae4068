"""Transcripts with times: SubRip (.srt) and WebVTT (.vtt).

No library that reads them keeps the places of words, so the few rules of WebVTT (W3C, "WebVTT: The Web Video Text
Tracks Format", 4) that matter for words are here. Cues go on into one paragraph until a sentence ends at a pause
or another voice begins.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from attribution_lint.draft import Draft
from attribution_lint.formats.prose import Prose, ProseBuilder, lines, trimmed
from attribution_lint.model import Span

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}")
_MARKUP = re.compile(
    r"<(?P<voice>v[ .\t][^<>]{0,300})>|<[^<>]*>|\{\\[^}]*\}|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});", re.IGNORECASE
)
_VOICE_MARK = re.compile(r"(?:>>+|[-–—])[ \t]*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_HIDDEN = ("NOTE", "STYLE", "REGION", "WEBVTT")
_PAUSE = 1.0
_LONG = 600


@dataclass(slots=True)
class _Cue:
    start: float
    end: float
    lines: list[Span]


def read(draft: Draft) -> Prose:
    """Return the prose of a transcript."""
    comments: list[tuple[Span, str]] = []
    return _Reader(draft.text).read(_cues(draft.text, comments), comments)


def _cues(text: str, comments: list[tuple[Span, str]]) -> list[_Cue]:
    found: list[_Cue] = []
    group: list[Span] = []
    for line in [*lines(text), Span(len(text), len(text))]:
        words = trimmed(text, line.start, line.end)
        if words.start < words.end:
            group.append(words)
            continue
        _take(text, group, found, comments)
        group = []
    return found


def _take(text: str, group: list[Span], found: list[_Cue], comments: list[tuple[Span, str]]) -> None:
    for number, line in enumerate(group[:2]):
        timing = _TIMING.match(text, line.start, line.end)
        if timing:
            found.append(_Cue(_seconds(timing, 1), _seconds(timing, 5), group[number + 1 :]))
            return
    if not group or (found and not text.startswith(_HIDDEN, group[0].start)):
        if group and found:
            found[-1].lines += group  # a blank line inside a cue, as careless programs write it
        return
    if text.startswith("NOTE", group[0].start):
        span = Span(group[0].start, group[-1].end)
        comments.append((span, text[span.start + 4 : span.end].strip()))


def _seconds(timing: re.Match[str], first: int) -> float:
    hours, minutes, seconds, parts = timing.group(first, first + 1, first + 2, first + 3)
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(parts.ljust(3, "0")) / 1000


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.out = ProseBuilder()
        self.first: int | None = None  # where the block that is collected begins and ends in the source
        self.last = 0
        self.block_start = 0
        self.ended = True

    def read(self, cues: list[_Cue], comments: list[tuple[Span, str]]) -> Prose:
        before = 0.0
        for cue in cues:
            long = self.out.length - self.block_start > _LONG
            if self.ended and (cue.start - before >= _PAUSE or long):
                self._close()
            for line in cue.lines:
                self._line(line)
            before = cue.end
        self._close()
        return self.out.build(tuple(comments))

    def _line(self, line: Span) -> None:
        mark = _VOICE_MARK.match(self.text, line.start, line.end)
        at = mark.end() if mark else line.start
        if mark and self.ended:
            self._close()
        is_first = True
        for match in [*_MARKUP.finditer(self.text, at, line.end), None]:
            stop = match.start() if match else line.end
            if stop > at:
                self._words(self.text[at:stop], at, stop - at, is_first)
                is_first = False
            if match is None:
                break
            at = match.end()
            if match["voice"]:
                self._close()
            elif match[0].startswith("&"):
                self._words(html.unescape(match[0]), match.start(), len(match[0]), is_first)
                is_first = False
        self.ended = _SENTENCE_END.search(self.text, max(line.end - 4, line.start), line.end) is not None

    def _words(self, words: str, at: int, length: int, is_first: bool) -> None:
        if self.first is None:
            self.first = at
        elif is_first and at > self.last:
            self.out.replaced("\n", self.last, at - self.last) if at - self.last != 1 else self.out.verbatim(
                self.text[self.last], self.last
            )
        if words == self.text[at : at + length]:
            self.out.verbatim(words, at)
        else:
            self.out.replaced(words, at, length)
        self.last = at + length

    def _close(self) -> None:
        if self.first is not None:
            self.out.close_block(Span(self.first, self.last))
        self.first = None
        self.block_start = self.out.length
