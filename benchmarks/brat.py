"""Reads brat standoff files with attributions: `T1<tab>Cue 10 14<tab>said`, `E1<tab>Attribution:T1 Source:T2 …`.

A corpus is a folder with pairs of NAME.txt and NAME.ann side by side, or with the texts in `text/` and the marks in
`attributions/` as NAME.ann or NAME_ANNOTATOR.ann, of which the first in order of name is read. Offsets are code points.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from attribution_lint.model import Span

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t(.+)")
_RECORD = re.compile(r"(?m)^(?=[A-Z]\d+\t)")


@dataclass
class Marked:
    """An attribution as annotators marked it."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        """Everything that belongs to it."""
        return self.source + self.cue + self.content


@dataclass
class Article:
    """A text with its attributions and the spans marked as no part of the story."""

    name: str
    text: str
    attributions: list[Marked]
    discards: list[Span]


def articles(corpus: Path) -> Iterator[Article]:
    """Yield the annotated texts of a corpus in order of name. Raises FileNotFoundError if it holds none."""
    texts, marks = (corpus / "text", corpus / "attributions")
    if not texts.is_dir():
        texts = marks = corpus
    found = False
    for path in sorted(texts.glob("*.txt")):
        candidates = sorted(marks.glob(f"{path.stem}.ann")) or sorted(marks.glob(f"{path.stem}_*.ann"))
        if candidates:
            found = True
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            yield _article(path.stem, text, candidates[0].read_text(encoding="utf-8"))
    if not found:
        raise FileNotFoundError(f"{corpus}: no pairs of .txt and .ann files")


def half_of(name: str) -> str:
    """Return the half that an article is in, "even" or "odd", by the SHA-1 of its name."""
    return "odd" if int(hashlib.sha1(name.encode()).hexdigest(), 16) % 2 else "even"


def fold_of(story: int, folds: int) -> int:
    """Return which of so many folds a story is in, by the SHA-1 of its number."""
    return hashlib.sha1(str(story).encode()).digest()[0] % folds


def _article(name: str, text: str, marks: str) -> Article:
    bound: dict[str, tuple[str, list[Span]]] = {}
    events: list[str] = []
    for record in _RECORD.split(marks):
        if match := _TEXT_BOUND.match(record):
            parts = [part.split() for part in match[3].split(";")]
            bound[match[1]] = (match[2], [Span(int(start), int(end)) for start, end in parts])
        elif match := _EVENT.match(record):
            events.append(match[1])
    attributions = [attribution for event in events if (attribution := _attribution(event, bound)).spans]
    discards = [span for kind, spans in bound.values() if kind == "Discard" for span in spans]
    return Article(name, text, attributions, discards)


def _attribution(event: str, bound: dict[str, tuple[str, list[Span]]]) -> Marked:
    marked = Marked()
    for argument in event.split()[1:]:
        role, _, target = argument.partition(":")
        spans = getattr(marked, role.rstrip("0123456789").lower(), None)
        if isinstance(spans, list) and target in bound:
            spans += bound[target][1]
    return marked
