"""Diagnostics as Word comments on their exact words.

A comment can begin and end only where a run does (ECMA-376-1, 17.13.4), so runs are split there; both halves
keep the formatting of the whole. Nothing else of the document changes.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from attribution_lint.annotations import remark
from attribution_lint.formats.word import Atom, Story, open_story
from attribution_lint.model import Diagnostic, Span

AUTHOR = "attribution-lint"
INITIALS = "AL"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write(data: bytes, path: str, diagnostics: Sequence[Diagnostic]) -> bytes:
    """Return the document with a comment for each diagnostic. Raises DraftError if it cannot be read."""
    story = open_story(data, path)
    comment(story, diagnostics)
    out = io.BytesIO()
    story.document.save(out)
    return out.getvalue()


def comment(story: Story, diagnostics: Sequence[Diagnostic]) -> None:
    """Put a comment for each diagnostic into the document of the story."""
    from docx.text.run import Run

    document = story.document
    for found in diagnostics:
        span = _words(story, found.span)
        if span is None:
            continue
        first, last = _runs(story.atoms, span)
        document.add_comment(
            [Run(first, document), Run(last, document)], "\n".join(remark(found)), author=AUTHOR, initials=INITIALS
        )


def _words(story: Story, span: Span) -> Span | None:
    """The part of the span that text of the document gives; an empty span takes the code point after it."""
    if not story.atoms:
        return None
    end = max(span.end, span.start + 1)
    first = max(bisect_right(story.atoms, span.start, key=lambda atom: atom.start) - 1, 0)
    if story.atoms[first].end <= span.start and first + 1 < len(story.atoms):
        first += 1
    last = max(bisect_right(story.atoms, end - 1, key=lambda atom: atom.start) - 1, first)
    start = min(max(span.start, story.atoms[first].start), story.atoms[first].end - 1)
    return Span(start, max(min(end, story.atoms[last].end), start + 1))


def _runs(atoms: list[Atom], span: Span) -> tuple[Any, Any]:
    """Split runs at both ends of the span and return the first and the last run inside it."""
    _split(atoms, span.start)
    _split(atoms, span.end)
    first = atoms[_at(atoms, span.start)]
    last = atoms[_at(atoms, span.end - 1)]
    return first.element.getparent(), last.element.getparent()


def _at(atoms: list[Atom], offset: int) -> int:
    return max(bisect_right(atoms, offset, key=lambda atom: atom.start) - 1, 0)


def _split(atoms: list[Atom], offset: int) -> None:
    """Make a run begin at the draft offset, unless no text stands there."""
    number = _at(atoms, offset)
    atom = atoms[number]
    if not atom.start <= offset < atom.end:
        return
    if offset > atom.start:
        tail = Atom(offset, atom.text[offset - atom.start :], _second_half(atom.element, offset - atom.start))
        atom.text = atom.text[: offset - atom.start]
        atoms.insert(number + 1, tail)
        atom = tail
    _begin_run(atom.element)


def _second_half(element: Any, length: int) -> Any:
    """Keep the first `length` code points in the text element; return the new one, right after it, with the rest."""
    tail = deepcopy(element)
    tail.text = element.text[length:]
    element.text = element.text[:length]
    for half in (element, tail):
        half.set(_SPACE, "preserve")
    element.addnext(tail)
    return tail


def _begin_run(element: Any) -> None:
    """Move the element and what follows it in its run to a new run right after, unless it is the first there."""
    run = element.getparent()
    before = [child for child in run.iterchildren() if child.tag != f"{_W}rPr"]
    index = before.index(element)
    if index == 0:
        return
    new = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(f"{_W}rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    run.addnext(new)
    for child in before[index:]:
        new.append(child)
